import type { TypedInputs } from "../domain/diagnostic/assessment.ts";
import { blankFinding } from "../domain/diagnostic/findings.ts";
import { entryFromInputs, inputsFromEntry } from "../domain/participant/entry-from-inputs.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { touched } from "../domain/participant/clock-facts.ts";
import type { Identity } from "../domain/participant/identity.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Versioned, Write } from "../ports/store.ts";
import type { Dossier } from "./parts/dossier.ts";
import { findingsOf } from "./parts/dossier.ts";
import { dropTyped, formInput, keepTyped, readForm, readTyped, type Form, type FormInput } from "./parts/form.ts";
import { agreementWrite } from "./parts/agreements.ts";
import { aboutCode, carrierOnly, decideOnCase, emptyAssessment, loadDossier, queueOfCase } from "./parts/on-case.ts";
import { newRound } from "./open-round.ts";
import { findingWrites } from "./parts/record-finding.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { setAside, settleWrites } from "./parts/set-aside.ts";
import { command } from "./frame/use-case.ts";

export type Entered = { readonly kind: "entered" | "toMend" | "kept" | "conflict" };

type EntryReadWhole = Extract<ReturnType<typeof entryFromInputs>, { ok: true }>;

interface EntryForm {
  readonly dossier: Dossier;
  readonly identity: Versioned<Identity>;
  readonly form: Form;
}

/** The entry form of a case; refused once the first interview was recorded. */
export const readEntryForm = async (services: Services, dossier: Dossier): Promise<Form> => {
  const file = dossier.file.doc;
  const inputs: TypedInputs = inputsFromEntry(file, services.clock.today());
  return readForm(services, "entry", file, { version: file.entry === null ? "open" : "entered", inputs });
};

/** The head of the case from the day of the first interview: its T0 is open. */
const enteredHead = (file: CaseFile, read: EntryReadWhole): CaseFile => ({
  ...touched(file, read.entry.on),
  // The appointment was held: nothing is left to go towards, and the first contact is at the latest that day.
  firstContactOn: file.firstContactOn ?? read.entry.on,
  appointment: null,
  outreach: null,
  status: "entered",
  entry: read.entry,
  health: read.health,
  round: 0,
  place: { at: "overview" },
});

/** The notice that was given and explained, and what was answered about health: kept as a history of their own. */
const agreementWrites = (services: Services, actor: Actor, file: CaseFile, read: EntryReadWhole): readonly Write[] => {
  const { on, noticeOn, interpreter } = read.entry;
  const language = read.language === "" ? null : read.language;
  const notice = { what: "notice", state: "given", on: noticeOn, language, interpreter } as const;
  const given = agreementWrite(services, actor, file, notice);
  if (read.health === "notAsked") return [given];
  const state = read.health === "agreed" ? "given" : "refused";
  return [given, agreementWrite(services, actor, file, { what: "health", state, on })];
};

/**
 * *Entrée*: first interview held, notice given and explained. The four months start that day and T0 opens. `sante` stays closed until the
 * person agrees; when they refuse, it reads *ne souhaite pas en parler*.
 */
export const enterParticipant = command<FormInput, EntryForm, Entered>({
  act: "participant.enter",
  input: formInput,
  about: aboutCode,
  queue: queueOfCase,
  load: async (services, actor, request) => {
    const dossier = await loadDossier(services, actor, request);
    const identity = await services.store.get("identity", request.code);
    if (!dossier.ok || identity === undefined) return refused("noSuchCase");
    return done({ dossier: dossier.value, identity, form: await readEntryForm(services, dossier.value) });
  },
  allow: (actor, { dossier }) => carrierOnly(actor, dossier),
  decide: (services, actor, { dossier, identity, form }, request) => {
    const file = dossier.file.doc;
    if (file.entry !== null) return refused("alreadyDone");
    if (file.status !== "oriented") return refused("caseClosed");
    const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
    const as = (kind: Entered["kind"], writes: Parameters<typeof decideOnCase>[2]["writes"]) =>
      decideOnCase<Entered>(services, dossier, {
        act: `entry.${kind}`,
        outcome: { kind },
        writes,
        after: { head: file, round: undefined, findings: findingsOf(dossier.assessments) },
      });
    if (overtaken)
      return as(
        "conflict",
        setAside(services, actor, file, "entry", { ...inputs, intent: request.intent }, request.settles),
      );
    const settled = settleWrites(file, actor, request.settles);
    const read = request.intent === "keep" ? undefined : entryFromInputs(inputs, file, services.clock.today());
    if (read === undefined || !read.ok)
      return as(read === undefined ? "kept" : "toMend", [...settled, keepTyped(services, actor, form, inputs)]);
    const head = enteredHead(file, read);
    const round = newRound(file, 0, services.frameworks.current.version, read.entry.on);
    const declined =
      read.health === "refused"
        ? blankFinding("declined", { by: actor.memberId, now: services.clock.now().toISOString() })
        : undefined;
    return decideOnCase<Entered>(services, dossier, {
      act: "entry.entered",
      details: { on: read.entry.on, noticeOn: read.entry.noticeOn, health: read.health },
      outcome: { kind: "entered" },
      writes: [
        ...settled,
        { op: "put", doc: round, expected: "new" },
        ...agreementWrites(services, actor, file, read),
        { op: "put", doc: { ...identity.doc, language: read.language }, expected: identity.version },
        ...dropTyped(form),
        ...(declined === undefined
          ? []
          : findingWrites(undefined, emptyAssessment(file, 0, "sante"), declined, "cleared")),
      ],
      after: { head, round, findings: new Map(declined === undefined ? [] : [["sante", declined] as const]) },
    });
  },
});
