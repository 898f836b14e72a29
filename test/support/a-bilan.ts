/** Actions, their bilans and what was seen in them, as tests need them. */
import type { Action, ActionBilan, Pmsmp } from "../../src/domain/activation/records.ts";
import { realFramework } from "./a-lead.ts";

const by = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a02";

export const aPmsmp = (overrides: Partial<Pmsmp> = {}): Pmsmp => ({
  objective: "confirm",
  hostId: "host-1",
  hoursPerWeek: 28,
  job: "Agent·e de restauration",
  renews: null,
  signedOn: "2026-11-20",
  representative: null,
  postFree: "yes",
  followUp: "",
  childcare: "none",
  meals: "settled",
  transport: "settled",
  ...overrides,
});

export const anAction = (overrides: Partial<Action> = {}): Action => ({
  kind: "action",
  schemaVersion: 1,
  id: "act-1",
  code: "P-2026-0001",
  parcours: 1,
  edition: 1,
  what: "pmsmp",
  state: "planned",
  from: "2026-11-23",
  until: "2026-11-27",
  pmsmp: aPmsmp(),
  session: null,
  preparation: { referent: "", learn: "", show: "", observe: [] },
  frameworkVersion: realFramework().version,
  by,
  at: "2026-11-20T09:00:00.000Z",
  ...overrides,
});

export const aBilan = (overrides: Partial<ActionBilan> = {}): ActionBilan => ({
  kind: "actionBilan",
  schemaVersion: 1,
  id: "act-1",
  code: "P-2026-0001",
  parcours: 1,
  edition: 1,
  outcome: "completed",
  lastDay: null,
  missedHours: null,
  observations: [],
  facts: "",
  agreement: "agrees",
  words: "",
  understood: "",
  objectiveMet: "yes",
  on: "2026-11-30",
  by,
  at: "2026-11-30T10:00:00.000Z",
  ...overrides,
});
