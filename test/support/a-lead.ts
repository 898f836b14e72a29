/** What the tests of the lead are about, fresh each time: a person with every domain addressed and nothing to say, a service that answers nothing. */
import { readFileSync } from "node:fs";
import {
  DOMAIN_IDS,
  type DomainId,
  type Framework,
  type Impact,
  type Severity,
} from "../../src/domain/framework/schema.ts";
import { framework } from "../../src/domain/framework/schema.ts";
import { offerOf } from "../../src/domain/offer/offer-of.ts";
import { servicesFile } from "../../src/domain/offer/services-file.ts";
import { NOTHING_ASKED, type SituationFacts } from "../../src/domain/suggestion/facts.ts";
import type { LeadFinding, LeadInputs } from "../../src/domain/suggestion/lead.ts";
import type { Offer } from "../../src/domain/suggestion/offer.ts";
import { TODAY } from "./builders.ts";

/** The framework that the PLIE really uses. */
export const realFramework = (): Framework =>
  framework.parse(JSON.parse(readFileSync("config/framework.json", "utf8")));

export const aLeadFinding = (severity: Severity, impact: Impact = 1, more: Partial<LeadFinding> = {}): LeadFinding => ({
  state: severity === 0 ? "nothing" : "assessed",
  severity,
  impact: severity === 0 ? null : impact,
  priority: false,
  situations: [],
  ...more,
});

/** A finding that the person holds as most important. */
export const aPriority = (severity: Severity, impact: Impact, situations: readonly string[] = []): LeadFinding =>
  aLeadFinding(severity, impact, { priority: true, situations });

export const NOT_SPOKEN_OF: LeadFinding = {
  state: "notAddressed",
  severity: null,
  impact: null,
  priority: false,
  situations: [],
};

export type SomeFindings = Partial<Record<DomainId, LeadFinding>>;

/** Every domain at 0 but `travail`, which waits for a first action, and those that are given. */
export const everyDomainAddressed = (given: SomeFindings = {}): SomeFindings => ({
  ...Object.fromEntries(DOMAIN_IDS.filter((id) => id !== "travail").map((id) => [id, aLeadFinding(0)])),
  ...given,
});

export const someFacts = (facts: Partial<SituationFacts> = {}): SituationFacts => ({ ...NOTHING_ASKED, ...facts });

/** 42 years old, in Chenôve, oriented by nobody of the seven leads. */
export const someInputs = (findings: SomeFindings = {}, more: Partial<LeadInputs> = {}): LeadInputs => ({
  frameworkVersion: "2026.1",
  directoryVersion: "1",
  asOf: TODAY,
  findings: everyDomainAddressed(findings),
  bilanRecorded: false,
  urgent: [],
  facts: someFacts(),
  prescriber: null,
  birthDate: "1984-03-12",
  commune: "21166",
  from: { lat: 47_293_300, lon: 5_008_300 },
  epci: "242100410",
  ...more,
});

/** An open relay for everyone, everywhere, 1.5 km away, with room. */
export const anOffer = (id: string, more: Partial<Offer> = {}): Offer => ({
  id: `local--${id}`,
  name: `Service ${id}`,
  structure: `Structure de ${id}`,
  role: "relay",
  lead: null,
  intensity: null,
  iae: false,
  themes: [],
  works: [],
  publics: [],
  conditions: [],
  zone: null,
  remote: false,
  at: { lat: 47_293_300, lon: 5_028_300 },
  places: 5,
  waitingDays: 7,
  reachable: true,
  open: true,
  stateEdition: 0,
  ...more,
});

/** A small territory: the seven leads, two steps, and a few relays. */
export const aDirectory = (): readonly Offer[] => [
  ...(
    [
      ["plie", "PLIE"],
      ["franceTravail", "France Travail"],
      ["accompagnementGlobal", "Accompagnement global"],
      ["missionLocale", "Mission locale"],
      ["capEmploi", "Cap emploi"],
      ["accompagnementSocial", "Accompagnement social"],
      ["creationActivite", "Création d'activité"],
    ] as const
  ).map(([lead, name]) => anOffer(`piste-${lead}`, { name, role: "lead", lead })),
  anOffer("fle", { role: "step", themes: ["lecture-ecriture-calcul--maitriser-le-francais"] }),
  anOffer("chantier", { role: "step", iae: true, works: [{ domain: "recherche", situations: [], upTo: 4 }] }),
  anOffer("garde", { themes: ["famille--garde-denfants"] }),
  anOffer("autoecole", { themes: ["mobilite--preparer-un-permis", "mobilite--acceder-a-un-vehicule"] }),
  anOffer("hebergement", { themes: ["logement-hebergement--rechercher-une-solution-dhebergement-temporaire"] }),
  anOffer("budget", { themes: ["difficultes-financieres--ameliorer-sa-gestion-budgetaire"] }),
];

/** The demo directory of `config/services.json`, as the lead reads it on its first day. */
export const demoDirectory = (): readonly Offer[] => {
  const file = servicesFile.parse(JSON.parse(readFileSync("config/services.json", "utf8")));
  const common = { schemaVersion: 1, version: "1", origin: "local", source: "demo" } as const;
  return file.services.map(({ record, local }) =>
    offerOf({ kind: "service", ...common, id: record.id, record, local, closedOn: null, openedOn: TODAY }, undefined),
  );
};
