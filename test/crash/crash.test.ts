/** A short run of the crash loop; `npm run crash` runs it for as long as one likes. */
import assert from "node:assert/strict";
import { crashLoop, figuresOf } from "./crash-loop.ts";

describe("A server killed while people work", function () {
  this.timeout(90_000);

  it("loses nothing that was acknowledged, doubles nothing, leaves every batch whole and every chain sound", async () => {
    const seed = Number(process.env["CRASH_SEED"] ?? Date.now() % 1_000_000);
    const report = await crashLoop({ seed, seconds: 20 });
    console.log(`      ${figuresOf(report)}`);
    assert.deepEqual(report.problems, [], `seed ${seed}\n${report.failures.join("\n")}`);
    assert.ok(report.kills >= 2, "the server was killed");
    assert.ok(report.acknowledged >= 10, "people worked");
  });
});
