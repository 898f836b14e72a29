/**
 * A year of the PLIE, fictional and the same for the same seed, lived day by day through the commands of the product.
 *
 * From the mission: 661 people in the file on 1 January, 543 entries, 480 exits, 13 référents, 45 % on RSA, 29 % in a QPV, 73 % with a diploma of
 * level V or below, 51 % of exits positive, a path of 16 months. Assumed: 3 to 24 days from the orientation to the first interview; the diagnostic
 * 4 to 25 days after it; presented 84 to 101 days after it, given opinions within 4 days and decided within 5; 22 % reoriented, a third of those who
 * stay without a relay; two to six difficulties each; health noted for 60 %, refused by 10 %; whoever has been in the file longest leaves first.
 * People in the file on 1 January are lived from September 2024. Sex is not recorded, and not drawn.
 */
import type { Day } from "../../../domain/participant/codes.ts";
import { addDays } from "../../../domain/participant/days.ts";
import type { Member } from "../../../domain/people/member.ts";
import type { Services } from "../../frame/services.ts";
import { actorOf, askSituation, assess, enter, register, survey, type Doing } from "../doing.ts";
import { decide, opine, present, type DecidedInCell, type Presented, type SaidInCell } from "../reviewing.ts";
import { drawYear, STORY_BEGINS, YEAR_ENDS, type YearPlan } from "./calendar.ts";
import { yearClock } from "./clock.ts";
import { diceOf } from "./dice.ts";
import { drawPerson, type YearPerson } from "./who.ts";

interface Living {
  readonly plan: YearPlan;
  readonly person: YearPerson;
  readonly referent: Member;
  readonly step: string;
  code?: string;
  review?: string;
}

const LEADS = ["franceTravail", "accompagnementSocial"] as const;
const REASONS: Readonly<Record<YearPlan["outcome"], string>> = {
  stay: "Le projet est clair, et un suivi régulier suffit pour avancer.",
  stayWithRelays: "Le projet tient, à condition que les besoins du quotidien trouvent une réponse à côté.",
  reorient: "Un autre accompagnement répond mieux à ce qui est demandé aujourd'hui.",
};

const leadOf = ({ step }: Living): (typeof LEADS)[number] => LEADS[Number(step.slice(1)) % LEADS.length] ?? LEADS[0];
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

const decisionOf = (living: Living): DecidedInCell => {
  const { outcome } = living.plan;
  return {
    outcome,
    to: toOf(living),
    reasons: REASONS[outcome],
    proofs: "",
    next: "Un rendez-vous dans les quinze jours.",
  };
};

const exitPresented: Presented = {
  cell: "sortie",
  recommendation: { choice: "stay", why: "La suite est trouvée, et la personne souhaite continuer sans nous." },
  view: { agreement: "agrees", words: "Je suis prête." },
  question: "Les justificatifs sont réunis : la sortie peut-elle être prononcée ?",
};
const exitDecision = (outcome: string): DecidedInCell => ({
  ...{ outcome, to: "", reasons: "La suite est assurée, et les justificatifs sont réunis.", next: "" },
  proofs: outcome === "exitJob" ? "jobContract" : outcome === "exitTraining" ? "trainingStatement" : "personsStatement",
});
const exitSaid = (outcome: string): readonly SaidInCell[] => {
  const said = { outcome, to: "", why: "La suite est assurée." };
  return [said, said, said];
};

type Step = (doing: Doing, living: Living) => Promise<void>;

const onRegistered: Step = async (doing, living) => {
  const { identity } = living.person;
  const code = await register(doing, { ...identity, orientationOn: doing.services.clock.today() });
  if (code !== undefined) living.code = code;
};
const onEntered: Step = async (doing, { code, person }) => {
  if (code !== undefined) await enter(doing, code, { on: doing.services.clock.today(), health: person.health });
};
const onDiagnosed: Step = async (doing, { code, person }) => {
  if (code === undefined) return;
  await survey(doing, code, person);
  for (const level of person.levels) await assess(doing, code, level);
  await askSituation(doing, code, person.situation);
};
const onPresented: Step = async (doing, living) => {
  if (living.code === undefined) return;
  const review = await present(doing, living.code, presentedOf(living));
  if (review !== undefined) living.review = review;
};
const onHeard: Step = async (doing, living) => {
  if (living.review !== undefined) await opine(doing, living.review, saidOf(living), Number(living.step.slice(1)));
};
const onDecided: Step = async (doing, living) => {
  if (living.review !== undefined) await decide(doing, living.review, decisionOf(living));
};
const onExitPresented: Step = async (doing, living) => {
  const { exit } = living.plan;
  if (living.code === undefined || exit === null) return;
  const review = await present({ ...doing, step: `${doing.step}.exit` }, living.code, exitPresented);
  if (review !== undefined) living.review = review;
};
const onExitDecided: Step = async (doing, living) => {
  const { exit } = living.plan;
  if (living.review === undefined || exit === null) return;
  const leaving = { ...doing, step: `${doing.step}.exit` };
  await opine(leaving, living.review, exitSaid(exit.outcome), Number(living.step.slice(1)));
  await decide(leaving, living.review, exitDecision(exit.outcome));
};

const stepsOf = ({ plan }: Living): readonly (readonly [Day | null, Step])[] => [
  [plan.orientedOn, onRegistered],
  [plan.enteredOn, onEntered],
  [plan.diagnosedOn, onDiagnosed],
  [plan.presentedOn, onPresented],
  [plan.heardOn, onHeard],
  [plan.decidedOn, onDecided],
  [plan.exit?.presentedOn ?? null, onExitPresented],
  [plan.exit?.decidedOn ?? null, onExitDecided],
];

const drawLives = (services: Services, { seed, scale }: YearAsked): readonly Living[] => {
  const dice = diceOf(seed);
  const { plie } = services;
  const framework = services.frameworks.current;
  const referents = services.people.members().filter(({ roles }) => roles.includes("referent"));
  return drawYear(dice, scale, (day) => services.calendar.isWorkingDay(day)).flatMap((plan, index) => {
    const referent = referents[index % Math.max(1, referents.length)];
    const person = drawPerson(dice, { plie, framework }, index);
    return referent === undefined ? [] : [{ plan, person, referent, step: `y${index}` }];
  });
};

/** What is due on each day, in the order in which it was drawn. */
const byDay = (lives: readonly Living[]): ReadonlyMap<Day, readonly (readonly [Step, Living])[]> => {
  const days = new Map<Day, (readonly [Step, Living])[]>();
  for (const living of lives)
    for (const [day, step] of stepsOf(living))
      if (day !== null) days.set(day, [...(days.get(day) ?? []), [step, living]]);
  return days;
};

export interface YearAsked {
  readonly seed: number;
  /** 1: the real figures. */
  readonly scale: number;
  /** What is done at the end of each day that was lived: what the product does by itself. */
  readonly eachDay: (services: Services) => Promise<void>;
}

/** Lives the whole story up to 31 December 2026. */
export const liveYear = async (
  real: Services,
  asked: YearAsked,
): Promise<{ readonly services: Services; readonly people: number }> => {
  const { clock, putOn } = yearClock(real, STORY_BEGINS);
  const draws = diceOf(asked.seed + 1);
  const ids: Services["ids"] = {
    next: () => real.ids.next(),
    reference: () => real.ids.reference(),
    digest: (text) => real.ids.digest(text),
    random: draws.next,
  };
  const services: Services = { ...real, clock, ids };
  const lives = drawLives(services, asked);
  const due = byDay(lives);
  for (let day = STORY_BEGINS; day <= YEAR_ENDS; day = addDays(day, 1)) {
    const today = due.get(day);
    if (today === undefined) continue;
    putOn(day);
    for (const [step, living] of today)
      await step({ services, actor: actorOf(services, living.referent), step: living.step }, living);
    await asked.eachDay(services);
  }
  putOn(YEAR_ENDS);
  await asked.eachDay(services);
  return { services, people: lives.length };
};
