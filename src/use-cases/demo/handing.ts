/** *Passage de relais*, step by step, by the same commands as in the product. */
import type { HandoverStep } from "../../domain/handover/codes.ts";
import type { RefusalReason } from "../../domain/handover/records.ts";
import type { Day } from "../../domain/participant/codes.ts";
import { answerHandover } from "../answer-handover.ts";
import { loadHandoverForm } from "../parts/handover-form.ts";
import { handoverRev } from "../parts/on-handover.ts";
import { stepHandover } from "../step-handover.ts";
import { writeHandoverSheet } from "../write-handover-sheet.ts";
import { carryOut, type Doing } from "./doing.ts";

const NOT_THERE = "refused noSuchCase";
const record = { intent: "record" } as const;

export interface Of {
  readonly code: string;
  readonly handover: string;
}

/** What is useful to receive the person; a destination that the cell named stays, another one is named by hand. */
export const writeSheet = async (
  doing: Doing,
  of: Of,
  other: { readonly otherLead: string; readonly otherName: string },
): Promise<string> => {
  const loaded = await loadHandoverForm("handoverSheet")(doing.services, doing.actor, of);
  if (!loaded.ok) return NOT_THERE;
  const { form, handover } = loaded.value;
  const { name, contact } = form.shown;
  const inputs = {
    lead: handover.doc.decided.lead ?? "",
    name: name === undefined || name === "" ? "Structure du quartier (fictive)" : name,
    contact: contact === undefined || contact === "" ? "Accueil, 03 00 00 00 00" : contact,
    ...other,
    otherContact: "Accueil, 03 00 00 00 00",
    asks: "Être reçu·e et avancer sur ce qui a été décidé ensemble.",
    helps: "Vient à l'heure et sait ce qu'il ou elle souhaite.",
    useful: "Un premier rendez-vous court, plutôt le matin.",
    practical: "Joignable par téléphone en fin de journée.",
  };
  return carryOut(doing, "sheet", writeHandoverSheet, { ...of, rev: form.rev, inputs, ...record });
};

export const takeStep = async (doing: Doing, of: Of, step: HandoverStep): Promise<string> => {
  const handover = await doing.services.store.get("handover", of.handover);
  if (handover === undefined) return NOT_THERE;
  return carryOut(doing, step, stepHandover, { ...of, rev: handoverRev(handover.doc), step, on: "" });
};

export type PartnerSays =
  | { readonly answer: "accepted"; readonly appointmentOn: Day }
  | { readonly answer: "refused"; readonly reason: RefusalReason };

export const noteAnswer = async (doing: Doing, of: Of, says: PartnerSays): Promise<string> => {
  const loaded = await loadHandoverForm("handoverAnswer")(doing.services, doing.actor, of);
  if (!loaded.ok) return NOT_THERE;
  const inputs = { on: doing.services.clock.today(), words: "", ...says };
  return carryOut(doing, "answer", answerHandover, { ...of, rev: loaded.value.form.rev, inputs, ...record });
};
