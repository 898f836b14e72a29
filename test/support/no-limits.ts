import { TEAMS_LIMITS, type Limits } from "../../src/outbox/limits.ts";

const ANY = 1_000_000;

/** For tests where people press faster than any hand: a Teams that takes everything. */
export const NO_LIMITS: Limits = {
  ...TEAMS_LIMITS,
  conversation: [],
  long: { count: ANY, ms: 3_600_000 },
  tenant: { count: ANY, ms: 1_000 },
};
