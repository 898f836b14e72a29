/** What most verbs about a review share: reading it, who sees it, who leads it, who counts as present. */
import { maySeeCase, type Actor } from "../../domain/people/actor.ts";
import type { Member } from "../../domain/people/member.ts";
import type { MemberId } from "../../domain/participant/codes.ts";
import {
  accompanies,
  isBarred,
  mayLeadReviews,
  maySeeReview,
  membersOfCell,
  presentFor,
  votersOf,
  type CellRules,
  quorumOf,
} from "../../domain/review/members.ts";
import { withoutPerson } from "../../domain/review/identifies.ts";
import type { CellLink, Meeting, Review, ReviewPost, Snapshot } from "../../domain/review/records.ts";
import { snapshotWithoutPerson } from "../../domain/review/without-person.ts";
import type { Versioned } from "../../ports/store.ts";
import { done, refused, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { readAgenda } from "./agenda.ts";

export interface ReviewView {
  readonly review: Versioned<Review>;
  /** What the cell saw in this study, to be read: masked where it has come to name the person. */
  readonly snapshot: Versioned<Snapshot> | undefined;
  readonly post: Versioned<ReviewPost> | undefined;
  readonly link: CellLink | undefined;
  /** Undefined where the PLIE's file does not hold this cell any more. */
  /** Its cell's, with the quorum of this review. */
  readonly rules: CellRules | undefined;
  readonly voters: readonly Member[];
  /** Who sits in the cell, whatever their part in this review. */
  readonly cellMembers: readonly Member[];
  /** The open sitting of the cell. */
  readonly sitting: Versioned<Meeting> | undefined;
  readonly onAgenda: boolean;
}

export const studyIdOf = ({ id, study }: Pick<Review, "id" | "study">): string => `${id}.${study}`;

export const queueOfReview = (_actor: Actor, input: { readonly review: string }): string => `review ${input.review}`;

const OPEN: readonly Review["state"][] = ["submitted", "underReview", "adjourned"];
export const isOpenReview = ({ state }: Pick<Review, "state">): boolean => OPEN.includes(state);

/** A name corrected since is recognised where it was not. Whoever does not read the case reads no text that names the person. */
const readSnapshot = async (
  services: Services,
  review: Review,
  actor: Actor | undefined,
): Promise<Versioned<Snapshot> | undefined> => {
  const [found, identity] = await Promise.all([
    services.store.get("snapshot", studyIdOf(review)),
    services.store.get("identity", review.code),
  ]);
  if (found === undefined || identity === undefined) return found;
  if (actor === undefined || !(maySeeCase(actor, review) || accompanies(review, actor.memberId)))
    return { ...found, doc: snapshotWithoutPerson(identity.doc, found.doc) };
  return { ...found, doc: { ...found.doc, question: withoutPerson(identity.doc, found.doc.question) } };
};

/** `actor`: who is to read it; nobody in particular where it is not said. */
export const readReview = async (services: Services, id: string, actor?: Actor): Promise<ReviewView | undefined> => {
  const { store, people, plie } = services;
  const review = await store.get("review", id);
  if (review === undefined) return undefined;
  const { cell } = review.doc;
  const [snapshot, post, link, agenda] = await Promise.all([
    readSnapshot(services, review.doc, actor),
    store.get("reviewPost", id),
    store.get("cellLink", cell),
    readAgenda(services, cell),
  ]);
  const rules = plie.cells[cell];
  const voters = votersOf(review.doc, rules, people.members());
  const { sitting } = agenda;
  return {
    review,
    snapshot,
    post,
    link: link?.doc,
    rules: rules === undefined ? undefined : { ...rules, quorum: quorumOf(review.doc, rules, voters) },
    voters,
    cellMembers: membersOfCell(rules, people.members()),
    sitting,
    onAgenda: agenda.reviews.some(({ doc }) => doc.id === id) || (sitting?.doc.order.includes(id) ?? false),
  };
};

export const loadReview = async (
  services: Services,
  actor: Actor,
  input: { readonly review: string },
): Promise<Result<ReviewView>> => {
  const view = await readReview(services, input.review, actor);
  return view === undefined ? refused("noSuchReview") : done(view);
};

const isAmong = (members: readonly Member[], id: MemberId): boolean =>
  members.some(({ aadObjectId }) => aadObjectId === id);

/** One that is not for you and one that does not exist: one and the same answer; who took part in the first study is told so. */
export const seesReview = (actor: Actor, view: ReviewView): RefusalCode | null => {
  const about = { votes: isAmong(view.voters, actor.memberId), onAgenda: view.onAgenda };
  if (maySeeReview(actor, view.review.doc, about)) return null;
  return isBarred(view.review.doc, actor.memberId) && isAmong(view.cellMembers, actor.memberId)
    ? "tookPart"
    : "noSuchReview";
};

/** Whoever accompanies the person, or took part in the first study, leaves this one to the others. */
export const standsAside = (actor: Actor, { review }: ReviewView): RefusalCode | null => {
  if (accompanies(review.doc, actor.memberId)) return "ownCase";
  return isBarred(review.doc, actor.memberId) ? "tookPart" : null;
};

/** Reveals, decides, adjourns: a chargé de projet or the coordinatrice, who neither accompanies the person nor took part in a first study. */
export const leadsReview = (actor: Actor, view: ReviewView): RefusalCode | null => {
  const unseen = seesReview(actor, view);
  if (unseen !== null) return unseen;
  return mayLeadReviews(actor) ? standsAside(actor, view) : "roleMayNot";
};

/** Gives an opinion: a voter, on what they see. Whoever has another part in the case is told which. */
export const votesOnReview = (actor: Actor, view: ReviewView): RefusalCode | null => {
  const refusal = seesReview(actor, view) ?? standsAside(actor, view);
  if (refusal !== null) return refusal;
  return isAmong(view.voters, actor.memberId) ? null : "roleMayNot";
};

/** Who counts for the quorum: gave an opinion, or is a member marked present in the open sitting that studies it. */
export const presentMembers = ({
  review,
  sitting,
  voters,
}: Pick<ReviewView, "sitting" | "voters"> & {
  readonly review: Pick<ReviewView["review"], "doc">;
}): readonly MemberId[] => {
  const { id } = review.doc;
  const marked = sitting?.doc.order.includes(id) === true ? sitting.doc.present : [];
  const counted = marked.filter((member) => isAmong(voters, member));
  return presentFor(review.doc, counted).filter((member) => !isBarred(review.doc, member));
};

/** How many members are still missing for the quorum; 0: it is reached. */
export const missingFor = (view: ReviewView): number =>
  Math.max(0, (view.rules?.quorum ?? 0) - presentMembers(view).length);
