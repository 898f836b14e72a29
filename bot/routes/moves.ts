/** Absences and transfers: from a button to the screen that answers. */
import type { CardData } from "../../cards/actions.ts";
import { moveFields } from "../../cards/actions/moves.ts";
import { participantCode } from "../../src/domain/participant/codes.ts";
import { recentDayFrom } from "../../src/domain/participant/typed.ts";
import { acceptCaseMove } from "../../src/use-cases/accept-case-move.ts";
import { applyCaseMove } from "../../src/use-cases/apply-case-moves.ts";
import { endCaseMove } from "../../src/use-cases/end-case-move.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { notePersonInformed } from "../../src/use-cases/note-person-informed.ts";
import { planCaseMove } from "../../src/use-cases/plan-case-move.ts";
import { seeMoveForm } from "../../src/use-cases/see-case-moves.ts";
import { quiet, type ScreenOf } from "../screens.ts";
import { at, does, refusal, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs = "move.list" | "move.pick" | "move.form" | "move.plan" | "move.end" | "move.accept" | "move.informed";

const LONGEST = 64;
const typedOf = (data: Readonly<Record<string, unknown>>): Record<keyof typeof moveFields, string> => {
  const typed = typedIn(Object.keys(moveFields), data, "whole");
  const of = (field: keyof typeof moveFields): string => (typed[field] ?? "").slice(0, LONGEST);
  return {
    what: of("what"),
    fromId: of("fromId"),
    toId: of("toId"),
    from: of("from"),
    until: of("until"),
    why: of("why"),
  };
};

const form = (code: string | null, data: Readonly<Record<string, unknown>> = {}): ScreenOf<"moveForm"> => ({
  ...{ screen: "moveForm", code, check: false, ...typedOf(data), ...quiet },
});

export const movesScreen: ScreenOf<"absences"> = { screen: "absences", ...quiet };
export const moveFormOf = (code: string): ScreenOf<"moveForm"> => form(code);

const move = (id: string): ScreenOf<"move"> => ({ screen: "move", move: id, ...quiet });

/** One case passes at once; what cannot be done now is done in a moment, by itself. */
const atOnce = async (turn: BotTurn, answer: Answer, code: string | null): Promise<Answer> => {
  if (!answer.kept || answer.screen.screen !== "move" || code === null) return answer;
  const { move: id } = answer.screen;
  await applyCaseMove(turn.services, id).catch((cause: unknown) => turn.services.log.error("moves.failed", { cause }));
  return answer;
};

const plan = async (turn: BotTurn, data: CardData<"move.plan">): Promise<Answer> => {
  const { code, shownFrom } = data;
  const inputs = typedOf(data);
  const seen = await ask(turn.services, turn.actor, seeMoveForm, { code, inputs });
  if (!seen.ok) return refusal(seen.refusal, code);
  if (seen.value.problems.length > 0) return shows({ ...form(code, data), check: true, ...at(turn, "toMend") });
  const input = { code, shownFrom: shownFrom === "" ? null : shownFrom, inputs };
  const answer = await does(
    turn,
    planCaseMove,
    input,
    (planned) => ({ ...move(planned.move), ...at(turn, planned.kind === "asked" ? "moveAsked" : "movePlanned") }),
    code,
  );
  return atOnce(turn, answer, code);
};

const ENDED = { cancelled: "moveCancelled", declined: "moveDeclined", ending: "moveEnded" } as const;

const end = async (turn: BotTurn, id: string): Promise<Answer> => {
  const said = await does(
    turn,
    endCaseMove,
    { move: id },
    ({ kind }) => ({ ...move(id), ...at(turn, ENDED[kind]) }),
    null,
  );
  const found = await turn.services.store.get("caseMove", id);
  return atOnce(turn, said, found?.doc.code ?? null);
};

const accept = async (turn: BotTurn, { move: id, toId }: CardData<"move.accept">): Promise<Answer> => {
  if (toId === undefined || toId === "") return shows({ ...move(id), ...at(turn, "chooseFirst") });
  const input = { move: id, toId: toId.slice(0, LONGEST) };
  const said = await does(turn, acceptCaseMove, input, () => ({ ...move(id), ...at(turn, "movePlanned") }), null);
  const found = await turn.services.store.get("caseMove", id);
  return atOnce(turn, said, found?.doc.code ?? null);
};

const informed = (turn: BotTurn, { move: id, person, informedOn }: CardData<"move.informed">): Promise<Answer> => {
  const code = participantCode.safeParse(person);
  const day = recentDayFrom(informedOn ?? "", turn.services.clock.today());
  if (!code.success) return Promise.resolve(shows({ ...move(id), ...at(turn, "chooseFirst") }));
  if (!day.ok) return Promise.resolve(shows({ ...move(id), ...at(turn, "moveDayMissing") }));
  const input = { move: id, code: code.data, on: day.value };
  return does(turn, notePersonInformed, input, () => ({ ...move(id), ...at(turn, "personInformed") }), code.data);
};

export const movesRoutes: Pick<Routes, Verbs> = {
  "move.list": () => Promise.resolve(shows(movesScreen)),
  "move.pick": (turn, { choice }) =>
    Promise.resolve(
      shows(
        choice === undefined || choice === ""
          ? { ...movesScreen, ...at(turn, "chooseFirst") }
          : move(choice.slice(0, 100)),
      ),
    ),
  "move.form": (_turn, { code }) => Promise.resolve(shows(form(code))),
  "move.plan": plan,
  "move.end": (turn, { move: id }) => end(turn, id),
  "move.accept": accept,
  "move.informed": informed,
};
