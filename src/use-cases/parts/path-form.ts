/** Forms about the clock of a case: a suspension, a return, a point, news. The référent of the case, or a chargé de projet. */
import { openPause } from "../../domain/participant/milestones.ts";
import { mayManageCase, type Actor } from "../../domain/people/actor.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Day } from "../../domain/participant/codes.ts";
import type { TypedInputs } from "../../domain/diagnostic/assessment.ts";
import type { Write } from "../../ports/store.ts";
import type { Details } from "../frame/audit-trail.ts";
import { done, refused, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { command } from "../frame/use-case.ts";
import { findingsOf, type Dossier } from "./dossier.ts";
import { dropTyped, formInput, keepTyped, readForm, readTyped, type Form, type FormInput } from "./form.ts";
import { aboutCode, decideOnCase, loadDossier, queueOfCase } from "./on-case.ts";

export interface PathForm {
  readonly dossier: Dossier;
  readonly form: Form;
}
/** `overtaken`: somebody recorded it meanwhile; what was typed is kept, to be read again. */
export type PathOutcome = { readonly kind: "recorded" | "toMend" | "kept" | "overtaken" };

/** What a form about the clock is: its name, who may, and what it is filled with at first. */
export interface PathFormKind {
  readonly name: "pause" | "followUp" | "exitNews" | "stagePoint";
  /** Null: it can be filled in. */
  readonly closed: (file: CaseFile) => RefusalCode | null;
  /** Changes when what is recorded changes. */
  readonly version: (file: CaseFile) => string;
  readonly inputs: (file: CaseFile, today: Day, services: Services) => TypedInputs;
}

export const managesPath =
  ({ closed }: PathFormKind) =>
  (actor: Actor, { dossier }: Pick<PathForm, "dossier">): RefusalCode | null =>
    mayManageCase(actor, dossier.file.doc) ? closed(dossier.file.doc) : "noSuchCase";

export const readPathForm = async (
  services: Services,
  kind: PathFormKind,
  actor: Actor,
  input: { readonly code: string },
): Promise<Result<PathForm>> => {
  const dossier = await loadDossier(services, actor, input);
  if (!dossier.ok) return dossier;
  const file = dossier.value.file.doc;
  const form = await readForm(services, kind.name, file, {
    version: kind.version(file),
    inputs: kind.inputs(file, services.clock.today(), services),
  });
  return done({ dossier: dossier.value, form });
};

interface Recording {
  readonly head: CaseFile;
  readonly writes: readonly Write[];
  /** Codes and dates only. */
  readonly details: Details;
}
type Read<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false };

export const pathCommand = <Value>(of: {
  readonly act: string;
  readonly kind: PathFormKind;
  /** Undefined: there is nothing of the kind to record any more. */
  readonly read: (inputs: TypedInputs, file: CaseFile, today: Day) => Read<Value> | undefined;
  readonly record: (file: CaseFile, value: Value, services: Services, actor: Actor) => Recording;
  /** Whether the very same thing stands recorded already: pressed again, it is not recorded twice. */
  readonly stands?: (file: CaseFile, value: Value, services: Services) => Promise<boolean>;
}) =>
  command<FormInput, PathForm, PathOutcome>({
    act: of.act,
    input: formInput,
    about: aboutCode,
    queue: queueOfCase,
    load: (services, actor, request) => readPathForm(services, of.kind, actor, request),
    allow: managesPath(of.kind),
    decide: async (services, actor, { dossier, form }, request) => {
      const file = dossier.file.doc;
      const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
      const as = (kind: PathOutcome["kind"], { head, writes, details }: Recording) =>
        decideOnCase<PathOutcome>(services, dossier, {
          act: `${of.act}.${kind}`,
          details,
          outcome: { kind },
          writes,
          after: { head, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
        });
      const keeps = (kind: PathOutcome["kind"]) =>
        as(kind, { head: file, writes: [keepTyped(services, actor, form, inputs)], details: {} });
      if (overtaken) return keeps("overtaken");
      if (request.intent === "keep") return keeps("kept");
      const read = of.read(inputs, file, services.clock.today());
      if (read === undefined) return refused("alreadyDone");
      if (!read.ok) return keeps("toMend");
      if ((await of.stands?.(file, read.value, services)) === true) {
        const audit = { act: `${of.act}.again`, code: file.code, details: {} };
        return done({ outcome: { kind: "recorded" }, writes: dropTyped(form), head: null, audit });
      }
      const recorded = of.record(file, read.value, services, actor);
      return as("recorded", { ...recorded, writes: [...recorded.writes, ...dropTyped(form)] });
    },
  });

const RUNNING: ReadonlySet<CaseFile["status"]> = new Set(["oriented", "entered", "decided", "inPath"]);

export const pauseForm: PathFormKind = {
  name: "pause",
  closed: ({ status }) => (RUNNING.has(status) ? null : "caseClosed"),
  version: ({ pauses }) => {
    const last = pauses.at(-1);
    return `${pauses.length}.${last?.returnOn ?? "-"}.${last?.resumedOn ?? "-"}`;
  },
  inputs: ({ pauses }, today) => {
    const open = openPause(pauses);
    return open === undefined
      ? { reason: "", from: today, returnOn: "" }
      : { returnOn: open.returnOn ?? "", resumedOn: today };
  },
};
