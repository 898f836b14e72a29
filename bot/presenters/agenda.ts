/** *À étudier* and *Ordre du jour*, in a member's own chat. */
import type { Choice } from "../../cards/common.ts";
import { mayLeadReviews } from "../../src/domain/review/members.ts";
import type { SittingsView } from "../../src/use-cases/find-sittings.ts";
import type { ListedReview, ReviewsView } from "../../src/use-cases/list-reviews.ts";
import type { SittingToOpen } from "../../src/use-cases/open-sitting.ts";
import type { AgendaView } from "../../src/use-cases/see-agenda.ts";
import { agendaWords, reviewsWords } from "../../src/wording/agenda.ts";
import { dayInWords, shortDay, timeInWords } from "../../src/wording/dates.ts";
import { lowerFirst } from "../../src/wording/lists.ts";
import { cellWords, reviewLabel, reviewStateWords } from "../../src/wording/reviews.ts";
import { sittingWords } from "../../src/wording/sitting.ts";
import type { ScreenOf } from "../screens.ts";
import { agendaLines, dueWords } from "./agenda-lines.ts";
import type { Reader, Shown } from "./shown.ts";
import { topOf } from "./top.ts";

const REVIEWS_SHOWN = 25;

const opinionWords = { given: reviewsWords.given, toGive: reviewsWords.toGive } as const;

const stateWords = ({ review }: ListedReview): readonly string[] =>
  review.state === "submitted" ? [] : [lowerFirst(reviewStateWords[review.state])];

const reviewLine = (listed: ListedReview, reader: Reader): Choice => {
  const { review, own, opinion, toDecide } = listed;
  const due = dueWords(review, reader.today);
  const said = [
    reviewLabel(review.id),
    // What waits for this member is read first.
    ...(own ? [reviewsWords.own] : []),
    ...(toDecide ? [reviewsWords.toDecide] : []),
    ...(opinion === null ? [] : [opinionWords[opinion]]),
    cellWords[review.cell],
    ...stateWords(listed),
    ...(due === null ? [] : [due]),
  ];
  return { title: said.join(" · "), value: review.id };
};

const soonestFirst = (one: ListedReview, other: ListedReview): number =>
  (one.review.dueOn ?? "9999").localeCompare(other.review.dueOn ?? "9999") ||
  one.review.submittedAt.localeCompare(other.review.submittedAt);

/** What waits, for this member. */
export const presentReviews = (screen: ScreenOf<"reviews">, { items, leads }: ReviewsView, reader: Reader): Shown => {
  const shown = [...items].sort(soonestFirst).slice(0, REVIEWS_SHOWN);
  return {
    name: "reviews",
    model: {
      ...topOf(screen, reader),
      count: items.length === 0 ? reviewsWords.none : reviewsWords.count(items.length, shown.length),
      items: shown.map((listed) => reviewLine(listed, reader)),
      leads,
    },
  };
};

/** The cell that sits, else one where something waits: chosen beforehand. */
const likeliest = (agendas: SittingsView["agendas"]): SittingsView["agendas"][number] | undefined =>
  agendas.find(({ sitting }) => sitting !== undefined) ??
  agendas.find(({ reviews }) => reviews.length > 0) ??
  agendas[0];

/** The cells to choose from. */
export const presentCells = (screen: ScreenOf<"agenda">, view: SittingsView, reader: Reader): Shown => ({
  name: "cells",
  model: {
    ...topOf(screen, reader),
    none: view.agendas.length === 0 ? agendaWords.noCell : null,
    items: view.agendas.map(({ cell, on, reviews, sitting }) => ({
      title: agendaWords.cellLine(cell, on === null ? null : dayInWords(on), reviews.length, sitting !== undefined),
      value: cell,
    })),
    chosen: likeliest(view.agendas)?.cell ?? "",
    leads: view.leads,
  },
});

const openSince = ({ agenda }: Pick<AgendaView, "agenda">, reader: Reader): string | null =>
  agenda.sitting === undefined
    ? null
    : agendaWords.openSince(timeInWords(agenda.sitting.doc.openedAt, reader.timeZone));

/** Which people, for whoever reads every case; how many, for the others. */
const toConfirmOf = ({ agenda: { toConfirm } }: Pick<AgendaView, "agenda">, { actor, today }: Reader) =>
  toConfirm.length === 0
    ? null
    : {
        title: agendaWords.toConfirm(toConfirm.length),
        lines: mayLeadReviews(actor)
          ? toConfirm.map(({ doc }) => agendaWords.toConfirmLine(doc.code, shortDay(doc.decidedOn, today)))
          : [],
      };

const linesFor = (view: Pick<AgendaView, "agenda">, reader: Reader) => {
  const { heading, total, each, items, short, later } = agendaLines(view.agenda, reader);
  return {
    heading,
    open: openSince(view, reader),
    total: each === null ? total : `${total} ${each}.`,
    items: items.map(({ label, about }) => ({ label, about })),
    short: short === null ? null : { title: short.title, lines: [...short.lines] },
    toConfirm: toConfirmOf(view, reader),
    later,
  };
};

/** The agenda of one cell. */
export const presentAgenda = (screen: ScreenOf<"agenda">, view: AgendaView, reader: Reader): Shown => ({
  name: "agenda",
  model: {
    ...topOf(screen, reader),
    ...linesFor(view, reader),
    title: agendaWords.title,
    data: { cell: view.agenda.cell },
    leads: view.leads,
    minutesUrl: view.minutes === null ? null : reader.minutesUrl(view.minutes),
  },
});

const otherDate = ({ agenda: { on } }: SittingToOpen, today: string): string[] =>
  on === null || on === today ? [] : [sittingWords.otherDate(dayInWords(on))];

/** Before a sitting opens: what it will study, and who takes notes. */
export const presentSittingForm = (screen: ScreenOf<"sittingForm">, view: SittingToOpen, reader: Reader): Shown => {
  const { today } = reader;
  const lines = linesFor({ agenda: { ...view.agenda, on: today } }, reader);
  return {
    name: "sitting-form",
    model: {
      ...topOf(screen, reader),
      ...lines,
      title: sittingWords.formTitle,
      when: [sittingWords.today(dayInWords(today)), ...otherDate(view, today)].join(" "),
      data: { cell: view.agenda.cell },
      secretaries: [
        { title: sittingWords.noSecretary, value: "none" },
        ...view.team.map(({ name, aadObjectId }) => ({ title: name, value: aadObjectId })),
      ],
    },
  };
};
