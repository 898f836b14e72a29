/** A simple stay, to whoever may decide it without the cell. */
import { isOpenReview } from "../../src/use-cases/parts/on-review.ts";
import type { ShortView } from "../../src/use-cases/see-review-move.ts";
import { orErased } from "../../src/wording/lead.ts";
import { shortReviewWords } from "../../src/wording/decision.ts";
import { seenWords } from "../../src/wording/opinion.ts";
import type { ScreenOf } from "../screens.ts";
import { personSaid, pointedTo, recommended } from "./review-seen.ts";
import type { Reader, Shown } from "./shown.ts";
import { topOf } from "./top.ts";

export const presentReviewShort = (
  screen: ScreenOf<"reviewShort">,
  { review, snapshot, framework }: ShortView,
  reader: Reader,
): Shown => {
  const open = isOpenReview(review) && review.track === "short";
  const { labels } = seenWords;
  return {
    name: "review-short",
    model: {
      ...topOf(screen, reader),
      review: screen.review,
      title: shortReviewWords.title(screen.review),
      text: open ? shortReviewWords.text : shortReviewWords.behind,
      voices:
        snapshot === undefined
          ? []
          : [
              { label: shortReviewWords.question, text: orErased(snapshot.question) },
              { label: labels.person, text: personSaid(snapshot) },
              { label: labels.referent, text: recommended(framework, snapshot) },
              { label: labels.method, text: pointedTo(framework, snapshot) },
            ],
      open,
    },
  };
};
