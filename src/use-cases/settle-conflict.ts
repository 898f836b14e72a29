import { z } from "zod";

import { domainId, type DomainId } from "../domain/framework/schema.ts";
import type { Finding } from "../domain/diagnostic/assessment.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { mayManageCase, type Actor } from "../domain/people/actor.ts";
import type { Draft } from "../domain/records/bookkeeping.ts";
import type { Versioned } from "../ports/store.ts";
import { readIdentityForm } from "./correct-identity.ts";
import { findingsOf, previousFindings, readDossier, type Dossier } from "./parts/dossier.ts";
import { readEntryForm } from "./enter-participant.ts";
import type { Form } from "./parts/form.ts";
import {
  aboutCode,
  carrierOnly,
  decideOnCase,
  decisionThatWaits,
  queueOfCase,
  recordsPersonView,
} from "./parts/on-case.ts";
import { readPersonViewForm } from "./record-person-view.ts";
import { readRecommendationForm } from "./record-recommendation.ts";
import { readSituationForm } from "./record-situation.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { versionsWaiting } from "./parts/set-aside.ts";
import { readSubmissionForm } from "./parts/submission.ts";
import { command, query } from "./frame/use-case.ts";

/** What two versions can be about: a domain, the overview, or a form. */
export const conflictAbout = z.union([
  domainId,
  z.enum(["overview", "entry", "identity", "personView", "situation", "recommendation", "review"]),
]);
export type ConflictAbout = z.infer<typeof conflictAbout>;

const about = z.strictObject({ code: participantCode, about: conflictAbout });
type About = z.infer<typeof about>;

interface Loaded {
  readonly dossier: Dossier;
  /** The version that was set aside; undefined once it was settled. */
  readonly attempt: Versioned<Draft> | undefined;
}

const common = {
  about: aboutCode,
  load: async (services: Parameters<typeof readDossier>[0], actor: Actor, request: About) => {
    const dossier = await readDossier(services, request.code);
    if (dossier === undefined) return refused("noSuchCase");
    const waiting = await versionsWaiting(services, dossier.file.doc, actor);
    const attempt = waiting.find((version) => version.about === request.about)?.attempt;
    return done<Loaded>({ dossier, attempt });
  },
  /** Who may correct an identity, or record the person's view, may also settle its two versions. */
  allow: (actor: Actor, { dossier }: Loaded, request: About) => {
    if (request.about === "personView") return recordsPersonView(actor, dossier);
    if (request.about !== "identity") return carrierOnly(actor, dossier);
    return mayManageCase(actor, dossier.file.doc) ? null : ("noSuchCase" as const);
  },
};

/** My version and what is recorded, with what each is read with. */
export interface ConflictView extends Loaded {
  readonly identity: Identity;
  readonly previous?: ReadonlyMap<DomainId, Finding>;
  /** The form that both versions are of, when it is one. */
  readonly form?: Form;
}

const formOf = async (services: Services, dossier: Dossier, about: ConflictAbout): Promise<Form | undefined> => {
  if (about === "entry") return readEntryForm(services, dossier);
  if (about === "personView") return readPersonViewForm(services, dossier);
  if (about === "situation") return readSituationForm(services, dossier);
  if (about === "recommendation") return readRecommendationForm(services, dossier);
  if (about === "review") return readSubmissionForm(services, dossier.file.doc);
  if (about !== "identity") return undefined;
  const read = await readIdentityForm(services, dossier.file.doc.code);
  return read.ok ? read.value.form : undefined;
};

/** The version of mine that waits beside what is recorded. */
export const seeConflict = query<About, Loaded, ConflictView>({
  act: "conflict.see",
  input: about,
  ...common,
  run: async (services, _actor, loaded, request) => {
    const { dossier, attempt } = loaded;
    const identity = await services.store.get("identity", request.code);
    if (attempt === undefined || identity === undefined) return refused("nothingToSettle");
    const previous = await previousFindings(services, dossier.file.doc);
    const form = await formOf(services, dossier, request.about);
    return done({
      dossier,
      attempt,
      identity: identity.doc,
      ...(previous === undefined ? {} : { previous }),
      ...(form === undefined ? {} : { form }),
    });
  },
});

export type DroppedAttempt = {
  readonly kind: "dropped";
  readonly about: ConflictAbout;
  /** The review whose decision waits for the person's view, where it is not the référent of the case who settles it. */
  readonly waits: string | null;
};

/** *Garder ce qui est enregistré*: my version is dropped, knowingly. */
export const keepRecorded = command<About, Loaded, DroppedAttempt>({
  act: "conflict.keep",
  input: about,
  queue: queueOfCase,
  ...common,
  decide: (services, actor, { dossier, attempt }, request) => {
    if (attempt === undefined) return refused("nothingToSettle");
    const file = dossier.file.doc;
    return decideOnCase<DroppedAttempt>(services, dossier, {
      act: "conflict.kept",
      details: { about: request.about },
      outcome: { kind: "dropped", about: request.about, waits: decisionThatWaits(actor, file) },
      writes: [{ op: "delete", kind: "draft", id: attempt.doc.id, expected: attempt.version }],
      after: { head: file, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
    });
  },
});
