/** What has to be true, at the end of a year, of what the financer asks: months, entries, questionnaires, the end of files. */
import assert from "node:assert/strict";
import { addDays, addMonths, nextWorkingDay } from "../../src/domain/participant/days.ts";
import { openPause } from "../../src/domain/participant/milestones.ts";
import { actorOf } from "../../src/use-cases/demo/doing.ts";
import { YEAR_ENDS } from "../../src/use-cases/demo/year/calendar.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { takePieces } from "../../src/use-cases/take-pieces.ts";
import { allOf, readYear, type YearDocuments } from "./year-documents.ts";
import { bytesOf, type MonthsWatch } from "./year-months.ts";
import { leftOf } from "./year-recount.ts";

const nextMonth = (month: string): string => addMonths(`${month}-01`, 1).slice(0, 7);
const monthsUntil = (first: string, last: string): readonly string[] =>
  first > last ? [] : [first, ...monthsUntil(nextMonth(first), last)];

/** Every month is made once, on its day, and says the same bytes whenever it is asked. */
const monthsAreFrozen = async (services: Services, { taken }: MonthsWatch): Promise<number> => {
  const made = await allOf(services, "extraction", "done");
  const months = made.map(({ month }) => month).sort();
  assert.deepEqual(months, monthsUntil("2025-12", "2026-11"), "a month is missing, or is there twice");
  for (const { month, on, rows } of made) {
    const due = `${nextMonth(month)}-${String(services.papers.extraction.freezeDay).padStart(2, "0")}`;
    const latest = nextWorkingDay(due, (day) => services.calendar.isWorkingDay(day));
    assert.ok(due <= on && on <= latest, `${month} was made on ${on}`);
    assert.equal(await bytesOf(services, month), taken.get(month), `${month} says something else than on ${on}`);
    assert.equal((await allOf(services, "extractionRow", `month:${month}`)).length, rows, `rows of ${month} are lost`);
  }
  return months.length;
};

const WAITING = ["oriented", "left"];

/** Who was not received is in no count of participants, and is asked nothing of what is asked of them. */
const nobodyEntersUnheard = async (services: Services, { files }: YearDocuments): Promise<void> => {
  for (const { code, status, entry, retired } of files) {
    if (entry !== null || retired?.as === "erased") continue;
    assert.ok(WAITING.includes(status), `${code} was not received, and is ${status}`);
    const kept = [
      ...(await allOf(services, "esfAnswers", `case:${code}`)),
      ...(await allOf(services, "transmission", `case:${code}`)),
    ];
    assert.deepEqual(kept, [], `${code} was not received, and answered`);
  }
  for (const { month } of await allOf(services, "extraction", "done"))
    for (const { code, cells } of await allOf(services, "extractionRow", `month:${month}`)) {
      if (cells["enteredOn"] !== undefined) continue;
      assert.ok(WAITING.includes(String(cells["status"])), `${code} is ${String(cells["status"])} in ${month}`);
      const asked = Object.keys(cells).filter((column) => column.startsWith("esf"));
      assert.deepEqual(asked, [], `${code} was not received by ${month}, and answered`);
    }
};

/** Whom the product says something is missing of: « P-2026-0001 esfEntry ». */
const listedAsMissing = async (services: Services): Promise<ReadonlySet<string>> => {
  const member = services.people.members().find(({ roles }) => roles.includes("assistante"));
  assert.ok(member !== undefined);
  const list = await ask(services, actorOf(services, member), takePieces, { whose: "everyone", among: null });
  assert.ok(list.ok);
  const found = new Set<string>();
  for await (const { code, missing } of list.value.rows) for (const { piece } of missing) found.add(`${code} ${piece}`);
  return found;
};

const FOLLOWED = ["entered", "decided", "inPath"];
/** Longest time that each may wait once it can be asked. */
const WAITS_DAYS = { esfEntry: 30, esfExit: 28, esfLater: 7 } as const;
type Questionnaire = keyof typeof WAITS_DAYS;

/** The day from which each can be asked of somebody who is there, or who left alive. */
const opens = (year: YearDocuments, code: string): readonly (readonly [Questionnaire, string])[] => {
  const head = year.files.find((one) => one.code === code);
  if (head === undefined || head.entry === null || head.retired !== null) return [];
  if (FOLLOWED.includes(head.status)) return openPause(head.pauses) ? [] : [["esfEntry", head.entry.on]];
  const left = leftOf(year).get(code);
  if (left === undefined || left.how === "death") return [];
  return [
    ["esfEntry", head.entry.on],
    ["esfExit", left.on],
    ["esfLater", addMonths(left.on, 6)],
  ];
};

const SIGNED = { esfEntry: "entryOn", esfExit: "exitOn", esfLater: "laterOn" } as const;

/** Signed, or on the list of what is missing; never both. */
const noQuestionnaireIsLost = async (services: Services, year: YearDocuments) => {
  const listed = await listedAsMissing(services);
  const counts = { signed: 0, missing: 0 };
  for (const { code, esf } of year.files)
    for (const [questionnaire, from] of opens(year, code)) {
      if (addDays(from, WAITS_DAYS[questionnaire]) >= YEAR_ENDS) continue;
      const isSigned = (esf?.[SIGNED[questionnaire]] ?? "") >= from;
      counts[isSigned ? "signed" : "missing"] += 1;
      assert.equal(
        listed.has(`${code} ${questionnaire}`),
        !isSigned,
        `${code} ${questionnaire} is ${isSigned ? "signed, and is said to be missing" : "neither signed nor missing"}`,
      );
    }
  return counts;
};

const onlyItsTimeEndsAFile = async (services: Services, { files }: YearDocuments) => {
  const lists = await allOf(services, "retentionList");
  const months = lists.map(({ month }) => month).sort();
  assert.deepEqual(months, monthsUntil(months[0] ?? "none", "2026-12"), "a list is missing, or is there twice");
  const confirmed = new Set(lists.flatMap(({ lines }) => lines.flatMap((line) => (line.settled ? [line.code] : []))));
  const erased = await allOf(services, "erased");
  for (const { code, because, state } of erased) {
    assert.equal(state, "gone", `${code} is not wholly erased`);
    assert.ok(because === "request" || confirmed.has(code), `${code} was erased and nobody confirmed it`);
  }
  const retired = files.filter(({ retired: as }) => as !== null);
  const gone = new Set(erased.map(({ code }) => code));
  for (const { code } of retired) assert.ok(gone.has(code) || confirmed.has(code), `${code} was put away by nobody`);
  return {
    lists: months.length,
    confirmed: confirmed.size,
    erased: erased.length,
    archived: retired.length - gone.size,
  };
};

/** Throws what is wrong; says what it saw. */
export const checkTheFiles = async (services: Services, months: MonthsWatch) => {
  const year = await readYear(services);
  await nobodyEntersUnheard(services, year);
  return {
    months: await monthsAreFrozen(services, months),
    questionnaires: await noQuestionnaireIsLost(services, year),
    ends: await onlyItsTimeEndsAFile(services, year),
  };
};
