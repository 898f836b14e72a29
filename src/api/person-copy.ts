/** `GET /api/documents/copie-personne/{code}`, to read; `GET /api/participants/{code}/copy`, for a program. */
import type { Request } from "restify";
import { z } from "zod";
import type { CopyWords } from "../documents/copy/entry.ts";
import { inTheTeam } from "../documents/copy/words.ts";
import { personCopy } from "../documents/person-copy.ts";
import { personCopyJson } from "../documents/person-copy-json.ts";
import type { Questionnaire } from "../domain/esf/questionnaire.ts";
import type { Actor } from "../domain/people/actor.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { StoredDocument } from "../domain/records/catalogue.ts";
import { copyPerson } from "../use-cases/copy-person.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { esfQuestionnaire } from "../use-cases/parts/read-esf.ts";
import { FILE_TYPES } from "./file-types.ts";
import { problemOf } from "./refusals.ts";
import { documentReply, problemReply, streamReply, type Answered } from "./reply.ts";
import type { DocumentRoute } from "./route.ts";

const inPath = z.object({ code: z.string() });

const whoIn =
  ({ people }: Services) =>
  (id: string): string =>
    inTheTeam(people.byObjectId(id)?.roles);

const taken = async <T>(found: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = [];
  for await (const one of found) all.push(one);
  return all;
};

/** What was answered is read with the text that was asked. */
const questionnaires = async (services: Services, documents: readonly StoredDocument[]): Promise<CopyWords["esf"]> => {
  const asked = new Map<string, Questionnaire>();
  for (const doc of documents)
    if (doc.kind === "esfAnswers")
      asked.set(`${doc.stage}.${doc.version}`, await esfQuestionnaire(services, doc.stage, doc.version));
  return ({ stage, version }) => asked.get(`${stage}.${version}`) ?? services.papers.esf[stage];
};

/** Columns of each month as they were when it was made. */
const columnsOfMonths = async (
  { store }: Services,
  documents: readonly StoredDocument[],
): Promise<CopyWords["columns"]> => {
  const months = documents.flatMap((doc) => (doc.kind === "extractionRow" ? [doc.month] : []));
  const found = await store.getMany("extraction", [...new Set(months)]);
  const columns = new Map(found.map(({ doc }) => [doc.month, doc.columns]));
  return (month) => columns.get(month) ?? [];
};

const hostNames = async ({ store }: Services, documents: readonly StoredDocument[]) => {
  const ids = documents.flatMap((doc) => (doc.kind === "action" && doc.pmsmp !== null ? [doc.pmsmp.hostId] : []));
  const found = await store.getMany("host", [...new Set(ids)]);
  const names = new Map(found.map(({ doc }) => [doc.id, doc.name]));
  return (id: string): string => names.get(id) ?? "";
};

export const personCopyRoute: DocumentRoute = async (services, actor, asked) => {
  const code = participantCode.safeParse(asked);
  if (!code.success) return problemReply("notFound");
  const answer = await ask(services, actor, copyPerson, { code: code.data });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { identity, dossier, documents, openings } = answer.value;
  const { plie, papers, clock } = services;
  const all = await taken(documents);
  return documentReply(
    personCopy({
      name: `${identity.givenName} ${identity.familyName}`.trim(),
      code: identity.code,
      plie: plie.name,
      documents: all,
      openings: await taken(openings),
      retention: papers.retention,
      words: {
        framework: dossier.framework,
        who: whoIn(services),
        host: await hostNames(services, all),
        commune: (insee) => plie.communes.find((one) => one.insee === insee)?.name ?? insee,
        esf: await questionnaires(services, all),
        columns: await columnsOfMonths(services, all),
        today: clock.today(),
        timeZone: plie.timeZone,
      },
    }),
  );
};

export const personCopyFileRoute = async (services: Services, actor: Actor, request: Request): Promise<Answered> => {
  const code = participantCode.safeParse(inPath.parse(request.params).code);
  if (!code.success) return problemReply("notFound");
  const answer = await ask(services, actor, copyPerson, { code: code.data });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { documents, openings } = answer.value;
  const on = services.clock.today();
  const who = whoIn(services);
  const bytes = personCopyJson({ code: code.data, on, plie: services.plie.name, documents, openings, who });
  return streamReply(bytes, `copie-${code.data}.json`, FILE_TYPES.json);
};
