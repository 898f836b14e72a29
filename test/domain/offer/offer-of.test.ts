import assert from "node:assert/strict";
import { offerOf } from "../../../src/domain/offer/offer-of.ts";
import { aService } from "../../support/an-import.ts";

describe("What the lead reads of a service", () => {
  it("holds no more of a structure's name than a name may be: what comes inside a record was not measured by the schema", () => {
    const record = aService(1, { structure: { nom: "S".repeat(150_000) } });
    const stored = {
      ...({
        kind: "service",
        schemaVersion: 1,
        version: "1",
        id: "dora--1",
        source: "dora",
        origin: "import",
      } as const),
      ...{ record, local: null, closedOn: null, openedOn: "2026-11-24" },
    };
    assert.equal(offerOf(stored, undefined).structure.length, 150);
  });
});
