import { z } from "zod";
import type { DirectoryHead, OfferNote } from "../domain/offer/records.ts";
import { mayConfirmOffer, maySayOfOffer } from "../domain/people/actor.ts";
import { directoryVersionOf, readHead, readSeveral } from "./parts/directory.ts";
import { notesWaiting } from "./parts/offer-notes.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";

const input = z.strictObject({});

interface NoteToSettle {
  readonly note: OfferNote;
  /** Null: its service is not open in the directory any more. */
  readonly structure: string | null;
}
export interface OfferView {
  readonly head: DirectoryHead | null;
  /** Changes when an import passes, and when anything is said or confirmed of a service. */
  readonly mark: string;
  readonly maySay: boolean;
  /** Oldest first; null for whoever does not confirm. */
  readonly notes: { readonly items: readonly NoteToSettle[]; readonly waiting: number } | null;
}

const SHOWN_AT_ONCE = 20;

const toSettle = async (
  services: Services,
  waiting: readonly OfferNote[],
): Promise<NonNullable<OfferView["notes"]>> => {
  const shown = waiting.slice(0, SHOWN_AT_ONCE);
  const known = await readSeveral(
    services,
    shown.map(({ service }) => service),
  );
  const structureOf = ({ service }: OfferNote): string | null => {
    const sheet = known.get(service);
    return sheet?.offer.open === true ? sheet.offer.structure : null;
  };
  return { items: shown.map((note) => ({ note, structure: structureOf(note) })), waiting: waiting.length };
};

/** What stands around the directory in the tab: which one it is, and what waits to be confirmed. */
export const seeOffer = query<z.infer<typeof input>, null, OfferView>({
  act: "offer.see",
  input,
  load: () => Promise.resolve(done(null)),
  // Nothing of a person stands in the directory: every member reads it.
  allow: () => null,
  run: async (services, actor) => {
    const [head, version, waiting] = await Promise.all([
      readHead(services),
      directoryVersionOf(services),
      notesWaiting(services),
    ]);
    const mark = services.ids.digest([version, ...waiting.map(({ id }) => id)].join(" "));
    const notes = mayConfirmOffer(actor) ? await toSettle(services, waiting) : null;
    return done({ head: head ?? null, mark, maySay: maySayOfOffer(actor), notes });
  },
});
