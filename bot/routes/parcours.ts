/** *Suspendre, reprendre*, *Point à trois mois*, *Six mois après la sortie*. */
import { exitNewsFields, followUpFields, pauseFields } from "../../cards/actions/parcours.ts";
import { holdFollowUp } from "../../src/use-cases/hold-follow-up.ts";
import { recordExitNews } from "../../src/use-cases/record-exit-news.ts";
import { resumeParcours } from "../../src/use-cases/resume-parcours.ts";
import { planReturn, suspendParcours } from "../../src/use-cases/suspend-parcours.ts";
import { quiet, type NoticeCode, type Screen } from "../screens.ts";
import { at, does, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs = Extract<keyof Routes, `pause.${string}` | `followUp.${string}` | `exitNews.${string}`>;
type Data = Readonly<Record<string, unknown>> & { readonly code: string; readonly rev: string };
type Form = "pause" | "followUp" | "exitNews";
type Command = typeof suspendParcours;

const FIELDS = { pause: pauseFields, followUp: followUpFields, exitNews: exitNewsFields } as const;

/** The form again where something is to be mended or read again; the file otherwise. */
const fill =
  (screen: Form, command: Command, recorded: NoticeCode | null) =>
  (turn: BotTurn, data: Data): Promise<Answer> => {
    const { code, rev } = data;
    const inputs = typedIn(Object.keys(FIELDS[screen]), data, "whole");
    const intent = recorded === null ? "keep" : "record";
    const next = (kind: "recorded" | "toMend" | "kept" | "overtaken"): Screen => {
      if (kind === "toMend") return { screen, code, check: true, ...at(turn, "toMend") };
      if (kind === "overtaken") return { screen, code, check: false, ...at(turn, "formOvertaken") };
      return { screen: "sheet", code, ...at(turn, recorded ?? "draftKept") };
    };
    return does(turn, command, { code, rev, inputs, intent, settles: null }, ({ kind }) => next(kind), code);
  };
const opens =
  (screen: Form) =>
  (_turn: BotTurn, { code }: { readonly code: string }): Promise<Answer> =>
    Promise.resolve(shows({ screen, code, check: false, ...quiet }));

export const parcoursRoutes: Pick<Routes, Verbs> = {
  "pause.open": opens("pause"),
  "pause.save": fill("pause", suspendParcours, "parcoursSuspended"),
  "pause.plan": fill("pause", planReturn, "returnPlanned"),
  "pause.resume": fill("pause", resumeParcours, "parcoursResumed"),
  "pause.leave": fill("pause", suspendParcours, null),
  "followUp.open": opens("followUp"),
  "followUp.save": fill("followUp", holdFollowUp, "pointHeld"),
  "followUp.leave": fill("followUp", holdFollowUp, null),
  "exitNews.open": opens("exitNews"),
  "exitNews.save": fill("exitNews", recordExitNews, "exitNewsRecorded"),
  "exitNews.leave": fill("exitNews", recordExitNews, null),
};
