/** Nouvelle personne orientée, possible duplicate. */
import { personFields } from "../../cards/actions/person.ts";
import { participantCodeFrom } from "../../src/domain/participant/typed.ts";
import { registerParticipant } from "../../src/use-cases/register-participant.ts";
import { takeUpAgain } from "../../src/use-cases/take-up-again.ts";
import { quiet, type Screen } from "../screens.ts";
import { at, does, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs =
  | "person.new"
  | "person.register"
  | "person.leave"
  | "duplicate.reopen"
  | "duplicate.newParcours"
  | "duplicate.other"
  | "duplicate.back";

const FIELDS = Object.keys(personFields);

type Intent = "record" | "another" | "keep";
const register = (
  turn: BotTurn,
  intent: Intent,
  rev: string,
  data: Readonly<Record<string, unknown>>,
): Promise<Answer> =>
  does(
    turn,
    registerParticipant,
    { rev, inputs: typedIn(FIELDS, data, "whole"), intent },
    (outcome): Screen => {
      if (outcome.kind === "registered") return { screen: "sheet", code: outcome.code, ...at(turn, "registered") };
      if (outcome.kind === "maybeKnown") return { screen: "duplicates", rev: outcome.rev, ...quiet };
      if (outcome.kind === "toMend")
        return { screen: "newPerson", rev: outcome.rev, check: true, ...at(turn, "toMend") };
      return { screen: "paused", code: null, ...at(turn, "draftKept") };
    },
    null,
  );

const takeUp = (
  turn: BotTurn,
  intent: "reopen" | "newParcours",
  { rev, choice }: { readonly rev: string; readonly choice?: string | undefined },
): Promise<Answer> => {
  const code = participantCodeFrom(choice ?? "");
  if (code === undefined) return Promise.resolve(shows({ screen: "duplicates", rev, ...at(turn, "chooseFirst") }));
  return does(
    turn,
    takeUpAgain,
    { rev, code, intent },
    (outcome): Screen => {
      if (outcome.kind === "othersCase") return { screen: "othersCase", code, ...quiet };
      const opened = intent === "newParcours" ? "parcoursGoesOn" : "alreadyRegistered";
      const notices = { opened, reopened: "reopened", newParcours: "newParcours" } as const;
      return { screen: "sheet", code, ...at(turn, notices[outcome.kind]) };
    },
    code,
  );
};

export const personRoutes: Pick<Routes, Verbs> = {
  "person.new": () => Promise.resolve(shows({ screen: "newPerson", rev: null, check: false, ...quiet })),
  "person.register": (turn, data) => register(turn, "record", data.rev, data),
  "person.leave": (turn, data) => register(turn, "keep", data.rev, data),
  "duplicate.reopen": (turn, data) => takeUp(turn, "reopen", data),
  "duplicate.newParcours": (turn, data) => takeUp(turn, "newParcours", data),
  "duplicate.other": (turn, { rev }) => register(turn, "another", rev, {}),
  "duplicate.back": (_turn, { rev }) => Promise.resolve(shows({ screen: "newPerson", rev, check: false, ...quiet })),
};
