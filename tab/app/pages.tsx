/** Every page of the tab: its place in the navigation, who finds it there, and its script, which comes when it is opened. */
import type { ComponentType } from "react";
import type { TabPage } from "../../src/contracts/tab-routes.ts";
import type { MemberRole as Role } from "../../src/contracts/me.ts";
import { part } from "./part.ts";

const ANYONE: readonly Role[] = ["referent", "chargeDeProjet", "coordinatrice", "assistante", "membreCellule"];
const LEADERS: readonly Role[] = ["chargeDeProjet", "coordinatrice"];

export interface PageEntry {
  /** Who finds it in the navigation; empty: it is opened from elsewhere. The server decides who may read it. */
  readonly shownTo: readonly Role[];
  readonly View: ComponentType;
  /** What stands at the page's address when a code follows it, where that is another page. */
  readonly OneView?: ComponentType<{ readonly code: string }>;
}

export const PAGES: Readonly<Record<TabPage, PageEntry>> = {
  "tableau-de-bord": {
    shownTo: [...LEADERS, "assistante"],
    View: part(() => import("../pages/dashboard/dashboard.tsx")),
  },
  participants: {
    shownTo: [...LEADERS, "referent", "assistante"],
    View: part(() => import("../pages/participants/participants.tsx")),
    OneView: part(() => import("../pages/person/person.tsx")),
  },
  dossiers: {
    shownTo: [...LEADERS, "referent", "assistante"],
    View: part(() => import("../pages/files/files.tsx")),
  },
  cellules: { shownTo: ANYONE, View: part(() => import("../pages/cells/cells.tsx")) },
  offre: { shownTo: ANYONE, View: part(() => import("../pages/offer/offer.tsx")) },
  reglages: { shownTo: ["coordinatrice"], View: part(() => import("../pages/settings/settings.tsx")) },
  canal: { shownTo: [], View: part(() => import("../pages/channel/channel.tsx")) },
  configurer: { shownTo: [], View: part(() => import("../pages/configure/configure.tsx")) },
  document: { shownTo: [], View: part(() => import("../pages/document/document.tsx")) },
};

const NAVIGATION = [
  "tableau-de-bord",
  "participants",
  "dossiers",
  "cellules",
  "offre",
  "reglages",
] as const satisfies TabPage[];
type NavigationPage = (typeof NAVIGATION)[number];

/** What a member finds at /tab: the first page of their navigation. */
export const pagesOf = (roles: readonly Role[]): readonly NavigationPage[] =>
  NAVIGATION.filter((page) => PAGES[page].shownTo.some((role) => roles.includes(role)));
