/** Each rule of an immersion, said where it is not kept. The card says « À revoir : » before it. */
import type { PmsmpProblem } from "../domain/activation/pmsmp.ts";
import type { Day } from "../domain/participant/codes.ts";
import { dayInWords } from "./dates.ts";
import { counted } from "./lists.ts";

type Of<C extends PmsmpProblem["code"]> = Extract<PmsmpProblem, { readonly code: C }>;

const days = (count: number): string => counted(count, "jour", "jours");
const on = (day: Day): string => dayInWords(day);

const hostFull = ({ days: total, already, limit, months, window }: Of<"hostFull">): string =>
  `dans une même structure d'accueil, une personne fait ${days(limit)} d'immersion au plus sur ${String(months)} mois. Du ${on(window.from)} au ${on(window.until)}, cela ferait ${days(total)}, dont ${days(already)} déjà faits ou prévus.`;

const RENEWALS = {
  noBilan:
    "une immersion se renouvelle quand son objectif n'est pas atteint : c'est le bilan de la première qui le dit. Faites-le d'abord.",
  objectiveMet:
    "le bilan de la première immersion dit que son objectif est atteint : elle ne se renouvelle pas. Une autre immersion, avec un autre objectif, reste possible.",
  renewedEnough: "une immersion se renouvelle une seule fois, et celle-ci l'a déjà été.",
  otherThanRenewed:
    "un renouvellement garde la même structure d'accueil et le même objectif. Pour en changer, planifiez une nouvelle immersion.",
} as const;

/** One sentence for one problem: it says the rule. */
export const pmsmpProblem = (problem: PmsmpProblem): string => {
  switch (problem.code) {
    case "endsBefore":
      return "la fin est avant le début.";
    case "tooLong":
      return `une immersion dure ${days(problem.limit)} au plus, premier et dernier jours compris. Celle-ci en ferait ${String(problem.days)}.`;
    case "hostFull":
      return hostFull(problem);
    case "noDelegation":
      return "le PLIE n'a pas de délégation pour prescrire des immersions. Demandez à votre chargé·e de projet.";
    case "delegationEnds":
      return `la délégation donnée par ${problem.from} se termine le ${on(problem.on)} : elle doit couvrir tous les jours de l'immersion.`;
    case "tooManyHours":
      return `la durée légale est de ${String(problem.limit)} h par semaine au plus.`;
    case "tooYoung":
      return `une immersion se fait à partir de ${String(problem.age)} ans : pas avant le ${on(problem.on)} pour cette personne.`;
    case "ageUnknown":
      return `une immersion se fait à partir de ${String(problem.age)} ans, et la date de naissance n'est pas connue. Complétez-la dans « Gérer la fiche » : ce que vous avez saisi ici vous attend.`;
    case "representative":
      return `la personne aura moins de ${String(problem.age)} ans le premier jour : sa ou son représentant·e légal·e signe aussi la convention.`;
    case "unsigned":
      return "une immersion ne commence pas avant que toutes les parties aient signé la convention. Notez la date de signature, ou choisissez un premier jour à venir.";
    case "signedAfter":
      return `la convention est signée le ${on(problem.on)}, et l'immersion commencerait avant. Changez le premier jour.`;
    case "beforeRenewed":
      return `un renouvellement commence après la première immersion, qui se termine le ${on(problem.until)}.`;
    case "postTaken":
      return "une immersion ne remplace personne : ni poste vacant, ni emploi saisonnier, ni salarié·e absent·e. Voyez avec la structure un autre poste.";
    case "sameAgain":
      return "cette personne a déjà une immersion avec le même objectif, pour ce métier, dans cette structure. Ouvrez-la dans ses actions et choisissez « Renouveler » : elle se renouvelle une seule fois, si l'objectif n'est pas atteint.";
    case "noBilan":
    case "objectiveMet":
    case "renewedEnough":
    case "otherThanRenewed":
      return RENEWALS[problem.code];
  }
};
