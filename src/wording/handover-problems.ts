/** Why a step of a hand-over is not taken now, and what is to be mended in its forms: a sentence each, that says the rule. */
import type { AnswerProblem } from "../domain/handover/answer-from-inputs.ts";
import type { SheetProblem } from "../domain/handover/sheet-from-inputs.ts";
import type { StepProblem } from "../domain/handover/steps.ts";
import { enumerated, quoted } from "./lists.ts";
import { shorten } from "./problems.ts";

export const stepProblemWords: Readonly<Record<StepProblem | "notADate", string>> = {
  paused: "Un réexamen est demandé : rien n'est envoyé ni noté avant la seconde décision.",
  notNow: "Ce n'est pas possible à cette étape : le passage de relais a avancé entre-temps.",
  tooEarly:
    "La solution de secours vient après un refus, ou une fois passé le délai de réponse. Relancez, puis appelez le partenaire.",
  beforeThat: "Cette date est avant l'étape précédente : vérifiez-la.",
  inTheFuture: "Cette date n'est pas encore passée : notez ce qui a eu lieu.",
  recipientMissing: "Choisissez d'abord le partenaire, dans la fiche.",
  sheetMissing: "Écrivez d'abord la fiche pour le partenaire, avec la personne.",
  agreementMissing:
    "La personne n'a pas encore donné son accord pour cette fiche et ce partenaire : elle ne peut pas partir.",
  fallbackMissing: "Décidez d'abord où aller si le partenaire ne peut pas recevoir la personne.",
  referringFirst: "La personne reçoit le RSA : l'organisme référent donne d'abord son accord.",
  referringRefused: "L'organisme référent ne donne pas son accord : la situation est à revoir en cellule.",
  tooMany: "Ce passage de relais a déjà été envoyé trop de fois : revoyez la situation en cellule.",
  notADate: "Cette date n'existe pas : écrivez-la comme 24/11/2026.",
};

const MISSING: Partial<Readonly<Record<SheetProblem["field"], string>>> = {
  lead: "choisissez vers quel accompagnement.",
  name: "nommez la structure.",
  otherName: "nommez l'autre structure, ou choisissez « La personne reste au PLIE ».",
  asks: "dites ce que la personne demande.",
};

export const sheetProblem = (problem: SheetProblem): string => {
  switch (problem.code) {
    case "missing":
      return MISSING[problem.field] ?? "à compléter.";
    case "sameAgain":
      return "c'est le même partenaire : choisissez une autre solution.";
    case "tooLong":
      return shorten(problem.length, problem.limit);
    case "notForPartner":
      return `le partenaire n'a besoin ni d'un niveau, ni d'un point urgent, ni d'une absence : retirez ${enumerated(problem.found.map(quoted))}.`;
  }
};

export const answerProblem = (problem: AnswerProblem): string => {
  switch (problem.code) {
    case "tooLong":
      return shorten(problem.length, problem.limit);
    case "notADate":
      return "cette date n'existe pas.";
    case "missing":
      return {
        answer: "choisissez la réponse.",
        on: "notez le jour de la réponse.",
        reason: "choisissez pourquoi.",
        words: "",
        appointmentOn: "",
      }[problem.field];
  }
};
