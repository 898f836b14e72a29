import type { Window } from "../../src/outbox/limits.ts";

/** Which of these arrivals, in order of time, are one too many in a window that slides: refused where the limit is enforced to the letter. */
export const strictly = (arrivals: readonly number[], { count, ms }: Window): readonly number[] => {
  const inOrder = [...arrivals].sort((one, other) => one - other);
  return inOrder.flatMap((at, index) => {
    const before = inOrder[index - count];
    return before !== undefined && at - before < ms ? [index] : [];
  });
};
