/**
 * Every kind of document that a store keeps: its shape, its id, what it is listed by, how long it lives, and the way up from older shapes. Each room
 * says so of its own, in its `codecs.ts`. A store knows nothing else of the trade.
 */
import type { Codec, Row } from "../codec.ts";
import { activationCodecs } from "../activation/codecs.ts";
import { calibrationCodecs } from "../calibration/codecs.ts";
import { completenessCodecs } from "../completeness/codecs.ts";
import { dashboardCodecs } from "../dashboard/codecs.ts";
import { diagnosticCodecs } from "../diagnostic/codecs.ts";
import { esfCodecs } from "../esf/codecs.ts";
import { exchangeCodecs } from "../exchange/codecs.ts";
import { handoverCodecs } from "../handover/codecs.ts";
import { directoryCodecs, offerCodecs } from "../offer/codecs.ts";
import { outreachCodecs } from "../outreach/codecs.ts";
import { participantCodecs } from "../participant/codecs.ts";
import { peopleCodecs } from "../people/codecs.ts";
import { reminderCodecs } from "../reminders/codecs.ts";
import { reviewCodecs } from "../review/codecs.ts";
import { rightsCodecs } from "../rights/codecs.ts";
import { suggestionCodecs } from "../suggestion/codecs.ts";
import { bookkeepingCodecs } from "./bookkeeping-codecs.ts";

const codecs = {
  ...participantCodecs,
  ...diagnosticCodecs,
  ...suggestionCodecs,
  ...calibrationCodecs,
  ...activationCodecs,
  ...reviewCodecs,
  ...handoverCodecs,
  ...outreachCodecs,
  ...peopleCodecs,
  ...reminderCodecs,
  ...offerCodecs,
  ...directoryCodecs,
  ...completenessCodecs,
  ...dashboardCodecs,
  ...esfCodecs,
  ...exchangeCodecs,
  ...rightsCodecs,
  ...bookkeepingCodecs,
} as const;

type Codecs = typeof codecs;
export type DocumentKind = keyof Codecs;
export type DocumentOf<K extends DocumentKind> = ReturnType<Codecs[K]["read"]>;
export type StoredDocument = { [K in DocumentKind]: DocumentOf<K> }[DocumentKind];

/** By kind, so that a reader's answer has the type of the kind that was asked for. */
export const catalogue: { readonly [K in DocumentKind]: Codec<DocumentOf<K>> } = codecs;

/** What to keep of a document, by its kind. */
export const rowOf = (doc: StoredDocument): Row => catalogue[doc.kind].row(doc);

/** The key of a document in a commit's answer. */
export const documentKey = (kind: DocumentKind, id: string): string => `${kind}:${id}`;
