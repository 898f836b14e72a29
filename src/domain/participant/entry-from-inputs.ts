/** From what was typed about the first interview to the entry: two dates, a language, and whether health may be noted. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { CaseFile, HealthAgreement } from "./case-file.ts";
import type { Day } from "./codes.ts";
import { recentDayFrom, shortTextFrom, type DateProblem } from "./typed.ts";

export const ENTRY_FIELDS = ["firstInterviewOn", "noticeOn", "language", "interpreter", "healthAgreement"] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];
export type EntryProblem = DateProblem | "tooLong";
export type EntryProblems = Partial<Readonly<Record<EntryField, EntryProblem>>>;

export type EntryRead =
  | {
      readonly ok: true;
      readonly entry: NonNullable<CaseFile["entry"]>;
      readonly language: string;
      readonly health: Extract<HealthAgreement, "notAsked" | "agreed" | "refused">;
    }
  | { readonly ok: false; readonly problems: EntryProblems };

const LONGEST_LANGUAGE = 60;

const healthFrom = (typed: string | undefined): "notAsked" | "agreed" | "refused" =>
  typed === "agreed" || typed === "refused" ? typed : "notAsked";

/** Both dates are needed: without the notice given and explained, the diagnostic stays closed. Neither is before the orientation. */
export const entryFromInputs = (inputs: TypedInputs, file: Pick<CaseFile, "orientedOn">, today: Day): EntryRead => {
  const on = recentDayFrom(inputs["firstInterviewOn"] ?? "", today, file.orientedOn);
  const notice = recentDayFrom(inputs["noticeOn"] ?? "", today, file.orientedOn);
  const language = shortTextFrom(inputs["language"] ?? "", LONGEST_LANGUAGE);
  const problems: EntryProblems = {
    ...(on.ok ? {} : { firstInterviewOn: on.problem }),
    ...(notice.ok ? {} : { noticeOn: notice.problem }),
    ...(language.ok || language.problem === "empty" ? {} : { language: language.problem }),
  };
  if (!on.ok || !notice.ok || (!language.ok && language.problem !== "empty")) return { ok: false, problems };
  return {
    ok: true,
    entry: {
      on: on.value,
      noticeOn: notice.value,
      interpreter: inputs["interpreter"] === "true",
    },
    language: language.ok ? language.value : "",
    health: healthFrom(inputs["healthAgreement"]),
  };
};

/** What the form is filled with at first: the interview is today, more often than not; the notice is never presumed. */
export const inputsFromEntry = (
  file: Pick<CaseFile, "entry" | "health">,
  today: Day,
): Readonly<Record<EntryField, string>> => ({
  firstInterviewOn: file.entry?.on ?? today,
  noticeOn: file.entry?.noticeOn ?? "",
  language: "français",
  interpreter: String(file.entry?.interpreter ?? false),
  healthAgreement: file.health,
});
