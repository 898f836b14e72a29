/** One document of the person's copy, and what its words are made with. */
import type { Questionnaire } from "../../domain/esf/questionnaire.ts";
import type { ExtractionColumn } from "../../domain/exchange/extraction-columns.ts";
import type { Month } from "../../domain/exchange/extraction-records.ts";
import type { Framework } from "../../domain/framework/schema.ts";
import type { Day } from "../../domain/participant/codes.ts";
import type { DocumentOf } from "../../domain/records/catalogue.ts";
import type { CopyKind } from "../../domain/rights/copy-kinds.ts";

/** What the words are made with: the framework, and whom each id stands for, by their role. */
export interface CopyWords {
  readonly framework: Framework;
  readonly who: (id: string) => string;
  readonly host: (id: string) => string;
  readonly commune: (insee: string) => string;
  readonly esf: (doc: DocumentOf<"esfAnswers">) => Questionnaire;
  /** Of a month of the extraction, as they were when it was made. */
  readonly columns: (month: Month) => readonly ExtractionColumn[];
  readonly today: Day;
  readonly timeZone: string;
}

const TOLD: readonly (readonly [string, string])[] = [
  ["à la demande de la personne", "à votre demande"],
  ["avec la personne", "avec vous"],
  ["par la personne", "par vous"],
  ["priorité de la personne", "votre priorité"],
];
/** What the team reads of the person, said to them. For our own words only: what somebody wrote is theirs. */
export const toPerson = (words: string): string =>
  TOLD.reduce((said, [team, you]) => said.replaceAll(team, you), words);

export interface CopyEntry {
  readonly title: string;
  /** Empty ones are left out. */
  readonly lines: readonly string[];
}
export type CopyOf<K extends CopyKind> = (doc: DocumentOf<K>, on: CopyWords) => CopyEntry;
