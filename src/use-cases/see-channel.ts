/** What a channel reads: how it is linked, what waits, the agenda. Labels, dates and counts; no participant is named. */
import { z } from "zod";
import { cellId, type CellId } from "../domain/review/codes.ts";
import type { CellLink, Review } from "../domain/review/records.ts";
import type { Versioned } from "../ports/store.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { readWholeAgenda, waitingOf, type WholeAgenda } from "./parts/agenda.ts";

const input = z.strictObject({ cells: z.array(cellId).max(cellId.options.length).readonly() });
type Cells = z.infer<typeof input>;

/** Everyone of the team may read what their channel reads. */
const allow = (): null => null;

export const seeLinks = query<Cells, readonly Versioned<CellLink>[], readonly CellLink[]>({
  act: "channel seen",
  input,
  load: async (services, _actor, { cells }) => done(await services.store.getMany("cellLink", cells)),
  allow,
  run: (_services, _actor, links) => done(links.map(({ doc }) => doc)),
});

export interface WaitingOfCell {
  readonly cell: CellId;
  readonly reviews: readonly Review[];
}

export const seeWaiting = query<Cells, null, readonly WaitingOfCell[]>({
  act: "waiting reviews seen in a channel",
  input,
  load: () => Promise.resolve(done(null)),
  allow,
  run: async (services, _actor, _none, { cells }) =>
    done(
      await Promise.all(
        cells.map(async (cell) => ({ cell, reviews: (await waitingOf(services, cell)).map(({ doc }) => doc) })),
      ),
    ),
});

export const seeChannelAgenda = query<Cells, null, readonly WholeAgenda[]>({
  act: "agenda seen in a channel",
  input,
  load: () => Promise.resolve(done(null)),
  allow,
  run: async (services, _actor, _none, { cells }) =>
    done(await Promise.all(cells.map((cell) => readWholeAgenda(services, cell)))),
});
