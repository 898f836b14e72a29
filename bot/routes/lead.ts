/** *Ma préconisation*, then *Piste de la méthode* beside it. */
import { quiet } from "../screens.ts";
import { shows, type Routes } from "./route.ts";

type Verbs =
  | "recommendation.open"
  | "recommendation.save"
  | "recommendation.leave"
  | "lead.open"
  | "lead.why"
  | "lead.setAside"
  | "lead.takeBack";

export const leadRoutes: Pick<Routes, Verbs> = {
  "recommendation.open": (_turn, { code }) =>
    Promise.resolve(shows({ screen: "recommendation", code, check: false, ...quiet })),
  "lead.open": (_turn, { code }) => Promise.resolve(shows({ screen: "lead", code, check: false, ...quiet })),
  "lead.why": (_turn, { code }) => Promise.resolve(shows({ screen: "leadWhy", code, ...quiet })),
};
