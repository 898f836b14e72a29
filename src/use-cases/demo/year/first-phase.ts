/** The four months: the diagnostic, a first action, what is seen in it, the cell, and what is decided. */
import { addDays } from "../../../domain/participant/days.ts";
import { askSituation, assess, survey } from "../doing.ts";
import { decide, opine, present, type DecidedInCell, type Presented, type SaidInCell } from "../reviewing.ts";
import { acts } from "./activation.ts";
import { isSuspended } from "./again.ts";
import type { YearPlan } from "./calendar.ts";
import { endOf } from "./ending.ts";
import { handsOver } from "./handing-over.ts";
import { goesOnInPath } from "./path.ts";
import type { Living, Step, Story } from "./story.ts";
import { transmitsTo } from "./transmissions.ts";

const LEADS = ["franceTravail", "accompagnementSocial"] as const;
const REASONS: Readonly<Record<YearPlan["outcome"], string>> = {
  stay: "Le projet est clair, et un suivi régulier suffit pour avancer.",
  stayWithRelays: "Le projet tient, à condition que les besoins du quotidien trouvent une réponse à côté.",
  reorient: "Un autre accompagnement répond mieux à ce qui est demandé aujourd'hui.",
};

const leadOf = ({ at }: Living): (typeof LEADS)[number] => LEADS[at % LEADS.length] ?? LEADS[0];
const toOf = (living: Living): string => (living.plan.outcome === "reorient" ? leadOf(living) : "");

const presentedOf = (living: Living): Presented => {
  const { outcome } = living.plan;
  const choice = outcome === "reorient" ? (`reorient:${leadOf(living)}` as const) : outcome;
  return {
    cell: "entree",
    recommendation: { choice, why: REASONS[outcome] },
    view: { agreement: "agrees", words: "Cela me convient." },
    question: "Cette suite convient-elle, et qui fait le prochain pas ?",
  };
};

const saidOf = (living: Living): readonly SaidInCell[] => {
  const said = { outcome: living.plan.outcome, to: toOf(living), why: REASONS[living.plan.outcome] };
  return [said, said, said];
};

const decisionOf = (living: Living): DecidedInCell => ({
  ...{ outcome: living.plan.outcome, to: toOf(living), reasons: REASONS[living.plan.outcome], proofs: "" },
  next: "Un rendez-vous dans les quinze jours.",
});

const isDiagnosed: Step = async (story, doing, living) => {
  await survey(doing, living.code, living.person);
  for (const level of living.person.levels) await assess(doing, living.code, level);
  await askSituation(doing, living.code, living.person.situation);
  story.on(story.in(1, 12), living, acts);
};

const isPresented: Step = async (story, doing, living) => {
  const review = await present(doing, living.code, presentedOf(living));
  story.note("presented", review === undefined ? "no" : "yes");
  if (review !== undefined) living.review = review;
};
const isHeard: Step = async (_story, doing, living) => {
  if (living.review !== undefined) await opine(doing, living.review, saidOf(living), living.at);
};
const isDecided: Step = async (story, doing, living) => {
  if (living.review === undefined) return;
  await decide(doing, living.review, decisionOf(living));
  const head = (await story.services.store.get("case", living.code))?.doc;
  story.note("decided", head?.decided?.outcome ?? "no");
  for (const { id, closedOn } of head?.handovers ?? []) if (closedOn === null) handsOver(story, living, id);
  transmitsTo(story, living);
  if (living.plan.outcome !== "reorient") goesOnInPath(story, living);
};

/** Everything that has its day once somebody has entered. */
export const afterEntry = (story: Story, living: Living): void => {
  const { phase, ends } = living.plan;
  if (phase === null) return;
  story.on(phase.diagnosedOn, living, isDiagnosed);
  if (ends !== null) return endOf(story, living);
  story.on(phase.presentedOn, living, isPresented);
  story.on(phase.heardOn, living, isHeard);
  story.on(phase.decidedOn, living, isDecided);
  if (living.at % 23 === 0) story.on(story.worked(addDays(phase.diagnosedOn, 20)), living, isSuspended);
};
