/** What an import did, counted as it goes: only the first rejections are kept in detail. */
import type { RecordKind } from "../domain/offer/check-record.ts";
import type { UnfitCode } from "../domain/offer/read-record.ts";

/** Why a record was not taken: what the schema says of it, in French, or a code that has its words. */
export type Rejection = { readonly reasons: readonly string[] } | { readonly code: UnfitCode | "twice" | "own" };

export interface Rejected {
  /** Its place in the file, from 1. */
  readonly rank: number;
  readonly id: string | null;
  readonly why: Rejection;
}

export interface Tally {
  valid: number;
  added: number;
  changed: number;
  unchanged: number;
  closed: number;
  reopened: number;
  rejected: number;
  otherKind: number;
  /** Rejected without an id: nothing is closed then, it may be any of those that are missing. */
  unnamed: number;
  readonly first: Rejected[];
}

export const newTally = (): Tally => ({
  valid: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  closed: 0,
  reopened: 0,
  rejected: 0,
  otherKind: 0,
  unnamed: 0,
  first: [],
});

const IN_DETAIL = 100;

export const reject = (tally: Tally, rejected: Rejected): void => {
  tally.rejected += 1;
  if (rejected.id === null) tally.unnamed += 1;
  if (tally.first.length < IN_DETAIL) tally.first.push(rejected);
};

export const differs = ({ added, changed, closed, reopened }: Tally): boolean =>
  added + changed + closed + reopened > 0;

export interface ImportReport {
  readonly kind: RecordKind;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly closed: number;
  readonly reopened: number;
  readonly rejected: number;
  readonly first: readonly Rejected[];
  /** Nothing was closed, because a record came without an id. */
  readonly closedNothing: boolean;
  /** Whether the pointer moved, and the number of the directory that is read from now on; null when nothing was kept. */
  readonly directory: { readonly moved: boolean; readonly number: number } | null;
}

export const reportOf = (kind: RecordKind, tally: Tally, directory: ImportReport["directory"]): ImportReport => {
  const { added, changed, unchanged, closed, reopened, rejected, first, unnamed } = tally;
  const counts = { added, changed, unchanged, closed, reopened, rejected };
  return { kind, ...counts, first, closedNothing: unnamed > 0, directory };
};
