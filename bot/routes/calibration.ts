/** Vignettes, agreement and double scoring. */
import { quiet } from "../screens.ts";
import { shows, type Routes } from "./route.ts";

type Verbs =
  | "vignettes.open"
  | "vignettes.pick"
  | "vignettes.save"
  | "vignettes.leave"
  | "agreement.open"
  | "double.offer"
  | "double.open"
  | "double.decline"
  | "double.save"
  | "double.leave";

export const calibrationRoutes: Pick<Routes, Verbs> = {
  "vignettes.open": (_turn) => Promise.resolve(shows({ screen: "vignettes", ...quiet })),
  "agreement.open": (_turn) => Promise.resolve(shows({ screen: "agreement", check: false, ...quiet })),
  "double.open": (_turn, { code }) => Promise.resolve(shows({ screen: "double", code, check: false, ...quiet })),
};
