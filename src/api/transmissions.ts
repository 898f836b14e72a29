/** `GET /api/transmissions/{id}?format=json|csv`: the file of what was confirmed; nothing leaves otherwise. `GET /api/exports…`: what the page *Exports* shows and takes. */
import type { Request } from "restify";
import { z } from "zod";
import type { ExportsPage, PersonTransmissions } from "../contracts/exports.ts";
import { caseExport } from "../documents/case-export.ts";
import { csvFile } from "../documents/csv.ts";
import { transmissionJson, transmissionRows, type SentAbout } from "../domain/exchange/transmission-file.ts";
import type { Actor } from "../domain/people/actor.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { exportCases, period } from "../use-cases/export-cases.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { seeExports } from "../use-cases/see-exports.ts";
import { listTransmissions, readTransmission, type TransmissionView } from "../use-cases/see-transmission.ts";
import { FILE_TYPES } from "./file-types.ts";
import { problemOf } from "./refusals.ts";
import { fileReply, jsonReply, liveReply, problemReply, streamReply, type Answered, type Reply } from "./reply.ts";

const inPath = z.object({ transmission: z.string().regex(/^[^.]+\.\d{1,4}\.\d{1,9}$/) });
const format = z.enum(["json", "csv"]);
const queryOf = (request: Request): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(request.getQuery()));

const sentOf = ({ plie, papers, people }: Services, { identity, transmission }: TransmissionView): SentAbout => ({
  transmission,
  person: {
    code: identity.code,
    nom: identity.familyName,
    prenom: identity.givenName,
    dateNaissance: identity.birthDate,
  },
  plie: plie.name,
  envelope: papers.exporting.parcours,
  memberName: (id) => people.byObjectId(id)?.name ?? null,
});

export const transmissionFileRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const path = inPath.safeParse(request.params);
  const code = participantCode.safeParse(path.data?.transmission.split(".")[0]);
  if (!path.success || !code.success) return problemReply("notFound");
  const asked = format.safeParse(queryOf(request)["format"] ?? "json");
  if (!asked.success) return problemReply("invalid");
  const { transmission } = path.data;
  const answer = await ask(services, actor, readTransmission, { code: code.data, transmission });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const sent = sentOf(services, answer.value);
  const name = `transmission-${transmission}.${asked.data}`;
  return asked.data === "csv"
    ? fileReply(csvFile(transmissionRows(sent)), name, FILE_TYPES.csv)
    : fileReply(new TextEncoder().encode(JSON.stringify(transmissionJson(sent), null, 2)), name, FILE_TYPES.json);
};

const periodIn = (request: Request) => {
  const { from, to } = queryOf(request);
  return period.safeParse({ from, to });
};

export const exportsRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const asked = periodIn(request);
  if (!asked.success) return problemReply("invalid");
  const answer = await ask(services, actor, seeExports, asked.data);
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { rules, transmissions } = answer.value;
  return jsonReply(200, {
    version: rules.version,
    unconfirmed: rules.unconfirmed.includes("plie.columns"),
    columns: rules.plie.columns.map(({ name, about }) => ({ name, about })),
    transmissions:
      transmissions?.map(({ id, code, to, agreedOn, by }) => ({
        ...{ id, code, to, agreedOn, by: services.people.byObjectId(by)?.name ?? null },
      })) ?? null,
  } satisfies ExportsPage);
};

export const plieExportRoute = async (services: Services, actor: Actor, request: Request): Promise<Answered> => {
  const asked = periodIn(request);
  const written = queryOf(request)["format"] ?? "csv";
  if (!asked.success || written !== "csv") return problemReply("invalid");
  const answer = await ask(services, actor, exportCases, asked.data);
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { rules, rows } = answer.value;
  const name = `mouvements-${asked.data.from}-${asked.data.to}.csv`;
  return streamReply(caseExport(rules, services.frameworks.current, rows), name, FILE_TYPES.csv);
};

export const personTransmissionsRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const code = participantCode.safeParse(z.object({ code: z.string() }).parse(request.params).code);
  if (!code.success) return problemReply("notFound");
  const answer = await ask(services, actor, listTransmissions, { code: code.data });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  return liveReply(request, {
    transmissions: answer.value.map(({ id, to, agreedOn, by, withoutHealth, values }) => ({
      ...{ id, to, agreedOn, withoutHealth, by: services.people.byObjectId(by)?.name ?? null },
      sent: values.contraintes
        .filter(({ valeur }) => valeur !== "NON_ABORDEE")
        .map(({ libelle, valeur, impact, estPrioritaire }) => ({ libelle, valeur, impact, estPrioritaire })),
    })),
  } satisfies PersonTransmissions);
};
