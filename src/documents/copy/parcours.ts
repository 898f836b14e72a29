/** The person's copy: what the PLIE's own software said of them, and the dates of each parcours. */
import { CHANGED_FIELDS, type ChangedField, type Said } from "../../domain/exchange/import-records.ts";
import { saidFields } from "../../domain/exchange/compare-import.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import { exitOf } from "../../domain/participant/exit-of.ts";
import type { Day } from "../../domain/participant/codes.ts";
import { toPerson, type CopyOf, type CopyWords } from "./entry.ts";
import { dayInWords } from "../../wording/dates.ts";
import { doorWords, endingReasonWords } from "../../wording/ending.ts";
import { changedFieldWords } from "../../wording/import-people.ts";
import { lowerFirst } from "../../wording/lists.ts";
import { pauseReasonWords } from "../../wording/parcours.ts";
import { outcomeWords } from "../../wording/reviews.ts";
import { answerWords, shortHealthWords, statusWords } from "../../wording/situation.ts";

const answered: Readonly<Record<string, string>> = answerWords;

const saidInWords = (field: ChangedField, value: string, commune: CopyWords["commune"]): string => {
  if (field === "birthDate" || field === "orientedOn") return dayInWords(value);
  if (field === "commune") return commune(value);
  return field === "rightToWork" || field === "willing" ? (answered[value] ?? value) : value;
};

const saidLines = (said: Said, { commune, who }: CopyWords): readonly string[] => {
  const fields = saidFields(said);
  const lines = CHANGED_FIELDS.map((field) =>
    fields[field] === "" ? "" : `${changedFieldWords[field]} : ${saidInWords(field, fields[field], commune)}`,
  );
  return [...lines, said.referentId === null ? "" : `Accompagné·e par : ${who(said.referentId)}`];
};

export const externalIdCopy: CopyOf<"externalId"> = (doc, on) => ({
  title: "Reçu du logiciel du PLIE",
  lines: [`Votre numéro : ${doc.externalId}`, ...saidLines(doc.said, on)],
});
export const importLineCopy: CopyOf<"importLine"> = (doc, on) => ({
  title: "Une ligne de fichier reçue de ce logiciel",
  lines: doc.said === null ? [] : saidLines(doc.said, on),
});

const dated = (words: string, on: Day | null | undefined): string =>
  on == null ? "" : `${words} le ${dayInWords(on)}`;

const pauseLine = ({ from, resumedOn, reason }: CaseFile["pauses"][number]): string => {
  const until = resumedOn === null ? "" : `, repris le ${dayInWords(resumedOn)}`;
  const why = reason === null ? "" : ` (${pauseReasonWords[reason]})`;
  return `Suspendu le ${dayInWords(from)}${until}${why}`;
};

const endLines = (head: CaseFile): readonly string[] => [
  head.decided === null ? "" : `Décision le ${dayInWords(head.decided.on)} : ${outcomeWords[head.decided.outcome]}`,
  dated("Sortie du PLIE", exitOf(head)),
  ...(head.ended === null
    ? []
    : [`Raison : ${endingReasonWords[head.ended.how]}`, `Pour revenir : ${doorWords[head.ended.door]}`]),
  dated("Fiche annulée", head.cancelled?.on),
  dated("Dossier archivé", head.retired?.on),
];

const headLines = (head: CaseFile): readonly string[] => [
  statusWords[head.status],
  dated("Orientation reçue", head.orientedOn),
  dated("Premier contact", head.firstContactOn),
  dated("Premier rendez-vous donné pour", head.appointment?.on),
  dated("Entrée dans le parcours", head.entry?.on),
  head.entry?.interpreter === true ? "Avec interprète" : "",
  `Droit de travailler : ${lowerFirst(answerWords[head.rightToWork])}`,
  `D'accord pour commencer : ${lowerFirst(answerWords[head.willing])}`,
  `Accord pour noter la santé : ${toPerson(lowerFirst(shortHealthWords[head.health]))}`,
  ...head.urgent.map(({ raisedAt }) => dated("Point urgent signalé", raisedAt.slice(0, 10))),
  ...head.pauses.map(pauseLine),
  ...endLines(head),
  dated("Dernier contact", head.lastContactOn),
];

export const caseCopy: CopyOf<"case"> = (doc) => ({
  title: `Parcours ${String(doc.parcours)}`,
  lines: headLines(doc),
});
export const pastParcoursCopy: CopyOf<"pastParcours"> = ({ parcours, head, closedOn }) => ({
  title: `Parcours ${String(parcours)}, terminé`,
  lines: [...headLines(head), dated("Parcours suivant commencé", closedOn)],
});
