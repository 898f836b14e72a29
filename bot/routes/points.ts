/** *Points d'étape*: the list of a référent, then what is agreed for one person; back to the list, where the meeting goes on. */
import { pointsFields } from "../../cards/actions/points.ts";
import { memberId } from "../../src/domain/participant/codes.ts";
import { participantCodeFrom } from "../../src/domain/participant/typed.ts";
import { recordStagePoint } from "../../src/use-cases/record-stage-point.ts";
import { quiet, type Screen, type ScreenOf } from "../screens.ts";
import { at, does, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs = Extract<keyof Routes, `points.${string}`>;
type Place = Pick<ScreenOf<"points">, "referent" | "page">;
type Data = Place & Readonly<Record<string, unknown>> & { readonly code: string; readonly rev: string };

const FIRST: Place = { referent: null, page: 0 };
export const pointsScreen: Screen = { screen: "points", ...FIRST, ...quiet };

const placeOf = ({ referent, page }: Place): Place => ({ referent, page });

const fill =
  (intent: "record" | "keep") =>
  (turn: BotTurn, data: Data): Promise<Answer> => {
    const { code, rev } = data;
    const inputs = typedIn(Object.keys(pointsFields), data, "whole");
    const place = placeOf(data);
    const form = { screen: "pointsForm", code, ...place } as const;
    const NEXT: Readonly<Record<"recorded" | "toMend" | "kept" | "overtaken", Screen>> = {
      recorded: { screen: "points", ...place, ...at(turn, "stagePointNoted") },
      kept: { screen: "points", ...place, ...at(turn, "draftKept") },
      toMend: { ...form, check: true, ...at(turn, "toMend") },
      overtaken: { ...form, check: false, ...at(turn, "formOvertaken") },
    };
    return does(turn, recordStagePoint, { code, rev, inputs, intent, settles: null }, ({ kind }) => NEXT[kind], code);
  };

export const pointsRoutes: Pick<Routes, Verbs> = {
  "points.open": () => Promise.resolve(shows(pointsScreen)),
  "points.page": (_turn, data) => Promise.resolve(shows({ screen: "points", ...placeOf(data), ...quiet })),
  "points.of": (turn, { whose }) => {
    const referent = memberId.safeParse(whose);
    return Promise.resolve(
      shows({
        ...{ screen: "points", referent: referent.success ? referent.data : null, page: 0 },
        ...(referent.success ? quiet : at(turn, "chooseFirst")),
      }),
    );
  },
  "points.pick": (turn, data) => {
    const code = participantCodeFrom(data.choice ?? "");
    const place = placeOf(data);
    return Promise.resolve(
      code === undefined
        ? shows({ screen: "points", ...place, ...at(turn, "chooseFirst") })
        : shows({ screen: "pointsForm", code, ...place, check: false, ...quiet }),
    );
  },
  "points.save": fill("record"),
  "points.leave": fill("keep"),
};
