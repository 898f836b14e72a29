/** Actions and what is seen in them: planned, put off, signed, cancelled, joined, told, settled, by the same commands as in the product. */
import { keepField, impactField, LEAVE, situationsField } from "../../domain/activation/settle-evidence.ts";
import { OBSERVED_DOMAINS } from "../../domain/activation/codes.ts";
import { cancelSession } from "../cancel-session.ts";
import { enrolInSession } from "../enrol-in-session.ts";
import { ask } from "../frame/use-case.ts";
import { moveAction, seeActionMove } from "../move-action.ts";
import { noteParticipation } from "../note-participation.ts";
import { openSession } from "../open-session.ts";
import { readActionForm } from "../parts/action-form.ts";
import { loadBilan, loadEvidence } from "../parts/bilan-form.ts";
import { readSessionForm } from "../parts/session-form.ts";
import { planAction } from "../plan-action.ts";
import { recordBilan } from "../record-bilan.ts";
import { settleEvidence } from "../settle-evidence.ts";
import { perform } from "../frame/use-case.ts";
import { carryOut, deliveryOf, nothing, type Doing } from "./doing.ts";

type Typed = Readonly<Record<string, string>>;
const NOT_THERE = "refused noSuchCase";
const record = { intent: "record" } as const;

/** A new action, or the renewal of one (`renew.<its id>`). What breaks a rule stays to be mended. */
export const plan = async (doing: Doing, code: string, inputs: Typed, target = "new"): Promise<string> => {
  const form = await readActionForm(doing.services, doing.actor, { code, target });
  if (!form.ok) return NOT_THERE;
  const shown = inputs["type"] ?? "";
  const asked = { code, target, shown, rev: form.value.form.rev, inputs, ...record };
  return carryOut(doing, `plan.${target}.${form.value.form.rev}`, planAction, asked);
};

const move = async (
  doing: Doing,
  code: string,
  action: string,
  of: { readonly move: "sign" | "cancel"; readonly inputs: Typed },
): Promise<string> => {
  const about = { code, action, move: of.move };
  const form = await ask(doing.services, doing.actor, seeActionMove, about);
  if (!form.ok) return NOT_THERE;
  const asked = { ...about, rev: form.value.form.rev, inputs: of.inputs, ...record };
  return carryOut(doing, of.move, moveAction, asked);
};
export const sign = (doing: Doing, code: string, action: string): Promise<string> =>
  move(doing, code, action, { move: "sign", inputs: { signedOn: doing.services.clock.today() } });
export const cancel = (doing: Doing, code: string, action: string, reason: string): Promise<string> =>
  move(doing, code, action, { move: "cancel", inputs: { reason } });

export const tellBilan = async (doing: Doing, code: string, action: string, inputs: Typed): Promise<string> => {
  const loaded = await loadBilan(doing.services, doing.actor, { code, action });
  if (!loaded.ok) return NOT_THERE;
  return carryOut(doing, "bilan", recordBilan, { code, action, rev: loaded.value.form.rev, inputs, ...record });
};

export type HowSettled = "kept" | "adjusted" | "left";

/** What was seen is kept as it is, given a level beside it, or left. */
export const settleSeen = async (doing: Doing, code: string, how: HowSettled): Promise<string> => {
  const loaded = await loadEvidence(doing.services, doing.actor, { code });
  if (!loaded.ok || loaded.value.seen.length === 0) return "nothing seen";
  const situationsOf = (domain: string): string =>
    doing.services.frameworks.current.domains.find(({ id }) => id === domain)?.situations[0]?.id ?? "";
  const weights = OBSERVED_DOMAINS.flatMap((domain) => [
    [impactField(domain), "2"] as const,
    [situationsField(domain), situationsOf(domain)] as const,
  ]);
  const chosen = loaded.value.seen.map(({ domain, proposed }) => {
    const level = Math.max(...proposed.map(({ severity }) => severity));
    const beside = level === 0 ? 1 : level - 1;
    return [keepField(domain), how === "left" ? LEAVE : String(how === "kept" ? level : beside)] as const;
  });
  const inputs = { ...Object.fromEntries(weights), ...Object.fromEntries(chosen) };
  const asked = { code, rev: loaded.value.form.rev, inputs, rest: "wait", ...record } as const;
  return carryOut(doing, "evidence", settleEvidence, asked);
};

/** Its id; undefined: it was not opened. */
export const propose = async (doing: Doing, inputs: Typed): Promise<string | undefined> => {
  const form = await readSessionForm(doing.services, doing.actor);
  const result = await perform(
    doing.services,
    doing.actor,
    openSession,
    { rev: form.rev, inputs, ...record },
    deliveryOf(`${doing.step}.session`),
    (outcome) => ({ session: outcome.kind === "opened" ? outcome.session : null }),
  );
  const session = result.ok ? result.value["session"] : undefined;
  return typeof session === "string" ? session : undefined;
};

export const join = (doing: Doing, code: string, session: string): Promise<string> =>
  carryOut(doing, `join.${session}`, enrolInSession, { session, code });

export const callOff = (doing: Doing, session: string): Promise<string> =>
  carryOut(doing, "callOff", cancelSession, { session });

export const noteCame = async (doing: Doing, session: string, ticked: readonly string[]): Promise<void> => {
  const said = { session, shown: [...ticked], ticked: [...ticked] };
  await perform(doing.services, doing.actor, noteParticipation, said, deliveryOf(`${doing.step}.came`), nothing);
};
