/** Rows of the ESF+ questionnaires in the matrix of who may: whoever carries the case answers, the assistante notes the signature, who sees what is complete sees where they stand. */
export const questionnaireRowsOf = (
  code: string,
  { carries, sees, signs }: { readonly carries: string; readonly sees: string; readonly signs: string },
) => {
  const stage = "entry";
  const block = { code, stage, block: "studies", rev: "new~new", asked: "diploma", whole: "true" };
  const filled = { ...block, diploma: "NV1", answeredOn: "2026-11-24" };
  const signature = { code, stage, rev: "0.-~new", whole: "true", signedOn: "2026-11-24" };
  const rows = {
    "questionnaire.open": [sees, { code }],
    "questionnaire.go": [carries, { code, stage, choice: "block:studies" }],
    "questionnaire.save": [carries, filled],
    "questionnaire.pause": [carries, filled],
    "questionnaire.signOpen": [signs, { code, stage }],
    "questionnaire.sign": [signs, signature],
    "questionnaire.signLeave": [signs, signature],
    "questionnaire.proof": [signs, { code, stage: "exit", proof: "received" }],
  } satisfies Record<string, [string, Record<string, unknown>]>;
  return rows;
};
