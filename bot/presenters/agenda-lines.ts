/** The lines of an agenda, the same in a member's own chat and in the sitting. No participant is named; who presents is a colleague. */
import type { Framework } from "../../src/domain/framework/schema.ts";
import type { Day } from "../../src/domain/participant/codes.ts";
import type { Member } from "../../src/domain/people/member.ts";
import type { Review } from "../../src/domain/review/records.ts";
import type { Agenda } from "../../src/use-cases/parts/agenda.ts";
import { agendaWords as words } from "../../src/wording/agenda.ts";
import { dayInWords, shortDay } from "../../src/wording/dates.ts";
import { lowerFirst } from "../../src/wording/lists.ts";
import { outcomeWords, reviewLabel, reviewStateWords } from "../../src/wording/reviews.ts";

/** What is needed of whoever reads: nothing that tells one reader from another. */
export interface AgendaReader {
  readonly framework: Pick<Framework, "reviews">;
  readonly today: Day;
  readonly member: (id: string) => Pick<Member, "name"> | undefined;
}

export interface AgendaItem {
  readonly review: string;
  /** « 1. Situation 2026-001 ». */
  readonly label: string;
  /** « présentée par Basile Tilleul · 2 avis donnés · décision avant le 8 janvier 2027 ». */
  readonly about: string;
  readonly current: boolean;
}
export interface AgendaLines {
  readonly heading: string;
  readonly total: string;
  /** How long each case takes. */
  readonly each: string | null;
  readonly items: readonly AgendaItem[];
  readonly short: { readonly title: string; readonly lines: readonly string[] } | null;
  readonly later: string | null;
}

/** « décision avant le 8 janvier »; null where nothing is due. */
export const dueWords = ({ dueOn }: Pick<Review, "dueOn">, today: Day): string | null => {
  if (dueOn === null) return null;
  return dueOn < today ? words.late(shortDay(dueOn, today)) : words.decideBefore(shortDay(dueOn, today));
};

const stateOf = (review: Review): readonly string[] => {
  const { state, decided, givers, revealed } = review;
  if (decided !== null && state === "decided") return [lowerFirst(outcomeWords[decided.outcome])];
  if (state === "withdrawn") return [lowerFirst(reviewStateWords.withdrawn)];
  const adjourned = state === "adjourned" ? [lowerFirst(reviewStateWords.adjourned)] : [];
  return [...adjourned, revealed === null ? words.opinions(givers.length) : words.revealed];
};

const itemOf = (review: Review, index: number, current: boolean, reader: AgendaReader): AgendaItem => {
  const name = reader.member(review.referentId)?.name;
  const behind = review.state === "decided" || review.state === "withdrawn";
  const due = behind ? null : dueWords(review, reader.today);
  const said = [
    ...(current ? [words.current] : []),
    ...(name === undefined ? [] : [words.presentedBy(name)]),
    ...stateOf(review),
    ...(due === null ? [] : [due]),
  ];
  return { review: review.id, label: words.item(index + 1, reviewLabel(review.id)), about: said.join(" · "), current };
};

const SHORT_SHOWN = 12;

const shortOf = ({ shortDecided }: Agenda, today: Day): AgendaLines["short"] => {
  const lines = shortDecided.flatMap(({ doc: { id, decided } }) =>
    decided === null
      ? []
      : [words.shortLine(reviewLabel(id), lowerFirst(outcomeWords[decided.outcome]), shortDay(decided.on, today))],
  );
  return lines.length === 0 ? null : { title: words.short, lines: lines.slice(-SHORT_SHOWN) };
};

export const agendaLines = (agenda: Agenda, reader: AgendaReader): AgendaLines => {
  const { presentationMinutes, caseMinutes } = reader.framework.reviews;
  const current = agenda.sitting?.doc.current ?? null;
  const count = agenda.reviews.length;
  return {
    heading: words.heading(agenda.cell, agenda.on === null ? null : dayInWords(agenda.on)),
    total: words.total(count, count * caseMinutes),
    each: count === 0 ? null : words.minutes(presentationMinutes, caseMinutes),
    items: agenda.reviews.map(({ doc }, index) => itemOf(doc, index, doc.id === current, reader)),
    short: shortOf(agenda, reader.today),
    later: agenda.later === 0 ? null : words.later(agenda.later),
  };
};
