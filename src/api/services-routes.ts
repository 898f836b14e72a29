/** The directory of services for the tab and for scripts: one page of it, and the import of data·inclusion. */
import type { Request } from "restify";
import { z } from "zod";
import type { ImportProblem, ListedService, ServicesPage } from "../contracts/services.ts";
import { RECORD_KINDS } from "../domain/offer/check-record.ts";
import { domainId } from "../domain/framework/schema.ts";
import { IMPORT_FAULT_WORDS, type ImportFault } from "../domain/offer/import-report.ts";
import type { ServiceSheet } from "../domain/offer/offer-of.ts";
import { FILE_LIMITS } from "../domain/offer/read-record.ts";
import { sourceId, zoneId } from "../domain/offer/scope.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { Actor } from "../domain/people/actor.ts";
import { readCsvRecords } from "../intake/read-csv-records.ts";
import { readJsonRecords } from "../intake/read-json-records.ts";
import { readHead } from "../use-cases/parts/directory.ts";
import { importServices, type ImportOutcome } from "../use-cases/import-services.ts";
import { listDirectory } from "../use-cases/list-directory.ts";
import { seeServices, type ForPerson } from "../use-cases/see-services.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { problemOf } from "./refusals.ts";
import { jsonReply, problemReply, type Reply } from "./reply.ts";
import { spooledRecords } from "./spool.ts";

/** The last of a name that comes twice: an address never means two things. */
const queryOf = (request: Request): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(request.getQuery()));

const commaList = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((said) =>
      said
        .split(",")
        .map((code) => code.trim())
        .filter((code) => code !== ""),
    )
    .pipe(z.array(item).max(400));

const listQuery = z.object({
  domain: domainId.optional(),
  code: participantCode.optional(),
  cursor: z.string().max(500).optional(),
});

/** A service as the tab reads it. */
export const listed = (
  { offer, contact, commune, openedOn }: ServiceSheet,
  forPerson: ForPerson | null,
): ListedService => {
  const { id, name, structure, role, lead, themes, open, reachable, places, waitingDays } = offer;
  const of = { id, name, structure, role, lead, themes, open, reachable, places, waitingDays };
  return { ...of, commune, openedOn, contact, forPerson };
};

const pageReply = (
  head: { readonly number: number; readonly fictional: boolean } | undefined,
  items: readonly ListedService[],
  cursor: string | null,
): Reply => {
  const directory = head === undefined ? null : { number: head.number, fictional: head.fictional };
  return jsonReply(200, { items, cursor, directory } satisfies ServicesPage);
};

/** `GET /api/services?domain&code&cursor`: without a domain, everything by id; with one, as the chat shows it. */
export const listServicesRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const read = listQuery.safeParse(queryOf(request));
  if (!read.success) return problemReply("invalid");
  const { domain, code = null, cursor = null } = read.data;
  if (domain === undefined) {
    if (code !== null) return problemReply("invalid");
    const answer = await ask(services, actor, listDirectory, { cursor });
    if (!answer.ok) return problemReply(problemOf[answer.refusal]);
    const { head, sheets, cursor: next } = answer.value;
    return pageReply(
      head,
      sheets.map((sheet) => listed(sheet, null)),
      next,
    );
  }
  const page = z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000)
    .safeParse(cursor ?? "0");
  if (!page.success) return problemReply("invalid");
  const answer = await ask(services, actor, seeServices, { domain, code, page: page.data });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  if (answer.value.kind !== "services") return problemReply("invalid");
  const { lines, page: at, pages } = answer.value;
  const items = lines.map((line) => listed(line, line.forPerson));
  return pageReply(await readHead(services), items, at + 1 < pages ? String(at + 1) : null);
};

const importQuery = z.object({
  kind: z.enum(RECORD_KINDS),
  sources: commaList(sourceId).refine((sources) => sources.length > 0),
  zone: commaList(zoneId).default([]),
  closing: z.literal("most").optional(),
});

const readers = { json: readJsonRecords, csv: readCsvRecords } as const;

const formatOf = (request: Request): keyof typeof readers | undefined => {
  if ((request.headers["content-encoding"] ?? "identity") !== "identity") return undefined;
  const type = /^\s*([^;\s]+)/.exec(request.headers["content-type"] ?? "")?.[1]?.toLowerCase();
  if (type === "application/json") return "json";
  return type === "text/csv" ? "csv" : undefined;
};

const STATUS: Partial<Readonly<Record<ImportFault, number>>> = { tooBig: 413, busy: 503 };

const outcomeReply = (outcome: ImportOutcome): Reply => {
  if (outcome.read) return jsonReply(200, outcome.report);
  const { fault, report } = outcome;
  const code = fault === "busy" ? "busy" : "fileRefused";
  const status = STATUS[fault] ?? 422;
  const body: ImportProblem = { type: "about:blank", title: IMPORT_FAULT_WORDS[fault], status, code, fault, report };
  return { ...jsonReply(status, body, "application/problem+json"), refusal: code };
};

/** `POST /api/services/import?kind&sources&zone&closing`: the body is the file. It is not read when this member may not import. */
export const importServicesRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const read = importQuery.safeParse(queryOf(request));
  if (!read.success) return problemReply("invalid");
  const format = formatOf(request);
  if (format === undefined) return problemReply("mediaType");
  const { kind, sources, zone, closing } = read.data;
  const records = spooledRecords(request, readers[format], FILE_LIMITS.bytes);
  const answer = await ask(services, actor, importServices, {
    kind,
    scope: { sources, zone },
    mayCloseMost: closing === "most",
    records,
  });
  return answer.ok ? outcomeReply(answer.value) : problemReply(problemOf[answer.refusal]);
};
