/** What leaves for an orientation, as the person reads it in their own copy: no code of another information system. */
import type { ORIENTATION_CONTRAINTES, OrientationValues } from "../domain/exchange/orientation.ts";
import { dayInWords } from "./dates.ts";
import { lowerFirst } from "./lists.ts";
import { factAnswerWords } from "./situation-facts.ts";
import { bodyWords, orientationFieldWords, projectWords } from "./transmission.ts";

type Contrainte = (typeof ORIENTATION_CONTRAINTES)[number];
type Coded =
  | Contrainte
  | "situation_professionnelle"
  | "type_emploi"
  | "niveau_etude"
  | "projet_pro"
  | "msa_demarches_professionnelles"
  | "etat_decision"
  | "motif_refus"
  | "organisme";

const impacts = {
  AUCUNE: "pas de difficulté",
  IMPACT_FAIBLE_RECHERCHE_EMPLOI: "pèse peu sur la recherche d'emploi",
  IMPACT_FORT_RECHERCHE_EMPLOI: "pèse fort sur la recherche d'emploi",
} as const;

export const contrainteWords: {
  readonly [F in Contrainte]: Readonly<Record<NonNullable<OrientationValues[F]>, string>>;
} = {
  contrainte_sante: { ...impacts, INCAPACITE_RECHERCHE_ACTIVITE_PRO: "ne permet pas de chercher un emploi" },
  contrainte_logement: {
    ...impacts,
    PROCEDURE_EXPULSION: "procédure d'expulsion",
    SANS_LOGEMENT: "sans logement",
  },
  contrainte_mobilite: {
    AUCUNE: impacts.AUCUNE,
    AUTRE: "une difficulté, sans la préciser",
    DEPENDANT_TRANSPORT: "dépend des transports en commun",
    AUCUN_MOYEN_DE_TRANSPORT: "aucun moyen de transport",
  },
  contrainte_familiale: {
    ...impacts,
    AIDANT_FAMILIAL: "aide un proche",
    ENFANT_SANS_SOLUTION_GARDE: "enfant sans solution de garde",
  },
  contrainte_financiere: impacts,
  contrainte_administrative_juridique: impacts,
  contrainte_francais_calcul: impacts,
  contrainte_numerique: {
    AUCUNE: impacts.AUCUNE,
    REFUS: "ne souhaite pas utiliser le numérique",
    NON_MAITRISE: "à apprendre",
    NON_ACCES_INTERNET: "pas d'accès à internet",
  },
};

const VALUES: { readonly [F in Coded]: Readonly<Record<NonNullable<OrientationValues[F]>, string>> } = {
  ...contrainteWords,
  situation_professionnelle: factAnswerWords.lastJob,
  type_emploi: {
    SAISONNIER: "saisonnier",
    ARTISTE_OU_AUTEUR: "artiste ou auteur",
    INTERMITTENT_SPECTACLE: "intermittent du spectacle",
    EXPLOITANT_AGRICOLE: "exploitant agricole",
    ASSISTANTE_MATERNELLE: "assistante maternelle",
    CREATEUR_ENTREPRISE_OU_INDEPENDANT: "créateur d'entreprise ou indépendant",
    AUTRE: "autre",
  },
  niveau_etude: factAnswerWords.diploma,
  projet_pro: projectWords,
  msa_demarches_professionnelles: {
    AUCUNE_DEMARCHE: "aucune démarche",
    PEU_DEMARCHES: "peu de démarches",
    PLUSIEURS_DEMARCHES: "plusieurs démarches",
  },
  etat_decision: { REFUSEE: "refusée", ACCEPTEE: "acceptée" },
  motif_refus: {
    DECLARATION_INEXACTE: "déclaration inexacte",
    SITUATION_NON_COUVERTE: "situation qui n'entre pas dans ce que fait ce service",
    APPRECIATION_DIFFERENTE: "avis différent",
    MANQUE_CAPACITE_ACCUEIL: "plus de place",
    AUTRE: "autre raison",
  },
  organisme: { ...bodyWords, IND: "pas encore désigné" },
};
const said: Readonly<Record<string, Readonly<Partial<Record<string, string>>> | undefined>> = VALUES;

/** Proper names keep their letter. */
const NAMED: ReadonlySet<string> = new Set(["niveau_etude", "organisme"]);

const valueInWords = (field: string, value: string | boolean): string => {
  if (typeof value === "boolean") return value ? "oui" : "non";
  const word = said[field]?.[value];
  if (word === undefined) return dayInWords(value);
  return NAMED.has(field) ? word : lowerFirst(word);
};

/** « logement : pas de difficulté », field by field. */
export const orientationLines = (values: OrientationValues): readonly string[] => {
  const sent: Readonly<Record<string, string | boolean | undefined>> = values;
  return Object.entries(orientationFieldWords).flatMap(([field, label]) => {
    const value = sent[field];
    return value === undefined ? [] : [`${label} : ${valueInWords(field, value)}`];
  });
};
