/** Steps and relays of a lead in words: who answers which need, how far, how long, and whom to call. */
import type { Contact } from "../domain/offer/offer-of.ts";
import { figure } from "./lists.ts";

const WEEK = 7;

/** « délai 3 semaines », « délai 5 jours »; null: not known. */
export const delayWords = (days: number | null): string | null => {
  if (days === null) return null;
  if (days === 0) return "sans délai";
  if (days < 2 * WEEK) return `délai ${days} ${days === 1 ? "jour" : "jours"}`;
  return `délai ${Math.round(days / WEEK)} semaines`;
};

/** « à 800 m », « à 2,3 km »; null: at a distance, or not known. As the crow flies. */
export const distanceWords = (metres: number | null): string | null => {
  if (metres === null) return null;
  if (metres < 1000) return `à ${figure(Math.max(100, Math.round(metres / 100) * 100))} m`;
  return `à ${new Intl.NumberFormat("fr-FR", { maximumFractionDigits: metres < 10_000 ? 1 : 0 }).format(metres / 1000)} km`;
};

/** Who to call, phone, mail, link: each once. */
export const contactLine = ({
  known,
  person,
  phone,
  email,
  link,
}: Pick<Contact, "known" | "person" | "phone" | "email" | "link">): string => {
  const who = known ?? person ?? "";
  return [who, ...[phone, email, link].filter((part) => part !== null && !who.includes(part))]
    .filter((part) => part !== "")
    .join(" · ");
};

export const leadServiceWords = {
  line: (name: string, structure: string): string => (structure === "" ? name : `${name} · ${structure}`),
  answers: (domains: string): string => `Pour : ${domains}`,
  alternative: (name: string, details: string): string =>
    `Complet. Il reste de la place : ${name}${details === "" ? "" : ` (${details})`}`,
  noAlternative: "Complet, et aucun service équivalent et ouvert à la personne n'a de place aujourd'hui",
  others: (count: number): string => (count === 1 ? "et un autre service" : `et ${count} autres services`),
  contact: (how: string): string => `Appeler : ${how}`,
  noContact: "Le répertoire ne dit pas comment l'appeler.",
} as const;
