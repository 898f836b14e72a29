import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import * as audit from "../../../src/domain/people/audit.ts";
import type { SealLeaf } from "../../../src/domain/people/audit-seal.ts";
import { SEALS_START, sealChains, watchSeals } from "../../../src/domain/people/audit-seal.ts";
import type { AuditChain, AuditEntry, AuditSeal } from "../../../src/domain/records/bookkeeping.ts";
import { auditEntry, auditSeal } from "../../../src/domain/records/bookkeeping.ts";

const sha256: audit.Sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");
const at = (day: number, minute = 0) => new Date(Date.UTC(2026, 10, day, 9, minute)).toISOString();

const aChain = (chain: string, days: readonly number[]): { entries: AuditEntry[]; head: AuditChain | undefined } => {
  const entries: AuditEntry[] = [];
  let head: AuditChain | undefined;
  days.forEach((day, index) => {
    const fact = {
      chain,
      at: at(day, index),
      by: "m1",
      playedBy: null,
      act: "diagnostic.save",
      code: "P-2026-0001",
      details: { domain: "mobilite", edition: index },
    };
    const linked = audit.linkAudit(fact, head, sha256);
    entries.push(linked.entry);
    head = linked.chain;
  });
  return { entries, head };
};
type AuditChains = ReadonlyMap<string, readonly AuditEntry[]>;
const books = (): AuditChains =>
  new Map([
    ["case.P-2026-0001", aChain("case.P-2026-0001", [2, 2, 3, 4]).entries],
    ["case.P-2026-0002", aChain("case.P-2026-0002", [2]).entries],
    ["member.m1", aChain("member.m1", [3, 4]).entries],
  ]);
const sealUntil = (previous: AuditSeal | undefined, until: string, chains: AuditChains): AuditSeal => {
  const since = previous?.until ?? SEALS_START;
  const leaves = [...chains.values()].flatMap((entries): SealLeaf[] => {
    const last = entries.filter((entry) => entry.at >= since && entry.at < until).at(-1);
    return last === undefined ? [] : [last];
  });
  return sealChains(previous, until, leaves, sha256);
};
const sealed = (chains: AuditChains): AuditSeal[] =>
  [3, 4, 5].reduce<AuditSeal[]>((seals, day) => [...seals, sealUntil(seals.at(-1), at(day, -9 * 60), chains)], []);
const replaced = (chains: AuditChains, chain: string, entries: readonly AuditEntry[]): AuditChains =>
  new Map(chains).set(chain, entries);
/** Every hash made again, as someone would who can write the whole store. */
const relinked = (entries: readonly AuditEntry[]): AuditEntry[] => {
  const made: AuditEntry[] = [];
  for (const { chain, at: instant, by, playedBy, act, code, details } of entries)
    made.push(audit.linkAudit({ chain, at: instant, by, playedBy, act, code, details }, made.at(-1), sha256).entry);
  return made;
};
const fault = (check: audit.ChainCheck): string => (check.ok ? "none" : `${check.fault} ${check.seq}`);
const sealFault = (chains: AuditChains, seals = sealed(books())): string => {
  const watch = watchSeals(seals, sha256);
  for (const entry of [...chains.values()].flat()) watch.see(entry);
  const [first] = watch.faults();
  return first === undefined ? "none" : `${first.fault} ${first.seq}`;
};

describe("the audit chain of a case", () => {
  it("is accepted as it was written, and each entry can be kept", () => {
    const { entries, head } = aChain("case.P-2026-0001", [2, 3, 4]);
    assert.deepEqual(audit.verifyChain("case.P-2026-0001", entries, sha256), {
      ok: true,
      length: 3,
      hash: head?.hash,
    });
    for (const entry of entries) assert.ok(auditEntry.safeParse(entry).success);
    assert.ok(audit.verifyChain("case.x", [], sha256).ok);
  });

  it("does not depend on the order in which a store gives the fields back", () => {
    const { entries } = aChain("case.P-2026-0001", [2, 3]);
    const backwards = entries.map((entry) => Object.fromEntries(Object.entries(entry).reverse()) as AuditEntry);
    assert.ok(audit.verifyChain("case.P-2026-0001", backwards, sha256).ok);
  });

  it("shows any change of any field of any entry", () =>
    fc.assert(
      fc.property(
        fc.nat(3),
        fc.constantFrom("at", "by", "act", "code", "playedBy", "details", "seq", "previous", "hash", "chain"),
        (index, field) => {
          const { entries } = aChain("case.P-2026-0001", [2, 2, 3, 4]);
          const changed = {
            ...entries[index]!,
            [field]: field === "details" ? { domain: "sante" } : field === "seq" ? 9 : "other",
          };
          assert.notEqual(fault(audit.verifyChain("case.P-2026-0001", entries.with(index, changed), sha256)), "none");
        },
      ),
    ));

  it("shows an entry removed, moved, doubled or taken from another case", () => {
    const { entries } = aChain("case.P-2026-0001", [2, 2, 3, 4]);
    const check = (list: readonly AuditEntry[]) => fault(audit.verifyChain("case.P-2026-0001", list, sha256));
    assert.equal(check(entries.toSpliced(1, 1)), "outOfSequence 2");
    assert.equal(check(entries.toSpliced(0, 1)), "outOfSequence 1");
    assert.equal(check([entries[1]!, entries[0]!, ...entries.slice(2)]), "outOfSequence 1");
    assert.equal(check(entries.toSpliced(1, 0, entries[0]!)), "outOfSequence 2");
    assert.equal(check(aChain("case.P-2026-0002", [2]).entries), "ofAnotherChain 1");
    assert.equal(check(entries.with(1, { ...entries[1]!, previous: "x" })), "brokenLink 2");
    assert.equal(check(entries.with(1, { ...entries[1]!, by: "x" })), "changed 2");
  });

  it("is followed page by page as it is in one go", () => {
    const { entries } = aChain("case.P-2026-0001", [2, 2, 3, 4]);
    const first = audit.verifyChain("case.P-2026-0001", entries.slice(0, 3), sha256);
    assert.ok(first.ok);
    const whole = audit.verifyChain("case.P-2026-0001", entries, sha256);
    assert.deepEqual(audit.verifyChain("case.P-2026-0001", entries.slice(3), sha256, first), whole);
    assert.equal(fault(audit.verifyChain("case.P-2026-0001", entries.slice(2), sha256, first)), "outOfSequence 4");
  });

  it("shows a cut tail where the head of the chain still stands", () => {
    const { entries, head } = aChain("case.P-2026-0001", [2, 3, 4]);
    const whole = audit.verifyChain("case.P-2026-0001", entries, sha256);
    const cut = audit.verifyChain("case.P-2026-0001", entries.slice(0, 2), sha256);
    assert.ok(head !== undefined && whole.ok && cut.ok);
    assert.equal(audit.endsAt(whole, head), true);
    assert.equal(audit.endsAt(cut, head), false);
  });

  it("never goes back in time, also when two machines disagree on it", () => {
    const { entries } = aChain("case.P-2026-0001", [4, 2]);
    assert.deepEqual(
      entries.map((entry) => entry.at),
      [at(4), at(4)],
    );
  });
});

describe("the daily seal of the audit", () => {
  it("is accepted as it was written, days without any entry included, and can be kept", () => {
    const seals = sealed(books());
    assert.deepEqual(
      seals.map((seal) => seal.chains),
      [2, 2, 2],
    );
    const quiet = [...seals, sealUntil(seals.at(-1), at(9), books())];
    assert.equal(quiet.at(-1)?.chains, 0);
    assert.equal(sealFault(books(), quiet), "none");
    for (const seal of quiet) assert.ok(auditSeal.safeParse(seal).success);
  });

  it("still holds when cases go on afterwards, and does not depend on the order of the chains", () => {
    const chains = books();
    const longer = replaced(chains, "case.P-2026-0002", aChain("case.P-2026-0002", [2, 8]).entries);
    assert.equal(sealFault(new Map([...longer].reverse()), sealed(chains)), "none");
  });

  it("shows a missing case", () => {
    const chains = new Map(books());
    chains.delete("case.P-2026-0002");
    assert.equal(sealFault(chains), "chainMissing 1");
  });

  it("shows a tail cut with its head, which the chain alone cannot show", () => {
    const entries = books().get("case.P-2026-0001")!;
    const cut = entries.slice(0, 3);
    assert.ok(audit.verifyChain("case.P-2026-0001", cut, sha256).ok);
    assert.equal(sealFault(replaced(books(), "case.P-2026-0001", cut)), "chainMissing 3");
    assert.equal(sealFault(replaced(books(), "case.P-2026-0001", entries.slice(0, 1))), "entriesDiffer 1");
  });

  it("shows a history written again with good hashes, and a case added to the past", () =>
    fc.assert(
      fc.property(fc.nat(3), (index) => {
        const entries = books().get("case.P-2026-0001")!;
        const forged = relinked(entries.with(index, { ...entries[index]!, by: "someone" }));
        assert.ok(audit.verifyChain("case.P-2026-0001", forged, sha256).ok);
        assert.match(sealFault(replaced(books(), "case.P-2026-0001", forged)), /^entriesDiffer/);
        assert.equal(
          sealFault(replaced(books(), "case.P-2026-0009", aChain("case.P-2026-0009", [2]).entries)),
          "chainAdded 1",
        );
      }),
    ));

  it("shows a seal changed, removed, moved or made again", () => {
    const seals = sealed(books());
    const [one, two, three] = [seals[0]!, seals[1]!, seals[2]!];
    assert.equal(sealFault(books(), [two, three]), "outOfSequence 1");
    assert.equal(sealFault(books(), [one, three]), "outOfSequence 2");
    assert.equal(sealFault(books(), [one, { ...two, chains: 1 }, three]), "changed 2");
    assert.equal(sealFault(books(), [one, { ...two, previous: "x" }, three]), "brokenLink 2");
    const gap = sealUntil({ ...one, until: at(3, 1) }, two.until, books());
    assert.equal(sealFault(books(), [one, gap]), "windowGap 2");
  });
});

describe("the Merkle root", () => {
  it("takes no node for a leaf", () => {
    const root = audit.merkleRoot(["a", "b"], sha256);
    for (const [a, b] of [
      [sha256("leaf:a"), sha256("leaf:b")],
      [sha256("a"), sha256("b")],
    ] as const)
      assert.notEqual(audit.merkleRoot([`node:${a}:${b}`], sha256), root);
    assert.notEqual(root, sha256(`node:${sha256("a")}:${sha256("b")}`), "leaves and nodes are hashed apart");
  });

  it("changes with any leaf, their number and their order", () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 9 }), fc.nat(), (leaves, pick) => {
        const root = audit.merkleRoot(leaves, sha256);
        const index = pick % leaves.length;
        assert.notEqual(audit.merkleRoot(leaves.with(index, `${leaves[index]}!`), sha256), root);
        assert.notEqual(audit.merkleRoot(leaves.toSpliced(index, 1), sha256), root);
        assert.notEqual(audit.merkleRoot([...leaves, leaves.at(-1)!], sha256), root);
        assert.notEqual(audit.merkleRoot(leaves.toReversed(), sha256), root);
      }),
    ));
});
