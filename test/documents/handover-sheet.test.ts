/** The sheet that a partner reads: what is useful to receive the person, their agreement, and nothing more. */
import assert from "node:assert/strict";
import { esfBlock } from "../../src/documents/esf-block.ts";
import { handoverSheet, handoverSheetModel } from "../../src/documents/handover-sheet.ts";
import type { Handover } from "../../src/domain/handover/records.ts";
import { anAgreedHandover } from "../support/a-handover.ts";
import { REFERENT_ID } from "../support/builders.ts";

const printed = (handover: Handover) =>
  handoverSheet(
    handoverSheetModel({
      identity: { givenName: "Amina", familyName: "Benali" },
      handover,
      plie: "PLIE de Dijon Métropole",
      referent: "Basile Tilleul",
      today: "2026-12-11",
    }),
  ).html;
const textOf = (handover: Handover): string =>
  printed(handover)
    .replace(/^[\s\S]*<body>/, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/[\s\u00A0]+/g, " ");

describe("The sheet for a partner", () => {
  const text = textOf(anAgreedHandover());

  it("says who, for whom, what they ask, what helps, what is useful, how to reach them, and whom to answer", () => {
    assert.match(text, /Amina Benali · pour Mission locale du Centre · PLIE de Dijon Métropole/);
    for (const said of ["petite enfance", "À l'aise avec le public", "le matin", "06 12 34 56 78", "Basile Tilleul"])
      assert.ok(text.includes(said), said);
    assert.match(text, /Le PLIE l'accompagne jusqu'à son premier rendez-vous/);
  });

  it("bears the ESF+ block, and neither the code of the person nor that of the situation", () => {
    assert.ok(printed(anAgreedHandover()).includes(esfBlock()));
    assert.doesNotMatch(text, /P-2026|2026-001/);
  });

  it("says that the person agreed to this very sheet; otherwise, that it does not leave", () => {
    assert.match(text, /La personne a lu cette fiche le 10 décembre 2026/);
    const changed = anAgreedHandover({ revised: 2, agreed: { on: "2026-12-10", by: REFERENT_ID, revised: 1 } });
    assert.match(textOf(changed), /sans son accord, cette fiche ne part pas/);
    assert.doesNotMatch(textOf(changed), /accepte/);
  });

  it("says of a relay that the PLIE goes on", () => {
    assert.match(textOf(anAgreedHandover({ what: "relay" })), /accompagnée par le PLIE, qui continue/);
  });
});
