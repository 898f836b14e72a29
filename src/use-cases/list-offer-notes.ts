import { z } from "zod";
import { mayConfirmOffer } from "../domain/people/actor.ts";
import type { OfferNote } from "../domain/offer/records.ts";
import { readService } from "./parts/directory.ts";
import { notesWaiting } from "./parts/offer-notes.ts";
import { PAGE_SIZE } from "./frame/page-by-code.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";

const input = z.strictObject({});

export interface WaitingNote {
  readonly note: OfferNote;
  /** The structure of the service; null: it is not in the directory any more. */
  readonly structure: string | null;
}
export interface OfferNotesView {
  /** Oldest first. */
  readonly notes: readonly WaitingNote[];
  readonly waiting: number;
}

/** *Offre à confirmer*: what was said of services and waits for a chargé de projet. */
export const listOfferNotes = query<z.infer<typeof input>, null, OfferNotesView>({
  act: "offer.list",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (mayConfirmOffer(actor) ? null : "roleMayNot"),
  run: async (services) => {
    const waiting = await notesWaiting(services);
    const notes = waiting.slice(0, PAGE_SIZE).map(async (note): Promise<WaitingNote> => {
      const found = await readService(services, note.service);
      return { note, structure: found?.offer.open === true ? found.offer.structure : null };
    });
    return done({ notes: await Promise.all(notes), waiting: waiting.length });
  },
});
