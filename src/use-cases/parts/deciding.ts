/** What the *Décision* card shows and what confirming it reads: the case as it is now beside what the cell saw. */
import type { Round } from "../../domain/diagnostic/assessment.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import type { Actor } from "../../domain/people/actor.ts";
import { outcomesOffered } from "../../domain/review/after-decision.ts";
import { destinationsFrom, type NamedDestination } from "../../domain/review/destinations.ts";
import type { ToDecide } from "../../domain/review/decision-from-inputs.ts";
import { namesPerson } from "../../domain/review/identifies.ts";
import type { ReviewOutcome } from "../../domain/review/outcomes.ts";
import { NOTHING_ASKED, type SituationFacts } from "../../domain/suggestion/facts.ts";
import { readStoredLead, type HeldLead } from "../../domain/suggestion/read-stored-lead.ts";
import { done, refused, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { readDossier, readSituation, type Dossier } from "./dossier.ts";
import { leadsReview, loadReview, presentMembers, type ReviewView } from "./on-review.ts";
import { readReviewForm, type ReviewForm } from "./review-form.ts";

export interface Deciding {
  readonly view: ReviewView;
  readonly dossier: Dossier;
  readonly identity: Identity;
  /** The lead as the cell saw it, whole; null: none, or erased since. */
  readonly held: HeldLead | null;
  readonly facts: Pick<SituationFacts, "rsa" | "referringBody">;
  readonly form: ReviewForm;
}

/** The case under study, whatever became of its review. */
export interface Studied extends Omit<Deciding, "form"> {
  readonly personView: Round["personView"];
}

const heldOf = async (services: Services, { snapshot }: ReviewView): Promise<HeldLead | null> => {
  const id = snapshot?.doc.lead?.id;
  const stored = id === undefined ? undefined : await services.store.get("lead", id);
  return stored === undefined ? null : readStoredLead(stored.doc);
};

export const loadStudied = async (
  services: Services,
  actor: Actor,
  input: { readonly review: string },
): Promise<Result<Studied>> => {
  const loaded = await loadReview(services, actor, input);
  if (!loaded.ok) return loaded;
  const view = loaded.value;
  const { code } = view.review.doc;
  const [dossier, identity] = await Promise.all([readDossier(services, code), services.store.get("identity", code)]);
  if (dossier === undefined || identity === undefined) return refused("noSuchReview");
  const [held, situation] = await Promise.all([heldOf(services, view), readSituation(services, view.review.doc)]);
  const { rsa, referringBody } = situation?.doc.facts ?? NOTHING_ASKED;
  return done({
    view,
    dossier,
    identity: identity.doc,
    held,
    facts: { rsa, referringBody },
    personView: dossier.round?.doc.personView ?? null,
  });
};

export const loadDeciding = async (
  services: Services,
  actor: Actor,
  input: { readonly review: string },
): Promise<Result<Studied & Deciding>> => {
  const studied = await loadStudied(services, actor, input);
  if (!studied.ok) return studied;
  const review = studied.value.view.review.doc;
  // Where one outcome only is possible, it is chosen already.
  const [first, ...others] = offeredTo(studied.value);
  const form = await readReviewForm(services, "decision", review, actor.memberId, {
    version: String(review.study),
    inputs: first === undefined || others.length > 0 ? {} : { outcome: first },
  });
  return done({ ...studied.value, form });
};

export const decidesReview = (actor: Actor, { view }: Pick<Studied, "view">): RefusalCode | null =>
  leadsReview(actor, view);

/** What stands in the way of a decision: it is behind the review, opinions are hidden, or too few members were present. */
export type Hindrance =
  | { readonly kind: "decided" | "withdrawn" | "notRevealed" }
  | { readonly kind: "quorumMissing"; readonly present: number; readonly quorum: number };

export const hindranceTo = ({ view }: Pick<Studied, "view">): Hindrance | null => {
  const { state, track, revealed } = view.review.doc;
  if (state === "decided" || state === "withdrawn") return { kind: state };
  // Once revealed, the quorum was there: who was marked present leaves with the sitting, what they did together stays.
  if (track === "short" || revealed !== null) return null;
  const present = presentMembers(view).length;
  const quorum = view.rules?.quorum ?? 0;
  if (view.rules === undefined || present < quorum) return { kind: "quorumMissing", present, quorum };
  return { kind: "notRevealed" };
};

export const offeredTo = ({ view, dossier }: Pick<Studied, "view" | "dossier">): readonly ReviewOutcome[] =>
  outcomesOffered(view.review.doc, dossier.file.doc);

export const destinationsOf = ({ held }: Pick<Studied, "held">): readonly NamedDestination[] => destinationsFrom(held);

/** Against what a decision is read. Only the cell of entries decides what the lead points to. */
export const toDecide = ({ view, dossier, identity, held }: Studied): ToDecide => ({
  offered: offeredTo({ view, dossier }),
  destinations: destinationsOf({ held }).map(({ to }) => to),
  lead: view.review.doc.cell === "entree" ? (held?.lead ?? null) : null,
  lengths: dossier.framework.lengths,
  naming: (text) => namesPerson(identity, text).map(({ found }) => found),
});
