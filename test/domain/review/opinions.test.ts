/** Who is heard on a case, whether enough members are there, and which opinion stands. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Member } from "../../../src/domain/people/member.ts";
import { ROLE_IDS } from "../../../src/domain/people/member.ts";
import { membersOfCell, presentFor, quorumOf, votersOf, type CellRules } from "../../../src/domain/review/members.ts";
import { destinationsFrom } from "../../../src/domain/review/destinations.ts";
import { opinionFromInputs, withOpinionOf, type ToOpine } from "../../../src/domain/review/opinion-from-inputs.ts";
import { outcomesOf } from "../../../src/domain/review/outcomes.ts";
import { review, type Review } from "../../../src/domain/review/records.ts";

const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
const anId = fc.integer({ min: 1, max: 15 }).map(idOf);
const roles = fc.uniqueArray(fc.constantFrom(...ROLE_IDS), { minLength: 1 });
const team = fc
  .uniqueArray(fc.record({ aadObjectId: anId, roles }), { selector: ({ aadObjectId }) => aadObjectId })
  .map((members): Member[] => members.map((member, index) => ({ ...member, name: `Membre ${index}` })));
const rules = fc
  .record({
    members: fc.option(fc.uniqueArray(anId)),
    quorum: fc.integer({ min: 1, max: 8 }),
  })
  .map((given): CellRules => ({ ...given, channel: null, dates: [] }));

const aReview = (changes: Partial<Review> = {}): Review =>
  review.parse({
    kind: "review",
    schemaVersion: 1,
    id: "2026-001",
    code: "P-2026-0001",
    parcours: 1,
    round: 0,
    cell: "entree",
    track: "full",
    fullBecause: ["onRequest"],
    state: "submitted",
    study: 1,
    referentId: idOf(1),
    submittedBy: idOf(1),
    submittedAt: "2026-11-24T13:32:00.000Z",
    dueOn: null,
    givers: [],
    revealed: null,
    decided: null,
    adjourned: null,
    withdrawn: null,
    reopened: null,
    second: null,
    secondedBy: null,
    toldIn: null,
    ...changes,
  });

describe("Who gives an opinion", () => {
  it("is a member of the cell still in the team, never the référent of the case nor who stands in for them", () => {
    fc.assert(
      fc.property(team, rules, anId, fc.option(anId), (members, cell, referentId, substituteId) => {
        const heard = votersOf({ referentId, substituteId, second: null }, cell, members);
        const theirs = [referentId, substituteId];
        assert.ok(!heard.some(({ aadObjectId }) => theirs.includes(aadObjectId)), "someone votes on their own case");
        const sitting = membersOfCell(cell, members).filter(({ aadObjectId }) => !theirs.includes(aadObjectId));
        assert.deepEqual(heard, sitting);
        assert.ok(
          heard.every((one) => members.includes(one)),
          "somebody who left the team is heard",
        );
      }),
    );
  });

  it("on a second study, is nobody who took part in the first", () => {
    fc.assert(
      fc.property(team, rules, anId, fc.uniqueArray(anId), (members, cell, referentId, barred) => {
        const heard = votersOf({ referentId, substituteId: null, second: { of: "2026-001", barred } }, cell, members);
        assert.ok(!heard.some(({ aadObjectId }) => barred.includes(aadObjectId) || aadObjectId === referentId));
      }),
    );
  });
});

describe("How many members must be there", () => {
  it("is what the PLIE's file says; on a second study, no more than are left, and somebody", () => {
    fc.assert(
      fc.property(team, rules, fc.option(fc.uniqueArray(anId)), (members, cell, barred) => {
        const second = barred === null ? null : { of: "2026-001", barred };
        const asked = quorumOf({ second }, cell, members);
        assert.ok(asked >= 1 && asked <= cell.quorum);
        assert.ok(second === null ? asked === cell.quorum : asked <= Math.max(1, members.length));
      }),
    );
  });
});

describe("Who is present", () => {
  it("is whoever gave an opinion or was marked, each once, without the référent", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anId), fc.uniqueArray(anId), anId, (givers, marked, referentId) => {
        const present = presentFor({ referentId, substituteId: null, givers }, marked);
        assert.equal(new Set(present).size, present.length, "somebody counts twice");
        assert.deepEqual(new Set(present), new Set([...givers, ...marked].filter((id) => id !== referentId)));
      }),
    );
  });
});

describe("An opinion", () => {
  it("makes its giver one of those who gave one, once, however often it is given, and leaves an adjourned review where it is", () => {
    fc.assert(
      fc.property(
        fc.array(anId, { maxLength: 40 }),
        fc.constantFrom("submitted", "underReview", "adjourned"),
        (givers, state) => {
          const after = givers.reduce((held, giver) => withOpinionOf(held, giver), aReview({ state }));
          assert.deepEqual(after.givers, [...new Set(givers)]);
          const expected = state === "adjourned" ? "adjourned" : givers.length === 0 ? state : "underReview";
          assert.equal(after.state, expected);
        },
      ),
    );
  });

  const destinations = destinationsFrom(null).map(({ to }) => to);
  const about: ToOpine = {
    outcomes: outcomesOf.entree,
    destinations,
    lengths: { longText: 1_000 },
    naming: (text) => (text.includes("Benali") ? ["Benali"] : []),
  };

  it("is read back as it was typed, or says what is missing: never both", () => {
    const typed = fc.record(
      {
        outcome: fc.constantFrom("", "stay", "reorient", "exitJob", "toComplete", "n'importe quoi"),
        to: fc.constantFrom("", "missionLocale", "plie", "missionLocale:inconnu", "capEmploi"),
        why: fc.string({ maxLength: 40 }),
        next: fc.string({ maxLength: 40 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(typed, (inputs) => {
        const read = opinionFromInputs(inputs, about);
        if (!read.ok) return assert.ok(read.problems.length > 0);
        assert.equal(read.said.outcome, inputs.outcome);
        assert.ok(outcomesOf.entree.includes(read.said.outcome), "an outcome of another cell");
        assert.equal(read.said.to !== null, read.said.outcome === "reorient", "only a reorientation leads somewhere");
        assert.ok(read.said.why !== "", "an opinion without its why");
      }),
    );
  });

  it("says why, at most a thousand characters of it, without a word that tells of whom it is", () => {
    const problems = (inputs: Record<string, string>) => {
      const read = opinionFromInputs({ outcome: "stay", why: "Elle avance.", ...inputs }, about);
      return read.ok ? [] : read.problems.map(({ field, code }) => `${field} ${code}`);
    };
    assert.deepEqual(problems({}), []);
    assert.deepEqual(problems({ why: "  " }), ["why missing"]);
    assert.deepEqual(problems({ why: "é".repeat(1_000) }), []);
    assert.deepEqual(problems({ why: "é".repeat(1_001) }), ["why tooLong"]);
    assert.deepEqual(problems({ next: "é".repeat(1_001) }), ["next tooLong"]);
    assert.deepEqual(problems({ why: "Mme Benali avance." }), ["why names"]);
    assert.deepEqual(problems({ next: "Appeler Mme Benali." }), ["next names"]);
    assert.deepEqual(problems({ outcome: "reorient" }), ["to missing"]);
    assert.deepEqual(problems({ outcome: "reorient", to: "capEmploi" }), []);
    assert.deepEqual(problems({ outcome: "reorient", to: "plie" }), ["to missing"]);
  });

  it("may lead to each of the six other leads", () => {
    assert.equal(destinations.length, 6);
    assert.ok(!destinations.some(({ lead }) => new Set<string>([lead]).has("plie")));
  });
});
