/** Verifies every chain of the audit from its first entry to its head, and every seal against what the chains hold. */
import { verifyChain, verifyChainEnd, type ChainFault, type ChainReached } from "../domain/people/audit.ts";
import { watchSeals, type SealFault, type SealsWatch } from "../domain/people/audit-seal.ts";
import type { AuditChain, AuditSeal } from "../domain/records/bookkeeping.ts";
import type { DocumentKind, DocumentOf } from "../domain/records/catalogue.ts";
import { UnreadableDocument, type ListQuery, type Store } from "../ports/store.ts";
import type { Services } from "./services.ts";

type Needs = Pick<Services, "store" | "log" | "plie"> & { readonly ids: Pick<Services["ids"], "digest"> };

export type AuditFault =
  | {
      readonly of: "chain";
      readonly chain: string;
      /** The first entry that is wrong. */
      readonly seq: number;
      readonly fault: ChainFault | "beyondHead" | "unreadable";
    }
  | { readonly of: "seal"; readonly seq: number; readonly fault: SealFault };

export interface AuditReport {
  readonly chains: number;
  readonly entries: number;
  readonly seals: number;
  /** Entries that no seal covers yet. */
  readonly unsealed: number;
  /** End of the last seal; null before the first. */
  readonly sealedUntil: string | null;
  readonly faults: readonly AuditFault[];
}

const PAGE = 200;

/** Reads the whole audit, chain by chain. What is written meanwhile is left to the next check. */
export const verifyAudit = async (services: Needs): Promise<AuditReport> => {
  const { store, log, plie } = services;
  const seals: AuditSeal[] = [];
  for await (const { doc } of everyOf(store, { kind: "seal", key: "all" })) seals.push(doc);
  const sealsWatch = watchSeals(seals, (text) => services.ids.digest(text));
  const walk = { services, sealsWatch, entries: 0, unsealed: 0 };
  const seen = new Set<string>();
  const faults: AuditFault[] = [];
  for await (const { doc } of everyOf(store, { kind: "chain", key: "all" })) {
    if (seen.has(doc.chain)) continue;
    seen.add(doc.chain);
    faults.push(...(await faultsOfChain(walk, doc)));
  }
  faults.push(...sealsWatch.faults().map((fault) => ({ of: "seal", ...fault }) as const));
  if (faults.length > 0) log.error("audit.broken", { plieId: plie.plieId, count: faults.length });
  const { entries, unsealed } = walk;
  const sealedUntil = seals.at(-1)?.until ?? null;
  return { chains: seen.size, entries, seals: seals.length, unsealed, sealedUntil, faults };
};

interface Walk {
  readonly services: Needs;
  readonly sealsWatch: SealsWatch;
  entries: number;
  unsealed: number;
}

/** Never more than one fault for a chain: what follows the first one hangs in the air. */
const faultsOfChain = async (walk: Walk, head: AuditChain): Promise<readonly AuditFault[]> => {
  const { store, ids } = walk.services;
  let reached: ChainReached | undefined;
  let broken: AuditFault | undefined;
  try {
    const query = { kind: "audit", key: `chain:${head.chain}`, to: orderOf(head.seq + 1) } as const;
    for await (const { doc } of everyOf(store, query)) {
      walk.entries += 1;
      if (!walk.sealsWatch.see(doc)) walk.unsealed += 1;
      if (broken !== undefined) continue;
      const check = verifyChain(head.chain, [doc], (text) => ids.digest(text), reached);
      if (check.ok) reached = check;
      else broken = { of: "chain", chain: check.chain, seq: check.seq, fault: check.fault };
    }
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    broken ??= { of: "chain", chain: head.chain, seq: (reached?.length ?? 0) + 1, fault: "unreadable" };
  }
  const fault = broken ?? endFault(head, reached) ?? (await beyondHead(store, head));
  return fault === undefined ? [] : [fault];
};

const endFault = (head: AuditChain, reached: ChainReached = { length: 0, hash: "" }): AuditFault | undefined => {
  const check = verifyChainEnd(head.chain, reached, head);
  return check.ok ? undefined : { of: "chain", chain: check.chain, seq: check.seq, fault: check.fault };
};

/** An entry after the head is a chain that goes on at this moment, or a head that was put back. */
const beyondHead = async (store: Store, { chain, seq }: AuditChain): Promise<AuditFault | undefined> => {
  const next = await store.list({ kind: "audit", key: `chain:${chain}`, from: orderOf(seq + 1), limit: 1 });
  if (next.items.length === 0) return undefined;
  const now = await store.get("chain", chain);
  return (now?.doc.seq ?? 0) > seq ? undefined : { of: "chain", chain, seq: seq + 1, fault: "beyondHead" };
};
