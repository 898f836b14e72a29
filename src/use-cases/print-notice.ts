import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import { hasRole } from "../domain/people/actor.ts";
import { ROLE_IDS } from "../domain/people/member.ts";
import { done, refused } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { loadDossier } from "./parts/on-case.ts";
import type { Dossier } from "./parts/dossier.ts";
import { readsRights } from "./parts/on-rights.ts";

const input = z.strictObject({
  /** Null: a notice for nobody yet, to be given at the first meeting. */
  code: participantCode.nullable(),
});

interface Loaded {
  readonly dossier: Dossier | null;
}
export interface NoticeToPrint {
  readonly code: string | null;
}

/** The information notice: for everyone of the team; with a person's code, for who reads their case. */
export const printNotice = query<z.infer<typeof input>, Loaded, NoticeToPrint>({
  act: "notice.print",
  input,
  about: ({ code }) => code,
  opens: ({ code }) => code,
  load: async (services, actor, { code }) => {
    if (code === null) return done({ dossier: null });
    const dossier = await loadDossier(services, actor, { code });
    return dossier.ok ? done({ dossier: dossier.value }) : refused("noSuchCase");
  },
  allow: (actor, { dossier }) => {
    if (dossier !== null) return readsRights(actor, dossier.file.doc);
    return hasRole(actor, ...ROLE_IDS.filter((role) => role !== "membreCellule")) ? null : "roleMayNot";
  },
  run: (_services, _actor, _loaded, { code }) => done({ code }),
});
