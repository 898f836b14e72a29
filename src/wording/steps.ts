/** Where a person stands, as lists and the dashboard say it. */
import type { Step } from "../domain/dashboard/steps.ts";
import { statusWords } from "./situation.ts";

export const stepWords: Readonly<Record<Step, string>> = {
  toMeet: "À recevoir",
  assessing: "Première évaluation en cours",
  assessed: "Première évaluation faite, synthèse à faire",
  synthesised: "Synthèse faite, à présenter",
  underReview: "À l'étude",
  toComplete: "Diagnostic à compléter",
  decided: statusWords.decided,
  inPath: statusWords.inPath,
  reoriented: statusWords.reoriented,
  left: statusWords.left,
};
