/** *Situation*: facts for eligibility and reports only. */
import { quiet } from "../screens.ts";
import { shows, type Routes } from "./route.ts";

type Verbs = "situation.open" | "situation.save" | "situation.leave";

export const situationRoutes: Pick<Routes, Verbs> = {
  "situation.open": (_turn, { code }) => Promise.resolve(shows({ screen: "situation", code, check: false, ...quiet })),
};
