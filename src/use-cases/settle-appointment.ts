import { z } from "zod";
import { afterHeld, afterMissed } from "../domain/outreach/contact.ts";
import { typedInputs } from "../domain/diagnostic/assessment.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { sameTyped } from "../domain/shown-text.ts";
import { reachesPerson, readContactForm, type ContactForm } from "./note-contact.ts";
import { findingsOf } from "./parts/dossier.ts";
import { keepTyped, readTyped } from "./parts/form.ts";
import { aboutCode, decideOnCase, queueOfCase } from "./parts/on-case.ts";
import { refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";

const input = z.strictObject({
  code: participantCode,
  rev: z.string(),
  /** What stood in the form: kept. */
  inputs: typedInputs,
  /** The day of the appointment that the card showed. */
  appointment: z.string(),
  what: z.enum(["missed", "held"]),
});

export type SettledAppointment = { readonly kind: "missed" | "missedOutreach" | "held" };

/**
 * What became of an appointment. Missed by somebody who was not met yet, it opens *aller vers*: the person is looked for, nothing is held against
 * them. A first appointment held is their entry.
 */
export const settleAppointment = command<z.infer<typeof input>, ContactForm, SettledAppointment>({
  act: "appointment.settle",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: (services, _actor, { code }) => readContactForm(services, code),
  allow: reachesPerson,
  decide: (services, actor, { dossier, form }, { rev, inputs: sent, appointment, what }) => {
    const file = dossier.file.doc;
    const today = services.clock.today();
    if (file.appointment === null || file.appointment.missedOn !== null) return refused("alreadyDone");
    if (file.appointment.on !== appointment || file.appointment.on > today) return refused("changedMeanwhile");
    if (what === "held" && file.entry === null) return refused("notEntered");
    const head = what === "held" ? afterHeld(file) : afterMissed(file, today);
    const opens = file.outreach === null && head.outreach !== null;
    const { inputs } = readTyped(form, rev, sent);
    const kind = what === "held" ? "held" : opens ? "missedOutreach" : "missed";
    return decideOnCase<SettledAppointment>(services, dossier, {
      act: `appointment.${what}`,
      outcome: { kind },
      writes: sameTyped(inputs, form.shown) ? [] : [keepTyped(services, actor, form, inputs)],
      after: { head, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
    });
  },
});
