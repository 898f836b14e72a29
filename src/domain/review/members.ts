/** Who sits in a cell, who may be heard on a case, and who decides. */
import type { Actor } from "../people/actor.ts";
import { hasRole } from "../people/actor.ts";
import type { Member, Role } from "../people/member.ts";
import type { MemberId } from "../participant/codes.ts";
import type { CellId } from "./codes.ts";
import type { Review } from "./records.ts";

/** What the PLIE's file says of one cell. */
export interface CellRules {
  /** Null: every référent and chargé de projet. */
  readonly members: readonly MemberId[] | null;
  readonly quorum: number;
  /** Initial channel; `relier` wins. */
  readonly channel: string | null;
  readonly dates: readonly string[];
}
export type Cells = Readonly<Partial<Record<CellId, CellRules>>>;

type Accompanied = Pick<Review, "referentId" | "substituteId">;

const BY_DEFAULT: readonly Role[] = ["referent", "chargeDeProjet"];
const SITS_IN_CELLS: readonly Role[] = ["referent", "chargeDeProjet", "coordinatrice", "membreCellule"];

const withRoles = (members: readonly Member[], roles: readonly Role[]): readonly Member[] =>
  members.filter((member) => member.roles.some((role) => roles.includes(role)));

/** The members of a cell who are still in the team file. */
export const membersOfCell = (rules: CellRules | undefined, members: readonly Member[]): readonly Member[] => {
  if (rules === undefined) return [];
  const named = rules.members;
  return named === null
    ? withRoles(members, BY_DEFAULT)
    : members.filter(({ aadObjectId }) => named.includes(aadObjectId));
};

/** The référent of the case, or whoever stands in for them. */
export const accompanies = ({ referentId, substituteId }: Accompanied, id: MemberId): boolean =>
  id === referentId || id === substituteId;

/**
 * Who may give an opinion on a case: the members of its cell but whoever accompanies the person, who has the préconisation and no vote. A second study is heard by
 * other members: anyone of the team who sits in cells and took no part in the first.
 */
export const votersOf = (
  review: Pick<Review, "referentId" | "substituteId" | "second">,
  rules: CellRules | undefined,
  members: readonly Member[],
): readonly Member[] => {
  const { second } = review;
  const sitting =
    second === null
      ? membersOfCell(rules, members)
      : withRoles(members, SITS_IN_CELLS).filter(({ aadObjectId }) => !second.barred.includes(aadObjectId));
  return sitting.filter(({ aadObjectId }) => !accompanies(review, aadObjectId));
};

/** Present: gave an opinion, or marked present in the sitting; whoever accompanies the person does not count. */
export const presentFor = (
  review: Accompanied & Pick<Review, "givers">,
  marked: readonly MemberId[],
): readonly MemberId[] => [...new Set([...review.givers, ...marked])].filter((id) => !accompanies(review, id));

/**
 * Reads what is written of a case under study. Whoever sits in a cell without working on files, or only takes its notes, is shown no more than its
 * channel: a partner, or the assistante.
 */
export const readsWords = (actor: Pick<Actor, "roles">): boolean =>
  hasRole(actor, "referent", "chargeDeProjet", "coordinatrice");

/**
 * How many members must be present. A second study is heard by others than the first: a small team may not have so many left, and the person's
 * request must find an answer all the same.
 */
export const quorumOf = (
  { second }: Pick<Review, "second">,
  { quorum }: Pick<CellRules, "quorum">,
  voters: readonly Member[],
): number => (second === null ? quorum : Math.max(1, Math.min(quorum, voters.length)));

/** A chargé de projet or the coordinatrice leads the review: reveals, decides, adjourns. */
export const mayLeadReviews = (actor: Pick<Actor, "roles">): boolean =>
  hasRole(actor, "chargeDeProjet", "coordinatrice");

/** Has a part in the collegial review. */
export const takesPart = (actor: Pick<Actor, "roles">): boolean => hasRole(actor, ...SITS_IN_CELLS);

/** Took part in the first study, and leaves the second one to others. */
export const isBarred = ({ second }: Pick<Review, "second">, id: MemberId): boolean =>
  second?.barred.includes(id) ?? false;

/**
 * Who leads reviews sees every one, the référent of a case theirs, and whoever votes what their cell studies: in the short circuit once it is
 * decided, and for a partner what is on the agenda only.
 */
export const maySeeReview = (
  actor: Pick<Actor, "memberId" | "roles">,
  review: Accompanied & Pick<Review, "state" | "track">,
  { votes, onAgenda }: { readonly votes: boolean; readonly onAgenda: boolean },
): boolean => {
  if (mayLeadReviews(actor) || accompanies(review, actor.memberId)) return true;
  if (!votes || review.state === "withdrawn") return false;
  if (!readsWords(actor)) return onAgenda && review.track === "full";
  return review.track === "full" || review.state === "decided";
};
