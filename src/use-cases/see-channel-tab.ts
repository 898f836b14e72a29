/** What a channel's own tab shows: the cases of the cells that work in that channel. The same for whoever reads it; no participant is named. */
import { z } from "zod";
import type { Actor } from "../domain/people/actor.ts";
import type { CellId } from "../domain/review/codes.ts";
import type { CellLink, Review } from "../domain/review/records.ts";
import type { Versioned } from "../ports/store.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { readAgenda, type Agenda } from "./parts/agenda.ts";
import { standOf, type OpinionsStand } from "./parts/cell-reviews.ts";
import { isLive, linksOf } from "./parts/linking.ts";
import { readsAgenda } from "./parts/on-sitting.ts";

/** The channel as the Teams client names it: what it opens is decided here, never there. */
const input = z.strictObject({ channel: z.string().min(1).max(300) });

export interface CaseOfChannel {
  readonly review: Review;
  readonly stand: OpinionsStand;
}
export interface CellOfChannel {
  readonly cell: CellId;
  /** While people of the channel are to be confirmed, nothing is shown there. */
  readonly confirmed: boolean;
  readonly agenda: Pick<Agenda, "on" | "sitting">;
  /** What is on the agenda, in its order, then what waits for later. */
  readonly cases: readonly CaseOfChannel[];
  readonly onAgenda: number;
  /** Decided, not told in any minutes yet. */
  readonly decided: readonly Review[];
}

interface Linked {
  readonly links: readonly CellLink[];
  readonly reads: boolean;
}

const load = async (services: Services, actor: Actor, { channel }: z.infer<typeof input>): Promise<Result<Linked>> => {
  const links = (await linksOf(services, { channel })).map(({ doc }) => doc);
  const live = links.filter((link) => isLive(link) && services.plie.cells[link.cell] !== undefined);
  if (live.length === 0) return refused("noSuchCell");
  return done({ links: live, reads: live.some(({ cell }) => readsAgenda(services, actor, cell)) });
};

const waits = ({ doc }: Versioned<Review>): boolean => doc.state !== "decided" && doc.state !== "withdrawn";

const cellOf = async (services: Services, { cell, state }: CellLink): Promise<CellOfChannel> => {
  const { on, sitting, reviews, waiting, toTell } = await readAgenda(services, cell);
  const first = reviews.filter(waits);
  const later = waiting.filter(({ doc }) => doc.track === "full" && !reviews.some((one) => one.doc.id === doc.id));
  const cases = await Promise.all(
    [...first, ...later].map(async ({ doc }) => ({ review: doc, stand: await standOf(services, doc, sitting) })),
  );
  const confirmed = state === "linked";
  const agenda = { on, sitting };
  if (!confirmed) return { cell, confirmed, agenda, cases: [], onAgenda: 0, decided: [] };
  return { cell, confirmed, agenda, cases, onAgenda: first.length, decided: toTell.map(({ doc }) => doc) };
};

/** A channel that is not one of ours and one whose cells this member does not read: one and the same answer. */
export const seeChannelTab = query<z.infer<typeof input>, Linked, readonly CellOfChannel[]>({
  act: "channelTab.see",
  input,
  load,
  // Answered the same, but kept in the trail: this one exists.
  allow: (_actor, { reads }) => (reads ? null : "noSuchReview"),
  run: async (services, _actor, { links }) => done(await Promise.all(links.map((link) => cellOf(services, link)))),
});
