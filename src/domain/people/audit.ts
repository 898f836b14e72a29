/**
 * The audit: one chain of entries per case (or per actor), each holding the hash of the one before, and a daily seal over the chains touched.
 * A changed, removed or moved entry breaks its chain; a missing case or a cut tail breaks a seal. The hash function is handed in.
 */
import { canonicalJson } from "../canonical-json.ts";
import type { AuditChain, AuditEntry } from "../records/bookkeeping.ts";

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export type Sha256 = (text: string) => string;

/** The hash that an entry must carry. */
export const auditHash = ({ ...entry }: Omit<AuditEntry, "hash">, sha256: Sha256): string =>
  sha256(canonicalJson(entry));

export const CHAIN_START = "";

/** What happened, before it is linked to a chain. */
export type AuditFact = Pick<AuditEntry, "chain" | "at" | "by" | "playedBy" | "act" | "code" | "details">;

/**
 * The next link of a chain and the new head of that chain, to be written together. `head` is undefined for a first entry.
 * Instants never go back along a chain, also when two machines disagree on the time: seals cut chains by instant.
 */
export const linkAudit = (
  fact: AuditFact,
  head: Pick<AuditChain, "seq" | "hash" | "at"> | undefined,
  sha256: Sha256,
): { readonly entry: AuditEntry; readonly chain: AuditChain } => {
  const at = head !== undefined && fact.at < head.at ? head.at : fact.at;
  const body = {
    kind: "audit",
    schemaVersion: 1,
    ...fact,
    at,
    seq: (head?.seq ?? 0) + 1,
    previous: head?.hash ?? CHAIN_START,
  } as const;
  const hash = auditHash(body, sha256);
  return {
    entry: { ...body, hash },
    chain: { kind: "chain", schemaVersion: 1, chain: fact.chain, seq: body.seq, hash, at },
  };
};

export type ChainFault = "outOfSequence" | "brokenLink" | "changed" | "ofAnotherChain";
/** How far a chain was followed without a fault. */
export interface ChainReached {
  readonly length: number;
  readonly hash: string;
}
export type ChainCheck =
  | ({ readonly ok: true } & ChainReached)
  | { readonly ok: false; readonly chain: string; readonly seq: number; readonly fault: ChainFault };

export const CHAIN_BEGINNING: ChainReached = { length: 0, hash: CHAIN_START };

/** Follows one chain in order, from its first entry or from where an earlier page of it ended. */
export const verifyChain = (
  chain: string,
  entries: readonly AuditEntry[],
  sha256: Sha256,
  from: ChainReached = CHAIN_BEGINNING,
): ChainCheck => {
  let previous = from.hash;
  for (const [index, entry] of entries.entries()) {
    const seq = from.length + index + 1;
    const fault = faultOf(entry, chain, seq, previous, sha256);
    if (fault !== null) return { ok: false, chain, seq, fault };
    previous = entry.hash;
  }
  return { ok: true, length: from.length + entries.length, hash: previous };
};

/** Whether a chain that was followed to its last entry ends where its stored head says; if not, its tail was cut. */
export const endsAt = (reached: ChainReached, head: Pick<AuditChain, "seq" | "hash">): boolean =>
  head.seq === reached.length && head.hash === reached.hash;

const faultOf = (
  entry: AuditEntry,
  chain: string,
  seq: number,
  previous: string,
  sha256: Sha256,
): ChainFault | null => {
  if (entry.chain !== chain) return "ofAnotherChain";
  if (entry.seq !== seq) return "outOfSequence";
  if (entry.previous !== previous) return "brokenLink";
  const { hash, ...body } = entry;
  return auditHash(body, sha256) === hash ? null : "changed";
};

/** Root of a Merkle tree over texts, in the order given; leaves and nodes are hashed apart so that one never passes for the other. */
export const merkleRoot = (leaves: readonly string[], sha256: Sha256): string => {
  let level = leaves.map((leaf) => sha256(`leaf:${leaf}`));
  if (level.length === 0) return sha256("empty");
  while (level.length > 1)
    level = pairsOf(level).map((pair) => (pair.length === 1 ? pair[0] : sha256(`node:${pair[0]}:${pair[1]}`)));
  return level[0] ?? sha256("empty");
};

type Pair = readonly [string] | readonly [string, string];
const pairsOf = (level: readonly string[]): readonly Pair[] =>
  level.flatMap((left, index): readonly Pair[] => {
    if (index % 2 === 1) return [];
    const right = level[index + 1];
    return [right === undefined ? [left] : [left, right]];
  });
