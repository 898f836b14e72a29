/** A sending that a person has to look at, until someone acts. */
import type { MemberId } from "../../domain/participant/codes.ts";
import type { OutboxEntry } from "../../domain/records/bookkeeping.ts";
import type { CellId } from "../../domain/review/codes.ts";
import type { ReviewPost, SendTrouble } from "../../domain/review/records.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";

type Troubled = SendTrouble["what"];
const isTroubled = (what: OutboxEntry["what"]): what is Troubled =>
  what === "post" || what === "edit" || what === "message";

/** Stays until someone acts. */
export const newTrouble = (
  { clock }: Pick<Services, "clock">,
  about: Pick<SendTrouble, "entry" | "what" | "review" | "cell" | "memberId" | "reason">,
): Write => ({
  op: "put",
  expected: "new",
  doc: {
    ...{ kind: "sendTrouble", schemaVersion: 1, ...about },
    ...{ at: clock.now().toISOString(), askedAt: null, settled: null },
  },
});

/** The same card that could not be replaced for the same reason is one trouble, however often it was tried. */
const alreadyTold = async (services: Services, entry: OutboxEntry): Promise<boolean> => {
  if (entry.what !== "edit" || entry.review === null) return false;
  for await (const { doc } of everyDocument(services.store, { kind: "sendTrouble", key: `review:${entry.review}` }))
    if (doc.settled === null && doc.what === "edit" && doc.reason === entry.reason) return true;
  return false;
};

/** Opens it, for an entry that was set aside. */
export const troubleWrites = async (
  services: Services,
  entry: OutboxEntry,
  cell: CellId | null,
): Promise<readonly Write[]> => {
  const { id, what, review, memberId, reason } = entry;
  if (!isTroubled(what) || (await alreadyTold(services, entry))) return [];
  const whose = what === "message" ? memberId : null;
  return [newTrouble(services, { entry: id, what, review, cell, memberId: whose, reason: reason ?? "unknown" })];
};

type Settled = NonNullable<SendTrouble["settled"]>;

export const settledWrite = (
  services: Services,
  { doc, version }: Versioned<SendTrouble>,
  how: Settled["how"],
  by: MemberId,
): Write => ({
  op: "put",
  doc: { ...doc, settled: { how, by, at: services.clock.now().toISOString() } },
  expected: version,
});

/** The card was posted anew since, or is known to be there: nothing is left to look at. */
export const isMoot = (trouble: SendTrouble, post: ReviewPost | undefined): boolean => {
  if (trouble.what === "message" || post === undefined) return false;
  if (trouble.what === "post") return post.key !== trouble.entry || post.state === "posted" || post.state === "seen";
  return post.at > trouble.at;
};

/** What still waits for a person, oldest first. `before`: only what went wrong by then. */
export const openTroubles = async (services: Services, before?: string): Promise<readonly Versioned<SendTrouble>[]> => {
  const open: Versioned<SendTrouble>[] = [];
  const bound = before === undefined ? {} : { to: before };
  for await (const trouble of everyDocument(services.store, { kind: "sendTrouble", key: "open", ...bound }))
    open.push(trouble);
  const ids = [...new Set(open.flatMap(({ doc }) => (doc.review === null ? [] : [doc.review])))];
  const posts = new Map((await services.store.getMany("reviewPost", ids)).map(({ doc }) => [doc.review, doc] as const));
  return open.filter(({ doc }) => !isMoot(doc, posts.get(doc.review ?? "")));
};
