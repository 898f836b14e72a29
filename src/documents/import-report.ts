/** What an import says of one line, and of a file that is not read, in French. */
import { saidFields } from "../domain/exchange/compare-import.ts";
import type { ImportField } from "../domain/exchange/import-mapping.ts";
import type { Change, ChangedField, ImportLine, LineChoice } from "../domain/exchange/import-records.ts";
import type { TitlesRefused } from "../domain/exchange/import-titles.ts";
import type { TableFault } from "../domain/exchange/table.ts";
import type { Commune } from "../domain/participant/communes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { dayInWords } from "../wording/dates.ts";
import {
  asideWords,
  changedFieldWords,
  importFaultWords,
  lineProblemWords,
  lineWarningWords,
  titlesWords,
} from "../wording/import-people.ts";
import { answerWords } from "../wording/situation.ts";

/** A line, and who may be the same person: an archived file says nothing but its code. */
export interface ReportedLine {
  readonly line: ImportLine;
  readonly mayBe: readonly { readonly code: string; readonly identity: Identity | null }[];
}

export interface ChangeInWords {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

export interface LineInWords {
  readonly line: number;
  readonly name: string | null;
  readonly code: string | null;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
  readonly changes: readonly ChangeInWords[];
  readonly conflicts: readonly ChangeInWords[];
  readonly mayBe: readonly { readonly code: string; readonly label: string }[];
  readonly twin: number | null;
  readonly choice: string | null;
}

/** What is kept as a code or an ISO date is said as people say it. */
const valueIn = (field: ChangedField, value: string, communes: readonly Commune[]): string => {
  if (value === "") return value;
  switch (field) {
    case "birthDate":
    case "orientedOn":
      return dayInWords(value);
    case "commune":
      return communes.find(({ insee }) => insee === value)?.name ?? value;
    case "rightToWork":
    case "willing":
      return value === "yes" || value === "no" ? answerWords[value].toLowerCase() : value;
    default:
      return value;
  }
};

const changesOf = (changes: readonly Change[], communes: readonly Commune[]): readonly ChangeInWords[] =>
  changes.map(({ field, from, to }) => ({
    field: changedFieldWords[field],
    from: valueIn(field, from, communes),
    to: valueIn(field, to, communes),
  }));

const labelOf = ({ code, identity }: ReportedLine["mayBe"][number]): string =>
  identity === null
    ? code
    : [
        `${identity.givenName} ${identity.familyName}`.trim(),
        identity.birthDate === null ? "" : dayInWords(identity.birthDate),
        code,
      ]
        .filter((part) => part !== "")
        .join(" · ");

const choiceOf = (choice: LineChoice | null): string | null =>
  choice === null ? null : choice.as === "same" ? choice.code : choice.as;

interface Reported {
  /** Of a file that is archived or erased, says that it is. */
  readonly readsRetired: boolean;
  readonly communes: readonly Commune[];
}

export const lineInWords = ({ line, mayBe }: ReportedLine, { readsRetired, communes }: Reported): LineInWords => {
  const said = line.said === null ? null : saidFields(line.said);
  return {
    line: line.line,
    name: said === null ? null : `${said.givenName} ${said.familyName}`.trim(),
    code: line.code,
    problems: [
      ...line.problems.map((problem) => lineProblemWords(line.line, problem)),
      ...(line.aside === null ? [] : [asideWords(line.line, line.aside, readsRetired)]),
    ],
    warnings: line.warnings.map((warning) => lineWarningWords(line.line, warning)),
    changes: changesOf(line.changes, communes),
    conflicts: changesOf(line.conflicts, communes),
    mayBe: mayBe.map((one) => ({ code: one.code, label: labelOf(one) })),
    twin: line.twin,
    choice: choiceOf(line.choice),
  };
};

type FileRefused =
  | { readonly fault: "titles"; readonly titles: TitlesRefused }
  | { readonly fault: TableFault; readonly line: number | null };

/** Why a file is not read, and how to mend it. */
export const fileRefusedWords = (
  refused: FileRefused,
  columns: Readonly<Partial<Record<ImportField, readonly string[]>>>,
): string =>
  refused.fault === "titles"
    ? titlesWords(refused.titles, (field) => columns[field] ?? [])
    : importFaultWords(refused.fault, refused.line);
