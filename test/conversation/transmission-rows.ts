/** Rows of *Transmettre* in the matrix of who may: whoever carries the case, and nobody else. */
export const transmissionRowsOf = (code: string, carries: string) => {
  const form = { code, rev: "x~new", whole: "true", told: "yes" };
  const rows = {
    "transmission.open": [carries, { code }],
    "transmission.confirm": [carries, form],
    "transmission.leave": [carries, form],
  } satisfies Record<string, [string, Record<string, unknown>]>;
  return rows;
};
