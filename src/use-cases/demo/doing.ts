/** What a référent does with a person, through the same commands as in the product: for the fictional people, written or drawn. */
import type { Day } from "../../domain/participant/codes.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { Member } from "../../domain/people/member.ts";
import type { OverviewChoice } from "../../domain/diagnostic/overview.ts";
import type { DomainId } from "../../domain/framework/schema.ts";
import { NOTHING_ASKED, type SituationFacts } from "../../domain/suggestion/facts.ts";
import { inputsFromSituation } from "../../domain/suggestion/situation-from-inputs.ts";
import { enterParticipant, readEntryForm } from "../enter-participant.ts";
import type { Delivery } from "../frame/delivery.ts";
import type { Services } from "../frame/services.ts";
import { perform, type Command } from "../frame/use-case.ts";
import { readDossier } from "../parts/dossier.ts";
import { readRegistration } from "../parts/registration.ts";
import { readSituationForm, recordSituation } from "../record-situation.ts";
import { registerParticipant } from "../register-participant.ts";
import { assessmentRev, saveAssessment } from "../save-assessment.ts";
import { overviewRev, saveOverview } from "../save-overview.ts";
import type { DemoLevel, DemoPerson } from "./person.ts";

/** Who does it, when, and the name of this step: the same step again does nothing more. */
export interface Doing {
  readonly services: Services;
  readonly actor: Actor;
  readonly step: string;
}

export const deliveryOf = (step: string): Delivery => ({ activityKey: `demo.${step}`, click: null, answerTo: null });

export const actorOf = ({ clock }: Pick<Services, "clock">, { aadObjectId, name, roles }: Member): Actor => ({
  memberId: aadObjectId,
  name,
  roles,
  playedBy: null,
  today: clock.today(),
});

/** Every form is recorded as it stands: nobody else types in it. */
export const recorded = { intent: "record", settles: null } as const;
export const nothing = () => ({});

/** What came of a command: the kind of its outcome, or « refused » with the reason. */
export const carryOut = async <Input, Loaded, Outcome extends { readonly kind: string }>(
  { services, actor, step }: Doing,
  name: string,
  definition: Command<Input, Loaded, Outcome>,
  input: Input,
): Promise<string> => {
  const named = ({ kind }: Outcome) => ({ kind });
  const result = await perform(services, actor, definition, input, deliveryOf(`${step}.${name}`), named);
  return result.ok ? String(result.value["kind"]) : `refused ${result.refusal}`;
};

export interface Oriented extends Pick<DemoPerson, "givenName" | "familyName" | "birthDate" | "commune"> {
  readonly prescriber: string;
  readonly orientationOn: Day;
}

/** Their code; undefined: they were not registered. */
export const register = async ({ services, actor, step }: Doing, person: Oriented): Promise<string | undefined> => {
  const form = await readRegistration(services, actor);
  const inputs = { ...person, phone: "06 00 00 00 00", rightToWork: "yes", willing: "yes" };
  const result = await perform(
    services,
    actor,
    registerParticipant,
    { rev: form.rev, inputs, intent: "another" },
    deliveryOf(`${step}.register`),
    (outcome) => ({
      code: outcome.kind === "registered" ? outcome.code : null,
    }),
  );
  const code = result.ok ? result.value["code"] : undefined;
  return typeof code === "string" ? code : undefined;
};

export interface FirstInterview {
  readonly on: Day;
  readonly health: DemoPerson["health"];
}

export const enter = async (
  { services, actor, step }: Doing,
  code: string,
  { on, health }: FirstInterview,
): Promise<void> => {
  const dossier = await readDossier(services, code);
  if (dossier === undefined) return;
  const { rev } = await readEntryForm(services, dossier);
  const inputs = {
    ...{ firstInterviewOn: on, noticeOn: on, language: "français", interpreter: "false" },
    healthAgreement: health,
  };
  await perform(
    services,
    actor,
    enterParticipant,
    { code, rev, inputs, ...recorded },
    deliveryOf(`${step}.enter`),
    nothing,
  );
};

export const survey = async (
  { services, actor, step }: Doing,
  code: string,
  { nothing: fine, levels }: Pick<DemoPerson, "nothing" | "levels">,
): Promise<void> => {
  const dossier = await readDossier(services, code);
  if (dossier === undefined) return;
  const lines: Partial<Record<DomainId, OverviewChoice>> = {};
  for (const domain of fine) lines[domain] = "nothing";
  for (const entry of levels) lines[entry.domain] = "toExplore";
  const input = {
    ...{ code, rev: overviewRev(dossier.file.doc), shown: {}, lines, urgent: [] },
    ...{ restUnchanged: false, place: null, settles: null },
  };
  await perform(services, actor, saveOverview, input, deliveryOf(`${step}.overview`), nothing);
};

export const assess = async ({ services, actor, step }: Doing, code: string, entry: DemoLevel): Promise<void> => {
  const dossier = await readDossier(services, code);
  if (dossier === undefined) return;
  const rev = assessmentRev(dossier.file.doc, dossier.assessments.get(entry.domain));
  const inputs = {
    strength: entry.strength,
    severity: String(entry.severity),
    impact: String(entry.impact),
    selfSeverity: String(entry.self),
    priority: String(entry.priority),
    source: "dit",
    facts: entry.facts,
    situations: entry.situations.join(","),
  };
  const about = { code, domain: entry.domain, rev, inputs, place: null, urgent: [], settles: null };
  const input = { ...about, intent: "record" } as const;
  await perform(services, actor, saveAssessment, input, deliveryOf(`${step}.${entry.domain}`), nothing);
};

export const askSituation = async (
  { services, actor, step }: Doing,
  code: string,
  situation: Partial<SituationFacts>,
): Promise<void> => {
  const dossier = await readDossier(services, code);
  if (dossier === undefined) return;
  const { rev } = await readSituationForm(services, dossier);
  const inputs = inputsFromSituation({ ...NOTHING_ASKED, ...situation });
  await perform(
    services,
    actor,
    recordSituation,
    { code, rev, inputs, ...recorded },
    deliveryOf(`${step}.situation`),
    nothing,
  );
};
