import type { Span } from "./folded.ts";

const HIDDEN = "…";

/** A text without these parts of it. */
export const hide = (text: string, spans: readonly Span[]): string => {
  let shown = "";
  let reached = 0;
  for (const { from, to } of [...spans].sort((one, other) => one.from - other.from || other.to - one.to)) {
    if (from >= reached) shown += `${text.slice(reached, from)}${HIDDEN}`;
    reached = Math.max(reached, to);
  }
  return `${shown}${text.slice(reached)}`;
};
