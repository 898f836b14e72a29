/**
 * Erasures that were begun go on until nothing is left, whatever stopped them: two instances erase the same person once. They are looked at once more
 * on a later day, for what was under way elsewhere at that moment.
 */
import { addDays } from "../domain/participant/days.ts";
import type { Actor } from "../domain/people/actor.ts";
import { esfIsOver } from "../domain/rights/retention.ts";
import type { Erased } from "../domain/rights/retention-records.ts";
import { StoreUnavailable, type Versioned } from "../ports/store.ts";
import { batchOf } from "./frame/commit.ts";
import { everyDocument } from "./frame/every-document.ts";
import type { Services } from "./frame/services.ts";
import { untilWritten } from "./frame/until-written.ts";
import { beginErasure } from "./parts/erasing.ts";
import { sweepPerson } from "./parts/sweep-person.ts";

const AGAIN_DAYS = 2;

const onBehalfOf = ({ people, clock }: Services, id: string): Actor => {
  const { name = "", roles = [] } = people.byObjectId(id) ?? {};
  return { memberId: id, name, roles, playedBy: null, today: clock.today() };
};

/** The first commit of one record's erasure; nothing where it was done. A mark that a restoration left says who confirmed it, and why. */
const begin = (services: Services, code: string, { by, because }: Pick<Erased, "by" | "because">): Promise<unknown> =>
  untilWritten(services, async () => {
    const [file, mark] = await Promise.all([services.store.get("case", code), services.store.get("erased", code)]);
    if (file === undefined || file.doc.retired?.as === "erased") return true;
    const why = mark?.doc.because ?? because;
    const actor = onBehalfOf(services, mark?.doc.by ?? by);
    const { head, writes } = await beginErasure(services, actor, file, why, mark);
    const audit = { act: "case.erased", code, details: { because: why } };
    const delivery = { activityKey: `erased.${code}`, click: null, answerTo: null };
    const batch = await batchOf(services, actor, delivery, { outcome: null, head, writes, audit }, {});
    return (await services.store.commit(batch)).ok ? true : undefined;
  });

const settled = async (
  services: Services,
  { doc, version }: Versioned<Erased>,
  next: Partial<Erased>,
): Promise<void> => {
  const esfLeft = doc.esfLeft && !esfIsOver(services.papers.retention, services.clock.today());
  await services.store.commit([{ op: "put", doc: { ...doc, esfLeft, ...next }, expected: version }]);
};

/** What cannot be read of one person holds back neither the others nor the server; a store that does not answer holds back everything. */
const apart = async <T>(
  { log }: Services,
  about: { readonly caseId?: string },
  otherwise: T,
  work: () => Promise<T>,
): Promise<T> => {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof StoreUnavailable) throw cause;
    log.error("upkeep.failed", { ...about, cause });
    return otherwise;
  }
};

/** The files of all their records are closed; false: somebody else writes all the time. */
const closed = async (services: Services, { code, ...of }: Erased): Promise<Versioned<Erased> | undefined> => {
  if ((await begin(services, code, of)) === undefined) return undefined;
  const found = await services.store.get("erased", code);
  // Another record of the same person goes with theirs.
  for (const other of found?.doc.state === "going" ? found.doc.together : [])
    if ((await begin(services, other, of)) === undefined) return undefined;
  return found;
};

const goOn = async (services: Services, erased: Erased): Promise<void> => {
  const found = await closed(services, erased);
  if (found?.doc.state !== "going") return;
  if (!(await sweepPerson(services, found.doc))) return;
  const againOn = addDays(services.clock.today(), AGAIN_DAYS);
  await settled(services, found, { state: "gone", againOn });
  // A number is not somebody's in this PLIE alone: the log of another names other people.
  services.log.info("person.erased", { caseId: erased.code, plieId: services.plie.plieId });
};

/** Begun, or named when a backup was restored. */
const nextOf = async ({ store }: Services, met: ReadonlySet<string>): Promise<Erased | undefined> => {
  for (const key of ["asked", "going"])
    for await (const { doc } of everyDocument(store, { kind: "erased", key })) if (!met.has(doc.code)) return doc;
  return undefined;
};

/**
 * What is to be done now; `goesOn` is asked between two people. Returns who went these days and is to be looked at once more: as long as it changes,
 * what is stored may keep traces where nothing is read.
 */
export const finishErasures = async (
  services: Services,
  goesOn: () => boolean = () => true,
): Promise<readonly string[]> => {
  const today = services.clock.today();
  const met = new Set<string>();
  for (;;) {
    const next = await nextOf(services, met);
    if (next === undefined || !goesOn()) break;
    met.add(next.code);
    await apart(services, { caseId: next.code }, undefined, () => goOn(services, next));
  }
  const recent: string[] = [];
  for await (const found of everyDocument(services.store, { kind: "erased", key: "again" })) {
    const { code: caseId, againOn } = found.doc;
    const isDue = goesOn() && (againOn ?? today) <= today;
    if (isDue && (await apart(services, { caseId }, false, () => sweepPerson(services, found.doc))))
      await settled(services, found, { againOn: null });
    else recent.push(found.doc.code);
  }
  return recent;
};

/** Before anybody opens a file: those whose erasure was begun, or named when a backup was restored, are closed; the rest goes round after round. */
export const closeErased = async (services: Services): Promise<void> => {
  const met = new Set<string>();
  for (;;) {
    const next = await apart(services, {}, undefined, () => nextOf(services, met));
    if (next === undefined) return;
    met.add(next.code);
    await apart(services, { caseId: next.code }, undefined, () => closed(services, next));
  }
};
