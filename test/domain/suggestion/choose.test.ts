import assert from "node:assert/strict";
import fc from "fast-check";
import { DOMAIN_IDS, type DomainId } from "../../../src/domain/framework/schema.ts";
import { choose, type Item } from "../../../src/domain/suggestion/choose.ts";
import { judgeOffer, situationOf } from "../../../src/domain/suggestion/eligibility.ts";
import { findLead } from "../../../src/domain/suggestion/find-lead.ts";
import type { Lead, LeadInputs } from "../../../src/domain/suggestion/lead.ts";
import type { Offer } from "../../../src/domain/suggestion/offer.ts";
import { placed } from "../../../src/domain/suggestion/survey.ts";
import { aLeadFinding, anOffer, aPriority, realFramework, someFacts, someInputs } from "../../support/a-lead.ts";
import { anyDirectory, anyLeadInputs } from "../../support/any-lead.ts";

/** Every set of at most so many. */
const subsets = <T>(items: readonly T[], atMost: number): readonly (readonly T[])[] =>
  items.reduce<readonly (readonly T[])[]>(
    (found, item) => [...found, ...found.flatMap((set) => (set.length < atMost ? [[...set, item]] : []))],
    [[]],
  );

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const ids = (set: readonly { readonly id: string }[]): readonly string[] => set.map(({ id }) => id).sort();

/** The order of the method, written as it reads: every figure of a set, the smallest first. */
const figures = (set: readonly Item[], weights: readonly number[]): readonly (number | string)[] => [
  -total(weights.filter((_, bit) => set.some(({ mask }) => (mask >> bit) % 2 === 1))),
  set.length,
  total(set.map(({ metres }) => metres)),
  total(set.map(({ waiting }) => waiting)),
  total(set.map(({ places }) => places)),
  ...ids(set),
];

const before = (one: readonly (number | string)[], other: readonly (number | string)[]): boolean => {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
};

const byBruteForce = (items: readonly Item[], weights: readonly number[], atMost: number, oneOf?: readonly Item[]) =>
  subsets(items, atMost)
    .filter((set) => oneOf === undefined || set.some((item) => oneOf.includes(item)))
    .reduce<readonly Item[] | null>(
      (best, set) => (best === null || before(figures(set, weights), figures(best, weights)) ? set : best),
      null,
    );

const anyItems = fc
  .array(
    fc.record({
      mask: fc.nat(31),
      metres: fc.constantFrom(0, 100, 200, 300),
      waiting: fc.constantFrom(0, 7, 14),
      places: fc.constantFrom(0, 1),
      insertion: fc.boolean(),
    }),
    { maxLength: 9 },
  )
  .map((items) => items.map((item, index) => ({ ...item, id: String(index) })));

const anyWeights = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 5, maxLength: 5 });

describe("Choosing steps and relays", () => {
  it("finds the same services as trying every set of at most three", () => {
    fc.assert(
      fc.property(anyItems, anyWeights, fc.constantFrom(1, 2, 3), (items, weights, atMost) => {
        const tried = byBruteForce(items, weights, atMost);
        assert.deepEqual(ids(choose(items, weights, atMost)), ids(tried ?? []));
      }),
      { numRuns: 2_000 },
    );
  });

  it("finds the same services as trying every set that holds a step in insertion", () => {
    fc.assert(
      fc.property(anyItems, anyWeights, fc.constantFrom(1, 2), (items, weights, atMost) => {
        const insertion = items.filter((item) => item.insertion);
        fc.pre(insertion.length > 0);
        const tried = byBruteForce(items, weights, atMost, insertion);
        assert.deepEqual(ids(choose(items, weights, atMost, insertion)), ids(tried ?? []));
      }),
      { numRuns: 2_000 },
    );
  });

  it("answers at once with fourteen needs and thousands of services that all answer something else", () => {
    const items = Array.from({ length: 5_000 }, (_, index) => ({
      id: String(index),
      mask: 1 + ((index * 7_919) % 16_383),
      metres: (index * 37) % 9_000,
      waiting: 0,
      places: 0,
    }));
    const chosen = choose(
      items,
      DOMAIN_IDS.map(() => 6),
      3,
    );
    assert.ok(chosen.length >= 1 && chosen.length <= 3);
  });
});

/** Whether a service answers a need, as the method reads: by situation, what the local extension says of a domain first. */
const answers = (offer: Offer, domain: (typeof DOMAIN_IDS)[number], { findings }: LeadInputs): boolean => {
  const finding = findings[domain];
  const known = framework.domains.find(({ id }) => id === domain);
  if (!finding || finding.severity === null || !known) return false;
  const said = offer.works.filter((work) => work.domain === domain);
  if (said.length > 0)
    return said.some(
      ({ situations, upTo }) =>
        (finding.severity ?? 9) <= upTo &&
        (situations.length === 0 ||
          finding.situations.length === 0 ||
          situations.some((id) => finding.situations.includes(id))),
    );
  const themes =
    finding.situations.length === 0
      ? known.themes
      : known.situations.filter(({ id }) => finding.situations.includes(id)).flatMap((situation) => situation.themes);
  return offer.themes.some((theme) => themes.some((one) => one === theme));
};

const framework = realFramework();
const find = findLead(framework);

/** Few domains, so that services meet needs, and one another. */
const MET = ["logement", "finances", "famille", "savoirs", "recherche", "confiance"] as const;

const asItems = (inputs: LeadInputs, offers: readonly Offer[], scope: readonly Lead["needs"][number][]) => {
  const situation = situationOf(inputs);
  return offers
    .filter((offer) => offer.open && offer.reachable && judgeOffer(offer, situation) === "eligible")
    .map((offer) => {
      const { id, metres, waiting, places } = placed(offer, inputs.from);
      const mask = total(scope.map(({ domain }, bit) => (answers(offer, domain, inputs) ? 2 ** bit : 0)));
      return { id, metres, waiting, places, mask, insertion: offer.iae };
    });
};

describe("Steps and relays of a lead", () => {
  it("are those found by trying every set of services of a small directory", () => {
    let [withRelays, withSteps, forced] = [0, 0, 0];
    fc.assert(
      fc.property(anyLeadInputs(0), anyDirectory(10, MET), (inputs, offers) => {
        const lead = find(inputs, offers);
        const weights = (scope: Lead["needs"]): number[] => scope.map(({ weight }) => weight);
        const role = (wanted: string): Offer[] => offers.filter((offer) => offer.role === wanted);

        const { core, stepsAlsoFor, stepsAtMost, relaysAtMost } = framework.suggestion;
        const stepScope = lead.needs.filter(({ domain }) => [...core, ...stepsAlsoFor].includes(domain));
        const steps = asItems(inputs, role("step"), stepScope);
        const insertion = steps.filter((item) => item.insertion);
        const blocked =
          inputs.urgent.length > 0 || lead.needs.some(({ domain }) => inputs.findings[domain]?.severity === 4);
        const must = blocked && inputs.facts.seeksWork === "yes" && insertion.length > 0;
        const expectedSteps =
          lead.first === "plie"
            ? byBruteForce(steps, weights(stepScope), stepsAtMost, must ? insertion : undefined)
            : [];
        assert.deepEqual(ids(lead.steps), ids(expectedSteps ?? []), "steps");

        const urgent = framework.urgentPoints
          .filter(({ id }) => inputs.urgent.includes(id))
          .map(({ domains }) => domains[0]);
        const relayScope = lead.needs.filter(
          ({ domain, by }) =>
            by !== "step" && by !== "lead" && (inputs.findings[domain]?.priority === true || urgent.includes(domain)),
        );
        const relays = byBruteForce(asItems(inputs, role("relay"), relayScope), weights(relayScope), relaysAtMost);
        assert.deepEqual(ids(lead.relays), ids(relays ?? []), "relays");

        withRelays += Number(lead.relays.length > 1);
        withSteps += Number(lead.steps.length > 0);
        forced += Number(must && lead.first === "plie");
      }),
      { numRuns: 1_500 },
    );
    assert.ok(
      withRelays > 5 && withSteps > 40 && forced > 20,
      `met too rarely: ${[withRelays, withSteps, forced].join()}`,
    );
  });

  it("a full one still stands first, with the nearest that has room for the same needs", () => {
    const garde = { themes: ["famille--garde-denfants"] };
    const inputs = someInputs({ famille: aPriority(3, 2, ["contraintes-horaires"]), mobilite: aPriority(3, 2) });
    const lead = find(inputs, [
      anOffer("far", { ...garde, at: { lat: 47_400_000, lon: 5_100_000 } }),
      anOffer("near", { ...garde, places: 0, waitingDays: 30 }),
      anOffer("further", { ...garde, at: { lat: 47_350_000, lon: 5_028_300 } }),
    ]);
    assert.deepEqual(
      lead.relays.map(({ id, full, alternative }) => [id, full, alternative?.id]),
      [["local--near", true, "local--further"]],
    );
    assert.equal(lead.needs.find(({ domain }) => domain === "famille")?.saturated, false, "another one has room");
    const [saturated] = find(inputs, [anOffer("near", { ...garde, places: 0 })]).needs.filter((need) => need.saturated);
    assert.equal(saturated?.domain, "famille", "every service that answers is full");
  });

  it("at the same distance and delay, one whose places are not known stands before one that is full", () => {
    const garde = { themes: ["famille--garde-denfants"] };
    const inputs = someInputs({ famille: aPriority(3, 2, ["contraintes-horaires"]) });
    const first = (...offers: readonly Offer[]) => find(inputs, offers).relays.map(({ id }) => id);
    const full = anOffer("a-full", { ...garde, places: 0 });
    const unknown = anOffer("b-unknown", { ...garde, places: null });
    assert.deepEqual(first(full, unknown), ["local--b-unknown"]);
    assert.deepEqual(first(full, unknown, anOffer("c-room", { ...garde, places: 1 })), ["local--c-room"]);
    const sum = (...all: readonly Offer[]) => all.reduce((total, offer) => total + placed(offer, null).places, 0);
    assert.ok(sum(full) > sum(unknown, unknown, unknown, unknown, unknown), "however the totals add up");
  });

  it("where every insertion structure is full, another step with room that answers the same needs is named", () => {
    const blocked = someInputs(
      { logement: aLeadFinding(4, 3), recherche: aLeadFinding(2, 2) },
      { facts: someFacts({ seeksWork: "yes" }) },
    );
    const work = { role: "step", works: [{ domain: "recherche", situations: [], upTo: 4 }] } as const;
    const full = anOffer("chantier", { ...work, iae: true, places: 0 });
    const workshop = anOffer("atelier", { ...work, at: { lat: 47_350_000, lon: 5_028_300 } });
    const insertion = (...offers: readonly Offer[]) =>
      find(blocked, offers).steps.map(({ id, alternative }) => [id, alternative?.id]);
    assert.deepEqual(insertion(full, workshop), [["local--chantier", "local--atelier"]]);
    const further = anOffer("further", { ...work, iae: true, at: { lat: 47_400_000, lon: 5_100_000 } });
    assert.deepEqual(insertion(full, workshop, further), [["local--chantier", "local--further"]], "insertion first");
    const silent = { ...full, works: [] };
    const elsewhere = { ...workshop, works: [{ domain: "projet", situations: [], upTo: 4 }] } as const;
    assert.deepEqual(insertion(silent, elsewhere), [["local--chantier", undefined]], "it answers none of the needs");
  });

  it("one that answers two needs and is full: only a service that answers both stands in for it", () => {
    const on = (...domains: readonly DomainId[]) => ({
      works: domains.map((domain) => ({ domain, situations: [], upTo: 4 })),
    });
    const inputs = someInputs({ famille: aPriority(3, 2), mobilite: aPriority(3, 2) });
    const near = anOffer("both", { ...on("famille", "mobilite"), places: 0 });
    const part = anOffer("part", { ...on("famille"), at: null });
    const [alone] = find(inputs, [near, part]).relays;
    assert.deepEqual([alone?.id, alone?.alternative], ["local--both", null]);
    const [helped] = find(inputs, [near, part, anOffer("other", { ...on("famille", "mobilite"), at: null })]).relays;
    assert.equal(helped?.alternative?.id, "local--other");
  });

  it("a step in insertion is added only for who wants to work now", () => {
    const offers = [anOffer("chantier", { role: "step", iae: true })];
    const blocked = { logement: aPriority(4, 3) };
    const steps = (seeksWork: "yes" | "unknown"): number =>
      find(someInputs(blocked, { facts: someFacts({ seeksWork }) }), offers).steps.length;
    assert.deepEqual([steps("yes"), steps("unknown")], [1, 0]);
  });
});
