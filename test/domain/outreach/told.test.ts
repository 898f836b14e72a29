import assert from "node:assert/strict";
import { prescriberReturn } from "../../../src/domain/outreach/told.ts";
import type { CaseFile } from "../../../src/domain/participant/case-file.ts";
import { prescriberSentences } from "../../../src/wording/prescriber.ts";
import { realFramework } from "../../support/a-lead.ts";
import { aCase } from "../../support/builders.ts";

describe("What the prescriber hears of a person who is handed over", () => {
  const decided = { outcome: "reorient", to: { lead: "franceTravail", service: null } };
  const route = (status: CaseFile["status"]): string => {
    const entry = { on: "2026-09-01", noticeOn: "2026-09-01", language: "", interpreter: false };
    const head = { ...aCase({ status }), entry, decided } as unknown as CaseFile;
    return prescriberSentences(prescriberReturn(head), "PLIE Exemple", realFramework())[2];
  };

  it("is told that it is being prepared, then that the partner accompanies them, once the first appointment was held", () => {
    assert.match(route("decided"), /^Un passage de relais se prépare avec elle vers : /);
    assert.match(route("reoriented"), /^Elle est accompagnée désormais par : /);
  });
});
