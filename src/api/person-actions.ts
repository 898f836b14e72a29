/** Actions of a person in codes, with the words of the framework that each was planned with. */
import type { PersonAction, PersonActions } from "../contracts/person-actions.ts";
import { isPrepared, preparedFor } from "../domain/activation/preparation.ts";
import type { ActionBilan } from "../domain/activation/records.ts";
import type { ActionSeen, ActionsSeen } from "../use-cases/parts/read-actions-of.ts";
import type { NameOf } from "./person-rounds.ts";

type Read = NonNullable<PersonAction["read"]>;

const observationsOf = ({ observations }: ActionBilan, { framework }: ActionSeen) =>
  observations.flatMap(({ criterion, by, level }) => {
    const found = framework.activation.criteria.find(({ id }) => id === criterion);
    return found === undefined ? [] : [{ label: found.label, by, fact: found.anchors[level] }];
  });

const bilanOf = (seen: ActionSeen): Read["bilan"] => {
  const { bilan } = seen;
  if (bilan === null) return null;
  const { outcome, on, lastDay, agreement, words, understood, facts } = bilan;
  return { outcome, on, lastDay, agreement, words, understood, facts, observations: observationsOf(bilan, seen) };
};

const readOf = (seen: ActionSeen): Read => {
  const { action, host, session } = seen;
  return {
    objective: preparedFor(action),
    host: host?.name ?? null,
    session: session === null ? null : { id: session.id, title: session.title, place: session.place },
    job: action.pmsmp?.job ?? null,
    hoursPerWeek: action.pmsmp?.hoursPerWeek ?? null,
    prepared: isPrepared(action),
    bilan: bilanOf(seen),
  };
};

const actionOf = (seen: ActionSeen, whole: boolean): PersonAction => {
  const { action, framework } = seen;
  return {
    id: action.id,
    parcours: action.parcours,
    kind: framework.activation.kinds.find(({ id }) => id === action.what)?.label ?? null,
    immersion: action.pmsmp !== null,
    state: action.state,
    from: action.from,
    until: action.until,
    signedOn: action.pmsmp?.signedOn ?? null,
    bilanMade: action.state === "done",
    read: whole ? readOf(seen) : null,
  };
};

export const actionsOf = (name: NameOf, { actions, deferrals }: ActionsSeen): PersonActions => ({
  actions: actions.map((seen) => actionOf(seen, deferrals !== null)),
  deferrals:
    deferrals?.map(({ on, reason, words, againOn, by }) => ({ on, reason, words, againOn, by: name(by) })) ?? null,
});
