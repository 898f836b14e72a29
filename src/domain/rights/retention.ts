/** How long a file is still kept, and what is proposed once the time is over. Nothing goes by time alone: a person confirms. */
import { blankFile, type CaseFile } from "../participant/case-file.ts";
import type { Day } from "../participant/codes.ts";
import { addMonths } from "../participant/days.ts";
import type { Proposal, Settling } from "./retention-records.ts";
import type { RetentionRules } from "./retention-rules.ts";

type Head = Pick<CaseFile, "orientedOn" | "entry" | "lastContactOn" | "retired" | "mergedInto">;
type Rules = Pick<RetentionRules, "activeMonths" | "archiveMonths" | "esfKeptUntil">;

/** The latest contact; before any, the entry, and before it the orientation. */
export const keptFrom = ({ lastContactOn, entry, orientedOn }: Omit<Head, "retired" | "mergedInto">): Day =>
  lastContactOn ?? entry?.on ?? orientedOn;

/** The last day on which the file is kept as it is; null: it is erased. */
export const keptUntil = (head: Head, { activeMonths, archiveMonths }: Rules): Day | null => {
  if (head.retired === null) return addMonths(keptFrom(head), activeMonths);
  return head.retired.as === "archived" ? addMonths(head.retired.on, archiveMonths) : null;
};

/** Typed ESF+ items are kept for audit until then, without a name once the file is erased. */
export const esfIsOver = ({ esfKeptUntil }: Pick<Rules, "esfKeptUntil">, today: Day): boolean => esfKeptUntil < today;

/** What is proposed for this file that day; null: it is kept. A record that was merged goes with the one that is kept. `esfLeft`: once erased, its ESF+ sheets are still there. */
export const proposalFor = (head: Head, esfLeft: boolean, rules: Rules, today: Day): Proposal | null => {
  if (head.mergedInto !== null) return null;
  if (head.retired?.as === "erased") return esfLeft && esfIsOver(rules, today) ? "esfOver" : null;
  const until = keptUntil(head, rules);
  if (until === null || until >= today) return null;
  return head.retired === null ? "noContact" : "archiveOver";
};

/** What may be confirmed of each. */
export const SETTLINGS_OF: Readonly<Record<Proposal, readonly Settling[]>> = {
  noContact: ["erased", "archived", "accompanied"],
  archiveOver: ["erased"],
  esfOver: ["erased"],
};

/** A contact that was not noted puts the end off: not one to come, nor one that is too old to change anything. */
export const isRecentContact = (on: Day, { activeMonths }: Pick<Rules, "activeMonths">, today: Day): boolean =>
  on <= today && addMonths(on, activeMonths) >= today;

/** Nothing of the person: their code, which is never given again, and that the file was erased. The month of their orientation stays, as counters say it. */
export const strippedHead = (head: CaseFile, erased: { readonly on: Day; readonly by: string }): CaseFile => ({
  kind: "case",
  schemaVersion: 1,
  code: head.code,
  edition: head.edition,
  parcours: head.parcours,
  referentId: head.referentId,
  status: head.status,
  orientedOn: `${head.orientedOn.slice(0, 7)}-01`,
  rightToWork: "unknown",
  willing: "unknown",
  ...blankFile,
  retired: { as: "erased", ...erased },
});
