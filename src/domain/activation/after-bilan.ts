/** What the clock reads of the actions of a parcours, once a bilan is recorded. */
import type { CaseFile } from "../participant/case-file.ts";
import type { Day } from "../participant/codes.ts";
import { lastDayOf } from "./evidence.ts";
import type { Action, ActionBilan } from "./records.ts";

const NOTHING_YET = { chosenOn: null, deferredOn: null, endsOn: null, doneOn: null, bilanOn: null } as const;

const soonest = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);

/** An action that took place, at least in part. A no-show is none: it is understood with the person, and counts for nothing. */
export const tookPlace = ({ outcome }: Pick<ActionBilan, "outcome">): boolean => outcome !== "didNotShow";

export const activationAfter = (
  before: CaseFile["activation"],
  actions: readonly Action[],
  bilans: readonly ActionBilan[],
): NonNullable<CaseFile["activation"]> => {
  const bilanOf = new Map(bilans.map((bilan) => [bilan.id, bilan]));
  const held = actions.flatMap((action) => {
    const bilan = bilanOf.get(action.id);
    return bilan !== undefined && tookPlace(bilan) ? [{ on: bilan.on, last: lastDayOf(action, bilan) }] : [];
  });
  const awaited = actions.filter(({ id, state }) => state === "planned" && !bilanOf.has(id));
  return {
    ...(before ?? NOTHING_YET),
    endsOn: soonest(awaited.map(({ until }) => until)),
    doneOn: soonest(held.map(({ last }) => last)),
    bilanOn: soonest(held.map(({ on }) => on)),
  };
};
