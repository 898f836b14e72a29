/** The end of files: each month the coordinatrice goes through the list of those whose time is over; and one person asks that theirs be erased. */
import { ARCHIVE_GROUNDS } from "../../../domain/participant/clock-facts.ts";
import type { Day } from "../../../domain/participant/codes.ts";
import { addDays } from "../../../domain/participant/days.ts";
import type { Settling } from "../../../domain/rights/retention-records.ts";
import { eraseOnRequest } from "../../erase-on-request.ts";
import { everyDocument } from "../../frame/every-document.ts";
import { ask } from "../../frame/use-case.ts";
import { seeFileToErase } from "../../see-file-to-erase.ts";
import { seeRetention } from "../../see-retention.ts";
import { settleRetention } from "../../settle-retention.ts";
import { carryOut, type Doing } from "../doing.ts";
import { noteRequest } from "./rights.ts";
import type { Story, TeamStep } from "./story.ts";
import { colleagueOf } from "./team.ts";

const settlingOf = (how: Settling, on: Day) => {
  if (how === "archived") return { how, ground: ARCHIVE_GROUNDS[0] } as const;
  return how === "accompanied" ? ({ how, way: "call", on } as const) : ({ how } as const);
};

/** Line by line, some days after the list was made. */
const confirms: TeamStep = async (story, step) => {
  const doing = colleagueOf(story, "coordinatrice", step);
  const seen = await ask(story.services, doing.actor, seeRetention, {});
  const last = seen.ok ? seen.value.last : null;
  if (last === null || last.list.month !== story.today.slice(0, 7)) return story.note("retention", "no list");
  for (const { code, line, moved } of last.lines) {
    if (moved || line.settled !== null) continue;
    const what = settlingOf(story.file.settling(), story.today);
    const input = { month: last.list.month, code, what };
    story.note("retention", await carryOut(doing, code, settleRetention, input));
  }
};

const eraseAsked = async (doing: Doing, code: string): Promise<string> => {
  const file = await ask(doing.services, doing.actor, seeFileToErase, { code });
  if (!file.ok) return `refused ${file.refusal}`;
  return carryOut(doing, "erase", eraseOnRequest, { code, rev: file.value.rev });
};

/** Of those who left, the first in the order of codes asks that everything go. */
const asksToBeErased: TeamStep = async (story, step) => {
  const doing = colleagueOf(story, "coordinatrice", step);
  for await (const { doc } of everyDocument(story.services.store, { kind: "case", key: "all" })) {
    if (doc.status !== "left" || doc.entry === null || doc.retired !== null) continue;
    story.note("request erase", `noted, ${await noteRequest(doing, doc.code, "erase")}`);
    return story.note("request erase", await eraseAsked(doing, doc.code));
  }
};

const MONTHS = ["07", "08", "09", "10", "11", "12"] as const;

export const filesEnd = (story: Story): void => {
  for (const month of MONTHS) story.forTeam(story.worked(addDays(`2026-${month}-01`, 6)), confirms);
  story.forTeam("2026-12-02", asksToBeErased);
};
