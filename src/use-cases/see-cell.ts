import { z } from "zod";
import type { Actor } from "../domain/people/actor.ts";
import { hasRole } from "../domain/people/actor.ts";
import { cellId, type ReviewId } from "../domain/review/codes.ts";
import { mayLeadReviews } from "../domain/review/members.ts";
import type { CellLink, Meeting, Review } from "../domain/review/records.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { listedFor } from "./list-reviews.ts";
import { readAgenda, type Agenda } from "./parts/agenda.ts";
import { decidedThisMonth, questionsOf, standsIn, type OpinionsStand, type Stands } from "./parts/cell-reviews.ts";
import { readsAgenda, sitsIn } from "./parts/on-sitting.ts";
import { waitingFor, type WaitingReview } from "./see-cells.ts";

const input = z.strictObject({ cell: cellId });

interface Loaded {
  readonly agenda: Agenda;
  readonly reads: boolean;
  readonly sits: boolean;
}
export interface AgendaCase {
  readonly review: Review;
  readonly stand: OpinionsStand;
}
export interface CellView {
  readonly agenda: Agenda;
  /** Its cases, in their order, with how far their opinions are. */
  readonly agendaCases: readonly AgendaCase[];
  /** Of the cases on the agenda, for who sits there, leads, or takes notes. */
  readonly questions: ReadonlyMap<ReviewId, string>;
  /** Null: no case is theirs to study. */
  readonly waiting: readonly WaitingReview[] | null;
  /** Since the first of the month, the last first. */
  readonly decided: readonly Review[];
  /** Which of all these this member may open. */
  readonly opens: ReadonlySet<ReviewId>;
  /** Whether the open sitting is told: who is there, what is studied. */
  readonly follows: boolean;
  readonly leads: boolean;
  /** Closed sittings whose minutes can be read, the last first. */
  readonly past: readonly Meeting[];
  /** Of who leads: the channel of the cell; undefined: none yet. Null: not theirs to know. */
  readonly link: CellLink | undefined | null;
}

const PAST_SHOWN = 12;

const pastOf = async (services: Services, { cell }: Agenda, reads: boolean): Promise<readonly Meeting[]> => {
  if (!reads) return [];
  const { items } = await services.store.list({
    ...{ kind: "meeting", key: `cell:${cell}`, limit: PAST_SHOWN + 1, descending: true },
  });
  return items.flatMap(({ doc }) => (doc.state === "closed" ? [doc] : [])).slice(0, PAST_SHOWN);
};

const agendaCasesOf = ({ reviews }: Agenda, standOf: Stands): Promise<readonly AgendaCase[]> =>
  Promise.all(reviews.map(async ({ doc }) => ({ review: doc, stand: await standOf(doc) })));

/** What this member may open, of what is on the page. */
const openable = (
  services: Services,
  actor: Actor,
  { reviews, shortDecided }: Agenda,
  decided: readonly Review[],
): readonly Review[] => {
  const onAgenda = new Set(reviews.map(({ doc }) => doc.id));
  return [...[...reviews, ...shortDecided].map(({ doc }) => doc), ...decided].filter(
    (review) => listedFor(services, actor, review, onAgenda.has(review.id)).length > 0,
  );
};

/** The page of a cell: its next sitting or the one that is open, what waits, what was decided, and its minutes. */
export const seeCell = query<z.infer<typeof input>, Loaded, CellView>({
  act: "cell.see",
  input,
  load: async (services, actor, { cell }): Promise<Result<Loaded>> =>
    services.plie.cells[cell] === undefined
      ? refused("noSuchCell")
      : done({
          agenda: await readAgenda(services, cell),
          reads: readsAgenda(services, actor, cell),
          sits: sitsIn(services, actor, cell),
        }),
  allow: (_actor, { reads }) => (reads ? null : "roleMayNot"),
  run: async (services, actor, { agenda, sits }) => {
    const leads = mayLeadReviews(actor);
    const follows = leads || sits || hasRole(actor, "assistante");
    const reviews = agenda.reviews.map(({ doc }) => doc);
    const standOf = standsIn(services, agenda.sitting);
    const [questions, agendaCases, waiting, month, past, link] = await Promise.all([
      follows ? questionsOf(services, reviews) : new Map<ReviewId, string>(),
      agendaCasesOf(agenda, standOf),
      waitingFor(services, actor, agenda, standOf),
      decidedThisMonth(services, agenda.cell),
      pastOf(services, agenda, follows),
      leads ? services.store.get("cellLink", agenda.cell).then((found) => found?.doc) : null,
    ]);
    const opened = openable(
      services,
      actor,
      agenda,
      month.map(({ doc }) => doc),
    );
    const opens = new Set([...opened, ...(waiting ?? []).map(({ review }) => review)].map(({ id }) => id));
    const decided = month.flatMap(({ doc }) => (opens.has(doc.id) ? [doc] : []));
    return done({ agenda, agendaCases, questions, waiting, decided, opens, follows, leads, past, link });
  },
});
