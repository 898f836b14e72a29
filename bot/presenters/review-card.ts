/** The card of a situation in its cell's channel: the same for everyone, with no name, no field and no banner. */
import type { ReviewCardModel } from "../../cards/review-card/model.ts";
import { outcomesOf } from "../../src/domain/review/outcomes.ts";
import { isOpenReview } from "../../src/use-cases/parts/on-review.ts";
import type { ReviewCardView } from "../../src/use-cases/see-review-card.ts";
import { cardWords } from "../../src/wording/channel.ts";
import { dayInWords } from "../../src/wording/dates.ts";
import { outcomeWords, reviewLabel } from "../../src/wording/reviews.ts";
import { reviewCardLines } from "./review-lines.ts";
import type { Shown } from "./shown.ts";

const blank = {
  banner: null,
  notice: null,
  counts: [],
  question: null,
  facts: [],
  difficulties: null,
  voices: [],
  buttons: [],
};

/** What is left of a card: the label and one sentence. */
const oneLine = (
  card: Pick<ReviewCardModel, "review" | "key" | "title" | "userIds">,
  state: string,
  buttons: ReviewCardModel["buttons"] = [],
): Shown => ({ name: "review-card", model: { ...blank, ...card, state, buttons } });

const buttonsOf = ({ review: { doc } }: ReviewCardView): ReviewCardModel["buttons"] => {
  if (!isOpenReview(doc)) return [];
  if (doc.revealed !== null) return [{ title: cardWords.decide, verb: "review.decide" }];
  return [
    { title: cardWords.giveOpinion, verb: "review.giveOpinion" },
    // Before the first opinion, there is nothing to reveal.
    ...(doc.givers.length === 0 ? [] : [{ title: cardWords.reveal, verb: "review.reveal" as const }]),
  ];
};

const countLines = ({ review, counts }: ReviewCardView): string[] =>
  outcomesOf[review.doc.cell].flatMap((outcome) => {
    const count = counts.get(outcome) ?? 0;
    return count === 0 ? [] : [cardWords.byOutcome(outcomeWords[outcome], count)];
  });

const stateWords = ({ review: { doc }, voters, rules }: ReviewCardView): string => {
  const opinions = cardWords.opinions(doc.givers.length, voters.length, rules?.quorum ?? 0);
  const second = doc.second === null ? [] : [cardWords.second(doc.second.of)];
  return [...second, ...(doc.revealed === null ? [] : [cardWords.revealed]), opinions].join(" · ");
};

/** One sentence once it is not studied any more here. */
const sentenceFor = ({ review: { doc }, snapshot }: ReviewCardView): string | null => {
  if (doc.state === "decided" && doc.decided !== null)
    return cardWords.decided(outcomeWords[doc.decided.outcome], dayInWords(doc.decided.on));
  if (doc.state === "withdrawn") return cardWords.withdrawn;
  if (doc.state === "adjourned") return cardWords.adjourned;
  return snapshot === undefined ? cardWords.unreadable : null;
};

export const presentReviewCard = (view: ReviewCardView): Shown => {
  const { review, snapshot, post } = view;
  const { id, cell, dueOn, fullBecause } = review.doc;
  const card = {
    review: id,
    key: post?.doc.key ?? "",
    title: cardWords.title(id, cell),
    userIds: [...view.refreshedFor],
  };
  const sentence = sentenceFor(view);
  if (sentence !== null || snapshot === undefined)
    return oneLine(card, sentence ?? cardWords.unreadable, buttonsOf(view));
  const lines = reviewCardLines(view.framework, { dueOn, fullBecause, snapshot: snapshot.doc });
  return {
    name: "review-card",
    model: {
      ...blank,
      ...card,
      ...lines,
      state: stateWords(view),
      counts: countLines(view),
      buttons: buttonsOf(view),
    },
  };
};

/** The old card of a situation that another channel now follows. */
export const presentMovedReview = (review: string): Shown =>
  oneLine({ review, key: "", title: reviewLabel(review), userIds: [] }, cardWords.moved);

/** The last safe card: what a refresh shows when nothing can be read. It can be asked for again. */
export const presentUnreadableReview = (review: string, key: string): Shown =>
  oneLine({ review, key, title: reviewLabel(review), userIds: [] }, cardWords.unreadable);
