/**
 * After an older backup was restored: whoever had been erased since is erased again, before anybody opens a file. Their marks are written first, so
 * that whatever stops it, the start of the server goes on with it.
 */
import type { MemberId } from "../domain/participant/codes.ts";
import type { Erased } from "../domain/rights/retention-records.ts";
import type { Write } from "../ports/store.ts";
import type { PlieStores } from "./backup-plie.ts";
import { finishErasures } from "./finish-erasures.ts";
import { everyDocument } from "./frame/every-document.ts";
import { projectCases } from "./project-cases.ts";
import type { Services } from "./frame/services.ts";
import type { ErasedSince } from "./read-erased.ts";

const MARKS_AT_ONCE = 80;

/** `again`: erased by this; `before`: they were already; `unknown`: registered after the backup; `others`: that code is somebody else's now. */
const FATES = ["again", "before", "unknown", "others"] as const;
type Fate = (typeof FATES)[number];

export interface Again extends Readonly<Record<Fate, readonly string[]>> {
  /** Named or begun, and not over: the server goes on with them. */
  readonly underWay: readonly string[];
}
/** `moved`: somebody else writes in this store. */
export type ErasedAgain = ({ readonly ok: true } & Again) | { readonly ok: false; readonly fault: "moved" };

/** A number that is given again after an older backup would be that of somebody else. */
const isSomebodyElse = async ({ store }: Services, { code, at }: ErasedSince): Promise<boolean> => {
  const [first] = (await store.list({ kind: "event", key: `case:${code}`, limit: 1 })).items;
  return first !== undefined && at !== null && first.doc.at > at;
};

const fateOf = async (services: Services, one: ErasedSince): Promise<Fate> => {
  const [file, mark] = await Promise.all([
    services.store.get("case", one.code),
    services.store.get("erased", one.code),
  ]);
  if (mark?.doc.state === "asked" || mark?.doc.state === "going") return "again";
  if (file === undefined) return "unknown";
  if (file.doc.retired?.as === "erased") return "before";
  return (await isSomebodyElse(services, one)) ? "others" : "again";
};

const markOf = (services: Services, { code, kept }: ErasedSince, by: MemberId): Erased => ({
  ...(kept ?? {
    ...{ kind: "erased", schemaVersion: 1, code, on: services.clock.today(), by, because: "restored" },
    ...{ row: null, marks: {}, together: [], esfLeft: false, at: services.clock.now().toISOString() },
  }),
  state: kept === null || kept.state === "asked" ? "asked" : "going",
  againOn: null,
});

/** False: somebody else wrote first. */
const mark = async (services: Services, named: readonly ErasedSince[], by: MemberId): Promise<boolean> => {
  for (let from = 0; from < named.length; from += MARKS_AT_ONCE) {
    const some = named.slice(from, from + MARKS_AT_ONCE);
    const there = await services.store.getMany(
      "erased",
      some.map(({ code }) => code),
    );
    const known = new Set(there.map(({ doc }) => doc.code));
    const writes = some
      .filter(({ code }) => !known.has(code))
      .map((one): Write => ({ op: "put", doc: markOf(services, one, by), expected: "new" }));
    if (writes.length > 0 && !(await services.store.commit(writes)).ok) return false;
  }
  return true;
};

/** The codes of whoever was registered and erased since are not given again. False: somebody else wrote first. */
const keepNumbers = async ({ store }: Services, codes: readonly string[]): Promise<boolean> => {
  const lasts = new Map<string, number>();
  for (const code of codes) {
    const [, year = "", count = ""] = code.split("-");
    const id = `participant.${year}`;
    lasts.set(id, Math.max(lasts.get(id) ?? 0, Number(count)));
  }
  for (const [id, last] of lasts) {
    const known = await store.get("sequence", id);
    if ((known?.doc.last ?? 0) >= last) continue;
    const doc = { kind: "sequence", schemaVersion: 1, id, last } as const;
    if (!(await store.commit([{ op: "put", doc, expected: known?.version ?? "new" }])).ok) return false;
  }
  return true;
};

/** The erasures of those who are named were begun in this store, and are not over; nobody else's is. */
export const isTheirErasure = async (
  { stores: { cases } }: Pick<PlieStores, "stores">,
  named: readonly ErasedSince[],
): Promise<boolean> => {
  const theirs = new Set<string>();
  for (const { code } of named) {
    theirs.add(code);
    // Another record of the same person goes with theirs.
    for (const other of (await cases.get("erased", code))?.doc.together ?? []) theirs.add(other);
  }
  let some = false;
  for (const key of ["asked", "going"])
    for await (const { doc } of everyDocument(cases, { kind: "erased", key }))
      if (theirs.has(doc.code)) some = true;
      else return false;
  return some;
};

/** What became of those who were to be erased again; one whose mark is not there is not over either. */
const outcomeOf = async ({ store }: Services, codes: readonly string[]): Promise<Pick<Again, "again" | "underWay">> => {
  const marks = await Promise.all(codes.map((code) => store.get("erased", code)));
  const over = new Set(marks.flatMap((one) => (one?.doc.state === "gone" ? [one.doc.code] : [])));
  return { again: codes.filter((code) => over.has(code)), underWay: codes.filter((code) => !over.has(code)) };
};

/** `by`: who answers for it, where a newer backup does not say who confirmed each erasure. */
export const eraseAgain = async (
  services: Services,
  named: readonly ErasedSince[],
  by: MemberId,
): Promise<ErasedAgain> => {
  const found = new Map<Fate, ErasedSince[]>(FATES.map((fate) => [fate, []]));
  for (const one of named) found.get(await fateOf(services, one))?.push(one);
  const of = (fate: Fate): readonly ErasedSince[] => found.get(fate) ?? [];
  const codes = (fate: Fate): readonly string[] => of(fate).map(({ code }) => code);
  const isKept = (await mark(services, of("again"), by)) && (await keepNumbers(services, codes("unknown")));
  if (!isKept) return { ok: false, fault: "moved" };
  const recent = await finishErasures(services);
  await projectCases(services);
  await services.store.purge({ whole: recent.length > 0 });
  return {
    ...{ ok: true, before: codes("before"), unknown: codes("unknown"), others: codes("others") },
    ...(await outcomeOf(services, codes("again"))),
  };
};
