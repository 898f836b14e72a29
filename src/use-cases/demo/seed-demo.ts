/** A fictional set of people, recorded through the same commands as real ones. Seeded once; a start that was cut goes on where it stopped. */
import type { Actor } from "../../domain/people/actor.ts";
import { addDays } from "../../domain/participant/days.ts";
import { actorOf, askSituation, assess, enter, register, survey, type Doing } from "./doing.ts";
import { DEMO_PEOPLE } from "./people.ts";
import type { DemoPerson } from "./person.ts";
import { seedFile, seedSheet } from "./seed-file.ts";
import { daysEarlier, seedDemoReview, workedDaysAgo } from "./seed-reviews.ts";
import type { Services } from "../frame/services.ts";

const prescriberOf = ({ plie }: Services, { sentBy }: DemoPerson): string =>
  plie.prescribers.find((name) => plie.prescriberLeads.get(name) === sentBy) ?? plie.prescribers[0] ?? "";

/** Records one person; their code. */
const seedOne = async (now: Services, actor: Actor, person: DemoPerson, index: number): Promise<string | undefined> => {
  // Whoever was presented some days ago was known the day before.
  const ago = person.review === undefined ? 0 : workedDaysAgo(now, person.review.presentedDaysAgo + 1);
  const services = daysEarlier(now, ago);
  const doing: Doing = { services, actor: { ...actor, today: services.clock.today() }, step: String(index) };
  const on = (daysAgo: number): string => addDays(now.clock.today(), -daysAgo);
  const { givenName, familyName, birthDate, commune } = person;
  const known = { givenName, familyName, birthDate, commune, prescriber: prescriberOf(services, person) };
  const code = await register(doing, { ...known, orientationOn: on(person.orientedDaysAgo) });
  if (code === undefined || person.enteredDaysAgo === null) return code;
  await enter(doing, code, { on: on(person.enteredDaysAgo), health: person.health });
  await survey(doing, code, person);
  for (const level of person.levels) await assess(doing, code, level);
  if (person.situation !== null) await askSituation(doing, code, person.situation);
  if (person.file !== undefined) await seedSheet(doing, code, person.file, on(person.enteredDaysAgo));
  return code;
};

/** The oldest is presented first, and has the first number. */
const seedReviews = async (services: Services, actor: Actor, codes: readonly (string | undefined)[]): Promise<void> => {
  const presented = DEMO_PEOPLE.flatMap(({ review }, index) => {
    const code = codes[index];
    return review === undefined || code === undefined ? [] : [{ code, review, step: String(index) }];
  });
  presented.sort((one, other) => other.review.presentedDaysAgo - one.review.presentedDaysAgo);
  for (const one of presented) await seedDemoReview(services, actor, one);
};

const seedFiles = async (services: Services, actor: Actor, codes: readonly (string | undefined)[]): Promise<void> => {
  for (const [index, { file }] of DEMO_PEOPLE.entries()) {
    const code = codes[index];
    if (file !== undefined && code !== undefined) await seedFile(services, actor, { code, file, step: String(index) });
  }
};

/** Seeds the fictional people among the référents of the team file, once. */
export const seedDemo = async (services: Services): Promise<void> => {
  const facts = await services.store.get("facts", "store");
  if (facts === undefined || facts.doc.demoSeeded) return;
  const first = services.people.members().find((member) => member.roles.includes("referent"));
  if (first === undefined) return;
  const actor = actorOf(services, first);
  const codes: (string | undefined)[] = [];
  for (const [index, person] of DEMO_PEOPLE.entries()) codes.push(await seedOne(services, actor, person, index));
  await seedReviews(services, actor, codes);
  await seedFiles(services, actor, codes);
  await services.store.commit([{ op: "put", doc: { ...facts.doc, demoSeeded: true }, expected: facts.version }]);
};
