/** Writes a finding over what was recorded: the earlier one of the same round is kept, never erased. */
import type { Assessment, Finding } from "../../domain/diagnostic/assessment.ts";
import type { Versioned, Write } from "../../ports/store.ts";

const content = (finding: Finding): string => JSON.stringify({ ...finding, by: "", at: "" });

/** True when both say the same, whoever wrote it and when. */
export const sameFinding = (one: Finding | null, other: Finding | null): boolean =>
  one === other || (one !== null && other !== null && content(one) === content(other));

/** `draft`: what was typed in the domain's card goes with the record (`cleared`), or waits still (`kept`). */
export const findingWrites = (
  before: Versioned<Assessment> | undefined,
  empty: Assessment,
  finding: Finding,
  draft: "cleared" | "kept",
): readonly Write[] => {
  const current = before?.doc ?? empty;
  const earlier = current.finding;
  const changed = !sameFinding(earlier, finding);
  const past: readonly Write[] =
    earlier === null || !changed
      ? []
      : [
          {
            op: "put",
            expected: "new",
            doc: {
              kind: "pastFinding",
              schemaVersion: 1,
              code: current.code,
              parcours: current.parcours,
              round: current.round,
              domain: current.domain,
              edition: current.edition,
              finding: earlier,
            },
          },
        ];
  return [
    {
      op: "put",
      doc: {
        ...current,
        edition: changed ? current.edition + 1 : current.edition,
        finding: changed ? finding : earlier,
        draft: draft === "kept" ? current.draft : null,
      },
      expected: before?.version ?? "new",
    },
    ...past,
  ];
};
