/** Accueil, Aide, Mes participants, Mes échéances. */
import { participantCode } from "../../src/domain/participant/codes.ts";
import { participantCodeFrom } from "../../src/domain/participant/typed.ts";
import { quiet } from "../screens.ts";
import { at, shows, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs =
  | "home.open"
  | "help.open"
  | "participants.open"
  | "participants.search"
  | "participants.page"
  | "participants.pick"
  | "milestones.open"
  | "milestones.page"
  | "milestones.pick";

const cursorFrom = (typed: string | null): string | null => participantCode.safeParse(typed).data ?? null;

/** What is searched is remembered with the answer: see `remember`. */
export const searchFor = (typed: string): Answer => ({
  ...shows({ screen: "participants", searching: typed.trim() !== "", cursor: null, ...quiet }),
  remember: typed,
});

const pick = (turn: BotTurn, choice: string | undefined, otherwise: Answer["screen"]): Answer => {
  const code = participantCodeFrom(choice ?? "");
  return code === undefined
    ? shows({ ...otherwise, ...at(turn, "chooseFirst") })
    : shows({ screen: "sheet", code, ...quiet });
};

export const listRoutes: Pick<Routes, Verbs> = {
  "home.open": () => Promise.resolve(shows({ screen: "home", ...quiet })),
  "help.open": () => Promise.resolve(shows({ screen: "help", ...quiet })),
  "participants.open": () =>
    Promise.resolve(shows({ screen: "participants", searching: false, cursor: null, ...quiet })),
  "participants.search": (_turn, { query }) => Promise.resolve(searchFor(query ?? "")),
  "participants.page": (_turn, { cursor }) =>
    Promise.resolve(shows({ screen: "participants", searching: false, cursor: cursorFrom(cursor), ...quiet })),
  "participants.pick": (turn, { choice, cursor, query }) => {
    const searched = searchFor(query ?? "");
    const page: Answer["screen"] = { screen: "participants", searching: false, cursor: cursorFrom(cursor), ...quiet };
    const searching = (query ?? "").trim() !== "";
    return Promise.resolve({
      ...(searching ? searched : {}),
      ...pick(turn, choice, searching ? searched.screen : page),
    });
  },
  "milestones.open": () => Promise.resolve(shows({ screen: "milestones", cursor: null, ...quiet })),
  "milestones.page": (_turn, { cursor }) =>
    Promise.resolve(shows({ screen: "milestones", cursor: cursorFrom(cursor), ...quiet })),
  "milestones.pick": (turn, { choice, cursor }) =>
    Promise.resolve(pick(turn, choice, { screen: "milestones", cursor: cursorFrom(cursor), ...quiet })),
};
