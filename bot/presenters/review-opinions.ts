/** What each member said, once it is revealed: a card holds thirteen long opinions, and says how the others went. */
import type { ReviewModel } from "../../cards/review/model.ts";
import { outcomesOf, type Destination, type ReviewOutcome } from "../../src/domain/review/outcomes.ts";
import type { Opinion } from "../../src/domain/review/records.ts";
import { lengthOf } from "../../src/domain/text.ts";
import type { ReviewHub } from "../../src/use-cases/see-review.ts";
import { withdrawnWords } from "../../src/wording/lead.ts";
import { quoted } from "../../src/wording/lists.ts";
import { opinionWords, reviewWords } from "../../src/wording/opinion.ts";
import { opinionOutcomeWords, outcomeWords } from "../../src/wording/reviews.ts";
import { serviceShown } from "./destinations.ts";
import type { Reader } from "./shown.ts";
import { readable } from "./top.ts";

const SHOWN = { opinions: 13, why: 300, next: 100 } as const;

/** « Réorientation (Mission locale) ». */
export const outcomeOf = (
  { dossier: { framework }, held }: ReviewHub,
  said: { readonly outcome: ReviewOutcome; readonly to: Destination | null },
): string => opinionOutcomeWords(framework, said, serviceShown(held, said.to));

const nameOf = (id: string, reader: Reader): string => reader.member(id)?.name ?? opinionWords.someone;

const whoOf = ({ memberId, notedBy }: Opinion, reader: Reader): string => {
  const name = nameOf(memberId, reader);
  return notedBy === null ? name : `${name} (${reviewWords.notedBy(nameOf(notedBy, reader))})`;
};

const countsOf = (hub: ReviewHub, opinions: readonly Opinion[]): string => {
  const counts = outcomesOf[hub.view.review.doc.cell].flatMap((outcome) => {
    const count = opinions.filter((one) => one.outcome === outcome).length;
    return count === 0 ? [] : [reviewWords.byOutcome(outcomeWords[outcome], count)];
  });
  return counts.length === 0 ? reviewWords.noOpinion : counts.join(" · ");
};

export const opinionsOf = (hub: ReviewHub, reader: Reader): ReviewModel["opinions"] => {
  const { opinions } = hub;
  if (opinions === null) return null;
  const [whole, others] = [opinions.slice(0, SHOWN.opinions), opinions.slice(SHOWN.opinions)];
  const isCut = whole.some(({ why, next }) => lengthOf(why) > SHOWN.why || lengthOf(next) > SHOWN.next);
  const line = (one: Opinion): string => `${whoOf(one, reader)} : ${outcomeOf(hub, one)}`;
  return {
    counts: countsOf(hub, opinions),
    items: whole.map((one) => ({
      who: whoOf(one, reader),
      outcome: outcomeOf(hub, one),
      said: [
        one.why === "" ? withdrawnWords : quoted(readable(one.why, SHOWN.why)),
        ...(one.next === "" ? [] : [reviewWords.next(readable(one.next, SHOWN.next))]),
      ].join(" "),
    })),
    others: others.length === 0 ? null : reviewWords.others(others.map(line)),
    cut: isCut ? reviewWords.cut : null,
  };
};
