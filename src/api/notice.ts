import { notice, noticeModel } from "../documents/notice.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { printNotice } from "../use-cases/print-notice.ts";
import { problemOf } from "./refusals.ts";
import { documentReply, problemReply } from "./reply.ts";
import type { DocumentRoute } from "./route.ts";

/** With this format, letters are larger, for who reads with difficulty. */
const LARGE = "grand";

/** `GET /api/documents/notice/{code?}`, `?format=grand`. */
export const noticeRoute: DocumentRoute = async (services, actor, asked, format) => {
  const code = participantCode.safeParse(asked);
  if (asked !== undefined && !code.success) return problemReply("notFound");
  const answer = await ask(services, actor, printNotice, { code: code.data ?? null });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { papers, plie } = services;
  const printed = { ...papers, plie: plie.name, code: answer.value.code, large: format === LARGE };
  return documentReply(notice(noticeModel(printed)));
};
