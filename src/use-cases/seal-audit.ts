/** Seals, once a day, everything that the audit of this PLIE holds up to the start of today. */
import { sealChains, SEALS_START, type SealLeaf } from "../domain/people/audit-seal.ts";
import type { Instant } from "../domain/participant/codes.ts";
import type { AuditChain, AuditSeal } from "../domain/records/bookkeeping.ts";
import type { Services } from "./services.ts";

type Needs = Pick<Services, "store" | "clock" | "ids" | "log" | "plie">;

/** `nothingToSeal`: this day is sealed already, by this process or by another one, or has only just begun. */
export type Sealing = { readonly kind: "sealed"; readonly seal: AuditSeal } | { readonly kind: "nothingToSeal" };

/** No command takes that long to be written: what bears yesterday's date is in the store by then. */
const SETTLED_AFTER_MS = 5 * 60_000;
const PAGE = 200;

export const sealAudit = async (services: Needs): Promise<Sealing> => {
  const { store, clock, ids, log, plie } = services;
  const midnight = clock.startOf(clock.today());
  if (clock.now().getTime() - midnight.getTime() < SETTLED_AFTER_MS) return { kind: "nothingToSeal" };
  const previous = (await store.list({ kind: "seal", key: "all", limit: 1, descending: true })).items[0]?.doc;
  const window = { since: previous?.until ?? SEALS_START, until: midnight.toISOString() };
  if (window.since >= window.until) return { kind: "nothingToSeal" };
  const seal = sealChains(previous, window.until, await leavesOf(services, window), (text) => ids.digest(text));
  const written = await store.commit([{ op: "put", doc: seal, expected: "new" }]);
  if (!written.ok) return { kind: "nothingToSeal" };
  log.info("audit.sealed", { plieId: plie.plieId, version: String(seal.seq), count: seal.chains, code: seal.hash });
  return { kind: "sealed", seal };
};

interface Window {
  readonly since: Instant;
  readonly until: Instant;
}

/** A chain that goes on meanwhile moves towards the end of the list, where it is met again with the same leaf. */
const leavesOf = async ({ store }: Needs, window: Window): Promise<readonly SealLeaf[]> => {
  const leaves = new Map<string, SealLeaf>();
  let cursor: string | undefined;
  do {
    const at = cursor === undefined ? {} : { cursor };
    const page = await store.list({ kind: "chain", key: "all", from: window.since, limit: PAGE, ...at });
    for (const { doc } of page.items) {
      const leaf = await leafOf(store, doc, window);
      if (leaf !== undefined) leaves.set(leaf.chain, leaf);
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return [...leaves.values()];
};

/** The last entry of a chain before `until`, unless it is older than `since`. */
const leafOf = async (
  store: Services["store"],
  { chain, ...head }: AuditChain,
  { since, until }: Window,
): Promise<SealLeaf | undefined> => {
  let last: { readonly seq: number; readonly hash: string; readonly at: Instant } | undefined = head;
  let cursor: string | undefined;
  while (last !== undefined && last.at >= until) {
    const at = cursor === undefined ? {} : { cursor };
    const page = await store.list({ kind: "audit", key: `chain:${chain}`, descending: true, limit: PAGE, ...at });
    last = page.items.find(({ doc }) => doc.at < until)?.doc ?? (page.cursor === undefined ? undefined : last);
    cursor = page.cursor;
  }
  return last === undefined || last.at < since ? undefined : { chain, seq: last.seq, hash: last.hash };
};
