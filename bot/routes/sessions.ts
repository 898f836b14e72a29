/** *Préparer* an action, and *Actions collectives*. */
import { preparationFields, sessionFields } from "../../cards/actions/sessions.ts";
import type { CardData } from "../../cards/actions.ts";
import { participantCode, type ParticipantCode } from "../../src/domain/participant/codes.ts";
import { cancelSession, undoCancelledSessions } from "../../src/use-cases/cancel-session.ts";
import { enrolInSession, withdrawFromSession } from "../../src/use-cases/enrol-in-session.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { noteParticipation } from "../../src/use-cases/note-participation.ts";
import { openSession } from "../../src/use-cases/open-session.ts";
import { prepareAction } from "../../src/use-cases/prepare-action.ts";
import { seeSession } from "../../src/use-cases/see-sessions.ts";
import { quiet, type NoticeCode, type Screen } from "../screens.ts";
import { at, does, refusal, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs = Extract<keyof Routes, `session.${string}` | `preparation.${string}`>;

const codeIn = (typed: string | undefined): ParticipantCode | null => participantCode.safeParse(typed).data ?? null;

const listIn = (typed: string | undefined): ParticipantCode[] =>
  (typed ?? "").split(",").flatMap((code) => codeIn(code.trim()) ?? []);

type Of = CardData<"session.open">;
const one = ({ session, code }: Of, said: { notice: NoticeCode | null; at: string | null } = quiet): Screen => ({
  screen: "session",
  session,
  code: codeIn(code),
  ...said,
});
const opens = (screen: Screen): Promise<Answer> => Promise.resolve(shows(screen));
const chooseFirst = (turn: BotTurn, of: Of): Promise<Answer> => opens(one(of, at(turn, "chooseFirst")));

const prepare = (turn: BotTurn, intent: "record" | "keep", data: CardData<"preparation.save">): Promise<Answer> => {
  const { code, action, rev } = data;
  const inputs = typedIn(Object.keys(preparationFields), data, "whole");
  const form = { screen: "preparation", code, action } as const;
  return does(
    turn,
    prepareAction,
    { code, action, rev, inputs, intent },
    ({ kind }): Screen => {
      if (kind === "toMend") return { ...form, check: true, ...at(turn, "toMend") };
      if (kind === "overtaken") return { ...form, check: false, ...at(turn, "formOvertaken") };
      if (kind === "kept") return { screen: "actionSeen", code, action, ...at(turn, "draftKept") };
      return { ...form, check: false, ...at(turn, "prepared") };
    },
    code,
  );
};

const save = (turn: BotTurn, intent: "record" | "keep", data: CardData<"session.save">): Promise<Answer> =>
  does(
    turn,
    openSession,
    { rev: data.rev, inputs: typedIn(Object.keys(sessionFields), data, "whole"), intent },
    (outcome): Screen => {
      if (outcome.kind === "opened")
        return { screen: "session", session: outcome.session, code: null, ...at(turn, "sessionAdded") };
      return outcome.kind === "kept"
        ? { screen: "sessions", code: null, ...at(turn, "draftKept") }
        : { screen: "sessionForm", check: true, ...at(turn, "toMend") };
    },
    null,
  );

/** Each makes their own bilan, with the person: the action of whoever is chosen. */
const bilan = async (turn: BotTurn, of: Of): Promise<Answer> => {
  const seen = await ask(turn.services, turn.actor, seeSession, { session: of.session, code: codeIn(of.code) });
  if (!seen.ok) return refusal(seen.refusal, null);
  const chosen = seen.value.people?.find(({ identity, mine }) => mine && identity.code === of.choice);
  const action = chosen?.action?.id;
  return chosen === undefined || action === undefined
    ? chooseFirst(turn, of)
    : shows({ screen: "bilan", code: chosen.identity.code, action, check: false, ...quiet });
};

const cancel = async (turn: BotTurn, of: Of): Promise<Answer> => {
  const answer = await does(
    turn,
    cancelSession,
    { session: of.session },
    () => one(of, at(turn, "sessionCancelled")),
    null,
  );
  if (answer.kept) await undoCancelledSessions(turn.services);
  return answer;
};

export const sessionRoutes: Pick<Routes, Verbs> = {
  "preparation.open": (_turn, { code, action }) =>
    opens({ screen: "preparation", code, action, check: false, ...quiet }),
  "preparation.save": (turn, data) => prepare(turn, "record", data),
  "preparation.leave": (turn, data) => prepare(turn, "keep", data),
  "session.list": (_turn, { code }) => opens({ screen: "sessions", code: codeIn(code), ...quiet }),
  "session.pick": (turn, { code, choice }) =>
    opens(
      choice === undefined || choice === ""
        ? { screen: "sessions", code: codeIn(code), ...at(turn, "chooseFirst") }
        : { screen: "session", session: choice.slice(0, 80), code: codeIn(code), ...quiet },
    ),
  "session.open": (_turn, of) => opens(one(of)),
  "session.new": () => opens({ screen: "sessionForm", check: false, ...quiet }),
  "session.save": (turn, data) => save(turn, "record", data),
  "session.leave": (turn, data) => save(turn, "keep", data),
  "session.enrol": (turn, of) => {
    const code = codeIn(of.person);
    if (code === null) return chooseFirst(turn, of);
    return does(turn, enrolInSession, { session: of.session, code }, () => one(of, at(turn, "enrolled")), code);
  },
  "session.withdraw": (turn, of) => {
    const code = codeIn(of.choice);
    if (code === null) return chooseFirst(turn, of);
    return does(
      turn,
      withdrawFromSession,
      { session: of.session, code },
      () => one(of, at(turn, "withdrawnFrom")),
      code,
    );
  },
  "session.bilan": bilan,
  "session.presentOpen": (_turn, { session }) => opens({ screen: "sessionPresent", session, ...quiet }),
  "session.present": (turn, { session, shown, present }) =>
    does(
      turn,
      noteParticipation,
      { session, shown: listIn(shown), ticked: listIn(present) },
      () => ({ screen: "session", session, code: null, ...at(turn, "participationNoted") }),
      null,
    ),
  "session.cancelAsk": (_turn, { session }) => opens({ screen: "sessionCancel", session, ...quiet }),
  "session.cancel": cancel,
};
