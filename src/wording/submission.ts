/** *Présenter en cellule*, from the synthesis to the channel. */
import type { CellId, ReviewId } from "../domain/review/codes.ts";
import type { Identifier, IdentifierKind } from "../domain/review/identifies.ts";
import type { SubmissionProblem } from "../domain/review/submission-from-inputs.ts";
import { enumerated, quoted } from "./lists.ts";
import { shorten } from "./problems.ts";
import { cellNamed, cellWords, reviewLabel } from "./reviews.ts";

/** « du 8 décembre »; no date of the PLIE's calendar is known where `on` is null. */
const ofDay = (on: string | null): string => (on === null ? "" : ` du ${on}`);

export const submissionWords = {
  button: "Présenter en cellule",
  about:
    "La cellule lira votre préconisation, la piste de la méthode et le point de vue de la personne, sans son nom. Vous relirez tout avant de publier ; ce qu'elle lit est alors figé.",
  /** « Cellule entrées, le 8 décembre ». */
  cell: (cell: CellId, on: string | null): string =>
    on === null ? `${cellWords[cell]}, date à fixer` : `${cellWords[cell]}, le ${on}`,
  title: (id: ReviewId, cell: CellId): string => `${reviewLabel(id)} — ${cellWords[cell]}`,
  preview: {
    channel: (cell: CellId, on: string | null): string =>
      `Voici exactement ce que le canal ${cellNamed[cell].of} montrera${on === null ? "" : `, pour la séance du ${on}`}.`,
    notLinked:
      "Aucun canal n'est encore relié à cette cellule, ou il reste à confirmer : la carte y sera publiée dès que ce sera fait.",
    short:
      "Circuit court : tout va dans le même sens, la décision revient à un·e chargé·e de projet. Rien n'est publié dans le canal.",
    drawn: (percent: number): string =>
      `${percent} situations simples sur 100 sont tirées au sort pour une étude complète : le canal montrerait alors ce qui suit.`,
    publish: "Publier",
    transmit: "Transmettre",
  },
  /** « Situation 2026-001 présentée à la cellule entrées du 8 décembre. » */
  presented: (id: ReviewId, cell: CellId, on: string | null): string =>
    `${reviewLabel(id)} présentée ${cellNamed[cell].to}${ofDay(on)}.`,
  waitsForChannel: "La carte sera publiée dès que le canal de la cellule sera relié et confirmé.",
  short: (id: ReviewId): string =>
    `${reviewLabel(id)} : circuit court. Un·e chargé·e de projet décide, et vous le saurez ici.`,
  heard: "Souhaite être entendu·e par la cellule.",
} as const;

const KINDS: Readonly<Record<IdentifierKind, string>> = {
  name: "le nom ou le prénom de la personne",
  phone: "son téléphone",
  email: "son adresse électronique",
  birthDate: "sa date de naissance",
  address: "son adresse",
  code: "le code de sa fiche",
};

/** « retirez « Amina » (le nom ou le prénom de la personne) et « 06 12 34 56 78 » (son téléphone). Toute la cellule lira ce texte. » */
export const namesProblem = (identifiers: readonly Identifier[], reader = "Toute la cellule lira ce texte."): string =>
  `retirez ${enumerated(identifiers.map(({ kind, found }) => `${quoted(found)} (${KINDS[kind]})`))}. ${reader}`;

export const submissionProblem = (problem: SubmissionProblem): string => {
  switch (problem.code) {
    case "missing":
      return problem.field === "cell" ? "choisissez une cellule." : "écrivez la question que vous posez à la cellule.";
    case "tooLong":
      return shorten(problem.length, problem.limit);
    case "names":
      return namesProblem(problem.identifiers);
  }
};

export const submissionLabels = { cell: "Cellule", question: "Question posée", full: "Étude complète" } as const;
