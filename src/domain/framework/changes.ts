/** What changed between two versions of the framework, entry by entry, so that nobody compares two files by eye. Pure. */
import { z } from "zod";
import { canonicalJson } from "../canonical-json.ts";

/** From the whole to the detail: a field of the file, an entry by its own name, or its rank (from 0) in a list that has an order. */
export type ChangeStep = { readonly field: string } | { readonly entry: string } | { readonly rank: number };

/** `order`: the same entries, in another order. */
export interface FrameworkChange {
  readonly path: readonly ChangeStep[];
  readonly kind: "added" | "removed" | "changed" | "order";
  readonly before: unknown;
  readonly after: unknown;
}

const record = z.record(z.string(), z.unknown());
type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields | undefined => {
  const read = record.safeParse(value);
  return read.success ? read.data : undefined;
};

const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

/** What names an entry in its list, by what it holds: the first that each of them has, and that no two share. */
const NAMES = ["id", "kind", "domain", "who", "what", "label"] as const;
/** Lists whose ranks mean something: the five levels, their facts, the three weights. */
const RANKED: ReadonlySet<string> = new Set(["levels", "anchors", "impacts"]);

/** The words of an entry, for people; empty: it has none. */
const WORDS = ["label", "who", "what", "title", "id", "kind", "domain"] as const;
const wordsOf = (entry: Fields): string => {
  const found = WORDS.map((name) => entry[name]).find((word) => typeof word === "string");
  return found ?? "";
};

/** A value as it may be told: a word, a figure, a list of words. An entry is told by its own words. */
export type ToldValue = string | number | boolean | null | readonly string[];
const wordOf = (value: unknown): string => {
  const fields = fieldsOf(value);
  if (fields !== undefined) return wordsOf(fields);
  return typeof value === "string" ? value : JSON.stringify(value);
};
export const toldValue = (value: unknown): ToldValue => {
  if (Array.isArray(value)) return value.map(wordOf);
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  return wordOf(value);
};

type Named = ReadonlyMap<string, Fields>;

const namedBy = (list: readonly unknown[], name: string): Named | undefined => {
  const named = new Map<string, Fields>();
  for (const entry of list) {
    const fields = fieldsOf(entry);
    const by = fields?.[name];
    if (fields === undefined || typeof by !== "string" || named.has(by)) return undefined;
    named.set(by, fields);
  }
  return named;
};

/** Both lists by the same name, where there is one. */
const namedTogether = (before: readonly unknown[], after: readonly unknown[]): readonly [Named, Named] | undefined => {
  for (const name of NAMES) {
    const [one, other] = [namedBy(before, name), namedBy(after, name)];
    if (one !== undefined && other !== undefined) return [one, other];
  }
  return undefined;
};

type Path = readonly ChangeStep[];

const added = (path: Path, after: unknown): FrameworkChange => ({ path, kind: "added", before: null, after });
const removed = (path: Path, before: unknown): FrameworkChange => ({ path, kind: "removed", before, after: null });

type Whole = (path: Path, value: unknown) => FrameworkChange;

/** A section that came or went is told field by field. */
const inFull = (path: Path, value: unknown, tell: Whole): readonly FrameworkChange[] => {
  const inside = Object.entries(fieldsOf(value) ?? {});
  if (inside.length === 0) return [tell(path, value)];
  return inside.flatMap(([field, inner]) => inFull([...path, { field }], inner, tell));
};

/** Keys of both sides: those of the first in their order, then the new ones. */
const keysOf = (before: Iterable<string>, after: Iterable<string>): readonly string[] => [
  ...new Set([...before, ...after]),
];

const inFields = (path: Path, before: Fields, after: Fields): readonly FrameworkChange[] =>
  keysOf(Object.keys(before), Object.keys(after)).flatMap((field) => {
    const here = [...path, { field }];
    if (!Object.hasOwn(after, field)) return inFull(here, before[field], removed);
    return Object.hasOwn(before, field)
      ? between(here, before[field], after[field])
      : inFull(here, after[field], added);
  });

const inOrder = (path: Path, before: readonly string[], after: readonly string[]): readonly FrameworkChange[] => {
  const kept = before.filter((name) => after.includes(name));
  const stays = after.filter((name) => before.includes(name));
  return same(kept, stays) ? [] : [{ path, kind: "order", before: kept, after: stays }];
};

const inNamed = (path: Path, before: Named, after: Named): readonly FrameworkChange[] => {
  const inside = keysOf(before.keys(), after.keys()).flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    const here = [...path, { entry: wordsOf(was ?? is ?? {}) }];
    if (was === undefined) return [added(here, is)];
    return is === undefined ? [removed(here, was)] : inFields(here, was, is);
  });
  return [...inside, ...inOrder(path, [...before.keys()], [...after.keys()])];
};

/** By rank: what stands at the same place is compared. */
const inRanks = (path: Path, before: readonly unknown[], after: readonly unknown[]): readonly FrameworkChange[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, rank) => rank).flatMap((rank) => {
    const here = [...path, { rank }];
    if (rank >= after.length) return [removed(here, before[rank])];
    return rank < before.length ? between(here, before[rank], after[rank]) : [added(here, after[rank])];
  });

const isWord = (value: unknown): value is string | number => typeof value === "string" || typeof value === "number";
const once = (list: readonly unknown[]): boolean => list.every(isWord) && new Set(list).size === list.length;

/** Words, each once: what came and what went, whatever their ranks. */
const inWords = (path: Path, before: readonly unknown[], after: readonly unknown[]): readonly FrameworkChange[] => {
  const gone = before.filter((word) => !after.includes(word));
  const come = after.filter((word) => !before.includes(word));
  const names = (list: readonly unknown[]): readonly string[] => list.map((word) => JSON.stringify(word));
  const order = inOrder(path, names(before), names(after)).map((change) => ({ ...change, before, after }));
  return [...gone.map((word) => removed(path, word)), ...come.map((word) => added(path, word)), ...order];
};

const inLists = (path: Path, before: readonly unknown[], after: readonly unknown[]): readonly FrameworkChange[] => {
  const last = path.at(-1);
  if (last !== undefined && "field" in last && RANKED.has(last.field)) return inRanks(path, before, after);
  if (once(before) && once(after)) return inWords(path, before, after);
  const named = namedTogether(before, after);
  return named === undefined ? inRanks(path, before, after) : inNamed(path, ...named);
};

const between = (path: Path, before: unknown, after: unknown): readonly FrameworkChange[] => {
  if (same(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return inLists(path, before, after);
  const [one, other] = [fieldsOf(before), fieldsOf(after)];
  if (one !== undefined && other !== undefined) return inFields(path, one, other);
  return [{ path, kind: "changed", before, after }];
};

/** Both as their files say them; none when they say the same. */
export const frameworkChanges = (before: unknown, after: unknown): readonly FrameworkChange[] =>
  between([], before, after);
