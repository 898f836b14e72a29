import { z } from "zod";
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
import { aboutCode, loadDossier } from "./parts/on-case.ts";
import type { Dossier } from "./parts/dossier.ts";

const input = z.strictObject({ code: participantCode });

export interface PersonCopy {
  readonly identity: Identity;
  readonly dossier: Dossier;
  /** Every document about the person, kind after kind, read as it is taken. */
  readonly documents: AsyncIterable<StoredDocument>;
  /** Who opened the file, the first first. */
  readonly openings: AsyncIterable<{
    readonly at: Instant;
    readonly by: string;
  }>;
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
      documents: aboutPerson(services, code),
      openings: openingsIn(
        everyDocument(services.store, {
          kind: "audit",
          key: `chain:${caseChain(code)}`,
        }),
      ),
    });
  },
});

/** Where each of their parcours stands: dates and states. */
async function* headsOf({ store }: Pick<Services, "store">, code: ParticipantCode): AsyncGenerator<StoredDocument> {
  for (const { doc } of await store.getMany("case", [code])) yield doc;
  for await (const { doc } of everyDocument(store, {
    kind: "pastParcours",
    key: `case:${code}`,
  }))
    yield doc;
}

async function* aboutPerson(services: Services, code: ParticipantCode): AsyncGenerator<StoredDocument> {
  yield* headsOf(services, code);
  for await (const { doc } of everythingOf(services, code, ["person", "esf"]))
    if (KEEPING[doc.kind] === "person" || KEEPING[doc.kind] === "esf") yield doc;
}

async function* openingsIn(
  found: AsyncIterable<{ readonly doc: AuditEntry }>,
): AsyncGenerator<{ readonly at: Instant; readonly by: string }> {
  for await (const { doc } of found) if (doc.act === "case.opened") yield { at: doc.at, by: doc.by };
}
