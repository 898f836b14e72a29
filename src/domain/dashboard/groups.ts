/** Commune groups, by their rank in the PLIE's file: what a counter knows of where people live. */
const NOWHERE = "x";

/** Each group once, in the order of the file. */
export const groupsOf = (communes: readonly { readonly group: string }[]): readonly string[] => [
  ...new Set(communes.map(({ group }) => group)),
];

/** The word of a mark for a group; one that is not of the file is where nobody knows. */
export const rankOf = (groups: readonly string[], group: string): string => {
  const at = groups.indexOf(group);
  return at === -1 ? NOWHERE : String(at);
};

/** The group of a rank; empty where the commune is not known. */
export const groupAt = (groups: readonly string[], rank: string): string =>
  rank === NOWHERE ? "" : (groups[Number(rank)] ?? "");
