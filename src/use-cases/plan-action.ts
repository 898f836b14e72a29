import { z } from "zod";
import { withDeferred } from "../domain/activation/chosen.ts";
import type { ActionDeferral, Deferral } from "../domain/activation/records.ts";
import type { TypedInputs } from "../domain/diagnostic/assessment.ts";
import { typedInputs } from "../domain/diagnostic/assessment.ts";
import { touched } from "../domain/participant/clock-facts.ts";
import { participantCode, type Day } from "../domain/participant/codes.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Write } from "../ports/store.ts";
import type { Decision } from "./frame/commit.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";
import { readActionForm, TARGET, type ActionForm } from "./parts/action-form.ts";
import { checkAction, typeOf, type CheckedAction } from "./parts/check-action.ts";
import { draftWrite, dropTyped, readTyped } from "./parts/form.ts";
import { afterOf, plansActions } from "./parts/on-action.ts";
import { aboutCode, decideOnCase, queueOfCase } from "./parts/on-case.ts";
import { collective, headWith, immersion, type WrittenAction } from "./parts/write-action.ts";

const input = z.strictObject({
  code: participantCode,
  target: z.string().regex(TARGET),
  /** The type whose questions the card showed. */
  shown: z.string(),
  rev: z.string(),
  inputs: typedInputs,
  /** `check` says what is to be mended, `retype` shows what another type asks, `keep` leaves: nothing is recorded. */
  intent: z.enum(["record", "check", "retype", "keep"]),
});
type Input = z.infer<typeof input>;

export type PlannedAction =
  | { readonly kind: "planned" | "changed"; readonly action: string }
  | { readonly kind: "deferred" | "kept" | "toMend" | "fine" | "retyped" | "overtaken" };

interface Deciding {
  readonly services: Services;
  readonly actor: Actor;
  readonly form: ActionForm;
  readonly inputs: TypedInputs;
}

const decided = (
  { services, form }: Deciding,
  what: {
    readonly act: string;
    readonly details?: Readonly<Record<string, string | null>>;
    readonly outcome: PlannedAction;
    readonly writes: readonly Write[];
    readonly head?: ActionForm["dossier"]["file"]["doc"];
  },
): Result<Decision<PlannedAction>> =>
  decideOnCase<PlannedAction>(services, form.dossier, {
    act: what.act,
    details: what.details ?? {},
    outcome: what.outcome,
    writes: what.writes,
    after: afterOf(form.dossier, what.head ?? form.dossier.file.doc),
  });

/** What keeps someone from going, or why an action is put off, may speak of health. */
const keeps = (on: Deciding, kind: "kept" | "toMend" | "fine" | "retyped" | "overtaken") =>
  decided(on, {
    act: `action.${kind}`,
    outcome: { kind },
    writes: [draftWrite(on.services, on.actor, on.form.form, { inputs: on.inputs, aboutHealth: true })],
  });

const plans = (on: Deciding, { action, writes }: WrittenAction) => {
  const kind = on.form.editing === null ? "planned" : "changed";
  const { id, what, from, until, session, pmsmp } = action;
  return decided(on, {
    act: `action.${kind}`,
    details: { action: id, what, session, from, until, objective: pmsmp?.objective ?? null },
    outcome: { kind, action: id },
    writes: [...writes, ...dropTyped(on.form.form)],
    head: headWith(on.form, action, on.services.clock.today()),
  });
};

const putsOff = (on: Deciding, said: { reason: Deferral; words: string; againOn: Day }) => {
  const { services, actor, form } = on;
  const file = form.dossier.file.doc;
  const today = services.clock.today();
  const doc: ActionDeferral = {
    kind: "actionDeferral",
    schemaVersion: 1,
    code: file.code,
    parcours: file.parcours,
    on: today,
    ...said,
    by: actor.memberId,
    at: services.clock.now().toISOString(),
  };
  return decided(on, {
    act: "action.deferred",
    // The reason may be health: it is in the document of its own, which can be rewritten.
    details: { againOn: said.againOn },
    outcome: { kind: "deferred" },
    writes: [{ op: "put", doc, expected: "new" }, ...dropTyped(form.form)],
    head: withDeferred(touched(file, today), today, said.againOn),
  });
};

const records = (on: Deciding, checked: CheckedAction): Result<Decision<PlannedAction>> => {
  const { services, actor, form } = on;
  if (checked.problems.length > 0) return keeps(on, "toMend");
  if (checked.type === "deferral") {
    const { reason, words, againOn } = checked.read;
    return reason === null || againOn === null ? keeps(on, "toMend") : putsOff(on, { reason, words, againOn });
  }
  const written =
    checked.type === "pmsmp" ? immersion(services, actor, form, checked) : collective(services, actor, form, checked);
  return written === null ? keeps(on, "toMend") : plans(on, written);
};

/**
 * *Planifier une action*: an immersion, a collective action, or a first action put off with a reason; also *Modifier* and *Renouveler*. Every
 * button keeps what is typed.
 */
export const planAction = command<Input, ActionForm, PlannedAction>({
  act: "action.plan",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: async (services, actor, request) => {
    const form = await readActionForm(services, actor, request);
    return form.ok ? done(form.value) : refused(form.refusal);
  },
  allow: (actor, { dossier, there }) => plansActions(actor, dossier) ?? (there ? null : "changedMeanwhile"),
  decide: (services, actor, form, request) => {
    const { inputs, overtaken } = readTyped(form.form, request.rev, request.inputs);
    const on = { services, actor, form, inputs };
    if (overtaken) return keeps(on, "overtaken");
    if (request.intent === "keep") return keeps(on, "kept");
    if (request.intent === "retype" || typeOf(form, inputs) !== request.shown) return keeps(on, "retyped");
    const checked = checkAction(services, form, inputs);
    if (request.intent === "check") return keeps(on, checked.problems.length > 0 ? "toMend" : "fine");
    return records(on, checked);
  },
});
