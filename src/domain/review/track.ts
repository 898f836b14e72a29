/** Whether a case takes the full study of its cell, or the short circuit. */
import type { RecommendationChoice } from "../suggestion/stored-lead.ts";
import type { CellId } from "./codes.ts";
import type { FullReason, Review, Snapshot } from "./records.ts";

/** What it is told from. */
export interface ToTrack {
  readonly cell: CellId;
  readonly recommendation: RecommendationChoice | null;
  readonly lead: Pick<NonNullable<Snapshot["lead"]>, "first" | "solid"> | null;
  /** The référent's recommendation and the lead say the same. */
  readonly sameWay: boolean;
  /** Null: not recorded, and then nobody says that the person agrees. */
  readonly personAgrees: boolean | null;
  readonly urgentOpen: boolean;
  readonly onRequest: boolean;
  readonly second: boolean;
}

type Track = Pick<Review, "track" | "fullBecause">;

const staysIn = (choice: RecommendationChoice | null): boolean => choice === "stay" || choice === "stayWithRelays";

const entryReasons = ({ recommendation, lead, ...facts }: ToTrack): readonly (readonly [FullReason, boolean])[] => {
  const first = lead?.first ?? null;
  const reorients = recommendation?.startsWith("reorient:") === true;
  return [
    ["wayOut", reorients || (first !== null && first !== "plie")],
    ["disagreement", !facts.sameWay || facts.personAgrees !== true || (!staysIn(recommendation) && !reorients)],
    ["fragile", first !== null && lead?.solid === false],
    ["noLead", first === null || lead?.solid == null],
    ["urgent", facts.urgentOpen],
  ];
};

/**
 * Why a case takes the full study; empty: a simple stay. Only at the entry does a simple stay exist: the lead is the PLIE and solid, référent,
 * method and person say the same, and nothing is urgent.
 */
export const fullReasons = (facts: ToTrack): readonly FullReason[] => {
  const reasons: readonly (readonly [FullReason, boolean])[] = [
    ...(facts.cell === "entree" ? entryReasons(facts) : [["otherCell", true] as const]),
    ["onRequest", facts.onRequest],
    ["secondStudy", facts.second],
  ];
  return reasons.flatMap(([reason, applies]) => (applies ? [reason] : []));
};

/** `draw`, from 0 to 1: of the simple stays, some take the full study all the same. */
export const trackOf = (facts: ToTrack, draw: number, drawnPercent: number): Track => {
  const reasons = fullReasons(facts);
  if (reasons.length > 0) return { track: "full", fullBecause: [...reasons] };
  return draw * 100 < drawnPercent ? { track: "full", fullBecause: ["drawn"] } : { track: "short", fullBecause: [] };
};
