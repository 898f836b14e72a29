/** People whose lead is not the PLIE as often as it is, and territories whose leads say otherwise than the framework. */
import fc from "fast-check";
import { DOMAIN_IDS, type DomainId, type Impact, type Severity } from "../../src/domain/framework/schema.ts";
import type { LeadFinding, LeadInputs } from "../../src/domain/suggestion/lead.ts";
import { LEAD_KINDS } from "../../src/domain/suggestion/lead-kinds.ts";
import type { Offer } from "../../src/domain/suggestion/offer.ts";
import { aLeadFinding, anOffer, type SomeFindings } from "./a-lead.ts";
import { anyLeadInputs, anyOffer, anySilent, CONDITIONS, numbered, situationsOf } from "./any-lead.ts";

/** Light difficulties mostly. */
const anyLightFinding = (domain: DomainId, unknown: number): fc.Arbitrary<LeadFinding> => {
  const level = fc
    .record({
      severity: fc.constantFrom<Severity>(1, 1, 1, 1, 2, 2, 3, 4),
      impact: fc.constantFrom<Impact>(1, 1, 2, 3),
      priority: fc.boolean(),
      situations: fc.subarray([...situationsOf(domain)], { maxLength: 2 }),
    })
    .map(({ severity, impact, ...more }) => aLeadFinding(severity, impact, more));
  return fc.oneof(
    { arbitrary: fc.constant(aLeadFinding(0)), weight: 26 },
    { arbitrary: level, weight: 14 },
    { arbitrary: anySilent, weight: unknown },
  );
};

const everywhere = (finding: (domain: DomainId) => fc.Arbitrary<LeadFinding>): fc.Arbitrary<SomeFindings> =>
  fc.record(Object.fromEntries(DOMAIN_IDS.map((id) => [id, finding(id)])));

/** Nobody's difficulties in three: hardly any, only in the search for work, or a bit of everything. France Travail would often do. */
export const anyLightFindings = (unknown = 2): fc.Arbitrary<SomeFindings> => {
  const faint = everywhere(() =>
    fc.oneof(
      { arbitrary: fc.constantFrom(aLeadFinding(0), aLeadFinding(0), aLeadFinding(1), aLeadFinding(0)), weight: 40 },
      { arbitrary: anySilent, weight: unknown },
    ),
  );
  const work = fc
    .constantFrom<DomainId>("recherche", "competences", "projet")
    .chain((domain) =>
      fc
        .record({ severity: fc.constantFrom<Severity>(2, 2, 3), impact: fc.constantFrom<Impact>(1, 2, 3) })
        .map(({ severity, impact }) => ({ [domain]: aLeadFinding(severity, impact) })),
    );
  return fc.oneof(
    { arbitrary: faint, weight: 3 },
    { arbitrary: fc.tuple(faint, work).map(([all, one]) => ({ ...all, ...one })), weight: 4 },
    { arbitrary: everywhere((id) => anyLightFinding(id, unknown)), weight: 3 },
  );
};

export const anyLightInputs = (unknown = 2): fc.Arbitrary<LeadInputs> =>
  fc.tuple(anyLeadInputs(unknown), anyLightFindings(unknown)).map(([inputs, findings]) => ({ ...inputs, findings }));

/** A service of a lead that may say otherwise than the framework: intensity, what it works on, whom it receives. */
const anyLeadOffer: fc.Arbitrary<Offer> = fc
  .record({
    lead: fc.constantFrom(...LEAD_KINDS),
    intensity: fc.constantFrom<Offer["intensity"]>(null, null, null, "light", "reinforced"),
    places: fc.constantFrom(null, 0, 3),
    waitingDays: fc.constantFrom(null, 0, 21),
    works: fc.oneof(
      { arbitrary: fc.constant([]), weight: 2 },
      {
        arbitrary: fc.array(
          fc.record({
            domain: fc.constantFrom<DomainId>("projet", "competences", "recherche", "confiance", "mobilite"),
            situations: fc.constant([]),
            upTo: fc.constantFrom(1, 2, 3, 4),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        weight: 1,
      },
    ),
    zone: fc.constantFrom(null, null, null, ["21231"], ["242100410"], ["71"]),
    at: fc.constantFrom(null, { lat: 47_293_300, lon: 5_028_300 }, { lat: 47_322_000, lon: 5_041_500 }),
    conditions: fc.oneof(
      { arbitrary: fc.constant([]), weight: 3 },
      { arbitrary: fc.constantFrom(...CONDITIONS).map((one) => [one]), weight: 1 },
    ),
  })
  .map((more) => anOffer("any", { role: "lead", ...more }));

/** Any services, and as many of the leads, several of one kind more often than not. */
export const anyLeadDirectory = (maxLength: number): fc.Arbitrary<Offer[]> =>
  numbered(
    fc
      .tuple(fc.array(anyOffer(), { maxLength, size: "max" }), fc.array(anyLeadOffer, { maxLength, size: "max" }))
      .map(([services, leads]) => [...services, ...leads]),
  );
