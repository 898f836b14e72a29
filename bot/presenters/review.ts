/** One review in a member's own chat: where it stands, what was said once revealed, what the cell saw, and what this reader may do next. */
import type { Button } from "../../cards/common.ts";
import type { ReviewModel } from "../../cards/review/model.ts";
import { hasDied } from "../../src/domain/participant/clock-facts.ts";
import { meetingIdOf } from "../../src/domain/review/codes.ts";
import { mayLeadReviews } from "../../src/domain/review/members.ts";
import type { Review } from "../../src/domain/review/records.ts";
import { isOpenReview } from "../../src/use-cases/parts/on-review.ts";
import type { ReviewHub } from "../../src/use-cases/see-review.ts";
import { dayInWords, momentInWords, shortDay } from "../../src/wording/dates.ts";
import { decidedWords, shortReviewWords } from "../../src/wording/decision.ts";
import { asideReasonWords, orErased, recommendationWords } from "../../src/wording/lead.ts";
import { lowerFirst } from "../../src/wording/lists.ts";
import { opinionWords, reviewButtons, reviewWords, seenWords } from "../../src/wording/opinion.ts";
import {
  adjournReasonWords,
  cellWords,
  fullReasonWords,
  reopenReasonWords,
  reviewLabel,
  reviewStateWords,
  withdrawReasonWords,
} from "../../src/wording/reviews.ts";
import { agreementWords } from "../../src/wording/situation.ts";
import { sittingWords } from "../../src/wording/sitting.ts";
import type { ScreenOf } from "../screens.ts";
import { serviceShown } from "./destinations.ts";
import { opinionsOf, outcomeOf } from "./review-opinions.ts";
import { pointedTo, seenOf, SHORTENED, WHOLE } from "./review-seen.ts";
import type { Reader, Shown } from "./shown.ts";
import { buttons, readable, topOf } from "./top.ts";

const LONGEST = { reasons: 1_000, next: 300, tooLate: 200 } as const;
const BUTTONS_AT_MOST = 6;

const nameOf = (id: string, reader: Reader): string => reader.member(id)?.name ?? opinionWords.someone;
const momentOf = (at: string, reader: Reader): string => momentInWords(at, reader.today, reader.timeZone);

const lineOf = ({ cell, state, dueOn }: Review, reader: Reader): string =>
  [
    cellWords[cell],
    reviewStateWords[state],
    ...(dueOn === null || state === "decided" || state === "withdrawn"
      ? []
      : [reviewWords.due(shortDay(dueOn, reader.today))]),
  ].join(" · ");

/** What happened to it besides opinions: the last of each. */
const movesOf = ({ adjourned, withdrawn, reopened, state }: Review, reader: Reader): string[] => {
  const moment = (mark: { readonly at: string }): string => momentOf(mark.at, reader);
  return [
    ...(reopened === null
      ? []
      : [reviewWords.reopened(moment(reopened), lowerFirst(reopenReasonWords[reopened.because]))]),
    ...(adjourned === null || state !== "adjourned"
      ? []
      : [reviewWords.adjourned(moment(adjourned), lowerFirst(adjournReasonWords[adjourned.because]))]),
    ...(withdrawn === null || state !== "withdrawn"
      ? []
      : [reviewWords.withdrawn(moment(withdrawn), lowerFirst(withdrawReasonWords[withdrawn.because]))]),
  ];
};

const countsOf = (hub: ReviewHub, reader: Reader): string[] => {
  const { view, present, missing } = hub;
  const { givers, revealed } = view.review.doc;
  const given = reviewWords.opinions(givers.length, view.voters.length);
  if (revealed !== null)
    return [given, reviewWords.revealed(momentOf(revealed.at, reader), nameOf(revealed.by, reader))];
  if (!isOpenReview(view.review.doc)) return [given];
  return [
    `${given} ${reviewWords.hidden}`,
    [
      reviewWords.quorum(present, view.rules?.quorum ?? 0),
      ...(missing === 0 ? [] : [reviewWords.missing(missing)]),
    ].join(" "),
  ];
};

const standsOf = (hub: ReviewHub, reader: Reader): string[] => {
  const { doc } = hub.view.review;
  const { track, fullBecause, second, revealed } = doc;
  const mine = hub.mine === undefined || revealed !== null ? [] : [reviewWords.mine(outcomeOf(hub, hub.mine))];
  return [
    ...(second === null ? [] : [reviewWords.second(second.of)]),
    ...(track === "short" ? [reviewWords.short] : countsOf(hub, reader)),
    ...mine,
    ...movesOf(doc, reader),
    ...(fullBecause.length === 0 || track === "short"
      ? []
      : [reviewWords.full(fullBecause.map((because) => lowerFirst(fullReasonWords[because])))]),
  ];
};

/** Person, référent, method and decision, two by two. */
const sidesOf = (hub: ReviewHub, decided: string): NonNullable<ReviewModel["decision"]>["sides"] => {
  const snapshot = hub.view.snapshot?.doc;
  const { framework } = hub.dossier;
  const { sides } = reviewWords;
  const view = snapshot?.personView ?? null;
  const said = snapshot?.recommendation ?? null;
  return [
    {
      left: { label: sides.person, text: view === null ? seenWords.noView : agreementWords[view.agreement] },
      right: {
        label: sides.referent,
        text: said === null ? seenWords.noRecommendation : recommendationWords(framework, said.choice),
      },
    },
    {
      left: { label: sides.method, text: snapshot === undefined ? seenWords.noLead : pointedTo(framework, snapshot) },
      right: { label: sides.decision, text: decided },
    },
  ];
};

const decisionOf = (hub: ReviewHub, reader: Reader): ReviewModel["decision"] => {
  const { decision } = hub;
  if (decision === undefined) return null;
  const title = decidedWords(hub.dossier.framework, decision, hub.facts, serviceShown(hub.held, decision.to));
  return {
    title,
    lines: [
      reviewWords.decidedBy(dayInWords(decision.on), nameOf(decision.by, reader)),
      reviewWords.reasons(readable(orErased(decision.reasons), LONGEST.reasons)),
      ...(decision.departs === null ? [] : [reviewWords.departs(lowerFirst(asideReasonWords[decision.departs]))]),
      ...(decision.next === "" ? [] : [reviewWords.next(readable(decision.next, LONGEST.next))]),
    ],
    sides: sidesOf(hub, title),
  };
};

const tooLateOf = ({ tooLate }: ReviewHub): ReviewModel["tooLate"] => {
  const lines = [tooLate?.["why"] ?? "", tooLate?.["next"] ?? ""].filter((typed) => typed.trim() !== "");
  return lines.length === 0
    ? null
    : { text: reviewWords.tooLate, lines: lines.map((typed) => readable(typed, LONGEST.tooLate)) };
};

/** The way back: to the sitting for who leads or follows it while it studies this case, else to *Accueil*. */
const wayBack = ({ view: { sitting, review } }: ReviewHub, { actor }: Reader): Button => {
  const meeting = sitting?.doc;
  if (meeting?.current !== review.doc.id) return buttons.home;
  if (!mayLeadReviews(actor) && meeting.secretaryId !== actor.memberId) return buttons.home;
  return { title: sittingWords.title, verb: "sitting.open", data: { meeting: meetingIdOf(meeting.cell, meeting.on) } };
};

/** For who reads the case, once something is decided about the person. */
const letterOf = ({ decision, may, view, dossier }: ReviewHub, reader: Reader): string | null =>
  decision === undefined ||
  decision.outcome === "practice" ||
  !may.openSheet ||
  view.review.doc.state !== "decided" ||
  hasDied(dossier.file.doc)
    ? null
    : reader.letterUrl(decision.review);

/** What this reader may do now, first what the cell waits for; a way back always. */
const buttonsOf = (hub: ReviewHub, reader: Reader): Button[] => {
  const { may, mine, view } = hub;
  const { id: review, code } = view.review.doc;
  const give = mine === undefined ? reviewButtons.giveOpinion : reviewButtons.changeOpinion;
  const does = (allowed: boolean, button: Button): readonly Button[] => (allowed ? [button] : []);
  const all: readonly Button[] = [
    ...does(may.giveOpinion, { title: give, verb: "opinion.open", data: { review } }),
    ...does(may.noteOpinion, { title: reviewButtons.noteOpinion, verb: "opinion.noteOpen", data: { review } }),
    ...does(may.reveal, { title: reviewButtons.reveal, verb: "reveal.do", data: { review } }),
    ...does(may.decide, { title: reviewButtons.decide, verb: "decision.open", data: { review } }),
    ...does(may.decide && view.review.doc.track === "short", {
      ...{ title: shortReviewWords.full, verb: "review.inFull", data: { review } },
    }),
    ...may.moves.map((move): Button => ({
      title: reviewButtons[move],
      verb: "review.moveOpen",
      data: { review, move },
    })),
    ...does(may.openSheet, { title: reviewButtons.sheet, verb: "sheet.open", data: { code } }),
  ];
  return [...all.slice(0, BUTTONS_AT_MOST - (letterOf(hub, reader) === null ? 1 : 2)), wayBack(hub, reader)];
};

/** The page of the person, for who reads the case: what the cell sees in no chat, health and urgent points, stands there. */
const pageOf = (hub: ReviewHub, reader: Reader): string | null => {
  const taken = buttonsOf(hub, reader).length + (letterOf(hub, reader) === null ? 0 : 1);
  return hub.may.openSheet && taken < BUTTONS_AT_MOST ? reader.personUrl(hub.view.review.doc.code) : null;
};

export const presentReview = (screen: ScreenOf<"review">, hub: ReviewHub, reader: Reader): Shown => ({
  name: "review",
  model: {
    ...topOf(screen, reader),
    review: screen.review,
    title: reviewLabel(screen.review),
    line: lineOf(hub.view.review.doc, reader),
    seen: seenOf(
      hub.dossier.framework,
      hub.view.snapshot?.doc,
      hub.opinions === null ? WHOLE : SHORTENED,
      reader.actor,
    ),
    stands: standsOf(hub, reader),
    opinions: opinionsOf(hub, reader),
    tooLate: tooLateOf(hub),
    decision: decisionOf(hub, reader),
    letterUrl: letterOf(hub, reader),
    tabUrl: pageOf(hub, reader),
    buttons: buttonsOf(hub, reader),
  },
});
