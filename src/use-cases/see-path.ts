import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import { maySeeCase } from "../domain/people/actor.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { readCaseView, type CaseView } from "./parts/case-view.ts";
import { aboutCode } from "./parts/on-case.ts";

const input = z.strictObject({ code: participantCode });

/** *Parcours*: for who reads the whole file. The assistante does not: contacts and suspensions are not hers to read. */
export const seePath = query<z.infer<typeof input>, CaseView, CaseView>({
  act: "path.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: readCaseView,
  allow: (actor, { dossier }) => (maySeeCase(actor, dossier.file.doc) ? null : "noSuchCase"),
  run: (_services, _actor, view) => done(view),
});
