/** A review in a member's own chat: opinions given, noted and revealed. */
import type { CardData } from "../../cards/actions.ts";
import { opinionFields, opinionNoteFields } from "../../cards/actions/opinion.ts";
import { giveOpinion } from "../../src/use-cases/give-opinion.ts";
import { noteOpinion } from "../../src/use-cases/note-opinion.ts";
import { revealOpinions } from "../../src/use-cases/reveal-opinions.ts";
import { perform } from "../../src/use-cases/frame/use-case.ts";
import { quiet, screen, type Screen } from "../screens.ts";
import { at, does, refusal, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs =
  | "review.open"
  | "opinion.open"
  | "opinion.save"
  | "opinion.leave"
  | "opinion.noteOpen"
  | "opinion.noteSave"
  | "opinion.noteLeave"
  | "reveal.do";

type Intent = "record" | "keep";

const opinion = (turn: BotTurn, intent: Intent, data: CardData<"opinion.save">): Promise<Answer> => {
  const { review, rev } = data;
  const inputs = typedIn(Object.keys(opinionFields), data, "whole");
  return does(
    turn,
    giveOpinion,
    { review, rev, inputs, intent },
    ({ kind }): Screen => {
      if (kind === "toMend") return { screen: "opinion", review, check: true, ...at(turn, "toMend") };
      if (kind === "kept") return { screen: "review", review, ...at(turn, "draftKept") };
      return { screen: "review", review, ...at(turn, kind === "closed" ? "opinionTooLate" : "opinionGiven") };
    },
    null,
  );
};

const note = (turn: BotTurn, intent: Intent, data: CardData<"opinion.noteSave">): Promise<Answer> => {
  const { review, rev } = data;
  const inputs = typedIn(Object.keys(opinionNoteFields), data, "whole");
  return does(
    turn,
    noteOpinion,
    { review, rev, inputs, intent },
    ({ kind, meeting }): Screen => {
      if (kind === "toMend") return { screen: "opinionNote", review, check: true, ...at(turn, "toMend") };
      if (kind === "kept")
        return meeting === null
          ? { screen: "review", review, ...at(turn, "draftKept") }
          : { screen: "sitting", meeting, ...at(turn, "draftKept") };
      if (kind === "closed") return { screen: "refusal", refusal: "opinionsClosed", code: null, ...quiet };
      return { screen: "opinionNote", review, check: false, ...at(turn, "opinionNoted") };
    },
    null,
  );
};

/** Below the quorum, the page of the review says what is missing, with the buttons that remain. */
const reveal = async (turn: BotTurn, { review }: CardData<"reveal.do">): Promise<Answer> => {
  const next = (): Screen => ({ screen: "review", review, ...at(turn, "opinionsRevealed") });
  const result = await perform(turn.services, turn.actor, revealOpinions, { review }, turn.delivery, next);
  if (result.ok) return { screen: screen.parse(result.value), kept: true };
  if (result.refusal === "quorumMissing") return shows({ screen: "review", review, ...at(turn, "belowQuorum") });
  return result.refusal === "alreadyDone"
    ? shows({ screen: "review", review, ...quiet })
    : refusal(result.refusal, null);
};

export const opinionRoutes: Pick<Routes, Verbs> = {
  "review.open": (_turn, { review }) => Promise.resolve(shows({ screen: "review", review, ...quiet })),
  "opinion.open": (_turn, { review }) => Promise.resolve(shows({ screen: "opinion", review, check: false, ...quiet })),
  "opinion.save": (turn, data) => opinion(turn, "record", data),
  "opinion.leave": (turn, data) => opinion(turn, "keep", data),
  "opinion.noteOpen": (_turn, { review }) =>
    Promise.resolve(shows({ screen: "opinionNote", review, check: false, ...quiet })),
  "opinion.noteSave": (turn, data) => note(turn, "record", data),
  "opinion.noteLeave": (turn, data) => note(turn, "keep", data),
  "reveal.do": reveal,
};
