/** The fictional people of the demo, and how far each of them is. Every name says that it is invented. */
import type { DomainId } from "../domain/framework/schema.ts";

export interface DemoLevel {
  readonly domain: DomainId;
  readonly severity: number;
  readonly impact: number;
  readonly self: number;
  readonly priority: boolean;
  readonly strength: string;
  readonly facts: string;
}
export interface DemoPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly commune: string;
  readonly orientedDaysAgo: number;
  /** Null: not received yet. */
  readonly enteredDaysAgo: number | null;
  readonly levels: readonly DemoLevel[];
  /** Domains with nothing to report. */
  readonly nothing: readonly DomainId[];
}

const level = (
  domain: DomainId,
  [severity, impact, self]: readonly [number, number, number],
  strength: string,
  facts: string,
  priority = false,
): DemoLevel => ({ domain, severity, impact, self, strength, facts, priority });

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    givenName: "Nadia",
    familyName: "Églantine (fictif)",
    birthDate: "12/03/1984",
    commune: "Dijon",
    orientedDaysAgo: 40,
    enteredDaysAgo: 28,
    levels: [
      level(
        "famille",
        [3, 3, 3],
        "Sa sœur garde les enfants le mercredi.",
        "Peut travailler de 9 h à 15 h 30 tant que la garde n'est pas trouvée.",
        true,
      ),
      level(
        "mobilite",
        [3, 3, 2],
        "Connaît bien le réseau de bus.",
        "Pas de bus avant 6 h 30 vers la zone d'activités.",
        true,
      ),
      level("recherche", [2, 2, 0], "A un CV récent.", "Répond seule aux annonces, sans relance."),
    ],
    nothing: [
      "logement",
      "finances",
      "droits",
      "savoirs",
      "numerique",
      "confiance",
      "entourage",
      "projet",
      "competences",
    ],
  },
  {
    givenName: "Yanis",
    familyName: "Noisetier (fictif)",
    birthDate: "30/09/2001",
    commune: "Chenôve",
    orientedDaysAgo: 20,
    enteredDaysAgo: 6,
    levels: [
      level("projet", [3, 3, 1], "Aime travailler dehors.", "Hésite entre espaces verts et logistique.", true),
      level("confiance", [2, 2, 2], "Parle facilement en tête-à-tête.", "Renonce quand il faut téléphoner."),
    ],
    nothing: ["logement", "droits", "savoirs"],
  },
  {
    givenName: "Sylvie",
    familyName: "Coquelicot (fictif)",
    birthDate: "05/11/1969",
    commune: "Quetigny",
    orientedDaysAgo: 22,
    enteredDaysAgo: null,
    levels: [],
    nothing: [],
  },
  {
    givenName: "Amadou",
    familyName: "Baobab (fictif)",
    birthDate: "17/06/1990",
    commune: "Longvic",
    orientedDaysAgo: 3,
    enteredDaysAgo: null,
    levels: [],
    nothing: [],
  },
  {
    givenName: "Inès",
    familyName: "Jasmin (fictif)",
    birthDate: "",
    commune: "Talant",
    orientedDaysAgo: 9,
    enteredDaysAgo: null,
    levels: [],
    nothing: [],
  },
];
