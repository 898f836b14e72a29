import assert from "node:assert/strict";
import json from "../../../config/framework.json" with { type: "json" };
import { findingFromInputs } from "../../../src/domain/diagnostic/finding-from-inputs.ts";
import { DOMAIN_IDS } from "../../../src/domain/framework/schema.ts";
import type { DomainId } from "../../../src/domain/framework/schema.ts";
import { readFramework } from "../../../src/domain/framework/read-framework.ts";
import { NOW, REFERENT_ID, TODAY } from "../../support/builders.ts";

const real = () => {
  const reading = readFramework(json);
  assert.ok(reading.ok, "config/framework.json is refused");
  return reading.framework;
};
const codes = (domain: DomainId, severity: string, situations: string, source: string) => {
  const context = {
    framework: real(),
    domain,
    findings: new Map(),
    health: "agreed",
    by: REFERENT_ID,
    now: NOW,
    today: TODAY,
  } as const;
  const read = findingFromInputs({ severity, impact: "2", situations, source }, context);
  return read.ok ? [] : read.problems.map((entry) => entry.code);
};

describe("the rules of the domains, in the framework that the product ships", () => {
  it("asks which for `savoirs` from level 2 (the event that `finances` needs is in its levels and their note), and for nothing of the kind elsewhere", () => {
    for (const domain of DOMAIN_IDS)
      assert.deepEqual(codes(domain, "2", "", "observe"), domain === "savoirs" ? ["situationsMissing"] : [], domain);
    assert.deepEqual(codes("savoirs", "1", "", "dit"), []);
  });

  it("takes any source everywhere, but only what was observed or attested for `travail`", () => {
    for (const domain of DOMAIN_IDS)
      assert.deepEqual(codes(domain, "1", "", "dit"), domain === "travail" ? ["sourceNotAccepted"] : [], domain);
    assert.deepEqual(codes("travail", "4", "", "atteste"), []);
  });

  it("keeps every situation that it offers", () => {
    for (const { id, situations } of real().domains)
      assert.deepEqual(codes(id, "3", situations.map((entry) => entry.id).join(","), "atteste"), [], id);
  });
});
