import { mayManageCase, type Actor } from "../domain/people/actor.ts";
import { afterContact } from "../domain/outreach/contact.ts";
import { contactFromInputs, inputsForContact, type NotedContact } from "../domain/outreach/contact-from-inputs.ts";
import { nextStep } from "../domain/outreach/next-step.ts";
import type { Attempt } from "../domain/outreach/records.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { sameTyped } from "../domain/shown-text.ts";
import type { Write } from "../ports/store.ts";
import type { Decision } from "./frame/commit.ts";
import { readRecord, type RecordOf } from "./parts/record.ts";
import { attemptsOf } from "./parts/attempts-of.ts";
import { findingsOf } from "./parts/dossier.ts";
import { dropTyped, formInput, keepTyped, readForm, readTyped, type Form, type FormInput } from "./parts/form.ts";
import { aboutCode, decideOnCase, queueOfCase } from "./parts/on-case.ts";
import { done, refused, type RefusalCode, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";

export interface ContactForm extends RecordOf {
  /** The latest first. */
  readonly attempts: readonly Attempt[];
  readonly form: Form;
}
export type NotedOutcome = { readonly kind: "noted" | "toMend" | "kept" };

const CLOSED: ReadonlySet<CaseFile["status"]> = new Set(["cancelled", "left", "reoriented"]);

/** Who carries the case, or a chargé de projet: a person registered by one waits for no référent to be reached. */
export const reachesPerson = (actor: Actor, { dossier }: RecordOf): RefusalCode | null => {
  const head = dossier.file.doc;
  if (!mayManageCase(actor, head)) return "noSuchCase";
  return CLOSED.has(head.status) ? "caseClosed" : null;
};

/** Each attempt changes the version of the form: the same click again is the same attempt, another one is another. */
export const readContactForm = async (services: Services, code: string): Promise<Result<ContactForm>> => {
  const record = await readRecord(services, code);
  if (!record.ok) return record;
  const { dossier, identity } = record.value;
  const head = dossier.file.doc;
  const attempts = await attemptsOf(services, head);
  const inputs = inputsForContact(nextStep(identity.doc, attempts).way, services.clock.today(), identity.doc.reach);
  const form = await readForm(services, "contact", head, { version: String(head.edition), inputs });
  return done({ dossier, identity, attempts, form });
};

const attemptWrite = (services: Services, actor: Actor, head: CaseFile, noted: NotedContact): readonly Write[] => {
  if (noted.attempt === null) return [];
  const doc: Attempt = {
    kind: "attempt",
    schemaVersion: 1,
    id: `${head.code}.${head.parcours}.${head.edition}`,
    code: head.code,
    parcours: head.parcours,
    ...noted.attempt,
    on: noted.on,
    appointmentOn: noted.appointmentOn,
    by: actor.memberId,
    at: services.clock.now().toISOString(),
  };
  return [{ op: "put", doc, expected: "new" }];
};

/** An older card that says again what was noted since. */
const saidAlready = ({ attempts, form }: ContactForm, rev: string, noted: NotedContact, actor: Actor): boolean =>
  rev !== form.rev &&
  noted.attempt !== null &&
  attempts.some(
    ({ way, result, on, by }) =>
      way === noted.attempt?.way && result === noted.attempt.result && on === noted.on && by === actor.memberId,
  );

/** Nothing was typed: nothing to keep. */
const untouched = (code: string): Result<Decision<NotedOutcome>> =>
  done({
    outcome: { kind: "kept" },
    head: null,
    writes: [],
    audit: { act: "contact.left", code, details: {} },
  });

/**
 * *Noter*: what was tried to reach someone and what came of it, an appointment, or how they want to be reached. It never leaves the PLIE, and counts
 * against nobody.
 */
export const noteContact = command<FormInput, ContactForm, NotedOutcome>({
  act: "contact.note",
  input: formInput,
  about: aboutCode,
  queue: queueOfCase,
  load: (services, _actor, { code }) => readContactForm(services, code),
  allow: reachesPerson,
  decide: (services, actor, loaded, request) => {
    const { dossier, identity, form } = loaded;
    const file = dossier.file.doc;
    const { inputs } = readTyped(form, request.rev, request.inputs);
    const as = (kind: NotedOutcome["kind"], writes: readonly Write[], head = file) =>
      decideOnCase<NotedOutcome>(services, dossier, {
        act: `contact.${kind}`,
        outcome: { kind },
        writes,
        after: { head, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
      });
    const around = { today: services.clock.today(), orientedOn: file.orientedOn, reach: identity.doc.reach };
    const read = request.intent === "keep" ? undefined : contactFromInputs(inputs, around);
    if (read === undefined && sameTyped(inputs, form.shown)) return untouched(file.code);
    if (read === undefined || !read.ok)
      return as(read === undefined ? "kept" : "toMend", [keepTyped(services, actor, form, inputs)]);
    const { noted } = read;
    if (saidAlready(loaded, request.rev, noted, actor)) return refused("alreadyDone");
    const { on, appointmentOn } = noted;
    const head = afterContact(file, { result: noted.attempt?.result ?? null, on, appointmentOn });
    const person: Write = {
      op: "put",
      doc: { ...identity.doc, reach: noted.reach },
      expected: identity.version,
    };
    return as("noted", [...attemptWrite(services, actor, file, noted), person, ...dropTyped(form)], head);
  },
});
