/** *Signé le*: the form of one day, by whoever receives the signed papers. */
import { z } from "zod";
import { esfStage } from "../../domain/esf/codes.ts";
import { participantCode } from "../../domain/participant/codes.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import type { Actor } from "../../domain/people/actor.ts";
import { done, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import type { Dossier } from "./dossier.ts";
import { esfClosed, readEsf, receivesEsfPapers, type EsfOfCase } from "./esf.ts";
import { readDrafted, type Drafted } from "./form.ts";
import { readRecord } from "./record.ts";

export const signatureInput = z.strictObject({ code: participantCode, stage: esfStage });
export type SignatureInput = z.infer<typeof signatureInput>;

export interface SignatureForm {
  readonly dossier: Dossier;
  readonly person: Identity;
  readonly esf: EsfOfCase;
  readonly form: Drafted<"questionnaireSign">;
  readonly today: string;
}

export const loadSignature = async (
  services: Services,
  _actor: Actor,
  input: SignatureInput,
): Promise<Result<SignatureForm>> => {
  const record = await readRecord(services, input.code);
  if (!record.ok) return record;
  const { dossier, identity } = record.value;
  const { code, parcours } = dossier.file.doc;
  const esf = await readEsf(services, dossier.file.doc, input.stage);
  const today = services.clock.today();
  // What is signed is what was answered: an older card signs nothing that changed since.
  const version = `${String(esf.sheet?.doc.edition ?? 0)}.${esf.standing.signedOn ?? "-"}`;
  const form = await readDrafted(
    services,
    { name: "questionnaireSign", id: `questionnaireSign.${code}.${String(parcours)}.${input.stage}`, code },
    { version, inputs: { signedOn: esf.standing.signedOn ?? today } },
  );
  return done({ dossier, person: identity.doc, esf, form, today });
};

export const allowSignature = (actor: Actor, { dossier, esf, today }: SignatureForm): RefusalCode | null => {
  const head = dossier.file.doc;
  return receivesEsfPapers(actor, head) ? esfClosed(head, esf, today) : "noSuchCase";
};
