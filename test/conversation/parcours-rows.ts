/** Rows of a suspension, of the points of a path and of the news after an exit, in the matrix of who may: whoever carries the case or leads the reviews. */
export const parcoursRowsOf = (code: string, manages: string) => {
  const pause = { code, rev: "0.-.-~new", whole: "true", reason: "", from: "2026-11-24", returnOn: "", resumedOn: "" };
  const point = { code, rev: "1.-~new", whole: "true", on: "2026-11-24", agreed: "Forgé", nextOn: "2027-02-24" };
  const news = { code, rev: "1.-.-~new", whole: "true", on: "2026-11-24", still: "yes", proof: "said" };
  const rows = {
    "pause.open": [manages, { code }],
    "pause.save": [manages, pause],
    "pause.plan": [manages, pause],
    "pause.resume": [manages, pause],
    "pause.leave": [manages, pause],
    "followUp.open": [manages, { code }],
    "followUp.save": [manages, point],
    "followUp.leave": [manages, point],
    "exitNews.open": [manages, { code }],
    "exitNews.save": [manages, news],
    "exitNews.leave": [manages, news],
  } satisfies Record<string, [string, Record<string, unknown>]>;
  return rows;
};
