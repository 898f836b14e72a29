/** How someone is reached, met or not, and how a parcours is ended by a person: by the same commands as in the product. */
import type { AttemptResult, AttemptWay } from "../../domain/outreach/records.ts";
import { prescriberReturn } from "../../domain/outreach/told.ts";
import type { Day } from "../../domain/participant/codes.ts";
import type { Ending } from "../../domain/participant/clock-facts.ts";
import { endParcours, readEndingForm } from "../end-parcours.ts";
import { noteContact, readContactForm } from "../note-contact.ts";
import { readOutreachForm, reviewOutreach } from "../review-outreach.ts";
import { settleAppointment } from "../settle-appointment.ts";
import { tellPrescriber } from "../tell-prescriber.ts";
import { carryOut, recorded, type Doing } from "./doing.ts";

const NOT_THERE = "refused noSuchCase";

export interface Tried {
  readonly way: AttemptWay;
  readonly result: AttemptResult;
  readonly appointmentOn?: Day;
}

export const tryToReach = async (doing: Doing, code: string, tried: Tried): Promise<string> => {
  const form = await readContactForm(doing.services, code);
  if (!form.ok) return NOT_THERE;
  const { way, result, appointmentOn = "" } = tried;
  const inputs = { way, result, on: doing.services.clock.today(), appointmentOn };
  return carryOut(doing, "contact", noteContact, { code, rev: form.value.form.rev, inputs, ...recorded });
};

/** The appointment of the day was held, or missed. */
export const settle = async (doing: Doing, code: string, what: "missed" | "held"): Promise<string> => {
  const form = await readContactForm(doing.services, code);
  const appointment = form.ok ? form.value.dossier.file.doc.appointment : null;
  if (!form.ok || appointment === null) return NOT_THERE;
  const asked = { code, rev: form.value.form.rev, inputs: {}, appointment: appointment.on, what };
  return carryOut(doing, "appointment", settleAppointment, asked);
};

export const goOnReaching = async (
  doing: Doing,
  code: string,
  inputs: { readonly way: AttemptWay; readonly until: Day },
): Promise<string> => {
  const form = await readOutreachForm(doing.services, code);
  if (!form.ok) return NOT_THERE;
  return carryOut(doing, "outreach", reviewOutreach, {
    code,
    rev: form.value.form.rev,
    inputs: { ...inputs },
    ...recorded,
  });
};

export interface Ended {
  readonly how: Ending;
  readonly door: "comeBack" | "prescriber" | "partner" | "none";
}

export const endPath = async (doing: Doing, code: string, { how, door }: Ended): Promise<string> => {
  const form = await readEndingForm(doing.services, code);
  if (!form.ok) return NOT_THERE;
  const words = {
    why: "Ce qui s'est passé est noté ici, avec ce qui a été essayé.",
    words: "Vous pouvez revenir quand vous le souhaitez.",
  };
  const inputs = how === "death" ? { how } : { how, door, ...words };
  return carryOut(doing, "ending", endParcours, { code, rev: form.value.form.rev, inputs, ...recorded });
};

/** The prescriber hears how far it went; someone who came by themselves has none. */
export const tell = async (doing: Doing, code: string): Promise<string> => {
  const head = (await doing.services.store.get("case", code))?.doc;
  if (head === undefined) return NOT_THERE;
  return carryOut(doing, "told", tellPrescriber, { code, what: prescriberReturn(head).what });
};
