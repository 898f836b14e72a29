/** *La personne*: what was said and what was observed, side by side in the profile, told by shape and in words. */
import assert from "node:assert/strict";
import { tabAddress } from "../../src/contracts/tab-routes.ts";
import { findingSeen } from "../../src/domain/activation/settle-evidence.ts";
import { blankFinding } from "../../src/domain/diagnostic/findings.ts";
import { emptyAssessment } from "../../src/use-cases/parts/on-case.ts";
import { findingWrites } from "../../src/use-cases/parts/record-finding.ts";
import { ALIX } from "../support/chat.ts";
import { TabBench, THEMES } from "./support/tab-bench.ts";

const CODE = "P-2026-0008";
const AUTHOR = { by: ALIX, now: "2026-11-23T16:00:00.000Z" };

/** As when the référent keeps what was seen: « Repères au travail », of which nothing was said, and another domain. */
const observe = async (bench: TabBench): Promise<void> => {
  const { store } = bench.chat.product.services;
  const file = await store.get("case", CODE);
  assert.ok(file !== undefined && file.doc.round !== null);
  for (const domain of ["travail", "recherche"] as const) {
    const entry = await store.get("assessment", `${CODE}.${file.doc.parcours}.${file.doc.round}.${domain}`);
    const before = entry?.doc.finding ?? blankFinding("notAddressed", AUTHOR);
    const seen = { domain: "travail", proposed: [], before } as const;
    const finding = {
      ...findingSeen({ seen, level: 1, impact: 2, situations: before.situations }, AUTHOR, true),
      source: { kind: "observe", by: ALIX, on: "2026-11-20" } as const,
    };
    const empty = emptyAssessment(file.doc, file.doc.round, domain);
    const { ok } = await store.commit(findingWrites(entry, empty, finding, "kept"));
    assert.ok(ok);
  }
};

describe("What was said beside what was observed, on the page of a person", function () {
  this.timeout(120_000);
  let bench: TabBench;
  before(async () => {
    bench = await TabBench.start();
    await observe(bench);
  });
  after(() => bench.stop());

  it("stands in the profile in words, in every theme, on a phone and on a desk, and in the table", async () => {
    for (const theme of THEMES) {
      const { frame, close } = await bench.open(tabAddress("participants", CODE), { member: ALIX, theme, width: 320 });
      await frame.getByText("Observé le 20 novembre 2026 : gêne légère").first().waitFor();
      await frame
        .getByText(/^Dit le .* : /)
        .first()
        .waitFor();
      for (const width of [320, 1280] as const) {
        await bench.resize(frame, width);
        await bench.lookAt(frame, "person-said-and-seen");
      }
      await frame.getByRole("button", { name: "Voir le tableau" }).click();
      await frame.getByRole("cell", { name: "Gêne légère, le 20 novembre 2026" }).first().waitFor();
      await close();
    }
  });
});
