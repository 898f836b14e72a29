import assert from "node:assert/strict";
import * as rules from "../../../src/domain/people/actor.ts";
import type { Role } from "../../../src/domain/people/member.ts";
import { ROLE_IDS } from "../../../src/domain/people/member.ts";
import { aCase, anActor, REFERENT_ID } from "../../support/builders.ts";

const own = aCase({ referentId: REFERENT_ID });
const others = aCase({ referentId: "someone-else" });
const may = (rule: (role: Role) => boolean): readonly Role[] => ROLE_IDS.filter(rule);
const as = (role: Role) => anActor({ roles: [role] });

describe("who may do what", () => {
  it("a person oriented is recorded by a référent or a chargé de projet", () => {
    assert.deepEqual(
      may((role) => rules.mayRegister(as(role))),
      ["referent", "chargeDeProjet"],
    );
  });

  it("only the référent of the case carries its diagnostic", () => {
    assert.deepEqual(
      may((role) => rules.mayCarryCase(as(role), own)),
      ["referent"],
    );
    assert.deepEqual(
      may((role) => rules.mayCarryCase(as(role), others)),
      [],
    );
  });

  it("another référent sees nothing of the case; the chargé de projet and the coordinatrice see it whole", () => {
    assert.deepEqual(
      may((role) => rules.maySeeCase(as(role), own)),
      ["referent", "chargeDeProjet", "coordinatrice"],
    );
    assert.deepEqual(
      may((role) => rules.maySeeCase(as(role), others)),
      ["chargeDeProjet", "coordinatrice"],
    );
  });

  it("the assistante sees identity, milestones and completeness, never notes nor levels", () => {
    assert.ok(rules.maySeeCompleteness(as("assistante"), others));
    assert.ok(!rules.maySeeCase(as("assistante"), others));
    assert.ok(!rules.maySeeCompleteness(as("referent"), others) && !rules.maySeeCompleteness(as("membreCellule"), own));
  });

  it("a record is corrected, cancelled or merged by its référent or the chargé de projet", () => {
    assert.deepEqual(
      may((role) => rules.mayManageCase(as(role), own)),
      ["referent", "chargeDeProjet"],
    );
    assert.deepEqual(
      may((role) => rules.mayManageCase(as(role), others)),
      ["chargeDeProjet"],
    );
  });

  it("lists: one's own for a référent, everyone's for those who answer for the PLIE", () => {
    assert.deepEqual(
      may((role) => rules.mayListOwnCases(as(role))),
      ["referent"],
    );
    assert.deepEqual(
      may((role) => rules.mayListAllCases(as(role))),
      ["chargeDeProjet", "coordinatrice", "assistante"],
    );
  });

  it("who plays a member has that member's rights, not their own", () => {
    assert.ok(!rules.mayCarryCase(anActor({ memberId: "played", playedBy: REFERENT_ID }), own));
  });
});
