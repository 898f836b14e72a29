/** How long a file is kept: from the last contact, then a bounded archive, then nothing; by time alone, nothing goes. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { addDays, addMonths } from "../../../src/domain/participant/days.ts";
import {
  isRecentContact,
  keptFrom,
  keptUntil,
  proposalFor,
  strippedHead,
} from "../../../src/domain/rights/retention.ts";
import { caseFile } from "../../../src/domain/participant/case-file.ts";
import { aCase } from "../../support/builders.ts";

const RULES = { activeMonths: 24, archiveMonths: 60, esfKeptUntil: "2035-12-31" };
const anyDay = fc.integer({ min: 0, max: 9000 }).map((days) => addDays("2020-01-01", days));
const archivedOn = (on: string) =>
  aCase({ lastContactOn: "2020-01-01", retired: { as: "archived", on, by: "e", ground: "litigation" } });

describe("How long a file is kept", () => {
  it("is counted from the last contact, else from the entry, else from the orientation", () => {
    const head = aCase({ lastContactOn: "2026-11-20" });
    assert.equal(keptFrom(head), "2026-11-20");
    assert.equal(keptFrom({ ...head, lastContactOn: null }), "2026-11-16");
    assert.equal(keptFrom({ ...head, lastContactOn: null, entry: null }), "2026-11-02");
  });

  it("ends the day after its last day, never before", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (contact, today) => {
        const proposed = proposalFor(aCase({ lastContactOn: contact }), false, RULES, today);
        assert.equal(proposed, today > addMonths(contact, 24) ? "noContact" : null);
      }),
      { numRuns: 200 },
    );
  });

  it("is longer with a later contact, and a contact that is noted puts the end off", () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (one, other, today) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        const until = (on: string) => keptUntil(aCase({ lastContactOn: on }), RULES) ?? "";
        assert.ok(until(early) <= until(late));
        if (isRecentContact(late, RULES, today))
          assert.equal(proposalFor(aCase({ lastContactOn: late }), false, RULES, today), null);
      }),
      { numRuns: 200 },
    );
  });

  it("in the archive, lasts from the day it was archived, then is erased", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (on, today) => {
        const proposed = proposalFor(archivedOn(on), false, RULES, today);
        assert.equal(proposed, today > addMonths(on, 60) ? "archiveOver" : null);
      }),
      { numRuns: 200 },
    );
  });

  it("once erased, proposes nothing but the ESF+ sheets that are left, after their own time", () => {
    const head = aCase({ retired: { as: "erased", on: "2026-11-24", by: "e" } });
    assert.equal(proposalFor(head, true, RULES, "2035-12-31"), null);
    assert.equal(proposalFor(head, true, RULES, "2036-01-01"), "esfOver");
    assert.equal(proposalFor(head, false, RULES, "2036-01-01"), null);
  });

  it("of a record merged into another is the other's", () => {
    const merged = aCase({ lastContactOn: "2000-01-01", mergedInto: "P-2026-0002" });
    assert.equal(proposalFor(merged, false, RULES, "2026-11-24"), null);
  });

  it("leaves of a head its code, where it stood, and the month of the orientation", () => {
    const head = strippedHead(aCase({ lastContactOn: "2026-11-20" }), { on: "2029-01-02", by: "e" });
    assert.ok(caseFile.safeParse(head).success);
    const { code, edition, parcours, status, orientedOn, entry, lastContactOn } = head;
    assert.deepEqual(
      { code, edition, parcours, status, orientedOn, entry, lastContactOn },
      {
        ...{ code: "P-2026-0001", edition: 1, parcours: 1, status: "entered", orientedOn: "2026-11-01" },
        ...{ entry: null, lastContactOn: null },
      },
    );
  });
});
