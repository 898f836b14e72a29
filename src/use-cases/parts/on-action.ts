/** What the verbs of an action share: reading it, who may, and what the case keeps of it. */
import type { Action } from "../../domain/activation/records.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { Versioned } from "../../ports/store.ts";
import { done, refused, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { findingsOf, type Dossier } from "./dossier.ts";
import { carrierAfterEntry, loadDossier, type After } from "./on-case.ts";

/** Whoever carries the case, from the entry on and while the person is accompanied. */
export const plansActions = (actor: Actor, dossier: Dossier): RefusalCode | null => {
  const { status } = dossier.file.doc;
  return carrierAfterEntry(actor, dossier) ?? (status === "left" || status === "reoriented" ? "caseClosed" : null);
};

/** What is of a former parcours is read, and changes no more. */
export const isOfParcours = ({ file }: Dossier, { parcours }: Pick<Action, "parcours">): boolean =>
  parcours === file.doc.parcours;

export interface OneAction {
  readonly dossier: Dossier;
  readonly action: Versioned<Action>;
}

/** An action of another case and one that does not exist: one and the same answer, once who asks may read the case. */
export const loadAction = async (
  services: Services,
  actor: Actor,
  input: { readonly code: string; readonly action: string },
): Promise<Result<OneAction>> => {
  const dossier = await loadDossier(services, actor, input);
  if (!dossier.ok) return dossier;
  const action = await services.store.get("action", input.action);
  return action?.doc.code === input.code ? done({ dossier: dossier.value, action }) : refused("noSuchCase");
};

export const afterOf = ({ round, assessments }: Dossier, head: CaseFile): After => ({
  head,
  round: round?.doc,
  findings: findingsOf(assessments),
});
