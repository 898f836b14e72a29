import type { CaseFile } from "../../src/domain/participant/case-file.ts";
import { toComplete } from "../../src/domain/participant/identity-from-inputs.ts";
import { countingOf } from "../../src/domain/diagnostic/counting.ts";
import { addressed } from "../../src/domain/diagnostic/figures.ts";
import { roundRev } from "../../src/use-cases/open-round.ts";
import type { SheetView } from "../../src/use-cases/see-case.ts";
import { dayInWords, dueDateBeside, dueInWords } from "../../src/wording/dates.ts";
import { addressedCount } from "../../src/wording/figures.ts";
import { contestLine } from "../../src/wording/rights.ts";
import { lowerFirst } from "../../src/wording/lists.ts";
import { endedWords } from "../../src/wording/ending.ts";
import { personLine } from "../../src/wording/people.ts";
import {
  cancelReasonWords,
  milestoneWords,
  roundWords,
  shortHealthWords,
  statusWords,
  toCompleteWords,
} from "../../src/wording/situation.ts";
import { sheetWords } from "../../src/wording/sheet.ts";
import { situationProgress } from "../../src/wording/situation-facts.ts";
import type { ScreenOf } from "../screens.ts";
import { BUTTONS_AT_MOST, canOpenRound, doneFrom, goesOn, isThere, within } from "./sheet-buttons.ts";
import type { Reader, Shown } from "./shown.ts";
import { standingLines } from "./standing.ts";
import { topOf, readable, urgentOf } from "./top.ts";
import type { CaseView } from "../../src/use-cases/parts/case-view.ts";

const statusOf = ({ dossier }: CaseView): string => {
  const file = dossier.file.doc;
  const said = [
    statusWords[file.status],
    ...(file.cancelled === null
      ? []
      : [`le ${dayInWords(file.cancelled.on)}`, lowerFirst(cancelReasonWords[file.cancelled.reason])]),
    ...(file.mergedInto === null ? [] : [sheetWords.mergedInto(file.mergedInto)]),
    ...(endedWords(file) === null ? [] : [endedWords(file) ?? ""]),
    ...(file.parcours > 1 ? [sheetWords.parcours(file.parcours)] : []),
    ...(file.status === "entered" && file.round !== null
      ? [sheetWords.roundOpen(lowerFirst(roundWords(file.round)))]
      : []),
  ];
  return said.join(" · ");
};

const noticeOf = (entry: NonNullable<CaseFile["entry"]>, language: string): string =>
  [
    dayInWords(entry.noticeOn),
    ...(language === "" ? [] : [sheetWords.language(language)]),
    ...(entry.interpreter ? [sheetWords.withInterpreter] : []),
  ].join(", ");

const datesOf = ({ dossier, identity, may }: CaseView, reader: Reader) => {
  const file = dossier.file.doc;
  const by = identity.prescriber === null ? "" : sheetWords.by(readable(identity.prescriber, 120));
  const referent = reader.member(file.referentId)?.name;
  return [
    { label: sheetWords.oriented, value: `${dayInWords(file.orientedOn)}${by}` },
    ...(file.entry === null
      ? []
      : [
          { label: sheetWords.firstInterview, value: dayInWords(file.entry.on) },
          { label: sheetWords.notice, value: noticeOf(file.entry, identity.language) },
        ]),
    ...(file.entry === null || !may.readLevels
      ? []
      : [{ label: sheetWords.health, value: shortHealthWords[file.health] }]),
    ...(may.carry || referent === undefined ? [] : [{ label: sheetWords.referent, value: referent }]),
  ];
};

const missingOf = ({ identity, dossier }: CaseView): string[] =>
  toComplete(identity, dossier.file.doc).map((field) =>
    field === "commune" && identity.communeTyped !== null
      ? sheetWords.communeTyped(toCompleteWords.commune, identity.communeTyped)
      : toCompleteWords[field],
  );

const progressOf = ({ dossier, findings }: CaseView): string | null => {
  if (dossier.file.doc.entry === null) return null;
  const { count, of } = addressed(findings, countingOf(dossier.file.doc, dossier.round?.doc));
  return addressedCount(count, of);
};

/** What the card says before its buttons. */
const saidOf = (view: SheetView, reader: Reader) => {
  const file = view.dossier.file.doc;
  return {
    person: personLine(view.identity),
    status: statusOf(view),
    standing: [...view.contested.map(contestLine), ...standingLines(file, view.dossier.framework, view.standing)],
    dates: datesOf(view, reader),
    missing: file.status === "cancelled" ? [] : missingOf(view),
    progress: progressOf(view),
    situation: view.situation === null ? null : situationProgress(view.situation.count, view.situation.of),
    milestones: view.due.map(({ milestone, on }) => ({
      when: dueInWords(on, reader.today),
      what: `${milestoneWords[milestone]}${dueDateBeside(on, reader.today)}`,
    })),
  };
};

/** *Fiche*: where one person stands, and what this reader can do now. */
export const presentSheet = (screen: ScreenOf<"sheet">, view: SheetView, reader: Reader): Shown => {
  const file = view.dossier.file.doc;
  const urgent = urgentOf(file, view.dossier.framework, reader, view.may.carry);
  const does = within(doneFrom(view), BUTTONS_AT_MOST - (urgent === null ? 0 : 1));
  const free = BUTTONS_AT_MOST - [...Object.values(does), urgent].filter(isThere).length;
  const paper = view.may.carry && goesOn(view) && !canOpenRound(view) && free > 0;
  const left = free - (paper ? 1 : 0);
  return {
    name: "sheet",
    model: {
      ...topOf(screen, reader),
      ...saidOf(view, reader),
      code: screen.code,
      rev: roundRev(file),
      urgent,
      ...does,
      interviewSheetUrl: paper ? reader.interviewSheetUrl : null,
      // « accueil » can be written; the page of a person cannot.
      tabUrl: left > 0 ? reader.personUrl(screen.code) : null,
      canGoHome: left > 1,
    },
  };
};
