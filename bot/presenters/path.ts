/** *Parcours*: where it stands, and one choice of what to do. */
import type { CaseView } from "../../src/use-cases/parts/case-view.ts";
import { personLine } from "../../src/wording/people.ts";
import { pathLines, pathWords, type PathChoice } from "../../src/wording/path.ts";
import type { ScreenOf } from "../screens.ts";
import { canWriteSituation, studyToRead } from "./sheet.ts";
import type { Reader, Shown } from "./shown.ts";
import { topOf } from "./top.ts";

/** Whether each choice can be made by this reader of this case: one of the wording without its rule here does not compile. */
const PATH_CHOICES: Readonly<Record<PathChoice, (view: CaseView) => boolean>> = {
  situation: canWriteSituation,
  study: (view) => studyToRead(view) !== "",
  manage: ({ may, dossier }) => may.manage && dossier.file.doc.mergedInto === null,
};
const isChoice = (value: string): value is PathChoice => Object.hasOwn(PATH_CHOICES, value);

export const presentPath = (screen: ScreenOf<"path">, view: CaseView, reader: Reader): Shown => {
  const file = view.dossier.file.doc;
  const lines = pathLines(file, reader.today, (id) => reader.member(id)?.name ?? pathWords.someone);
  const items = Object.entries(pathWords.choices)
    .filter(([value]) => isChoice(value) && PATH_CHOICES[value](view))
    .map(([value, title]) => ({ title, value }));
  return {
    name: "path",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      person: personLine(view.identity),
      lines: [...lines],
      empty: lines.length === 0 ? pathWords.nothingYet : null,
      items,
      choice: items[0]?.value ?? "",
      interviewSheetUrl: view.may.carry ? reader.interviewSheetUrl : null,
    },
  };
};
