/** The moments of the ESF+ questionnaires, the file of each one, and how a declined answer is kept. */
import { z } from "zod";
import type { MilestoneId } from "../participant/milestone-ids.ts";

/** At the entry; when leaving (from the exit to four weeks after); six months after the exit. */
export const ESF_STAGES = ["entry", "exit", "later"] as const;
export const esfStage = z.enum(ESF_STAGES);
export type EsfStage = z.infer<typeof esfStage>;

/** What the clock calls each one, as long as it is to be signed. */
export const ESF_MILESTONES = {
  entry: "esfEntry",
  exit: "esfExit",
  later: "esfLater",
} as const satisfies Readonly<Record<EsfStage, MilestoneId>>;

/** The name of each file, under which the text of each version is kept as well. */
export const QUESTIONNAIRE_FILES: Readonly<Record<EsfStage, string>> = {
  entry: "esf-entree",
  exit: "esf-sortie",
  later: "esf-six-mois",
};

/** *Ne souhaite pas répondre*, as it is kept: never a blank, and never one of the values of an item. */
export const DECLINED = "declined";
