/** What `npm run restore -- <file> --erased <…>` does of whoever was erased since the backup: read before anything is written, done once it is restored. */
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createInterface } from "node:readline";
import { readTeamFile } from "../src/config/files.ts";
import { readPapers } from "../src/config/papers.ts";
import { mayConfirmRetention } from "../src/domain/people/actor.ts";
import type { Member } from "../src/domain/people/member.ts";
import { readFramework } from "../src/domain/framework/read-framework.ts";
import { createCalendar } from "../src/system/calendar.ts";
import { createClock } from "../src/system/clock.ts";
import { createLog } from "../src/system/log.ts";
import { createIds } from "../src/system/ids.ts";
import type { PlieStores } from "../src/use-cases/backup-plie.ts";
import { eraseAgain, type Again } from "../src/use-cases/erase-again.ts";
import type { Services } from "../src/use-cases/frame/services.ts";
import { createFrameworks } from "../src/use-cases/keep-framework.ts";
import { readErased, type ErasedRead, type ErasedSince } from "../src/use-cases/read-erased.ts";
import type { Lines } from "../src/use-cases/restore-plie.ts";
import { eraseAgainWords as words, restoreFaultIn, restoreWords } from "../src/wording/backup.ts";
import { plieOf } from "./plie.ts";
import { noRooms } from "./rooms.ts";
import { say, stop, type OpenedFrom } from "./whole-plie.ts";

export interface ToErase {
  readonly named: readonly ErasedSince[];
  readonly run: () => Promise<boolean>;
}

/** Read again from its first line each time. */
export const linesOf =
  (file: string): Lines =>
  () =>
    createInterface({ input: createReadStream(file), crlfDelay: Infinity });

/** What is read twice, line by line: neither a folder nor what another program is writing. */
export const isFile = (path: string): boolean => statSync(path).isFile();

const CODES = /^P-[\d-]+(?:,P-[\d-]+)*$/;

/** A file, or codes between commas. */
const linesSaid = (said: string): Lines => {
  if (existsSync(said)) return isFile(said) ? linesOf(said) : stop(restoreWords.notAFile(said));
  if (!CODES.test(said)) return stop(words.noFile(said));
  return async function* () {
    for (const code of said.split(",")) yield await Promise.resolve(code);
  };
};

const faultSaid = (read: Extract<ErasedRead, { readonly ok: false }>): string => {
  if (read.fault === "notAList") return words.notAList(read.line);
  if (read.fault === "namesNobody" || read.fault === "notThisLog") return words[read.fault];
  return words.list(restoreFaultIn(read));
};

const servicesFor = (of: PlieStores, { settings, plie, demo }: OpenedFrom, members: readonly Member[]): Services => {
  const framework = readFramework(JSON.parse(readFileSync(settings.files.framework, "utf8")));
  if (!framework.ok) return stop(...framework.problems.map((problem) => `framework.json : ${problem}`));
  const papers = readPapers(settings.files.papers);
  if (!papers.ok) return stop(...papers.problems);
  return {
    store: of.stores.cases,
    directory: of.stores.services,
    clock: createClock(plie.timeZone),
    calendar: createCalendar(),
    ids: createIds(),
    people: { members: () => members, byObjectId: (id) => members.find(({ aadObjectId }) => aadObjectId === id) },
    plie: plieOf(plie, of.plieId, demo),
    frameworks: createFrameworks(of.stores.cases, framework.framework),
    papers: papers.value.papers,
    vignettes: [],
    rooms: noRooms,
    log: createLog(settings.logLevel),
  };
};

/** A newer backup says who confirmed each erasure; a list does not, and the coordinatrice answers for it. */
const whoAnswers = (named: readonly ErasedSince[], members: readonly Member[], as: string): string => {
  if (named.every(({ kept }) => kept !== null)) return as;
  const member = members.find(({ aadObjectId }) => aadObjectId === as);
  return member !== undefined && mayConfirmRetention(member) ? as : stop(words.whoAnswers);
};

const sayDone = ({ again, before, unknown, others, underWay }: Again): void => {
  if (again.length > 0 || underWay.length === 0) say(words.again(again.length));
  if (before.length > 0) say(words.before(before.length));
  if (unknown.length > 0) say(words.unknown(unknown.length));
  if (others.length > 0) say(words.others(others));
  if (underWay.length > 0) say(words.underWay(underWay));
};

/** Who is to be erased again; a list that cannot be read stops everything before the store is touched. */
export const readToErase = async (of: PlieStores, from: OpenedFrom, said: string, as: string): Promise<ToErase> => {
  const read = await readErased(of, linesSaid(said));
  if (!read.ok) return stop(faultSaid(read));
  const team = readTeamFile(from.settings.files.team);
  if (!team.ok) return stop(...team.problems);
  const { members } = team.value;
  const by = whoAnswers(read.named, members, as);
  const services = servicesFor(of, from, members);
  const run = async (): Promise<boolean> => {
    const done = await eraseAgain(services, read.named, by);
    if (done.ok) sayDone(done);
    else say(words.list(restoreWords[done.fault]));
    return done.ok && done.underWay.length === 0;
  };
  return { named: read.named, run };
};
