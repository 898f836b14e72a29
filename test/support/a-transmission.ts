import type { Transmission } from "../../src/domain/exchange/transmission.ts";
import { NOW, REFERENT_ID, TODAY } from "./builders.ts";

/** Something that was transmitted to France Travail: one difficulty, and nothing else. */
export const aTransmission = (overrides: Partial<Transmission> = {}): Transmission => ({
  kind: "transmission",
  schemaVersion: 1,
  id: "P-2026-0001.1.9",
  code: "P-2026-0001",
  parcours: 1,
  to: "FT",
  values: {
    contraintes: [
      {
        ...{ code: "23", libelle: "Développer sa mobilité", valeur: "OUI", impact: "FORT", estPrioritaire: true },
        ...{ dateExploration: TODAY, agent: REFERENT_ID, situations: [], objectifs: [] },
      },
    ],
    besoins: [],
    besoinNumerique: { code: "7", libelle: "Connaître et utiliser les services numériques", valeur: "NON_EXPLORE" },
    pouvoirAgir: { confiance: "NE_SAIT_PAS", accompagnement: "NE_SAIT_PAS", dateExploration: null, agent: null },
    orientation: { niveau_etude: "NV5" },
  },
  versions: { framework: "2026.5", export: "2026.1" },
  agreedOn: TODAY,
  withoutHealth: false,
  by: REFERENT_ID,
  at: NOW,
  ...overrides,
});
