/** The buttons of the step that a hand-over is at, and of no other. */
import type { HandoverButton } from "../../cards/handover/model.ts";
import { lastSending, stateOf } from "../../src/domain/handover/standing.ts";
import type { HandoverStep } from "../../src/domain/handover/codes.ts";
import { daysBetween } from "../../src/domain/participant/days.ts";
import { handoverRev } from "../../src/use-cases/parts/on-handover.ts";
import type { HandoverView } from "../../src/use-cases/see-handovers.ts";
import { handoverWords as words, stepButtonWords } from "../../src/wording/handover.ts";

/** The steps that are offered now, most needed first. */
const stepsOf = ({ handover: { doc: handover }, hindrance, around }: HandoverView): readonly HandoverStep[] => {
  const { referring, held, appointment } = handover;
  const last = lastSending(handover);
  switch (stateOf(handover)) {
    case "preparing":
      if (hindrance === null) return ["send"];
      if (hindrance === "referringFirst") return referring === null ? ["refer"] : ["referAccepted", "referRefused"];
      return hindrance === "agreementMissing" ? ["agree"] : [];
    case "sent":
      if (last === undefined) return [];
      if (daysBetween(last.on, around.today) >= around.fallbackDays) return ["call", "next"];
      return last.remindedOn === null ? ["remind", "call"] : ["call"];
    case "refused":
      return ["next"];
    case "accepted":
      return appointment === null
        ? []
        : [
            ...(held.byPerson === null ? ["heldPerson" as const] : []),
            ...(held.byPartner === null ? ["heldPartner" as const] : []),
            ...(held.byPerson !== null && held.byPartner === null && held.unreachedOn === null
              ? ["unreached" as const]
              : []),
          ];
    case "secured":
      return ["stillYes", "stillNo", "stillUnknown"];
    case "followed":
    case "closed":
      return [];
  }
};

export const buttonsOf = (view: HandoverView): HandoverButton[] => {
  const handover = view.handover.doc;
  const { code, id, review, what } = handover;
  const state = stateOf(handover);
  const data = { code, handover: id };
  const toReview: HandoverButton[] =
    review === null ? [] : [{ title: words.buttons.review, verb: "review.open", data: { review } }];
  if (!view.mayCarry) return toReview;
  if (state === "followed" && handover.followed?.still === "no")
    return [{ title: words.buttons.again, verb: "person.new", data: {} }];
  if (handover.closed !== null || handover.pausedOn !== null) return toReview;
  const step = (one: HandoverStep): HandoverButton => ({
    title: stepButtonWords[one],
    verb: "handover.step",
    data: { ...data, rev: handoverRev(handover), step: one },
  });
  const sheet: HandoverButton = { title: words.buttons.sheet, verb: "handover.sheetOpen", data };
  const answer: HandoverButton = {
    title: state === "sent" ? words.buttons.answer : words.buttons.appointment,
    verb: "handover.answerOpen",
    data,
  };
  const giveUp = what === "relay" && state !== "secured" ? [step("giveUp")] : [];
  const steps = stepsOf(view).map(step);
  if (state === "sent" || state === "accepted") return [answer, ...steps, ...giveUp].slice(0, 4);
  if (state === "secured") return steps;
  const away = handover.fallback === null && state === "refused" ? toReview : [];
  return [...steps, sheet, ...away, ...giveUp].slice(0, 4);
};
