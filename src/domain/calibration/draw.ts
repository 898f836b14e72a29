/** Files to score twice are drawn, never chosen: the same digest is drawn or not, whoever looks and whenever. */

const OF = 10_000;

/** `digest` is hexadecimal; `percent` in hundredths. */
export const isDrawn = (digest: string, percent: number): boolean =>
  Number.parseInt(digest.slice(0, 8), 16) % OF < percent * (OF / 100);
