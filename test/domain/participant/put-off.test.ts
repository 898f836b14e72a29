import assert from "node:assert/strict";
import { withDeferred, withPlanned } from "../../../src/domain/activation/chosen.ts";
import { milestones } from "../../../src/domain/participant/milestones.ts";
import { calendar, facts } from "../../support/a-clock.ts";
import { aFramework } from "../../support/a-framework.ts";

const due = (activation: ReturnType<typeof facts>["activation"]): Record<string, string> =>
  Object.fromEntries(
    milestones(facts({ activation }), aFramework(), calendar()).map(({ milestone, on }) => [milestone, on]),
  );

describe("A first action that is put off with a reason", () => {
  const putOff = withDeferred({ activation: null }, "2026-12-03", "2027-01-17");

  it("is talked about again on the day that was said, and is not asked to be done before", () => {
    const { firstAction, actionDone } = due(putOff.activation);
    assert.deepEqual([firstAction, actionDone], ["2027-01-18", undefined], "the 17th is a Sunday");
  });

  it("once one is chosen, is to be done as any first action", () => {
    const { firstAction, actionDone } = due(withPlanned(putOff, "2027-01-20", "2027-01-18").activation);
    assert.deepEqual([firstAction, actionDone], [undefined, "2027-02-09"]);
  });

  it("an action that was chosen before stays to be done", () => {
    const { activation } = withDeferred(
      withPlanned({ activation: null }, "2026-12-20", "2026-12-01"),
      "2026-12-03",
      "2027-01-17",
    );
    assert.deepEqual([due(activation)["firstAction"], due(activation)["actionDone"]], [undefined, "2027-02-09"]);
  });
});
