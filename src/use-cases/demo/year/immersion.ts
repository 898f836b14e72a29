/** An immersion, cancelled, signed or renewed; what is seen in any action, and what the référent keeps of it. */
import type { Action, BilanOutcome, Objective } from "../../../domain/activation/records.ts";
import { seenField } from "../../../domain/activation/bilan-from-inputs.ts";
import type { Day } from "../../../domain/participant/codes.ts";
import { addDays } from "../../../domain/participant/days.ts";
import { actionsOf } from "../../parts/read-actions.ts";
import { cancel, plan, settleSeen, sign, tellBilan } from "../acting.ts";
import { assessedAgain } from "./again.ts";
import type { Broken } from "./decks.ts";
import type { Living, Step, Story } from "./story.ts";

const HOSTS = [
  ...(["Boulangerie des Halles", "Garage Perrin", "Jardins du Lac", "Entrepôt Vauban", "EHPAD Les Tilleuls"] as const),
  ...(["Crèche Pirouette", "Restaurant Le Cèdre", "Ressourcerie du Faubourg", "boulangerie des halles"] as const),
] as const;
const JOBS = [
  "Aide en boulangerie",
  "Préparation de commandes",
  "Entretien d'espaces verts",
  "Aide à domicile",
] as const;

const BREAKS: Readonly<Record<Broken, (from: Day) => Readonly<Record<string, string>>>> = {
  none: () => ({}),
  tooLong: (from) => ({ until: addDays(from, 40) }),
  tooManyHours: () => ({ hoursPerWeek: "52" }),
  postTaken: () => ({ postFree: "no" }),
  noObjective: () => ({ objective: "" }),
};

/** Whether what begins now is over before the case is presented. */
export const hasTime = ({ today }: Story, { plan: { phase } }: Living, days: number): boolean =>
  phase !== null && addDays(today, days) < phase.presentedOn;

const immersionOf = (
  { dice }: Story,
  objective: Objective,
  from: Day,
  days: number,
): Readonly<Record<string, string>> => ({
  ...{ type: "pmsmp", objective, job: dice.pick(JOBS), host: dice.pick(HOSTS), siret: "", commune: "Dijon" },
  ...{
    contact: "Accueil",
    from,
    until: addDays(from, days),
    hoursPerWeek: "30",
    representative: "yes",
    sameHost: "new",
  },
  followUp: objective === "recruit" ? "Un entretien à la fin, avec la responsable." : "",
  ...{ postFree: "yes", childcare: "none", meals: "settled", transport: "settled", signedOn: "" },
});

const planned = async (story: Story, { code }: Living): Promise<Action | undefined> =>
  (await actionsOf(story.services, code)).map(({ doc }) => doc).find(({ state }) => state === "planned");

const isSigned =
  (action: string): Step =>
  async (story, doing, { code }) =>
    story.note("convention", await sign(doing, code, action));

const isCancelled =
  (action: string): Step =>
  async (story, doing, living) => {
    story.note("action", await cancel(doing, living.code, action, story.decks.cancelled()));
    if (hasTime(story, living, 40)) story.on(story.in(2, 4), living, immersion);
  };

const awaits = (story: Story, living: Living, action: Action): void => {
  const { id, from, until } = action;
  if (story.decks.isCancelled()) return story.on(story.in(2), living, isCancelled(id));
  story.on(story.in(3), living, isSigned(id));
  const outcome = story.decks.bilan();
  story.on(story.worked(addDays(outcome === "didNotShow" ? from : until, 2)), living, hasBilan(id, outcome));
};

export const immersion: Step = async (story, doing, living) => {
  const from = story.in(7, 14);
  const inputs = immersionOf(story, story.decks.objective(), from, 4 + story.dice.roll(14));
  const broken = story.decks.broken();
  if (broken !== "none")
    story.note(`immersion ${broken}`, await plan(doing, living.code, { ...inputs, ...BREAKS[broken](from) }));
  const again = { ...doing, step: `${doing.step}.again` };
  story.note("immersion", await plan(again, living.code, inputs));
  const action = await planned(story, living);
  if (action !== undefined) awaits(story, living, action);
};

/** Facts that a host, or a référent for a collective action, saw of a few criteria. */
const seenIn = ({ services, dice }: Story, by: "host" | "referent"): Readonly<Record<string, string>> =>
  Object.fromEntries(
    services.frameworks.current.activation.criteria
      .filter(() => dice.chance(60))
      .map(({ id }) => [seenField(by, id), String(dice.roll(4))]),
  );

const bilanOf = (story: Story, { from, pmsmp }: Action, outcome: BilanOutcome): Readonly<Record<string, string>> => {
  if (outcome === "didNotShow") return { outcome, understood: "Un imprévu de garde, dit le lendemain." };
  return {
    ...{ outcome, facts: "À l'heure, a demandé de l'aide au bon moment.", agreement: "agrees", words: "Cela m'a plu." },
    ...(outcome === "partial" ? { lastDay: from, missedHours: "4" } : {}),
    ...(pmsmp === null
      ? seenIn(story, "referent")
      : { ...seenIn(story, "host"), objectiveMet: story.decks.objectiveMet() }),
  };
};

const settles: Step = async (story, doing, { code }) => {
  const how = story.decks.settled();
  story.note(`evidence ${how}`, await settleSeen(doing, code, how));
};

const renews =
  ({ id, pmsmp }: Action): Step =>
  async (story, doing, living) => {
    const typed = Object.entries(immersionOf(story, pmsmp?.objective ?? "discover", story.in(6, 9), 6));
    const kept = Object.fromEntries(typed.filter(([field]) => !["objective", "host", "job"].includes(field)));
    const inputs = { ...kept, why: "Il reste des gestes à essayer." };
    story.note("renewal", await plan(doing, living.code, inputs, `renew.${id}`));
    const next = await planned(story, living);
    if (next !== undefined) awaits(story, living, next);
  };

/** What was lived, then what is kept of it, then a new look at the whole; an immersion whose objective was not met is renewed once. */
export const hasBilan =
  (id: string, outcome: BilanOutcome): Step =>
  async (story, doing, living) => {
    const action = (await story.services.store.get("action", id))?.doc;
    if (action?.state !== "planned") return;
    const inputs = bilanOf(story, action, outcome);
    story.note(`bilan ${outcome}`, await tellBilan(doing, living.code, id, inputs));
    if (outcome === "didNotShow")
      return hasTime(story, living, 40) ? story.on(story.in(3), living, immersion) : undefined;
    story.on(story.in(1, 2), living, settles);
    const isMissed = inputs["objectiveMet"] === "no" && action.pmsmp?.renews === null;
    if (isMissed && hasTime(story, living, 35)) return story.on(story.in(2), living, renews(action));
    if (hasTime(story, living, 12)) story.on(story.in(4, 7), living, assessedAgain);
  };
