/** Words of *Transmettre*: what leaves for France Travail or for who refers the person, what does not, and what was confirmed. */
import type { Finding } from "../domain/diagnostic/assessment.ts";
import type { ContrainteChoice } from "../domain/exchange/ft-contraintes.ts";
import type { OrientationField, Project } from "../domain/exchange/orientation.ts";
import type { Capacity } from "../domain/exchange/project-transmission.ts";
import type { Body, BesoinSent, Transmission, Trust } from "../domain/exchange/transmission.ts";
import type { TransmissionProblem } from "../domain/exchange/transmission-from-inputs.ts";
import { dayInWords } from "./dates.ts";
import { enumerated, quoted } from "./lists.ts";

export const bodyWords: Readonly<Record<Body, string>> = {
  FT: "France Travail",
  CD: "le Département",
  ML: "la mission locale",
  CE: "Cap emploi",
};

export const contrainteChoiceWords: Readonly<Record<ContrainteChoice, string>> = {
  notSent: "Ne rien transmettre",
  none: "Rien à signaler",
  closed: "Difficulté qui n'existe plus",
  unweighed: "Oui, sans dire combien cela pèse",
  weak: "Oui, pèse peu sur la recherche d'emploi",
  strong: "Oui, pèse fort sur la recherche d'emploi",
  weakPriority: "Oui, pèse peu, priorité de la personne",
  strongPriority: "Oui, pèse fort, priorité de la personne",
};

export const trustWords: Readonly<Record<Trust, string>> = {
  OUI: "Oui",
  NON: "Non",
  NE_SAIT_PAS: "Ne rien transmettre",
};
export const capacityWords: Readonly<Record<Capacity, string>> = {
  unsaid: "Ne rien transmettre",
  yes: "Oui",
  no: "Pas pour le moment",
};
export const projectWords: Readonly<Record<Project | "unsaid", string>> = {
  unsaid: "Ne rien transmettre",
  SALARIAT: "Un emploi salarié",
  ENTREPRENARIAT: "Créer son activité",
  FORMATION: "Une formation",
  AUCUN: "Pas encore de projet",
};
export const besoinWords: Readonly<Record<BesoinSent["valeur"], string>> = {
  POINT_FORT: "point fort",
  BESOIN: "besoin",
  NON_EXPLORE: "rien de transmis",
};

export const orientationFieldWords: Readonly<Record<OrientationField, string>> = {
  situation_professionnelle: "dernier emploi",
  type_emploi: "type d'emploi",
  niveau_etude: "niveau d'études",
  capacite_a_travailler: "capacité à travailler",
  projet_pro: "projet",
  contrainte_sante: "santé",
  contrainte_logement: "logement",
  contrainte_mobilite: "mobilité",
  contrainte_familiale: "famille",
  contrainte_financiere: "finances",
  contrainte_administrative_juridique: "démarches et droits",
  contrainte_francais_calcul: "français et calcul",
  contrainte_numerique: "numérique",
  brsa: "RSA",
  boe: "obligation d'emploi",
  baeeh: "AEEH",
  scolarite_etablissement_specialise: "scolarité en établissement spécialisé",
  esat: "ESAT",
  boe_souhait_accompagnement: "souhait d'un accompagnement lié au handicap",
  msa_demarches_professionnelles: "démarches (MSA)",
  etat_decision: "réponse du partenaire",
  date_decision: "date de cette réponse",
  motif_refus: "raison d'un refus",
  organisme: "organisme",
  date_entree_parcours: "entrée dans le parcours",
  date_sortie_parcours: "sortie du parcours",
};

const problems: Readonly<Record<TransmissionProblem["code"], string>> = {
  notOffered: "ce choix n'est plus possible avec le diagnostic d'aujourd'hui. Choisissez de nouveau.",
  referringUnknown:
    "la personne reçoit le RSA : notez d'abord, dans Situation, quel organisme l'oriente. C'est à lui que l'on transmet.",
  notAgreed:
    "rien ne part sans que la personne sache ce qui est transmis et soit d'accord. Lisez-le avec elle, puis cochez.",
};
export const transmissionProblem = ({ code }: TransmissionProblem): string => problems[code];

/** Where a value comes from, in the words of the diagnostic. */
export const fromFinding = (finding: Pick<Finding, "source"> | undefined, by: string | null): string => {
  if (finding?.source == null) return "Vient d'un autre domaine du diagnostic.";
  const who = by === null ? "" : `, par ${by}`;
  return `Vient du diagnostic, noté le ${dayInWords(finding.source.on)}${who}.`;
};

export const transmissionWords = {
  title: "Transmettre",
  about:
    "Rien n'est encore parti. Relisez avec la personne : seul ce que vous confirmez pourra être transmis. Vous pouvez toujours ne rien transmettre d'un sujet.",
  to: (who: string): string => `Pour : ${who}`,
  nobody: "Pour : organisme à préciser",
  toLabel: "Pour qui",
  situations: "Situations transmises telles quelles",
  needs: "Besoins pour l'emploi",
  strengths: "Points forts, avec la personne",
  trust: "A confiance pour avancer",
  capacity: "Peut travailler",
  project: "Projet",
  neverLeaves:
    "Ne partent jamais : les niveaux, les notes, la voix de la personne, les points urgents, les contacts et les rendez-vous.",
  notSpoken: (labels: readonly string[]): string | null =>
    labels.length === 0 ? null : `Rien n'est dit de : ${enumerated(labels.map(quoted), "et")}.`,
  toComplete: (fields: readonly string[]): string | null =>
    fields.length === 0 ? null : `Laissé vide, à compléter là-bas : ${enumerated(fields, "et")}.`,
  told: "La personne sait ce qui part et est d'accord",
  section: "Transmissions",
  none: "Rien n'a été transmis à un autre organisme.",
  how: (code: string): string => `Pour préparer une transmission, écrivez à Repère : « transmettre ${code} ».`,
  line: ({ to, agreedOn }: Pick<Transmission, "to" | "agreedOn">): string =>
    `Pour ${bodyWords[to]}, confirmée avec la personne le ${dayInWords(agreedOn)}`,
  by: (name: string): string => `Confirmée par ${name}.`,
  withoutHealth: "La santé en est retirée à la demande de la personne : aucun fichier ne la contient plus.",
  file: { json: "Pour un logiciel (fichier JSON)", csv: "Pour un tableur (fichier CSV)" },
  left: "Ce qui part",
  priority: "priorité de la personne",
  someone: "une personne de l'équipe",
  seen: (count: number): string =>
    count === 1
      ? "Une transmission déjà confirmée dans ce parcours."
      : `${String(count)} transmissions déjà confirmées dans ce parcours.`,
} as const;

/** « Développer sa mobilité : oui, pèse fort ». */
export const sentLine = (sent: {
  readonly libelle: string;
  readonly valeur: "NON_ABORDEE" | "OUI" | "CLOTUREE";
  readonly impact: "FAIBLE" | "FORT" | null;
  readonly estPrioritaire: boolean;
}): string => {
  const weight = sent.impact === null ? "" : sent.impact === "FORT" ? ", pèse fort" : ", pèse peu";
  const said =
    sent.valeur === "OUI" ? `oui${weight}` : sent.valeur === "CLOTUREE" ? "n'existe plus" : "rien de transmis";
  return `${sent.libelle} : ${said}${sent.estPrioritaire ? `, ${transmissionWords.priority}` : ""}`;
};
