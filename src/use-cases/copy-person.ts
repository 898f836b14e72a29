import { z } from "zod";
import { withoutReferent } from "../domain/exchange/extraction-cell.ts";
import { participantCode, type Instant, type ParticipantCode } from "../domain/participant/codes.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { mayCarryCase, mayReadArchived, maySeeCase, type Actor } from "../domain/people/actor.ts";
import type { Draft } from "../domain/records/bookkeeping.ts";
import type { StoredDocument } from "../domain/records/catalogue.ts";
import { KEEPING } from "../domain/records/keeping.ts";
import { caseChain } from "./frame/audit-trail.ts";
import { everyDocument } from "./frame/every-document.ts";
import { noteOpening } from "./frame/note-opening.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { everythingOf } from "./parts/everything-of.ts";
import { mergedInto } from "./parts/merged-records.ts";
import { aboutCode } from "./parts/on-case.ts";
import { studyIdOf } from "./parts/on-review.ts";
import { readRecord, type RecordOf } from "./parts/record.ts";
import type { Dossier } from "./parts/dossier.ts";

const input = z.strictObject({ code: participantCode });

export interface PersonCopy {
  readonly identity: Identity;
  readonly dossier: Dossier;
  /** Every document about the person, kind after kind, read as it is taken. */
  readonly documents: AsyncIterable<StoredDocument>;
  /** Who opened the file, the first first. */
  readonly openings: AsyncIterable<{ readonly at: Instant; readonly by: string }>;
}

/**
 * *Tout d'une personne*: on their request, everything that is kept about them, but for what nobody may read yet: opinions that are not revealed, and
 * what a colleague began and did not record.
 */
export const copyPerson = query<z.infer<typeof input>, RecordOf, PersonCopy>({
  act: "person.copy",
  input,
  about: aboutCode,
  load: (services, _actor, request) => readRecord(services, request.code),
  allow: (actor, { dossier }) => {
    const file = dossier.file.doc;
    return maySeeCase(actor, file) || mayReadArchived(actor, file) ? null : "noSuchCase";
  },
  run: async (services, actor, { dossier, identity }, { code }) => {
    await noteOpening(services, actor, code);
    const codes = [...new Set([code, ...(await mergedInto(services, code))])];
    return done({
      dossier,
      identity: identity.doc,
      documents: aboutPerson(services, readerOf(actor, dossier.file.doc), codes),
      openings: openingsIn(services, codes),
    });
  },
});

/** Whose drafts the one who makes the copy may read: their own, and for who carries the case those of who carries it. */
type Reader = (draft: Pick<Draft, "by">) => boolean;
const readerOf = (actor: Actor, file: CaseFile): Reader => {
  const carriers = mayCarryCase(actor, file) ? [file.referentId, file.substitute?.memberId] : [];
  return ({ by }) => by === actor.memberId || carriers.includes(by);
};

/** Studies whose opinions are not revealed. */
const notRevealed = async (services: Services, code: ParticipantCode): Promise<ReadonlySet<string>> => {
  const hidden = new Set<string>();
  for await (const { doc } of everyDocument(services.store, { kind: "review", key: `case:${code}` }))
    if (doc.revealed === null) hidden.add(studyIdOf(doc));
  return hidden;
};

/** A line of a file that may be about them is about somebody else until somebody said so; who else it may have been is nobody's to read. */
const theirs = (doc: StoredDocument, code: ParticipantCode, mayRead: Reader): StoredDocument | null => {
  if (KEEPING[doc.kind] !== "person" && KEEPING[doc.kind] !== "esf") return null;
  if (doc.kind === "draft") return mayRead(doc) ? doc : null;
  if (doc.kind === "assessment") return doc.draft === null || mayRead(doc.draft) ? doc : { ...doc, draft: null };
  if (doc.kind === "extractionRow") return withoutReferent(doc);
  if (doc.kind !== "importLine") return doc;
  return doc.code === code ? { ...doc, candidates: [], twin: null } : null;
};

/** Where each of their parcours stands: dates and states. */
async function* headsOf({ store }: Pick<Services, "store">, code: ParticipantCode): AsyncGenerator<StoredDocument> {
  for (const { doc } of await store.getMany("case", [code])) yield doc;
  for await (const { doc } of everyDocument(store, { kind: "pastParcours", key: `case:${code}` })) yield doc;
}

/** Records that were merged into theirs are theirs. */
async function* aboutPerson(
  services: Services,
  mayRead: Reader,
  codes: readonly ParticipantCode[],
): AsyncGenerator<StoredDocument> {
  for (const code of codes) {
    const hidden = await notRevealed(services, code);
    yield* headsOf(services, code);
    for await (const { doc } of everythingOf(services, code, ["person", "esf"])) {
      const told = theirs(doc, code, mayRead);
      if (told?.kind === "opinion" && hidden.has(`${told.review}.${String(told.study)}`)) continue;
      if (told !== null) yield told;
    }
  }
}

/** Of their file, then of the records that became it. */
async function* openingsIn(
  { store }: Pick<Services, "store">,
  codes: readonly ParticipantCode[],
): AsyncGenerator<{ readonly at: Instant; readonly by: string }> {
  for (const code of codes)
    for await (const { doc } of everyDocument(store, { kind: "audit", key: `chain:${caseChain(code)}` }))
      if (doc.act === "case.opened") yield { at: doc.at, by: doc.by };
}
