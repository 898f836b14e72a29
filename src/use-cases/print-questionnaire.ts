import { z } from "zod";
import { esfStage } from "../domain/esf/codes.ts";
import type { Questionnaire } from "../domain/esf/questionnaire.ts";
import type { EsfAnswers } from "../domain/esf/records.ts";
import { hasDied } from "../domain/participant/clock-facts.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { worksHere } from "../domain/people/actor.ts";
import { done, refused } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { carrierAfterEntry, loadForPaper, type ForPaper } from "./parts/on-case.ts";
import { readEsf } from "./parts/esf.ts";

const input = z.strictObject({
  stage: esfStage,
  /** Null: a blank questionnaire, to be filled in with a pen. */
  code: participantCode.nullable(),
});

export interface QuestionnaireSeen {
  readonly questionnaire: Questionnaire;
  /** Null: nothing was asked yet. */
  readonly given: EsfAnswers | null;
  readonly identity: Identity | null;
  readonly referent: string | null;
}

/** An ESF+ questionnaire on paper: blank for the team, with its answers for who carries the case. Nobody is asked before their first interview. */
export const printQuestionnaire = query<z.infer<typeof input>, ForPaper, QuestionnaireSeen>({
  act: "questionnaire.print",
  input,
  about: ({ code }) => code,
  opens: ({ code }) => code,
  load: loadForPaper,
  allow: (actor, { dossier }) => {
    if (dossier === null) return worksHere(actor) ? null : "roleMayNot";
    return carrierAfterEntry(actor, dossier) ?? (hasDied(dossier.file.doc) ? "personDied" : null);
  },
  run: async (services, _actor, { dossier }, { stage }) => {
    if (dossier === null)
      return done({ questionnaire: services.papers.esf[stage], given: null, identity: null, referent: null });
    const file = dossier.file.doc;
    const [{ questionnaire, sheet }, identity] = await Promise.all([
      readEsf(services, file, stage),
      services.store.get("identity", file.code),
    ]);
    const referent = services.people.byObjectId(file.referentId)?.name ?? null;
    return identity === undefined
      ? refused("noSuchCase")
      : done({ questionnaire, given: sheet?.doc ?? null, identity: identity.doc, referent });
  },
});
