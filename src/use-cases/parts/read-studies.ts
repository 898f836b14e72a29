/** What cells saw, said and decided of one person, study by study, as it was frozen. */
import type { Framework } from "../../domain/framework/schema.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Actor } from "../../domain/people/actor.ts";
import { maySeeReview } from "../../domain/review/members.ts";
import { withoutPerson } from "../../domain/review/identifies.ts";
import type { Opinion, Review, ReviewDecision, Snapshot } from "../../domain/review/records.ts";
import type { HeldLead } from "../../domain/suggestion/read-stored-lead.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";
import type { CaseView } from "./case-view.ts";
import { studyIdOf } from "./on-review.ts";
import { opinionFor, opinionsOf } from "./opinions-of.ts";
import { readHeldLead } from "./studied.ts";

export interface StudySeen {
  readonly study: number;
  /** What the cell saw; undefined: not this reader's to read. */
  readonly snapshot: Snapshot | undefined;
  /** The framework of what the cell saw. */
  readonly framework: Framework | undefined;
  /** The lead of the snapshot, whole; null: none, or erased since. */
  readonly held: HeldLead | null;
  /** Null until they are revealed. */
  readonly opinions: readonly Opinion[] | null;
  readonly decision: ReviewDecision | undefined;
}

export interface ReviewSeen {
  readonly review: Review;
  /** The last study first. */
  readonly studies: readonly StudySeen[];
}

type About = Pick<CaseView, "dossier" | "identity">;

const withoutHealth = ({ sante: _unread, ...findings }: Snapshot["findings"]): Snapshot["findings"] => findings;

/** Without the agreement on health, nothing of it; and no name that was corrected since. */
const asRead = ({ dossier, identity }: About, snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  question: withoutPerson(identity, snapshot.question),
  findings: dossier.file.doc.health === "agreed" ? snapshot.findings : withoutHealth(snapshot.findings),
});

const readStudy = async (
  services: Services,
  actor: Actor,
  about: About,
  { review, sees }: { readonly review: Review; readonly sees: boolean },
): Promise<StudySeen> => {
  const id = studyIdOf(review);
  const [snapshot, decision] = await Promise.all([
    services.store.get("snapshot", id),
    services.store.get("reviewDecision", id),
  ]);
  const isOver = review.revealed !== null;
  const [framework, held, opinions] = await Promise.all([
    snapshot === undefined ? undefined : services.frameworks.version(snapshot.doc.frameworkVersion),
    readHeldLead(services, snapshot?.doc),
    sees && isOver ? opinionsOf(services, review) : null,
  ]);
  return {
    study: review.study,
    snapshot: sees && snapshot !== undefined ? asRead(about, snapshot.doc) : undefined,
    framework,
    held,
    opinions: opinions?.map((one) => opinionFor(actor, about, one)) ?? null,
    decision: decision?.doc,
  };
};

/** Studies behind the present one were decided: their opinions had been revealed. */
const studiesOf = (review: Review): readonly Review[] =>
  Array.from({ length: review.study }, (_, index) => {
    const study = review.study - index;
    const revealed = { by: review.submittedBy, at: review.submittedAt };
    return study === review.study ? review : { ...review, study, revealed };
  });

const sees = (actor: Actor, review: Review): boolean => maySeeReview(actor, review, { votes: false, onAgenda: false });

/** Every review of a person, for who reads their case, the last presented first. */
export const readReviewsOf = async (services: Services, actor: Actor, about: About): Promise<readonly ReviewSeen[]> => {
  const { code }: CaseFile = about.dossier.file.doc;
  const found: Review[] = [];
  for await (const { doc } of everyDocument(services.store, { kind: "review", key: `case:${code}` })) found.push(doc);
  const latest = found.sort((one, other) => other.submittedAt.localeCompare(one.submittedAt));
  return Promise.all(
    latest.map(async (review) => {
      const known = { sees: sees(actor, review) };
      const read = studiesOf(review).map((study) => readStudy(services, actor, about, { review: study, ...known }));
      return { review, studies: await Promise.all(read) };
    }),
  );
};
