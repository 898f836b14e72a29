/** What exists on the territory, and what référents say of it. */
import { quiet } from "../screens.ts";
import { shows, type Routes } from "./route.ts";

type Verbs =
  | "services.open"
  | "services.page"
  | "services.search"
  | "services.note"
  | "offerNotes.open"
  | "offerNotes.confirm"
  | "offerNotes.dismiss"
  | "needs.open";

export const offerRoutes: Pick<Routes, Verbs> = {
  "needs.open": () => Promise.resolve(shows({ screen: "needs", ...quiet })),
  "offerNotes.open": (_turn) => Promise.resolve(shows({ screen: "offerNotes", ...quiet })),
};
