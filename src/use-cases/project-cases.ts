/**
 * Keeps what lists and the dashboard read, case by case, from the markers that commands leave: nothing is scanned to show them.
 * When what every case is read from changed (the directory, the framework, the communes, the rules of counting), or nothing was counted yet, every
 * case is read again in the order of codes, page by page, between the markers: a new generation of counters is filled, then becomes the one that is
 * read. A crash resumes where the last batch stopped.
 */
import type { Marker, Projection } from "../domain/dashboard/projection.ts";
import { counterId } from "../domain/dashboard/records.ts";
import type { Versioned, Write } from "../ports/store.ts";
import { foldCase, type Folded } from "./parts/fold-cases.ts";
import { openPictureReader, type OpenPictureReader } from "./parts/read-picture.ts";
import { writeCounted, writeFolded, type Counting, type Step } from "./parts/write-counted.ts";
import type { Services } from "./frame/services.ts";

type Pass = NonNullable<Projection["pass"]>;
type Work = (counting: Counting) => Promise<Step>;

const MARKERS_AT_ONCE = 30;
/** About as many as one batch takes. */
const CASES_AT_ONCE = 14;
const COUNTERS_AT_ONCE = 80;
const PAUSE_MS = 200;
/** Somebody else counts: they will go on, or the next round will. */
const OVERTAKEN_AT_MOST = 20;

const foldCases = ({ services, reader }: Counting, codes: readonly string[]): Promise<readonly Folded[]> =>
  Promise.all(codes.map((code) => foldCase(services, reader, code)));

const removal = ({ doc, version }: Versioned<Marker>): Write => ({
  op: "delete",
  kind: "marker",
  id: `${doc.code}.${doc.edition}`,
  expected: version,
});

/** The oldest markers, and the cases that they name. */
const takeMarkers: Work = async (counting) => {
  const { services, projection } = counting;
  const { items } = await services.store.list({ kind: "marker", key: "all", limit: MARKERS_AT_ONCE });
  if (items.length === 0) return "idle";
  const codes = [...new Set(items.map(({ doc }) => doc.code))].slice(0, CASES_AT_ONCE);
  const { generation, pass } = projection.doc;
  const isPassed = ({ code }: Folded): boolean => pass !== null && pass.after !== null && code <= pass.after;
  const countedBefore = ({ before }: Folded) => before;
  return writeFolded(counting, await foldCases(counting, codes), countedBefore, (taken) => ({
    next: projection.doc,
    changes: [
      { generation, of: taken },
      ...(pass === null ? [] : [{ generation: pass.generation, of: taken.filter(isPassed) }]),
    ],
    beside: [
      ...taken.flatMap(({ writes }) => writes),
      ...items.filter(({ doc }) => taken.some(({ code }) => code === doc.code)).map(removal),
    ],
  }));
};

/** The new generation is the one that is read; the other one goes at the next round, when nobody is reading it any more. */
const finishPass = async (counting: Counting, pass: Pass): Promise<Step> => {
  const { services, projection } = counting;
  const { generation, dropped } = projection.doc;
  const { generation: next, readFrom } = pass;
  const doc: Projection = {
    ...projection.doc,
    generation: next,
    readFrom,
    pass: null,
    dropped: [...dropped, generation],
  };
  const step = await writeCounted(counting, [{ op: "put", doc, expected: projection.version }]);
  if (step === "moved") services.log.info("projector.rebuilt", { version: next });
  return step;
};

const codesAfter = async ({ store }: Services, after: string | null): Promise<readonly string[]> => {
  const { items } = await store.list({
    ...{ kind: "case", key: "all", limit: CASES_AT_ONCE + 1 },
    ...(after === null ? {} : { from: after }),
  });
  return items.flatMap(({ doc }) => (doc.code === after ? [] : [doc.code])).slice(0, CASES_AT_ONCE);
};

/** The next cases of the pass: the new generation had not counted them yet. */
const passOn = async (counting: Counting, pass: Pass): Promise<Step> => {
  const { services, projection } = counting;
  const codes = await codesAfter(services, pass.after);
  if (codes.length === 0) return finishPass(counting, pass);
  return writeFolded(
    counting,
    await foldCases(counting, codes),
    () => null,
    (taken) => ({
      next: { ...projection.doc, pass: { ...pass, after: taken.at(-1)?.code ?? pass.after } },
      changes: [
        { generation: projection.doc.generation, of: taken },
        { generation: pass.generation, of: taken.map(({ after }) => ({ before: null, after })) },
      ],
      beside: taken.flatMap(({ writes }) => writes),
    }),
  );
};

const beginPass: Work = async (counting) => {
  const { services, reader, projection } = counting;
  const { pass, dropped } = projection.doc;
  const doc: Projection = {
    ...projection.doc,
    pass: { generation: services.ids.next(), readFrom: reader.readFrom, after: null },
    dropped: pass === null ? dropped : [...dropped, pass.generation],
  };
  return writeCounted(counting, [{ op: "put", doc, expected: projection.version }]);
};

/** Reads every case again while what they were read from is not what is there. */
const readAgain: Work = async (counting) => {
  const { readFrom, pass } = counting.projection.doc;
  if (pass !== null) return passOn(counting, pass);
  return readFrom === counting.reader.readFrom ? "idle" : beginPass(counting);
};

const firstProjection = async ({ store, ids }: Services): Promise<Step> => {
  const none = { readFrom: null, pass: null, dropped: [] };
  const doc: Projection = { kind: "projection", schemaVersion: 1, generation: ids.next(), ...none };
  return (await store.commit([{ op: "put", doc, expected: "new" }])).ok ? "moved" : "overtaken";
};

const doOnce = async (services: Services, open: OpenPictureReader, work: Work): Promise<Step> => {
  const projection = await services.store.get("projection", "cases");
  if (projection === undefined) return firstProjection(services);
  return work({ services, reader: await open(services), projection });
};

/** Counters that are read no more. Overtaken: the next round goes on with them. */
const sweep = async ({ store }: Services, goesOn: () => boolean): Promise<void> => {
  while (goesOn()) {
    const projection = await store.get("projection", "cases");
    const [generation, ...others] = projection?.doc.dropped ?? [];
    if (projection === undefined || generation === undefined) return;
    const { items } = await store.list({ kind: "counter", key: `generation:${generation}`, limit: COUNTERS_AT_ONCE });
    const dropped = items.length < COUNTERS_AT_ONCE ? others : projection.doc.dropped;
    const removed = items.map(({ doc }): Write => ({
      op: "delete",
      kind: "counter",
      id: counterId(generation, doc.part),
    }));
    const doc = { ...projection.doc, dropped };
    if (!(await store.commit([{ op: "put", doc, expected: projection.version }, ...removed])).ok) return;
  }
};

/** Until there is nothing left to do, or somebody else does it. `goesOn` is asked between two batches. */
const untilIdle = async (services: Services, open: OpenPictureReader, goesOn: () => boolean): Promise<void> => {
  let overtaken = 0;
  while (goesOn() && overtaken < OVERTAKEN_AT_MOST) {
    const steps = [await doOnce(services, open, takeMarkers), await doOnce(services, open, readAgain)];
    if (steps.every((step) => step === "idle")) return;
    if (!steps.includes("overtaken")) continue;
    overtaken += 1;
    await services.clock.pause(services.ids.random() * PAUSE_MS);
  }
};

/** Counts everything that is to be counted now. */
export const projectCases = async (
  services: Services,
  open: OpenPictureReader = openPictureReader,
  goesOn: () => boolean = () => true,
): Promise<void> => {
  await sweep(services, goesOn);
  await untilIdle(services, open, goesOn);
};

/** Begins to count everything again, whatever was counted before; the projector goes on with it. */
export const rebuildCases = async (services: Services, open: OpenPictureReader = openPictureReader): Promise<void> => {
  while ((await doOnce(services, open, beginPass)) !== "moved")
    await services.clock.pause(services.ids.random() * PAUSE_MS);
  await projectCases(services, open);
};
