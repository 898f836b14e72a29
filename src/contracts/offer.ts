/** The page *Offre*: the directory as it is searched, what référents said of services, what is confirmed of it. */
import * as z from "zod/mini";
import type { NOTE_KINDS as KINDS } from "../domain/offer/records.ts";
import { DOMAINS } from "./codes.ts";
import { listedService } from "./services.ts";

export const NOTE_KINDS = ["full", "unreachable", "delay", "available"] as const satisfies typeof KINDS;

/** How a service stands today: it takes people, it is full, nobody can reach it, it is closed. */
export const STANDINGS = ["taking", "full", "unreachable", "closed"] as const;
export type Standing = (typeof STANDINGS)[number];

export const OFFER_ROLES = ["lead", "step", "relay"] as const;

const text = z.nullable(z.string());
const count = z.int().check(z.nonnegative());
const many = <T>(item: z.ZodMiniType<T>) => z.readonly(z.array(item));

/** `POST /api/offer/services`: posted, since words that are typed never stand in an address. Null: not narrowed. */
export const offerSearch = z.strictObject({
  domain: z.nullable(z.enum(DOMAINS)),
  role: z.nullable(z.enum(OFFER_ROLES)),
  standing: z.nullable(z.enum(STANDINGS)),
  commune: z.nullable(z.string().check(z.maxLength(100))),
  words: z.string().check(z.maxLength(100)),
  page: count,
});
export type OfferSearch = z.infer<typeof offerSearch>;

const saidNote = z.strictObject({
  id: z.string(),
  what: z.enum(NOTE_KINDS),
  weeks: z.nullable(z.int()),
  /** Who said it; null: a member who left. */
  by: text,
  at: z.string(),
});

const offerService = z.strictObject({
  ...listedService.shape,
  standing: z.enum(STANDINGS),
  /** For a référent unique: which accompaniment, in words. */
  accompaniment: text,
  source: z.string(),
  /** Of the PLIE's own file. */
  own: z.boolean(),
  /** The day on which its source last changed it; null: not said. */
  updatedOn: text,
  /** Since when places, delay and reach are known, and from whom; null: from the file alone. */
  confirmed: z.nullable(z.strictObject({ on: z.string(), said: text, by: text })),
  /** Said, not confirmed: it changes nothing yet. */
  waiting: many(saidNote),
});
export type OfferService = z.infer<typeof offerService>;

export const offerPage = z.strictObject({
  items: many(offerService),
  count,
  /** From 0; a page that is not there any more is the last one. */
  page: count,
  pages: count,
  /** Where these services receive, before a commune is chosen. */
  communes: many(z.string()),
});
export type OfferPage = z.infer<typeof offerPage>;

const waitingNote = z.strictObject({
  ...saidNote.shape,
  service: z.string(),
  name: z.string(),
  /** Null: not in the directory any more. */
  structure: text,
});
export type WaitingNoteOut = z.infer<typeof waitingNote>;

/** `GET /api/offer`: what the page is around the list. */
export const offerOverview = z.strictObject({
  today: z.string(),
  timeZone: z.string(),
  /** Null while nothing was ever imported. `mark` changes with what is known of the services. */
  directory: z.nullable(
    z.strictObject({ number: count, services: count, structures: count, at: z.string(), fictional: z.boolean() }),
  ),
  mark: z.string(),
  domains: many(z.strictObject({ id: z.enum(DOMAINS), label: z.string() })),
  maySay: z.boolean(),
  /** Null for whoever does not confirm; oldest first, and how many there are in all. */
  notes: z.nullable(z.strictObject({ items: many(waitingNote), waiting: count })),
});
export type OfferOverview = z.infer<typeof offerOverview>;

/** `POST /api/offer/notes`: `sent` waits to be confirmed, `confirmed` counts at once, `alreadySaid` waits already. */
export const noteAnswer = z.strictObject({ kind: z.enum(["sent", "confirmed", "alreadySaid"]) });
/** `POST /api/offer/notes/settle`. */
export const settleAnswer = z.strictObject({ kind: z.enum(["confirmed", "dismissed"]) });
