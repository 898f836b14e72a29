/** A path as it goes on: assessed again, suspended, taken up again, looked at every three months, heard of after an exit. */
import type { PauseReason } from "../../domain/participant/clock-facts.ts";
import type { Day } from "../../domain/participant/codes.ts";
import { addMonths } from "../../domain/participant/days.ts";
import type { StillEmployed } from "../../domain/participant/path-records.ts";
import { perform, type Command } from "../frame/use-case.ts";
import { followUpForm, holdFollowUp } from "../hold-follow-up.ts";
import { openRound, roundRev } from "../open-round.ts";
import type { FormInput } from "../parts/form.ts";
import { pauseForm, readPathForm, type PathForm, type PathFormKind, type PathOutcome } from "../parts/path-form.ts";
import { exitNewsForm, recordExitNews } from "../record-exit-news.ts";
import { resumeParcours } from "../resume-parcours.ts";
import { overviewRev, saveOverview } from "../save-overview.ts";
import { suspendParcours } from "../suspend-parcours.ts";
import { carryOut, deliveryOf, nothing, recorded, type Doing } from "./doing.ts";

const onPath = async (
  doing: Doing,
  code: string,
  of: { readonly kind: PathFormKind; readonly command: Command<FormInput, PathForm, PathOutcome> },
  inputs: Readonly<Record<string, string>>,
): Promise<string> => {
  const form = await readPathForm(doing.services, of.kind, doing.actor, { code });
  if (!form.ok) return `refused ${form.refusal}`;
  return carryOut(doing, of.command.act, of.command, { code, rev: form.value.form.rev, inputs, ...recorded });
};

export const suspend = (doing: Doing, code: string, reason: PauseReason, returnOn: Day): Promise<string> =>
  onPath(
    doing,
    code,
    { kind: pauseForm, command: suspendParcours },
    { reason, from: doing.services.clock.today(), returnOn },
  );

export const resume = (doing: Doing, code: string): Promise<string> =>
  onPath(
    doing,
    code,
    { kind: pauseForm, command: resumeParcours },
    { resumedOn: doing.services.clock.today(), returnOn: "" },
  );

export const followUp = (doing: Doing, code: string): Promise<string> => {
  const { clock, frameworks } = doing.services;
  const on = clock.today();
  const nextOn = addMonths(on, frameworks.current.milestones.followUpMonths);
  const agreed = "Ce qui avance, ce qui reste à faire, et qui fait le prochain pas.";
  return onPath(doing, code, { kind: followUpForm, command: holdFollowUp }, { on, agreed, nextOn });
};

export const hearAfterExit = (doing: Doing, code: string, still: StillEmployed): Promise<string> =>
  onPath(
    doing,
    code,
    { kind: exitNewsForm, command: recordExitNews },
    { on: doing.services.clock.today(), still, proof: still === "unknown" ? "none" : "said" },
  );

/** *Refaire le point*, where what was not spoken of again has not changed. */
export const assessAgain = async (doing: Doing, code: string): Promise<string> => {
  const { services, actor, step } = doing;
  const before = (await services.store.get("case", code))?.doc;
  if (before === undefined) return "refused noSuchCase";
  const opened = await carryOut(doing, "round", openRound, { code, rev: roundRev(before) });
  const file = (await services.store.get("case", code))?.doc;
  if (opened !== "opened" || file === undefined) return opened;
  const about = { code, rev: overviewRev(file), shown: {}, lines: {}, urgent: [] };
  const input = { ...about, restUnchanged: true, place: null, settles: null };
  await perform(services, actor, saveOverview, input, deliveryOf(`${step}.unchanged`), nothing);
  return opened;
};
