/** What `travail` without a level counts for, in one evaluation. */
import type { CaseFile } from "../participant/case-file.ts";
import type { Round } from "./assessment.ts";
import type { CountingRule } from "./findings.ts";

/** The open evaluation counts as things stand now; a closed one as they stood when it closed, whatever action followed. */
export const countingOf = (
  head: Pick<CaseFile, "activation">,
  round: Pick<Round, "closedOn" | "bilanRecorded"> | undefined,
): CountingRule => ({
  bilanRecorded:
    round === undefined || round.closedOn === null ? (head.activation?.bilanOn ?? null) !== null : round.bilanRecorded,
});
