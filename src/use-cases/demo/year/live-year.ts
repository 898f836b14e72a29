/**
 * A year of the PLIE, fictional and the same for the same seed, lived day by day through the commands of the product.
 *
 * From the mission: 661 people in the file on 1 January, 543 entries, 480 exits, 13 référents, 45 % on RSA, 29 % in a QPV, 73 % with a diploma of
 * level V or below, 51 % of exits positive, a path of 16 months. Everything else is assumed, dealt so that the shares hold, the rarest first:
 *   reception · 7 in 10 are received within 3 to 14 days, 2 miss their first appointment and are received after 22 to 45, 1 is reached late, after 26
 *   to 60; 45 more are oriented and never met: half of them missed an appointment; 8 in 9 are closed after 50 to 94 days with a reason and a door
 *   diagnostic · 4 to 25 days after the entry; two to six difficulties each; health noted for 60 %, refused by 10 %; assessed again after a bilan
 *   actions · 5 in 10 an immersion, 3 a collective action of ten places, 2 put off; 4 immersions in 10 break a rule when first typed; 1 in 12 is
 *   cancelled, and 1 collective action in 8; bilans: 7 in 10 whole, 2 in part, 1 did not show; 1 objective in 4 is not met and is renewed; what was
 *   seen is kept 6 times in 9, adjusted 2, left 1
 *   cell · presented 84 to 101 days after the entry, given opinions within 4 days and decided within 5; 2 in 9 reoriented, 1 in 3 who stay have no relay
 *   hand-overs · 4 in 10 accepted at once, 2 refused and received elsewhere, 1 after a reminder and a call, 1 without an answer and received
 *   elsewhere, 1 refused and the person stays, 1 confirmed late by the partner; 8 relays in 10 held; followed at 90 days: 6 in 9 yes, 2 unknown, 1 no
 *   path · a point every three months; 1 in 10 suspended for 16 to 60 days; 1 in 30 asks for another référent; 1 in 20 leaves during the first phase
 *   exits · whoever has been in the file longest first; 2 in 3 of those of the cell to a job or a training; news after six months
 *   team · twelve days of leave for each référent, covered by a colleague; the last of them leaves on 1 July and their cases pass to another
 *   file · whoever is oriented in the last days of a month and met later comes by the file of the PLIE's software on the first worked day of the next
 *   one; 7 ESF+ questionnaires in 10 signed in time, 2 late, 1 never ended; 1 sensitive question in 7 declined; 1 agreement about health in 20 taken
 *   back; 7 in 40 ask something of their data and are answered within the month; 1 in 3 is transmitted to their referring body, where it is known;
 *   a point for everyone each quarter; 100 more, oriented in the summer of 2024 and never met, whose files reach the end of their time: 8 in 10 are
 *   erased, 1 archived, 1 heard of since; one person who left asks that everything be erased
 * People in the file on 1 January are lived from the summer of 2024. Sex is not recorded, and not drawn.
 */
import type { Day } from "../../../domain/participant/codes.ts";
import { addDays } from "../../../domain/participant/days.ts";
import type { Services } from "../../frame/services.ts";
import { drawYear, STORY_BEGINS, YEAR_ENDS } from "./calendar.ts";
import { yearClock } from "./clock.ts";
import { decksFrom } from "./decks.ts";
import { diceOf, type Dice } from "./dice.ts";
import { fileDecksFrom } from "./file-decks.ts";
import { filesEnd } from "./files-end.ts";
import { formerPeople } from "./former.ts";
import { comesByFile, fileOf } from "./orientations.ts";
import { quarterlyPoints } from "./points.ts";
import { isOriented } from "./reception.ts";
import { Story, type Living } from "./story.ts";
import { receivesOn, teamYear } from "./team.ts";
import { drawPerson } from "./who.ts";

/** What the product does by itself, each day that passes: in the morning before anyone works, and at night. */
interface Rounds {
  readonly morning: (services: Services) => Promise<void>;
  readonly night: (services: Services) => Promise<void>;
}

export interface YearAsked {
  readonly seed: number;
  /** 1: the real figures. */
  readonly scale: number;
  readonly rounds: Rounds;
}

export interface YearLived {
  readonly services: Services;
  readonly people: number;
  /** How often each thing came of what was done: « bilan partial: recorded ». */
  readonly happened: Readonly<Record<string, number>>;
}

const drawPeople = (story: Story, dice: Dice, scale: number): readonly Living[] => {
  const { plie, calendar, frameworks } = story.services;
  const plans = drawYear(dice, scale, (day) => calendar.isWorkingDay(day));
  return plans.flatMap((plan, at) => {
    const person = drawPerson(dice, { plie, framework: frameworks.current }, at);
    const referent = receivesOn(story, fileOf(story, plan) ?? plan.orientedOn, at);
    return referent === undefined ? [] : [{ at, plan, person, referent, code: "" }];
  });
};

/** Everyone, on the day when the PLIE hears of them; how many they are. */
const drawLives = (story: Story, { seed, scale }: YearAsked): number => {
  const people = drawPeople(story, diceOf(seed), scale);
  const files = new Map<Day, Living[]>();
  for (const living of people) {
    const day = fileOf(story, living.plan);
    if (day === null) story.on(living.plan.orientedOn, living, isOriented);
    else files.set(day, [...(files.get(day) ?? []), living]);
  }
  let before: readonly Living[] = [];
  for (const [day, arrivals] of [...files].sort(([one], [other]) => one.localeCompare(other))) {
    story.forTeam(day, comesByFile(arrivals, before));
    before = arrivals;
  }
  return people.length + formerPeople(story, scale, people.length);
};

/** Lives the whole story up to 31 December 2026. */
export const liveYear = async (real: Services, asked: YearAsked): Promise<YearLived> => {
  const { clock, putOn } = yearClock(real, STORY_BEGINS);
  const ids: Services["ids"] = {
    next: () => real.ids.next(),
    reference: () => real.ids.reference(),
    digest: (text) => real.ids.digest(text),
    random: diceOf(asked.seed + 1).next,
  };
  const services: Services = { ...real, clock, ids };
  const dice = diceOf(asked.seed + 2);
  const story = new Story(services, dice, decksFrom(dice), fileDecksFrom(diceOf(asked.seed + 3)));
  const people = drawLives(story, asked);
  teamYear(story);
  quarterlyPoints(story);
  filesEnd(story);
  for (let day = STORY_BEGINS; day <= YEAR_ENDS; day = addDays(day, 1)) {
    putOn(day);
    if (story.isIdle) continue;
    await asked.rounds.morning(services);
    await story.live();
    await asked.rounds.night(services);
  }
  return { services, people, happened: story.happened };
};
