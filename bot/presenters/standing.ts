/** Where a case stands with its cells, in one line of its fiche and of its synthesis. */
import type { CaseFile } from "../../src/domain/participant/case-file.ts";
import { suspendedNow } from "../../src/domain/participant/suspended-now.ts";
import type { Framework } from "../../src/domain/framework/schema.ts";
import type { Standing } from "../../src/use-cases/parts/study-of.ts";
import { dayInWords } from "../../src/wording/dates.ts";
import { caseReviewWords, decidedWords } from "../../src/wording/decision.ts";
import { suspendedWords } from "../../src/wording/suspended.ts";

/** « Décidé le 8 décembre 2026 : poursuite en PLIE »; null: nothing was decided. */
export const decidedLine = (file: CaseFile, framework: Framework, { facts }: Standing): string | null => {
  const { decided, toComplete } = file;
  if (decided === null) return null;
  const said = caseReviewWords.decided(dayInWords(decided.on), decidedWords(framework, decided, facts));
  return decided.outcome === "toComplete" && toComplete !== null
    ? `${said} ${caseReviewWords.completeBefore(dayInWords(toComplete.until))}`
    : said;
};

/** A suspension first, then the study under way, then what was decided last. */
export const standingLines = (file: CaseFile, framework: Framework, standing: Standing): string[] => {
  const { review } = standing;
  const decided = decidedLine(file, framework, standing);
  const under =
    review === null
      ? null
      : review.track === "short"
        ? caseReviewWords.short(review.id)
        : caseReviewWords[review.second === null ? "under" : "second"](review.cell, review.id);
  const pause = suspendedNow(file);
  const suspended = pause === undefined ? null : `${suspendedWords(pause)}.`;
  return [suspended, under, decided].filter((line) => line !== null);
};
