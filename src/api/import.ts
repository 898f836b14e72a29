/** Import of orientations and identities for the tab and for scripts: what a file would do, then doing it. */
import type { Request } from "restify";
import { z } from "zod";
import { importRefused, type ImportPage, type ImportState } from "../contracts/import.ts";
import { fileRefusedWords, lineInWords } from "../documents/import-report.ts";
import { knownTitle } from "../domain/exchange/import-titles.ts";
import { TABLE_LIMITS, type TableRead } from "../domain/exchange/table.ts";
import type { ImportRun, LineChoice } from "../domain/exchange/import-records.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { OpenFile } from "../intake/decode.ts";
import { readWholeTable } from "../intake/read-table.ts";
import { prepareImport, type Prepared } from "../use-cases/prepare-import.ts";
import { seeImport, type ImportSeen } from "../use-cases/see-import.ts";
import { startImport } from "../use-cases/start-import.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { readBody } from "./body.ts";
import { fileInJson, jsonBytesOf } from "./file-in-json.ts";
import { problemOf } from "./refusals.ts";
import { jsonReply, liveReply, problemReply, type Reply } from "./reply.ts";
import { spooled } from "./spool.ts";

const stateOf = ({ id, state, lines, warned, plans, ends, ignored }: ImportRun): ImportState => {
  const { create = 0, update = 0, same = 0, conflict = 0, duplicate = 0, aside = 0, refused = 0 } = plans;
  const done = { created: 0, updated: 0, same: 0, conflict: 0, left: 0, ...ends };
  return {
    run: id,
    state,
    lines,
    warned,
    doneLines: done.created + done.updated + done.same + done.conflict + done.left,
    toDo: create + update + duplicate,
    plans: { create, update, same, conflict, duplicate, aside, refused },
    ends: done,
    ignored,
  };
};

const pageOf = (seen: ImportSeen, { plie: { communes } }: Services): ImportPage => ({
  import: stateOf(seen.run),
  lines: seen.lines.map((line) => lineInWords(line, { readsRetired: seen.readsRetired, communes })),
  cursor: seen.cursor,
});

const runPath = z.object({ run: z.string() });
const pageQuery = z.object({ show: z.string().default("plan.refused"), cursor: z.string().max(500).optional() });

/** `GET /api/import/{run}?show&cursor`. */
export const seeImportRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const asked = pageQuery.safeParse(Object.fromEntries(new URLSearchParams(request.getQuery())));
  const read = seeImport.input.safeParse({
    run: runPath.parse(request.params).run,
    show: asked.data?.show,
    cursor: asked.data?.cursor ?? null,
  });
  if (!read.success) return problemReply("invalid");
  const answer = await ask(services, actor, seeImport, read.data);
  return answer.ok ? liveReply(request, pageOf(answer.value, services)) : problemReply(problemOf[answer.refusal]);
};

type Refused = Exclude<Prepared, { readonly read: true }>;

const refusedReply = (services: Services, refused: Refused): Reply => {
  const title = fileRefusedWords(refused, services.papers.importing.columns);
  const status = refused.fault === "tooBig" ? 413 : 422;
  const body = importRefused.parse({ type: "about:blank", title, status, code: "fileRefused" });
  return { ...jsonReply(status, body, "application/problem+json"), refusal: "fileRefused" };
};

/** As it is (`text/csv`), or inside JSON. */
const rowsIn = (services: Services, request: Request): AsyncIterable<TableRead> | undefined => {
  if ((request.headers["content-encoding"] ?? "identity") !== "identity") return undefined;
  const type = /^\s*([^;\s]+)/.exec(request.headers["content-type"] ?? "")?.[1]?.toLowerCase();
  const broken = (code: "tooBig" | "unreadable"): TableRead => ({ what: "broken", code, line: null });
  const isTitle = knownTitle(services.papers.importing);
  const of = { read: (open: OpenFile) => readWholeTable(open, isTitle), broken };
  if (type === "text/csv") return spooled(request, { ...of, bytes: TABLE_LIMITS.bytes });
  return type === "application/json"
    ? spooled(request, { ...of, bytes: jsonBytesOf(TABLE_LIMITS.bytes), file: fileInJson })
    : undefined;
};

/** `POST /api/import`: the body is the file. It is not read when this member may not import. */
export const prepareImportRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const rows = rowsIn(services, request);
  if (rows === undefined) return problemReply("mediaType");
  const answer = await ask(services, actor, prepareImport, { rows });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  return answer.value.read ? jsonReply(200, stateOf(answer.value.run)) : refusedReply(services, answer.value);
};

const chosen = z.union([z.literal("another"), z.literal("leave"), participantCode]);
const startBody = z.strictObject({
  onlyRight: z.boolean(),
  choices: z.array(z.strictObject({ line: z.number().int().positive(), choice: chosen })).max(2000),
});
const choiceFrom = (choice: string): LineChoice =>
  choice === "another" || choice === "leave" ? { as: choice } : { as: "same", code: choice };

const CHOICES_BYTES = 128 * 1024;

/** `POST /api/import/{run}/apply`. The same again is answered the same. */
export const startImportRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const read = startBody.safeParse(await readBody(request, CHOICES_BYTES));
  if (!read.success) return problemReply("invalid");
  const choices = read.data.choices.map(({ line, choice }) => ({ line, choice: choiceFrom(choice) }));
  const { run } = runPath.parse(request.params);
  const answer = await ask(services, actor, startImport, { run, onlyRight: read.data.onlyRight, choices });
  return answer.ok ? jsonReply(200, stateOf(answer.value)) : problemReply(problemOf[answer.refusal]);
};
