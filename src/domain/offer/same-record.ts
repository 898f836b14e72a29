/** Whether two records say the same: an absent field and an empty one do, a list of values has no order, and neither have fields. */

const sortedPairs = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value)
    .filter(([, of]) => of !== null && of !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, of]) => [key, canonical(of)] as const);

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(canonical);
    return items.every((item) => typeof item === "string") ? items.sort() : items;
  }
  return typeof value === "object" && value !== null ? sortedPairs(value) : value;
}

export const sameRecord = (one: unknown, other: unknown): boolean =>
  JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
