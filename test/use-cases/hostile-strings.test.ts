/** Some hundreds of them here; `npm run hostile -- 100000` for as many as one likes. */
import assert from "node:assert/strict";
import { throughTheProduct } from "../support/hostile-strings.ts";

describe("Words that nobody is called", function () {
  this.timeout(60_000);

  it("go in by a file and come out on cards and in spreadsheets as they were: nothing carried out, no shifted column", async () => {
    const { faults, kept, refused } = await throughTheProduct(0, 400);
    assert.deepEqual(faults.slice(0, 10), []);
    assert.ok(kept > 350 && refused > 0, `${kept} kept, ${refused} refused`);
  });
});
