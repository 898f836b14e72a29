/** What the prescriber may hear of the person they sent (method §7): received, met or not, route. Nothing else is in it to be said. */
import type { CaseFile } from "../participant/case-file.ts";
import type { Day } from "../participant/codes.ts";
import type { ReviewOutcome } from "../review/outcomes.ts";
import type { LeadKind } from "../suggestion/lead-kinds.ts";
import type { Told } from "./codes.ts";

export type Route =
  | { readonly kind: "notYet" | "deciding" | "stays" | "finished" | "ended" | "endedForGood" }
  /** `received`: the first appointment with the partner was held. */
  | { readonly kind: "handedOver"; readonly to: LeadKind | null; readonly received: boolean };

export interface PrescriberReturn {
  readonly receivedOn: Day;
  readonly met: "met" | "notYet" | "notMet";
  readonly route: Route;
  /** How far these sentences go. */
  readonly what: Told;
}

const ROUTES: Readonly<Record<ReviewOutcome, Exclude<Route["kind"], "handedOver"> | "handedOver">> = {
  stay: "stays",
  stayWithRelays: "stays",
  goOn: "stays",
  reorient: "handedOver",
  toComplete: "deciding",
  practice: "deciding",
  exitJob: "finished",
  exitTraining: "finished",
  exitOther: "finished",
};

const routeOf = ({ ended, entry, decided, status }: CaseFile): Route => {
  if (ended !== null) return { kind: ended.door === "none" ? "endedForGood" : "ended" };
  if (entry === null) return { kind: "notYet" };
  if (decided === null) return { kind: "deciding" };
  const kind = ROUTES[decided.outcome];
  return kind === "handedOver" ? { kind, to: decided.to?.lead ?? null, received: status === "reoriented" } : { kind };
};

const whatOf = (met: PrescriberReturn["met"], route: Route): Told => {
  if (met === "notMet") return "notMet";
  if (met === "notYet") return "received";
  return route.kind === "deciding" ? "met" : "route";
};

export const prescriberReturn = (head: CaseFile): PrescriberReturn => {
  const met = head.entry !== null ? "met" : head.ended !== null ? "notMet" : "notYet";
  const route = routeOf(head);
  return { receivedOn: head.orientedOn, met, route, what: whatOf(met, route) };
};
