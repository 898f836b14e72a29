/** *Qui a ouvert le dossier*, the latest first. */
import type { OpeningsView } from "../../src/use-cases/see-openings.ts";
import { lowerFirst } from "../../src/wording/lists.ts";
import { openingLines, openingTitle } from "../../src/wording/openings.ts";
import { personLine } from "../../src/wording/people.ts";
import { rightsWords as words } from "../../src/wording/rights.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { topOf } from "./top.ts";

const together = (acts: readonly string[]): string =>
  acts.map((act, index) => (index === 0 ? act : lowerFirst(act))).join(", ");

export const presentOpenings = (screen: ScreenOf<"openings">, view: OpeningsView, reader: Reader): Shown => {
  const lines = openingLines(view.openings, reader.timeZone);
  return {
    name: "openings",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      person: personLine(view.identity),
      about: words.openingsAbout,
      lines: lines.map((line) => ({ title: openingTitle(line), acts: together(line.acts) })),
      empty: lines.length === 0 ? words.noOpening : null,
      older: view.next === null ? null : { cursor: view.next },
    },
  };
};
