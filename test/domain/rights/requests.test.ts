/** What a person asks of what is noted about them: as it was typed, and by when it is answered. */
import assert from "node:assert/strict";
import { mergedClock } from "../../../src/domain/participant/merged-clock.ts";
import { soonestDue } from "../../../src/domain/rights/records.ts";
import { answerDueOn, answerFromInputs, requestFromInputs } from "../../../src/domain/rights/request-from-inputs.ts";
import { aCase } from "../../support/builders.ts";

const TODAY = "2026-11-24";
const asks = (inputs: Record<string, string>) => requestFromInputs(inputs, { orientedOn: "2026-11-02" }, TODAY);
const problemsOf = (read: { readonly ok: boolean; readonly problems?: unknown }) => (read.ok ? null : read.problems);

describe("What a person asks of what is noted about them", () => {
  it("needs words where something is false or contested, and none for the rest", () => {
    for (const what of ["copy", "object", "restrict", "erase"])
      assert.equal(problemsOf(asks({ what, receivedOn: TODAY })), null, what);
    assert.deepEqual(problemsOf(asks({ what: "correct", receivedOn: TODAY, words: " \n " })), { words: "missing" });
    assert.deepEqual(problemsOf(asks({ what: "contest", receivedOn: TODAY })), {
      ...{ contested: "missing", words: "missing" },
    });
  });

  it("says everything that is to be mended at once", () => {
    assert.deepEqual(problemsOf(asks({ what: "__proto__", receivedOn: "", words: "x".repeat(1_001) })), {
      ...{ what: "missing", receivedOn: "missing", words: "tooLong" },
    });
    assert.deepEqual(problemsOf(asks({ what: "copy", receivedOn: "2026-11-25" })), { receivedOn: "inTheFuture" });
    assert.deepEqual(problemsOf(asks({ what: "copy", receivedOn: "2026-11-01" })), { receivedOn: "tooEarly" });
  });

  it("keeps nothing contested of what is no contestation", () => {
    const read = asks({ what: "copy", contested: "diagnostic", receivedOn: TODAY });
    assert.ok(read.ok);
    assert.equal(read.value.contested, null);
  });

  it("is answered with words, on a day that is not before it was received", () => {
    const of = { receivedOn: "2026-11-20" };
    assert.deepEqual(
      problemsOf(answerFromInputs({ outcome: "done", answeredOn: "2026-11-19", answer: "" }, of, TODAY)),
      {
        ...{ answeredOn: "tooEarly", answer: "missing" },
      },
    );
    assert.equal(
      problemsOf(answerFromInputs({ outcome: "refused", answeredOn: TODAY, answer: "Non" }, of, TODAY)),
      null,
    );
  });

  it("is due one month later, on the last day of a month that is shorter", () => {
    assert.equal(answerDueOn("2026-11-24", 1), "2026-12-24");
    assert.equal(answerDueOn("2027-01-31", 1), "2027-02-28");
  });

  it("waits for the soonest answer, also once two records are one", () => {
    const answer = { outcome: "done", words: "Fait", on: TODAY, by: "m", at: `${TODAY}T10:00:00.000Z` } as const;
    assert.equal(soonestDue([{ answer, dueOn: "2026-12-01" }]), null);
    const waiting = { answer: null, dueOn: "2026-12-24" };
    assert.equal(
      soonestDue([{ answer, dueOn: "2026-12-01" }, waiting, { answer: null, dueOn: "2026-12-20" }]),
      "2026-12-20",
    );
    const merged = (kept: string | null, other: string | null) =>
      mergedClock(aCase({ rightsDueOn: kept }), aCase({ code: "P-2026-0009", rightsDueOn: other })).rightsDueOn;
    assert.equal(merged(null, "2026-12-24"), "2026-12-24");
    assert.equal(merged("2026-12-24", "2026-12-20"), "2026-12-20");
    assert.equal(merged("2026-12-20", null), "2026-12-20");
  });
});
