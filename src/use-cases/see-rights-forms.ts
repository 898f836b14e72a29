/** The forms of a person's request and of its answer, filled with what was typed. */
import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { maySeeCase } from "../domain/people/actor.ts";
import { done, refused } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { readRequestForm, type RequestForm } from "./note-rights-request.ts";
import { aboutCode } from "./parts/on-case.ts";
import { loadRequest, notesRights, type OnRequest } from "./parts/on-rights.ts";
import { readRecord } from "./parts/record.ts";

const ofCase = z.strictObject({ code: participantCode });
const ofRequest = z.strictObject({ code: participantCode, request: z.string().max(60) });

interface Named {
  readonly identity: Identity;
}
export type RequestFormView = RequestForm & Named;
export type AnswerFormView = OnRequest & Named;

export const seeRequestForm = query<z.infer<typeof ofCase>, RequestFormView, RequestFormView>({
  act: "rights.note",
  input: ofCase,
  about: aboutCode,
  opens: ({ code }) => code,
  load: async (services, actor, request) => {
    const record = await readRecord(services, request.code);
    if (!record.ok) return record;
    const { dossier, identity } = record.value;
    if (!maySeeCase(actor, dossier.file.doc)) return refused("noSuchCase");
    return done({ ...(await readRequestForm(services, dossier)), identity: identity.doc });
  },
  allow: (actor, { dossier }) => notesRights(actor, dossier.file.doc),
  run: (_services, _actor, view) => done(view),
});

export const seeAnswerForm = query<z.infer<typeof ofRequest>, AnswerFormView, AnswerFormView>({
  act: "rights.answer",
  input: ofRequest,
  about: aboutCode,
  opens: ({ code }) => code,
  load: async (services, actor, request) => {
    const [on, identity] = await Promise.all([
      loadRequest(services, actor, request),
      services.store.get("identity", request.code),
    ]);
    return on.ok && identity !== undefined ? done({ ...on.value, identity: identity.doc }) : refused("noSuchCase");
  },
  allow: (actor, { dossier, request }) =>
    notesRights(actor, dossier.file.doc) ?? (request.doc.answer === null ? null : "alreadyDone"),
  run: (_services, _actor, view) => done(view),
});
