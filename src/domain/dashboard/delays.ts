/** How long it takes, from what is counted by number of days: the median is the one of the people themselves. */
import { SMALLEST_SHOWN } from "./mask.ts";
import type { Tally } from "./reading.ts";

export const DELAYS = ["entry", "t0", "decision"] as const;
export type DelayId = (typeof DELAYS)[number];

export interface Delay {
  readonly delay: DelayId;
  /** Of how many people. */
  readonly people: number;
  /** In days, half a day where two people share the middle; null: of nobody yet. */
  readonly median: number | null;
  /** Whether there are enough people for it to leave the screen. */
  readonly mayGoOut: boolean;
}

export type Histogram = readonly { readonly days: number; readonly people: number }[];

export const medianOf = (histogram: Histogram): number | null => {
  const ordered = histogram.filter(({ people }) => people > 0).sort((one, other) => one.days - other.days);
  const all = ordered.reduce((sum, { people }) => sum + people, 0);
  const at = (rank: number): number => {
    let before = 0;
    return ordered.find(({ people }) => (before += people) > rank)?.days ?? 0;
  };
  return all === 0 ? null : (at(Math.floor((all - 1) / 2)) + at(Math.floor(all / 2))) / 2;
};

export const delaysOf = (period: Tally, delays: readonly DelayId[]): readonly Delay[] =>
  delays.map((delay) => {
    const histogram = period.under("delay", delay).map(({ rest, count }) => ({ days: Number(rest[0]), people: count }));
    const people = histogram.reduce((sum, one) => sum + one.people, 0);
    return { delay, people, median: medianOf(histogram), mayGoOut: people >= SMALLEST_SHOWN };
  });
