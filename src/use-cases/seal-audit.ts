/** Seals, once a day, everything that the audit of this PLIE holds up to the start of today. */
import { sealChains, SEALS_START, type SealLeaf } from "../domain/people/audit-seal.ts";
import type { Instant } from "../domain/participant/codes.ts";
import type { AuditChain, AuditSeal } from "../domain/records/bookkeeping.ts";
import type { Store } from "../ports/store.ts";
import { everyDocument } from "./frame/every-document.ts";
import type { Services } from "./frame/services.ts";

/** `nothingToSeal`: this day is sealed already, by this process or by another one, or has only just begun. */
export type Sealing = { readonly kind: "sealed"; readonly seal: AuditSeal } | { readonly kind: "nothingToSeal" };

/** No command takes that long to be written: what bears yesterday's date is in the store by then. */
const SETTLED_AFTER_MS = 5 * 60_000;

export const sealAudit = async (
  services: Pick<Services, "store" | "clock" | "ids" | "log" | "plie">,
): Promise<Sealing> => {
  const { store, clock, ids, log, plie } = services;
  const midnight = clock.startOf(clock.today());
  if (clock.now().getTime() - midnight.getTime() < SETTLED_AFTER_MS) return { kind: "nothingToSeal" };
  const previous = (await store.list({ kind: "seal", key: "all", limit: 1, descending: true })).items[0]?.doc;
  const window = { since: previous?.until ?? SEALS_START, until: midnight.toISOString() };
  if (window.since >= window.until) return { kind: "nothingToSeal" };
  const seal = sealChains(previous, window.until, await leavesOf(store, window), (text) => ids.digest(text));
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
const leavesOf = async (store: Store, window: Window): Promise<readonly SealLeaf[]> => {
  const leaves = new Map<string, SealLeaf>();
  for await (const { doc } of everyDocument(store, { kind: "chain", key: "all", from: window.since })) {
    const leaf = doc.at < window.until ? doc : await lastEntryBefore(store, doc, window.until);
    if (leaf !== undefined && leaf.at >= window.since) leaves.set(leaf.chain, leaf);
  }
  return [...leaves.values()];
};

/** From the end: a chain that went on today has few entries of today. */
const lastEntryBefore = async (
  store: Store,
  { chain }: AuditChain,
  until: Instant,
): Promise<(SealLeaf & { readonly at: Instant }) | undefined> => {
  for await (const { doc } of everyDocument(store, { kind: "audit", key: `chain:${chain}`, descending: true }))
    if (doc.at < until) return doc;
  return undefined;
};
