/**
 * An ESF+ questionnaire as a PLIE keeps it: a versioned file (`config/papers/esf-*.json`) with its blocks, its typed items, what each value feeds
 * among the indicators, and which of these codes are confirmed. Source: Regulation (EU) 2021/1057, annex I.
 *
 * Read by others: `Questionnaire` (titles, blocks, items in order), `Item` (`type`, `label`, `values`, `sensitive`), `itemsOf`, `itemWords`.
 */
import { z } from "zod";
import { esfStage } from "./codes.ts";
import { PREFILLS } from "./prefill-names.ts";

const id = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,29}$/, "un identifiant : une minuscule, puis des lettres ou des chiffres");
const valueId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]{0,29}$/, "un identifiant : une lettre, puis des lettres ou des chiffres");
const line = z.string().trim().min(1).max(200);
const code = z.string().regex(/^[A-Z][A-Z0-9_-]{1,29}$/, "un code : des capitales et des chiffres");

/** Only where these answers were given as well. */
const among = z.strictObject({ item: id, among: z.array(valueId).min(1) });
const age = z.number().int().min(0).max(120);

/** What an answer counts for: an indicator, on conditions of age on the day of the questionnaire and of other answers. */
const feed = z.strictObject({
  indicator: code,
  /** Both included. */
  ages: z.strictObject({ from: age.optional(), to: age.optional() }).optional(),
  with: z.array(among).max(4).optional(),
});
export type Feed = z.infer<typeof feed>;
const feeds = z.array(feed).max(6).default([]);

const value = z.strictObject({
  value: valueId,
  label: line,
  /** Said alone: with it, no other value of the list. */
  alone: z.boolean().default(false),
  feeds,
});
export type ItemValue = z.infer<typeof value>;

const common = {
  id,
  label: line,
  /** Said under the question. */
  hint: line.optional(),
  /** *Ne souhaite pas répondre* is offered, and kept as such. */
  sensitive: z.boolean().default(false),
  /** Asked only where another item of the same block, before it, has one of these values. */
  askedWhen: among.optional(),
  /** Where a suggestion comes from; absent: none is made. */
  prefill: z.enum(PREFILLS).optional(),
  feeds,
};
const values = z.array(value).min(2).max(14);
const item = z.discriminatedUnion("type", [
  z.strictObject({ ...common, type: z.literal("choice"), values }),
  z.strictObject({ ...common, type: z.literal("choices"), values }),
  z.strictObject({ ...common, type: z.literal("date") }),
  z.strictObject({ ...common, type: z.literal("commune") }),
]);
export type Item = z.infer<typeof item>;

const block = z.strictObject({
  id,
  title: line,
  /** Said above its questions. */
  about: z.string().trim().max(400).optional(),
  items: z.array(item).min(1).max(8),
});
export type Block = z.infer<typeof block>;

const indicator = z.strictObject({
  code,
  label: line,
  /** False: no authority has confirmed this code to the PLIE; screens and papers say so in one line. */
  confirmed: z.boolean(),
});
export type Indicator = z.infer<typeof indicator>;

/** Its shape alone; `read-questionnaire.ts` also refuses what contradicts itself. */
export const questionnaireShape = z.strictObject({
  version: z.string().regex(/^[0-9A-Za-z.-]{1,40}$/),
  stage: esfStage,
  title: line,
  about: z.string().trim().max(600).optional(),
  indicators: z.array(indicator).min(1).max(40),
  /** The item that says the birth date, where ages count. */
  birth: id.optional(),
  blocks: z.array(block).min(1).max(8),
});
export type Questionnaire = z.infer<typeof questionnaireShape>;

export const itemsOf = ({ blocks }: Pick<Questionnaire, "blocks">): readonly Item[] =>
  blocks.flatMap(({ items }) => items);

/** The values that may be chosen; empty for a date or a commune. */
export const valuesOf = (one: Item): readonly ItemValue[] =>
  one.type === "choice" || one.type === "choices" ? one.values : [];
