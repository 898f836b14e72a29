/** *Extraction mensuelle*: the months that may be taken, and one of them as a file that leaves while it is read. */
import type { Request } from "restify";
import { z } from "zod";
import { extractionQuery, type ExtractionsPage } from "../contracts/extractions.ts";
import { extractionFile } from "../documents/extraction-file.ts";
import type { Actor } from "../domain/people/actor.ts";
import { seeExtractions } from "../use-cases/see-extractions.ts";
import { takeExtraction } from "../use-cases/take-extraction.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { problemOf } from "./refusals.ts";
import { jsonReply, problemReply, streamReply, type Answered, type Reply } from "./reply.ts";
import { FILE_TYPES } from "./file-types.ts";

export const listExtractionsRoute = async (services: Services, actor: Actor): Promise<Reply> => {
  const answer = await ask(services, actor, seeExtractions, {});
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { months, provisional, columns, version } = answer.value;
  const shown = columns.map(({ id, title, meaning, format, source }) => ({ id, title, meaning, format, source }));
  return jsonReply(200, {
    ...{ months: [...months], provisional: [...provisional], columns: shown, version },
  } satisfies ExtractionsPage);
};

const inPath = z.object({ month: z.string() });

export const extractionRoute = async (services: Services, actor: Actor, request: Request): Promise<Answered> => {
  const { month } = inPath.parse(request.params);
  const asked = extractionQuery.safeParse(Object.fromEntries(new URLSearchParams(request.getQuery())));
  if (!asked.success) return problemReply("invalid");
  const input = takeExtraction.input.safeParse({ month });
  if (!input.success) return problemReply("notFound");
  const answer = await ask(services, actor, takeExtraction, input.data);
  if (!answer.ok) return problemReply(answer.refusal === "choiceMissing" ? "notFound" : problemOf[answer.refusal]);
  const { format } = asked.data;
  const name = `extraction-${month}${answer.value.provisional ? "-provisoire" : ""}.${format}`;
  return streamReply(extractionFile(answer.value, format), name, FILE_TYPES[format]);
};
