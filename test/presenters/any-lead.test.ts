/** Whatever the person and the directory: what is said of the lead fits its cards, and is given to the tab. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { presentLead, presentLeadWhy } from "../../bot/presenters/index.ts";
import { quiet } from "../../bot/screens.ts";
import type { Finding } from "../../src/domain/diagnostic/assessment.ts";
import { domainId, type DomainId } from "../../src/domain/framework/schema.ts";
import { canonicalJson } from "../../src/domain/canonical-json.ts";
import { findLead } from "../../src/domain/suggestion/find-lead.ts";
import type { LeadInputs } from "../../src/domain/suggestion/lead.ts";
import type { Offer } from "../../src/domain/suggestion/offer.ts";
import { frozenWith } from "../../src/domain/suggestion/replay.ts";
import type { LeadView } from "../../src/use-cases/see-lead.ts";
import { demoDirectory, realFramework } from "../support/a-lead.ts";
import { anyDirectory, anyLeadInputs } from "../support/any-lead.ts";
import { aReader, aView, versioned } from "../support/a-view.ts";
import { aFinding, NOW, REFERENT_ID, TODAY } from "../support/builders.ts";
import { checked } from "./checked.ts";

const framework = realFramework();
const code = "P-2026-0001";
const find = findLead(framework);
const said = { choice: "stay", why: "Elle avance bien", by: REFERENT_ID, at: NOW } as const;

const findingsOf = (inputs: LeadInputs): ReadonlyMap<DomainId, Finding> =>
  new Map(
    Object.entries(inputs.findings).map(([id, finding]) => [
      domainId.parse(id),
      aFinding({
        ...finding,
        situations: [...finding.situations],
        source: { kind: "dit", by: REFERENT_ID, on: TODAY },
      }),
    ]),
  );

const viewOf = (inputs: LeadInputs, offers: readonly Offer[]): LeadView => {
  const lead = find(inputs, offers);
  const frozen = frozenWith(framework, inputs, lead, offers);
  const urgent = inputs.urgent.map((id) => ({ id, raisedAt: NOW, raisedBy: REFERENT_ID, done: null }));
  const round = { code, parcours: 1, round: 0 };
  const stored = { kind: "lead", schemaVersion: 1, id: "lead-1", ...round, withdrawn: false, at: NOW } as const;
  const versions = { frameworkVersion: framework.version, directoryVersion: "1~0", asOf: inputs.asOf };
  const doc = { kind: "recommendation", schemaVersion: 1, ...round, said, before: said, leadShown: "lead-1" } as const;
  return {
    ...aView({ findings: findingsOf(inputs), file: { urgent } }),
    recommendation: versioned({ ...doc, aside: null }),
    stored: { ...stored, ...versions, inputs: "", offers: canonicalJson(frozen), lead: canonicalJson(lead) },
    lead,
    inputs,
    offers: frozen,
    directory: undefined,
    contacts: new Map(),
    shownWithdrawn: false,
    asideOfAnother: false,
  };
};

describe("Whatever the lead", () => {
  for (const [name, directory] of Object.entries({
    "the demo directory": fc.constant(demoDirectory()),
    "any small directory": anyDirectory(8),
  }))
    it(`both of its cards are shown, with ${name}`, () => {
      const met = new Set<number>();
      fc.assert(
        fc.property(anyLeadInputs(6), directory, (inputs, offers) => {
          const view = viewOf(inputs, offers);
          met.add(view.lead.concludedBy);
          checked(presentLead({ screen: "lead", code, check: false, ...quiet }, view, aReader()), "lead");
          checked(presentLeadWhy({ screen: "leadWhy", code, ...quiet }, view, aReader()), "lead-why");
        }),
        { numRuns: 300 },
      );
      assert.ok(met.has(1) && met.has(2) && met.has(6), `tests met: ${[...met].join()}`);
    });
});
