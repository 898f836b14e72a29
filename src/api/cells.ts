/** The cells, for the tab: their next sitting, what waits, what was decided. Labels, dates and counts; no participant is named. */
import type { Request } from "restify";
import { z } from "zod";
import type { AgendaCase, CellsView, CellView, DecidedCase, WaitingCase } from "../contracts/cells.ts";
import type { Framework } from "../domain/framework/schema.ts";
import type { Actor } from "../domain/people/actor.ts";
import { cellId, meetingIdOf } from "../domain/review/codes.ts";
import type { Review } from "../domain/review/records.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import type { AgendaCase as CaseOnAgenda, CellView as SeenCell } from "../use-cases/see-cell.ts";
import { seeCell } from "../use-cases/see-cell.ts";
import { seeCells, type CellOverview, type WaitingReview } from "../use-cases/see-cells.ts";
import { problemOf } from "./refusals.ts";
import { liveReply, problemReply, type Reply } from "./reply.ts";
import { caseOut, decidedOut } from "./review-parts.ts";

const cellPath = z.object({ cell: z.string() });

const nameIn = ({ people }: Services, id: string | null): string | null =>
  id === null ? null : (people.byObjectId(id)?.name ?? null);

const soonestFirst = (one: WaitingReview, other: WaitingReview): number =>
  (one.review.dueOn ?? "9999").localeCompare(other.review.dueOn ?? "9999") ||
  one.review.submittedAt.localeCompare(other.review.submittedAt);

const waitingOut = (framework: Framework, { review, stand, own, opinion, toDecide }: WaitingReview): WaitingCase => ({
  ...caseOut(framework, review, stand),
  ...{ own, opinion, toDecide },
});

const isLate = ({ review: { dueOn } }: WaitingReview, today: string): boolean => dueOn !== null && dueOn < today;

const overviewOut = ({ agenda, waiting }: CellOverview, today: string): CellsView["cells"][number] => ({
  ...{ cell: agenda.cell, on: agenda.on, open: agenda.sitting !== undefined, onAgenda: agenda.reviews.length },
  waiting: waiting?.length ?? null,
  late: (waiting ?? []).filter((one) => isLate(one, today)).length,
});

export const listCellsRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const answer = await ask(services, actor, seeCells, {});
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const today = services.clock.today();
  const asked = answer.value.flatMap(({ waiting }) => waiting ?? []);
  const forMe = asked.filter(({ opinion, toDecide }) => opinion === "toGive" || toDecide).sort(soonestFirst);
  return liveReply(request, {
    today,
    cells: answer.value.map((overview) => overviewOut(overview, today)),
    forMe: forMe.map((one) => waitingOut(services.frameworks.current, one)),
  } satisfies CellsView);
};

const sittingOut = (services: Services, { agenda, follows }: SeenCell): CellView["sitting"] => {
  const sitting = agenda.sitting?.doc;
  if (sitting === undefined || !follows) return null;
  return {
    openedAt: sitting.openedAt,
    ledBy: nameIn(services, sitting.openedBy),
    secretary: nameIn(services, sitting.secretaryId),
    present: sitting.present.flatMap((id) => nameIn(services, id) ?? []),
    currentSince: sitting.currentSince,
  };
};

const agendaOut = (
  services: Services,
  { agenda, questions, opens }: SeenCell,
  { review, stand }: CaseOnAgenda,
): AgendaCase => ({
  ...caseOut(services.frameworks.current, review, stand),
  presentedBy: nameIn(services, review.referentId),
  question: questions.get(review.id) ?? null,
  outcome: review.state === "decided" ? (review.decided?.outcome ?? null) : null,
  current: agenda.sitting?.doc.current === review.id,
  opens: opens.has(review.id),
});

const decidedFor = ({ frameworks }: Services, { opens }: SeenCell, review: Review): DecidedCase[] =>
  decidedOut(frameworks.current, review).map((one) => ({ ...one, opens: opens.has(review.id) }));

const cellOut = (services: Services, seen: SeenCell): CellView => {
  const { agenda, waiting, decided, past, link, leads } = seen;
  const { current: framework } = services.frameworks;
  const { presentationMinutes, caseMinutes } = framework.reviews;
  return {
    today: services.clock.today(),
    timeZone: services.plie.timeZone,
    ...{ cell: agenda.cell, on: agenda.on, open: agenda.sitting !== undefined, later: agenda.later },
    sitting: sittingOut(services, seen),
    agenda: seen.agendaCases.map((one) => agendaOut(services, seen, one)),
    minutesEach: { presentation: presentationMinutes, whole: caseMinutes },
    toTell: agenda.shortDecided.flatMap(({ doc }) => decidedFor(services, seen, doc)),
    waiting: waiting === null ? null : [...waiting].sort(soonestFirst).map((one) => waitingOut(framework, one)),
    decided: decided.flatMap((review) => decidedFor(services, seen, review)),
    past: past.map(({ cell, on }) => ({ meeting: meetingIdOf(cell, on), on })),
    channel: leads ? { state: link?.state ?? "none", outsiders: link?.outsiders.length ?? 0 } : null,
  };
};

export const cellRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const cell = cellId.safeParse(cellPath.parse(request.params).cell);
  if (!cell.success) return problemReply("notFound");
  const answer = await ask(services, actor, seeCell, { cell: cell.data });
  return answer.ok ? liveReply(request, cellOut(services, answer.value)) : problemReply(problemOf[answer.refusal]);
};
