import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { readCaseView, type CaseView } from "./parts/case-view.ts";
import { aboutCode } from "./parts/on-case.ts";
import { readsRightsIn } from "./parts/on-rights.ts";
import { readRights, type RightsSeen } from "./parts/read-rights.ts";

const input = z.strictObject({ code: participantCode, inTab: z.boolean() });

export interface RightsView extends CaseView {
  readonly rights: RightsSeen;
}

/** *Droits*: which notice was given, what was agreed to, what the person asked and by when it is answered. */
export const seeRights = query<z.infer<typeof input>, CaseView, RightsView>({
  act: "rights.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: readCaseView,
  allow: (actor, { dossier }, { inTab }) => readsRightsIn(inTab, actor, dossier.file.doc),
  run: async (services, _actor, view) => done({ ...view, rights: await readRights(services, view.dossier.file.doc) }),
});
