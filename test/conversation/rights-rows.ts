/** Rows of the rights of a person in the matrix of who may: whoever reads the whole file. Nothing was asked of this case yet: there is nothing to answer. */
export const rightsRowsOf = (code: string, reads: string, manages: string, nobody: string) => {
  const asked = { code, rev: "0~new", whole: "true", what: "contest", contested: "note", receivedOn: "2026-11-24" };
  const answered = { code, request: `${code}.999`, rev: "open~new", whole: "true", outcome: "done", answer: "Forgé" };
  const rows = {
    "rights.open": [reads, { code }],
    "rights.note": [reads, { code }],
    "rights.request": [reads, { ...asked, words: "Forgé" }],
    "rights.requestLeave": [reads, { ...asked, words: "Forgé" }],
    "rights.answerOpen": [nobody, { code, choice: `${code}.999` }],
    "rights.answer": [nobody, { ...answered, answeredOn: "2026-11-24" }],
    "rights.answerLeave": [nobody, { ...answered, answeredOn: "2026-11-24" }],
    "rights.notice": [manages, { code }],
    "rights.openings": [reads, { code, cursor: null }],
  } satisfies Record<string, [string, Record<string, unknown>]>;
  return rows;
};
