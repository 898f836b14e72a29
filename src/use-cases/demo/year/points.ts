/** *Points d'étape trimestriels*: a meeting for each référent, four times in the year, and what it agrees for each of their people. */
import type { Day } from "../../../domain/participant/codes.ts";
import { ask } from "../../frame/use-case.ts";
import { recordStagePoint } from "../../record-stage-point.ts";
import { seeStagePoints } from "../../see-stage-points.ts";
import { carryOut, recorded } from "../doing.ts";
import type { Story, TeamStep } from "./story.ts";
import { leaderOf, referentsOf } from "./team.ts";

const MEETINGS: readonly Day[] = ["2026-03-16", "2026-06-15", "2026-09-14", "2026-12-14"];
const AGREED = "Ce qui avance depuis la dernière fois, et le prochain pas d'ici la suivante.";

const meets =
  (referent: string): TeamStep =>
  async (story, step) => {
    const leader = leaderOf(story, step);
    const seen = await ask(story.services, leader.actor, seeStagePoints, { referent });
    if (!seen.ok) return story.note("stage point", `refused ${seen.refusal}`);
    for (const { row, form, last } of seen.value.rows) {
      if (form === null || row.enteredOn === null || (last?.thisQuarter ?? false)) continue;
      const input = { code: row.code, rev: form.rev, inputs: { agreed: AGREED }, ...recorded };
      story.note("stage point", await carryOut(leader, row.code, recordStagePoint, input));
    }
  };

export const quarterlyPoints = (story: Story): void => {
  for (const day of MEETINGS)
    for (const { aadObjectId } of referentsOf(story)) story.forTeam(story.worked(day), meets(aadObjectId));
};
