import { z } from "zod";
import { mayConfirmOffer, maySayOfOffer, maySeeCase, type Actor } from "../domain/people/actor.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { saysTheSame } from "../domain/offer/notes.ts";
import { NOTE_KINDS, type OfferNote } from "../domain/offer/records.ts";
import type { Offer } from "../domain/suggestion/offer.ts";
import type { Versioned } from "../ports/store.ts";
import { readService } from "./parts/directory.ts";
import { confirming, notesOn } from "./parts/offer-notes.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";

const input = z.strictObject({
  service: z.string().min(1).max(200),
  what: z.enum(NOTE_KINDS),
  weeks: z.number().int().min(1).max(104).nullable(),
  /** The person for whom the directory was opened; null: nobody. */
  code: participantCode.nullable(),
});
type Input = z.infer<typeof input>;

interface Loaded {
  readonly file: CaseFile | null;
  readonly offer: Offer | undefined;
  readonly notes: readonly Versioned<OfferNote>[];
}

/** `confirmed`: said by someone who confirms, so that it counts at once. `alreadySaid`: it waits already, in their name. */
export interface NotedService {
  readonly kind: "sent" | "confirmed" | "alreadySaid";
}

const load = async (services: Services, _actor: Actor, { service, code }: Input): Promise<Result<Loaded>> => {
  const [file, found, notes] = await Promise.all([
    code === null ? null : services.store.get("case", code),
    readService(services, service),
    notesOn(services, service),
  ]);
  return file === undefined ? refused("noSuchCase") : done({ file: file?.doc ?? null, offer: found?.offer, notes });
};

/** A note that waits in this member's name, or that they confirmed today and that still is the last word on the service. */
const saidAlready = (services: Services, actor: Actor, request: Input, notes: Loaded["notes"]): boolean => {
  const mine = ({ doc }: Versioned<OfferNote>): boolean => doc.by === actor.memberId && saysTheSame(doc, request);
  if (notes.some((note) => note.doc.state === "toConfirm" && mine(note))) return true;
  const confirmed = notes
    .filter(({ doc }) => doc.state === "confirmed")
    .sort((one, other) => (other.doc.decidedAt ?? "").localeCompare(one.doc.decidedAt ?? ""))[0];
  if (confirmed?.doc.decidedBy !== actor.memberId || !saysTheSame(confirmed.doc, request)) return false;
  return new Date(confirmed.doc.decidedAt ?? 0) >= services.clock.startOf(services.clock.today());
};

const noteOf = (
  services: Services,
  actor: Actor,
  request: Input,
  loaded: { readonly offer: Offer; readonly notes: Loaded["notes"] },
): OfferNote => {
  // The same again, at the same time and from two machines, is the same note. Only the latest notes are read: after the last of them, it is another.
  const before = loaded.notes.filter(({ doc }) => doc.by === actor.memberId && saysTheSame(doc, request)).length;
  const after = loaded.notes[0]?.doc.id ?? "";
  const note = services.ids.digest([actor.memberId, request.what, request.weeks, before, after].join(" "));
  return {
    kind: "offerNote",
    schemaVersion: 1,
    id: `${request.service}.${note}`,
    service: request.service,
    name: loaded.offer.name,
    what: request.what,
    weeks: request.weeks,
    state: "toConfirm",
    by: actor.memberId,
    at: services.clock.now().toISOString(),
    decidedBy: null,
    decidedAt: null,
  };
};

/**
 * *Complet*, *plus joignable*, *délai*, *à nouveau disponible*, said of a service. A référent's word waits to be confirmed and changes nothing
 * meanwhile; that of a chargé de projet or of the coordinatrice, who confirm, counts at once. Said twice by the same member, it is said once.
 */
export const noteService = command<Input, Loaded, NotedService>({
  act: "offer.note",
  input,
  about: ({ code }) => code,
  queue: (_actor, { service }) => `offer ${service}`,
  load,
  allow: (actor, { file }) => {
    if (file !== null && !maySeeCase(actor, file)) return "noSuchCase";
    return maySayOfOffer(actor) ? null : "roleMayNot";
  },
  decide: async (services, actor, { offer, notes }, request) => {
    if (offer?.open !== true) return refused("choiceMissing");
    const kind = saidAlready(services, actor, request, notes)
      ? "alreadySaid"
      : mayConfirmOffer(actor)
        ? "confirmed"
        : "sent";
    const note = noteOf(services, actor, request, { offer, notes });
    const writes = {
      alreadySaid: () => [],
      confirmed: () => confirming(services, actor, { doc: note, version: "new" }, notes),
      sent: () => [{ op: "put", doc: note, expected: "new" } as const],
    }[kind];
    const { service, what, weeks, code } = request;
    return done({
      outcome: { kind },
      head: null,
      writes: await writes(),
      audit: { act: `offer.${kind}`, code, details: { service, what, weeks } },
    });
  },
});
