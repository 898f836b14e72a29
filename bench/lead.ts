/**
 * `npm run bench`: the lead with 5,000 candidate services, against a linear scan of the same records that only tests eligibility.
 * Medians of one run, in milliseconds. Every service answers one need at least, so that none of them is skipped.
 */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import type { DomainId } from "../src/domain/framework/domains.ts";
import { DOMAIN_IDS, framework, type Framework } from "../src/domain/framework/schema.ts";
import { judgeOffer, situationOf } from "../src/domain/suggestion/eligibility.ts";
import { NOTHING_ASKED } from "../src/domain/suggestion/facts.ts";
import { findLead } from "../src/domain/suggestion/find-lead.ts";
import type { LeadFinding, LeadInputs } from "../src/domain/suggestion/lead.ts";
import type { Offer } from "../src/domain/suggestion/offer.ts";

const SERVICES = 5_000;
const RUNS = 200;

/** The same numbers at each run. */
const dice = (seed: number): ((sides: number) => number) => {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 4_294_967_296) * sides);
  };
};

const ZONES = [null, ["france"], ["21"], ["242100410"], ["21231", "21166", "21515"], ["71"]] as const;
const PUBLICS = [
  [],
  ["tous-publics"],
  ["jeunes"],
  ["demandeurs-emploi", "beneficiaires-des-minimas-sociaux"],
  ["femmes"],
] as const;

/** Services that each answer one to three of the needs; one in ten is a step. */
const directory = (rules: Framework, needs: readonly DomainId[]): readonly Offer[] => {
  const roll = dice(7);
  const pick = <T>(from: readonly [T, ...T[]] | readonly T[], fallback: T): T => from[roll(from.length)] ?? fallback;
  const themed = rules.domains.filter(({ id, themes }) => needs.includes(id) && themes.length > 0);
  return Array.from({ length: SERVICES }, (_, index): Offer => {
    const themes = Array.from({ length: 1 + roll(3) }, () => pick(themed[roll(themed.length)]?.themes ?? [], ""));
    const step = roll(10) === 0;
    const local = roll(5) === 0;
    return {
      id: `bench--${String(index)}`,
      name: `Service ${String(index)}`,
      structure: `Structure ${String(roll(800))}`,
      role: step ? "step" : "relay",
      lead: null,
      intensity: null,
      iae: step && roll(3) === 0,
      themes,
      works: local ? [{ domain: pick(needs, "mobilite"), situations: [], upTo: 4 }] : [],
      publics: pick<readonly string[]>(PUBLICS, []),
      conditions: local ? [{ on: "fact", fact: "franceTravail", is: ["yes"], label: "être inscrit·e" }] : [],
      zone: pick<readonly string[] | null>(ZONES, null),
      remote: roll(20) === 0,
      at: roll(15) === 0 ? null : { lat: 47_200_000 + roll(250_000), lon: 4_900_000 + roll(300_000) },
      places: roll(3) === 0 ? roll(6) : null,
      waitingDays: roll(3) === 0 ? roll(60) : null,
      reachable: true,
      open: true,
      stateEdition: 0,
    };
  });
};

/** As many domains at 3 × 2, each a priority, so that all of them ask for a relay. */
const inputsFor = (needs: readonly DomainId[], rules: Framework): LeadInputs => ({
  frameworkVersion: rules.version,
  directoryVersion: "bench",
  asOf: "2026-11-24",
  findings: Object.fromEntries(
    DOMAIN_IDS.map((id): [DomainId, LeadFinding] => {
      const need = needs.includes(id);
      const [severity, impact] = need ? ([3, 2] as const) : ([0, null] as const);
      return [id, { state: need ? "assessed" : "nothing", severity, impact, priority: need, situations: [] }];
    }),
  ),
  bilanRecorded: true,
  urgent: [],
  facts: { ...NOTHING_ASKED, seeksWork: "yes", franceTravail: "yes", rsa: "yes" },
  prescriber: null,
  birthDate: "1984-03-12",
  commune: "21166",
  from: { lat: 47_293_300, lon: 5_008_300 },
  epci: "242100410",
});

const median = (work: () => unknown): number => {
  for (let warm = 0; warm < RUNS; warm += 1) work();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((one, other) => one - other);
  return times[Math.floor(times.length / 2)] ?? 0;
};

const rules = framework.parse(JSON.parse(readFileSync("config/framework.json", "utf8")));
const find = findLead(rules);

const measure = (name: string, needs: readonly DomainId[]): void => {
  const offers = directory(rules, needs);
  const inputs = inputsFor(needs, rules);
  const situation = situationOf(inputs);
  const scan = median(() =>
    offers.reduce((count, offer) => count + (judgeOffer(offer, situation) === "eligible" ? 1 : 0), 0),
  );
  const lead = median(() => find(inputs, offers));
  console.log(`${name}: lead ${lead.toFixed(2)} ms, scan ${scan.toFixed(2)} ms, ratio ${(lead / scan).toFixed(2)}`);
};

console.log(`The lead with ${String(SERVICES)} candidate services, median of ${String(RUNS)} runs`);
measure("Four open needs", ["mobilite", "logement", "famille", "recherche"]);
measure("Fourteen open needs", DOMAIN_IDS);
