/** Reads a card as its client does: elements, inputs, actions, and what is shown. */
import { markdownToHtml } from "../support/markdown.ts";

export type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);

/** Every object of the card, what its buttons carry left out. */
export function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isNode(value)) return [];
  return [value, ...Object.entries(value).flatMap(([key, entry]) => (key === "data" ? [] : nodesOf(entry)))];
}
const ofType = (card: unknown, prefix: string): Node[] =>
  nodesOf(card).filter(({ type }) => typeof type === "string" && type.startsWith(prefix));

export const inputsOf = (card: unknown): Node[] => ofType(card, "Input.");
export const actionsOf = (card: unknown): Node[] => ofType(card, "Action.");
export const textBlocksOf = (card: unknown): Node[] => ofType(card, "TextBlock");
export const textRunsOf = (card: unknown): Node[] => ofType(card, "TextRun");
export const choicesOf = (card: unknown): Node[] => inputsOf(card).flatMap(({ choices }) => nodesOf(choices));

/** What a client makes of a text block. */
export const htmlOf = (0, eval)(markdownToHtml) as (text: string) => string;

/** What is read on the screen: no tag, no invisible character, spaces as one. */
export const seen = (html: string): string =>
  squeezed(
    html
      .replace(/<[^>]*>/g, " ")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&"),
  );
export const squeezed = (text: string): string => text.replaceAll("\u2060", "").replace(/\s+/gu, " ").trim();
