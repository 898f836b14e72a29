/** The daily seal of the audit: what shows a case that is missing and a chain whose end was cut. */
import type { Instant } from "../participant/codes.ts";
import type { AuditEntry, AuditSeal } from "../records/bookkeeping.ts";
import type { Sha256 } from "./audit.ts";
import { canonicalJson, CHAIN_START, merkleRoot } from "./audit.ts";

/** Entries by chain, each chain in order. */
export type AuditChains = ReadonlyMap<string, readonly AuditEntry[]>;
type Window = Pick<AuditSeal, "since" | "until">;

/** Where the first seal starts from. */
export const SEALS_START: Instant = "1970-01-01T00:00:00.000Z";

/** One leaf for each chain touched in the window: its last entry there. Ordered by chain, so that nothing depends on the store. */
const leavesOf = (chains: AuditChains, { since, until }: Window): readonly string[] =>
  [...chains.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([chain, entries]) => {
      const last = entries.filter((entry) => entry.at >= since && entry.at < until).at(-1);
      return last === undefined ? [] : [canonicalJson({ chain, seq: last.seq, hash: last.hash })];
    });

const sealHash = (seal: Omit<AuditSeal, "hash">, sha256: Sha256): string => sha256(canonicalJson(seal));

/**
 * The next seal, over everything from the end of the previous one to `until` (exclusive). `until` must be far enough in the past
 * that no command still being written can carry an earlier instant.
 */
export const sealChains = (
  previous: Pick<AuditSeal, "seq" | "until" | "hash"> | undefined,
  until: Instant,
  chains: AuditChains,
  sha256: Sha256,
): AuditSeal => {
  const since = previous?.until ?? SEALS_START;
  const leaves = leavesOf(chains, { since, until });
  const body = {
    kind: "seal",
    schemaVersion: 1,
    seq: (previous?.seq ?? 0) + 1,
    since,
    until,
    chains: leaves.length,
    root: merkleRoot(leaves, sha256),
    previous: previous?.hash ?? CHAIN_START,
  } as const;
  return { ...body, hash: sealHash(body, sha256) };
};

export type SealFault =
  "outOfSequence" | "brokenLink" | "changed" | "windowGap" | "chainMissing" | "chainAdded" | "entriesDiffer";
export type SealsCheck =
  | { readonly ok: true; readonly seals: number }
  | { readonly ok: false; readonly seq: number; readonly fault: SealFault };

/** Checks the seals among themselves, then each against the chains as they stand: the first fault, by the number of its seal. */
export const verifySeals = (seals: readonly AuditSeal[], chains: AuditChains, sha256: Sha256): SealsCheck => {
  let previous: AuditSeal | undefined;
  for (const [index, seal] of seals.entries()) {
    const fault = linkFault(seal, previous, index + 1, sha256) ?? contentFault(seal, chains, sha256);
    if (fault !== null) return { ok: false, seq: index + 1, fault };
    previous = seal;
  }
  return { ok: true, seals: seals.length };
};

const linkFault = (seal: AuditSeal, previous: AuditSeal | undefined, seq: number, sha256: Sha256): SealFault | null => {
  if (seal.seq !== seq) return "outOfSequence";
  if (seal.previous !== (previous?.hash ?? CHAIN_START)) return "brokenLink";
  const { hash, ...body } = seal;
  if (sealHash(body, sha256) !== hash) return "changed";
  return seal.since === (previous?.until ?? SEALS_START) && seal.since <= seal.until ? null : "windowGap";
};

const contentFault = (seal: AuditSeal, chains: AuditChains, sha256: Sha256): SealFault | null => {
  const leaves = leavesOf(chains, seal);
  if (leaves.length < seal.chains) return "chainMissing";
  if (leaves.length > seal.chains) return "chainAdded";
  return merkleRoot(leaves, sha256) === seal.root ? null : "entriesDiffer";
};
