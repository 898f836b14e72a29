/** Someone, and someone else with the same diagnostic: whatever the lead may not read is drawn anew. */
import fc from "fast-check";
import type { Finding } from "../../src/domain/diagnostic/assessment.ts";
import type { Findings } from "../../src/domain/diagnostic/findings.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import type { Identity } from "../../src/domain/participant/identity.ts";
import { leadInputsOf, type Recorded } from "../../src/domain/suggestion/inputs.ts";
import type { LeadInputs } from "../../src/domain/suggestion/lead.ts";
import { realFramework, type SomeFindings } from "./a-lead.ts";
import { anyFacts } from "./any-lead.ts";
import { anyLightFindings } from "./any-light-lead.ts";
import { aCase, aFinding, anIdentity, TODAY } from "./builders.ts";

const framework = realFramework();

const COMMUNES = [
  { insee: "21166", lat: 47.2933, lon: 5.0083 },
  { insee: "21231", lat: 47.322, lon: 5.0415 },
  { insee: "21003", lat: 47.3686, lon: 5.0222 },
];

interface Person {
  readonly findings: Findings;
  readonly identity: Identity;
  readonly facts: NonNullable<Recorded["facts"]>;
  readonly orientedOn: string;
}

export const words = fc.constantFrom(
  "",
  "Une femme de 58 ans",
  "Né à Alger",
  "Sort de prison",
  "Fibromyalgie",
  "*gras*",
);

export const anyIdentity: fc.Arbitrary<Partial<Identity>> = fc.record({
  givenName: fc.constantFrom("Amina", "Bernard", "Nguyễn", "Zoé"),
  familyName: fc.constantFrom("Benali", "Martin", "Kowalski", "Traoré"),
  communeTyped: words,
  phone: fc.constantFrom("06 12 34 56 78", null),
  email: fc.constantFrom("a@example.org", null),
  address: fc.constantFrom("1 rue des Lilas", "Foyer Abrioux", "Quartier des Grésilles", null),
  language: fc.constantFrom("français", "arabe", "dari"),
});

const YOUNGER = ["2003-05-04", "2009-01-01", "2000-11-25"] as const;
const OLDER = ["2000-11-24", "1998-06-30", "1984-03-12", "1961-01-01"] as const;
/** On each side of 26 years, most often. */
const twoBirthDates = fc.oneof(
  fc.tuple(fc.constantFrom(...YOUNGER), fc.constantFrom(...OLDER)),
  fc.tuple(fc.constantFrom(...OLDER), fc.constantFrom(...YOUNGER)),
  fc.tuple(fc.constantFrom(...OLDER, null), fc.constantFrom(...OLDER, null)),
);
const commune = fc.constantFrom("21166", "21231", "21003", null);
const twoCommunes = fc.oneof(
  commune.map((one) => [one, one] as const),
  fc.tuple(commune, commune),
);

const recorded = (findings: SomeFindings): Findings =>
  new Map(
    DOMAIN_IDS.flatMap((id) => {
      const found = findings[id];
      return found === undefined ? [] : [[id, aFinding({ ...found, situations: [...found.situations] })] as const];
    }),
  );

export const anyPerson: fc.Arbitrary<Person> = fc
  .record({
    findings: anyLightFindings().map(recorded),
    identity: anyIdentity,
    prescriber: fc.constantFrom("Mission locale", "France Travail", null, null, null),
    facts: anyFacts,
    orientedOn: fc.constantFrom("2026-11-02", "2025-01-05"),
  })
  .map(({ identity, prescriber, ...more }) => ({ ...more, identity: anIdentity({ ...identity, prescriber }) }));

export const inputsOf = ({ findings, identity, facts, orientedOn }: Person): LeadInputs =>
  leadInputsOf({
    framework,
    directoryVersion: "1",
    asOf: TODAY,
    findings,
    bilanRecorded: false,
    head: aCase({ orientedOn }),
    identity,
    facts,
    plie: {
      communes: COMMUNES,
      prescriberLeads: new Map([
        ["Mission locale", "missionLocale"],
        ["France Travail", "franceTravail"],
      ]),
      epci: "242100410",
    },
  });

/** The same diagnostic, told of someone else: every word of it, and who wrote it. */
export const retold = (findings: Findings, text: string): Findings =>
  new Map(
    [...findings].map(([domain, finding]): [typeof domain, Finding] => [
      domain,
      { ...finding, strength: text, facts: text, selfSeverity: 4, by: "someone-else" },
    ]),
  );

/** Someone else with the same diagnostic, the same wish and the same accompaniment. */
export const twoPeople = fc
  .record({
    person: anyPerson,
    other: anyIdentity,
    facts: anyFacts,
    text: words,
    births: twoBirthDates,
    communes: twoCommunes,
  })
  .map(({ person, other, facts, text, births, communes }): readonly [Person, Person] => {
    const { seeksWork, accompaniedBy } = person.facts;
    const at = (index: 0 | 1) => ({ birthDate: births[index], commune: communes[index] });
    return [
      { ...person, identity: { ...person.identity, ...at(0) } },
      {
        ...person,
        findings: retold(person.findings, text),
        facts: { ...facts, seeksWork, accompaniedBy },
        identity: { ...person.identity, ...other, ...at(1) },
      },
    ];
  });
