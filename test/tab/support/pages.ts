/**
 * Every page of the tab, with the demo's people: `pages.test.ts` looks at each in three themes and at three widths. A page adds its lines here, one
 * for each state worth a look (full, empty, one tab of it…).
 */
import type { Frame } from "playwright-core";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { ALIX, BASILE, DORIAN, EUGENIE } from "../../support/chat.ts";
import type { Opening } from "./tab-bench.ts";

export interface PageLine extends Pick<Opening, "frameContext" | "context" | "settings" | "hosted"> {
  /** Of the picture: test/pictures/tab-<name>-<theme>-<width>.png */
  readonly name: string;
  readonly address: string;
  /** Object id of a member of config/team.json. */
  readonly member: string;
  /** Words that are on the page once it shows what it has to show, or what to do until then (a press, an opening). */
  readonly ready: string | ((frame: Frame) => Promise<void>);
}

export const PAGE_LINES: readonly PageLine[] = [
  {
    name: "document",
    address: tabAddress("document", null, { kind: "feuille-entretien" }),
    member: ALIX,
    ready: "Imprimer",
  },
  {
    name: "document-unknown",
    address: tabAddress("document", null, { kind: "dossier" }),
    member: ALIX,
    ready: "Rien ici",
  },
  { name: "participants", address: tabAddress("participants"), member: EUGENIE, ready: "Toutes les personnes du PLIE" },
  { name: "participants-own", address: tabAddress("participants"), member: BASILE, ready: "que vous accompagnez" },
  {
    name: "participants-behind",
    address: tabAddress("participants", null, { derriere: "entered", du: "2026-09", au: "2026-12" }),
    member: DORIAN,
    ready: "Personnes entrées",
  },
  {
    name: "participants-nobody",
    address: tabAddress("participants", null, { etape: "left" }),
    member: BASILE,
    ready: "Personne dans cette liste",
  },
  {
    name: "participants-search",
    address: tabAddress("participants"),
    member: DORIAN,
    ready: async (frame) => {
      await frame.getByLabel("Rechercher une personne").fill("fictif");
      await frame.getByText("personnes.", { exact: false }).first().waitFor();
    },
  },
  { name: "not-found", address: "/tab/participants/P-2026-0001/plus", member: ALIX, ready: "Rien ici" },
];
