/** What a référent is told of an import: how many people, a few of them by first name and code. */
import type { ImportedPeople } from "../../src/use-cases/see-imported.ts";
import { importedWords as words } from "../../src/wording/imported.ts";
import { personLine } from "../../src/wording/people.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { buttons, topOf } from "./top.ts";

export const presentImported = (screen: ScreenOf<"imported">, { people }: ImportedPeople, reader: Reader): Shown => {
  const others = screen.count - people.length;
  const more = people.length === 0 || others <= 0 ? [] : [words.others(others)];
  return {
    name: "sentence",
    model: {
      ...topOf(screen, reader),
      title: words.title(screen.count),
      text: words.about,
      suggestions: [...people.map(personLine), ...more],
      reference: null,
      buttons: [buttons.participants, buttons.home],
    },
  };
};
