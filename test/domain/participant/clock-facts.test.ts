import assert from "node:assert/strict";
import { touched } from "../../../src/domain/participant/clock-facts.ts";

describe("the latest contact with a person", () => {
  it("is the day they were met when nothing was before", () => {
    assert.deepEqual(touched({ lastContactOn: null }, "2026-11-03"), { lastContactOn: "2026-11-03" });
  });

  it("moves forward, and never back when something older is recorded afterwards", () => {
    assert.deepEqual(touched({ lastContactOn: "2026-11-03" }, "2026-11-20"), { lastContactOn: "2026-11-20" });
    assert.deepEqual(touched({ lastContactOn: "2026-11-20" }, "2026-11-03"), { lastContactOn: "2026-11-20" });
  });
});
