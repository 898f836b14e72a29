import { z } from "zod";
import { mayConfirmOffer } from "../domain/people/actor.ts";
import type { OfferNote } from "../domain/offer/records.ts";
import type { Versioned } from "../ports/store.ts";
import { confirming, decided, notesOn } from "./parts/offer-notes.ts";
import { done, refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";

const input = z.strictObject({ note: z.string().min(1).max(400), to: z.enum(["confirmed", "dismissed"]) });
type Input = z.infer<typeof input>;

export interface SettledOfferNote {
  readonly kind: Input["to"];
}

/**
 * Confirms, or does not keep, what a référent said of a service. Once confirmed it changes what everyone reads and what the lead reads of the
 * service; whatever else said the same is confirmed with it.
 */
export const settleOfferNote = command<Input, Versioned<OfferNote> | undefined, SettledOfferNote>({
  act: "offer.settle",
  input,
  queue: (_actor, { note }) => `offer ${note}`,
  load: async (services, _actor, { note }) => done(await services.store.get("offerNote", note)),
  allow: (actor) => (mayConfirmOffer(actor) ? null : "roleMayNot"),
  decide: async (services, actor, note, { to }) => {
    if (note === undefined) return refused("choiceMissing");
    if (note.doc.state !== "toConfirm") return refused("alreadyDone");
    const { service, what, weeks, by } = note.doc;
    const writes =
      to === "confirmed"
        ? await confirming(services, actor, note, await notesOn(services, service))
        : [{ op: "put", doc: decided(services, actor, note.doc, "dismissed"), expected: note.version } as const];
    return done({
      outcome: { kind: to },
      head: null,
      writes,
      audit: { act: `offer.${to}`, code: null, details: { service, what, weeks, by } },
    });
  },
});
