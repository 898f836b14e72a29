import assert from "node:assert/strict";
import { ageBandOf } from "../../../src/domain/review/age-band.ts";

describe("The age that a cell reads", () => {
  it("is a band, that changes on the birthday", () => {
    const at = (birth: string, today = "2026-11-27") => ageBandOf(birth, today);
    assert.equal(at("2000-11-28"), "under26");
    assert.equal(at("2000-11-27"), "26to29");
    assert.equal(at("1996-11-28"), "26to29");
    assert.equal(at("1996-11-27"), "30to44");
    assert.equal(at("1981-11-28"), "30to44");
    assert.equal(at("1981-11-27"), "45to54");
    assert.equal(at("1971-11-28"), "45to54");
    assert.equal(at("1971-11-27"), "55up");
    assert.equal(at("2000-02-29", "2026-02-28"), "under26");
    assert.equal(at("2000-02-29", "2026-03-01"), "26to29");
  });

  it("is not said where the birth date is not known", () => {
    assert.equal(ageBandOf(null, "2026-11-27"), "unknown");
  });
});
