import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import { worksHere } from "../domain/people/actor.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { loadForPaper, type ForPaper } from "./parts/on-case.ts";
import { readsRights } from "./parts/on-rights.ts";

const input = z.strictObject({
  /** Null: a notice for nobody yet, to be given at the first meeting. */
  code: participantCode.nullable(),
});

export interface NoticeToPrint {
  readonly code: string | null;
}

/** The information notice: for everyone of the team; with a person's code, for who reads their case. */
export const printNotice = query<z.infer<typeof input>, ForPaper, NoticeToPrint>({
  act: "notice.print",
  input,
  about: ({ code }) => code,
  opens: ({ code }) => code,
  load: loadForPaper,
  allow: (actor, { dossier }) => {
    if (dossier !== null) return readsRights(actor, dossier.file.doc);
    return worksHere(actor) ? null : "roleMayNot";
  },
  run: (_services, _actor, _loaded, { code }) => done({ code }),
});
