/** A hand-over, fresh each time. */
import { openedHandover } from "../../src/domain/handover/opened.ts";
import type { Handover } from "../../src/domain/handover/records.ts";
import { REFERENT_ID } from "./builders.ts";

export const DECIDED_ON = "2026-12-08";

export const aHandover = (overrides: Partial<Handover> = {}): Handover => {
  const { what = "reorient" } = overrides;
  const opened = openedHandover(
    { code: "P-2026-0001", parcours: 1 },
    "P-2026-0001.1.1",
    { what, decided: { lead: what === "relay" ? null : "missionLocale", service: null }, to: null, answers: [] },
    { review: "2026-001", urgent: false, on: DECIDED_ON, by: REFERENT_ID, at: "2026-12-08T10:00:00.000Z" },
  );
  return { ...opened, ...overrides };
};

/** Read with the person, who agrees. */
export const anAgreedHandover = (overrides: Partial<Handover> = {}): Handover =>
  aHandover({
    to: { lead: "missionLocale", service: null, name: "Mission locale du Centre", contact: "03 00 00 00 00" },
    sheet: {
      asks: "Trouver une formation dans la petite enfance.",
      helps: "À l'aise avec le public.",
      useful: "Un premier rendez-vous court, le matin.",
      practical: "Langue : français. Joindre au 06 12 34 56 78.",
    },
    agreed: { on: "2026-12-10", by: REFERENT_ID, revised: 1 },
    ...overrides,
  });
