/** What the sheets of an action say of it: when, where, what for, and what is settled. */
import type { PreparedFor } from "../domain/activation/preparation.ts";
import type { Action, Host, Pmsmp, Session } from "../domain/activation/records.ts";
import type { ActivationRules } from "../domain/activation/rules.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { dayInWords, spanWords } from "./dates.ts";
import { objectiveWords, preparationStarts } from "./preparation.ts";

export interface ToPrint {
  readonly action: Action;
  readonly preparedFor: PreparedFor;
  readonly host: Host | null;
  readonly session: Session | null;
  readonly rules: ActivationRules;
  /** Of the kinds of this PLIE: « Atelier »; an immersion has none. */
  readonly kind: string | null;
  readonly identity: Pick<Identity, "givenName" | "familyName" | "code">;
  readonly referent: string | null;
  readonly plie: string;
  /** The evaluation is made again at most so many working days after the bilan. */
  readonly again: number;
}

export const IMMERSION = "Immersion professionnelle (PMSMP)";
export const kindWords = ({ kind, action }: Pick<ToPrint, "kind" | "action">): string =>
  action.pmsmp === null ? (kind ?? action.what) : IMMERSION;

const NO_NAME = "Prénom à compléter";
export const firstName = ({ identity }: ToPrint): string =>
  identity.givenName.trim() === "" ? NO_NAME : identity.givenName.trim();
export const fullName = (about: ToPrint): string => `${firstName(about)} ${about.identity.familyName.trim()}`.trim();

export const daysOf = ({ action: { from, until } }: Pick<ToPrint, "action">): string => spanWords(from, until);

/** « 3 h 30 ». */
export const durationWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, "0")}`;
};

export const timesOf = ({ action, session }: ToPrint): string => {
  if (action.pmsmp !== null) return `${String(action.pmsmp.hoursPerWeek).replace(".", ",")} h par semaine`;
  return session === null ? "" : `${durationWords(session.minutes)} par jour`;
};

export const whereOf = ({ host, session }: ToPrint): readonly string[] => [
  ...(host === null ? [] : [`Chez ${[host.name, host.commune ?? ""].filter((part) => part !== "").join(", ")}.`]),
  ...(session === null ? [] : [`${session.title} : ${session.place}, avec ${session.leader}.`]),
];

export const whenOf = (about: ToPrint): string => {
  const times = timesOf(about);
  return `${kindWords(about)}, ${daysOf(about)}${times === "" ? "" : `, ${times}`}.`;
};

export const objectiveOf = ({ action, preparedFor }: ToPrint): string =>
  `${objectiveWords[preparedFor]}.${action.pmsmp === null || action.pmsmp.job === "" ? "" : ` Métier essayé : ${action.pmsmp.job}.`}`;

/** What was written; else what the objective starts from. */
export const written = ({ action, preparedFor }: ToPrint, field: "referent" | "learn" | "show"): string =>
  action.preparation[field] === "" ? preparationStarts[preparedFor][field] : action.preparation[field];

export const observedIn = ({ action, rules }: ToPrint): ActivationRules["criteria"] => {
  const ticked = rules.criteria.filter(({ id }) => action.preparation.observe.includes(id));
  return ticked.length === 0 ? rules.criteria : ticked;
};

export const SETTLED = {
  settled: "c'est réglé",
  toSettle: "reste à régler ensemble",
  none: "je n'en ai pas besoin",
} as const;
export const practicalOf = ({ childcare, meals, transport }: Pmsmp): readonly string[] => [
  `Garde des enfants : ${SETTLED[childcare]}.`,
  `Repas : ${SETTLED[meals]}.`,
  `Trajet : ${SETTLED[transport]}.`,
];

export const signed = ({ signedOn }: Pmsmp): string =>
  signedOn === null
    ? "Convention signée par toutes les parties : l'action ne commence pas avant."
    : `Convention signée par toutes les parties le ${dayInWords(signedOn)}.`;
