/** A small year of the PLIE, through the commands of the product: at its end nobody is lost, and what is counted is what was recorded. */
import assert from "node:assert/strict";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { checkTheYear, type YearReport } from "../support/year-check.ts";
import { liveTheYear, yearServices } from "../support/year-place.ts";

const SCALE = 0.02;

describe("A simulated year", function () {
  this.timeout(120_000);
  let report: YearReport;
  before(async () => {
    const place = await yearServices((_plieId, now) =>
      Promise.resolve({ store: createMemoryStore({ now }), directory: createMemoryStore({ now }) }),
    );
    const { services, people } = await liveTheYear(place, { seed: 2026, scale: SCALE });
    report = await checkTheYear(services, people);
  });

  it("loses nobody, decides nothing without an author and reasons, keeps its chains whole, and counts what was recorded", () => {
    assert.equal(report.people, Math.round(661 * SCALE) + Math.round(543 * SCALE));
    assert.ok(report.auditEntries > report.people * 10, "people were registered and nothing was done with them");
  });

  it("goes as far as exits", () => {
    const left = Object.keys(report.byStatus);
    assert.ok(report.decisions > 0 && report.exits > 0 && left.includes("left"), JSON.stringify(report));
  });
});
