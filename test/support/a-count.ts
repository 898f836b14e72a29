/** Counters as the projector writes them, from what each person bears. */
import { counterKeyIn, PART_NOW, type Counts, type Part } from "../../src/domain/dashboard/measures.ts";
import type { Asked } from "../../src/domain/dashboard/reading.ts";

export const CLAIRE = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8b01";
export const BRUNO = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8b02";

export interface Bears {
  /** « decided/stay/none ». */
  readonly measure: string;
  /** Claire where it is not said; null: a measure of the territory. */
  readonly referent?: string | null;
  readonly on?: string;
}

export const monthOf = (month: string): string => `${month}-15`;

const OF_TODAY = new Set(["step", "file", "due", "waiting", "barrier", "moved", "unmet", "saturated"]);

export const countsOf = (bears: readonly Bears[]): ReadonlyMap<Part, Counts> => {
  const parts = new Map<Part, Record<string, number>>();
  for (const { measure: written, referent = CLAIRE, on = null } of bears) {
    const measure = written.split("/");
    const of = OF_TODAY.has(measure[0] ?? "") || on === null ? PART_NOW : on.slice(0, 7);
    const counts = parts.get(of) ?? {};
    const key = counterKeyIn(of, { measure, referent, on });
    parts.set(of, { ...counts, [key]: (counts[key] ?? 0) + 1 });
  }
  return parts;
};

/** From October to today. */
export const period = (asked: Partial<Asked> = {}): Asked => ({
  ...{ from: "2026-10-01", to: "2026-11-30", referent: null, today: "2026-11-27" },
  ...asked,
});
