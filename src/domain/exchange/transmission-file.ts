/** The file of one transmission: what was confirmed, in France Travail's own shapes, and who it is about. Nothing else is in it. */
import type { Day } from "../participant/codes.ts";
import type { BesoinSent, ContrainteSent, Transmission } from "./transmission.ts";

export interface SentAbout {
  readonly transmission: Transmission;
  readonly person: {
    readonly code: string;
    readonly nom: string;
    readonly prenom: string;
    readonly dateNaissance: Day | null;
  };
  readonly plie: string;
  /** `parcours` of the envelope, as the PLIE's file says. */
  readonly envelope: string;
  readonly memberName: (id: string) => string | null;
}

const DIGITAL = "22";
const agentOf = ({ memberName, plie }: SentAbout, id: string | null) => {
  const nom = id === null ? null : memberName(id);
  return nom === null ? null : { nom, structure: plie };
};

const contrainteOf = (about: SentAbout, sent: ContrainteSent) => {
  const { agent, situations, dateExploration, ...rest } = sent;
  const by = agentOf(about, agent);
  return {
    ...rest,
    dateExploration,
    agent: by,
    situations: situations.map((one) => ({ ...one, valeur: "OUI", dateExploration, agent: by })),
  };
};

const diagnosticOf = (about: SentAbout) => {
  const { contraintes, besoins, besoinNumerique, pouvoirAgir } = about.transmission.values;
  const digital = contraintes.find(({ code }) => code === DIGITAL);
  return {
    thematiqueContrainte: {
      contraintes: contraintes.filter(({ code }) => code !== DIGITAL).map((one) => contrainteOf(about, one)),
    },
    autonomieNumerique: {
      contrainte: digital === undefined ? null : contrainteOf(about, digital),
      besoin: besoinNumerique,
    },
    besoins,
    pouvoirAgir: { ...pouvoirAgir, agent: agentOf(about, pouvoirAgir.agent) },
  };
};

const orientationOf = ({ transmission, envelope }: SentAbout) => {
  const { etat_decision, date_decision, motif_refus, ...rest } = transmission.values.orientation;
  const { organisme, date_entree_parcours, date_sortie_parcours, ...criteres } = rest;
  return {
    parcours: envelope,
    statut: "DECIDE",
    etat: "OUVERT",
    organisme,
    date_entree_parcours,
    date_sortie_parcours,
    criteres_orientation: criteres,
    decision: etat_decision === undefined ? undefined : { etat_decision, date_decision, motif_refus },
  };
};

/** As a program reads it. */
export const transmissionJson = (about: SentAbout) => {
  const { transmission, person, plie } = about;
  return {
    version: transmission.versions.export,
    destinataire: transmission.to,
    confirmeLe: transmission.agreedOn,
    emetteur: { structure: plie, agent: agentOf(about, transmission.by) },
    personne: person,
    diagnostic: diagnosticOf(about),
    orientation: orientationOf(about),
  };
};

type Row = readonly string[];
const HEADER: Row = ["rubrique", "code", "libelle", "valeur", "impact", "prioritaire", "date"];
const rowOf = (rubrique: string, code: string, libelle: string, valeur: string): Row => [
  rubrique,
  code,
  libelle,
  valeur,
  "",
  "",
  "",
];
const besoinRow = ({ code, libelle, valeur }: BesoinSent): Row => rowOf("besoin", code, libelle, valeur);
const contrainteRows = ({
  code,
  libelle,
  valeur,
  impact,
  estPrioritaire,
  dateExploration,
  situations,
  objectifs,
}: ContrainteSent): readonly Row[] => [
  ["contrainte", code, libelle, valeur, impact ?? "", estPrioritaire ? "OUI" : "NON", dateExploration ?? ""],
  ...situations.map((one) => rowOf("situation", one.code, one.libelle, "OUI")),
  ...objectifs.map((one) => rowOf("objectif", "", one.libelle, one.valeur)),
];

/** As a spreadsheet reads it: a row for each value. */
export const transmissionRows = ({ transmission, person, envelope }: SentAbout): readonly Row[] => {
  const { contraintes, besoins, besoinNumerique, pouvoirAgir, orientation } = transmission.values;
  return [
    HEADER,
    ...Object.entries(person).map(([field, value]) => rowOf("personne", "", field, value ?? "")),
    rowOf("transmission", "", "destinataire", transmission.to),
    rowOf("transmission", "", "confirmeLe", transmission.agreedOn),
    rowOf("orientation", "", "parcours", envelope),
    ...Object.entries(orientation).map(([field, value]) => rowOf("orientation", "", field, String(value))),
    ...contraintes.flatMap(contrainteRows),
    ...[...besoins, besoinNumerique].map(besoinRow),
    rowOf("pouvoirAgir", "", "confiance", pouvoirAgir.confiance),
  ];
};
