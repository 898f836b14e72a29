/** What a référent is told of an import: how many people, a few of them by first name and code. */
import type { ImportedPeople } from "../../src/use-cases/see-imported.ts";
import { importedWords as words } from "../../src/wording/imported.ts";
import { moveWords } from "../../src/wording/moves.ts";
import { personLine } from "../../src/wording/people.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { buttons, topOf } from "./top.ts";

export const presentImported = (screen: ScreenOf<"imported">, { people }: ImportedPeople, reader: Reader): Shown => {
  const { standsFor } = screen;
  const absent = standsFor === null ? null : (reader.member(standsFor)?.name ?? moveWords.someone);
  const others = screen.count - people.length;
  const more = people.length === 0 || others <= 0 ? [] : [words.others(others)];
  return {
    name: "sentence",
    model: {
      ...topOf(screen, reader),
      title: absent === null ? words.title(screen.count) : words.titleFor(screen.count, absent),
      text: absent === null ? words.about : words.aboutFor,
      suggestions: [...people.map(personLine), ...more],
      reference: null,
      buttons: [buttons.participants, buttons.home],
    },
  };
};
