/** Words of *Situation*: what each fact is called, and what each answer says. */
import type { ANSWERS, FactAnswer, FactId, SituationFacts } from "../domain/suggestion/facts.ts";
import type { LeadKind } from "../domain/suggestion/lead-kinds.ts";
import type { SituationProblem } from "../domain/suggestion/situation-from-inputs.ts";
import { counted } from "./lists.ts";

export const factLabels: Readonly<Record<keyof SituationFacts, string>> = {
  seeksWork: "Cherche un emploi maintenant",
  accompaniedBy: "Accompagnement actuel",
  lastJob: "Dernier emploi",
  franceTravail: "Inscription à France Travail",
  rsa: "Perçoit le RSA",
  ass: "Perçoit l'ASS",
  aah: "Perçoit l'AAH",
  rqth: "RQTH",
  iae: "En contrat dans une structure d'insertion (IAE)",
  diploma: "Niveau d'études",
  qpv: "Habite un quartier prioritaire (QPV)",
  referringBody: "Si RSA : organisme qui oriente la personne",
  engagement: "Contrat d'engagement en cours",
  wantsToCreate: "Souhaite créer sa propre activité",
  rightToWorkUntil: "Droit de travailler jusqu'au",
};

const common: Readonly<Record<(typeof ANSWERS)[number], string>> = {
  yes: "Oui",
  no: "Non",
  unknown: "Ne sait pas",
  declined: "Ne souhaite pas répondre",
};
const { unknown, declined } = common;

/** Who accompanies, as the person would name it. */
const accompanists: Readonly<Record<LeadKind, string>> = {
  plie: "Le PLIE",
  franceTravail: "France Travail",
  accompagnementGlobal: "France Travail, accompagnement global",
  missionLocale: "La mission locale",
  capEmploi: "Cap emploi",
  accompagnementSocial: "Un service social (Département, CCAS)",
  creationActivite: "Une aide à la création d'activité",
};

/** What was not asked has no answer: it is said, and never mistaken for one. */
export const notAskedWords = "Pas demandé";

/** Each answer of each fact, in words. */
export const factAnswerWords: { readonly [F in FactId]: Readonly<Record<NonNullable<SituationFacts[F]>, string>> } = {
  seeksWork: {
    yes: "Oui",
    notNow: "Pas maintenant",
    doesNotWish: "Ne souhaite pas en chercher",
    unknown,
    declined,
  },
  accompaniedBy: { nobody: "Personne", ...accompanists, unknown, declined },
  lastJob: {
    EN_ACTIVITE: "Travaille en ce moment",
    DEUX_DERNIERES_ANNEES: "Il y a moins de deux ans",
    PLUS_DEUX_ANS: "Il y a plus de deux ans",
    JAMAIS: "N'a jamais travaillé",
    unknown,
    declined,
  },
  franceTravail: common,
  rsa: common,
  ass: common,
  aah: common,
  rqth: { yes: "Oui", requested: "Demandée, pas encore reçue", no: "Non", unknown, declined },
  iae: common,
  diploma: {
    AFS: "N'est pas allé·e à l'école",
    CP4: "École primaire, ou collège avant la fin de la 4e",
    CFG: "4e achevée, ou CFG",
    C3A: "3e achevée, ou brevet",
    C12: "Seconde ou première achevée",
    NV5: "CAP, BEP",
    NV4: "Bac",
    NV3: "Bac + 2",
    NV2: "Bac + 3 ou 4",
    NV1: "Bac + 5 et plus",
    unknown,
    declined,
  },
  qpv: common,
  referringBody: {
    FT: "France Travail",
    CD: "Le Département",
    ML: "La mission locale",
    CE: "Cap emploi",
    IND: "Pas encore désigné",
    none: "Aucun",
    unknown,
    declined,
  },
  engagement: common,
  wantsToCreate: common,
};

/** One answer, in words; null: not asked. */
export const factWords = (fact: FactId, answer: FactAnswer | null): string => {
  const words: Readonly<Partial<Record<FactAnswer, string>>> = factAnswerWords[fact];
  return answer === null ? notAskedWords : (words[answer] ?? answer);
};

/** On the *Fiche*. */
export const situationProgress = (answered: number, of: number): string =>
  `Situation : ${counted(answered, "réponse", "réponses")} sur ${of}`;

const problemWords: Readonly<Record<SituationProblem["code"], string>> = {
  notAnAnswer: "choisissez une réponse de la liste.",
  notADate: "cette date n'existe pas, ou je ne l'ai pas comprise. Écrivez-la ainsi : 31/08/2027, ou laissez vide.",
  farAway: "cette date est bien loin d'aujourd'hui. Vérifiez l'année, ou laissez vide.",
};
/** Said under a field that cannot be recorded as it stands. */
export const situationProblem = ({ code }: SituationProblem): string => problemWords[code];
