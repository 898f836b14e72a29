/** Words of *Exports*: what leaves towards the PLIE's own software, and what was transmitted. */
import type { CaseCell } from "../domain/exchange/case-row.ts";
import type { CaseStatus } from "../domain/participant/case-file.ts";
import type { ReviewOutcome } from "../domain/review/outcomes.ts";
import type { LeadKind } from "../domain/suggestion/lead-kinds.ts";
import { endingReasonWords } from "./ending.ts";
import { leadLabel } from "./lead.ts";
import { outcomeWords } from "./reviews.ts";
import { statusWords } from "./situation.ts";
import { stepWords } from "./steps.ts";

export type FrameworkLeads = Parameters<typeof leadLabel>[0];

const outcomes: Readonly<Record<ReviewOutcome, string>> = outcomeWords;
const endings: Readonly<Partial<Record<string, string>>> = endingReasonWords;
const statuses: Readonly<Record<CaseStatus, string>> = statusWords;
const exitOf = (how: string): string => endings[how] ?? (isOutcome(how) ? outcomes[how] : how);
const isOutcome = (how: string): how is ReviewOutcome => Object.hasOwn(outcomes, how);
const leadOf = (framework: FrameworkLeads, lead: LeadKind): string => leadLabel(framework, lead);

type InWords = Exclude<CaseCell, null | { readonly kind: "day" }>;
/** A cell of the export, as people say it. */
export const caseCellWords = (cell: InWords, framework: FrameworkLeads): string => {
  switch (cell.kind) {
    case "text":
      return cell.text;
    case "status":
      return statuses[cell.status];
    case "step":
      return stepWords[cell.step];
    case "decision":
      return outcomes[cell.outcome];
    case "lead":
      return leadOf(framework, cell.lead);
    case "exit":
      return exitOf(cell.how);
  }
};
