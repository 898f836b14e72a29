/** What the verbs of retention share. */
import type { Actor } from "../../domain/people/actor.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { ARCHIVE_GROUNDS } from "../../domain/participant/clock-facts.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import type { Erased } from "../../domain/rights/retention-records.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import type { Decision } from "../frame/commit.ts";
import { done, refused, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { findingsOf, readDossier, type Dossier } from "./dossier.ts";
import { beginErasure } from "./erasing.ts";
import { decideOnCase } from "./on-case.ts";
import { shortenCards } from "./shorten-cards.ts";

/** Room in one batch beside the case itself. */
const CARDS_AT_ONCE = 60;

export interface RetainedCase {
  readonly dossier: Dossier;
  /** Undefined once it is erased. */
  readonly identity: Versioned<Identity> | undefined;
}

export const readRetained = async (services: Services, code: string): Promise<Result<RetainedCase>> => {
  const [dossier, identity] = await Promise.all([readDossier(services, code), services.store.get("identity", code)]);
  return dossier === undefined ? refused("noSuchCase") : done({ dossier, identity });
};

const after = ({ dossier }: RetainedCase, head: CaseFile) => ({
  head,
  round: dossier.round?.doc,
  findings: findingsOf(dossier.assessments),
});

/** Its first commit: from then on the file is nobody's, and the rounds finish what is left to do. */
export const erasing = async <Outcome>(
  services: Services,
  actor: Actor,
  { dossier }: RetainedCase,
  what: { readonly because: Erased["because"]; readonly outcome: Outcome; readonly writes: readonly Write[] },
): Promise<Result<Decision<Outcome>>> => {
  const file = dossier.file.doc;
  if (file.review !== null) return refused("studiedNow");
  const { head, writes } = await beginErasure(services, actor, dossier.file, what.because);
  return done({
    outcome: what.outcome,
    head,
    writes: [...writes, ...what.writes],
    audit: { act: "case.erased", code: file.code, details: { because: what.because } },
  });
};

/** In the restricted archive: out of every list, nothing due, its cards emptied in the chats. */
export const archiving = async <Outcome>(
  services: Services,
  actor: Actor,
  retained: RetainedCase,
  what: {
    readonly ground: (typeof ARCHIVE_GROUNDS)[number];
    readonly outcome: Outcome;
    readonly writes: readonly Write[];
  },
): Promise<Result<Decision<Outcome>>> => {
  const { dossier, identity } = retained;
  if (dossier.file.doc.review !== null) return refused("studiedNow");
  const cards = await shortenCards(services, dossier.file.doc.code, "fileClosed");
  // Emptying a card twice is emptying it: those that the batch has no room for go before.
  for (let from = CARDS_AT_ONCE; from < cards.length; from += CARDS_AT_ONCE)
    await services.store.commit(cards.slice(from, from + CARDS_AT_ONCE));
  const retired = { as: "archived", on: services.clock.today(), by: actor.memberId, ground: what.ground } as const;
  return decideOnCase(services, dossier, {
    act: "case.archived",
    details: { ground: what.ground },
    outcome: what.outcome,
    writes: [...listedWrite(identity, false), ...cards.slice(0, CARDS_AT_ONCE), ...what.writes],
    after: after(retained, { ...dossier.file.doc, retired }),
  });
};

/** In the lists and searches of those who accompany, or out of them. */
const listedWrite = (identity: Versioned<Identity> | undefined, listed: boolean): readonly Write[] =>
  identity === undefined ? [] : [{ op: "put", doc: { ...identity.doc, listed }, expected: identity.version }];

/** The file is in use again, or still is: with what was noted of it. */
export const inUse = <Outcome>(
  services: Services,
  retained: RetainedCase,
  head: CaseFile,
  what: {
    readonly act: string;
    readonly details: Readonly<Record<string, string>>;
    readonly outcome: Outcome;
    readonly writes: readonly Write[];
  },
): Result<Decision<Outcome>> => {
  const isOpen = head.mergedInto === null && head.status !== "cancelled";
  return decideOnCase(services, retained.dossier, {
    ...what,
    writes: [...(isOpen ? listedWrite(retained.identity, true) : []), ...what.writes],
    after: after(retained, head),
  });
};
