/** What may happen in the year, in the proportions that are assumed: see `live-year.ts`. */
import type { BilanOutcome, CancelReason, Deferral } from "../../../domain/activation/records.ts";
import type { RefusalReason } from "../../../domain/handover/records.ts";
import type { AttemptWay } from "../../../domain/outreach/records.ts";
import type { PauseReason } from "../../../domain/participant/clock-facts.ts";
import type { StillEmployed } from "../../../domain/participant/path-records.ts";
import type { HowSettled } from "../acting.ts";
import { deckOf, type Dice } from "./dice.ts";

export type FirstAction = "immersion" | "collective" | "deferred";
/** The rule that is broken at first, before it is mended. */
export type Broken = "none" | "tooLong" | "tooManyHours" | "postTaken" | "noObjective";
export type Fate = "accepted" | "slow" | "refused" | "expired" | "stays" | "unreached";
export type RelayFate = "held" | "refused" | "givenUp";

export const decksFrom = (dice: Dice) => ({
  way: deckOf<AttemptWay>(dice, [
    ["call", 4],
    ["sms", 2],
    ["letter", 1],
    ["visit", 1],
    ["prescriber", 1],
    ["email", 1],
  ]),
  firstAction: deckOf<FirstAction>(dice, [
    ["immersion", 5],
    ["collective", 3],
    ["deferred", 2],
  ]),
  broken: deckOf<Broken>(dice, [
    ["none", 6],
    ["tooLong", 1],
    ["tooManyHours", 1],
    ["postTaken", 1],
    ["noObjective", 1],
  ]),
  objective: deckOf(dice, [
    ["discover", 2],
    ["confirm", 2],
    ["recruit", 1],
  ] as const),
  isCancelled: deckOf(dice, [
    [true, 1],
    [false, 11],
  ]),
  cancelled: deckOf<CancelReason>(dice, [
    ["person", 2],
    ["host", 1],
    ["unsigned", 1],
  ]),
  deferral: deckOf<Deferral>(dice, [
    ["health", 1],
    ["family", 1],
    ["noOffer", 1],
    ["wish", 1],
  ]),
  bilan: deckOf<BilanOutcome>(dice, [
    ["completed", 7],
    ["partial", 2],
    ["didNotShow", 1],
  ]),
  objectiveMet: deckOf(dice, [
    ["yes", 3],
    ["no", 1],
  ] as const),
  settled: deckOf<HowSettled>(dice, [
    ["kept", 6],
    ["adjusted", 2],
    ["left", 1],
  ]),
  isCalledOff: deckOf(dice, [
    [true, 1],
    [false, 7],
  ]),
  fate: deckOf<Fate>(dice, [
    ["accepted", 4],
    ["refused", 2],
    ["slow", 1],
    ["expired", 1],
    ["stays", 1],
    ["unreached", 1],
  ]),
  relayFate: deckOf<RelayFate>(dice, [
    ["held", 8],
    ["refused", 1],
    ["givenUp", 1],
  ]),
  refusal: deckOf<RefusalReason>(dice, [
    ["full", 2],
    ["notEligible", 1],
    ["otherNeed", 1],
    ["incomplete", 1],
  ]),
  followed: deckOf(dice, [
    ["stillYes", 6],
    ["stillUnknown", 2],
    ["stillNo", 1],
  ] as const),
  isSuspended: deckOf(dice, [
    [true, 1],
    [false, 9],
  ]),
  pause: deckOf<PauseReason>(dice, [
    ["illness", 3],
    ["maternity", 1],
    ["hospital", 1],
    ["training", 1],
  ]),
  still: deckOf<StillEmployed>(dice, [
    ["yes", 6],
    ["no", 2],
    ["unknown", 1],
  ]),
  asksForAnother: deckOf(dice, [
    [true, 1],
    [false, 29],
  ]),
});
export type Decks = ReturnType<typeof decksFrom>;
