/** A clock whose days last a few seconds each, from nine in the morning on: time runs as it does within each. */
const DAY_MS = 86_400_000;
export const SHORT_DAY_MS = 7_000;
export const FIRST_DAY = "2026-11-02";

export const shortDays =
  (began: number): (() => Date) =>
  () => {
    const elapsed = Math.max(0, Date.now() - began);
    const day = Math.floor(elapsed / SHORT_DAY_MS);
    return new Date(Date.parse(`${FIRST_DAY}T08:00:00.000Z`) + day * DAY_MS + (elapsed % SHORT_DAY_MS));
  };
