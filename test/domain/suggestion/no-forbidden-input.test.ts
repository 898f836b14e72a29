import assert from "node:assert/strict";
import fc from "fast-check";
import type { Finding } from "../../../src/domain/diagnostic/assessment.ts";
import type { Findings } from "../../../src/domain/diagnostic/findings.ts";
import type { Identity } from "../../../src/domain/participant/identity.ts";
import { canonicalJson } from "../../../src/domain/canonical-json.ts";
import { judgeOffer, situationOf } from "../../../src/domain/suggestion/eligibility.ts";
import { findLead } from "../../../src/domain/suggestion/find-lead.ts";
import { leadInputsOf, type Recorded } from "../../../src/domain/suggestion/inputs.ts";
import type { Lead, LeadInputs } from "../../../src/domain/suggestion/lead.ts";
import type { Offer } from "../../../src/domain/suggestion/offer.ts";
import { aDirectory, anOffer, realFramework } from "../../support/a-lead.ts";
import { anyFacts } from "../../support/any-lead.ts";
import { aCase, anIdentity, anyFindings, TODAY } from "../../support/builders.ts";

const framework = realFramework();
const find = findLead(framework);

const COMMUNES = [
  { insee: "21166", lat: 47.2933, lon: 5.0083 },
  { insee: "21231", lat: 47.322, lon: 5.0415 },
  { insee: "21003", lat: 47.3686, lon: 5.0222 },
];

/** Leads and services, some of which state a condition about age or zone; the mission locale's own is in the framework. */
const OFFERS: readonly Offer[] = [
  ...aDirectory().map((offer) => (offer.lead === "accompagnementGlobal" ? { ...offer, zone: ["21231"] } : offer)),
  anOffer("jeunes", { themes: ["famille--garde-denfants"], publics: ["jeunes"], remote: true }),
  anOffer("aines", {
    themes: ["mobilite--preparer-un-permis"],
    conditions: [{ on: "age", from: 50, label: "50 ans et plus" }],
  }),
  anOffer("ahuy", { themes: ["logement-hebergement--louer-un-logement"], zone: ["21003"], remote: true }),
];

interface Person {
  readonly findings: Findings;
  readonly identity: Identity;
  readonly facts: Recorded["facts"];
  readonly orientedOn: string;
}

const words = fc.constantFrom(
  "",
  "Une femme de 58 ans",
  "Né à Alger",
  "Sort de prison",
  "Fibromyalgie",
  "${name}",
  "*gras*",
);

const anyIdentity: fc.Arbitrary<Partial<Identity>> = fc.record({
  givenName: fc.constantFrom("Amina", "Bernard", "Nguyễn", "Zoé"),
  familyName: fc.constantFrom("Benali", "Martin", "Kowalski", "Traoré"),
  birthDate: fc.constantFrom("1961-01-01", "1984-03-12", "1998-06-30", "2003-05-04", null),
  commune: fc.constantFrom("21166", "21231", "21003", null),
  communeTyped: words,
  phone: fc.constantFrom("06 12 34 56 78", null),
  email: fc.constantFrom("a@example.org", null),
  address: fc.constantFrom("1 rue des Lilas", "Foyer Abrioux", "Quartier des Grésilles", null),
  language: fc.constantFrom("français", "arabe", "dari"),
});

const anyPerson: fc.Arbitrary<Person> = fc
  .record({
    findings: anyFindings,
    identity: anyIdentity,
    prescriber: fc.constantFrom("Mission locale", "France Travail", null),
    facts: fc.option(anyFacts),
    orientedOn: fc.constantFrom("2026-11-02", "2025-01-05"),
  })
  .map(({ identity, prescriber, ...more }) => ({ ...more, identity: anIdentity({ ...identity, prescriber }) }));

const inputsOf = ({ findings, identity, facts, orientedOn }: Person): LeadInputs =>
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
const retold = (findings: Findings, text: string): Findings =>
  new Map(
    [...findings].map(([domain, finding]): [typeof domain, Finding] => [
      domain,
      { ...finding, strength: text, facts: text, selfSeverity: 4, by: "someone-else" },
    ]),
  );

/** Leads in their rank: the first, its equivalents, then the others that were ranked, with what each covers. */
const ranks = (lead: Lead, but: ReadonlySet<string>): readonly string[] =>
  [lead.first, ...lead.equivalents].flatMap((kind) => (kind === null || but.has(kind) ? [] : [kind]));

/** Leads that a stated condition treats otherwise from one person to the next; each must be named with it. */
const treatedOtherwise = (one: Lead, other: Lead): ReadonlySet<string> => {
  const kinds = new Set<string>();
  for (const { kind, eligibility } of one.candidates) {
    const there = other.candidates.find((candidate) => candidate.kind === kind);
    assert.ok(there, `${kind} is named for both`);
    if (there.eligibility === eligibility) continue;
    kinds.add(kind);
    for (const { eligibility: said, conditions } of [there, ...one.candidates.filter((known) => known.kind === kind)])
      assert.equal(said === "eligible", conditions.length === 0, `${kind}: a condition is named wherever it counts`);
  }
  return kinds;
};

describe("No forbidden input", () => {
  it("over 10,000 people, name, sex, age, origin, address, language and words never move the rank of a lead, but by a stated condition that is named", function () {
    this.timeout(240_000);
    let [same, excluded] = [0, 0];
    fc.assert(
      fc.property(anyPerson, anyIdentity, words, (person, other, text) => {
        const someoneElse: Person = {
          ...person,
          findings: retold(person.findings, text),
          identity: { ...person.identity, ...other },
        };
        const [one, two] = [inputsOf(person), inputsOf(someoneElse)];
        const [lead, there] = [find(one, OFFERS), find(two, OFFERS)];
        const otherwise = treatedOtherwise(lead, there);
        if (otherwise.size === 0) {
          assert.deepEqual(ranks(there, otherwise), ranks(lead, otherwise));
          assert.deepEqual(there.robustness, lead.robustness);
          assert.deepEqual(there.toSettle, lead.toSettle);
          assert.deepEqual(there.lines, lead.lines);
          same += 1;
        } else excluded += 1;
        const rank = ({ kind, covered, of, prescribed }: Lead["candidates"][number]) => ({
          kind,
          covered,
          of,
          prescribed,
        });
        const alike = (found: Lead) => found.candidates.filter(({ kind }) => !otherwise.has(kind)).map(rank);
        assert.deepEqual(alike(there), alike(lead), "what each lead covers");
        named(lead, there, one, two);
      }),
      { numRuns: 10_000, seed: 20_261_124 },
    );
    assert.ok(same > 2_000 && excluded > 2_000, `${String(same)} treated alike, ${String(excluded)} not`);
  });

  it("another address, another name or another way to be reached gives the same bytes", () => {
    fc.assert(
      fc.property(anyPerson, anyIdentity, words, (person, { birthDate: _, commune: __, ...other }, text) => {
        const moved = {
          ...person,
          findings: retold(person.findings, text),
          identity: { ...person.identity, ...other },
        };
        assert.equal(canonicalJson(find(inputsOf(moved), OFFERS)), canonicalJson(find(inputsOf(person), OFFERS)));
      }),
      { numRuns: 500 },
    );
  });
});

/** A service chosen for one and no longer eligible for the other is named there, as excluded or to be verified, wherever it answers a need. */
const named = (lead: Lead, there: Lead, one: LeadInputs, two: LeadInputs): void => {
  for (const { id } of [...lead.steps, ...lead.relays]) {
    const offer = OFFERS.find((known) => known.id === id);
    assert.ok(offer);
    assert.equal(judgeOffer(offer, situationOf(one)), "eligible");
    const judged = judgeOffer(offer, situationOf(two));
    if (judged !== "excluded") continue;
    assert.ok(
      there.excluded.some(({ service }) => service.id === id),
      `${id} is named with its condition`,
    );
  }
};
