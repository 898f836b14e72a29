/** *Bilan d'action* and what was observed: what its screens and its commands read. */
import { inputsFromBilan } from "../../domain/activation/bilan-from-inputs.ts";
import type { Action, ActionBilan, Evidence } from "../../domain/activation/records.ts";
import { domainsSeen, type DomainSeen } from "../../domain/activation/settle-evidence.ts";
import type { Framework } from "../../domain/framework/schema.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { DocumentKind, DocumentOf } from "../../domain/records/catalogue.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import { everyDocument } from "../frame/every-document.ts";
import { done, refused, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { findingsOf } from "./dossier.ts";
import { draftWrite, readDrafted, type Drafted } from "./form.ts";
import { loadDiagnostic, type Diagnostic } from "./on-diagnostic.ts";

export type BilanForm = Drafted<"bilan">;
export type EvidenceForm = Drafted<"evidence">;

const allOf = async <K extends DocumentKind>(
  { store }: Services,
  kind: K,
  key: string,
): Promise<readonly Versioned<DocumentOf<K>>[]> => {
  const found: Versioned<DocumentOf<K>>[] = [];
  for await (const one of everyDocument<K>(store, { kind, key })) found.push(one);
  return found;
};

const ofParcours = <D extends { readonly parcours: number }>(
  all: readonly Versioned<D>[],
  { parcours }: CaseFile,
): readonly Versioned<D>[] => all.filter(({ doc }) => doc.parcours === parcours);

export interface BilanCase {
  readonly dossier: Diagnostic;
  readonly action: Versioned<Action>;
  readonly bilan: Versioned<ActionBilan> | undefined;
  /** What was proposed of this action, settled or not. */
  readonly evidence: readonly Versioned<Evidence>[];
  /** Those of this parcours, this one among them. */
  readonly actions: readonly Action[];
  readonly bilans: readonly ActionBilan[];
  /** The one that the action was planned with: its criteria are asked. */
  readonly framework: Framework;
  readonly form: BilanForm;
}

/** An action that is not of this case, or of an earlier parcours: the same answer as for a case that is not theirs. */
export const loadBilan = async (
  services: Services,
  actor: Actor,
  request: { readonly code: string; readonly action: string },
): Promise<Result<BilanCase>> => {
  const [dossier, action] = await Promise.all([
    loadDiagnostic(services, actor, request),
    services.store.get("action", request.action),
  ]);
  if (!dossier.ok) return dossier;
  const file = dossier.value.file.doc;
  if (action === undefined || action.doc.code !== file.code || action.doc.parcours !== file.parcours)
    return refused("noSuchCase");
  const [bilan, evidence, actions, bilans, planned] = await Promise.all([
    services.store.get("actionBilan", action.doc.id),
    allOf(services, "evidence", `action:${action.doc.id}`),
    allOf(services, "action", `case:${file.code}`),
    allOf(services, "actionBilan", `case:${file.code}`),
    services.frameworks.version(action.doc.frameworkVersion),
  ]);
  const form = await readDrafted(
    services,
    { name: "bilan", id: `bilan.${action.doc.id}`, code: file.code },
    { version: bilan?.version ?? "new", inputs: inputsFromBilan(bilan?.doc) },
  );
  return done({
    dossier: dossier.value,
    action,
    bilan,
    evidence,
    actions: ofParcours(actions, file).map(({ doc }) => doc),
    bilans: ofParcours(bilans, file).map(({ doc }) => doc),
    framework: planned ?? services.frameworks.current,
    form,
  });
};

export interface EvidenceCase {
  readonly dossier: Diagnostic;
  /** What waits to be settled, of every action of this parcours. */
  readonly waiting: readonly Versioned<Evidence>[];
  readonly seen: readonly DomainSeen[];
  readonly form: EvidenceForm;
}

/** Anything that moves in what the card shows, proposals or levels, makes it an older card. */
const versionOf = (services: Services, { file, assessments }: Diagnostic, waiting: EvidenceCase["waiting"]): string =>
  services.ids.digest(
    JSON.stringify([
      file.doc.parcours,
      file.doc.round,
      waiting.map(({ doc, version }) => [doc.id, version]),
      waiting.map(({ doc }) => assessments.get(doc.domain)?.doc.edition ?? 0),
    ]),
  );

export const loadEvidence = async (
  services: Services,
  actor: Actor,
  request: { readonly code: string },
): Promise<Result<EvidenceCase>> => {
  const dossier = await loadDiagnostic(services, actor, request);
  if (!dossier.ok) return dossier;
  const { file, assessments } = dossier.value;
  const all = await allOf(services, "evidence", `case:${file.doc.code}`);
  const waiting = ofParcours(all, file.doc).filter(({ doc }) => doc.state === "proposed");
  const form = await readDrafted(
    services,
    { name: "evidence", id: `evidence.${file.doc.code}.${file.doc.parcours}`, code: file.doc.code },
    { version: versionOf(services, dossier.value, waiting), inputs: {} },
  );
  const seen = domainsSeen(
    waiting.map(({ doc }) => doc),
    findingsOf(assessments),
    dossier.value.previous,
  );
  return done({ dossier: dossier.value, waiting, seen, form });
};

/** What kept someone from coming may be their health. */
export const keepBilanTyped = (
  services: Services,
  actor: Actor,
  form: BilanForm | EvidenceForm,
  inputs: Readonly<Record<string, string>>,
): Write => draftWrite(services, actor, form, { inputs, aboutHealth: form.name === "bilan" });
