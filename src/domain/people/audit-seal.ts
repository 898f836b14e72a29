/** The daily seal of the audit: what shows a case that is missing and a chain whose end was cut. */
import type { Instant } from "../participant/codes.ts";
import type { AuditEntry, AuditSeal } from "../records/bookkeeping.ts";
import type { Sha256 } from "./audit.ts";
import { canonicalJson } from "../canonical-json.ts";
import { CHAIN_START, merkleRoot } from "./audit.ts";

/** Where the first seal starts from. */
export const SEALS_START: Instant = "1970-01-01T00:00:00.000Z";

/** What one chain brings to a seal: its last entry within the days that the seal covers. */
export type SealLeaf = Pick<AuditEntry, "chain" | "seq" | "hash">;
type LeavesByChain = ReadonlyMap<string, Pick<AuditEntry, "seq" | "hash">>;

/** Ordered by chain, so that nothing depends on the order in which a store gives them. */
const rootOf = (leaves: LeavesByChain, sha256: Sha256): string =>
  merkleRoot(
    [...leaves.entries()]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([chain, { seq, hash }]) => canonicalJson({ chain, seq, hash })),
    sha256,
  );

const sealHash = (seal: Omit<AuditSeal, "hash">, sha256: Sha256): string => sha256(canonicalJson(seal));

/**
 * The next seal, from the end of the previous one to `until` (exclusive), over one leaf for each chain touched in between.
 * `until` must be far enough in the past that no command still being written can carry an earlier instant.
 */
export const sealChains = (
  previous: Pick<AuditSeal, "seq" | "until" | "hash"> | undefined,
  until: Instant,
  leaves: readonly SealLeaf[],
  sha256: Sha256,
): AuditSeal => {
  const byChain = new Map(leaves.map((leaf) => [leaf.chain, leaf]));
  const body = {
    kind: "seal",
    schemaVersion: 1,
    seq: (previous?.seq ?? 0) + 1,
    since: previous?.until ?? SEALS_START,
    until,
    chains: byChain.size,
    root: rootOf(byChain, sha256),
    previous: previous?.hash ?? CHAIN_START,
  } as const;
  return { ...body, hash: sealHash(body, sha256) };
};

export type SealFault =
  "outOfSequence" | "brokenLink" | "changed" | "windowGap" | "chainMissing" | "chainAdded" | "entriesDiffer";
/** `seq` is the place of the seal, counted from 1. */
export interface SealCheck {
  readonly seq: number;
  readonly fault: SealFault;
}

/** Checks the seals against entries that are shown to it one by one, each chain in order; keeps one leaf for each chain and seal. */
export interface SealsWatch {
  /** False when no seal covers this entry yet. */
  readonly see: (entry: Pick<AuditEntry, "chain" | "seq" | "hash" | "at">) => boolean;
  /** Once every entry was seen: what is wrong with each seal, in their order. */
  readonly faults: () => readonly SealCheck[];
}

export const watchSeals = (seals: readonly AuditSeal[], sha256: Sha256): SealsWatch => {
  const windows = seals.map((seal) => ({ seal, leaves: new Map<string, Pick<AuditEntry, "seq" | "hash">>() }));
  return {
    see: ({ chain, seq, hash, at }) => {
      const window = windows[firstEndingAfter(seals, at)];
      window?.leaves.set(chain, { seq, hash });
      return window !== undefined;
    },
    faults: () =>
      windows.flatMap(({ seal, leaves }, index) => {
        const fault = linkFault(seal, seals[index - 1], index + 1, sha256) ?? contentFault(seal, leaves, sha256);
        return fault === null ? [] : [{ seq: index + 1, fault }];
      }),
  };
};

/** By halves: years of days, for each entry. */
const firstEndingAfter = (seals: readonly AuditSeal[], at: Instant): number => {
  let [low, high] = [0, seals.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((seals[middle]?.until ?? "") > at) high = middle;
    else low = middle + 1;
  }
  return low;
};

const linkFault = (seal: AuditSeal, previous: AuditSeal | undefined, seq: number, sha256: Sha256): SealFault | null => {
  if (seal.seq !== seq) return "outOfSequence";
  if (seal.previous !== (previous?.hash ?? CHAIN_START)) return "brokenLink";
  const { hash, ...body } = seal;
  if (sealHash(body, sha256) !== hash) return "changed";
  return seal.since === (previous?.until ?? SEALS_START) && seal.since <= seal.until ? null : "windowGap";
};

const contentFault = (seal: AuditSeal, leaves: LeavesByChain, sha256: Sha256): SealFault | null => {
  if (leaves.size < seal.chains) return "chainMissing";
  if (leaves.size > seal.chains) return "chainAdded";
  return rootOf(leaves, sha256) === seal.root ? null : "entriesDiffer";
};
