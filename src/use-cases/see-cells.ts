import { z } from "zod";
import { hasRole, type Actor } from "../domain/people/actor.ts";
import type { CellId } from "../domain/review/codes.ts";
import { takesPart } from "../domain/review/members.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { waitingAmong, type ListedReview } from "./list-reviews.ts";
import { readAgenda, type Agenda } from "./parts/agenda.ts";
import { standsIn, type OpinionsStand, type Stands } from "./parts/cell-reviews.ts";
import { cellsFor } from "./parts/on-sitting.ts";

export interface WaitingReview extends ListedReview {
  readonly stand: OpinionsStand;
}
export interface CellOverview {
  readonly agenda: Agenda;
  /** What waits, for this member; null: no case is theirs to study. */
  readonly waiting: readonly WaitingReview[] | null;
}

/** What waits in a cell for this member, with how far its opinions are. */
export const waitingFor = async (
  services: Services,
  actor: Actor,
  agenda: Agenda,
  standOf: Stands,
): Promise<readonly WaitingReview[] | null> => {
  if (!takesPart(actor)) return null;
  const listed = waitingAmong(services, actor, agenda);
  return Promise.all(listed.map(async (one) => ({ ...one, stand: await standOf(one.review) })));
};

const overviewOf = async (services: Services, actor: Actor, cell: CellId): Promise<CellOverview> => {
  const agenda = await readAgenda(services, cell);
  return { agenda, waiting: await waitingFor(services, actor, agenda, standsIn(services, agenda.sitting)) };
};

/** The cells whose agenda this member reads: the next sitting of each, and what waits there. */
export const seeCells = query<Record<string, never>, true, readonly CellOverview[]>({
  act: "cells.see",
  input: z.strictObject({}),
  load: () => Promise.resolve(done(true)),
  allow: (actor) => (takesPart(actor) || hasRole(actor, "assistante") ? null : "roleMayNot"),
  run: async (services, actor) =>
    done(await Promise.all(cellsFor(services, actor).map((cell) => overviewOf(services, actor, cell)))),
});
