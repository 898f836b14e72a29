/** Goes on with the imports that a human began, line after line, from where they stopped, whatever stopped them; two instances do each line once. */
import { linesLeftToDo, type ImportRun } from "../domain/exchange/import-records.ts";
import type { Actor } from "../domain/people/actor.ts";
import { UnreadableDocument, type Versioned } from "../ports/store.ts";
import { auditWrites, memberChain } from "./frame/audit-trail.ts";
import { everyDocument } from "./frame/every-document.ts";
import type { Services } from "./frame/services.ts";
import { untilWritten } from "./frame/until-written.ts";
import { perform } from "./frame/use-case.ts";
import { tellImported } from "./parts/tell-imported.ts";
import { coverNewcomers } from "./apply-case-moves.ts";
import { applyImportLine } from "./apply-import-line.ts";

/** Who said to go on, as they are called now: what they confirmed goes on, whatever became of their role since. */
const startedBy = (services: Services, { startedBy: id, by }: ImportRun): Actor => {
  const memberId = id ?? by;
  const { name = "", roles = [] } = services.people.byObjectId(memberId) ?? {};
  return { memberId, name, roles, playedBy: null, today: services.clock.today() };
};

const PAGE = 100;

/** Whether the line is done. */
const applyLine = async (
  services: Services,
  actor: Actor,
  run: string,
  line: number,
  unreadable = false,
): Promise<boolean> => {
  const delivery = { activityKey: `import.${run}.${line}`, click: null, answerTo: null };
  try {
    const did = await perform(services, actor, applyImportLine, { run, line, unreadable }, delivery, () => ({}));
    return did.ok || did.refusal === "nothingToSettle";
  } catch (cause) {
    if (!(cause instanceof UnreadableDocument) || unreadable) throw cause;
    services.log.error("import.failed", { cause });
    return applyLine(services, actor, run, line, true);
  }
};

/** Whether no line is left to do. */
const applyLines = async (services: Services, run: ImportRun, goesOn: () => boolean): Promise<boolean> => {
  const actor = startedBy(services, run);
  for (;;) {
    const page = await services.store.list({ kind: "importLine", key: `todo:${run.id}`, limit: PAGE });
    if (page.items.length === 0) return true;
    for (const { doc } of page.items) {
      if (!goesOn()) return false;
      if (!(await applyLine(services, actor, run.id, doc.line))) return false;
    }
  }
};

/** Without a line left to do: each was done, or those that were not have outlived the days that they are kept. */
const finish = (services: Services, { id }: ImportRun): Promise<unknown> =>
  untilWritten(services, async () => {
    const found = await services.store.get("importRun", id);
    if (found === undefined || found.doc.state !== "applying") return true;
    const notDone = linesLeftToDo(found.doc);
    const state = notDone > 0 ? "expired" : "done";
    const doc: ImportRun = { ...found.doc, state, doneAt: services.clock.now().toISOString() };
    const actor = startedBy(services, doc);
    const counts = { ...doc.ends, ...(notDone > 0 ? { notDone } : {}) };
    const entry = { act: `import.${state}`, code: null, details: { run: id, source: doc.source, ...counts } };
    const committed = await services.store.commit([
      { op: "put", doc, expected: found.version },
      ...(await auditWrites(services, memberChain(actor.memberId), actor, entry)),
      ...(await tellImported(services, found.doc)),
    ]);
    return committed.ok ? true : undefined;
  });

/** What is damaged is for whoever looks after Repère. */
const unlessUnreadable = async ({ log }: Services, task: () => Promise<void>): Promise<void> => {
  try {
    await task();
  } catch (cause) {
    if (!(cause instanceof UnreadableDocument)) throw cause;
    log.error("import.failed", { cause });
  }
};

const carryOn = async (services: Services, { doc }: Versioned<ImportRun>, goesOn: () => boolean): Promise<void> => {
  if (!(await applyLines(services, doc, goesOn))) return;
  // Whoever stands in for a référent has the new people before both are told of them.
  await unlessUnreadable(services, () => coverNewcomers(services));
  await finish(services, doc);
};

/** One that cannot be read holds back no other. */
export const applyImports = async (services: Services, goesOn: () => boolean = () => true): Promise<void> => {
  for await (const run of everyDocument(services.store, { kind: "importRun", key: "underWay" }))
    if (goesOn()) await unlessUnreadable(services, () => carryOn(services, run, goesOn));
};
