import { mayManageCase, type Actor } from "../domain/people/actor.ts";
import { endingFromInputs, type ReadEnding } from "../domain/outreach/ending-from-inputs.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { hasDied, type Ending } from "../domain/participant/clock-facts.ts";
import type { EndingWords } from "../domain/outreach/records.ts";
import type { Identity } from "../domain/participant/identity.ts";
import type { Versioned, Write } from "../ports/store.ts";
import { readRecord } from "./parts/record.ts";
import { findingsOf, type Dossier } from "./parts/dossier.ts";
import { dropTyped, formInput, keepTyped, readForm, readTyped, type Form, type FormInput } from "./parts/form.ts";
import { aboutCode, decideOnCase, queueOfCase } from "./parts/on-case.ts";
import { done, refused, type RefusalCode, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";

export interface EndingForm {
  readonly dossier: Dossier;
  readonly identity: Versioned<Identity>;
  readonly form: Form;
}
export type EndedParcours = { readonly kind: "ended" | "endedMoved" | "endedDeath" | "toMend" | "kept" };

export const readEndingForm = async (services: Services, code: string): Promise<Result<EndingForm>> => {
  const record = await readRecord(services, code);
  if (!record.ok) return record;
  const { dossier, identity } = record.value;
  const { parcours, status } = dossier.file.doc;
  const form = await readForm(services, "ending", dossier.file.doc, {
    version: `${parcours}.${status}`,
    inputs: { how: "", why: "", door: "", words: "" },
  });
  return done({ dossier, identity, form });
};

/** The parcours has ended: a death alone is still noted. */
export const isBehind = ({ status }: Pick<CaseFile, "status">): boolean => status === "left" || status === "reoriented";

/** A person ends it, never time: who carries the case, or a chargé de projet. Not while a cell studies it. */
export const endsParcours = (actor: Actor, { dossier }: Pick<EndingForm, "dossier">): RefusalCode | null => {
  const head = dossier.file.doc;
  if (!mayManageCase(actor, head)) return "noSuchCase";
  if (head.status === "cancelled" || hasDied(head)) return "caseClosed";
  return head.review === null ? null : "studiedNow";
};

/** Once in the path, only the exit cell ends it, with its proofs: but nobody waits for a cell after a death. */
const isForCell = ({ status }: CaseFile, { how }: ReadEnding): boolean => status === "inPath" && how !== "death";

const wordsWrite = async (
  services: Services,
  actor: Actor,
  head: CaseFile,
  { why, words }: ReadEnding,
): Promise<Write> => {
  const known = await services.store.get("endingWords", `${head.code}.${head.parcours}`);
  const doc: EndingWords = {
    kind: "endingWords",
    schemaVersion: 1,
    code: head.code,
    parcours: head.parcours,
    why,
    door: words,
    by: actor.memberId,
    at: services.clock.now().toISOString(),
  };
  return { op: "put", doc, expected: known?.version ?? "new" };
};

const JOBS: ReadonlySet<Ending> = new Set(["lastingJob", "transitionJob"]);

/** Nothing is due any more, and nobody is looked for; of a job found in the first phase, news are asked six months later as after any other. */
const endedHead = (file: CaseFile, { how, door }: ReadEnding, on: string, by: string): CaseFile => ({
  ...file,
  status: isBehind(file) ? file.status : "left",
  appointment: null,
  outreach: null,
  followUpOn: null,
  afterExit: file.entry !== null && JOBS.has(how) ? { from: on, doneOn: null } : null,
  ended: { how, door, on, by, ...(isBehind(file) ? { wayOut: file.ended } : {}) },
});

const KINDS = { movedAway: "endedMoved", death: "endedDeath" } as const;
const kindOf = (how: ReadEnding["how"]): EndedParcours["kind"] =>
  how === "movedAway" || how === "death" ? KINDS[how] : "ended";

/** *Mettre fin au parcours*: a reason, words, and which door stays open. Whoever was never met is then oriented and not met, with that reason. */
export const endParcours = command<FormInput, EndingForm, EndedParcours>({
  act: "parcours.end",
  input: formInput,
  about: aboutCode,
  queue: queueOfCase,
  load: (services, _actor, { code }) => readEndingForm(services, code),
  allow: endsParcours,
  decide: async (services, actor, { dossier, form }, request) => {
    const file = dossier.file.doc;
    const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
    const as = (kind: EndedParcours["kind"], writes: readonly Write[], head = file, details = {}) =>
      decideOnCase<EndedParcours>(services, dossier, {
        act: kind === "toMend" || kind === "kept" ? `ending.${kind}` : "parcours.ended",
        details,
        outcome: { kind },
        writes,
        after: { head, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
      });
    const read = request.intent === "keep" ? undefined : endingFromInputs(inputs, dossier.framework);
    // Somebody wrote in this form meanwhile: it is read again before anything ends.
    if (read === undefined || !read.ok || overtaken)
      return as(read === undefined ? "kept" : "toMend", [keepTyped(services, actor, form, inputs)]);
    const { ending } = read;
    if (isBehind(file) && ending.how !== "death") return refused("caseClosed");
    if (isForCell(file, ending)) return refused("endsInCell");
    const head = endedHead(file, ending, services.clock.today(), actor.memberId);
    // What was said when the parcours ended stays as it was said.
    const words = isBehind(file) ? [] : [await wordsWrite(services, actor, file, ending)];
    return as(kindOf(ending.how), [...words, ...dropTyped(form)], head, {
      how: ending.how,
      door: ending.door,
      met: file.entry === null ? "no" : "yes",
    });
  },
});
