import { IMPORT_FAULT_WORDS } from "../../src/domain/offer/import-report.ts";
import type { ImportOutcome } from "../../src/use-cases/import-services.ts";
import * as words from "../../src/wording/import.ts";

/** What the import says to the person who runs it, line by line. */
export const importReportLines = (plieId: string, outcome: ImportOutcome): readonly string[] => {
  const { report } = outcome;
  const { first, rejected, closedNothing, directory } = report;
  const details = first.map(({ rank, id, reasons }) => words.rejectedLine(rank, id, reasons));
  const more = rejected - first.length;
  const end = directory === null ? words.NOTHING_CHANGED : words.directoryLine(directory.moved, directory.number);
  return [
    ...(outcome.read ? [`${plieId} :`, ...words.countLines(report)] : [IMPORT_FAULT_WORDS[outcome.fault]]),
    ...details,
    ...(more > 0 ? [words.moreRejected(more)] : []),
    ...(outcome.read && closedNothing ? [words.CLOSED_NOTHING] : []),
    end,
  ];
};
