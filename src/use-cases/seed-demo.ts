/** A fictional set of people, recorded through the same commands as real ones. Seeded once; a start that was cut goes on where it stopped. */
import type { Actor } from "../domain/people/actor.ts";
import { addDays } from "../domain/participant/days.ts";
import type { OverviewChoice } from "../domain/diagnostic/overview.ts";
import type { DomainId } from "../domain/framework/schema.ts";
import { NOTHING_ASKED } from "../domain/suggestion/facts.ts";
import { inputsFromSituation } from "../domain/suggestion/situation-from-inputs.ts";
import { DEMO_PEOPLE } from "./demo/people.ts";
import type { DemoLevel, DemoPerson } from "./demo/person.ts";
import { enterParticipant, readEntryForm } from "./enter-participant.ts";
import { readDossier } from "./parts/dossier.ts";
import { readSituationForm, recordSituation } from "./record-situation.ts";
import { registerParticipant } from "./register-participant.ts";
import { readRegistration } from "./parts/registration.ts";
import { assessmentRev, saveAssessment } from "./save-assessment.ts";
import { overviewRev, saveOverview } from "./save-overview.ts";
import { actorOf, daysEarlier, deliveryOf, seedDemoReview, workedDaysAgo } from "./seed-demo-reviews.ts";
import type { Services } from "./frame/services.ts";
import { perform } from "./frame/use-case.ts";

const prescriberOf = ({ plie }: Services, { sentBy }: DemoPerson): string =>
  plie.prescribers.find((name) => plie.prescriberLeads.get(name) === sentBy) ?? plie.prescribers[0] ?? "";

const register = async (
  services: Services,
  actor: Actor,
  person: DemoPerson,
  step: string,
): Promise<string | undefined> => {
  const form = await readRegistration(services, actor);
  const orientationOn = addDays(services.clock.today(), -person.orientedDaysAgo);
  const { givenName, familyName, birthDate, commune } = person;
  const inputs = {
    givenName,
    familyName,
    birthDate,
    commune,
    orientationOn,
    phone: "06 00 00 00 00",
    prescriber: prescriberOf(services, person),
    rightToWork: "yes",
    willing: "yes",
  };
  const result = await perform(
    services,
    actor,
    registerParticipant,
    { rev: form.rev, inputs, intent: "another" },
    deliveryOf(step),
    (outcome) => ({
      code: outcome.kind === "registered" ? outcome.code : null,
    }),
  );
  const code = result.ok ? result.value["code"] : undefined;
  return typeof code === "string" ? code : undefined;
};

interface Entered {
  readonly daysAgo: number;
  readonly health: DemoPerson["health"];
}

const enter = async (services: Services, actor: Actor, code: string, entry: Entered, step: string): Promise<void> => {
  const dossier = await readDossier(services, code);
  if (dossier === undefined) return;
  const form = await readEntryForm(services, dossier);
  const on = addDays(services.clock.today(), -entry.daysAgo);
  const inputs = {
    firstInterviewOn: on,
    noticeOn: on,
    language: "français",
    interpreter: "false",
    healthAgreement: entry.health,
  };
  await perform(
    services,
    actor,
    enterParticipant,
    { code, rev: form.rev, inputs, intent: "record", settles: null },
    deliveryOf(step),
    () => ({}),
  );
};

const survey = async (
  services: Services,
  actor: Actor,
  code: string,
  person: DemoPerson,
  step: string,
): Promise<void> => {
  const dossier = await readDossier(services, code);
  if (dossier === undefined) return;
  const lines: Partial<Record<DomainId, OverviewChoice>> = {};
  for (const domain of person.nothing) lines[domain] = "nothing";
  for (const entry of person.levels) lines[entry.domain] = "toExplore";
  const input = {
    code,
    rev: overviewRev(dossier.file.doc),
    shown: {},
    lines,
    urgent: [],
    restUnchanged: false,
    place: null,
    settles: null,
  };
  await perform(services, actor, saveOverview, input, deliveryOf(step), () => ({}));
};

const assess = async (
  services: Services,
  actor: Actor,
  code: string,
  entry: DemoLevel,
  step: string,
): Promise<void> => {
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
  await perform(services, actor, saveAssessment, input, deliveryOf(step), () => ({}));
};

const ask = async (
  services: Services,
  actor: Actor,
  code: string,
  situation: NonNullable<DemoPerson["situation"]>,
  step: string,
): Promise<void> => {
  const dossier = await readDossier(services, code);
  if (dossier === undefined) return;
  const { rev } = await readSituationForm(services, dossier);
  const inputs = inputsFromSituation({ ...NOTHING_ASKED, ...situation });
  const input = { code, rev, inputs, intent: "record", settles: null } as const;
  await perform(services, actor, recordSituation, input, deliveryOf(step), () => ({}));
};

/** Records one person; their code. */
const seedOne = async (
  now: Services,
  actor: Actor,
  someone: DemoPerson,
  index: number,
): Promise<string | undefined> => {
  // Whoever was presented some days ago was known the day before.
  const ago = someone.review === undefined ? 0 : workedDaysAgo(now, someone.review.presentedDaysAgo + 1);
  const services = daysEarlier(now, ago);
  const person = { ...someone, orientedDaysAgo: someone.orientedDaysAgo - ago };
  const code = await register(services, actor, person, `${index}.register`);
  if (code === undefined || person.enteredDaysAgo === null) return code;
  const entry = { daysAgo: person.enteredDaysAgo - ago, health: person.health };
  await enter(services, actor, code, entry, `${index}.enter`);
  await survey(services, actor, code, person, `${index}.overview`);
  for (const level of person.levels) await assess(services, actor, code, level, `${index}.${level.domain}`);
  if (person.situation !== null) await ask(services, actor, code, person.situation, `${index}.situation`);
  return code;
};

/** The oldest is presented first, and has the first number. */
const seedReviews = async (services: Services, actor: Actor, codes: readonly (string | undefined)[]): Promise<void> => {
  const presented = DEMO_PEOPLE.flatMap(({ review }, index) => {
    const code = codes[index];
    return review === undefined || code === undefined ? [] : [{ code, review, step: String(index) }];
  });
  presented.sort((one, other) => other.review.presentedDaysAgo - one.review.presentedDaysAgo);
  for (const one of presented) await seedDemoReview(services, actor, one);
};

/** Seeds the fictional people among the référents of the team file, once. */
export const seedDemo = async (services: Services): Promise<void> => {
  const facts = await services.store.get("facts", "store");
  if (facts === undefined || facts.doc.demoSeeded) return;
  const first = services.people.members().find((member) => member.roles.includes("referent"));
  if (first === undefined) return;
  const actor = actorOf(services, first);
  const codes: (string | undefined)[] = [];
  for (const [index, person] of DEMO_PEOPLE.entries()) codes.push(await seedOne(services, actor, person, index));
  await seedReviews(services, actor, codes);
  await services.store.commit([{ op: "put", doc: { ...facts.doc, demoSeeded: true }, expected: facts.version }]);
};
