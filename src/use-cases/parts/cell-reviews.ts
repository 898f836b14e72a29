/** How the reviews of a cell stand, for whoever may know of them: counts, what was said once revealed, what is asked. Nobody is named. */
import { withoutPerson } from "../../domain/review/identifies.ts";
import type { CellId, ReviewId } from "../../domain/review/codes.ts";
import { quorumOf, votersOf } from "../../domain/review/members.ts";
import type { OpinionCount } from "../../domain/review/minutes.ts";
import type { Meeting, Review } from "../../domain/review/records.ts";
import type { Versioned } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { presentMembers, studyIdOf } from "./on-review.ts";
import { countsOf } from "./opinions-of.ts";

export interface OpinionsStand {
  readonly given: number;
  /** Who may give theirs. */
  readonly voters: number;
  readonly present: number;
  readonly quorum: number;
  /** By outcome; null until they are revealed. */
  readonly counts: readonly OpinionCount[] | null;
}

export const standOf = async (
  services: Services,
  doc: Review,
  sitting: Versioned<Meeting> | undefined,
): Promise<OpinionsStand> => {
  const rules = services.plie.cells[doc.cell];
  const voters = votersOf(doc, rules, services.people.members());
  return {
    given: doc.givers.length,
    voters: voters.length,
    present: presentMembers({ review: { doc }, sitting, voters }).length,
    quorum: rules === undefined ? 0 : quorumOf(doc, rules, voters),
    counts: doc.revealed === null ? null : await countsOf(services, doc),
  };
};

/** The same of each case of one page, which may stand in several of its lists and is read once. */
export const standsIn = (services: Services, sitting: Versioned<Meeting> | undefined) => {
  const known = new Map<ReviewId, Promise<OpinionsStand>>();
  return (review: Review): Promise<OpinionsStand> => {
    const stand = known.get(review.id) ?? standOf(services, review, sitting);
    known.set(review.id, stand);
    return stand;
  };
};
export type Stands = ReturnType<typeof standsIn>;

/** What each case asks, as it may be read in a cell: whatever has come to name the person is masked. */
export const questionsOf = async (
  { store }: Services,
  reviews: readonly Review[],
): Promise<ReadonlyMap<ReviewId, string>> => {
  if (reviews.length === 0) return new Map();
  const [snapshots, identities] = await Promise.all([
    store.getMany("snapshot", reviews.map(studyIdOf)),
    store.getMany(
      "identity",
      reviews.map(({ code }) => code),
    ),
  ]);
  const named = new Map(identities.map(({ doc }) => [doc.code, doc]));
  return new Map(
    snapshots.flatMap(({ doc: { review, code, question } }) => {
      const identity = named.get(code);
      return identity === undefined ? [] : [[review, withoutPerson(identity, question)] as const];
    }),
  );
};

/** More decisions than a month of the cells of a PLIE holds. */
const A_MONTH_AT_MOST = 300;

/** Decided in this cell since the first of the month, the last first. */
export const decidedThisMonth = async (
  { store, clock }: Services,
  cell: CellId,
): Promise<readonly Versioned<Review>[]> => {
  const from = clock.startOf(`${clock.today().slice(0, 7)}-01`).toISOString();
  const decisions = await store.list({
    ...{ kind: "reviewDecision", key: "all", from, limit: A_MONTH_AT_MOST, descending: true },
  });
  const reviews = await store.getMany("review", [...new Set(decisions.items.map(({ doc }) => doc.review))]);
  const decidedAt = ({ doc }: Versioned<Review>): string => doc.decided?.at ?? "";
  return reviews
    .filter(({ doc }) => doc.cell === cell && doc.state === "decided")
    .sort((one, other) => decidedAt(other).localeCompare(decidedAt(one)));
};
