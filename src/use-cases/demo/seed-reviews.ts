/** The demo's cases under study: presented, given opinions and decided through the same commands as real ones, some days ago. */
import { addDays } from "../../domain/participant/days.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { Doing } from "./doing.ts";
import type { DemoReview } from "./review.ts";
import { decide, opine, present } from "./reviewing.ts";
import type { Services } from "../frame/services.ts";

const DAY_MS = 86_400_000;

/** A cell works on working days: that many days ago, or the last one worked before. */
export const workedDaysAgo = ({ clock, calendar }: Pick<Services, "clock" | "calendar">, days: number): number =>
  calendar.isWorkingDay(addDays(clock.today(), -days)) ? days : workedDaysAgo({ clock, calendar }, days + 1);

/** The same product some days ago. A simple stay is not drawn for the full study there: the demo shows both ways. */
export const daysEarlier = (services: Services, days: number): Services => ({
  ...services,
  clock: {
    now: () => new Date(services.clock.now().getTime() - days * DAY_MS),
    today: () => addDays(services.clock.today(), -days),
    startOf: (day) => services.clock.startOf(day),
    pause: (milliseconds) => services.clock.pause(milliseconds),
  },
  ids: {
    next: () => services.ids.next(),
    reference: () => services.ids.reference(),
    digest: (text) => services.ids.digest(text),
    random: () => 1 - Number.EPSILON,
  },
});

interface Presented {
  readonly code: string;
  readonly review: DemoReview;
  readonly step: string;
}

/** Puts one case to the entry cell, `presentedDaysAgo`; then its opinions, a day later, and its decision. */
export const seedDemoReview = async (
  services: Services,
  actor: Actor,
  { code, review, step }: Presented,
): Promise<void> => {
  const { presentedDaysAgo, opinions, decision } = review;
  const on = (days: number): Doing => {
    const then = daysEarlier(services, workedDaysAgo(services, days));
    return { services: then, actor: { ...actor, today: then.clock.today() }, step };
  };
  const id = await present(on(presentedDaysAgo), code, { ...review, cell: "entree" });
  if (id === undefined) return;
  const said = opinions.map(({ outcome, to = "", why }) => ({ outcome, to, why }));
  await opine(on(presentedDaysAgo - 1), id, said);
  if (decision === null) return;
  const { outcome, reasons, next, daysAgo } = decision;
  await decide(on(daysAgo), id, { outcome, to: "", reasons, proofs: "", next });
};
