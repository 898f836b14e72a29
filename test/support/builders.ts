/** What tests are about, fresh each time: valid by default, with only what matters to the test said. */
import fc from "fast-check";
import type { Finding } from "../../src/domain/diagnostic/assessment.ts";
import type { Findings } from "../../src/domain/diagnostic/findings.ts";
import type { DomainId, Impact, Severity } from "../../src/domain/framework/schema.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import type { CaseFile } from "../../src/domain/participant/case-file.ts";
import { freshClock } from "../../src/domain/participant/clock-facts.ts";
import type { Identity } from "../../src/domain/participant/identity.ts";
import type { Actor } from "../../src/domain/people/actor.ts";

export const REFERENT_ID = "00000000-0000-4000-8000-000000000001";
export const TODAY = "2026-11-24";
export const NOW = "2026-11-24T13:32:00.000Z";

/** A finding with nothing recorded, unless said: by default *pas abordé*. */
export const aFinding = (overrides: Partial<Finding> = {}): Finding => ({
  state: "notAddressed",
  severity: null,
  impact: null,
  priority: false,
  situations: [],
  selfSeverity: null,
  strength: "",
  facts: "",
  source: null,
  by: REFERENT_ID,
  at: NOW,
  ...overrides,
});

/** A finding with a level; level 0 is *rien à signaler* and has no weight on the project. */
export const aLevel = (severity: Severity, impact: Impact = 1, overrides: Partial<Finding> = {}): Finding =>
  aFinding({
    state: severity === 0 ? "nothing" : "assessed",
    severity,
    impact: severity === 0 ? null : impact,
    source: { kind: "dit", by: REFERENT_ID, on: TODAY },
    ...overrides,
  });

/** Findings by domain; a domain that is not named was not spoken of. */
export const someFindings = (byDomain: Partial<Record<DomainId, Finding>>): Findings =>
  new Map(DOMAIN_IDS.flatMap((domain) => (byDomain[domain] ? [[domain, byDomain[domain]] as const] : [])));

/** Every domain with the same finding. */
export const everywhere = (finding: () => Finding): Findings =>
  new Map(DOMAIN_IDS.map((domain) => [domain, finding()]));

export const aCase = (overrides: Partial<CaseFile> = {}): CaseFile => ({
  kind: "case",
  schemaVersion: 1,
  code: "P-2026-0001",
  edition: 1,
  parcours: 1,
  referentId: REFERENT_ID,
  status: "entered",
  orientedOn: "2026-11-02",
  rightToWork: "yes",
  willing: "yes",
  entry: { on: "2026-11-16", noticeOn: "2026-11-16", interpreter: false },
  health: "agreed",
  round: 0,
  place: { at: "overview" },
  urgent: [],
  cancelled: null,
  mergedInto: null,
  review: null,
  decided: null,
  toComplete: null,
  ...freshClock,
  ...overrides,
});

export const anIdentity = (overrides: Partial<Identity> = {}): Identity => ({
  kind: "identity",
  schemaVersion: 1,
  code: "P-2026-0001",
  givenName: "Amina",
  familyName: "Benali",
  birthDate: "1984-03-12",
  commune: "21166",
  communeTyped: null,
  reach: null,
  phone: "06 12 34 56 78",
  email: null,
  address: null,
  prescriber: "Mission locale",
  language: "français",
  referentId: REFERENT_ID,
  substituteId: null,
  listed: true,
  ...overrides,
});

export const anActor = (overrides: Partial<Actor> = {}): Actor => ({
  memberId: REFERENT_ID,
  name: "Camille Martin",
  roles: ["referent"],
  playedBy: null,
  today: TODAY,
  ...overrides,
});

const level = fc.constantFrom<Severity>(0, 1, 2, 3, 4);
const impactOf = fc.constantFrom<Impact>(1, 2, 3);
const words = fc.constantFrom("", "A une voiture", "Sa sœur l'aide");
const withoutLevel = fc.constantFrom("notAddressed", "toExplore", "declined", "notApplicable");

/** Any finding that can be recorded, with a level or without. */
export const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    severity: fc.option(level),
    impact: impactOf,
    state: withoutLevel,
    selfSeverity: fc.option(level),
    priority: fc.boolean(),
    strength: words,
    facts: words,
  })
  .map(({ severity, impact, state, ...rest }) =>
    severity === null ? aFinding({ state, ...rest }) : aLevel(severity, impact, rest),
  );

/** Any findings of a round: each domain spoken of or not. */
export const anyFindings: fc.Arbitrary<Findings> = fc.tuple(...DOMAIN_IDS.map(() => fc.option(anyFinding))).map(
  (found) =>
    new Map(
      DOMAIN_IDS.flatMap((domain, index) => {
        const finding = found[index];
        return finding ? [[domain, finding] as const] : [];
      }),
    ),
);

export const anyDomain: fc.Arbitrary<DomainId> = fc.constantFrom(...DOMAIN_IDS);
