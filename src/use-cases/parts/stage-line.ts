/** One line of a file as it is kept until a human says to go on: what it says, and what it would do. */
import { isSomebodyElse } from "../../domain/exchange/compare-import.ts";
import type { LineRead } from "../../domain/exchange/import-line.ts";
import type { ImportLine, ImportRun, LineProblem, LineWarning, Said } from "../../domain/exchange/import-records.ts";
import { matchKeys, sameName } from "../../domain/participant/names.ts";
import type { Services } from "../frame/services.ts";
import { keyOf, planLine, type LinePlanned } from "./import-plan.ts";

export interface ReadAt {
  readonly line: number;
  readonly read: LineRead;
}

export interface Checked extends ReadAt {
  readonly key: string | null;
  readonly problem: LineProblem | null;
  /** A line above that may be the same person. */
  readonly twin: number | null;
}

interface Before {
  readonly line: number;
  readonly said: Pick<Said, "givenName" | "familyName" | "birthDate">;
}

const sameBirth = (one: string | null, other: string | null): boolean =>
  one === null || other === null || one === other;
const ofWholeLine = (code: LineProblem["code"], cell = ""): LineProblem => ({ code, column: null, field: null, cell });

/** What was met above in the same file: one number, or one person, is one line. */
export class SeenInFile {
  readonly #keys = new Map<string, number>();
  readonly #people = new Map<string, Before[]>();

  check(services: Services, source: string, { line, read }: ReadAt): Checked {
    const { said, externalId } = read;
    if (said === null) return { line, read, key: null, problem: null, twin: null };
    const key = keyOf(services, source, externalId, said);
    if (key === null) return { line, read, key, problem: ofWholeLine("notEnoughToKnowAgain"), twin: null };
    const first = this.#keys.get(key);
    if (first !== undefined) return { line, read, key, problem: ofWholeLine("twiceInFile", String(first)), twin: null };
    this.#keys.set(key, line);
    return { line, read, key, problem: null, twin: this.#twin(line, said) };
  }

  #twin(line: number, said: Said): number | null {
    const { givenName, familyName, birthDate } = said;
    const keys = matchKeys(said);
    const above = keys.flatMap((key) => this.#people.get(key) ?? []);
    for (const key of keys)
      this.#people.set(key, [...(this.#people.get(key) ?? []), { line, said: { givenName, familyName, birthDate } }]);
    const twin = above.find((one) => sameName(one.said, said) && sameBirth(one.said.birthDate, birthDate));
    return twin?.line ?? null;
  }
}

type Of = Pick<ImportLine, "plan" | "code" | "changes" | "conflicts" | "candidates" | "aside">;
const NOTHING: Of = { plan: "refused", code: null, changes: [], conflicts: [], candidates: [], aside: null };

const ofPlanned = ({ planned }: LinePlanned): Of => {
  switch (planned.what) {
    case "create":
      return { ...NOTHING, plan: "create" };
    case "duplicate":
      return { ...NOTHING, plan: "duplicate", candidates: [...planned.candidates] };
    case "aside":
      return { ...NOTHING, plan: "aside", code: planned.code, aside: planned.why };
    case "known": {
      const { changes, conflicts } = planned.compared;
      const plan = changes.length > 0 ? "update" : conflicts.length > 0 ? "conflict" : "same";
      return {
        ...NOTHING,
        plan,
        code: planned.known.identity.doc.code,
        changes: [...changes],
        conflicts: [...conflicts],
      };
    }
  }
};

/** What is worth a look of this line, once it is known what it would do. */
const warningsOf = ({ said, warnings }: LineRead, { planned }: LinePlanned): readonly LineWarning[] => {
  if (planned.what !== "known") return warnings;
  const { referentId, substitute } = planned.known.dossier.file.doc;
  const named = said?.referentId ?? null;
  const isOther = named !== null && named !== referentId && named !== substitute?.memberId;
  return [
    // The date of an orientation stays as it is.
    ...warnings.filter(({ code }) => code !== "noOrientationDate"),
    ...(isOther ? [{ code: "otherReferent", column: null, field: null, cell: "" } as const] : []),
  ];
};

const needsReferent = (of: Of): boolean => of.plan === "create" || of.plan === "duplicate";

/** What only the store can tell. */
const problemOf = (said: Said, { link, planned }: LinePlanned, of: Of): LineProblem | null => {
  if (said.referentId === null && needsReferent(of)) return ofWholeLine("noReferent");
  if (link === undefined || planned.what !== "known") return null;
  const { doc } = planned.known.identity;
  return isSomebodyElse(said, doc, planned.compared) ? ofWholeLine("otherPerson", doc.code) : null;
};

/** Reads the store; writes nothing. */
export const stageLine = async (services: Services, run: ImportRun, checked: Checked): Promise<ImportLine> => {
  const { line, read, key, problem, twin } = checked;
  const { said, externalId } = read;
  const staged = (
    of: Of,
    problems: readonly LineProblem[],
    kept: Said | null,
    warnings: readonly LineWarning[] = read.warnings,
  ): ImportLine => ({
    kind: "importLine",
    schemaVersion: 1,
    run: run.id,
    line,
    key: kept === null ? null : key,
    externalId,
    said: kept,
    problems: [...problems],
    warnings: [...warnings],
    ...of,
    twin: kept === null ? null : twin,
    choice: null,
    end: null,
    at: services.clock.now().toISOString(),
  });
  if (said === null || key === null || problem !== null)
    return staged(NOTHING, problem === null ? read.problems : [...read.problems, problem], null);
  const planned = await planLine(services, { key, said, choice: null });
  const of = ofPlanned(planned);
  const found = problemOf(said, planned, of);
  if (found !== null) return staged(NOTHING, [found], null);
  const plan = of.plan === "create" && twin !== null ? "duplicate" : of.plan;
  return staged({ ...of, plan }, [], plan === "same" ? null : said, warningsOf(read, planned));
};
