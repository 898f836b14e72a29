/** The minutes of a sitting: a page to print, or a Word file. */
import { z } from "zod";
import { minutesDocument, minutesPageOf } from "../documents/minutes.ts";
import { minutesDocx } from "../documents/minutes-docx.ts";
import { meetingId } from "../domain/review/codes.ts";
import type { Actor } from "../domain/people/actor.ts";
import { printMinutes } from "../use-cases/print-minutes.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { problemOf } from "./refusals.ts";
import { documentReply, fileReply, problemReply, type Reply } from "./reply.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const format = z.enum(["docx"]).optional();

export const minutesRoute = async (
  services: Services,
  actor: Actor,
  code: string | undefined,
  asked: string | undefined,
): Promise<Reply> => {
  const [meeting, as] = [meetingId.safeParse(code), format.safeParse(asked)];
  if (!meeting.success) return problemReply("notFound");
  if (!as.success) return problemReply("invalid");
  const answer = await ask(services, actor, printMinutes, { meeting: meeting.data });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const page = minutesPageOf(answer.value, services.frameworks.current, services.plie.timeZone);
  if (as.data === undefined) return documentReply(minutesDocument(page));
  return fileReply(await minutesDocx(page), `compte-rendu-${meeting.data.replace(".", "-")}.docx`, DOCX);
};
