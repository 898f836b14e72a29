/**
 * After an older backup was restored: whoever had been erased since is erased again, before anybody opens a file. Their marks are written first, so
 * that whatever stops it, the start of the server goes on with it.
 */
import type { MemberId } from "../domain/participant/codes.ts";
import type { Erased } from "../domain/rights/retention-records.ts";
import type { Write } from "../ports/store.ts";
import type { PlieStores } from "./backup-plie.ts";
import { finishErasures } from "./finish-erasures.ts";
import { projectCases } from "./project-cases.ts";
import type { Services } from "./frame/services.ts";
import type { ErasedSince } from "./read-erased.ts";

const MARKS_AT_ONCE = 80;

/** `again`: erased by this; `before`: they were already; `unknown`: registered after the backup; `others`: that code is somebody else's now. */
const FATES = ["again", "before", "unknown", "others"] as const;
type Fate = (typeof FATES)[number];

export type ErasedAgain = Readonly<Record<Fate, readonly string[]>> & {
  /** Begun, and still under way: the server goes on with them. */
  readonly underWay: readonly string[];
};

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
  state: kept === null ? "asked" : "going",
  againOn: null,
});

const mark = async (services: Services, named: readonly ErasedSince[], by: MemberId): Promise<void> => {
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
    if (writes.length > 0) await services.store.commit(writes);
  }
};

/** The codes of whoever was registered and erased since are not given again. */
const keepNumbers = async ({ store }: Services, codes: readonly string[]): Promise<void> => {
  const lasts = new Map<string, number>();
  for (const code of codes) {
    const [, year = "", count = ""] = code.split("-");
    const id = `participant.${year}`;
    lasts.set(id, Math.max(lasts.get(id) ?? 0, Number(count)));
  }
  for (const [id, last] of lasts) {
    const known = await store.get("sequence", id);
    if ((known?.doc.last ?? 0) < last)
      await store.commit([
        { op: "put", doc: { kind: "sequence", schemaVersion: 1, id, last }, expected: known?.version ?? "new" },
      ]);
  }
};

/** Some were named or begun, and are not over. */
export const erasuresLeft = async ({ stores: { cases } }: Pick<PlieStores, "stores">): Promise<boolean> => {
  const pages = await Promise.all(["asked", "going"].map((key) => cases.list({ kind: "erased", key, limit: 1 })));
  return pages.some(({ items }) => items.length > 0);
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
  await mark(services, of("again"), by);
  await keepNumbers(services, codes("unknown"));
  const recent = await finishErasures(services);
  await projectCases(services);
  await services.store.purge({ whole: recent.length > 0 });
  const marks = await Promise.all(codes("again").map((code) => services.store.get("erased", code)));
  const underWay = marks.flatMap((one) => (one === undefined || one.doc.state === "gone" ? [] : [one.doc.code]));
  return {
    ...{ before: codes("before"), unknown: codes("unknown"), others: codes("others"), underWay },
    again: codes("again").filter((code) => !underWay.includes(code)),
  };
};
