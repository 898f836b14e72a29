/** Verifies every chain of the audit from its first entry to its head, and every seal against what the chains hold. */
import { CHAIN_BEGINNING, endsAt, verifyChain, type ChainFault, type ChainReached } from "../domain/people/audit.ts";
import { watchSeals, type SealFault, type SealsWatch } from "../domain/people/audit-seal.ts";
import type { AuditChain, AuditEntry, AuditSeal } from "../domain/records/bookkeeping.ts";
import { UnreadableDocument, type Store } from "../ports/store.ts";
import { everyDocument } from "./frame/every-document.ts";
import type { Services } from "./frame/services.ts";

interface ChainFaultFound {
  /** The first entry that is wrong. */
  readonly seq: number;
  /** `cutTail`: the chain ends before its stored end; `beyondHead`: its stored end was put back to an earlier entry. */
  readonly fault: ChainFault | "cutTail" | "beyondHead" | "unreadable";
}

export type AuditFault =
  | ({ readonly of: "chain"; readonly chain: string } & ChainFaultFound)
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

interface Needs extends Pick<Services, "store" | "log" | "plie"> {
  readonly ids: Pick<Services["ids"], "digest">;
}

/** Reads the whole audit, chain by chain. What is written meanwhile is left to the next check. */
export const verifyAudit = async (services: Needs): Promise<AuditReport> => {
  const { store, log, plie } = services;
  const seals: AuditSeal[] = [];
  for await (const { doc } of everyDocument(store, { kind: "seal", key: "all" })) seals.push(doc);
  const check = new AuditCheck(services, seals);
  for await (const { doc } of everyDocument(store, { kind: "chain", key: "all" })) await check.chain(doc);
  const report = check.report();
  if (report.faults.length > 0) log.error("audit.broken", { plieId: plie.plieId, count: report.faults.length });
  return report;
};

class AuditCheck {
  readonly #store: Store;
  readonly #sha256: (text: string) => string;
  readonly #seals: readonly AuditSeal[];
  readonly #watch: SealsWatch;
  readonly #seen = new Set<string>();
  readonly #faults: AuditFault[] = [];
  #entries = 0;
  #unsealed = 0;

  constructor({ store, ids }: Needs, seals: readonly AuditSeal[]) {
    this.#store = store;
    this.#sha256 = (text) => ids.digest(text);
    this.#seals = seals;
    this.#watch = watchSeals(seals, this.#sha256);
  }

  /** Keeps the first fault of a chain: what follows it hangs in the air. A chain that moved in the list while it grew is met twice. */
  async chain(head: AuditChain): Promise<void> {
    if (this.#seen.has(head.chain)) return;
    this.#seen.add(head.chain);
    const fault = await this.#faultOf(head);
    if (fault !== undefined) this.#faults.push({ of: "chain", chain: head.chain, ...fault });
  }

  report(): AuditReport {
    return {
      chains: this.#seen.size,
      entries: this.#entries,
      seals: this.#seals.length,
      unsealed: this.#unsealed,
      sealedUntil: this.#seals.at(-1)?.until ?? null,
      faults: [...this.#faults, ...this.#watch.faults().map((fault) => ({ of: "seal", ...fault }) as const)],
    };
  }

  async #faultOf(head: AuditChain): Promise<ChainFaultFound | undefined> {
    let reached: ChainReached = CHAIN_BEGINNING;
    let found: ChainFaultFound | undefined;
    try {
      for await (const { doc } of everyDocument(this.#store, { kind: "audit", key: `chain:${head.chain}` })) {
        if (reached.length === head.seq) return await this.#beyond(head);
        this.#see(doc);
        if (found !== undefined) continue;
        const check = verifyChain(head.chain, [doc], this.#sha256, reached);
        if (check.ok) reached = check;
        else found = { seq: check.seq, fault: check.fault };
      }
    } catch (error) {
      if (error instanceof UnreadableDocument) return found ?? { seq: reached.length + 1, fault: "unreadable" };
      throw error;
    }
    return found ?? (endsAt(reached, head) ? undefined : { seq: reached.length + 1, fault: "cutTail" });
  }

  #see(entry: AuditEntry): void {
    this.#entries += 1;
    if (!this.#watch.see(entry)) this.#unsealed += 1;
  }

  /** An entry after the head: the chain went on since its head was read, or its head was put back. */
  async #beyond({ chain, seq }: AuditChain): Promise<ChainFaultFound | undefined> {
    const now = await this.#store.get("chain", chain);
    return (now?.doc.seq ?? 0) > seq ? undefined : { seq: seq + 1, fault: "beyondHead" };
  }
}
