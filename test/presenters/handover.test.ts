/** What a hand-over says comes next is what the product does next. */
import assert from "node:assert/strict";
import { presentAgenda } from "../../bot/presenters/channel.ts";
import { presentHandover } from "../../bot/presenters/index.ts";
import { quiet } from "../../bot/screens.ts";
import type { Handover, Sending } from "../../src/domain/handover/records.ts";
import { anAgreedHandover } from "../support/a-handover.ts";
import { aDossier, aReader, FRAMEWORK, versioned } from "../support/a-view.ts";
import { anIdentity, REFERENT_ID } from "../support/builders.ts";
import { checked } from "./checked.ts";

const PARTNER = { lead: "missionLocale", service: null, name: "Mission locale du Centre", contact: "" } as const;
const sent = (answer: Sending["answer"]): Sending => ({
  ...{ to: PARTNER, on: "2026-12-14", remindedOn: null, calledOn: null, words: "" },
  ...{ answer, reason: answer === null ? null : "full", answeredOn: answer === null ? null : "2026-12-18" },
});
const code = "P-2026-0001";

const nextOf = (overrides: Partial<Handover>, days: Partial<typeof FRAMEWORK.milestones> = {}): string => {
  const doc = anAgreedHandover({ revised: 1, ...overrides });
  const view = {
    ...{ dossier: aDossier({ file: { status: "decided" } }), identity: anIdentity(), handover: versioned(doc) },
    facts: { rsa: "no", referringBody: null },
    around: { today: "2026-12-20", by: REFERENT_ID, referred: false, fallbackDays: 45 },
    ...{ hindrance: null, mayCarry: true, delays: { ...FRAMEWORK.milestones, ...days } },
  } as const;
  const screen = { screen: "handover", code, handover: doc.id, problem: null, on: "", ...quiet } as const;
  return checked(presentHandover(screen, view, aReader()), "handover").next ?? "";
};

describe("A hand-over as it is shown", () => {
  it("in a channel, is a number to be confirmed, and nobody's code", () => {
    const toConfirm = [versioned(anAgreedHandover({ what: "relay", urgent: true }))];
    const nothing = { reviews: [], waiting: [], toTell: [], shortDecided: [], later: 0 };
    const agenda = { cell: "entree", on: "2026-12-08", sitting: undefined, ...nothing, toConfirm } as const;
    const { note, items } = checked(presentAgenda([agenda], aReader()), "channel-words");
    assert.match(note ?? "", /1 passage urgent à confirmer/);
    assert.doesNotMatch(JSON.stringify([note, items]), /P-2026/);
  });

  it("once refused, reads the sheet again for another partner, and not where the person was to stay at the PLIE", () => {
    const refused = { sendings: [sent("refused")] };
    assert.match(
      nextOf({ ...refused, fallback: { ...PARTNER, name: "Autre" } }),
      /relue avec la personne, pour ce nouv/,
    );
    const stays = nextOf({ ...refused, fallback: "stays" });
    assert.match(stays, /prévu que la personne reste au PLIE/);
    assert.doesNotMatch(stays, /nouveau partenaire|relue/);
    assert.match(nextOf({ ...refused, fallback: null }), /Aucune autre solution/);
  });

  it("says the days that the clock counts now, whatever framework the diagnostic was made with", () => {
    const days = { handoverReminderDays: 11, handoverCallDays: 22, handoverFallbackDays: 33 };
    assert.match(nextOf({ sendings: [sent(null)] }, days), /à 11 jours, appelez-le à 22 jours, .* à 33 jours/);
  });
});
