/** Words that nobody is called, on the cards of their person: shown as they are, given back as they are, never carried out. */
import { renderCard, type ExpandedCard, type ModelOf } from "../../cards/index.ts";
import type { Identity } from "../../src/domain/participant/identity.ts";
import { personLine } from "../../src/wording/people.ts";
import { htmlOf, nodesOf, seen, squeezed } from "../cards/reading.ts";
import { sampleOf } from "../cards/samples.ts";

const SHEET: ModelOf<"sheet"> = sampleOf("sheet");
const IDENTITY: ModelOf<"identity"> = sampleOf("identity");
const QUESTIONNAIRE: ModelOf<"questionnaire"> = sampleOf("questionnaire");
const BLOCK: ModelOf<"questionnaire-block"> = sampleOf("questionnaire-block");
/** The question of that block whose answer is written, not chosen. */
const WRITTEN = BLOCK.lines.find(({ isText }) => isText)?.id ?? "";

interface Seen {
  readonly card: ExpandedCard;
  /** The field that holds the word; null: it is only shown. */
  readonly field: string | null;
}
const cardsOf = (name: string, person: string): Readonly<Record<string, Seen>> => {
  const lines = BLOCK.lines.map((line) => (line.id === WRITTEN ? { ...line, value: name } : line));
  const fields = { ...IDENTITY.fields, givenName: name };
  return {
    "la fiche": { card: renderCard("sheet", { ...SHEET, person }).card, field: null },
    "the identity": { card: renderCard("identity", { ...IDENTITY, person, fields }).card, field: "givenName" },
    "the questionnaires ESF+": { card: renderCard("questionnaire", { ...QUESTIONNAIRE, person }).card, field: null },
    "a block of ESF+": { card: renderCard("questionnaire-block", { ...BLOCK, person, lines }).card, field: WRITTEN },
  };
};

const isPlain = (html: string): boolean => !/<(?!\/?p>)/.test(html) && !html.includes("{{");

/** What a client shows is text, the word among it; what a field gives back is the word, to the letter. */
export const onCards = (people: readonly Identity[]): readonly string[] =>
  people.flatMap((identity) => {
    const [name, person] = [identity.givenName, personLine(identity)];
    const said = JSON.stringify(name);
    return Object.entries(cardsOf(name, person)).flatMap(([where, { card, field }]) => {
      const nodes = nodesOf(card);
      const blocks = nodes.flatMap(({ type, text }) => (type === "TextBlock" ? [htmlOf(String(text))] : []));
      const typed = nodes.find(({ type, id }) => type === "Input.Text" && id === field)?.value ?? "";
      return [
        ...(blocks.every(isPlain) ? [] : [`${where}: ${said} is formatted, linked or computed`]),
        ...(blocks.some((html) => seen(html).includes(squeezed(person))) ? [] : [`${where}: ${said} is not shown`]),
        ...(field === null || typed === name ? [] : [`${where}: ${said} changed in its field`]),
      ];
    });
  });
