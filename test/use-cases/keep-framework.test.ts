import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createFrameworks } from "../../src/use-cases/keep-framework.ts";
import { realFramework } from "../support/a-lead.ts";
import { NOW } from "../support/builders.ts";
import { tabServices } from "../support/tab-services.ts";

describe("The frameworks that diagnostics were made with", () => {
  const current = realFramework();
  const kept = async (text: string) => {
    const { services } = tabServices([]);
    const doc = { kind: "framework", schemaVersion: 1, version: "2026.1", sha256: "x", text, at: NOW } as const;
    await services.store.commit([{ op: "put", doc, expected: "new" }]);
    return createFrameworks(services.store, current);
  };

  it("one kept before the rules of the lead existed keeps its own words and takes the rules in force", async () => {
    const text = JSON.parse(readFileSync("config/framework.json", "utf8")) as Record<string, unknown>;
    const earlier = { ...text, suggestion: undefined, version: "2026.1", title: "Référentiel d'avant" };
    const frameworks = await kept(JSON.stringify(earlier));
    const read = await frameworks.version("2026.1");
    assert.ok(read !== undefined);
    assert.equal(read.title, "Référentiel d'avant");
    assert.deepEqual(read.suggestion, current.suggestion);
  });

  it("one that cannot be read stops there: another is never put in its place", async () => {
    await assert.rejects((await kept(`{"version":"2026.1"}`)).version("2026.1"), /2026\.1 that is kept cannot be read/);
  });

  it("one that was never kept is not known", async () => {
    assert.equal(await (await kept("{}")).version("2020.1"), undefined);
  });
});
