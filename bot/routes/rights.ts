/** *Droits*: noting what the person asks, answering it, giving the notice again, reading who opened their file. */
import { answerFields, requestFields } from "../../cards/actions/rights.ts";
import { answerRightsRequest } from "../../src/use-cases/answer-rights-request.ts";
import { giveNotice } from "../../src/use-cases/give-notice.ts";
import { noteRightsRequest } from "../../src/use-cases/note-rights-request.ts";
import { quiet, type NoticeCode, type Screen } from "../screens.ts";
import { at, does, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs = Extract<keyof Routes, `rights.${string}`>;
type Data = Readonly<Record<string, unknown>> & { readonly code: string; readonly rev: string };
type Intent = "record" | "keep";
type Kind = "recorded" | "toMend" | "kept" | "overtaken";

/** The form again where something is to be mended or read again; the person's rights otherwise. */
const next = (turn: BotTurn, form: (notice: NoticeCode, check: boolean) => Screen, code: string, done: NoticeCode) => {
  const screens: Readonly<Record<Kind, () => Screen>> = {
    recorded: () => ({ screen: "rights", code, ...at(turn, done) }),
    kept: () => ({ screen: "rights", code, ...at(turn, "draftKept") }),
    toMend: () => form("toMend", true),
    overtaken: () => form("formOvertaken", false),
  };
  return ({ kind }: { readonly kind: Kind }): Screen => screens[kind]();
};

const request =
  (intent: Intent) =>
  (turn: BotTurn, data: Data): Promise<Answer> => {
    const { code, rev } = data;
    const inputs = typedIn(Object.keys(requestFields), data, "whole");
    const form = (notice: NoticeCode, check: boolean): Screen => ({
      ...{ screen: "rightsRequest", code, check },
      ...at(turn, notice),
    });
    const input = { code, rev, inputs, intent, settles: null };
    return does(turn, noteRightsRequest, input, next(turn, form, code, "rightsRequested"), code);
  };

const answer =
  (intent: Intent) =>
  (turn: BotTurn, data: Data & { readonly request: string }): Promise<Answer> => {
    const { code, rev, request: id } = data;
    const inputs = typedIn(Object.keys(answerFields), data, "whole");
    const form = (notice: NoticeCode, check: boolean): Screen => ({
      ...{ screen: "rightsAnswer", code, request: id, check },
      ...at(turn, notice),
    });
    const input = { code, request: id, rev, inputs, intent };
    return does(turn, answerRightsRequest, input, next(turn, form, code, "rightsAnswered"), code);
  };

export const rightsRoutes: Pick<Routes, Verbs> = {
  "rights.open": (_turn, { code }) => Promise.resolve(shows({ screen: "rights", code, ...quiet })),
  "rights.note": (_turn, { code }) => Promise.resolve(shows({ screen: "rightsRequest", code, check: false, ...quiet })),
  "rights.request": request("record"),
  "rights.requestLeave": request("keep"),
  "rights.answerOpen": (turn, { code, choice = "" }) =>
    Promise.resolve(
      shows(
        choice === "" || choice.length > 60
          ? { screen: "rights", code, ...at(turn, "chooseFirst") }
          : { screen: "rightsAnswer", code, request: choice, check: false, ...quiet },
      ),
    ),
  "rights.answer": answer("record"),
  "rights.answerLeave": answer("keep"),
  "rights.notice": (turn, { code }) =>
    does(turn, giveNotice, { code }, () => ({ screen: "rights", code, ...at(turn, "noticeGiven") }), code),
  "rights.openings": (_turn, { code, cursor }) =>
    Promise.resolve(shows({ screen: "openings", code, cursor, ...quiet })),
};
