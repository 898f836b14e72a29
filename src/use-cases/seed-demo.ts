/** A fictional set of people, recorded through the same commands as real ones. Seeded once; a start that was cut goes on where it stopped. */
import type { Actor } from "../domain/people/actor.ts";
import { addDays } from "../domain/participant/days.ts";
import type { OverviewChoice } from "../domain/diagnostic/overview.ts";
import type { DomainId } from "../domain/framework/schema.ts";
import type { Delivery } from "./delivery.ts";
import { enterParticipant, readEntryForm } from "./enter-participant.ts";
import { readDossier } from "./dossier.ts";
import { registerParticipant } from "./register-participant.ts";
import { readRegistration } from "./registration.ts";
import { assessmentRev, saveAssessment } from "./save-assessment.ts";
import { overviewRev, saveOverview } from "./save-overview.ts";
import type { Services } from "./services.ts";
import { perform } from "./use-case.ts";

interface DemoLevel {
  readonly domain: DomainId;
  readonly severity: number;
  readonly impact: number;
  readonly self: number;
  readonly priority?: boolean;
  readonly strength: string;
  readonly facts: string;
}
interface DemoPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly commune: string;
  readonly orientedDaysAgo: number;
  /** Null: not received yet. */
  readonly enteredDaysAgo: number | null;
  readonly levels: readonly DemoLevel[];
  /** Domains with nothing to report. */
  readonly nothing: readonly DomainId[];
}

const level = (
  domain: DomainId,
  [severity, impact, self]: readonly [number, number, number],
  strength: string,
  facts: string,
  priority = false,
): DemoLevel => ({ domain, severity, impact, self, strength, facts, priority });

const PEOPLE: readonly DemoPerson[] = [
  {
    givenName: "Nadia",
    familyName: "Églantine (fictif)",
    birthDate: "12/03/1984",
    commune: "Dijon",
    orientedDaysAgo: 40,
    enteredDaysAgo: 28,
    levels: [
      level(
        "famille",
        [3, 3, 3],
        "Sa sœur garde les enfants le mercredi.",
        "Peut travailler de 9 h à 15 h 30 tant que la garde n'est pas trouvée.",
        true,
      ),
      level(
        "mobilite",
        [3, 3, 2],
        "Connaît bien le réseau de bus.",
        "Pas de bus avant 6 h 30 vers la zone d'activités.",
        true,
      ),
      level("recherche", [2, 2, 0], "A un CV récent.", "Répond seule aux annonces, sans relance."),
    ],
    nothing: [
      "logement",
      "finances",
      "droits",
      "savoirs",
      "numerique",
      "confiance",
      "entourage",
      "projet",
      "competences",
    ],
  },
  {
    givenName: "Yanis",
    familyName: "Noisetier (fictif)",
    birthDate: "30/09/2001",
    commune: "Chenôve",
    orientedDaysAgo: 20,
    enteredDaysAgo: 6,
    levels: [
      level("projet", [3, 3, 1], "Aime travailler dehors.", "Hésite entre espaces verts et logistique.", true),
      level("confiance", [2, 2, 2], "Parle facilement en tête-à-tête.", "Renonce quand il faut téléphoner."),
    ],
    nothing: ["logement", "droits", "savoirs"],
  },
  {
    givenName: "Sylvie",
    familyName: "Coquelicot (fictif)",
    birthDate: "05/11/1969",
    commune: "Quetigny",
    orientedDaysAgo: 22,
    enteredDaysAgo: null,
    levels: [],
    nothing: [],
  },
  {
    givenName: "Amadou",
    familyName: "Baobab (fictif)",
    birthDate: "17/06/1990",
    commune: "Longvic",
    orientedDaysAgo: 3,
    enteredDaysAgo: null,
    levels: [],
    nothing: [],
  },
  {
    givenName: "Inès",
    familyName: "Jasmin (fictif)",
    birthDate: "",
    commune: "Talant",
    orientedDaysAgo: 9,
    enteredDaysAgo: null,
    levels: [],
    nothing: [],
  },
];

const delivery = (step: string): Delivery => ({ activityKey: `demo.${step}`, click: null, answerTo: null });

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
    prescriber: services.plie.prescribers[0] ?? "",
    rightToWork: "yes",
    willing: "yes",
  };
  const result = await perform(
    services,
    actor,
    registerParticipant,
    { rev: form.rev, inputs, intent: "another" },
    delivery(step),
    (outcome) => ({
      code: outcome.kind === "registered" ? outcome.code : null,
    }),
  );
  const code = result.ok ? result.value["code"] : undefined;
  return typeof code === "string" ? code : undefined;
};

const enter = async (services: Services, actor: Actor, code: string, daysAgo: number, step: string): Promise<void> => {
  const dossier = await readDossier(services, code);
  if (dossier === undefined) return;
  const form = await readEntryForm(services, dossier);
  const on = addDays(services.clock.today(), -daysAgo);
  const inputs = {
    firstInterviewOn: on,
    noticeOn: on,
    language: "français",
    interpreter: "false",
    healthAgreement: "notAsked",
  };
  await perform(
    services,
    actor,
    enterParticipant,
    { code, rev: form.rev, inputs, intent: "record", settles: false },
    delivery(step),
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
    settles: false,
  };
  await perform(services, actor, saveOverview, input, delivery(step), () => ({}));
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
    priority: String(entry.priority ?? false),
    source: "dit",
    facts: entry.facts,
    situations: "",
  };
  const about = { code, domain: entry.domain, rev, inputs, place: null, urgent: [], settles: false };
  const input = { ...about, intent: "record" } as const;
  await perform(services, actor, saveAssessment, input, delivery(step), () => ({}));
};

const seedOne = async (services: Services, actor: Actor, person: DemoPerson, index: number): Promise<void> => {
  const code = await register(services, actor, person, `${index}.register`);
  if (code === undefined || person.enteredDaysAgo === null) return;
  await enter(services, actor, code, person.enteredDaysAgo, `${index}.enter`);
  await survey(services, actor, code, person, `${index}.overview`);
  for (const entry of person.levels) await assess(services, actor, code, entry, `${index}.${entry.domain}`);
};

/** Seeds the fictional people among the référents of the team file, once. */
export const seedDemo = async (services: Services): Promise<void> => {
  const facts = await services.store.get("facts", "store");
  if (facts === undefined || facts.doc.demoSeeded) return;
  const referents = services.people.members().filter((member) => member.roles.includes("referent"));
  const [first] = referents;
  if (first === undefined) return;
  const actor: Actor = { memberId: first.aadObjectId, name: first.name, roles: first.roles, playedBy: null };
  for (const [index, person] of PEOPLE.entries()) await seedOne(services, actor, person, index);
  await services.store.commit([{ op: "put", doc: { ...facts.doc, demoSeeded: true }, expected: facts.version }]);
};
