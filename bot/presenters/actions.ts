/** A person's actions, one of them, and what is asked before it moves. */
import { cancelledFrom, mayMove, signedFrom } from "../../src/domain/activation/action-moves.ts";
import { CANCEL_REASONS, type Action, type Host } from "../../src/domain/activation/records.ts";
import type { ActionMoveForm } from "../../src/use-cases/move-action.ts";
import type { ActionsView, ActionView, SeenAction } from "../../src/use-cases/list-actions.ts";
import {
  actionLine,
  actionMoveWords,
  actionWords,
  cancelReasonsOfAction,
  chooseReason,
  seenWords,
  settlingWords,
  signProblem,
} from "../../src/wording/actions.ts";
import { daysOf, kindWords } from "../../src/wording/action-facts.ts";
import { lowerFirst } from "../../src/wording/lists.ts";
import { personLine } from "../../src/wording/people.ts";
import { objectiveWords } from "../../src/wording/preparation.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { choicesOf, filled, readable, topOf, topOfDraft } from "./top.ts";

const SHOWN_AT_MOST = 25;

export const presentActions = (screen: ScreenOf<"actions">, view: ActionsView, reader: Reader): Shown => {
  const items = view.actions.slice(0, SHOWN_AT_MOST).map(({ action, host }) => ({
    title: actionLine(action, host, reader.framework, reader.today),
    value: action.id,
  }));
  const deferred = view.deferral === null ? [] : [actionWords.deferred(view.deferral)];
  return {
    name: "actions-list",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      person: personLine(view.identity),
      lines: [...deferred, ...(items.length === 0 ? [actionWords.none] : [])],
      items,
      choice: items[0]?.value ?? "",
      canPlan: view.plans,
    },
  };
};

interface Fact {
  readonly label: string;
  readonly value: string;
}
const { labels } = seenWords;

const hostFacts = (host: Host | null): readonly Fact[] => {
  if (host === null) return [];
  const where = [host.name, host.commune ?? ""].filter((part) => part !== "").join(", ");
  return [
    { label: labels.host, value: readable(where) },
    ...(host.contact === "" ? [] : [{ label: labels.contact, value: readable(host.contact) }]),
  ];
};

const pmsmpFacts = ({ pmsmp }: Action): readonly Fact[] => {
  if (pmsmp === null) return [];
  const { signedOn } = pmsmp;
  return [
    { label: labels.objective, value: objectiveWords[pmsmp.objective] },
    { label: labels.job, value: readable(pmsmp.job) },
    { label: labels.hours, value: seenWords.hours(pmsmp.hoursPerWeek) },
    { label: labels.convention, value: signedOn === null ? seenWords.unsigned : seenWords.signedOn(signedOn) },
    ...(pmsmp.followUp === "" ? [] : [{ label: labels.followUp, value: readable(pmsmp.followUp) }]),
    ...(["childcare", "meals", "transport"] as const).map((one) => ({
      label: labels[one],
      value: lowerFirst(settlingWords[pmsmp[one]]),
    })),
    ...(pmsmp.renews === null ? [] : [{ label: labels.renews, value: readable(pmsmp.renews.why) }]),
  ];
};

const factsOf = ({ action, host }: SeenAction, reader: Reader): Fact[] => {
  const { cancelled } = action;
  const state =
    cancelled === undefined
      ? seenWords.stateOf(action, reader.today)
      : seenWords.cancelled(cancelled.on, cancelled.reason);
  return [
    { label: labels.when, value: daysOf({ action }) },
    ...hostFacts(host),
    ...pmsmpFacts(action),
    { label: labels.state, value: state },
  ];
};

/** Once its bilan says that the objective was not met, and only once. */
const renewable = ({ action, bilan, renewedBy }: SeenAction, reader: Reader): boolean =>
  action.pmsmp !== null &&
  action.pmsmp.renews === null &&
  reader.framework.activation.pmsmp.renewalsAtMost > 0 &&
  action.state === "done" &&
  bilan?.objectiveMet === "no" &&
  renewedBy === null;

/** An immersion that nobody signed for did not begin: there is nothing to say of it yet. */
const bilanButton = (action: Action, reader: Reader): string | null => {
  if (action.state === "done") return actionWords.seeBilan;
  const begun = action.from <= reader.today && !mayMove.sign(action);
  return action.state === "planned" && begun ? actionWords.bilan : null;
};

const doesOf = ({ seen, plans }: ActionView, reader: Reader) => {
  const { action } = seen;
  const planned = action.state === "planned";
  const canSign = plans && mayMove.sign(action);
  const bilan = plans ? bilanButton(action, reader) : null;
  return {
    canPrepare: plans && planned,
    prepareStyle: bilan === null ? ("positive" as const) : ("default" as const),
    bilan,
    canSign,
    canRenew: plans && renewable(seen, reader),
    canEdit: plans && planned && action.session === null,
    canCancel: plans && mayMove.cancel(action),
    canList: !canSign,
  };
};

export const presentActionSeen = (screen: ScreenOf<"actionSeen">, view: ActionView, reader: Reader): Shown => {
  const { action } = view.seen;
  const kind = reader.framework.activation.kinds.find(({ id }) => id === action.what)?.label ?? null;
  const begun = mayMove.sign(action) && action.from <= reader.today;
  return {
    name: "action-seen",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      action: action.id,
      title: kindWords({ kind, action }),
      person: personLine(view.identity),
      alert: begun ? seenWords.begunUnsigned : null,
      facts: factsOf(view.seen, reader),
      free: action.state === "planned" ? actionWords.free : null,
      ...doesOf(view, reader),
    },
  };
};

const moveProblems = (
  { move }: ScreenOf<"actionMove">,
  { form, action }: ActionMoveForm,
  reader: Reader,
): Partial<Record<"signedOn" | "reason", string>> => {
  if (move === "cancel") return cancelledFrom(form.shown) === null ? { reason: chooseReason } : {};
  const read = signedFrom(form.shown, action.doc, reader.today);
  return read.ok ? {} : { signedOn: signProblem(read.problem) };
};

export const presentActionMove = (screen: ScreenOf<"actionMove">, view: ActionMoveForm, reader: Reader): Shown => {
  const { title, lines, act } = actionMoveWords[screen.move];
  const { form } = view;
  const when = daysOf({ action: view.action.doc });
  return {
    name: "action-move",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      code: screen.code,
      action: screen.action,
      move: screen.move,
      rev: form.rev,
      title,
      person: `${personLine(view.identity)} · ${when}`,
      lines: [...lines],
      asksDate: screen.move === "sign",
      asksReason: screen.move === "cancel",
      fields: { signedOn: filled(form.shown, "signedOn"), reason: filled(form.shown, "reason") },
      choices: { reason: choicesOf(cancelReasonsOfAction, CANCEL_REASONS) },
      act,
      problems: screen.check ? moveProblems(screen, view, reader) : {},
    },
  };
};
