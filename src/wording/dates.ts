/** Days and hours as people say them, in the PLIE's time zone. */
import type { Day, Instant } from "../domain/participant/codes.ts";

const DAY_MS = 86_400_000;
const stampOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

const long = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const short = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long", timeZone: "UTC" });
const firstOfMonth = (said: string): string => said.replace(/^1 /, "1er ");

/** « 24 novembre 2026 ». */
export const dayInWords = (day: Day): string => firstOfMonth(long.format(stampOf(day)));
/** « novembre 2026 ». */
export const monthInWords = (month: string): string => dayInWords(`${month}-02`).replace(/^2 /, "");

/** « le 8 décembre 2026 », « du 8 décembre 2026 au 10 décembre 2026 ». */
export const spanWords = (from: Day, until: Day): string =>
  from === until ? `le ${dayInWords(from)}` : `du ${dayInWords(from)} au ${dayInWords(until)}`;

/** « 3 décembre », with the year when it is another one than today's. */
export const shortDay = (day: Day, today: Day): string =>
  day.slice(0, 4) === today.slice(0, 4) ? firstOfMonth(short.format(stampOf(day))) : dayInWords(day);

/** « 14 h 32 ». */
export const timeInWords = (at: Instant | Date, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat("fr-FR", { hour: "numeric", minute: "2-digit", hourCycle: "h23", timeZone });
  const of = (type: "hour" | "minute"): string =>
    parts.formatToParts(new Date(at)).find((part) => part.type === type)?.value ?? "";
  return `${String(Number(of("hour")))} h ${of("minute").padStart(2, "0")}`;
};

/** The calendar day of an instant, `2026-11-24`. */
export const dayOfInstant = (at: Instant, timeZone: string): Day =>
  new Intl.DateTimeFormat("fr-CA", { year: "numeric", month: "2-digit", day: "2-digit", timeZone }).format(
    new Date(at),
  );

/** « aujourd'hui à 14 h 32 », « le 12 mars 2026 à 9 h 05 ». */
export const momentInWords = (at: Instant, today: Day, timeZone: string): string => {
  const day = dayOfInstant(at, timeZone);
  const time = timeInWords(at, timeZone);
  return day === today ? `aujourd'hui à ${time}` : `le ${dayInWords(day)} à ${time}`;
};

const SOON = 14;

const daysUntil = (on: Day, today: Day): number => Math.round((stampOf(on) - stampOf(today)) / DAY_MS);

/** When something is due: « En retard de 2 jours », « Aujourd'hui », « Dans 3 jours », « Avant le 19 février 2027 ». */
export const dueInWords = (on: Day, today: Day): string => {
  const days = daysUntil(on, today);
  if (days < 0) return days === -1 ? "En retard d'un jour" : `En retard de ${-days} jours`;
  if (days === 0) return "Aujourd'hui";
  if (days === 1) return "Demain";
  return days <= SOON ? `Dans ${days} jours` : `Avant le ${shortDay(on, today)}`;
};

/** The date to say beside `dueInWords`: empty where those words already say it. */
export const dueDateBeside = (on: Day, today: Day): string =>
  daysUntil(on, today) > SOON ? "" : `, ${dayInWords(on)}`;
