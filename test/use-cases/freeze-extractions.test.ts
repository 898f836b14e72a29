import assert from "node:assert/strict";
import { extractionFile } from "../../src/documents/extraction-file.ts";
import type { CaseFile } from "../../src/domain/participant/case-file.ts";
import { freezeExtractions } from "../../src/use-cases/freeze-extractions.ts";
import { seeExtractions } from "../../src/use-cases/see-extractions.ts";
import { takeExtraction } from "../../src/use-cases/take-extraction.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { aCase, anActor, anIdentity } from "../support/builders.ts";
import { failingAt } from "../support/failing-store.ts";
import { tabServices } from "../support/tab-services.ts";

const PEOPLE = 65;
const codeOf = (at: number): string => `P-2026-${String(at).padStart(4, "0")}`;
const assistante = anActor({ roles: ["assistante"] });

const entered = (on: string): Partial<CaseFile> => ({
  ...{ status: "entered", orientedOn: "2026-10-01", entry: { on, noticeOn: on, interpreter: false } },
});
const onDay = (services: Services, today: string): Services => ({
  ...services,
  clock: { ...services.clock, today: () => today },
});
const put = async ({ store }: Services, ...heads: readonly CaseFile[]) => {
  for (const doc of heads)
    await store.commit([
      { op: "put", doc },
      { op: "put", doc: anIdentity({ code: doc.code, givenName: "Zénobie", familyName: "Quillard" }) },
    ]);
};
/** Everyone entered in October; the last one is oriented after the end of November. */
const plie = async (): Promise<Services> => {
  const { services } = tabServices([]);
  for (let at = 1; at < PEOPLE; at += 1) await put(services, aCase({ code: codeOf(at), ...entered("2026-10-08") }));
  await put(services, aCase({ code: codeOf(PEOPLE), status: "oriented", orientedOn: "2026-12-02" }));
  return services;
};
const fileOf = async (services: Services, month: string, format: "xlsx" | "csv" = "csv"): Promise<string> => {
  const taken = await ask(services, assistante, takeExtraction, { month });
  assert.ok(taken.ok, taken.ok ? "" : taken.refusal);
  const chunks: Uint8Array[] = [];
  for await (const chunk of extractionFile(taken.value, format)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("latin1");
};
const linesOf = (file: string): readonly string[] => file.trimEnd().split("\r\n").slice(1);

describe("The monthly extraction", function () {
  this.timeout(60_000);

  it("is made for good on its day and not before, one row for each person of the month", async () => {
    const services = await plie();
    await freezeExtractions(onDay(services, "2026-12-04"));
    assert.equal(await services.store.get("extraction", "2026-11"), undefined, "its day has not come");
    await freezeExtractions(onDay(services, "2026-12-05"));
    const made = (await services.store.get("extraction", "2026-11"))?.doc;
    assert.equal(made?.on, "2026-12-05");
    assert.equal(made.rows, PEOPLE - 1, "whoever was oriented later is not of the month");
    const lines = linesOf(await fileOf(onDay(services, "2026-12-05"), "2026-11"));
    assert.equal(lines.length, PEOPLE - 1);
    assert.ok(lines[0]?.startsWith(`"${codeOf(1)}"`), "the code of the file is the first column");
  });

  it("gives the same bytes for good, whatever is recorded, reworded or configured since", async () => {
    const services = await plie();
    await freezeExtractions(onDay(services, "2026-12-05"));
    const later = onDay(services, "2027-01-20");
    const before = { csv: await fileOf(later, "2026-11"), xlsx: await fileOf(later, "2026-11", "xlsx") };
    for (let at = 1; at <= PEOPLE; at += 1)
      await put(
        services,
        aCase({ code: codeOf(at), ...entered("2026-11-20"), status: "inPath", orientedOn: "2026-11-02" }),
      );
    const { extraction } = services.papers;
    const others = {
      ...later,
      plie: { ...services.plie, name: "Autre nom" },
      papers: {
        ...services.papers,
        extraction: { ...extraction, version: "2027.1", columns: extraction.columns.slice(0, 3) },
      },
    };
    assert.equal(await fileOf(others, "2026-11"), before.csv);
    assert.equal(await fileOf(others, "2026-11", "xlsx"), before.xlsx);
    assert.ok(
      before.xlsx.length > 0 && (await services.store.get("extraction", "2026-11"))?.doc.version === extraction.version,
    );
  });

  it("goes on where it stopped: killed in the middle at any page, it ends with the same rows", async () => {
    const whole = await plie();
    await freezeExtractions(onDay(whole, "2026-12-05"));
    const expected = await fileOf(onDay(whole, "2026-12-05"), "2026-11");
    for (let at = 1; at <= 6; at += 1) {
      const services = await plie();
      const cut = onDay({ ...services, store: failingAt(services.store, at) }, "2026-12-05");
      await assert.rejects(freezeExtractions(cut), `commit ${at}`);
      await freezeExtractions(onDay(services, "2026-12-05"));
      assert.equal(await fileOf(onDay(services, "2026-12-05"), "2026-11"), expected, `killed at commit ${at}`);
      assert.equal((await services.store.get("extraction", "2026-11"))?.doc.rows, PEOPLE - 1);
    }
  });

  it("is made once by two instances at the same time", async () => {
    const services = onDay(await plie(), "2026-12-05");
    await Promise.all([freezeExtractions(services), freezeExtractions(services)]);
    assert.equal((await services.store.get("extraction", "2026-11"))?.doc.rows, PEOPLE - 1);
    assert.equal(linesOf(await fileOf(services, "2026-11")).length, PEOPLE - 1);
  });

  it("is late where the server slept: each month that was missed says the day on which it was made", async () => {
    const services = await plie();
    await freezeExtractions(onDay(services, "2026-12-05"));
    await freezeExtractions(onDay(services, "2027-03-17"));
    for (const month of ["2026-12", "2027-01", "2027-02"])
      assert.equal((await services.store.get("extraction", month))?.doc.on, "2027-03-17", month);
    assert.equal(await services.store.get("extraction", "2027-03"), undefined);
  });

  it("of the present month is provisional: it follows what is recorded, and nothing of it is kept", async () => {
    const services = onDay(await plie(), "2026-11-24");
    const seen = await ask(services, assistante, seeExtractions, {});
    assert.ok(seen.ok);
    assert.deepEqual(
      seen.value.provisional.map(({ month }) => month),
      ["2026-11", "2026-10"],
    );
    const before = linesOf(await fileOf(services, "2026-11"));
    await put(services, aCase({ code: codeOf(1), status: "cancelled", orientedOn: "2026-10-01" }));
    assert.equal(linesOf(await fileOf(services, "2026-11")).length, before.length - 1);
    assert.equal(await services.store.get("extraction", "2026-11"), undefined);
    const future = await ask(services, assistante, takeExtraction, { month: "2027-05" });
    assert.deepEqual(future, { ok: false, refusal: "choiceMissing" });
  });

  it("has no name in any of its files", async () => {
    const services = onDay(await plie(), "2026-11-24");
    assert.doesNotMatch(await fileOf(services, "2026-11"), /Quillard|nobie/i);
  });
});
