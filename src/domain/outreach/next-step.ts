/** What to try next to reach someone: as they want to be reached, with what is known of them, and what was tried the least. */
import type { Identity } from "../participant/identity.ts";
import { ATTEMPT_WAYS } from "../participant/clock-facts.ts";
import type { Attempt, AttemptWay } from "./records.ts";

export type Reachable = Pick<Identity, "phone" | "email" | "address" | "prescriber" | "reach">;
type Tried = Pick<Attempt, "way" | "result">;

/** What a way goes through: a number that is wrong is wrong for a call and for a text message. */
const THROUGH: Readonly<Record<AttemptWay, "phone" | "email" | "address" | "people">> = {
  call: "phone",
  sms: "phone",
  email: "email",
  letter: "address",
  visit: "people",
  prescriber: "people",
};

const isKnown = (person: Reachable, way: AttemptWay): boolean => {
  const through = THROUGH[way];
  if (through !== "people") return person[through] !== null;
  return way === "visit" || person.prescriber !== null;
};

/** A text message is a message that others may read on a shared phone. */
const isRespectful = ({ reach }: Reachable, way: AttemptWay): boolean => way !== "sms" || reach?.noMessage !== true;

/** The latest attempt that went the same way tells whether it still leads to the person. `tried`: the latest first. */
const leadsThere = (tried: readonly Tried[], way: AttemptWay): boolean =>
  THROUGH[way] === "people" || tried.find((one) => THROUGH[one.way] === THROUGH[way])?.result !== "wrongContact";

/** The ways that are open now, those that are asked for first. A visit with a service of the commune always is. */
const openWays = (person: Reachable, tried: readonly Tried[]): readonly AttemptWay[] => {
  const wanted = person.reach?.way ?? null;
  const ordered = wanted === null ? ATTEMPT_WAYS : [wanted, ...ATTEMPT_WAYS.filter((way) => way !== wanted)];
  return ordered.filter((way) => isKnown(person, way) && isRespectful(person, way) && leadsThere(tried, way));
};

export interface NextStep {
  readonly way: AttemptWay;
  readonly why: "asked" | "notTried" | "leastTried";
  /** What to leave time for first; null: nothing waits. */
  readonly wait: "answer" | "later" | null;
  /** Ways that lead nowhere any more: the number or the address is to be asked again. */
  readonly wrong: readonly ("phone" | "email" | "address")[];
}

const WAITS: Partial<Readonly<Record<Attempt["result"], NextStep["wait"]>>> = { message: "answer", notNow: "later" };

const wrongOf = (person: Reachable, tried: readonly Tried[]): NextStep["wrong"] =>
  (["call", "email", "letter"] as const).flatMap((way) => {
    const through = THROUGH[way];
    return through !== "people" && isKnown(person, way) && !leadsThere(tried, way) ? [through] : [];
  });

/** `tried`: the latest first. */
export const nextStep = (person: Reachable, tried: readonly Tried[]): NextStep => {
  const times = (way: AttemptWay): number => tried.filter((one) => one.way === way).length;
  const ways = openWays(person, tried);
  const fewest = Math.min(...ways.map(times));
  const way = ways.find((one) => times(one) === fewest) ?? "visit";
  const latest = tried[0];
  return {
    way,
    why: way === person.reach?.way ? "asked" : fewest === 0 ? "notTried" : "leastTried",
    wait: latest === undefined ? null : (WAITS[latest.result] ?? null),
    wrong: wrongOf(person, tried),
  };
};
