import { z } from "zod";
import { withoutReferent } from "../domain/exchange/extraction-cell.ts";
import { participantCode, type Instant, type ParticipantCode } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { mayReadArchived, maySeeCase } from "../domain/people/actor.ts";
import type { AuditEntry } from "../domain/records/bookkeeping.ts";
import type { StoredDocument } from "../domain/records/catalogue.ts";
import { KEEPING } from "../domain/records/keeping.ts";
import { caseChain } from "./frame/audit-trail.ts";
import { everyDocument } from "./frame/every-document.ts";
import { noteOpening } from "./frame/note-opening.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { everythingOf } from "./parts/everything-of.ts";
import { mergedInto } from "./parts/merged-records.ts";
import { aboutCode, loadDossier } from "./parts/on-case.ts";
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

/** *Tout d'une personne*: on their request, everything that is kept about them. */
export const copyPerson = query<z.infer<typeof input>, Pick<PersonCopy, "identity" | "dossier">, PersonCopy>({
  act: "person.copy",
  input,
  about: aboutCode,
  load: async (services, actor, request) => {
    const [dossier, identity] = await Promise.all([
      loadDossier(services, actor, request),
      services.store.get("identity", request.code),
    ]);
    if (!dossier.ok || identity === undefined) return refused("noSuchCase");
    return done({ dossier: dossier.value, identity: identity.doc });
  },
  allow: (actor, { dossier }) => {
    const file = dossier.file.doc;
    return maySeeCase(actor, file) || mayReadArchived(actor, file) ? null : "noSuchCase";
  },
  run: async (services, actor, loaded, { code }) => {
    await noteOpening(services, actor, code);
    return done({
      ...loaded,
      documents: aboutPerson(services, [code, ...(await mergedInto(services, code))]),
      openings: openingsIn(everyDocument(services.store, { kind: "audit", key: `chain:${caseChain(code)}` })),
    });
  },
});

/** A line of a file that may be about them is about somebody else until somebody said so; who else it may have been is nobody's to read. */
const theirs = (doc: StoredDocument, code: ParticipantCode): StoredDocument | null => {
  if (KEEPING[doc.kind] !== "person" && KEEPING[doc.kind] !== "esf") return null;
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
async function* aboutPerson(services: Services, codes: readonly ParticipantCode[]): AsyncGenerator<StoredDocument> {
  for (const code of new Set(codes)) {
    yield* headsOf(services, code);
    for await (const { doc } of everythingOf(services, code, ["person", "esf"])) {
      const told = theirs(doc, code);
      if (told !== null) yield told;
    }
  }
}

async function* openingsIn(
  found: AsyncIterable<{ readonly doc: AuditEntry }>,
): AsyncGenerator<{ readonly at: Instant; readonly by: string }> {
  for await (const { doc } of found) if (doc.act === "case.opened") yield { at: doc.at, by: doc.by };
}
