/**
 * A territory of any size, the same at each run: eighty people oriented a month since as long as it takes, twelve référents, and what each of them
 * counts for by the rules of the product. Written as the projector writes it, without going through it.
 */
import { countsWith, differencesOf } from "../../src/domain/dashboard/count-marks.ts";
import { counterOf } from "../../src/domain/dashboard/records.ts";
import { documentsOf, lineOf, type Line } from "../../src/domain/dashboard/line.ts";
import type { Counts, Part } from "../../src/domain/dashboard/measures.ts";
import type { Picture } from "../../src/domain/dashboard/picture.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/domains.ts";
import type { Impact, Severity } from "../../src/domain/framework/schema.ts";
import { addDays, daysBetween } from "../../src/domain/participant/days.ts";
import { MAX_WRITES, type Store, type Write } from "../../src/ports/store.ts";
import { aReview } from "./a-review.ts";
import { aCase, aFinding, aLevel, anIdentity, NOW, REFERENT_ID, TODAY } from "./builders.ts";

const REFERENTS = 12;
const A_MONTH = 80;
const THEMES = ["mobilite--preparer-un-permis", "numerique--acquerir-un-equipement", "travail"];
const FAMILIES = ["Benali", "Martin", "Nguyen", "Lopez", "Traoré", "Petit", "Haddad", "Moreau", "Kowalski", "Diallo"];
const GIVEN = ["Amina", "Paul", "Linh", "Carmen", "Moussa", "Julie", "Samir", "Claire", "Ewa", "Fatou"];

/** The same numbers at each run. */
const dice = (seed: number): ((sides: number) => number) => {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 4_294_967_296) * sides);
  };
};
type Roll = ReturnType<typeof dice>;

const pick = <T>(roll: Roll, from: readonly [T, ...T[]] | readonly T[]): T => from[roll(from.length)]!;
/** One of the référents. */
export const aReferent = (at: number): string => `${REFERENT_ID.slice(0, -2)}${String(10 + at)}`;

/** What is decided of someone, and on which day; null: nothing yet. */
const decisionOf = (roll: Roll, entered: string, age: number): Picture["reviews"] => {
  if (age < 130 || (age < 300 && roll(10) === 0)) return [];
  const on = addDays(entered, 90 + roll(35));
  const outcome = pick(roll, ["stay", "stayWithRelays", "stayWithRelays", "reorient"] as const);
  const to = outcome === "reorient" ? { lead: "accompagnementGlobal" as const, service: null } : null;
  const common = { departs: null, concordant: roll(5) > 0, on, by: REFERENT_ID, at: `${on}T09:00:00.000Z` };
  const entry = aReview({ id: "2026-001", state: "decided", decided: { outcome, to, ...common } });
  if (age < 700 || outcome === "reorient") return [entry];
  const left = addDays(entered, 400 + roll(250));
  const exit = pick(roll, ["exitJob", "exitTraining", "exitOther"] as const);
  const decided = { outcome: exit, to: null, ...common, on: left, at: `${left}T09:00:00.000Z` };
  return [entry, aReview({ id: "2026-002", cell: "sortie", state: "decided", decided })];
};

const statusOf = (reviews: Picture["reviews"], isReceived: boolean) => {
  if (!isReceived) return "oriented" as const;
  const last = reviews.at(-1)?.decided?.outcome;
  if (last === undefined) return "entered" as const;
  return last === "reorient"
    ? ("reoriented" as const)
    : last.startsWith("exit")
      ? ("left" as const)
      : ("inPath" as const);
};

/** One person among `count`, the last of whom were oriented this week. */
const pictureOf = (index: number, count: number): Picture => {
  const roll = dice(index * 7919 + 17);
  for (let shake = 0; shake < 3; shake += 1) roll(2);
  const orientedOn = addDays(TODAY, -Math.floor(((count - index) * 30) / A_MONTH));
  const age = daysBetween(orientedOn, TODAY);
  // Whoever does not come says so in the end: nobody waits for years.
  const isReceived = age > 5 && roll(6) > 0;
  const gaveUp = !isReceived && age > 90;
  const entered = addDays(orientedOn, 3 + roll(25));
  const reviews = isReceived ? decisionOf(roll, entered, age) : [];
  const code = `P-2026-${String(index + 1).padStart(6, "0")}`;
  const referentId = aReferent(roll(REFERENTS));
  const entry = { on: entered, noticeOn: entered, interpreter: false };
  const status = gaveUp ? "cancelled" : statusOf(reviews, isReceived);
  const found = (round: number): Picture["assessments"] =>
    DOMAIN_IDS.flatMap((domain) => {
      const severity = roll(5) as Severity;
      const finding = roll(4) === 0 ? aFinding({ state: "declined" }) : aLevel(severity, (1 + roll(3)) as Impact);
      return roll(6) === 0 ? [] : [{ parcours: 1, round, domain, finding }];
    });
  const t0Late = isReceived ? addDays(entered, 20 + roll(20)) : null;
  return {
    identity: anIdentity({
      code,
      givenName: pick(roll, GIVEN),
      familyName: pick(roll, FAMILIES),
      referentId,
      listed: !gaveUp,
    }),
    head: aCase({
      code,
      referentId,
      status,
      orientedOn,
      ...(isReceived ? { entry, round: 1 } : { entry: null, round: null }),
      cancelled: gaveUp ? { reason: "request", on: TODAY, by: referentId } : null,
    }),
    ...{ past: [], handovers: [] },
    due:
      status === "oriented"
        ? [{ milestone: "firstAppointment", on: addDays(orientedOn, 10) }]
        : status === "entered"
          ? [
              { milestone: "t0", on: addDays(entered, 30) },
              { milestone: "synthesis", on: addDays(entered, 100) },
            ]
          : [],
    addressed: roll(15),
    rounds: [{ parcours: 1, round: 0, metOn: t0Late, synthesisOn: null }],
    assessments: !isReceived ? [] : [...found(0), ...found(1)],
    facts: new Map([
      [1, { rsa: pick(roll, ["yes", "no", null]), rqth: pick(roll, ["yes", "no", "requested"]), qpv: "no" }],
    ]),
    reviews,
    origin: { prescriber: String(index % 4), group: String(index % 5) },
    needs: status === "left" ? null : { group: String(roll(5)), unmet: [pick(roll, THEMES)], saturated: [] },
  };
};

/** The line of each, in the order of codes. */
export function* manyLines(count: number): Generator<Line> {
  for (let index = 0; index < count; index += 1) {
    const line = lineOf(pictureOf(index, count));
    if (line !== null) yield line;
  }
}

const GENERATION = "counted";
const inBatches = async (store: Store, writes: Iterable<Write>): Promise<void> => {
  let batch: Write[] = [];
  for (const write of writes) {
    batch.push(write);
    if (batch.length < MAX_WRITES) continue;
    await store.commit(batch);
    batch = [];
  }
  await store.commit(batch);
};

/** Writes lines (or counters only) of `count` people, one marker that waits, and where the projector stands. */
export const writeMany = async (store: Store, count: number, { lines }: { readonly lines: boolean }): Promise<void> => {
  const counters = new Map<Part, Counts>();
  const adding: Line[] = [];
  const add = (): void => {
    const changes = adding.splice(0).map(({ marks }) => ({ before: null, after: marks }));
    for (const [of, difference] of differencesOf(changes))
      counters.set(of, countsWith(counters.get(of) ?? {}, difference));
  };
  function* listed(): Generator<Write> {
    for (const line of manyLines(count)) {
      if (adding.push(line) === 5_000) add();
      if (lines) for (const doc of documentsOf(line)) yield { op: "put", doc };
    }
  }
  await inBatches(store, listed());
  add();
  const common = { schemaVersion: 1, generation: GENERATION } as const;
  for (const [part, counts] of counters) await store.commit([{ op: "put", doc: counterOf(GENERATION, part, counts) }]);
  await store.commit([
    { op: "put", doc: { kind: "projection", ...common, readFrom: "then", pass: null, dropped: [] } },
    { op: "put", doc: { kind: "marker", schemaVersion: 1, code: "P-2026-000001", edition: 1, at: NOW } },
  ]);
};

/** The months of a year that ends today. */
export const LAST_YEAR: readonly string[] = Array.from({ length: 12 }, (_, back) =>
  new Date(Date.UTC(2026, 10 - back, 1)).toISOString().slice(0, 7),
);
