/** What stands in the way of a decision, and the button that goes there. */
import type { Button } from "../../cards/common.ts";
import type { Hindrance } from "../../src/use-cases/parts/deciding.ts";
import type { ReviewView } from "../../src/use-cases/parts/on-review.ts";
import { decisionWords, shortReviewWords } from "../../src/wording/decision.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { buttons, topOf } from "./top.ts";

const { whereNext: words } = decisionWords;

const saidOf = (hindrance: Hindrance, { rules }: ReviewView): { readonly title: string; readonly text: string } => {
  switch (hindrance.kind) {
    case "decided":
      return { title: words.decided, text: words.decidedText };
    case "withdrawn":
      return { title: words.withdrawn, text: words.withdrawnText };
    case "notSimple":
      return { title: words.notSimple, text: words.notSimpleText };
    case "notRevealed":
      return { title: words.notRevealed, text: words.notRevealedText };
    case "quorumMissing":
      return {
        title: words.quorum,
        text: rules === undefined ? words.noCell : words.quorumText(hindrance.present, hindrance.quorum),
      };
  }
};

export const hinderedDecision = (
  screen: ScreenOf<"decision">,
  hindrance: Hindrance,
  view: ReviewView,
  reader: Reader,
): Shown => {
  const { review } = screen;
  const open: Button = { title: words.open, verb: "review.open", data: { review } };
  const adjourn: Button = { title: words.adjourn, verb: "review.moveOpen", data: { review, move: "adjourn" } };
  const full: Button = { title: shortReviewWords.full, verb: "review.inFull", data: { review } };
  const mayAdjourn = hindrance.kind === "quorumMissing" && view.review.doc.state !== "adjourned";
  return {
    name: "sentence",
    model: {
      ...topOf(screen, reader),
      ...saidOf(hindrance, view),
      suggestions: [],
      reference: null,
      buttons: [
        ...(mayAdjourn ? [adjourn] : []),
        ...(hindrance.kind === "notSimple" ? [full] : []),
        open,
        buttons.home,
      ],
    },
  };
};
