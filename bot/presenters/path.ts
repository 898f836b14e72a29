/** *Parcours*: where it stands, and one choice of what to do. */
import type { CaseFile } from "../../src/domain/participant/case-file.ts";
import { hasDied } from "../../src/domain/participant/clock-facts.ts";
import { openPause } from "../../src/domain/participant/milestones.ts";
import { isBehind } from "../../src/use-cases/end-parcours.ts";
import { followUpForm } from "../../src/use-cases/hold-follow-up.ts";
import { exitNewsForm } from "../../src/use-cases/record-exit-news.ts";
import { pauseForm } from "../../src/use-cases/parts/path-form.ts";
import type { CaseView } from "../../src/use-cases/parts/case-view.ts";
import { personLine } from "../../src/wording/people.ts";
import { suspendedNow } from "../../src/domain/participant/suspended-now.ts";
import { pathLines, pathWords, type PathChoice } from "../../src/wording/path.ts";
import type { ScreenOf } from "../screens.ts";
import { canWriteSituation, studyToRead } from "./sheet-buttons.ts";
import type { Reader, Shown } from "./shown.ts";
import { topOf } from "./top.ts";

const goesOn = ({ status }: CaseFile): boolean =>
  status !== "cancelled" && status !== "left" && status !== "reoriented";
const runs = (file: CaseFile): boolean => pauseForm.closed(file) === null;

const endsNow = (file: CaseFile): boolean => file.review === null && !hasDied(file);

const mayPlan = ({ entry, status }: CaseFile): boolean =>
  entry !== null && status !== "cancelled" && status !== "left" && status !== "reoriented";

/** Also after the exit: what is transmitted then is what was found. */
const mayTransmit = (file: CaseFile): boolean => file.entry !== null && file.status !== "cancelled" && !hasDied(file);

/** Whether each choice can be made by this reader of this case: one of the wording without its rule here does not compile. */
const PATH_CHOICES: Readonly<Record<PathChoice, (view: CaseView) => boolean>> = {
  actions: ({ may, dossier }) => may.readLevels && dossier.file.doc.entry !== null,
  resume: ({ may, dossier }) =>
    may.manage && openPause(dossier.file.doc.pauses) !== undefined && runs(dossier.file.doc),
  followUp: ({ may, dossier }) => may.manage && followUpForm.closed(dossier.file.doc) === null,
  exitNews: ({ may, dossier }) => may.manage && exitNewsForm.closed(dossier.file.doc) === null,
  pause: ({ may, dossier }) => may.manage && openPause(dossier.file.doc.pauses) === undefined && runs(dossier.file.doc),
  sessions: ({ may, dossier }) => may.carry && mayPlan(dossier.file.doc),
  handover: ({ may, dossier }) =>
    may.readLevels && dossier.file.doc.entry !== null && dossier.file.doc.status !== "cancelled",
  contact: ({ may, dossier }) => may.manage && goesOn(dossier.file.doc),
  told: ({ may, dossier, identity }) =>
    may.readLevels && identity.prescriber !== null && dossier.file.doc.status !== "cancelled",
  end: ({ may, dossier }) => may.manage && goesOn(dossier.file.doc) && endsNow(dossier.file.doc),
  death: ({ may, dossier }) => may.manage && isBehind(dossier.file.doc) && endsNow(dossier.file.doc),
  questionnaire: ({ may, dossier }) =>
    may.readLevels && dossier.file.doc.entry !== null && dossier.file.doc.status !== "cancelled",
  situation: canWriteSituation,
  evidence: ({ may, dossier }) => may.carry && (dossier.file.doc.activation?.bilanOn ?? null) !== null,
  study: (view) => studyToRead(view) !== "",
  transfer: ({ may, dossier }) => may.manage && dossier.file.doc.status !== "cancelled",
  transmit: ({ may, dossier }) => may.carry && mayTransmit(dossier.file.doc),
  rights: ({ may }) => may.readLevels,
  manage: ({ may, dossier }) => may.manage && dossier.file.doc.mergedInto === null,
};
const isChoice = (value: string): value is PathChoice => Object.hasOwn(PATH_CHOICES, value);

/** While somebody is handed over, that comes before another action. */
const likeliest = ({ handovers }: CaseFile, items: readonly { readonly value: string }[]): string => {
  const underWay = handovers.some(({ closedOn }) => closedOn === null);
  return (items.find(({ value }) => underWay && value === "handover") ?? items[0])?.value ?? "";
};

export const presentPath = (screen: ScreenOf<"path">, view: CaseView, reader: Reader): Shown => {
  const file = view.dossier.file.doc;
  const lines = pathLines(file, suspendedNow(file), reader.today, (id) => reader.member(id)?.name ?? pathWords.someone);
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
      choice: likeliest(file, items),
      interviewSheetUrl: view.may.carry ? reader.interviewSheetUrl : null,
    },
  };
};
