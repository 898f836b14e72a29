/** Who reads and notes what a person asks of their data, and the forms about it. */
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { TypedInputs } from "../../domain/diagnostic/assessment.ts";
import { mayReadArchived, maySeeCase, type Actor } from "../../domain/people/actor.ts";
import type { RightsRequest } from "../../domain/rights/records.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import { refused, done, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import type { Dossier } from "./dossier.ts";
import { draftWrite, readDrafted, type Drafted } from "./form.ts";
import { loadDossier } from "./on-case.ts";

/** Whoever reads the whole file: who carries the case, a chargé de projet, the coordinatrice. */
export const readsRights = (actor: Actor, file: CaseFile): RefusalCode | null =>
  maySeeCase(actor, file) ? null : "noSuchCase";

/** The rights of a person last as long as their file: in the tab, the coordinatrice reads them of one that is archived. */
export const readsRightsIn = (inTab: boolean, actor: Actor, file: CaseFile): RefusalCode | null =>
  inTab && mayReadArchived(actor, file) ? null : readsRights(actor, file);

/** A request may come at any time, also once the parcours has ended or the record was cancelled; of two records of one person, in the one that is kept. */
export const notesRights = (actor: Actor, file: CaseFile): RefusalCode | null =>
  readsRights(actor, file) ?? (file.mergedInto === null ? null : "caseClosed");

export const ANSWER_FORM = "rightsAnswer";
type AnswerForm = Drafted<typeof ANSWER_FORM>;

export interface OnRequest {
  readonly dossier: Dossier;
  readonly request: Versioned<RightsRequest>;
  readonly form: AnswerForm;
}

/** A request of this very case, with what was typed of its answer. */
export const loadRequest = async (
  services: Services,
  actor: Actor,
  { code, request: id }: { readonly code: string; readonly request: string },
): Promise<Result<OnRequest>> => {
  const [dossier, request] = await Promise.all([
    loadDossier(services, actor, { code }),
    services.store.get("rightsRequest", id),
  ]);
  if (!dossier.ok || request === undefined || request.doc.code !== code) return refused("noSuchCase");
  const of = { name: ANSWER_FORM, id: `${ANSWER_FORM}.${id}`, code } as const;
  const inputs: TypedInputs = { outcome: "", answeredOn: services.clock.today(), answer: "" };
  const form = await readDrafted(services, of, { version: request.doc.answer === null ? "open" : "answered", inputs });
  return done({ dossier: dossier.value, request, form });
};

/** An answer may speak of health, as what was asked may. */
export const keepAnswer = (services: Services, actor: Actor, form: AnswerForm, inputs: TypedInputs): Write =>
  draftWrite(services, actor, form, { inputs, aboutHealth: true });
