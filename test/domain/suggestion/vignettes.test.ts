import assert from "node:assert/strict";
import { readConfigFile, readPlieFile, type FileRead } from "../../../src/config/files.ts";
import { readVignettes } from "../../../src/config/vignettes.ts";
import type { Vignette } from "../../../src/domain/calibration/vignette.ts";
import { DOMAIN_IDS, type DomainId } from "../../../src/domain/framework/schema.ts";
import { offerOf } from "../../../src/domain/offer/offer-of.ts";
import { servicesFile } from "../../../src/domain/offer/services-file.ts";
import { NOTHING_ASKED, situationFacts } from "../../../src/domain/suggestion/facts.ts";
import { findLead } from "../../../src/domain/suggestion/find-lead.ts";
import type { Chosen, Lead, LeadFinding, LeadInputs } from "../../../src/domain/suggestion/lead.ts";
import type { Offer } from "../../../src/domain/suggestion/offer.ts";
import { TODAY } from "../../support/builders.ts";
import { realFramework } from "../../support/a-lead.ts";

const valueOf = <V>(read: FileRead<V>): V => {
  assert.ok(read.ok, read.ok ? "" : read.problems.join("\n"));
  return read.value;
};

const framework = realFramework();
const plie = valueOf(readPlieFile("config/plie.json"));

const demoOffers = (): readonly Offer[] => {
  const file = valueOf(readConfigFile("config/services.json", servicesFile));
  const common = { schemaVersion: 1, version: "1", origin: "local", source: "demo-dijon" } as const;
  const structures = new Map(file.structures.map((record) => [record.id, record]));
  return file.services.map(({ record, local }) => {
    const structure = structures.get(record.structure_id);
    return offerOf(
      { kind: "service", ...common, id: record.id, record, local, closedOn: null, openedOn: "2026-11-02" },
      undefined,
      structure === undefined ? undefined : { kind: "structure", ...common, id: structure.id, record: structure },
    );
  });
};

/** The day, so many years or days before today; an age is well inside its year. */
const yearsAgo = (years: number): string => `${Number(TODAY.slice(0, 4)) - years}-02-03`;
const daysAgo = (days: number): string => new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10);

const NOTHING: LeadFinding = { state: "nothing", severity: 0, impact: null, priority: false, situations: [] };

const inputsOf = (vignette: Vignette): LeadInputs => {
  const commune = plie.communes.find(({ insee }) => insee === vignette.commune);
  assert.ok(commune !== undefined);
  const findings = DOMAIN_IDS.flatMap((domain): [DomainId, LeadFinding][] => {
    const given = vignette.levels[domain];
    if (given === undefined) return [[domain, NOTHING]];
    if (given.state === "notAddressed") return [];
    const { state, severity, impact, priority, situations } = given;
    return [[domain, { state, severity, impact, priority, situations: [...situations].sort() }]];
  });
  return {
    frameworkVersion: framework.version,
    directoryVersion: "1",
    asOf: TODAY,
    findings: Object.fromEntries(findings),
    bilanRecorded: false,
    urgent: vignette.urgent,
    facts: situationFacts.parse({ ...NOTHING_ASKED, ...vignette.facts }),
    prescriber:
      vignette.prescriber === null ? null : { lead: vignette.prescriber, on: daysAgo(vignette.orientedDaysAgo) },
    birthDate: yearsAgo(vignette.age),
    commune: commune.insee,
    from: { lat: Math.round(commune.lat * 1_000_000), lon: Math.round(commune.lon * 1_000_000) },
    epci: plie.epci ?? null,
  };
};

const domainsOf = (chosen: readonly Chosen[]): readonly DomainId[] => {
  const answered = new Set(chosen.flatMap(({ answers }) => answers));
  return DOMAIN_IDS.filter((domain) => answered.has(domain));
};
const inOrder = (domains: readonly DomainId[]): readonly DomainId[] => DOMAIN_IDS.filter((id) => domains.includes(id));
const labelOf = (lead: string | null): string =>
  framework.suggestion.leads.find(({ kind }) => kind === lead)?.label ?? "à compléter";

interface Compared {
  readonly vignette: Vignette;
  readonly lead: Lead;
  readonly same: Readonly<Record<"lead" | "steps" | "relays", boolean>>;
  readonly agrees: boolean;
}

const compare = (vignette: Vignette, lead: Lead): Compared => {
  const { expected } = vignette;
  const sameDomains = (wanted: readonly DomainId[], chosen: readonly Chosen[]): boolean =>
    inOrder(wanted).join() === domainsOf(chosen).join();
  const same = {
    lead: lead.first === expected.lead,
    steps: sameDomains(expected.steps, lead.steps),
    relays: sameDomains(expected.relays, lead.relays),
  };
  return { vignette, lead, same, agrees: same.lead && same.steps && same.relays };
};

const named = (chosen: readonly Chosen[]): string =>
  chosen
    .map(
      ({ name, answers, full }) =>
        `${name.replace(" (fictif)", "")} → ${answers.join(", ") || "–"}${full ? " (complet)" : ""}`,
    )
    .join(" ; ") || "aucun";

const rowOf = ({ vignette, lead, same, agrees }: Compared): string => {
  const { expected } = vignette;
  const mark = (yes: boolean): string => (yes ? "=" : "≠");
  const also = lead.equivalents.length === 0 ? "" : ` (équivalentes : ${lead.equivalents.map(labelOf).join(", ")})`;
  return [
    vignette.id,
    `  piste   ${mark(same.lead)} cellule : ${labelOf(expected.lead)} · méthode : ${labelOf(lead.first)}${also}${lead.robustness === null ? "" : `, ${lead.robustness.verdict === "solid" ? "solide" : "fragile"}`}`,
    `  étapes  ${mark(same.steps)} cellule : ${expected.steps.join(", ") || "aucune"} · méthode : ${named(lead.steps)}`,
    `  relais  ${mark(same.relays)} cellule : ${expected.relays.join(", ") || "aucun"} · méthode : ${named(lead.relays)}`,
    agrees ? "  accord" : `  écart : ${expected.disagreement ?? "NON EXPLIQUÉ"}`,
  ].join("\n");
};

describe("The twelve vignettes, by the method and by a cell", () => {
  const vignettes = valueOf(readVignettes("config/vignettes", { framework, communes: plie.communes }));
  const offers = demoOffers();
  const find = findLead(framework);
  const compared = vignettes.map((vignette) => compare(vignette, find(inputsOf(vignette), offers)));
  const of = (start: string): Compared => {
    const found = compared.find(({ vignette }) => vignette.id.startsWith(start));
    assert.ok(found !== undefined, `no vignette ${start}`);
    return found;
  };

  after(() => {
    const count = (key: keyof Compared["same"]): string =>
      `${compared.filter(({ same }) => same[key]).length}/${compared.length}`;
    const total = `Accord : piste ${count("lead")} · étapes ${count("steps")} · relais ${count("relays")}`;
    console.log(`\n${compared.map(rowOf).join("\n")}\n${total}\n`);
  });

  for (const { vignette, same, agrees, lead } of compared)
    it(`${vignette.id}: ${vignette.expected.disagreement === null ? "both agree" : "they part, and the file says why"}`, () => {
      const apart = Object.entries(same).flatMap(([key, yes]) => (yes ? [] : [key]));
      if (vignette.expected.disagreement === null)
        assert.deepEqual(apart, [], `a disagreement that nobody explains:\n${rowOf({ vignette, same, agrees, lead })}`);
      else assert.ok(!agrees, "the file explains a disagreement that no longer exists");
    });

  it("are twelve, and cover every way out that a cell meets", () => {
    assert.equal(vignettes.length, 12);
    const routes = new Set(vignettes.map(({ expected }) => expected.lead));
    for (const route of ["plie", "franceTravail", "accompagnementGlobal", "accompagnementSocial", null] as const)
      assert.ok(routes.has(route), `no vignette goes to ${labelOf(route)}`);
    assert.equal(new Set(vignettes.map(({ commune }) => commune)).size >= 8, true, "they all live in the same place");
  });

  it("say why each came out: light difficulties that add up, a recognition to come, a prescriber passed over, an urgent point", () => {
    assert.equal(of("03").lead.concludedBy, 4);
    assert.equal(of("04").lead.concludedBy, 3);
    const soon = of("07").lead.candidates.find(({ kind }) => kind === "capEmploi");
    assert.equal(soon?.eligibility, "soon", "Cap emploi is possible once the recognition arrives");
    const back = of("08").lead.candidates.find(({ kind }) => kind === "missionLocale");
    assert.deepEqual([back?.prescribed, back?.equivalent], [true, true]);
    assert.equal(of("09").lead.toDiscuss, true);
    assert.ok(of("10").lead.toSettle.includes("logement"), "housing would settle it");
    assert.ok(of("11").lead.equivalents.includes("plie"), "the PLIE could, and who accompanies now comes first");
    assert.deepEqual(of("05").lead.urgent, ["sans-abri-ce-soir"]);
    assert.ok(
      of("05").lead.steps.some(({ id }) => offers.find((offer) => offer.id === id)?.iae),
      "a wage meanwhile",
    );
  });
});
