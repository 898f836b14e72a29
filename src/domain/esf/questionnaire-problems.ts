/** What a questionnaire's file says against itself: each fault with the path of what is to mend. */
import { PREFILL_VALUES } from "./prefill-names.ts";
import type { Feed, Item, Questionnaire } from "./questionnaire.ts";

interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Names that the forms use for themselves, and how a declined answer is kept. */
const RESERVED: ReadonlySet<string> = new Set([
  "code",
  "rev",
  "whole",
  "inputs",
  "answeredOn",
  "stage",
  "block",
  "declined",
]);

interface Named {
  readonly id: string;
  readonly path: Fault["path"];
}
const twice = (all: readonly Named[]): readonly Fault[] =>
  all.flatMap(({ id, path }, at) => {
    if (RESERVED.has(id)) return [{ path, message: `« ${id} » est un nom réservé` }];
    const first = all.findIndex((one) => one.id === id);
    return first < at ? [{ path, message: `« ${id} » est écrit deux fois` }] : [];
  });

const valuesOf = (item: Item | undefined): readonly string[] =>
  item === undefined || !("values" in item) ? [] : item.values.map(({ value }) => value);

class Reading {
  readonly faults: Fault[] = [];
  readonly #read: Questionnaire;
  readonly #codes: ReadonlySet<string>;
  readonly #items: ReadonlyMap<string, Item>;

  constructor(read: Questionnaire) {
    this.#read = read;
    this.#codes = new Set(read.indicators.map(({ code }) => code));
    this.#items = new Map(read.blocks.flatMap(({ items }) => items).map((item) => [item.id, item]));
  }

  among({ item, among }: NonNullable<Item["askedWhen"]>, path: (string | number)[]): void {
    const known = valuesOf(this.#items.get(item));
    if (known.length === 0)
      this.faults.push({ path, message: `« ${item} » n'est pas une question à choix de ce fichier` });
    for (const value of known.length === 0 ? [] : among)
      if (!known.includes(value)) this.faults.push({ path, message: `« ${item} » n'a pas la réponse « ${value} »` });
  }

  feeds(feeds: readonly Feed[], path: (string | number)[]): void {
    for (const [at, feed] of feeds.entries()) {
      const here = [...path, "feeds", at];
      if (!this.#codes.has(feed.indicator))
        this.faults.push({
          path: here,
          message: `l'indicateur « ${feed.indicator} » n'est pas dans la liste du fichier`,
        });
      if (feed.ages !== undefined && this.#read.birth === undefined)
        this.faults.push({ path: here, message: "un âge est demandé, et « birth » ne nomme aucune date de naissance" });
      for (const condition of feed.with ?? []) this.among(condition, here);
    }
  }

  item(item: Item, before: readonly Item[], path: (string | number)[]): void {
    this.feeds(item.feeds, path);
    const values = valuesOf(item);
    this.faults.push(...twice(values.map((id, at) => ({ id, path: [...path, "values", at] }))));
    if ("values" in item)
      for (const [at, { feeds }] of item.values.entries()) this.feeds(feeds, [...path, "values", at]);
    const { askedWhen, prefill, sensitive } = item;
    if (sensitive && values.length === 0)
      this.faults.push({ path: [...path, "sensitive"], message: "seule une question à choix peut être refusée" });
    if (askedWhen !== undefined) {
      this.among(askedWhen, [...path, "askedWhen"]);
      if (before.every(({ id }) => id !== askedWhen.item))
        this.faults.push({
          path: [...path, "askedWhen"],
          message: "la question dont celle-ci dépend est plus haut dans le même bloc",
        });
    }
    if (prefill !== undefined) this.suggestion(item, prefill, [...path, "prefill"]);
  }

  suggestion(item: Item, prefill: NonNullable<Item["prefill"]>, path: (string | number)[]): void {
    const offered = PREFILL_VALUES[prefill];
    if (offered === null) {
      const wanted = prefill === "identity.commune" ? "commune" : "date";
      if (item.type !== wanted)
        this.faults.push({ path, message: `« ${prefill} » demande une question de type « ${wanted} »` });
      return;
    }
    const values = valuesOf(item);
    for (const value of offered)
      if (!values.includes(value))
        this.faults.push({ path, message: `« ${prefill} » demande la réponse « ${value} »` });
  }
}

const twiceIn = ({ blocks, indicators }: Questionnaire): readonly Fault[] => [
  ...twice(blocks.map(({ id }, at) => ({ id, path: ["blocks", at] }))),
  ...twice(indicators.map(({ code }, at) => ({ id: code, path: ["indicators", at] }))),
  ...twice(
    blocks.flatMap(({ items }, block) => items.map(({ id }, at) => ({ id, path: ["blocks", block, "items", at] }))),
  ),
];

/** Every fault at once, so that one correction of the file is enough; empty: the file may be used. */
export const questionnaireProblems = (read: Questionnaire): readonly Fault[] => {
  const reading = new Reading(read);
  const { blocks, birth } = read;
  reading.faults.push(...twiceIn(read));
  for (const [block, { items }] of blocks.entries())
    for (const [at, item] of items.entries()) reading.item(item, items.slice(0, at), ["blocks", block, "items", at]);
  const dates = blocks.flatMap(({ items }) => items.filter(({ type }) => type === "date"));
  if (birth !== undefined && dates.every(({ id }) => id !== birth))
    reading.faults.push({ path: ["birth"], message: `« ${birth} » n'est pas une date de ce fichier` });
  return reading.faults;
};
