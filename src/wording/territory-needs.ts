/** *Besoins sans réponse sur le territoire*. */
import type { MaskedCount } from "../domain/dashboard/mask.ts";
import { counted, figure } from "./lists.ts";

const FEW = "moins de 5";
const HIDDEN = "nombre non affiché";

export const territoryNeedsWords = {
  /** `moment`: « aujourd'hui à 14 h 32 ». */
  upTo: (moment: string) => `À jour ${moment}.`,
  notYet: "Le compte commence : rouvrez cette carte dans un instant.",
  readingAgain: "Le répertoire vient de changer : toutes les situations sont relues, ces nombres bougent encore.",
  how: (level: string) =>
    `Chaque personne accompagnée compte une fois par thème, pour un besoin noté « ${level} » ou plus. Un groupe de communes où personne n'est concerné n'est pas écrit.`,
  masked: `De 1 à 4 personnes : « ${FEW} », pour que personne ne soit reconnu. « ${HIDDEN} » : il ferait retrouver un petit nombre.`,
  unmet: "Aucun service du répertoire ne répond",
  noUnmet: "Aucun besoin sans réponse.",
  saturated: "En attente de place",
  aboutSaturated: "Des services répondent ; tous sont complets.",
  noSaturated: "Personne n'attend de place.",
  noTheme: (domain: string) => `${domain} (sans thème)`,
  groupNotKnown: "Commune non précisée",
  more: (count: number) => counted(count, "autre thème, moins fréquent.", "autres thèmes, moins fréquents."),
  total: (people: MaskedCount): string => {
    if (people.kind === "count") return counted(people.count, "personne", "personnes");
    return people.kind === "few" ? `${FEW} personnes` : HIDDEN;
  },
  inGroup: (group: string, people: MaskedCount): string =>
    `${group} : ${people.kind === "count" ? figure(people.count) : people.kind === "few" ? FEW : HIDDEN}`,
} as const;
