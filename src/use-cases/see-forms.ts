/** The forms about a case, filled with what was typed or what is recorded. */
import { z } from "zod";
import { mayManageCase, mayRegister, type Actor } from "../domain/people/actor.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { readIdentityForm, type IdentityForm } from "./correct-identity.ts";
import { type Dossier, readRecommendation } from "./parts/dossier.ts";
import { readEntryForm } from "./enter-participant.ts";
import type { Form } from "./parts/form.ts";
import { aboutCode, carrierAfterEntry, carrierOnly, loadDossier, recordsPersonView } from "./parts/on-case.ts";
import { readPersonViewForm } from "./record-person-view.ts";
import { readRecommendationForm } from "./record-recommendation.ts";
import { readSituationForm } from "./record-situation.ts";
import {
  possibleDuplicates,
  readPerson,
  readRegistration,
  type Candidate,
  type Registration,
} from "./parts/registration.ts";
import { done, refused, type RefusalCode, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { versionsWaiting } from "./parts/set-aside.ts";
import { query } from "./frame/use-case.ts";

const input = z.strictObject({ code: participantCode });
type Input = z.infer<typeof input>;

export interface CaseForm {
  readonly dossier: Dossier;
  readonly identity: Identity;
  readonly form: Form;
}

const caseForm = (
  act: string,
  read: (services: Services, dossier: Dossier) => Promise<Form>,
  allow: (actor: Actor, dossier: Dossier) => RefusalCode | null,
) =>
  query<Input, CaseForm, CaseForm>({
    act,
    input,
    about: aboutCode,
    opens: ({ code }) => code,
    load: async (services, actor, request): Promise<Result<CaseForm>> => {
      const dossier = await loadDossier(services, actor, request);
      const identity = await services.store.get("identity", request.code);
      if (!dossier.ok || identity === undefined) return refused("noSuchCase");
      return done({ dossier: dossier.value, identity: identity.doc, form: await read(services, dossier.value) });
    },
    allow: (actor, { dossier }) => allow(actor, dossier),
    run: (_services, _actor, form) => done(form),
  });

export const seeEntryForm = caseForm("entry.see", readEntryForm, (actor, dossier) => {
  const refusal = carrierOnly(actor, dossier);
  return refusal ?? (dossier.file.doc.entry === null ? null : "alreadyDone");
});

export const seePersonViewForm = caseForm("personView.see", readPersonViewForm, recordsPersonView);

export interface SituationForm extends CaseForm {
  /** A version of this actor was set aside: they choose before going on. */
  readonly toSettle: boolean;
}

/** *Situation*: the référent of the case only, once the notice was given. */
export const seeSituationForm = query<Input, CaseForm, SituationForm>({
  ...caseForm("situation.see", readSituationForm, carrierAfterEntry),
  run: async (services, actor, form) => {
    const waiting = await versionsWaiting(services, form.dossier.file.doc, actor);
    return done({ ...form, toSettle: waiting.some(({ about }) => about === "situation") });
  },
});

export interface RecommendationForm extends SituationForm {
  /** The lead was shown to the référent already. */
  readonly leadShown: boolean;
}

/** *Ma préconisation*: the référent of the case only, in the open round. */
export const seeRecommendationForm = query<Input, CaseForm, RecommendationForm>({
  ...caseForm("recommendation.see", readRecommendationForm, carrierAfterEntry),
  run: async (services, actor, form) => {
    const file = form.dossier.file.doc;
    const [waiting, recorded] = await Promise.all([
      versionsWaiting(services, file, actor),
      readRecommendation(services, file),
    ]);
    const toSettle = waiting.some(({ about }) => about === "recommendation");
    return done({ ...form, toSettle, leadShown: (recorded?.doc.leadShown ?? null) !== null });
  },
});

export const seeIdentityForm = query<Input, IdentityForm, IdentityForm>({
  act: "identity.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: (services, _actor, { code }) => readIdentityForm(services, code),
  allow: (actor, { dossier }) => (mayManageCase(actor, dossier.file.doc) ? null : "noSuchCase"),
  run: (_services, _actor, form) => done(form),
});

const registrationInput = z.strictObject({ rev: z.string().nullable() });
type RegistrationInput = z.infer<typeof registrationInput>;

/** *Nouvelle personne orientée*, as it was left. */
export const seeRegistration = query<RegistrationInput, Registration, Registration>({
  act: "participant.form",
  input: registrationInput,
  load: async (services, actor, { rev }) => done(await readRegistration(services, actor, rev ?? undefined)),
  allow: (actor) => (mayRegister(actor) ? null : "roleMayNot"),
  run: (_services, _actor, form) => done(form),
});

export interface DuplicatesView {
  readonly form: Registration;
  readonly typed: { readonly givenName: string; readonly familyName: string; readonly commune: string | null };
  readonly candidates: readonly (Candidate & {
    readonly referent: string | null;
  })[];
}

/** Who may already be known as this person: first name, initial, code; never the full identity. */
export const seeDuplicates = query<RegistrationInput, Registration, DuplicatesView>({
  act: "participant.duplicates",
  input: registrationInput,
  load: async (services, actor, { rev }) => done(await readRegistration(services, actor, rev ?? undefined)),
  allow: (actor) => (mayRegister(actor) ? null : "roleMayNot"),
  run: async (services, _actor, form) => {
    const read = readPerson(services, form.inputs);
    if (form.draft === undefined || !read.ok) return refused("nothingToSettle");
    const candidates = await possibleDuplicates(services, read.person);
    if (candidates.length === 0) return refused("nothingToSettle");
    const { givenName, familyName, commune } = read.person;
    return done({
      form,
      typed: { givenName, familyName, commune },
      candidates: candidates.map((candidate) => ({
        ...candidate,
        referent: services.people.byObjectId(candidate.file.doc.referentId)?.name ?? null,
      })),
    });
  },
});
