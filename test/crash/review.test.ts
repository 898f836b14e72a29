/** A short run of the crash loop of the collegial review; `npm run crash-reviews -- 1000` kills as often as one likes. */
import assert from "node:assert/strict";
import { reviewFiguresOf, reviewLoop } from "./review-loop.ts";

describe("A server killed while a cell studies its cases", function () {
  this.timeout(300_000);

  it("keeps every review whole, posts and tells each thing once or says that it is not known", async () => {
    const seed = Number(process.env["CRASH_SEED"] ?? Date.now() % 1_000_000);
    const report = await reviewLoop({ seed, kills: 1_000, seconds: 12 });
    console.log(`      ${reviewFiguresOf(report).replace("\n", "\n      ")}`);
    assert.deepEqual(report.problems, [], `seed ${seed}\n${report.failures.join("\n")}`);
    assert.ok(report.kills >= 2, "the server was killed");
    assert.ok((report.done.get("decision taken") ?? 0) >= 1, "a case was put to the cell, studied and decided");
  });
});
