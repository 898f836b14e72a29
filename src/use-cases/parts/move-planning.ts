/** What is to be known to plan a suppléance or a transfer: whose cases, who may take them, and what is planned already. */
import type { TypedInputs } from "../../domain/diagnostic/assessment.ts";
import type { MemberId } from "../../domain/participant/codes.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import { mayPlanAbsence, mayTransfer, standsOn, type CaseMove, type MoveKind } from "../../domain/people/absence.ts";
import { mayCarryCase, mayManageCase, type Actor } from "../../domain/people/actor.ts";
import type { Member } from "../../domain/people/member.ts";
import {
  moveFromInputs,
  type MoveContext,
  type MoveProblem,
  type PlannedMove,
} from "../../domain/people/move-from-inputs.ts";
import { everyDocument } from "../frame/every-document.ts";
import { done, refused, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { readDossier, type Dossier } from "./dossier.ts";

export interface MovePlanning {
  /** The one case that it is about; null: all those of a référent. */
  readonly dossier: Dossier | null;
  readonly identity: Identity | null;
  readonly context: MoveContext;
}

const isReferent = ({ roles }: Member): boolean => roles.includes("referent");

/** Who may stand in, and whom a case may pass to. */
export const referentsOf = ({ people }: Pick<Services, "people">): readonly MemberId[] =>
  people
    .members()
    .filter(isReferent)
    .map(({ aadObjectId }) => aadObjectId);

/** Whoever carries the case passes on that the person asks for somebody else. */
const kindsFor = (actor: Actor, fromId: MemberId | null, dossier: Dossier | undefined): readonly MoveKind[] => {
  const absence = fromId === null || mayPlanAbsence(actor, { fromId });
  const asks = dossier !== undefined && mayCarryCase(actor, dossier.file.doc);
  return [...(absence ? ["absence" as const] : []), ...(mayTransfer(actor) || asks ? ["transfer" as const] : [])];
};

/** Whose cases may be chosen: one's own, or anyone's; someone who left the team still has theirs. */
const carriersFor = async (services: Services, actor: Actor): Promise<readonly MemberId[]> => {
  if (!mayTransfer(actor) && !actor.roles.includes("coordinatrice")) return [actor.memberId];
  const carriers = new Set(referentsOf(services));
  for await (const { doc } of everyDocument(services.store, { kind: "identity", key: "all" }))
    carriers.add(doc.referentId);
  return [...carriers];
};

export const loadMovePlanning = async (
  services: Services,
  actor: Actor,
  { code }: { readonly code: string | null },
): Promise<Result<MovePlanning>> => {
  const [dossier, identity] =
    code === null ? [] : await Promise.all([readDossier(services, code), services.store.get("identity", code)]);
  if (code !== null && (dossier === undefined || identity === undefined)) return refused("noSuchCase");
  const own = actor.roles.includes("referent") && !mayTransfer(actor) && !actor.roles.includes("coordinatrice");
  const fromId = dossier?.file.doc.referentId ?? (own ? actor.memberId : null);
  const context: MoveContext = {
    ...{ today: services.clock.today(), referents: referentsOf(services), fromId },
    carriers: fromId === null ? await carriersFor(services, actor) : [fromId],
    kinds: kindsFor(actor, fromId, dossier),
    asks: !mayTransfer(actor),
  };
  return done({ dossier: dossier ?? null, identity: identity?.doc ?? null, context });
};

/** A case that is not yours and one that does not exist: one and the same answer. */
export const mayPlanMove = (actor: Actor, { dossier, context }: MovePlanning): RefusalCode | null => {
  if (dossier === null) return context.kinds.length === 0 || !isOfTeam(actor) ? "roleMayNot" : null;
  const file = dossier.file.doc;
  const may = mayManageCase(actor, file) || actor.roles.includes("coordinatrice");
  if (!may || context.kinds.length === 0) return "noSuchCase";
  return file.status === "cancelled" ? "caseClosed" : null;
};

const isOfTeam = ({ roles }: Actor): boolean =>
  roles.some((role) => role === "referent" || role === "chargeDeProjet" || role === "coordinatrice");

const movesUnder = async (services: Services, key: string): Promise<readonly CaseMove[]> => {
  const found: CaseMove[] = [];
  for await (const { doc } of everyDocument(services.store, { kind: "caseMove", key })) found.push(doc);
  return found;
};

const FOR_GOOD = "9999-12-31";

/** One suppléance at a time, by somebody who is there; one change of référent at a time. */
const clashes = async (
  services: Services,
  code: string | null,
  { what, fromId, toId, from, until }: PlannedMove,
): Promise<readonly MoveProblem[]> => {
  const [of, theirs] = await Promise.all([
    movesUnder(services, code === null ? `from:${fromId}` : `case:${code}`),
    toId === null ? [] : movesUnder(services, `from:${toId}`),
  ]);
  const days = { from, until: until ?? FOR_GOOD };
  const same = of.filter((move) => move.code === code && move.what === what);
  const twice = same.some((move) =>
    what === "absence" ? standsOn(move, days) : move.state === "planned" || move.state === "asked",
  );
  const away = what === "absence" && theirs.some((move) => move.code === null && standsOn(move, days));
  return [
    ...(twice ? [{ field: "from", code: "twice" } as const] : []),
    ...(away ? [{ field: "toId", code: "away" } as const] : []),
  ];
};

export type ReadPlan =
  { readonly ok: true; readonly move: PlannedMove } | { readonly ok: false; readonly problems: readonly MoveProblem[] };

/** What was typed, against the team and against what is planned already. */
export const readPlan = async (services: Services, planning: MovePlanning, inputs: TypedInputs): Promise<ReadPlan> => {
  const read = moveFromInputs(inputs, planning.context);
  if (!read.ok) return read;
  const problems = await clashes(services, planning.dossier?.file.doc.code ?? null, read.move);
  return problems.length === 0 ? read : { ok: false, problems };
};
