/** Before a review is adjourned, withdrawn, reopened or studied a second time: what it will do, and why. */
import type { Choice } from "../../cards/common.ts";
import type { ReviewMove } from "../../src/domain/review/codes.ts";
import { ADJOURN_REASONS, REOPEN_REASONS, WITHDRAW_REASONS } from "../../src/domain/review/records.ts";
import type { MoveView } from "../../src/use-cases/see-review-move.ts";
import { dayInWords } from "../../src/wording/dates.ts";
import { moveCommon, moveWords } from "../../src/wording/decision.ts";
import { adjournReasonWords, reopenReasonWords, withdrawReasonWords } from "../../src/wording/reviews.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { choicesOf, topOf } from "./top.ts";

const REASONS: Readonly<Record<ReviewMove, Choice[]>> = {
  adjourn: choicesOf(adjournReasonWords, ADJOURN_REASONS),
  withdraw: choicesOf(withdrawReasonWords, WITHDRAW_REASONS),
  reopen: choicesOf(reopenReasonWords, REOPEN_REASONS),
  // The person asks: no reason is asked of them.
  second: [],
};

const untilOf = ({ move, decision }: MoveView): string[] => {
  const until = decision?.secondUntil ?? null;
  return move === "second" && until !== null ? [moveCommon.until(dayInWords(until))] : [];
};

export const presentReviewMove = (screen: ScreenOf<"reviewMove">, view: MoveView, reader: Reader): Shown => {
  const { move, review } = screen;
  const { title, does, label, act } = moveWords[move];
  return {
    name: "review-move",
    model: {
      ...topOf(screen, reader),
      review,
      rev: view.rev,
      move,
      title: title(review),
      lines: [...does, ...untilOf(view)],
      label: label ?? "",
      act,
      fields: { because: "" },
      choices: { because: REASONS[move] },
      problems: screen.check ? { because: moveCommon.missing } : {},
    },
  };
};
