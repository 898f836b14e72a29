import assert from "node:assert/strict";
import { eraseHealth } from "../../src/use-cases/parts/erase-health.ts";
import { followMerge } from "../../src/use-cases/parts/follow-merge.ts";
import { projectCases } from "../../src/use-cases/project-cases.ts";
import { recordStagePoint } from "../../src/use-cases/record-stage-point.ts";
import { seeStagePoints } from "../../src/use-cases/see-stage-points.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { ask, perform } from "../../src/use-cases/frame/use-case.ts";
import { aCase, anActor, anIdentity, REFERENT_ID } from "../support/builders.ts";
import { tabServices } from "../support/tab-services.ts";

const CODE = "P-2026-0001";
const referent = anActor();
const coordinatrice = anActor({ memberId: "c", roles: ["coordinatrice"] });
const assistante = anActor({ memberId: "a", roles: ["assistante"] });

const started = async (): Promise<Services> => {
  const { services } = tabServices([]);
  const entry = { on: "2026-11-02", noticeOn: "2026-11-02", interpreter: false };
  await services.store.commit([
    { op: "put", doc: aCase({ code: CODE, status: "inPath", entry }) },
    { op: "put", doc: anIdentity({ code: CODE }) },
    { op: "put", doc: { kind: "marker", schemaVersion: 1, code: CODE, edition: 1, at: "2026-11-02T09:00:00.000Z" } },
  ]);
  await projectCases(services);
  return services;
};
const seen = async (services: Services, actor = referent) => {
  const answer = await ask(services, actor, seeStagePoints, { referent: REFERENT_ID });
  assert.ok(answer.ok, answer.ok ? "" : answer.refusal);
  const [line] = answer.value.rows;
  assert.ok(line !== undefined, "the person is not in the list of their référent");
  return line;
};
let presses = 0;
const typed = async (services: Services, agreed: string, intent: "record" | "keep" = "record") => {
  const { form } = await seen(services);
  assert.ok(form !== null);
  const input = { code: CODE, rev: form.rev, inputs: { agreed }, intent, settles: null };
  const delivery = { activityKey: `press-${(presses += 1)}`, click: null, answerTo: null };
  const answer = await perform(services, referent, recordStagePoint, input, delivery, ({ kind }) => ({ kind }));
  assert.ok(answer.ok, answer.ok ? "" : answer.refusal);
  return answer.value;
};

describe("Quarterly points", () => {
  it("show what was agreed at the last meeting, to who reads the file and to nobody else", async () => {
    const services = await started();
    assert.equal((await seen(services)).last, null);
    assert.deepEqual(await typed(services, "Une visite d'atelier en janvier."), { kind: "recorded" });
    const last = { from: "stagePoint", on: "2026-11-24", words: "Une visite d'atelier en janvier.", thisQuarter: true };
    assert.deepEqual((await seen(services)).last, last);
    assert.deepEqual((await seen(services, coordinatrice)).last, last);
    const without = await seen(services, assistante);
    assert.deepEqual(without.last, { ...last, words: null });
    assert.equal(without.form, null, "the assistante writes nothing here");
    const colleague = anActor({ memberId: "other" });
    const answer = await ask(services, colleague, seeStagePoints, { referent: REFERENT_ID });
    assert.deepEqual(answer, { ok: false, refusal: "roleMayNot" });
  });

  it("keep what is typed with every button; too much or nothing changes nothing and loses nothing", async () => {
    const services = await started();
    assert.deepEqual(await typed(services, "À moitié", "keep"), { kind: "kept" });
    assert.equal((await seen(services)).form?.agreed, "À moitié");
    const long = "é".repeat(1_001);
    assert.deepEqual(await typed(services, long), { kind: "toMend" });
    assert.equal((await seen(services)).form?.agreed, long);
    assert.equal((await seen(services)).last, null, "something was recorded");
    assert.deepEqual(await typed(services, "é".repeat(1_000)), { kind: "recorded" });
    assert.equal((await seen(services)).form?.agreed, "", "the draft stays after it was recorded");
  });

  it("lose their words when the person withdraws that health be noted, and follow them to another record", async () => {
    const services = await started();
    await typed(services, "Reprise après l'opération.");
    const file = (await services.store.get("case", CODE))?.doc;
    assert.ok(file !== undefined);
    const into = aCase({ code: "P-2026-0002" });
    const follows = await followMerge(services, file, into);
    assert.ok(
      follows.some((write) => write.op === "put" && write.doc.kind === "stagePoint" && write.doc.code === into.code),
      "what was agreed stays behind",
    );
    const writes = await eraseHealth(services, referent, CODE);
    const [erased] = writes.flatMap((write) =>
      write.op === "put" && write.doc.kind === "stagePoint" ? [write.doc] : [],
    );
    assert.equal(erased?.agreed, "");
  });
});
