/** The demo's files: completed through the same commands as real ones, each thing on its day. */
import { addDays } from "../../domain/participant/days.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { Services } from "../frame/services.ts";
import type { Doing } from "./doing.ts";
import type { DemoFile, DemoRequest } from "./file.ts";
import { agreeAtMeeting, answerRight, askBlock, askRight, askSheet, signSheet, transmit } from "./filing.ts";
import { daysEarlier, workedDaysAgo } from "./seed-reviews.ts";

/** The entry questionnaire, while their case is recorded. */
export const seedSheet = async (doing: Doing, code: string, { sheet }: DemoFile, enteredOn: string): Promise<void> => {
  if (sheet === undefined) return;
  const { answers, only, answeredDaysAfterEntry, signedDaysAfterEntry } = sheet;
  const said = { stage: "entry", on: addDays(enteredOn, answeredDaysAfterEntry), answers } as const;
  if (only === undefined) await askSheet(doing, code, said);
  for (const block of only ?? []) await askBlock(doing, code, block, said);
  if (signedDaysAfterEntry !== undefined)
    await signSheet(doing, code, "entry", addDays(enteredOn, signedDaysAfterEntry));
};

interface Filed {
  readonly code: string;
  readonly file: DemoFile;
  readonly step: string;
}

const seedRequest = async (
  on: (days: number) => Doing,
  code: string,
  { receivedDaysAgo, notedDaysAgo, answered, ...said }: DemoRequest,
): Promise<void> => {
  const receivedOn = on(receivedDaysAgo).services.clock.today();
  await askRight(on(notedDaysAgo), code, { ...said, receivedOn });
  if (answered === undefined) return;
  await answerRight(on(answered.daysAgo), code, { outcome: answered.outcome, answer: answered.words });
};

/** What came after the case was recorded, and studied where it was. */
export const seedFile = async (services: Services, actor: Actor, { code, file, step }: Filed): Promise<void> => {
  const { request, sentDaysAgo, agreed } = file;
  const on = (days: number): Doing => {
    const then = days === 0 ? services : daysEarlier(services, workedDaysAgo(services, days));
    return { services: then, actor: { ...actor, today: then.clock.today() }, step };
  };
  if (request !== undefined) await seedRequest(on, code, request);
  if (sentDaysAgo !== undefined) await transmit(on(sentDaysAgo), code);
  if (agreed !== undefined) await agreeAtMeeting(on(agreed.daysAgo), code, agreed.words);
};
