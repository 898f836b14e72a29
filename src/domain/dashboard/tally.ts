/** What one case counts for, from all that is recorded of it: the same picture gives the same marks, whatever the day. */
import { counterKey, PART_NOW, type Mark, type Marks, type Part } from "./measures.ts";
import { monthMarks } from "./month-marks.ts";
import type { Picture } from "./picture.ts";
import { todayMarks } from "./today-marks.ts";

/** A person counts once for a measure in a part, for the last day of it: a number is as many people as the list behind it shows. */
const onceEach = (marks: readonly Mark[]): Mark[] => {
  const kept = new Map<string, Mark>();
  for (const mark of marks) {
    const measure = mark.measure.join("/");
    const known = kept.get(measure);
    if (known === undefined || (known.on ?? "") < (mark.on ?? "")) kept.set(measure, mark);
  }
  const keyed = [...kept.values()].map((mark) => [counterKey(mark), mark] as const);
  return keyed.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, mark]) => mark);
};

/** What the case counts for, part by part; empty: for nothing. */
export const marksOf = (picture: Picture): Marks => {
  const parts = new Map<Part, Mark[]>();
  const add = (of: Part, mark: Mark): void => void parts.set(of, [...(parts.get(of) ?? []), mark]);
  for (const mark of todayMarks(picture)) add(PART_NOW, mark);
  for (const mark of monthMarks(picture)) add(mark.on.slice(0, 7), mark);
  const ordered = [...parts].sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(ordered.map(([of, marks]) => [of, onceEach(marks)]));
};
