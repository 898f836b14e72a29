/** Everything written about a person's health, wherever that person is known, on its way out. */
import { withdrawHealth } from "../../domain/diagnostic/health.ts";
import type { Actor } from "../../domain/people/actor.ts";
import { rowOf } from "../../domain/records/catalogue.ts";
import { StoreUnavailable, type Write } from "../../ports/store.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";
import { untilWritten } from "../frame/until-written.ts";
import { isOpenReview } from "./on-review.ts";
import { mergedInto } from "./merged-records.ts";
import { editPost } from "./post-of.ts";
import { shortenCards } from "./shorten-cards.ts";

const HELD_KINDS = [
  "assessment",
  "pastFinding",
  "draft",
  "pastParcours",
  "doubleScoring",
  "lead",
  "recommendation",
  "offerNews",
  "snapshot",
  "opinion",
  "reviewDecision",
  "handover",
  "rightsRequest",
  "transmission",
  "action",
  "actionDeferral",
  "actionBilan",
  "checkpoint",
  "stagePoint",
  "endingWords",
] as const;
/** Leaves room in one batch for the rest of the command. */
const AT_ONCE = 40;
const CARDS_AT_ONCE = 25;

/** Everything of a record that holds something about health, rewritten without it or removed. */
const erasure = async (services: Services, actor: Actor, code: string): Promise<readonly Write[]> => {
  const author = { by: actor.memberId, now: services.clock.now().toISOString() };
  const writes: Write[] = [];
  for (const kind of HELD_KINDS)
    for await (const { doc, version } of everyDocument(services.store, { kind, key: `case:${code}` })) {
      const erased = withdrawHealth(doc, author);
      if (erased.act === "rewrite") writes.push({ op: "put", doc: erased.doc, expected: version });
      if (erased.act === "remove") writes.push({ op: "delete", kind, id: rowOf(doc).id, expected: version });
    }
  return writes;
};

/** False: something moved meanwhile, and everything is to be read again. */
const commitInTurn = async (services: Services, writes: readonly Write[]): Promise<boolean> => {
  for (let start = 0; start < writes.length; start += AT_ONCE)
    if (!(await services.store.commit(writes.slice(start, start + AT_ONCE))).ok) return false;
  return true;
};

/** Nothing is said to be erased while something is left. */
const untilErased = async <T>(services: Services, work: () => Promise<T | undefined>): Promise<T> => {
  const erased = await untilWritten(services, work);
  if (erased === undefined) throw new StoreUnavailable("BUSY");
  return erased;
};

/** The card that a cell still reads follows; one that is decided or withdrawn shows nothing that was erased. */
const editedCards = async (services: Services, actor: Actor, code: string): Promise<readonly Write[]> => {
  const writes: Write[] = [];
  for await (const { doc } of everyDocument(services.store, { kind: "review", key: `case:${code}` }))
    if (isOpenReview(doc))
      writes.push(...editPost(services, actor, doc, await services.store.get("reviewPost", doc.id)));
  return writes;
};

/** A merged record is closed: it needs no batch of its own. */
const eraseMerged = async (services: Services, actor: Actor, code: string): Promise<true | undefined> => {
  const file = await services.store.get("case", code);
  if (file === undefined) return true;
  const author = { by: actor.memberId, now: services.clock.now().toISOString() };
  const head = withdrawHealth(file.doc, author);
  const erased = await commitInTurn(services, [
    ...(head.act === "rewrite" ? [{ op: "put", doc: head.doc, expected: file.version } as const] : []),
    ...(await erasure(services, actor, code)),
    ...(await shortenCards(services, code)),
  ]);
  return erased || undefined;
};

/**
 * What a command writes to erase health from a case and from the cards that showed it. The records merged into it are erased at once, and so is
 * more than one batch can hold: erasing twice is erasing. A document that moved meanwhile moved the case with it, so that the command's own batch
 * is refused as a whole; or it is a news that was told, and everything is read again here.
 */
export const eraseHealth = async (services: Services, actor: Actor, code: string): Promise<readonly Write[]> => {
  for (const merged of await mergedInto(services, code))
    await untilErased(services, () => eraseMerged(services, actor, merged));
  const left = await untilErased(services, async () => {
    const writes = await erasure(services, actor, code);
    return (await commitInTurn(services, writes.slice(AT_ONCE))) ? writes.slice(0, AT_ONCE) : undefined;
  });
  const cards = await shortenCards(services, code);
  // The latest go with the command itself; emptying a card twice is emptying it.
  await untilErased(services, async () => (await commitInTurn(services, cards.slice(CARDS_AT_ONCE))) || undefined);
  return [...left, ...(await editedCards(services, actor, code)), ...cards.slice(0, CARDS_AT_ONCE)];
};
