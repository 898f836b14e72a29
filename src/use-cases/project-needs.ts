/**
 * Counts the needs that nobody answers, case by case, from the markers that commands leave: no list of people is scanned to show them.
 * When the directory changed, or nothing was counted yet, every case is read again in the order of codes, page by page, between the markers:
 * a new generation of counters is filled, then becomes the one that is read. A crash resumes where the last batch stopped.
 */
import type { Marker, Projection } from "../domain/offer/needs.ts";
import type { Versioned, Write } from "../ports/store.ts";
import { countersWith, foldCases, writeCounted, type Counting, type Step } from "./parts/fold-needs.ts";
import { openNeedsReader, type OpenNeedsReader } from "./parts/read-needs.ts";
import type { Services } from "./frame/services.ts";

type Pass = NonNullable<Projection["pass"]>;
type Work = (counting: Counting) => Promise<Step>;

const AT_ONCE = 40;
const PAUSE_MS = 200;
/** Somebody else counts: they will go on, or the next round will. */
const OVERTAKEN_AT_MOST = 20;

const removal = ({ doc, version }: Versioned<Marker>): Write => ({
  op: "delete",
  kind: "marker",
  id: `${doc.code}.${doc.edition}`,
  expected: version,
});

/** The oldest markers, and the cases that they name. */
const takeMarkers: Work = async (counting) => {
  const { services, projection } = counting;
  const { items } = await services.store.list({ kind: "marker", key: "all", limit: AT_ONCE });
  if (items.length === 0) return "idle";
  const codes = [...new Set(items.map(({ doc }) => doc.code))];
  const of = (code: string): readonly Versioned<Marker>[] => items.filter(({ doc }) => doc.code === code);
  const folded = await foldCases(counting, codes, (code) => of(code).length);
  const { generation, pass } = projection.doc;
  const passed = folded.filter(({ code }) => pass !== null && pass.after !== null && code <= pass.after);
  return writeCounted(counting, projection.doc, [
    ...(await countersWith(counting, generation, folded)),
    ...(pass === null ? [] : await countersWith(counting, pass.generation, passed)),
    ...folded.flatMap(({ code, writes }) => [...writes, ...of(code).map(removal)]),
  ]);
};

/** The new generation is the one that is read; the other one goes. */
const finishPass = async (counting: Counting, pass: Pass): Promise<Step> => {
  const { services, projection } = counting;
  const { generation } = projection.doc;
  const old = await services.store.get("needsCount", generation);
  const next: Projection = { ...projection.doc, generation: pass.generation, offer: pass.offer, pass: null };
  const step = await writeCounted(
    counting,
    next,
    old === undefined ? [] : [{ op: "delete", kind: "needsCount", id: generation, expected: old.version }],
  );
  if (step === "moved") services.log.info("projector.rebuilt", { version: pass.generation });
  return step;
};

const codesAfter = async ({ store }: Services, after: string | null): Promise<readonly string[]> => {
  const { items } = await store.list({
    ...{ kind: "case", key: "all", limit: AT_ONCE + 1 },
    ...(after === null ? {} : { from: after }),
  });
  return items.flatMap(({ doc }) => (doc.code === after ? [] : [doc.code])).slice(0, AT_ONCE);
};

/** The next cases of the pass. */
const passOn = async (counting: Counting, pass: Pass): Promise<Step> => {
  const { services, projection } = counting;
  const codes = await codesAfter(services, pass.after);
  if (codes.length === 0) return finishPass(counting, pass);
  const folded = await foldCases(counting, codes, () => 0);
  return writeCounted(counting, { ...projection.doc, pass: { ...pass, after: folded.at(-1)?.code ?? pass.after } }, [
    ...(await countersWith(counting, projection.doc.generation, folded)),
    ...(await countersWith(counting, pass.generation, folded, true)),
    ...folded.flatMap(({ writes }) => writes),
  ]);
};

const beginPass = async (counting: Counting): Promise<Step> => {
  const { services, reader, projection } = counting;
  const dropped = projection.doc.pass && (await services.store.get("needsCount", projection.doc.pass.generation));
  const pass: Pass = { generation: services.ids.next(), offer: reader.offer, after: null };
  return writeCounted(
    counting,
    { ...projection.doc, pass },
    dropped ? [{ op: "delete", kind: "needsCount", id: dropped.doc.generation, expected: dropped.version }] : [],
  );
};

/** Reads every case again while the directory that was counted is not the one that is read. */
const readAgain: Work = async (counting) => {
  const { offer, pass } = counting.projection.doc;
  if (pass !== null) return passOn(counting, pass);
  return offer === counting.reader.offer ? "idle" : beginPass(counting);
};

const firstProjection = async ({ store, ids }: Services): Promise<Step> => {
  const doc: Projection = { kind: "projection", schemaVersion: 1, generation: ids.next(), offer: null, pass: null };
  return (await store.commit([{ op: "put", doc, expected: "new" }])).ok ? "moved" : "overtaken";
};

const doOnce = async (services: Services, open: OpenNeedsReader, work: Work): Promise<Step> => {
  const projection = await services.store.get("projection", "needs");
  if (projection === undefined) return firstProjection(services);
  return work({ services, reader: await open(services), projection });
};

/** Counts everything that is to be counted now. `goesOn` is asked between two batches. */
export const projectNeeds = async (
  services: Services,
  open: OpenNeedsReader = openNeedsReader,
  goesOn: () => boolean = () => true,
): Promise<void> => {
  let overtaken = 0;
  while (goesOn() && overtaken < OVERTAKEN_AT_MOST) {
    const steps = [await doOnce(services, open, takeMarkers), await doOnce(services, open, readAgain)];
    if (steps.every((step) => step === "idle")) return;
    if (!steps.includes("overtaken")) continue;
    overtaken += 1;
    await services.clock.pause(services.ids.random() * PAUSE_MS);
  }
};

/** Begins to count everything again, whatever was counted before; the projector goes on with it. */
export const rebuildNeeds = async (services: Services, open: OpenNeedsReader = openNeedsReader): Promise<void> => {
  while ((await doOnce(services, open, beginPass)) !== "moved")
    await services.clock.pause(services.ids.random() * PAUSE_MS);
  await projectNeeds(services, open);
};
