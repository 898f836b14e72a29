import type { Reporting } from "../../src/api/reply.ts";

export interface LogLine {
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A log that is kept in memory, and references that can be told apart. */
export function aReporting() {
  const lines: LogLine[] = [];
  const keep = (event: string, fields: object) => void lines.push({ event, fields: { ...fields } });
  let count = 0;
  const reporting: Reporting = { log: { warn: keep, error: keep }, newReference: () => `R-${(count += 1)}` };
  return { reporting, lines };
}
