/** *Mode séance*: where the sitting stands, who is there, and its end. */
import { isOpenReview } from "../../src/use-cases/parts/on-review.ts";
import type { MinutesModel } from "../../src/domain/review/minutes.ts";
import type { ReviewId } from "../../src/domain/review/codes.ts";
import type { CurrentCase, SittingView } from "../../src/use-cases/see-sitting.ts";
import { mayLeadReviews } from "../../src/domain/review/members.ts";
import { orErased } from "../../src/wording/lead.ts";
import { dayInWords, timeInWords } from "../../src/wording/dates.ts";
import { confirmWords } from "../../src/wording/confirm.ts";
import { countedWords } from "../../src/wording/minutes.ts";
import { cellWords, reviewLabel } from "../../src/wording/reviews.ts";
import { sittingWords as words } from "../../src/wording/sitting.ts";
import type { ScreenOf } from "../screens.ts";
import { agendaLines } from "./agenda-lines.ts";
import type { Reader, Shown } from "./shown.ts";
import { topOf } from "./top.ts";

const MINUTE_MS = 60_000;

const headingOf = ({ meeting: { doc } }: SittingView): string => `${cellWords[doc.cell]} · ${dayInWords(doc.on)}`;

const peopleOf = ({ meeting: { doc } }: SittingView, reader: Reader): string => {
  const led = reader.member(doc.openedBy)?.name;
  const secretary = doc.secretaryId === null ? undefined : reader.member(doc.secretaryId)?.name;
  return [
    ...(led === undefined ? [] : [words.ledBy(led)]),
    ...(secretary === undefined ? [] : [words.secretary(secretary)]),
    doc.present.length === 0 ? words.presentNobody : words.presentCount(doc.present.length),
  ].join(" · ");
};

const timeOf = (since: string, reader: Reader): string[] => {
  const { presentationMinutes, caseMinutes } = reader.framework.reviews;
  const minutes = Math.floor((reader.now.getTime() - Date.parse(since)) / MINUTE_MS);
  return [
    words.taken(timeInWords(since, reader.timeZone), presentationMinutes, caseMinutes),
    minutes > caseMinutes ? words.over(minutes - caseMinutes) : words.elapsed(minutes),
  ];
};

const caseLines = (view: SittingView, current: CurrentCase, reader: Reader) => {
  const { counts, present, quorum } = current;
  const { review, voters } = current.view;
  const { givers, revealed, referentId } = review.doc;
  const since = view.meeting.doc.currentSince;
  const name = reader.member(referentId)?.name;
  return [
    ...(name === undefined ? [] : [words.presents(name)]),
    ...(since === null ? [] : timeOf(since, reader)),
    words.quorum(present, quorum),
    revealed === null
      ? words.opinions(givers.length, voters.length)
      : words.revealed(countedWords(reader.framework, counts)),
  ];
};

const currentOf = (view: SittingView, reader: Reader) => {
  const { current } = view;
  if (current === null) return null;
  const { id } = current.view.review.doc;
  return {
    label: reviewLabel(id),
    question: orErased(current.view.snapshot?.doc.question ?? ""),
    lines: caseLines(view, current, reader),
  };
};

/** Which buttons stand below: at most six, those of the moment. */
const buttonsOf = (view: SittingView, reader: Reader) => {
  const leads = mayLeadReviews(reader.actor);
  const review = view.current?.view.review.doc;
  const open = review !== undefined && isOpenReview(review);
  const { memberId } = reader.actor;
  // Whoever accompanies the person, or took part in the first study, leaves this one to the others.
  const aside = review?.referentId === memberId || review?.second?.barred.includes(memberId) === true;
  return {
    leads,
    goesOn: leads && view.takeable.length > 0,
    notes: open && !aside && review.revealed === null,
    reveals: open && leads && !aside && review.revealed === null,
    decides: open && leads && !aside && review.revealed !== null,
    follows: true,
  };
};

export const presentSitting = (screen: ScreenOf<"sitting">, view: SittingView, reader: Reader): Shown => {
  const { meeting } = screen;
  const { items } = agendaLines(view.agenda, reader);
  const current = currentOf(view, reader);
  const id: ReviewId | null = view.current?.view.review.doc.id ?? null;
  return {
    name: "sitting",
    model: {
      ...topOf(screen, reader),
      heading: headingOf(view),
      people: peopleOf(view, reader),
      current,
      notStarted: current === null ? words.notStarted(mayLeadReviews(reader.actor)) : null,
      items: items.map(({ label, about }) => ({ label, about })),
      others: view.takeable.map((review) => ({ title: reviewLabel(review.id), value: review.id })),
      ofSitting: { meeting },
      go: { meeting, rev: id ?? "" },
      ofReview: { review: id ?? "" },
      ...buttonsOf(view, reader),
    },
  };
};

/** *Qui est là ?* */
export const presentSittingPresent = (screen: ScreenOf<"sittingPresent">, view: SittingView, reader: Reader): Shown => {
  const present = view.meeting.doc.present.join(",");
  return {
    name: "sitting-present",
    model: {
      ...topOf(screen, reader),
      heading: headingOf(view),
      people: view.team.map(({ aadObjectId, name }) => ({ title: name, value: aadObjectId })),
      present,
      data: { meeting: screen.meeting, shown: present },
    },
  };
};

/** Before a sitting closes. */
export const presentSittingClose = (screen: ScreenOf<"sittingClose">, view: SittingView, reader: Reader): Shown => {
  const { meeting } = screen;
  const reviews = view.agenda.reviews.map(({ doc }) => doc);
  const decided = reviews.filter(({ state }) => state === "decided").length;
  const { title, done, minutes, forGood, act } = words.close;
  return {
    name: "confirm",
    model: {
      ...topOf(screen, reader),
      title,
      people: [headingOf(view)],
      lines: [done(decided, reviews.filter(isOpenReview).length), minutes, forGood],
      act: { title: act, verb: "sitting.close", data: { meeting, rev: view.meeting.version } },
      style: "destructive",
      back: { title: confirmWords.back, verb: "sitting.open", data: { meeting } },
    },
  };
};

/** Closed: what it did, and its minutes. */
export const presentSittingClosed = (
  screen: ScreenOf<"sittingClosed">,
  model: MinutesModel,
  reader: Reader,
): Shown => ({
  name: "sitting-closed",
  model: {
    ...topOf(screen, reader),
    title: words.closed.title,
    heading: `${cellWords[model.cell]} · ${dayInWords(model.on)}`,
    text: words.closed.text(model.cases.length, model.attendance.filter(({ present }) => present).length),
    minutesUrl: reader.minutesUrl(screen.meeting),
  },
});
