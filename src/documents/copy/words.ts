/** Words of *Votre dossier, en entier*: the copy that a person asks for. A kind of document about people without its words here does not compile. */
import type { Role } from "../../domain/people/member.ts";
import type { DocumentOf, StoredDocument } from "../../domain/records/catalogue.ts";
import { COPY_KINDS, type CopyKind } from "../../domain/rights/copy-kinds.ts";
import type { CopyEntry, CopyOf, CopyWords } from "./entry.ts";
import { begunLines } from "./begun.ts";
import * as noted from "./diagnostic.ts";
import * as parcours from "./parcours.ts";
import * as path from "./path.ts";
import * as sent from "./sent.ts";
import { dayInWords } from "../../wording/dates.ts";
import { rolesInWords } from "../../wording/roles.ts";
import { moveKindWords } from "../../wording/moves.ts";

const plain = (text: string | null, label: string): string =>
  text === null || text === "" ? "" : `${label} : ${text}`;

const ENTRIES: { readonly [K in CopyKind]: CopyOf<K> } = {
  identity: (doc, { commune, who }) => ({
    title: `${doc.givenName} ${doc.familyName}`.trim(),
    lines: [
      `Code : ${doc.code}`,
      doc.birthDate === null ? "" : `Né·e le ${dayInWords(doc.birthDate)}`,
      plain(doc.commune === null ? doc.communeTyped : commune(doc.commune), "Commune"),
      plain(doc.address, "Adresse"),
      plain(doc.phone, "Téléphone"),
      plain(doc.email, "Courriel"),
      plain(doc.language, "Langue"),
      plain(doc.prescriber, "Orienté·e par"),
      doc.reach?.noMessage === true ? "Ne pas laisser de message sur votre téléphone" : "",
      `Accompagné·e par : ${who(doc.referentId)}`,
    ],
  }),
  externalId: parcours.externalIdCopy,
  importLine: parcours.importLineCopy,
  case: parcours.caseCopy,
  pastParcours: parcours.pastParcoursCopy,
  agreement: sent.agreementCopy,
  situation: noted.situationCopy,
  round: noted.roundCopy,
  assessment: noted.assessmentCopy,
  pastFinding: noted.pastFindingCopy,
  doubleScoring: (doc, { framework, who }) => ({
    title: "Une seconde lecture de votre diagnostic, pour apprendre à coter de la même façon",
    lines: [
      `Par ${who(doc.secondId)}`,
      ...Object.entries(doc.second ?? {}).map(([domain, level]) => {
        const known = framework.domains.find(({ id }) => id === domain);
        return known === undefined ? "" : `${known.label} : ${framework.levels.at(level) ?? ""}`;
      }),
    ],
  }),
  recommendation: noted.recommendationCopy,
  lead: noted.leadCopy,
  review: noted.reviewCopy,
  snapshot: noted.snapshotCopy,
  opinion: noted.opinionCopy,
  reviewDecision: noted.decisionCopy,
  action: path.actionCopy,
  actionDeferral: path.deferralCopy,
  actionBilan: path.bilanCopy,
  evidence: path.evidenceCopy,
  checkpoint: path.checkpointCopy,
  stagePoint: path.stagePointCopy,
  exitNews: path.exitNewsCopy,
  endingWords: path.endingCopy,
  handover: path.handoverCopy,
  attempt: path.attemptCopy,
  prescriberTold: path.toldCopy,
  esfAnswers: path.esfCopy,
  extractionRow: path.extractionCopy,
  transmission: sent.transmissionCopy,
  rightsRequest: path.requestCopy,
  movedCase: (doc, { who }) => ({ title: moveKindWords[doc.what], lines: [`Vers ${who(doc.toId)}`] }),
  draft: (doc, { who }) => ({
    title: "Commencé, pas encore enregistré",
    lines: [...begunLines(doc.inputs), `Par ${who(doc.by)}`],
  }),
  offerNews: () => ({
    title: "Une nouvelle d'un service pour un de vos besoins",
    lines: ["Annoncée à la personne qui vous accompagne."],
  }),
  reminderStop: () => ({ title: "Un rappel mis de côté", lines: ["Par une personne de l'équipe, pour une échéance."] }),
  reminded: () => ({ title: "Un rappel fait à l'équipe", lines: ["D'une échéance de votre parcours."] }),
  posted: () => ({
    title: "Une carte affichée dans Teams",
    lines: ["Son contenu est celui des rubriques de ce document."],
  }),
  reviewPost: () => ({
    title: "Une carte affichée à une cellule",
    lines: ["Sans votre nom ; son contenu est celui que la cellule a lu."],
  }),
};

/** One document about the person, as its reader is told it. */
export const copyEntry = <K extends CopyKind>(kind: K, doc: DocumentOf<K>, on: CopyWords): CopyEntry =>
  ENTRIES[kind](doc, on);

/** Whether the copy tells it. */
export const isCopied = (doc: StoredDocument): doc is DocumentOf<CopyKind> =>
  COPY_KINDS.some((known) => known === doc.kind);

/** The chapters, in the order of the document. */
export const COPY_CHAPTERS: readonly { readonly title: string; readonly kinds: readonly CopyKind[] }[] = [
  { title: "Qui vous êtes", kinds: ["identity", "externalId", "importLine"] },
  { title: "Votre parcours, date par date", kinds: ["case", "pastParcours"] },
  { title: "Ce que l'on vous a expliqué, vos accords", kinds: ["agreement"] },
  { title: "Votre situation", kinds: ["situation"] },
  {
    title: "Ce qui a été noté avec vous, à chaque évaluation",
    kinds: ["round", "assessment", "pastFinding", "doubleScoring"],
  },
  { title: "Ce qui a été proposé, et pourquoi", kinds: ["recommendation", "lead"] },
  { title: "Les avis et les décisions", kinds: ["review", "snapshot", "opinion", "reviewDecision"] },
  { title: "Vos actions, leurs bilans", kinds: ["action", "actionDeferral", "actionBilan", "evidence"] },
  {
    title: "Les points, les nouvelles, la fin du parcours",
    kinds: ["checkpoint", "stagePoint", "exitNews", "endingWords"],
  },
  { title: "Les passages de relais", kinds: ["handover", "movedCase"] },
  { title: "Les contacts avec vous, et avec qui vous a orienté·e", kinds: ["attempt", "prescriberTold"] },
  { title: "Les questionnaires FSE+ et les extractions", kinds: ["esfAnswers", "extractionRow"] },
  { title: "Ce qui a été transmis à un autre organisme", kinds: ["transmission"] },
  { title: "Vos demandes", kinds: ["rightsRequest"] },
  {
    title: "Brouillons et traces techniques",
    kinds: ["draft", "offerNews", "reminderStop", "reminded", "posted", "reviewPost"],
  },
];

export const personCopyWords = {
  title: "Votre dossier, en entier",
  intro: (plie: string, on: string): string =>
    `Tout ce que le ${plie} garde à votre sujet, au ${on}. Vous pouvez demander à corriger, à contester ou à effacer ce qui y est noté : parlez-en à la personne qui vous accompagne. Les autres personnes y sont nommées par leur rôle. Les avis d'une étude en cours y seront une fois lus en cellule ; ce qu'un·e collègue a commencé sans l'enregistrer n'y est pas.`,
  contents: "Ce que contient ce document",
  none: "Rien n'est gardé ici.",
  openings: "Qui a ouvert votre dossier, et quand",
  /** On paper, « aujourd'hui » would be read another day. */
  opening: (who: string, on: string, at: string): string => `Le ${on} à ${at} · ${who}`,
  times: (what: string, count: number): string => `${what} (${String(count)} fois)`,
  kept: "Combien de temps ces informations sont gardées",
  keptLines: (activeMonths: number, archiveMonths: number, esfUntil: string): readonly string[] => [
    `Votre dossier est gardé ${String(activeMonths)} mois après le dernier contact avec vous. Ensuite il est effacé, sauf si la loi ou un litige oblige à le garder : au plus ${String(archiveMonths)} mois de plus, dans une archive à part.`,
    `Les questionnaires FSE+ sont gardés jusqu'au ${esfUntil}, pour les contrôles de l'Union européenne.`,
  ],
  someone: "une personne de l'équipe",
} as const;

/** Whoever works here is told by their role; absent: they have left. */
export const inTheTeam = (roles: readonly Role[] | undefined): string =>
  roles === undefined ? personCopyWords.someone : rolesInWords(roles);
