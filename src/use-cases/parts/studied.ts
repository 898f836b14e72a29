/** A case under study, as an opinion, a decision or a letter reads it: the case as it is now beside what the cell saw. */
import type { Round } from "../../domain/diagnostic/assessment.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import type { Actor } from "../../domain/people/actor.ts";
import { outcomesOffered } from "../../domain/review/after-decision.ts";
import { destinationsFrom, type NamedDestination } from "../../domain/review/destinations.ts";
import { namesPerson } from "../../domain/review/identifies.ts";
import type { ReviewOutcome } from "../../domain/review/outcomes.ts";
import type { Snapshot } from "../../domain/review/records.ts";
import type { Naming } from "../../domain/review/text-problems.ts";
import { NOTHING_ASKED, type SituationFacts } from "../../domain/suggestion/facts.ts";
import { readStoredLead, type HeldLead } from "../../domain/suggestion/read-stored-lead.ts";
import { done, refused, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { readSituation, type Dossier } from "./dossier.ts";
import { loadReview, type ReviewView } from "./on-review.ts";
import { readRecord } from "./record.ts";

/** Whatever became of its review. */
export interface Studied {
  readonly view: ReviewView;
  readonly dossier: Dossier;
  readonly identity: Identity;
  /** The lead as the cell saw it, whole; null: none, or erased since. */
  readonly held: HeldLead | null;
  readonly facts: Pick<SituationFacts, "rsa" | "referringBody">;
  readonly personView: Round["personView"];
}

/** The lead of a snapshot, whole; null: none, or erased since. */
export const readHeldLead = async (services: Services, snapshot: Snapshot | undefined): Promise<HeldLead | null> => {
  const id = snapshot?.lead?.id;
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
  const record = await readRecord(services, view.review.doc.code);
  if (!record.ok) return refused("noSuchReview");
  const { dossier, identity } = record.value;
  const [held, situation] = await Promise.all([
    readHeldLead(services, view.snapshot?.doc),
    readSituation(services, view.review.doc),
  ]);
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

export const offeredTo = ({ view, dossier }: Pick<Studied, "view" | "dossier">): readonly ReviewOutcome[] =>
  outcomesOffered(view.review.doc, dossier.file.doc);

/** Where one outcome only is possible, it is chosen already. */
export const onlyOffered = (studied: Studied): ReviewOutcome | undefined => {
  const [first, ...others] = offeredTo(studied);
  return others.length === 0 ? first : undefined;
};

export const destinationsOf = ({ held }: Pick<Studied, "held">): readonly NamedDestination[] => destinationsFrom(held);

export const namingIn =
  ({ identity }: Pick<Studied, "identity">): Naming =>
  (text) =>
    namesPerson(identity, text).map(({ found }) => found);
