/** Which hand-overs a decision opens, goes on with, or undoes. */
import { HANDOVERS_AT_MOST, type HandoverClock } from "../participant/clock-facts.ts";
import type { Day, Instant, MemberId } from "../participant/codes.ts";
import type { CaseFile } from "../participant/case-file.ts";
import { isExit, type Destination, type ReviewOutcome } from "../review/outcomes.ts";
import type { DomainId } from "../framework/domains.ts";
import type { Handover, Recipient } from "./records.ts";
import { clockOf } from "./standing.ts";

/** Somebody to hand over to, as it was decided; `to` null: the structure is still to be chosen. */
export interface Wanted {
  readonly what: Handover["what"];
  readonly decided: Handover["decided"];
  readonly to: Recipient | null;
  readonly answers: readonly DomainId[];
}

export interface Opening {
  readonly review: string | null;
  readonly urgent: boolean;
  readonly on: Day;
  readonly by: MemberId;
  readonly at: Instant;
}

const PLACE = /\.(\d+)$/;
const placeOf = ({ id }: Pick<HandoverClock, "id">): number => Number(PLACE.exec(id)?.[1] ?? 0);

/** The next of this parcours. */
export const nextHandoverId = (
  { code, parcours, handovers }: Pick<CaseFile, "code" | "parcours" | "handovers">,
  after = 0,
): string => `${code}.${parcours}.${Math.max(0, ...handovers.map(placeOf)) + 1 + after}`;

const NOTHING = { asks: "", helps: "", useful: "", practical: "" } as const;

export const openedHandover = (
  file: Pick<CaseFile, "code" | "parcours">,
  id: string,
  { what, decided, to, answers }: Wanted,
  { review, urgent, on, by, at }: Opening,
): Handover => ({
  ...{ kind: "handover", schemaVersion: 1, id, code: file.code, parcours: file.parcours, edition: 1 },
  ...{ what, urgent, confirmedIn: null, review, decided, decidedOn: on, answers: [...answers], to, fallback: null },
  ...{ sheet: NOTHING, revised: 1, agreed: null, referring: null, sendings: [], behind: 0, appointment: null },
  held: { byPerson: null, byPartner: null, unreachedOn: null },
  ...{ followed: null, pausedOn: null, closed: null, by, at },
});

/** The head with these hand-overs; those that are behind leave it first where there are too many. */
export const withHandovers = (
  { handovers }: Pick<CaseFile, "handovers">,
  changed: readonly Handover[],
): HandoverClock[] => {
  const clocks = new Map(handovers.map((one) => [one.id, one]));
  for (const one of changed) clocks.set(one.id, clockOf(one));
  const all = [...clocks.values()].sort((one, other) => placeOf(one) - placeOf(other));
  const tooMany = Math.max(0, all.length - HANDOVERS_AT_MOST);
  const gone = new Set(all.filter(({ closedOn }) => closedOn !== null).slice(0, tooMany));
  return all.filter((one) => !gone.has(one));
};

const same = (one: Pick<Handover, "what" | "decided">, other: Pick<Wanted, "what" | "decided">): boolean =>
  one.what === other.what && one.decided.lead === other.decided.lead && one.decided.service === other.decided.service;

/** Its first appointment was held: whatever is decided afterwards, the person was received there. */
const isHeld = (one: Handover): boolean => clockOf(one).heldOn !== null;

export const KEEPS_HANDOVERS: readonly ReviewOutcome[] = ["goOn", "practice"];

/** What a decision calls for: a partner for a reorientation, the relays of the lead for a stay that keeps them. */
export const wantedBy = (
  decision: { readonly outcome: ReviewOutcome; readonly to: Destination | null },
  named: { readonly destination: Recipient | null; readonly relays: readonly Wanted[] },
): readonly Wanted[] => {
  const { outcome, to } = decision;
  if (outcome === "reorient" && to !== null)
    return [{ what: "reorient", decided: to, to: named.destination, answers: [] }];
  if (outcome !== "stayWithRelays") return [];
  const unnamed: Wanted = { what: "relay", decided: { lead: null, service: null }, to: null, answers: [] };
  return named.relays.length === 0 ? [unnamed] : named.relays;
};

/** A study is taken back: what waited goes on, unless the decision that opened it does not stand any more and nobody received the person there. */
export const handoversOnceWithdrawn = (
  { decided }: Pick<CaseFile, "decided">,
  open: readonly Handover[],
  { review, on }: { readonly review: string; readonly on: Day },
): readonly Handover[] =>
  open
    .filter(({ pausedOn, review: by }) => pausedOn !== null || by === review)
    .map((one): Handover => {
      const undone = one.review === review && decided?.review !== review && !isHeld(one);
      return {
        ...one,
        edition: one.edition + 1,
        pausedOn: null,
        closed: undone ? { on, because: "undone" } : one.closed,
      };
    });

/**
 * What was decided the same goes on where it was; what was decided otherwise is closed. Relays that were added, or opened at once in a passage
 * urgent, stay with whoever stays.
 */
export const handoversOnceDecided = (
  file: Pick<CaseFile, "code" | "parcours" | "handovers">,
  open: readonly Handover[],
  wanted: readonly Wanted[],
  outcome: ReviewOutcome,
  opening: Opening,
): readonly Handover[] => {
  // What waited for this study goes on.
  if (KEEPS_HANDOVERS.includes(outcome))
    return open
      .filter(({ pausedOn }) => pausedOn !== null)
      .map((one) => ({ ...one, edition: one.edition + 1, pausedOn: null }));
  const stays = outcome !== "reorient" && !isExit(outcome);
  const goesOn = (one: Handover): boolean =>
    isHeld(one) || wanted.some((each) => same(one, each)) || (stays && one.what === "relay" && one.review === null);
  const kept = open.map((one): Handover => {
    const next = { ...one, edition: one.edition + 1, pausedOn: null };
    return goesOn(one) ? next : { ...next, closed: { on: opening.on, because: "undone" } };
  });
  const fresh = wanted.filter((each) => !open.some((one) => same(one, each) && one.closed === null));
  return [...kept, ...fresh.map((each, index) => openedHandover(file, nextHandoverId(file, index), each, opening))];
};
