import assert from "node:assert/strict";
import { gather, leadItems, ownItems, type DueLine } from "../../../src/domain/reminders/due-items.ts";
import { remindedId } from "../../../src/domain/reminders/records.ts";

const TODAY = "2026-11-24";
const CODE = "P-2026-0001";
const aLine = (...due: DueLine["due"]): DueLine => ({ code: CODE, parcours: 1, due, noCellDate: false });
const said = (items: ReturnType<typeof ownItems>): string[] =>
  items.map(({ milestone, on, when }) => `${milestone} ${on} ${when}`);

describe("What is to be told of a case", () => {
  it("comes three days ahead, is due on its day, and is late the day after", () => {
    const line = aLine(
      { milestone: "t0", on: "2026-11-23" },
      { milestone: "firstAction", on: TODAY },
      { milestone: "synthesis", on: "2026-11-27" },
      { milestone: "cell", on: "2026-11-28" },
    );
    assert.deepEqual(said(ownItems(line, TODAY)), [
      "t0 2026-11-23 late",
      "firstAction 2026-11-24 due",
      "synthesis 2026-11-27 due",
    ]);
  });

  it("to the chargé de projet: only what is late, and a cell that no announced date is known for, a month ahead", () => {
    const line = aLine(
      { milestone: "t0", on: "2026-11-23" },
      { milestone: "firstAction", on: TODAY },
      { milestone: "cell", on: "2026-12-24" },
    );
    assert.deepEqual(said(leadItems({ ...line, noCellDate: true }, TODAY)), [
      "t0 2026-11-23 late",
      "cell 2026-12-24 noDate",
    ]);
    assert.deepEqual(said(leadItems(line, TODAY)), ["t0 2026-11-23 late"]);
    assert.deepEqual(said(leadItems({ ...line, noCellDate: true }, "2026-11-23")), [], "too early to be told");
  });

  it("a cell without a date is one thing to tell for a parcours, however its day moves", () => {
    const whom = { memberId: "m", card: "lead", code: CODE, milestone: "cell", when: "noDate" } as const;
    assert.equal(
      remindedId({ ...whom, parcours: 1, on: "2026-12-24" }),
      remindedId({ ...whom, parcours: 1, on: "2027-01-08" }),
    );
    assert.notEqual(
      remindedId({ ...whom, parcours: 1, on: "2026-12-24" }),
      remindedId({ ...whom, parcours: 2, on: "2026-12-24" }),
    );
  });

  it("a card gathers what was put off and is still to do, then what is new; the rest is a number", () => {
    const whom = { memberId: "m", card: "own" } as const;
    const line = aLine(
      { milestone: "t0", on: "2026-11-23" },
      { milestone: "firstAction", on: TODAY },
      { milestone: "synthesis", on: "2026-11-26" },
    );
    const now = ownItems(line, TODAY);
    const [late, due, coming] = now;
    assert.ok(late !== undefined && due !== undefined && coming !== undefined);
    const told = new Set([remindedId({ ...whom, ...due })]);
    const done = { ...due, milestone: "bilan" as const };
    const gathered = gather(whom, now, told, [{ ...late, when: "due" }, due, done], 2);
    assert.deepEqual(said(gathered.moved), ["firstAction 2026-11-24 due"], "what is done, or told anew, is not moved");
    assert.deepEqual(said(gathered.fresh), ["t0 2026-11-23 late"]);
    assert.equal(gathered.more, 1);
  });
});
