import assert from "node:assert/strict";
import type { Framework } from "../../src/domain/framework/schema.ts";
import type { CaseFile } from "../../src/domain/participant/case-file.ts";
import { addDays } from "../../src/domain/participant/days.ts";
import { followDelays } from "../../src/use-cases/follow-delays.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { summaryWrite } from "../../src/use-cases/parts/on-case.ts";
import { newRound } from "../../src/use-cases/open-round.ts";
import { aFramework } from "../support/a-framework.ts";
import { aCase } from "../support/builders.ts";
import { tabServices } from "../support/tab-services.ts";

const PEOPLE = 50;
const codeOf = (at: number): string => `P-2026-${String(at).padStart(4, "0")}`;
/** Every other person had their T0 met. */
const isMet = (at: number): boolean => at % 2 === 0;

const someone = (services: Services, at: number) => {
  const head: CaseFile = aCase({ code: codeOf(at), edition: 7 });
  const round = { ...newRound(head, 0, "2026.6", "2026-11-16"), metOn: isMet(at) ? "2026-11-20" : null };
  return [
    { op: "put" as const, doc: head },
    { op: "put" as const, doc: round },
    summaryWrite(services, { head, round, findings: new Map() }),
  ];
};
const started = async (current = aFramework()) => {
  const { services } = tabServices([], current);
  for (let at = 1; at <= PEOPLE; at += 1) await services.store.commit(someone(services, at));
  await followDelays(services);
  return services;
};
const withDelays = (services: Services, milestones: Partial<Framework["milestones"]>): Services => {
  const { current } = services.frameworks;
  const changed = { ...current, milestones: { ...current.milestones, ...milestones } };
  return { ...services, frameworks: { ...services.frameworks, current: changed } };
};
const dueOf = async ({ store }: Services, at: number): Promise<Record<string, string>> => {
  const summary = await store.get("summary", codeOf(at));
  return Object.fromEntries((summary?.doc.due ?? []).map(({ milestone, on }) => [milestone, on]));
};
const markers = async ({ store }: Services) =>
  (await store.list({ kind: "marker", key: "all", limit: 80 })).items.map(({ doc }) => doc.code);

describe("Delays that change in the framework", () => {
  it("move what is still to meet, for everyone, and their lists follow; what was met is not asked again", async () => {
    const services = await started();
    const before = await dueOf(services, 1);
    await followDelays(withDelays(services, { t0Days: 40 }));
    for (const at of [1, 25, 49]) {
      const due = await dueOf(services, at);
      assert.equal(due["t0"], addDays(before["t0"] ?? "", 10));
      assert.deepEqual({ ...due, t0: before["t0"] }, before, "the other milestones stay where they were");
    }
    assert.equal((await dueOf(services, 2))["t0"], undefined, "it was met");
    assert.deepEqual(
      await markers(services),
      Array.from({ length: PEOPLE / 2 }, (_, at) => codeOf(at * 2 + 1)),
      "those who had nothing to meet differently are left alone",
    );
    assert.equal((await services.store.get("case", codeOf(1)))?.doc.edition, 7, "nothing happened to the person");
  });

  it("are the same: nothing is written", async () => {
    const services = await started();
    const version = (await services.store.get("delaysFollowed", "cases"))?.version;
    await followDelays(services);
    assert.equal((await services.store.get("delaysFollowed", "cases"))?.version, version);
    assert.deepEqual(await markers(services), []);
  });

  it("as dates of cells that are announced: the target is the announced one", async () => {
    const services = await started();
    assert.equal((await services.store.get("summary", codeOf(1)))?.doc.noCellDate, true);
    await followDelays({ ...services, plie: { ...services.plie, entryCellDates: ["2027-03-12"] } });
    assert.equal((await dueOf(services, 1))["cell"], "2027-03-12");
    assert.equal((await services.store.get("summary", codeOf(1)))?.doc.noCellDate, false);
  });

  it("go on where a stop left them", async () => {
    const services = await started();
    const changed = withDelays(services, { t0Days: 40 });
    let batches = 0;
    await followDelays(changed, () => (batches += 1) <= 1);
    const half = (await markers(services)).length;
    assert.ok(half > 0 && half < PEOPLE / 2, `${half} people in the first batch`);
    await followDelays(changed);
    assert.equal((await markers(services)).length, PEOPLE / 2);
    assert.equal((await services.store.get("delaysFollowed", "cases"))?.doc.pass, null);
  });

  it("never write over what was recorded of a person meanwhile", async () => {
    const services = await started();
    const changed = withDelays(services, { t0Days: 40 });
    const list = services.store.list.bind(services.store);
    let recorded = 0;
    // A référent records something of this person between the reading and the writing of the first batch.
    const store: Services["store"] = {
      ...services.store,
      list: async (query) => {
        const page = await list(query);
        if (query.kind === "case" && (recorded += 1) === 1) {
          const head = aCase({ code: codeOf(1), edition: 8, followUpOn: "2027-01-04", status: "inPath" });
          await services.store.commit([
            { op: "put", doc: head },
            summaryWrite(changed, { head, round: undefined, findings: new Map() }),
          ]);
        }
        return page;
      },
    };
    await followDelays({ ...changed, store });
    assert.equal((await services.store.get("case", codeOf(1)))?.doc.edition, 8);
    assert.deepEqual(await dueOf(services, 1), { esfEntry: "2026-11-21", followUp: "2027-01-04" });
    assert.notEqual((await dueOf(services, 3))["t0"], undefined);
  });
});
