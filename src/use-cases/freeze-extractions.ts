/**
 * *Extraction mensuelle*: from the day that the PLIE's file says, the past month is made for good, in the order of codes, a page at a time. A month that was
 * begun goes on where it stopped with the columns that it began with; two instances never write the same page. A server that slept makes the months
 * that it missed, each saying the day on which it was made.
 */
import { monthToFreeze } from "../domain/exchange/extraction-month.ts";
import type { Extraction, ExtractionRow, Month } from "../domain/exchange/extraction-records.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { Versioned, Write } from "../ports/store.ts";
import { askedOf, columnsNow, extractionRowOf } from "./parts/read-extraction.ts";
import type { Services } from "./frame/services.ts";

const CASES_AT_ONCE = 20;
/** Someone else wrote first: they will go on, or the next round will. */
const OVERTAKEN_AT_MOST = 20;
const PAUSE_MS = 200;

const lastDone = async ({ store }: Services): Promise<Month | null> => {
  const { items } = await store.list({ kind: "extraction", key: "done", limit: 1, descending: true });
  return items[0]?.doc.month ?? null;
};

const begun = async (services: Services, month: Month): Promise<Extraction> => {
  const { papers, plie, clock } = services;
  const { version, sheets } = papers.extraction;
  return {
    ...{ kind: "extraction", schemaVersion: 1, month, version, plie: plie.name, sheets },
    columns: [...(await columnsNow(services))],
    ...{ on: clock.today(), after: null, rows: 0, doneAt: null },
  };
};

const headOf = async (services: Services, month: Month): Promise<Versioned<Extraction> | undefined> => {
  const known = await services.store.get("extraction", month);
  if (known !== undefined) return known;
  await services.store.commit([{ op: "put", doc: await begun(services, month), expected: "new" }]);
  return services.store.get("extraction", month);
};

const casesAfter = async ({ store }: Services, after: string | null): Promise<readonly CaseFile[]> => {
  const from = after === null ? {} : { from: after };
  const { items } = await store.list({ kind: "case", key: "all", limit: CASES_AT_ONCE + 1, ...from });
  return items.flatMap(({ doc }) => (doc.code === after ? [] : [doc])).slice(0, CASES_AT_ONCE);
};

const put = (doc: ExtractionRow): Write => ({ op: "put", doc, expected: "new" });

/** One page; false: somebody else wrote it. */
const goOn = async (services: Services, { doc, version }: Versioned<Extraction>): Promise<boolean> => {
  const heads = await casesAfter(services, doc.after);
  const asked = askedOf(doc.month, doc.columns);
  const read = await Promise.all(heads.map((head) => extractionRowOf(services, head, asked)));
  const rows = read.flatMap((row) => row ?? []);
  const last = heads.at(-1)?.code;
  const next: Extraction =
    last === undefined
      ? { ...doc, doneAt: services.clock.now().toISOString() }
      : { ...doc, after: last, rows: doc.rows + rows.length };
  const written = await services.store.commit([{ op: "put", doc: next, expected: version }, ...rows.map(put)]);
  if (written.ok && last === undefined) services.log.info("extraction.frozen", { count: next.rows });
  return written.ok;
};

/** Makes for good every month whose day has come. `continues` is asked between two pages. */
export const freezeExtractions = async (services: Services, continues: () => boolean = () => true): Promise<void> => {
  let overtaken = 0;
  while (continues() && overtaken < OVERTAKEN_AT_MOST) {
    const { freezeDay } = services.papers.extraction;
    const month = monthToFreeze(services.clock.today(), freezeDay, await lastDone(services));
    const head = month === null ? undefined : await headOf(services, month);
    if (head === undefined) return;
    if (await goOn(services, head)) continue;
    overtaken += 1;
    await services.clock.pause(services.ids.random() * PAUSE_MS);
  }
};
