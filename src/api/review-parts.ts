/** What every answer about the cells tells in the same way: labels, states and counts, with the names that the PLIE's framework gives. */
import type { ChannelCase, DecidedCase } from "../contracts/cells.ts";
import type { Framework } from "../domain/framework/schema.ts";
import type { Review } from "../domain/review/records.ts";
import type { LeadKind } from "../domain/suggestion/lead-kinds.ts";
import type { OpinionsStand } from "../use-cases/parts/cell-reviews.ts";

/** « Mission locale », as the framework says it. */
export const placeIn = ({ suggestion }: Pick<Framework, "suggestion">, kind: LeadKind | null): string | null =>
  kind === null ? null : (suggestion.leads.find((lead) => lead.kind === kind)?.label ?? kind);

const standOut = (framework: Framework, { counts, ...stand }: OpinionsStand): ChannelCase["stand"] => ({
  ...stand,
  counts: counts?.map(({ outcome, to, count }) => ({ outcome, place: placeIn(framework, to), count })) ?? null,
});

export const caseOut = (
  framework: Framework,
  { id, cell, state, track, dueOn }: Review,
  stand: OpinionsStand,
): ChannelCase => ({ id, cell, status: state, track, dueOn, stand: standOut(framework, stand) });

/** Nothing where it is not decided any more. */
export const decidedOut = (
  framework: Framework,
  { id, decided, track, state }: Review,
): Omit<DecidedCase, "opens">[] =>
  decided === null || state !== "decided"
    ? []
    : [{ id, track, outcome: decided.outcome, place: placeIn(framework, decided.to?.lead ?? null), on: decided.on }];
