/** *Conservation*: who reached the end of the time that a file is kept, and what is confirmed for each. */
import type { Request } from "restify";
import type { FileToErase, RetentionPage } from "../contracts/retention.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { RetentionList } from "../domain/rights/retention-records.ts";
import { eraseOnRequest } from "../use-cases/erase-on-request.ts";
import { finishErasures } from "../use-cases/finish-erasures.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { seeFileToErase } from "../use-cases/see-file-to-erase.ts";
import { seeRetention, type RetentionSeen } from "../use-cases/see-retention.ts";
import { settleRetention } from "../use-cases/settle-retention.ts";
import { unarchiveFile } from "../use-cases/unarchive-file.ts";
import { readBody } from "./body.ts";
import { onPress } from "./command.ts";
import { problemOf } from "./refusals.ts";
import { jsonReply, liveReply, problemReply, type Reply } from "./reply.ts";
import type { ApiAnswer } from "./route.ts";

const listOut = ({ people }: Services, last: NonNullable<RetentionSeen["last"]>): RetentionPage["list"] => ({
  ...{ month: last.list.month, on: last.list.on, more: last.list.more },
  lines: last.lines.map(({ code, name, moved, asked, line: { since, proposes, settled } }) => ({
    ...{ code, name, since, proposes, moved, asked },
    settled: settled && { ...settled, by: people.byObjectId(settled.by)?.name ?? null },
  })),
});

const earlierOut = ({ month, lines }: RetentionList): RetentionPage["earlier"][number] => {
  const settledAs = (how: string) => lines.filter(({ settled }) => settled?.how === how).length;
  return {
    ...{ month, count: lines.length },
    ...{ erased: settledAs("erased"), archived: settledAs("archived"), accompanied: settledAs("accompanied") },
  };
};

const archivedOut = ({ archived }: RetentionSeen): RetentionPage["archived"] =>
  archived.flatMap(({ code, name, file, until, again }) =>
    file.retired?.as === "archived"
      ? [{ code, name, rev: file.edition, on: file.retired.on, ground: file.retired.ground, until, again: [...again] }]
      : [],
  );

/** `GET /api/retention`. */
export const seeRetentionRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const answer = await ask(services, actor, seeRetention, {});
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { activeMonths, archiveMonths, esfKeptUntil } = services.papers.retention;
  const { last, earlier, mayConfirm } = answer.value;
  return liveReply(request, {
    today: services.clock.today(),
    rules: { activeMonths, archiveMonths, esfKeptUntil },
    list: last && listOut(services, last),
    earlier: earlier.map(earlierOut),
    archived: archivedOut(answer.value),
    mayConfirm,
  } satisfies RetentionPage);
};

/** `POST /api/retention/file`. */
export const fileToEraseRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const read = seeFileToErase.input.safeParse(await readBody(request));
  if (!read.success) return problemReply("invalid");
  const answer = await ask(services, actor, seeFileToErase, read.data);
  return answer.ok ? jsonReply(200, answer.value satisfies FileToErase) : problemReply(problemOf[answer.refusal]);
};

/** What was begun is finished before it is said; where something stops it, the rounds go on. */
const andFinish =
  (press: ApiAnswer): ApiAnswer =>
  async (services, actor, request) => {
    const reply = await press(services, actor, request);
    await finishErasures(services).catch((cause: unknown) => services.log.error("upkeep.failed", { cause }));
    return reply;
  };

export const settleRetentionRoute = andFinish(onPress({ command: settleRetention, told: ({ kind }) => ({ kind }) }));
export const eraseOnRequestRoute = andFinish(onPress({ command: eraseOnRequest, told: ({ kind }) => ({ kind }) }));
export const unarchiveRoute = onPress({ command: unarchiveFile, told: ({ kind }) => ({ kind }) });
