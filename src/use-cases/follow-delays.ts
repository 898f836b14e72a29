/**
 * New delays in the framework, or new dates of cells: what every open case still has to meet is set again, in the order of codes, a few cases at a
 * time. What was met is a date of the case, and is not touched. A crash resumes where the last batch stopped; two instances never write the same one.
 */
import type { Round } from "../domain/diagnostic/assessment.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { DelaysFollowed } from "../domain/participant/delays-followed.ts";
import type { CaseSummary } from "../domain/records/bookkeeping.ts";
import type { Versioned, Write } from "../ports/store.ts";
import { roundIdOf } from "./parts/dossier.ts";
import { dueOf } from "./parts/on-case.ts";
import type { Services } from "./frame/services.ts";

/** Grows when milestones are counted otherwise: those of every case are then set again. */
const RULES = 1;
/** Three writes a case, and one for the batch. */
const CASES_AT_ONCE = 20;
/** Someone else wrote first: they will go on, or the next round will. */
const OVERTAKEN_AT_MOST = 20;
const PAUSE_MS = 200;

const digestOf = ({ frameworks, plie, ids }: Services): string =>
  ids.digest(JSON.stringify([RULES, frameworks.current.milestones, [...plie.entryCellDates].sort()]));

const same = (one: Pick<CaseSummary, "due" | "noCellDate">, other: Pick<CaseSummary, "due" | "noCellDate">): boolean =>
  one.noCellDate === other.noCellDate && JSON.stringify(one.due) === JSON.stringify(other.due);

/** With the case as it was read, not changed: what is recorded of it meanwhile sets its milestones by itself. Its lists follow the marker. */
const writesFor = (
  services: Services,
  head: Versioned<CaseFile>,
  summary: CaseSummary | undefined,
  round: Round | undefined,
): readonly Write[] => {
  if (summary === undefined) return [];
  const next = dueOf(services, head.doc, round);
  if (same(summary, next)) return [];
  const { code, edition } = head.doc;
  const at = services.clock.now().toISOString();
  return [
    { op: "put", doc: head.doc, expected: head.version },
    { op: "put", doc: { ...summary, ...next } },
    { op: "put", doc: { kind: "marker", schemaVersion: 1, code, edition, at } },
  ];
};

const batchFor = async (services: Services, heads: readonly Versioned<CaseFile>[]): Promise<readonly Write[]> => {
  const { store } = services;
  const rounds = heads.flatMap(({ doc }) => (doc.round === null ? [] : [roundIdOf(doc, doc.round)]));
  const [summaries, open] = await Promise.all([
    store.getMany(
      "summary",
      heads.map(({ doc }) => doc.code),
    ),
    store.getMany("round", rounds),
  ]);
  const summaryOf = new Map(summaries.map(({ doc }) => [doc.code, doc]));
  const roundOf = new Map(open.map(({ doc }) => [doc.code, doc]));
  return heads.flatMap((head) => writesFor(services, head, summaryOf.get(head.doc.code), roundOf.get(head.doc.code)));
};

const casesAfter = async ({ store }: Services, after: string | null): Promise<readonly Versioned<CaseFile>[]> => {
  const from = after === null ? {} : { from: after };
  const { items } = await store.list({ kind: "case", key: "all", limit: CASES_AT_ONCE + 1, ...from });
  return items.filter(({ doc }) => doc.code !== after).slice(0, CASES_AT_ONCE);
};

/** One batch of the pass; true once there is nothing left to do. */
const goOn = async (
  services: Services,
  { doc, version }: Versioned<DelaysFollowed>,
  setWith: string,
): Promise<boolean | "overtaken"> => {
  const after = doc.pass?.setWith === setWith ? doc.pass.after : null;
  const heads = await casesAfter(services, after);
  const last = heads.at(-1)?.doc.code;
  const next: DelaysFollowed =
    last === undefined ? { ...doc, setWith, pass: null } : { ...doc, pass: { setWith, after: last } };
  const writes = await batchFor(services, heads);
  const committed = await services.store.commit([{ op: "put", doc: next, expected: version }, ...writes]);
  if (!committed.ok) return "overtaken";
  return last === undefined;
};

const FIRST: DelaysFollowed = { kind: "delaysFollowed", schemaVersion: 1, setWith: null, pass: null };

const readFollowed = async ({ store }: Services): Promise<Versioned<DelaysFollowed> | undefined> => {
  const known = await store.get("delaysFollowed", "cases");
  if (known !== undefined) return known;
  await store.commit([{ op: "put", doc: FIRST, expected: "new" }]);
  return store.get("delaysFollowed", "cases");
};

/** Sets again what every case has still to meet, where delays, dates of cells or rules are not those it was set with. `continues` is asked between two batches. */
export const followDelays = async (services: Services, continues: () => boolean = () => true): Promise<void> => {
  const setWith = digestOf(services);
  let overtaken = 0;
  while (continues() && overtaken < OVERTAKEN_AT_MOST) {
    const followed = await readFollowed(services);
    if (followed === undefined || (followed.doc.setWith === setWith && followed.doc.pass === null)) return;
    const step = await goOn(services, followed, setWith);
    if (step === true) return services.log.info("delays.followed", { version: services.frameworks.current.version });
    if (step !== "overtaken") continue;
    overtaken += 1;
    await services.clock.pause(services.ids.random() * PAUSE_MS);
  }
};
