import assert from "node:assert/strict";
import type { Assessment, Round } from "../../src/domain/diagnostic/assessment.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import { rowOf, type StoredDocument } from "../../src/domain/records/catalogue.ts";
import { MAX_COMMIT_BYTES, MAX_WRITES, type Store, type Write } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import type { Delivery } from "../../src/use-cases/frame/delivery.ts";
import { newRound } from "../../src/use-cases/open-round.ts";
import { overviewRev, saveOverview } from "../../src/use-cases/save-overview.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { healthRev, setHealthAgreement } from "../../src/use-cases/set-health-agreement.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import { perform } from "../../src/use-cases/frame/use-case.ts";
import { aCase, aFinding, aLevel, anActor, NOW, REFERENT_ID } from "../support/builders.ts";
import { tabServices } from "../support/tab-services.ts";

const CODE = "P-2026-0001";
const LONG_TEXT = "é".repeat(10_000);

const aPress = (): Delivery => ({
  activityKey: "activity.1",
  click: { key: "click.1", hash: "hash" },
  answerTo: { conversationId: "a:1", activityId: "message-1" },
});
const anAssessment = (over: Partial<Assessment>): Assessment => ({
  ...{ kind: "assessment", schemaVersion: 1, code: CODE, parcours: 1, round: 0, domain: "mobilite" },
  ...{ edition: 1, finding: aFinding({ state: "toExplore" }), draft: null },
  ...over,
});
const aDraft = (id: string, aboutHealth: boolean): StoredDocument => ({
  ...{ kind: "draft", schemaVersion: 1, id, form: "conflict", code: CODE, aboutHealth },
  ...{ inputs: { facts: LONG_TEXT }, by: REFERENT_ID, at: NOW },
});

const aStoredLead = (id: string): StoredDocument => ({
  ...{ kind: "lead", schemaVersion: 1, id, code: CODE, parcours: 1, round: 0, withdrawn: false, at: NOW },
  ...{ frameworkVersion: "test", directoryVersion: "1", asOf: "2026-11-24" },
  ...{ inputs: "{}", offers: LONG_TEXT, lead: "{}" },
});

/** Services whose store tells each batch that it was given. */
const measured = async (docs: readonly StoredDocument[]): Promise<{ services: Services; batches: Write[][] }> => {
  const { services } = tabServices([]);
  const store = createMemoryStore({ now: () => new Date() });
  for (let at = 0; at < docs.length; at += 50)
    await store.commit(docs.slice(at, at + 50).map((doc): Write => ({ op: "put", doc })));
  const batches: Write[][] = [];
  const watching: Store = { ...store, commit: (writes) => (batches.push([...writes]), store.commit(writes)) };
  return { services: { ...services, store: watching }, batches };
};
const bytesOf = (writes: readonly Write[]): number =>
  writes.reduce((sum, write) => sum + (write.op === "put" ? Buffer.byteLength(rowOf(write.doc).json) : 0), 0);
const tell = (what: string, writes: readonly Write[]): void =>
  console.log(
    `      ${what}: ${writes.length} writes of ${MAX_WRITES}, ${Math.ceil(bytesOf(writes) / 1000)} kB of 1,500`,
  );

const openRound = (): Round => newRound(aCase(), 0, "test", "2026-11-16");

const SET_ASIDE = `conflict.${CODE}.1.0.${REFERENT_ID}.overview.x`;

describe("The largest batches", () => {
  it("fourteen domains changed over long drafts, a conflict settled and every urgent point raised fit in one", async () => {
    const actor = anActor();
    const draft = { inputs: { facts: LONG_TEXT, strength: LONG_TEXT }, by: REFERENT_ID, at: NOW };
    const { services, batches } = await measured([
      aCase(),
      openRound(),
      ...DOMAIN_IDS.map((domain) => anAssessment({ domain, draft })),
      aDraft(SET_ASIDE, true),
    ]);
    const every = <T>(value: T) => Object.fromEntries(DOMAIN_IDS.map((domain) => [domain, value]));
    const input = {
      ...{
        code: CODE,
        rev: overviewRev(aCase()),
        shown: every("toExplore" as const),
        lines: every("nothing" as const),
      },
      urgent: services.frameworks.current.urgentPoints.map(({ id }) => id),
      ...{ restUnchanged: false, place: null, settles: SET_ASIDE },
    };
    const result = await perform(services, actor, saveOverview, input, aPress(), () => ({}));
    assert.ok(result.ok, result.ok ? "" : result.refusal);
    const [batch = []] = batches;
    tell("overview", batch);
    assert.ok(batch.filter((write) => write.op === "put" && write.doc.kind === "pastFinding").length >= 12);
    assert.ok(batch.length <= MAX_WRITES && bytesOf(batch) <= MAX_COMMIT_BYTES);
  });

  it("guards come first: the delivery, then the case", async () => {
    const { services, batches } = await measured([aCase(), openRound()]);
    const input = { code: CODE, rev: healthRev(aCase()), to: "withdrawn" } as const;
    await perform(services, anActor(), setHealthAgreement, input, aPress(), () => ({}));
    const kinds = batches.at(-1)?.map((write) => (write.op === "put" ? write.doc.kind : write.kind)) ?? [];
    assert.deepEqual(kinds.slice(0, 6), ["seen", "case", "event", "marker", "chain", "audit"]);
    for (const kind of ["summary", "click", "outbox", "posted"] as const)
      assert.equal(kinds.filter((each) => each === kind).length, 1, `${kind} is not written with the command`);
  });

  it("a withdrawal with 180 things to erase and 40 cards to shorten erases all, in batches that fit, and the audit verifies", async () => {
    const { services, batches } = await measured([
      aCase(),
      openRound(),
      anAssessment({ domain: "sante", edition: 90, finding: aLevel(3, 2, { facts: LONG_TEXT }) }),
      ...Array.from({ length: 90 }, (_, edition): StoredDocument => ({
        ...{ kind: "pastFinding", schemaVersion: 1, code: CODE, parcours: 1, round: 0, domain: "sante", edition },
        finding: aLevel(2, 1, { facts: LONG_TEXT }),
      })),
      ...Array.from({ length: 29 }, (_, index) => aDraft(`conflict.${index}`, true)),
      ...Array.from({ length: 60 }, (_, index) => aStoredLead(`${CODE}.1.0.${index}`)),
      ...Array.from({ length: 40 }, (_, index): StoredDocument => ({
        ...{ kind: "posted", schemaVersion: 1, memberId: REFERENT_ID, conversationId: "a:1", code: CODE, at: NOW },
        ...{ activityId: `card-${index}`, names: [] },
      })),
    ]);
    const input = { code: CODE, rev: healthRev(aCase()), to: "withdrawn" } as const;
    const result = await perform(services, anActor(), setHealthAgreement, input, aPress(), () => ({}));
    assert.ok(result.ok, result.ok ? "" : result.refusal);
    for (const batch of batches) assert.ok(batch.length <= MAX_WRITES && bytesOf(batch) <= MAX_COMMIT_BYTES);
    tell("withdrawal", batches.at(-1) ?? []);
    const left = async (kind: "pastFinding" | "draft") =>
      (await services.store.list({ kind, key: `case:${CODE}`, limit: 200 })).items.length;
    assert.deepEqual([await left("pastFinding"), await left("draft")], [0, 0], "something of health is left");
    const leads = (await services.store.list({ kind: "lead", key: `case:${CODE}`, limit: 90 })).items;
    assert.ok(leads.length === 60 && leads.every(({ doc }) => doc.withdrawn && doc.inputs === ""));
    const assessed = await services.store.get("assessment", `${CODE}.1.0.sante`);
    assert.deepEqual([assessed?.doc.finding?.state, assessed?.doc.finding?.facts], ["declined", ""]);
    const erasing = (await services.store.list({ kind: "outbox", key: "open", limit: 90 })).items;
    assert.equal(erasing.filter(({ doc }) => doc.what === "erase").length, 40);
    assert.deepEqual((await verifyAudit(services)).faults, [], "what is erased breaks a chain");
  });

  it("a news that is told while health is being erased, in a batch of its own, leaves nothing of health behind", async () => {
    const aNews = (service: string, toldAt: string | null): StoredDocument => ({
      ...{ kind: "offerNews", schemaVersion: 1, code: CODE, domain: "sante", service, at: NOW },
      ...{ referentId: REFERENT_ID, toldAt },
    });
    const { services } = await measured([
      aCase(),
      openRound(),
      anAssessment({ domain: "sante", finding: aLevel(3, 2) }),
      ...Array.from({ length: 60 }, (_, index) => aStoredLead(`${CODE}.1.0.${index}`)),
      aNews("dora--1", null),
    ]);
    const { store } = services;
    let told = false;
    const telling: Store = {
      ...store,
      commit: async (writes) => {
        const erases = writes.some((write) => write.op === "delete" && write.kind === "offerNews");
        if (erases && !told) {
          told = true;
          await store.commit([{ op: "put", doc: aNews("dora--1", NOW) }]);
        }
        return store.commit(writes);
      },
    };
    const input = { code: CODE, rev: healthRev(aCase()), to: "withdrawn" } as const;
    const actor = anActor();
    const result = await perform(
      { ...services, store: telling },
      actor,
      setHealthAgreement,
      input,
      aPress(),
      () => ({}),
    );
    assert.ok(result.ok && told, "nothing was told meanwhile: nothing is proved");
    const of = { key: `case:${CODE}`, limit: 90 };
    const leads = (await store.list({ kind: "lead", ...of })).items.filter(({ doc }) => !doc.withdrawn);
    const news = (await store.list({ kind: "offerNews", ...of })).items;
    assert.deepEqual([leads.length, news.length], [0, 0], "leads and news that still speak of health");
  });
});
