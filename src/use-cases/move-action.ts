import { z } from "zod";
import { ACTION_MOVES, type ActionMove } from "../domain/activation/codes.ts";
import { cancelledFrom, mayMove, signedFrom } from "../domain/activation/action-moves.ts";
import { plannedBeside, withoutPlanned } from "../domain/activation/chosen.ts";
import type { Action, CancelReason, Session } from "../domain/activation/records.ts";
import { withoutPerson } from "../domain/activation/sessions.ts";
import { typedInputs, type TypedInputs } from "../domain/diagnostic/assessment.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { touched } from "../domain/participant/clock-facts.ts";
import { participantCode, type Day } from "../domain/participant/codes.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Versioned, Write } from "../ports/store.ts";
import type { Decision } from "./frame/commit.ts";
import { done, refused, type RefusalCode, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command, query } from "./frame/use-case.ts";
import { draftWrite, dropTyped, readDrafted, readTyped, type Drafted } from "./parts/form.ts";
import { afterOf, isOfParcours, loadAction, plansActions, type OneAction } from "./parts/on-action.ts";
import { aboutCode, decideOnCase, queueOfCase } from "./parts/on-case.ts";
import { sessionWrite } from "./parts/on-session.ts";
import { actionsOf } from "./parts/read-actions.ts";

const about = z.strictObject({ code: participantCode, action: z.string().max(100), move: z.enum(ACTION_MOVES) });
type About = z.infer<typeof about>;
const input = about.extend({ rev: z.string(), inputs: typedInputs, intent: z.enum(["record", "keep"]) });
type Input = z.infer<typeof input>;

export interface ActionMoveForm extends OneAction {
  readonly identity: Identity;
  readonly form: Drafted<"actionMove">;
}

interface Moving extends ActionMoveForm {
  /** Of the other actions that are waited for. */
  readonly left: readonly Day[];
  readonly session: Versioned<Session> | undefined;
}
export type MovedAction = { readonly kind: "signed" | "cancelled" | "kept" | "toMend" | "overtaken" };

const readMove = async (services: Services, actor: Actor, request: About): Promise<Result<ActionMoveForm>> => {
  const [loaded, identity] = await Promise.all([
    loadAction(services, actor, request),
    services.store.get("identity", request.code),
  ]);
  if (!loaded.ok || identity === undefined) return refused("noSuchCase");
  const { doc, version } = loaded.value.action;
  const id = `actionMove.${request.move}.${doc.id}.${actor.memberId}`;
  const form = await readDrafted(
    services,
    { name: "actionMove" as const, id, code: doc.code },
    { version, inputs: {} },
  );
  return done({ ...loaded.value, identity: identity.doc, form });
};

const allowed = (actor: Actor, { dossier, action }: ActionMoveForm, { move }: About): RefusalCode | null =>
  plansActions(actor, dossier) ??
  (isOfParcours(dossier, action.doc) && mayMove[move](action.doc) ? null : "changedMeanwhile");

/** *Convention signée*, *Annuler l'action*, as it was left. */
export const seeActionMove = query<About, ActionMoveForm, ActionMoveForm>({
  act: "action.moveForm",
  input: about,
  about: aboutCode,
  opens: ({ code }) => code,
  load: readMove,
  allow: allowed,
  run: (_services, _actor, form) => done(form),
});

interface Deciding {
  readonly services: Services;
  readonly actor: Actor;
  readonly on: Moving;
  readonly inputs: TypedInputs;
}

const keeps = ({ services, actor, on, inputs }: Deciding, kind: "kept" | "toMend" | "overtaken") =>
  decideOnCase<MovedAction>(services, on.dossier, {
    act: `action.move.${kind}`,
    outcome: { kind },
    writes: [draftWrite(services, actor, on.form, { inputs, aboutHealth: false })],
    after: afterOf(on.dossier, on.dossier.file.doc),
  });

const nextOf = ({ action }: Moving, changes: Partial<Action>): Write => ({
  op: "put",
  doc: { ...action.doc, ...changes, edition: action.doc.edition + 1 },
  expected: action.version,
});

const signs = ({ services, on }: Deciding, signedOn: Day) => {
  const { pmsmp, id } = on.action.doc;
  return decideOnCase<MovedAction>(services, on.dossier, {
    act: "action.signed",
    details: { action: id, signedOn },
    outcome: { kind: "signed" },
    writes: [nextOf(on, { pmsmp: pmsmp === null ? null : { ...pmsmp, signedOn } }), ...dropTyped(on.form)],
    after: afterOf(on.dossier, on.dossier.file.doc),
  });
};

/** Nothing follows from it for the person: a code says why, and the choice of an action is open again. */
const cancels = ({ services, on }: Deciding, reason: CancelReason) => {
  const { code, id, what } = on.action.doc;
  const today = services.clock.today();
  const left = on.session === undefined ? [] : [sessionWrite(on.session, withoutPerson(on.session.doc, code))];
  return decideOnCase<MovedAction>(services, on.dossier, {
    act: "action.cancelled",
    details: { action: id, what, session: on.action.doc.session, reason },
    outcome: { kind: "cancelled" },
    writes: [nextOf(on, { state: "cancelled", cancelled: { on: today, reason } }), ...left, ...dropTyped(on.form)],
    after: afterOf(on.dossier, withoutPlanned(touched(on.dossier.file.doc, today), on.left)),
  });
};

const RECORDS: Readonly<Record<ActionMove, (deciding: Deciding) => Result<Decision<MovedAction>>>> = {
  sign: (deciding) => {
    const read = signedFrom(deciding.inputs, deciding.on.action.doc, deciding.services.clock.today());
    return read.ok ? signs(deciding, read.on) : keeps(deciding, "toMend");
  },
  cancel: (deciding) => {
    const reason = cancelledFrom(deciding.inputs);
    return reason === null ? keeps(deciding, "toMend") : cancels(deciding, reason);
  },
};

/** Records that everyone signed, or that an action will not take place. */
export const moveAction = command<Input, Moving, MovedAction>({
  act: "action.move",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: async (services, actor, request) => {
    const form = await readMove(services, actor, request);
    if (!form.ok) return form;
    const { doc } = form.value.action;
    const actions = await actionsOf(services, doc.code);
    return done({
      ...form.value,
      left: plannedBeside(
        doc,
        actions.map((one) => one.doc),
      ),
      session: doc.session === null ? undefined : await services.store.get("session", doc.session),
    });
  },
  allow: allowed,
  decide: (services, actor, on, { rev, inputs: sent, intent, move }) => {
    const { inputs, overtaken } = readTyped(on.form, rev, sent);
    const deciding = { services, actor, on, inputs };
    if (overtaken) return keeps(deciding, "overtaken");
    return intent === "keep" ? keeps(deciding, "kept") : RECORDS[move](deciding);
  },
});
