import { z } from "zod";
import { cellId, meetingIdOf, type CellId } from "../domain/review/codes.ts";
import { openedSitting } from "../domain/review/sitting.ts";
import { memberId } from "../domain/participant/codes.ts";
import type { Member } from "../domain/people/member.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command, query } from "./frame/use-case.ts";
import { readWholeAgenda, type WholeAgenda } from "./parts/agenda.ts";
import { nextNumber } from "./parts/next-number.ts";
import { cellMembersOf, leadsSitting, queueOfCell, teamOfSitting } from "./parts/on-sitting.ts";

const ofCell = z.strictObject({ cell: cellId });
const input = z.strictObject({ cell: cellId, secretary: memberId.nullable() });

export interface SittingToOpen {
  readonly agenda: WholeAgenda;
  /** Who may be named secretary. */
  readonly team: readonly Member[];
}

const loadCell = async (services: Services, _actor: unknown, { cell }: { readonly cell: CellId }) =>
  services.plie.cells[cell] === undefined ? refused("noSuchCell") : done(await readWholeAgenda(services, cell));

/** *Ouvrir une séance*: what it will study, and who takes notes. */
export const seeSittingForm = query<z.infer<typeof ofCell>, WholeAgenda, SittingToOpen>({
  act: "sitting.prepare",
  input: ofCell,
  load: loadCell,
  allow: (actor) => leadsSitting(actor),
  run: (services, _actor, agenda) =>
    done({ agenda, team: teamOfSitting(services, { members: cellMembersOf(services, agenda.cell) }) }),
});

/** Opens the sitting of a cell, today, with its agenda in order. Where one is open already, leads to it. */
export const openSitting = command<
  z.infer<typeof input>,
  WholeAgenda,
  { readonly meeting: string; readonly isNew: boolean }
>({
  act: "sitting.open",
  input,
  queue: (_actor, { cell }) => queueOfCell(cell),
  load: loadCell,
  allow: (actor) => leadsSitting(actor),
  decide: async (services, actor, agenda, { cell, secretary }) => {
    const on = services.clock.today();
    const open = agenda.sitting?.doc;
    const meeting = meetingIdOf(cell, open?.on ?? on);
    const audit = { act: "sitting.open", code: null, details: { meeting } };
    if (open !== undefined) return done({ outcome: { meeting, isNew: false }, writes: [], head: null, audit });
    if ((await services.store.get("meeting", meeting)) !== undefined) return refused("sittingClosed");
    const opened = { by: actor.memberId, at: services.clock.now().toISOString() };
    const known = secretary !== null && services.people.byObjectId(secretary) !== undefined ? secretary : null;
    const order = agenda.reviews.map(({ doc }) => doc.id);
    const doc = openedSitting(cell, on, opened, known, order);
    // One open sitting for each cell: two who open on two days at once meet on this count.
    const { write: guard } = await nextNumber(services, `sitting.${cell}`);
    return done({
      outcome: { meeting, isNew: true },
      writes: [guard, { op: "put", doc, expected: "new" }],
      head: null,
      audit,
    });
  },
});
