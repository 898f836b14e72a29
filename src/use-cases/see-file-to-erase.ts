import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import { mayConfirmRetention } from "../domain/people/actor.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { readRetained, type RetainedCase } from "./parts/on-retention.ts";

const input = z.strictObject({ code: participantCode });

interface FileToErase {
  readonly code: string;
  readonly name: string;
  /** The edition that is shown: a case that moves meanwhile is not erased by it. */
  readonly rev: number;
}

/** Whose file it is, before it is erased at their request. */
export const seeFileToErase = query<z.infer<typeof input>, RetainedCase, FileToErase>({
  act: "retention.seeFile",
  input,
  about: ({ code }) => code,
  load: (services, _actor, { code }) => readRetained(services, code),
  allow: (actor, { dossier, identity }) => {
    const { retired, mergedInto } = dossier.file.doc;
    const isThere = identity !== undefined && mergedInto === null && retired?.as !== "erased";
    return mayConfirmRetention(actor) && isThere ? null : "noSuchCase";
  },
  run: (_services, _actor, { dossier, identity }) => {
    const { code, edition } = dossier.file.doc;
    return done({
      code,
      name: `${identity?.doc.givenName ?? ""} ${identity?.doc.familyName ?? ""}`.trim(),
      rev: edition,
    });
  },
});
