/** What a page must be whatever it shows: without any fault that axe finds, without a doubt left, never scrolled sideways, even in large letters. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeBuilder } from "@axe-core/playwright";
import type { Frame } from "playwright-core";

type AxeResults = Awaited<ReturnType<AxeBuilder["analyze"]>>;
type Result = AxeResults["violations"][number];
type RunOptions = Parameters<AxeBuilder["options"]>[0];

const ofPlaywright = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const AXE = readFileSync(ofPlaywright.resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.2 AA, what axe knows of the RGAA, and what is good to do beside. */
const RULES: RunOptions = {
  runOnly: {
    type: "tag",
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4", "best-practice"],
  },
  // A document shown in a frame runs no script, axe's included: documents have their own checks.
  iframes: false,
  rules: { "frame-tested": { enabled: false } },
  resultTypes: ["violations", "incomplete"],
};

/** What axe cannot decide by itself and a person has looked at: the rule, where, and why it is right. */
export interface Accepted {
  readonly rule: string;
  /** Part of the element as axe shows it. */
  readonly html: string;
  readonly because: string;
}
const ACCEPTED: readonly Accepted[] = [];

const isAccepted = (rule: string, html: string): boolean =>
  ACCEPTED.some((one) => one.rule === rule && html.includes(one.html));

const said = (results: readonly Result[]): string[] =>
  results.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !isAccepted(id, html))
      .map(({ html, failureSummary, any }) =>
        [id, html.slice(0, 300), failureSummary ?? any.map(({ message }) => message).join(" ; ")].join("\n    "),
      ),
  );

/** Throws with each fault, and each doubt, as axe says them. */
export const assertAccessible = async (frame: Frame, what: string): Promise<void> => {
  await frame.evaluate(AXE);
  const { violations, incomplete } = await frame.evaluate<AxeResults, RunOptions>((rules) => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };
    };
    return axe.run(document, rules);
  }, RULES);
  assert.deepEqual(said(violations), [], `${what}: faults`);
  assert.deepEqual(said(incomplete), [], `${what}: left to decide`);
};

/** What sticks out of the page, widest first: nothing when the page never scrolls sideways. */
const stickingOut = (): string[] => {
  const root = document.scrollingElement ?? document.documentElement;
  if (root.scrollWidth <= innerWidth) return [];
  const out = [...document.querySelectorAll("body *")]
    .map((element) => ({ element, right: element.getBoundingClientRect().right }))
    .filter(({ right }) => right > innerWidth + 1)
    .sort((one, other) => other.right - one.right)
    .slice(0, 3)
    .map(({ element, right }) => `${Math.round(right)} px: ${element.outerHTML.slice(0, 200)}`);
  return [`${root.scrollWidth} px in ${innerWidth}`, ...out];
};

/** Words that are cut by the box that holds them; what is hidden from the eye on purpose is one pixel wide. */
const cutWords = (): string[] =>
  [...document.querySelectorAll<HTMLElement>("body *")]
    .filter((element) => {
      const { overflowX } = getComputedStyle(element);
      const cuts = overflowX === "hidden" || overflowX === "clip";
      return cuts && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
    })
    .map((element) => element.outerHTML.slice(0, 200));

const assertWhole = async (frame: Frame, what: string): Promise<void> => {
  assert.deepEqual(await frame.evaluate(stickingOut), [], `${what}: scrolls sideways`);
  assert.deepEqual(await frame.evaluate(cutWords), [], `${what}: words are cut`);
};

const letters = (frame: Frame, size: string): Promise<void> =>
  frame.evaluate((value) => void (document.documentElement.style.fontSize = value), size);

/** As it is, then in letters twice as large. */
export const assertFits = async (frame: Frame, what: string): Promise<void> => {
  await assertWhole(frame, what);
  await letters(frame, "200%");
  await assertWhole(frame, `${what}, letters twice as large`);
  await letters(frame, "");
};
