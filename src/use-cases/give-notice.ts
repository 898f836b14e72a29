import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import { mayManageCase } from "../domain/people/actor.ts";
import { done, refused, type RefusalCode } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { agreementWrite } from "./parts/agreements.ts";
import { findingsOf, type Dossier } from "./parts/dossier.ts";
import { aboutCode, decideOnCase, loadDossier, queueOfCase } from "./parts/on-case.ts";
import { readRights, type RightsSeen } from "./parts/read-rights.ts";

const input = z.strictObject({ code: participantCode });
export type NoticeGivenAgain = { readonly kind: "given" };

interface Loaded {
  readonly dossier: Dossier;
  readonly rights: RightsSeen;
}

/** Why the notice in force cannot be noted as given today; null: it can. */
const refusalOf = ({ dossier, rights }: Loaded): RefusalCode | null => {
  const file = dossier.file.doc;
  if (file.mergedInto !== null) return "caseClosed";
  if (rights.given === null) return "notEntered";
  return rights.older ? null : "alreadyDone";
};

/** The notice changed since it was given: the one in force was given and explained today. What was given before stays in the history. */
export const giveNotice = command<z.infer<typeof input>, Loaded, NoticeGivenAgain>({
  act: "notice.give",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: async (services, actor, request) => {
    const dossier = await loadDossier(services, actor, request);
    if (!dossier.ok) return refused(dossier.refusal);
    return done({ dossier: dossier.value, rights: await readRights(services, dossier.value.file.doc) });
  },
  allow: (actor, { dossier }) => (mayManageCase(actor, dossier.file.doc) ? null : "noSuchCase"),
  decide: (services, actor, loaded) => {
    const { dossier, rights } = loaded;
    const refusal = refusalOf(loaded);
    if (refusal !== null) return refused(refusal);
    const file = dossier.file.doc;
    const on = services.clock.today();
    return decideOnCase<NoticeGivenAgain>(services, dossier, {
      act: "notice.given",
      details: { on, version: rights.version },
      outcome: { kind: "given" },
      writes: [agreementWrite(services, actor, file, { what: "notice", state: "given", on })],
      after: { head: file, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
    });
  },
});
