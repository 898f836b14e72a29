import { z } from "zod";
import { mayConfirmOffer } from "../domain/people/actor.ts";
import type { OfferNote } from "../domain/offer/records.ts";
import { readService } from "./parts/directory.ts";
import { NOTES_READ_AT_MOST } from "./parts/offer-notes.ts";
import { PAGE_SIZE } from "./frame/page-by-code.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
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

/** Notes on the offer that nobody confirmed yet, oldest first. */
export const notesWaiting = async (services: Services): Promise<readonly OfferNote[]> =>
  (await services.store.list({ kind: "offerNote", key: "toConfirm", limit: NOTES_READ_AT_MOST })).items.map(
    ({ doc }) => doc,
  );

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
