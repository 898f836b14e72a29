/** Rows of the quarterly points in the matrix of who may: lists for all but partners, words for whoever reads the file. */
export const pointsRowsOf = (
  code: string,
  referent: string,
  may: { readonly lists: string; readonly readsList: string; readonly reads: string; readonly manages: string },
) => {
  const place = { referent, page: 0 };
  const point = { code, rev: "1~new", whole: "true", ...place };
  const rows = {
    "points.open": [may.lists, {}],
    "points.page": [may.readsList, place],
    "points.of": [may.readsList, { whose: referent }],
    "points.pick": [may.reads, { ...place, choice: code }],
    "points.save": [may.manages, { ...point, agreed: "Forgé" }],
    "points.leave": [may.manages, { ...point, agreed: "Forgé" }],
  } satisfies Record<string, [string, Record<string, unknown>]>;
  return rows;
};
