/** Any person and any small directory, as the lead reads them. Ids are written on two digits, so that their order is that of the numbers. */
import fc from "fast-check";
import type { DomainId, Framework, Impact, Severity } from "../../src/domain/framework/schema.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import type { Condition } from "../../src/domain/suggestion/condition.ts";
import { FACTS, type SituationFacts } from "../../src/domain/suggestion/facts.ts";
import type { LeadFinding, LeadInputs } from "../../src/domain/suggestion/lead.ts";
import { LEAD_KINDS } from "../../src/domain/suggestion/lead-kinds.ts";
import type { Offer } from "../../src/domain/suggestion/offer.ts";
import { aLeadFinding, anOffer, realFramework, someFacts, someInputs } from "./a-lead.ts";

const rules: Framework = realFramework();

const orNull = <T>(values: readonly T[]): fc.Arbitrary<T | null> => fc.constantFrom(null, ...values);

export const anyFacts: fc.Arbitrary<SituationFacts> = fc
  .record({
    seeksWork: orNull<SituationFacts["seeksWork"]>(["yes", "yes", "yes", ...FACTS.seeksWork]),
    accompaniedBy: orNull(FACTS.accompaniedBy),
    lastJob: orNull(FACTS.lastJob),
    franceTravail: orNull(FACTS.franceTravail),
    rsa: orNull(FACTS.rsa),
    ass: orNull(FACTS.ass),
    aah: orNull(FACTS.aah),
    rqth: orNull(FACTS.rqth),
    iae: orNull(FACTS.iae),
    diploma: orNull(FACTS.diploma),
    qpv: orNull(FACTS.qpv),
    referringBody: orNull(FACTS.referringBody),
    engagement: orNull(FACTS.engagement),
    wantsToCreate: orNull(FACTS.wantsToCreate),
    rightToWorkUntil: orNull(["2026-12-01", "2030-01-01"]),
  })
  .map(someFacts);

export const situationsOf = (domain: DomainId): readonly string[] =>
  rules.domains.find(({ id }) => id === domain)?.situations.map(({ id }) => id) ?? [];

/** A domain without a level. */
export const anySilent = fc
  .constantFrom("notAddressed", "toExplore", "declined", "notApplicable")
  .map((state): LeadFinding => ({ ...aLeadFinding(0), state, severity: null }));

/** A level, mostly: what has none keeps the lead from concluding, and is drawn now and then. */
const anyLeadFinding = (domain: DomainId, unknown: number): fc.Arbitrary<LeadFinding> => {
  const level = fc
    .record({
      severity: fc.constantFrom<Severity>(0, 0, 1, 2, 3, 4),
      impact: fc.constantFrom<Impact>(1, 2, 3),
      priority: fc.boolean(),
      situations: fc.subarray([...situationsOf(domain)], { maxLength: 2 }),
    })
    .map(({ severity, impact, ...more }) => aLeadFinding(severity, impact, severity === 0 ? {} : more));
  return fc.oneof({ arbitrary: level, weight: 40 }, { arbitrary: anySilent, weight: unknown });
};

export const anyLeadInputs = (unknown = 2): fc.Arbitrary<LeadInputs> =>
  fc
    .record({
      findings: fc.record(Object.fromEntries(DOMAIN_IDS.map((id) => [id, anyLeadFinding(id, unknown)]))),
      facts: anyFacts,
      urgent: fc.subarray(["sans-abri-ce-soir", "rien-a-manger", "violences"]),
      prescriber: fc.option(
        fc.record({ lead: fc.constantFrom(...LEAD_KINDS), on: fc.constantFrom("2026-10-01", "2025-01-05") }),
      ),
      birthDate: orNull(["1961-01-01", "1984-03-12", "1998-06-30", "2003-05-04"]),
      commune: fc.constantFrom("21166", "21231", "21231", null),
      bilanRecorded: fc.boolean(),
    })
    .map(({ findings, commune, ...more }) =>
      someInputs(findings, {
        ...more,
        commune,
        ...(commune === null ? { from: null, epci: null } : {}),
      }),
    );

export const CONDITIONS: readonly Condition[] = [
  { on: "age", under: 26, label: "moins de 26 ans" },
  { on: "age", from: 50, label: "à partir de 50 ans" },
  { on: "fact", fact: "rqth", is: ["yes"], soon: ["requested"], label: "avoir une RQTH" },
  { on: "fact", fact: "franceTravail", is: ["yes"], label: "être inscrit·e à France Travail" },
  { on: "stated", label: "sur entretien" },
];

const themes = (domains: readonly DomainId[]): readonly string[] =>
  rules.domains.filter(({ id }) => domains.includes(id)).flatMap((domain) => domain.themes);

/** Any service that has something to do with these domains. Distances, delays and places often tie, so that every rule of the order is met. */
export const anyOffer = (domains: readonly DomainId[] = DOMAIN_IDS): fc.Arbitrary<Offer> =>
  fc
    .record({
      role: fc.constantFrom("relay", "relay", "relay", "step", "lead"),
      lead: fc.constantFrom(...LEAD_KINDS),
      iae: fc.boolean(),
      themes: fc.subarray([...themes(domains)], { minLength: 1, maxLength: 4 }),
      works: fc.array(
        fc.constantFrom(...domains).chain((domain) =>
          fc.record({
            domain: fc.constant(domain),
            situations: fc.subarray([...situationsOf(domain)], { maxLength: 2 }),
            upTo: fc.constantFrom(1, 2, 3, 4),
          }),
        ),
        { maxLength: 2 },
      ),
      publics: fc.constantFrom([], [], ["tous-publics"], ["jeunes"], ["demandeurs-emploi"], ["femmes", "jeunes"]),
      conditions: fc.oneof(
        { arbitrary: fc.constant([]), weight: 3 },
        { arbitrary: fc.constantFrom(...CONDITIONS).map((one) => [one]), weight: 1 },
      ),
      zone: fc.constantFrom(null, null, null, null, ["france"], ["21231"], ["21"], ["242100410"], ["71"]),
      remote: fc.boolean(),
      at: fc.constantFrom(null, { lat: 47_293_300, lon: 5_028_300 }, { lat: 47_322_000, lon: 5_041_500 }),
      places: fc.constantFrom(null, 0, 1, 6),
      waitingDays: fc.constantFrom(null, 0, 21),
      reachable: fc.constantFrom(true, true, true, true, true, false),
      open: fc.constantFrom(true, true, true, true, true, false),
    })
    .map(({ role, lead, iae, ...more }) =>
      anOffer("any", { ...more, role, lead: role === "lead" ? lead : null, iae: role === "step" && iae }),
    );

/** With distinct ids, in any order. */
export const numbered = (directory: fc.Arbitrary<Offer[]>): fc.Arbitrary<Offer[]> =>
  directory.chain((offers) =>
    fc
      .shuffledSubarray(
        offers.map((_, index) => index),
        { minLength: offers.length },
      )
      .map((ids) => offers.map((offer, index) => ({ ...offer, id: `local--${String(10 + (ids[index] ?? 0))}` }))),
  );

export const anyDirectory = (maxLength: number, domains: readonly DomainId[] = DOMAIN_IDS): fc.Arbitrary<Offer[]> =>
  numbered(fc.array(anyOffer(domains), { maxLength, size: "max" }));
