/** Rows of *Rencontrer* in the matrix of who may: whoever carries the case or leads the reviews; the prescriber's sentences are read by who reads the case. */
export const contactRowsOf = (
  code: string,
  { manages, reads }: { readonly manages: string; readonly reads: string },
) => {
  const contact = { code, rev: "0~new", way: "call", result: "noAnswer", on: "2026-11-24", noMessage: "true" };
  const outreach = { code, rev: "0~new", whole: "true", way: "call", until: "2026-12-24" };
  const ending = { code, rev: "1.entered~new", whole: "true", how: "", why: "Forgé", door: "comeBack", words: "Forgé" };
  const rows = {
    "contact.open": [manages, { code }],
    "contact.log": [manages, contact],
    "contact.go": [manages, { ...contact, to: "sheet" }],
    "contact.missed": [manages, { ...contact, appointment: "2026-11-24" }],
    "contact.held": [manages, { ...contact, appointment: "2026-11-24" }],
    "contact.review": [manages, outreach],
    "contact.reviewLeave": [manages, outreach],
    "ending.open": [manages, { code }],
    "ending.save": [manages, ending],
    "ending.leave": [manages, ending],
    "told.open": [reads, { code }],
    "told.note": [manages, { code, what: "met" }],
  } satisfies Record<string, [string, Record<string, unknown>]>;
  return rows;
};
