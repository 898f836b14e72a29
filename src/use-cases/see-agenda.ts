import { z } from "zod";
import { meetingIdOf, cellId } from "../domain/review/codes.ts";
import { mayLeadReviews } from "../domain/review/members.ts";
import { done, refused, type Result } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { readWholeAgenda, type WholeAgenda } from "./parts/agenda.ts";
import { readsAgenda } from "./parts/on-sitting.ts";

const input = z.strictObject({ cell: cellId });

interface Loaded {
  readonly agenda: WholeAgenda;
  readonly reads: boolean;
}
export interface AgendaView {
  readonly agenda: WholeAgenda;
  /** Whether this member opens and leads the sitting. */
  readonly leads: boolean;
  /** The last sitting whose minutes can be read; null: none yet. */
  readonly minutes: string | null;
}

/** *Ordre du jour* of a cell: for those who sit in it, those who lead, and whoever prepares the room. */
export const seeAgenda = query<z.infer<typeof input>, Loaded, AgendaView>({
  act: "agenda.see",
  input,
  load: async (services, actor, { cell }): Promise<Result<Loaded>> =>
    services.plie.cells[cell] === undefined
      ? refused("noSuchCell")
      : done({ agenda: await readWholeAgenda(services, cell), reads: readsAgenda(services, actor, cell) }),
  allow: (_actor, { reads }) => (reads ? null : "roleMayNot"),
  run: async (services, actor, { agenda }) => {
    const { items } = await services.store.list({
      ...{ kind: "meeting", key: `cell:${agenda.cell}`, limit: 2, descending: true },
    });
    const closed = items.find(({ doc }) => doc.state === "closed")?.doc;
    const minutes = closed === undefined ? null : meetingIdOf(closed.cell, closed.on);
    return done({ agenda, leads: mayLeadReviews(actor), minutes });
  },
});
