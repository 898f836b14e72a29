/** What the verbs of a sitting share: reading it, who leads it, who is there. */
import { hasRole, type Actor } from "../../domain/people/actor.ts";
import type { Member } from "../../domain/people/member.ts";
import { CELL_IDS, type CellId } from "../../domain/review/codes.ts";
import { mayLeadReviews, membersOfCell } from "../../domain/review/members.ts";
import type { Meeting } from "../../domain/review/records.ts";
import type { Versioned } from "../../ports/store.ts";
import { done, refused, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";

export interface Sitting {
  readonly meeting: Versioned<Meeting>;
  /** The members of its cell. */
  readonly members: readonly Member[];
}

export const queueOfCell = (cell: CellId): string => `sitting ${cell}`;
export const queueOfSitting = (_actor: Actor, input: { readonly meeting: string }): string =>
  `sitting ${input.meeting.split(".")[0] ?? ""}`;

export const cellMembersOf = (services: Services, cell: CellId): readonly Member[] =>
  membersOfCell(services.plie.cells[cell], services.people.members());

export const sitsIn = (services: Services, actor: Pick<Actor, "memberId">, cell: CellId): boolean =>
  cellMembersOf(services, cell).some(({ aadObjectId }) => aadObjectId === actor.memberId);

/** Reads the agenda of a cell: those who sit in it, those who lead, every référent, and whoever prepares the room. */
export const readsAgenda = (services: Services, actor: Actor, cell: CellId): boolean =>
  mayLeadReviews(actor) || hasRole(actor, "referent", "assistante") || sitsIn(services, actor, cell);

/** The cells of the PLIE whose agenda this member reads. */
export const cellsFor = (services: Services, actor: Actor): readonly CellId[] =>
  CELL_IDS.filter((cell) => services.plie.cells[cell] !== undefined && readsAgenda(services, actor, cell));

export const loadSitting = async (
  services: Services,
  actor: Actor,
  input: { readonly meeting: string },
): Promise<Result<Sitting>> => {
  const meeting = await services.store.get("meeting", input.meeting);
  if (meeting === undefined) return refused(mayLeadReviews(actor) ? "sittingClosed" : "roleMayNot");
  return done({ meeting, members: cellMembersOf(services, meeting.doc.cell) });
};

/** Opens, moves forward and closes a sitting: a chargé de projet or the coordinatrice. */
export const leadsSitting = (actor: Actor): RefusalCode | null => (mayLeadReviews(actor) ? null : "roleMayNot");

/** The secretary whom the leader named follows the sitting, and notes who is there. */
export const followsSitting = (actor: Actor, { meeting }: Sitting): RefusalCode | null =>
  mayLeadReviews(actor) || actor.memberId === meeting.doc.secretaryId ? null : "roleMayNot";

/** Who can be marked present or named: the members of the cell first, then the rest of the team. */
export const teamOfSitting = (services: Services, { members }: Pick<Sitting, "members">): readonly Member[] => [
  ...members,
  ...services.people.members().filter((member) => !members.includes(member)),
];
