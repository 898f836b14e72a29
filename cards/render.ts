/** Template + model → card. Nothing that a person typed is ever evaluated, linked or formatted. */
// Not the package's front: its types pull in the sources of another renderer, which strict settings refuse.
import { Template } from "adaptivecards-templating/lib/template-engine.js";
import { z } from "zod";
import { isRecord, missingBindings } from "./bindings.ts";
import { choiceLiteral, markdownLiteral, plainLiteral, runLiteral } from "./literal.ts";
import topTemplate from "./top.json" with { type: "json" };

const expandedCard = z
  .looseObject({
    type: z.literal("AdaptiveCard"),
    version: z.literal("1.5"),
    lang: z.literal("fr"),
    fallbackText: z.string().min(1),
    body: z.array(z.looseObject({ type: z.string() })).min(1),
  })
  .brand<"ExpandedCard">();
/** A card ready to be sent: every binding has its value. */
export type ExpandedCard = z.infer<typeof expandedCard>;

const shownAbove = z.object({ items: z.array(z.looseObject({ type: z.string() })) });

/** A template, read once, when it first serves: making a `Template` costs twenty times an expansion, and all of them half of a start. */
export interface PreparedTemplate {
  readonly source: unknown;
  readonly template: Template;
}
export const prepare = (source: object): PreparedTemplate => {
  let template: Template | undefined;
  return {
    source,
    get template() {
      return (template ??= new Template(source));
    },
  };
};
const top = prepare(topTemplate);

/**
 * Expands a card: banner, notice and open urgent points above its body, a sentence under each field that has a problem.
 * Throws when a binding has no value: a card with a hole in it is never sent.
 */
export function expand(prepared: PreparedTemplate, model: Readonly<Record<string, unknown>>): ExpandedCard {
  const card = expandedCard.parse(expandChecked(prepared, model));
  // On the card of one urgent point `urgent` is that point's id, and nothing stands above.
  const urgent = isRecord(model.urgent) ? model.urgent : null;
  const above = expandChecked(top, { urgentButton: false, ...model, urgent });
  const items = shownAbove.parse(above).items;
  const problems = isRecord(model.problems) ? model.problems : {};
  return expandedCard.parse(literal({ ...card, body: [...items, ...card.body] }, problems));
}

function expandChecked({ source, template }: PreparedTemplate, model: object): unknown {
  const faults = missingBindings(source, model);
  if (faults.length > 0) throw new Error(`card template: ${faults.join("; ")}`);
  return template.expand({ $root: model });
}

type Problems = Readonly<Record<string, unknown>>;

function literal(node: unknown, problems: Problems): unknown {
  if (typeof node === "string") return plainLiteral(node);
  if (Array.isArray(node)) return node.flatMap((entry) => [literal(entry, problems), ...problemOf(entry, problems)]);
  if (!isRecord(node)) return node;
  const markdown = markdownProperties(node);
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !(key === "value" && value === "" && isInput(node)))
      .map(([key, value]) => [key, property(node, key, value, markdown, problems)]),
  );
}

function property(
  node: Record<string, unknown>,
  key: string,
  value: unknown,
  markdown: readonly string[],
  problems: Problems,
): unknown {
  if (typeof value === "string" && markdown.includes(key)) return markdownLiteral(value);
  if (typeof value === "string" && key === "text" && node.type === "TextRun") return runLiteral(value);
  // What a field holds and what a button carries come back to us: not a character is changed.
  if (key === "data" || key === "userIds" || (key === "value" && isInput(node))) return value;
  if (key === "choices" && Array.isArray(value)) return value.map(choiceOf);
  return literal(value, problems);
}

const choiceOf = (choice: unknown): unknown =>
  isRecord(choice) && typeof choice.title === "string" ? { ...choice, title: choiceLiteral(choice.title) } : choice;

const isInput = (node: Record<string, unknown>): boolean =>
  typeof node.type === "string" && node.type.startsWith("Input.");

/** The properties that clients read as Markdown. */
function markdownProperties(node: Record<string, unknown>): readonly string[] {
  if (node.type === "TextBlock") return ["text"];
  if (node.type === undefined && "title" in node && "value" in node) return ["title", "value"];
  return [];
}

/** The sentence under a field, said as one: colour alone means nothing. */
function problemOf(element: unknown, problems: Problems): unknown[] {
  if (!isRecord(element) || !isInput(element) || typeof element.id !== "string") return [];
  const problem = problems[element.id];
  return typeof problem === "string"
    ? [
        {
          type: "TextBlock",
          text: markdownLiteral(`À revoir : ${problem}`),
          color: "attention",
          weight: "bolder",
          spacing: "small",
          wrap: true,
        },
      ]
    : [];
}
