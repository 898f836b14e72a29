/** Absences and transfers: who stands in for whom, and cases that pass from one référent to another. A person may ask for it as well. */
import { z } from "zod";
import type { CaseFile } from "../participant/case-file.ts";
import { hasRole, type Actor } from "./actor.ts";
import { day, instant, memberId, participantCode, type Day, type MemberId } from "../participant/codes.ts";

export const MOVE_KINDS = ["absence", "transfer"] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** Why cases pass to somebody else. */
export const TRANSFER_REASONS = ["leaves", "workload", "personAsks", "other"] as const;
export type TransferReason = (typeof TRANSFER_REASONS)[number];

/**
 * A suppléance or a transfer: of one case, or of all the cases of a référent, taken one by one, so that a stop in between loses nothing.
 * `asked`: a référent asks for it, a chargé de projet answers. `planned` waits for its first day, or has cases left to take; `applied`: every case
 * is done; `ending`: a suppléance is being taken off its cases; `over`: it is off all of them.
 */
export const caseMove = z.strictObject({
  kind: z.literal("caseMove"),
  schemaVersion: z.literal(1),
  id: z.string(),
  what: z.enum(MOVE_KINDS),
  /** Null: all the cases of `fromId`. */
  code: participantCode.nullable(),
  fromId: memberId,
  /** Null: asked without naming anyone. */
  toId: memberId.nullable(),
  from: day,
  /** Last day of a suppléance; null for a transfer. */
  until: day.nullable(),
  why: z.enum(["absence", ...TRANSFER_REASONS]),
  state: z.enum(["asked", "planned", "applied", "ending", "over", "cancelled", "declined"]),
  by: memberId,
  at: instant,
  /** Who planned it, answered what was asked, or put an end to it, last. */
  settledBy: memberId.nullable(),
});
export type CaseMove = z.infer<typeof caseMove>;

/** One case that was taken by a move: it is taken once. Whether the person knows is asked until somebody says so. */
export const movedCase = z.strictObject({
  kind: z.literal("movedCase"),
  schemaVersion: z.literal(1),
  move: z.string(),
  code: participantCode,
  what: z.enum(MOVE_KINDS),
  fromId: memberId,
  toId: memberId,
  from: day,
  until: day.nullable(),
  at: instant,
  /** The person was told; null: not yet. */
  informed: z.strictObject({ on: day, by: memberId }).nullable(),
  /** A suppléance was taken off this case; null: it stands, or it is a transfer. */
  endedAt: instant.nullable(),
});
export type MovedCase = z.infer<typeof movedCase>;

export const movedCaseId = ({ move, code }: Pick<MovedCase, "move" | "code">): string => `${move}.${code}`;

/** Cases are still to be taken, or a suppléance to be taken off them one day. */
export const isUnderWay = ({ what, state }: Pick<CaseMove, "what" | "state">): boolean =>
  state === "planned" || state === "ending" || (state === "applied" && what === "absence");

const STANDING: readonly CaseMove["state"][] = ["planned", "applied"];

/** A suppléance that is planned or under way on one of these days. */
export const standsOn = (
  { what, state, from, until }: Pick<CaseMove, "what" | "state" | "from" | "until">,
  days: { readonly from: Day; readonly until: Day },
): boolean =>
  what === "absence" && STANDING.includes(state) && from <= days.until && (until === null || until >= days.from);

/** Someone stands in on that day, or will. */
export const isCovered = ({ substitute }: Pick<CaseFile, "substitute">, today: Day): boolean =>
  substitute !== null && substitute.until >= today;

/** The suppléance of this case is the one that this move brought. */
export const broughtBy = (
  { substitute }: Pick<CaseFile, "substitute">,
  moved: Pick<MovedCase, "toId" | "from" | "until">,
): boolean => substitute?.memberId === moved.toId && substitute.from === moved.from && substitute.until === moved.until;

/** The head of a case, once the move took it. A transfer ends the suppléance of whoever accompanied the person before. */
export const headMoved = (
  head: CaseFile,
  { what, from, until }: Pick<CaseMove, "what" | "from" | "until">,
  toId: MemberId,
): CaseFile =>
  what === "absence" && until !== null
    ? { ...head, substitute: { memberId: toId, from, until } }
    : { ...head, referentId: toId, substitute: null };

type Whose = Pick<CaseMove, "fromId">;
/** The suppléance of one's own cases; of anyone's, for whoever answers for the PLIE. */
export const mayPlanAbsence = (actor: Actor, { fromId }: Whose): boolean =>
  hasRole(actor, "chargeDeProjet", "coordinatrice") || (hasRole(actor, "referent") && actor.memberId === fromId);

/** A chargé de projet decides who accompanies whom; a référent may ask for one of their own cases. */
export const mayTransfer = (actor: Pick<Actor, "roles">): boolean => hasRole(actor, "chargeDeProjet");

/** Reads a move: whoever it concerns, and whoever answers for the PLIE. */
export const maySeeMove = (actor: Actor, { fromId, toId, by }: Pick<CaseMove, "fromId" | "toId" | "by">): boolean =>
  hasRole(actor, "chargeDeProjet", "coordinatrice") || [fromId, toId, by].includes(actor.memberId);

/** Puts an end to it: while it is to come, and for a suppléance while it lasts. */
export const mayEndMove = (actor: Actor, move: Pick<CaseMove, "fromId" | "what" | "state" | "by">): boolean => {
  if (!isUnderWay(move) && move.state !== "asked") return false;
  if (move.state === "ending") return false;
  if (move.what === "absence") return mayPlanAbsence(actor, move);
  return mayTransfer(actor) || (move.state === "asked" && move.by === actor.memberId);
};
