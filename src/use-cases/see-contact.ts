/** *Rencontrer*, *Faire le point sur les démarches*, *Mettre fin au parcours*: what their cards show. */
import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import { endsParcours, readEndingForm, type EndingForm } from "./end-parcours.ts";
import { reachesPerson, readContactForm, type ContactForm } from "./note-contact.ts";
import { aboutCode } from "./parts/on-case.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { readOutreachForm, type OutreachForm } from "./review-outreach.ts";

const input = z.strictObject({ code: participantCode });
type Input = z.infer<typeof input>;

export interface ContactView extends ContactForm {
  readonly referent: string | null;
}

export const seeContact = query<Input, ContactForm, ContactView>({
  act: "contact.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: (services, _actor, { code }) => readContactForm(services, code),
  allow: reachesPerson,
  run: (services, _actor, form) =>
    done({ ...form, referent: services.people.byObjectId(form.dossier.file.doc.referentId)?.name ?? null }),
});

export const seeOutreach = query<Input, OutreachForm, OutreachForm>({
  act: "outreach.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: (services, _actor, { code }) => readOutreachForm(services, code),
  allow: reachesPerson,
  run: (_services, _actor, form) => done(form),
});

export const seeEnding = query<Input, EndingForm, EndingForm>({
  act: "ending.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: (services, _actor, { code }) => readEndingForm(services, code),
  allow: endsParcours,
  run: (_services, _actor, form) => done(form),
});
