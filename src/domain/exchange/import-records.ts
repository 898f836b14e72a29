/** What an import keeps: the run, each line that it read until it is done, and which number of the other software is whom. */
import { z } from "zod";
import { answer } from "../participant/case-file.ts";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";
import { importField } from "./import-mapping.ts";

const text = z.string().max(300).nullable();

/** What a line says of somebody; null, empty or `unknown` where it says nothing. */
export const said = z.strictObject({
  givenName: z.string().max(160),
  familyName: z.string().max(160),
  birthDate: day.nullable(),
  /** INSEE code; `communeTyped` where it is no commune of the PLIE. */
  commune: text,
  communeTyped: text,
  phone: text,
  email: text,
  address: text,
  prescriber: text,
  orientedOn: day.nullable(),
  rightToWork: answer,
  willing: answer,
  referentId: memberId.nullable(),
});
export type Said = z.infer<typeof said>;

/** Fields that an import may complete or bring up to date. */
export const CHANGED_FIELDS = [
  "givenName",
  "familyName",
  "birthDate",
  "commune",
  "phone",
  "email",
  "address",
  "prescriber",
  "orientedOn",
  "rightToWork",
  "willing",
] as const;
export const changedField = z.enum(CHANGED_FIELDS);
export type ChangedField = z.infer<typeof changedField>;

/** `from` is what Repère holds, empty where it holds nothing. */
export const change = z.strictObject({ field: changedField, from: z.string(), to: z.string() });
export type Change = z.infer<typeof change>;

/** What the form of a new person refuses as well. */
export const TYPED_PROBLEMS = [
  "notADate",
  "yearOnTwoDigits",
  "inTheFuture",
  "tooLongAgo",
  "noName",
  "tooLong",
  "notAPhone",
  "notAnEmail",
] as const;
/** Why a line cannot be taken as it stands. */
export const LINE_PROBLEMS = [
  ...TYPED_PROBLEMS,
  "badAnswer",
  "noReferent",
  "unknownReferent",
  "severalReferents",
  "noExternalId",
  "notEnoughToKnowAgain",
  "twiceInFile",
  "otherPerson",
  "tooManyCells",
  "tooFewCells",
] as const;
/** What is taken, and is worth a look. */
export const LINE_WARNINGS = [
  "communeToComplete",
  "unknownPrescriber",
  "zeroAdded",
  "noOrientationDate",
  "yearCompleted",
  "endMissing",
  "otherReferent",
] as const;

const noteOf = <C extends readonly [string, ...string[]]>(codes: C) =>
  z.strictObject({
    code: z.enum(codes),
    /** Title of the column as the file writes it; null: of the whole line. */
    column: z.string().max(120).nullable(),
    field: importField.nullable(),
    /** What the cell holds, cut; of `twiceInFile`, the number of the other line; of `otherPerson`, their code. */
    cell: z.string().max(80),
  });
export const lineProblem = noteOf(LINE_PROBLEMS);
export const lineWarning = noteOf(LINE_WARNINGS);
export type LineProblem = z.infer<typeof lineProblem>;
export type LineWarning = z.infer<typeof lineWarning>;

/** A file that is no longer open to an import, and why. `unreadable`: what is kept of it is damaged; somebody mends it, then the line is sent again. */
export const ASIDE_REASONS = ["erased", "archived", "cancelled", "ended", "missing", "unreadable"] as const;
export const asideReason = z.enum(ASIDE_REASONS);
export type AsideReason = z.infer<typeof asideReason>;

export const LINE_PLANS = ["create", "update", "same", "conflict", "duplicate", "aside", "refused"] as const;
export const linePlan = z.enum(LINE_PLANS);
export type LinePlan = z.infer<typeof linePlan>;

export const LINE_ENDS = ["created", "updated", "same", "conflict", "left"] as const;
export const lineEnd = z.enum(LINE_ENDS);
export type LineEnd = z.infer<typeof lineEnd>;

/** Same person, another person, or not now. */
export const lineChoice = z.discriminatedUnion("as", [
  z.strictObject({ as: z.literal("same"), code: participantCode }),
  z.strictObject({ as: z.literal("another") }),
  z.strictObject({ as: z.literal("leave") }),
]);
export type LineChoice = z.infer<typeof lineChoice>;

export const importLine = z.strictObject({
  kind: z.literal("importLine"),
  schemaVersion: z.literal(1),
  run: z.string(),
  /** Where it begins in the file, from 1; the titles are line 1. */
  line: z.number().int().positive(),
  /** Digest of what tells the person in that software; null: refused. */
  key: z.string().nullable(),
  externalId: z.string().max(200).nullable(),
  /** Null once done, or refused. */
  said: said.nullable(),
  problems: z.array(lineProblem).max(20),
  warnings: z.array(lineWarning).max(20),
  plan: linePlan,
  /** Whom it is about, once known. */
  code: participantCode.nullable(),
  changes: z.array(change),
  /** What both Repère and the file changed: Repère keeps its own. */
  conflicts: z.array(change),
  /** Who may be the same person, and the line of the same file that may be. */
  candidates: z.array(participantCode).max(10),
  twin: z.number().int().positive().nullable(),
  aside: asideReason.nullable(),
  choice: lineChoice.nullable(),
  end: lineEnd.nullable(),
  at: instant,
});
export type ImportLine = z.infer<typeof importLine>;

export const lineId = ({ run, line }: Pick<ImportLine, "run" | "line">): string =>
  `${run}.${String(line).padStart(6, "0")}`;
/** What somebody else did already, or what Repère keeps its own of, is not done. */
export const isTodo = ({ plan, end }: Pick<ImportLine, "plan" | "end">): boolean =>
  end === null && (plan === "create" || plan === "update" || plan === "duplicate");

const count = z.number().int().nonnegative();
const tally = <K extends readonly [string, ...string[]]>(of: K) => z.partialRecord(z.enum(of), count);

export const importRun = z.strictObject({
  kind: z.literal("importRun"),
  schemaVersion: z.literal(1),
  id: z.string(),
  source: z.string(),
  mapping: z.string(),
  by: memberId,
  at: instant,
  /** `expired`: begun, and stopped for longer than its lines are kept: some were not done. */
  state: z.enum(["read", "applying", "done", "expired"]),
  lines: count,
  /** Lines that hold a warning. */
  warned: count,
  plans: tally(LINE_PLANS),
  ends: tally(LINE_ENDS),
  encoding: z.string(),
  separator: z.string(),
  /** Titles that no field of ours answers to: not read. */
  ignored: z.array(z.string().max(120)).max(300),
  startedBy: memberId.nullable(),
  startedAt: instant.nullable(),
  doneAt: instant.nullable(),
});
export type ImportRun = z.infer<typeof importRun>;

/** Lines that were confirmed and did not come to an end. */
export const linesLeftToDo = ({ plans, ends }: Pick<ImportRun, "plans" | "ends">): number => {
  const { create = 0, update = 0, duplicate = 0 } = plans;
  return create + update + duplicate - Object.values(ends).reduce((sum, of) => sum + of, 0);
};

/** Who a number of the other software is. `said`: what it said last, so that a correction made in Repère since is not undone. */
export const externalId = z.strictObject({
  kind: z.literal("externalId"),
  schemaVersion: z.literal(1),
  source: z.string(),
  /** As that software writes it; null where its files have none. */
  externalId: z.string().max(200).nullable(),
  code: participantCode,
  /** Of the source and of what tells the person there: its id. */
  digest: z.string(),
  said,
  at: instant,
});
export type ExternalId = z.infer<typeof externalId>;

/** Stays when the person is erased, without a word of them: the same file does not bring them back unseen. */
export const externalMark = z.strictObject({
  kind: z.literal("externalMark"),
  schemaVersion: z.literal(1),
  digest: z.string(),
  code: participantCode,
  at: instant,
});
export type ExternalMark = z.infer<typeof externalMark>;
