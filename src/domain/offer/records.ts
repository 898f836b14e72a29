/** What the directory keeps: in a store of its own, under a version; one pointer says which version is read. */
import { z } from "zod";
import { day, instant, memberId } from "../participant/codes.ts";
import { condition } from "../suggestion/condition.ts";
import { leadKind } from "../suggestion/lead-kinds.ts";
import { OFFER_ROLES } from "../suggestion/offer.ts";
import { intensity } from "../suggestion/rules.ts";
import { DOMAIN_IDS } from "../framework/domains.ts";

const short = z.string().trim().min(1).max(300);

/** What the PLIE knows of a service and no national format says. */
export const extension = z.strictObject({
  role: z.enum(OFFER_ROLES),
  lead: leadKind.nullable().default(null),
  intensity: intensity.nullable().default(null),
  iae: z.boolean().default(false),
  /** Situations worked on, by domain, and up to which level; no situation: all of the domain. */
  works: z
    .array(
      z.strictObject({
        domain: z.enum(DOMAIN_IDS),
        situations: z.array(z.string()).default([]),
        upTo: z.number().int().min(1).max(4),
      }),
    )
    .default([]),
  places: z.number().int().min(0).nullable().default(null),
  waitingDays: z.number().int().min(0).max(730).nullable().default(null),
  conditions: z.array(condition).default([]),
  /** Who to call. */
  contact: short.nullable().default(null),
  /** How to mobilise it, in one or two sentences. */
  howTo: z.string().trim().min(1).max(600).nullable().default(null),
});
export type Extension = z.infer<typeof extension>;

/** A structure or a service of one version. `record` is the data·inclusion record as received, each field kept. */
const common = {
  schemaVersion: z.literal(1),
  /** The version of the directory that this copy belongs to. */
  version: z.string(),
  id: z.string().min(1).max(200),
  source: z.string().min(1),
  /** `local`: the file of the PLIE, that no import closes. */
  origin: z.enum(["local", "import"]),
  record: z.record(z.string(), z.unknown()),
};
export const storedStructure = z.strictObject({ kind: z.literal("structure"), ...common });
export const storedService = z.strictObject({
  kind: z.literal("service"),
  ...common,
  local: extension.nullable(),
  /** Since when it vanished from its source; null: open. Never erased. */
  closedOn: day.nullable(),
  /** The day it appeared or came back. */
  openedOn: day,
});
export type StoredStructure = z.infer<typeof storedStructure>;
export type StoredService = z.infer<typeof storedService>;

/** What the PLIE's file says of a service that comes from elsewhere, kept for the day it comes. */
export const serviceExtension = z.strictObject({
  kind: z.literal("serviceExtension"),
  schemaVersion: z.literal(1),
  version: z.string(),
  id: z.string().min(1).max(200),
  local: extension,
});

/** A version of the directory, for as long as documents of it remain: what a crash left is found by it. */
export const directoryVersion = z.strictObject({
  kind: z.literal("directoryVersion"),
  schemaVersion: z.literal(1),
  version: z.string(),
  /** Being written, read or kept for those who were reading it, being removed. */
  state: z.enum(["writing", "kept", "removing"]),
  /** The last sign of life of who writes it. */
  at: instant,
});

/** The pointer: which version is read. */
export const directoryHead = z.strictObject({
  kind: z.literal("directory"),
  schemaVersion: z.literal(1),
  version: z.string(),
  /** Counts the versions, for people: « répertoire n° 3 ». */
  number: z.number().int().positive(),
  /** The version before, kept until the next one; null: none. */
  previous: z.string().nullable(),
  /** SHA-256 of the PLIE's own file that this version holds; null: none. */
  localDigest: z.string().nullable(),
  /** The PLIE's file says that it is fictional. */
  fictional: z.boolean(),
  /** Open ones. */
  services: z.number().int().nonnegative(),
  structures: z.number().int().nonnegative(),
  at: instant,
});
export type DirectoryHead = z.infer<typeof directoryHead>;

/** What référents say of a service from the chat, and what a chargé de projet confirmed. Kept with the cases, so that it is written with its trail. */
export const NOTE_KINDS = ["full", "unreachable", "delay", "available"] as const;
export const offerNote = z.strictObject({
  kind: z.literal("offerNote"),
  schemaVersion: z.literal(1),
  /** `<service>.<note>`. */
  id: z.string(),
  service: z.string(),
  /** As it was called when the note was made. */
  name: z.string(),
  what: z.enum(NOTE_KINDS),
  /** For a delay, in weeks. */
  weeks: z.number().int().min(1).max(104).nullable(),
  state: z.enum(["toConfirm", "confirmed", "dismissed"]),
  by: memberId,
  at: instant,
  decidedBy: memberId.nullable(),
  decidedAt: instant.nullable(),
});
export type OfferNote = z.infer<typeof offerNote>;

/** What is known today of one service, from the last confirmed notes. Wins over the file and the import. */
export const offerState = z.strictObject({
  kind: z.literal("offerState"),
  schemaVersion: z.literal(1),
  service: z.string(),
  /** Grows at each confirmed note. */
  edition: z.number().int().positive(),
  places: z.number().int().min(0).nullable(),
  waitingDays: z.number().int().min(0).nullable(),
  reachable: z.boolean(),
  confirmedOn: day,
});
export type OfferState = z.infer<typeof offerState>;
