/**
 * What is done by itself of absences and transfers: cases pass on their first day, one by one, and a suppléance leaves them after its last. It goes on
 * where it stopped, whatever stopped it; two instances do each case once.
 */
import { isUnderWay, type CaseMove } from "../domain/people/absence.ts";
import type { MemberId } from "../domain/participant/codes.ts";
import { UnreadableDocument, type Versioned, type Write } from "../ports/store.ts";
import { auditWrites, memberChain } from "./frame/audit-trail.ts";
import { everyDocument } from "./frame/every-document.ts";
import type { Services } from "./frame/services.ts";
import { perform } from "./frame/use-case.ts";
import { leaveMovedCase, onBehalfOf, takeMovedCase } from "./parts/moving-cases.ts";
import { reachOwnChat } from "./parts/own-chat.ts";
import { newTrouble } from "./parts/send-trouble.ts";

type GoesOn = () => boolean;
/** `version`: of whom the case names, so that a case that comes again during an absence is taken again; empty: it is taken once. */
interface OfCase {
  readonly code: string;
  readonly version: string;
}
/** `done`: nothing is left to do; `left`: some could not be done now, and are tried again. */
type Pass = "done" | "left";

const act = async (
  services: Services,
  move: CaseMove,
  command: typeof takeMovedCase,
  { code, version }: OfCase,
): Promise<boolean> => {
  const key = [command.act, move.id, code, ...(version === "" ? [] : [version])].join(".");
  const delivery = { activityKey: key, click: null, answerTo: null };
  try {
    const did = await perform(
      services,
      onBehalfOf(services, move),
      command,
      { move: move.id, code },
      delivery,
      () => ({}),
    );
    return did.ok || did.refusal === "nothingToSettle" || did.refusal === "noSuchCase";
  } catch (cause) {
    if (!(cause instanceof UnreadableDocument)) throw cause;
    services.log.error("moves.failed", { caseId: code, cause });
    return false;
  }
};

/** Cases that are still the référent's, and for a suppléance those where nobody stands in. */
const toTake = async (services: Services, { code, fromId, what }: CaseMove): Promise<readonly OfCase[]> => {
  if (code !== null) return [{ code, version: "" }];
  const cases: OfCase[] = [];
  const key = `referent:${fromId}`;
  for await (const { doc, version } of everyDocument(services.store, { kind: "identity", key }))
    if (doc.referentId === fromId && (what === "transfer" || doc.substituteId === null))
      cases.push({ code: doc.code, version });
  return cases;
};

const standing = async (services: Services, { id }: CaseMove): Promise<readonly OfCase[]> => {
  const cases: OfCase[] = [];
  for await (const { doc } of everyDocument(services.store, { kind: "movedCase", key: `stands:${id}` }))
    cases.push({ code: doc.code, version: "" });
  return cases;
};

const pass = async (
  services: Services,
  move: CaseMove,
  { command, cases }: { readonly command: typeof takeMovedCase; readonly cases: readonly OfCase[] },
  goesOn: GoesOn,
): Promise<Pass> => {
  let left = false;
  for (const one of cases) {
    if (!goesOn()) return "left";
    if (!(await act(services, move, command, one))) left = true;
  }
  return left ? "left" : "done";
};

/** Everyone whom it concerns, once, but whoever decided it. Somebody who cannot be reached is found in *Envois à vérifier*. */
const tell = async (services: Services, move: CaseMove): Promise<readonly Write[]> => {
  const actor = onBehalfOf(services, move).memberId;
  const concerned = new Set(
    [move.toId, move.fromId, move.by].filter((id): id is MemberId => id !== null && id !== actor),
  );
  const screen = { screen: "move", move: move.id, notice: null, at: null };
  const told = [...concerned].map(async (id): Promise<readonly Write[]> => {
    if (services.people.byObjectId(id) === undefined) return [];
    const writes = await reachOwnChat(services, id, screen, { code: move.code, review: null });
    if (writes !== undefined) return writes;
    const about = { entry: services.ids.next(), what: "message", review: null, cell: null } as const;
    return [newTrouble(services, { ...about, memberId: id, reason: "noChat" })];
  });
  return (await Promise.all(told)).flat();
};

const settle = async (
  services: Services,
  { doc, version }: Versioned<CaseMove>,
  state: CaseMove["state"],
  told: readonly Write[],
): Promise<void> => {
  const actor = onBehalfOf(services, doc);
  const fact = { act: `move.${state}`, code: null, details: { move: doc.id, what: doc.what } };
  await services.store.commit([
    { op: "put", doc: { ...doc, state }, expected: version },
    ...(await auditWrites(services, memberChain(actor.memberId), actor, fact)),
    ...told,
  ]);
};

const take = async (services: Services, found: Versioned<CaseMove>, goesOn: GoesOn): Promise<void> => {
  const met = new Set<string>();
  for (;;) {
    // Somebody may come to the référent meanwhile: they pass as well.
    const cases = (await toTake(services, found.doc)).filter(({ code }) => !met.has(code));
    if (cases.length === 0) break;
    if ((await pass(services, found.doc, { command: takeMovedCase, cases }, goesOn)) === "left") return;
    for (const { code } of cases) met.add(code);
  }
  await settle(services, found, "applied", await tell(services, found.doc));
};

const leave = async (services: Services, found: Versioned<CaseMove>, goesOn: GoesOn): Promise<void> => {
  const cases = await standing(services, found.doc);
  if ((await pass(services, found.doc, { command: leaveMovedCase, cases }, goesOn)) === "left") return;
  await settle(services, found, "over", await tell(services, found.doc));
};

const carryOut = async (services: Services, found: Versioned<CaseMove>, goesOn: GoesOn): Promise<void> => {
  const { state, from, until } = found.doc;
  const today = services.clock.today();
  if (from > today && state !== "ending") return;
  if (state === "ending" || (until !== null && until < today)) return leave(services, found, goesOn);
  if (state === "planned") return take(services, found, goesOn);
};

/** One move, now: what can be done of it is done. */
export const applyCaseMove = async (services: Services, id: string, goesOn: GoesOn = () => true): Promise<void> => {
  const found = await services.store.get("caseMove", id);
  if (found !== undefined && isUnderWay(found.doc)) await carryOut(services, found, goesOn);
};

/** Everything that is due today. */
export const applyCaseMoves = async (services: Services, goesOn: GoesOn = () => true): Promise<void> => {
  for await (const found of everyDocument(services.store, { kind: "caseMove", key: "underWay" }))
    if (goesOn()) await carryOut(services, found, goesOn);
};

/** Whoever came to a référent since they are away has somebody who stands in too. */
export const coverNewcomers = async (services: Services): Promise<void> => {
  const today = services.clock.today();
  for await (const { doc } of everyDocument(services.store, { kind: "caseMove", key: "underWay" }))
    if (doc.code === null && doc.state === "applied" && (doc.until ?? today) >= today)
      await pass(services, doc, { command: takeMovedCase, cases: await toTake(services, doc) }, () => true);
};
