import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { brokenRules, type Sources } from "./import-rules.ts";
import { CLOSED_LISTS, COMPOSITION, ROOMS } from "./rooms.ts";

const productSources = (): Sources =>
  new Map(
    ["bot", "cards", "manifest", "src", "tab"].flatMap((top) =>
      readdirSync(top, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => [`${top}/${name}`, readFileSync(`${top}/${name}`, "utf8")] as const),
    ),
  );
const faultOf = (file: string, text: string, others: Readonly<Record<string, string>> = {}): string =>
  brokenRules(new Map([[file, text], ...Object.entries(others)])).join("\n");

describe("the rooms of the house", function () {
  this.timeout(60_000);

  it("import only what the table allows, without a circle, without a clock or lots of their own", () => {
    const faults = brokenRules(productSources());
    assert.equal(faults.length, 0, `\n${faults.join("\n")}\n`);
  });

  it("are all there: a rule about a file or a room that no longer exists protects nothing", () => {
    const files = [...productSources().keys()];
    for (const file of [...COMPOSITION, ...CLOSED_LISTS])
      assert.ok(files.includes(file), `${file} is in the rules and not in the tree`);
    for (const room of Object.keys(ROOMS))
      assert.ok(
        files.some((file) => file.startsWith(`${room}/`)),
        `${room} is in the rules and holds no file`,
      );
  });
});

describe("the import rules", () => {
  const refused: readonly (readonly [string, string, string, RegExp])[] = [
    [
      "the trade knowing a use case",
      "src/domain/a.ts",
      'import { x } from "../use-cases/b.ts";',
      /src\/domain may not know src\/use-cases/,
    ],
    [
      "a use case knowing a store",
      "src/use-cases/a.ts",
      'import type { S } from "../stores/memory/b.ts";',
      /may not know src\/stores\/memory/,
    ],
    [
      "a use case knowing Teams",
      "src/use-cases/a.ts",
      'import { TurnContext } from "botbuilder";',
      /only bot\/ knows botbuilder/,
    ],
    [
      "a part leaning on a verb",
      "src/use-cases/parts/a.ts",
      'import { x } from "../see-case.ts";',
      /src\/use-cases\/parts may not know src\/use-cases/,
    ],
    ["a use case reading a file", "src/use-cases/a.ts", 'import fs from "node:fs";', /may not use this package/],
    [
      "a store leaning on its sibling",
      "src/stores/sqlite/a.ts",
      'export * from "../memory/b.ts";',
      /may not know src\/stores\/memory/,
    ],
    [
      "a card knowing the words",
      "cards/a.ts",
      'import { w } from "../src/wording/b.ts";',
      /cards may not know src\/wording/,
    ],
    [
      "a card knowing more of the trade than closed lists",
      "cards/a.ts",
      'import { f } from "../src/domain/diagnostic/figures.ts";',
      /cards may not know src\/domain/,
    ],
    [
      "the words taking more than types from the trade",
      "src/wording/a.ts",
      'import { f } from "../domain/b.ts";',
      /src\/wording may not know src\/domain/,
    ],
    [
      "the chat's door opening a store",
      "bot/routes/a.ts",
      'const s = await import("../../src/stores/memory/b.ts");',
      /bot may not know src\/stores\/memory/,
    ],
    ["a route knowing who composes", "bot/routes/a.ts", 'import { c } from "../compose.ts";', /imported by no room/],
    [
      "the tab knowing a use case",
      "tab/a.ts",
      'import { u } from "../src/use-cases/b.ts";',
      /tab may not know src\/use-cases/,
    ],
    ["the tab using Node", "tab/a.ts", 'import { x } from "node:path";', /tab may not use this package/],
    ["a file of no room", "src/other/a.ts", 'import { x } from "../domain/b.ts";', /in no room/],
    ["a setting read aside", "src/use-cases/a.ts", "export const port = process.env.PORT;", /reads process\.env/],
    ["a clock in the trade", "src/domain/a.ts", "export const now = () => new Date();", /looks at the time by itself/],
    [
      "another clock in a use case",
      "src/use-cases/a.ts",
      "export const now = () => Date.now();",
      /looks at the time by itself/,
    ],
    ["lots drawn in a route", "bot/routes/a.ts", "export const lot = Math.random();", /draws lots/],
  ];
  for (const [what, file, text, expected] of refused)
    it(`refuse ${what}, and say why and how to mend`, () => {
      const fault = faultOf(file, text);
      assert.match(fault, expected);
      assert.match(fault, /How to mend: /);
    });

  it("refuse files that go round in a circle", () => {
    const fault = faultOf("src/domain/a.ts", 'import "./b.ts";', {
      "src/domain/b.ts": 'import "./c.ts";',
      "src/domain/c.ts": 'import "./a.ts";',
    });
    assert.match(
      fault,
      /Files go round in a circle: src\/domain\/a\.ts → src\/domain\/b\.ts → src\/domain\/c\.ts → src\/domain\/a\.ts/,
    );
  });

  it("refuse rooms that go round in a circle", () => {
    const fault = faultOf("src/ports/a.ts", 'import "../domain/b.ts";', {
      "src/domain/c.ts": 'import "../ports/d.ts";',
    });
    assert.match(fault, /Rooms go round in a circle: src\/ports → src\/domain → src\/ports/);
  });

  it("let pass what only looks like an import, a date that is given, and types where types are allowed", () => {
    const text =
      '// import "botbuilder"\nexport const s = \'import { x } from "botbuilder"\';\nexport const d = new Date(0);';
    assert.equal(faultOf("src/domain/a.ts", text), "");
    assert.equal(
      faultOf("src/wording/a.ts", 'import type { T } from "../domain/b.ts";\nimport { type U } from "../domain/b.ts";'),
      "",
    );
    assert.equal(faultOf("cards/a.ts", 'import { domainId } from "../src/domain/framework/schema.ts";'), "");
    assert.equal(faultOf("bot/compose.ts", 'import { m } from "../src/stores/memory/b.ts";'), "");
  });
});
