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

const twice = (ids: readonly string[], path: (at: number) => (string | number)[]): readonly Fault[] =>
  ids.flatMap((id, at) => {
    if (RESERVED.has(id)) return [{ path: path(at), message: `« ${id} » est un nom réservé` }];
    return ids.indexOf(id) < at ? [{ path: path(at), message: `« ${id} » est écrit deux fois` }] : [];
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
    this.faults.push(...twice(values, (at) => [...path, "values", at]));
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

export const questionnaireProblems = (read: Questionnaire): readonly Fault[] => {
  const reading = new Reading(read);
  const { blocks, birth, indicators } = read;
  reading.faults.push(
    ...twice(
      blocks.map(({ id }) => id),
      (at) => ["blocks", at],
    ),
  );
  reading.faults.push(
    ...twice(
      indicators.map(({ code }) => code),
      (at) => ["indicators", at],
    ),
  );
  const all = blocks.flatMap(({ items }, block) =>
    items.map((item, at) => ({ item, path: ["blocks", block, "items", at] })),
  );
  reading.faults.push(
    ...twice(
      all.map(({ item }) => item.id),
      (at) => [...(all[at]?.path ?? [])],
    ),
  );
  for (const [block, { items }] of blocks.entries())
    for (const [at, item] of items.entries()) reading.item(item, items.slice(0, at), ["blocks", block, "items", at]);
  if (birth !== undefined && all.every(({ item }) => item.id !== birth || item.type !== "date"))
    reading.faults.push({ path: ["birth"], message: `« ${birth} » n'est pas une date de ce fichier` });
  return reading.faults;
};
