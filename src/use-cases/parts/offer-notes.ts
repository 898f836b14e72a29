/** What several commands share about notes on the offer: a confirmed note and what is known of its service are written together. */
import type { Actor } from "../../domain/people/actor.ts";
import { saysTheSame, stateAfter } from "../../domain/offer/notes.ts";
import type { OfferNote } from "../../domain/offer/records.ts";
import type { Version, Versioned, Write } from "../../ports/store.ts";
import { readService } from "./directory.ts";
import type { Services } from "../frame/services.ts";

const NOTES_READ_AT_MOST = 200;
/** A batch holds ninety writes: what is left says the same, and is confirmed with the next one. */
const CONFIRMED_TOGETHER = 60;

/** What was said of a service lately, last first. */
export const notesOn = async (services: Services, service: string): Promise<readonly Versioned<OfferNote>[]> => {
  const page = { kind: "offerNote", key: `service:${service}`, limit: NOTES_READ_AT_MOST, descending: true } as const;
  return (await services.store.list(page)).items;
};

/** Notes on the offer that nobody confirmed yet, oldest first. */
export const notesWaiting = async (services: Services): Promise<readonly OfferNote[]> =>
  (await services.store.list({ kind: "offerNote", key: "toConfirm", limit: NOTES_READ_AT_MOST })).items.map(
    ({ doc }) => doc,
  );

export const decided = (
  services: Services,
  actor: Actor,
  note: OfferNote,
  state: "confirmed" | "dismissed",
): OfferNote => ({ ...note, state, decidedBy: actor.memberId, decidedAt: services.clock.now().toISOString() });

/** The note confirmed, what is known of its service from now on, and whatever else said the same and was waiting. */
export const confirming = async (
  services: Services,
  actor: Actor,
  note: { readonly doc: OfferNote; readonly version: Version },
  others: readonly Versioned<OfferNote>[],
): Promise<readonly Write[]> => {
  const { service } = note.doc;
  const [state, known] = await Promise.all([services.store.get("offerState", service), readService(services, service)]);
  const same = others
    .filter(({ doc }) => doc.state === "toConfirm" && doc.id !== note.doc.id && saysTheSame(doc, note.doc))
    .slice(0, CONFIRMED_TOGETHER);
  return [
    ...[note, ...same].map(({ doc, version }): Write => ({
      op: "put",
      doc: decided(services, actor, doc, "confirmed"),
      expected: version,
    })),
    {
      op: "put",
      doc: stateAfter(
        note.doc,
        state?.doc,
        known?.offer ?? { places: null, waitingDays: null },
        services.clock.today(),
      ),
      expected: state?.version ?? "new",
    },
  ];
};
