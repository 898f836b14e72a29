/** Who stands behind a number of the dashboard, in one sentence. */
import type { Step } from "../domain/dashboard/steps.ts";
import type { MeasureKind } from "../domain/dashboard/measures.ts";
import type { MilestoneId } from "../domain/participant/milestones.ts";
import type { AgeBand } from "../domain/review/records.ts";
import type { ReviewOutcome } from "../domain/review/outcomes.ts";
import { notMetReasonWords } from "./ending.ts";
import { movementKindWords } from "./figures.ts";
import { counted, lowerFirst, quoted } from "./lists.ts";
import { ageBandWords, communeGroupWords, outcomeWords } from "./reviews.ts";
import { milestoneWords } from "./situation.ts";
import { stepWords } from "./steps.ts";
import { handedOverWords, leaveWords, refusedForWords } from "./tab-dashboard.ts";
import { themeInWords } from "./themes.ts";

const monthName = new Intl.DateTimeFormat("fr-FR", { month: "long", timeZone: "UTC" });
const yearOf = (month: string): string => month.slice(0, 4);
const nameOf = (month: string): string => monthName.format(Date.parse(`${month}-01T00:00:00Z`));

/** « novembre 2026 ». */
export const monthInWords = (month: string): string => `${nameOf(month)} ${yearOf(month)}`;

/** « en novembre 2026 », « entre septembre et novembre 2026 ». */
export const periodWords = (from: string, to: string): string => {
  if (from === to) return `en ${monthInWords(from)}`;
  const start = yearOf(from) === yearOf(to) ? nameOf(from) : monthInWords(from);
  return `entre ${start} et ${monthInWords(to)}`;
};

/** By their codes; one that is not known is said as it is. */
const of = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;
const steps: Readonly<Record<Step, string>> = stepWords;
const milestones: Readonly<Record<MilestoneId, string>> = milestoneWords;
const outcomes: Readonly<Record<ReviewOutcome, string>> = outcomeWords;
const ages: Readonly<Record<AgeBand, string>> = ageBandWords;

const became: Readonly<Record<string, (when: string) => string>> = {
  met: (when: string) => `Personnes orientées ${when} et reçues depuis`,
  waiting: (when: string) => `Personnes orientées ${when}, pas encore reçues`,
  notMet: (when: string) => `Personnes orientées ${when} et jamais reçues`,
};

const sentAndThen = (what: string, when: string): string => became[what]?.(when) ?? `Personnes orientées ${when}`;

const exits: Readonly<Record<string, string>> = {
  during: "pendant la première phase",
  after: "après la première phase",
};

const followed: Readonly<Record<string, (when: string) => string>> = {
  yes: (when) => `Décisions prises ${when}, comme la piste de la méthode`,
  no: (when) => `Décisions prises ${when}, autres que la piste de la méthode`,
  none: (when) => `Décisions prises ${when}, sans piste à comparer`,
};

const ended: Readonly<Record<string, string>> = {
  entry: "de l'orientation à l'entrée",
  t0: "de l'entrée à la première évaluation",
  decision: "de l'entrée à la décision",
};

const facts: Readonly<Record<string, string>> = { rsa: "RSA", rqth: "RQTH", qpv: "quartier prioritaire" };
const known: Readonly<Record<string, string>> = {
  yes: "oui",
  no: "non",
  requested: "demandée",
  unknown: "non précisé",
};
const ways: Readonly<Record<string, string>> = { stay: "poursuite", out: "réorientation ou sortie" };

const structureWords = (service: string): string =>
  service === "x" ? lowerFirst(handedOverWords.byHand) : "une structure de l'annuaire";

const handedOver: Readonly<Record<string, string>> = {
  reorient: "Personnes dont la réorientation a été décidée",
  relay: "Personnes pour qui un relais a été décidé",
};

/** The words of a measure after its first, each with its name where the method or the PLIE names it. */
interface Measured {
  readonly code: (at: number) => string;
  readonly name: (at: number) => string | null;
  /** Empty: today. */
  readonly when: string;
}

const needOf = ({ code, name }: Measured): string =>
  `${quoted(name(1) ?? themeInWords(code(1)))}, ${communeGroupWords(name(2))}`;

const fairly = ({ code, when }: Measured): string => {
  const value = code(1) === "age" ? of(ages, code(2)) : `${of(facts, code(1))} : ${of(known, code(2))}`;
  return `Fin de première phase ${when}, ${of(ways, code(3))} (${lowerFirst(value)})`;
};

const sentences: Readonly<Record<MeasureKind, (measured: Measured) => string>> = {
  step: ({ code }) => `Personnes dont la situation est : ${lowerFirst(of(steps, code(1)))}`,
  due: ({ code }) => `Personnes qui ont une échéance : ${lowerFirst(of(milestones, code(1)))}`,
  waiting: () => "Personnes orientées, pas encore reçues",
  barrier: ({ code, name }) =>
    `Personnes pour qui ${quoted(name(1) ?? code(1))} est noté ${quoted(name(2) ?? code(2))}`,
  moved: ({ code, name }) =>
    `Personnes pour qui ${quoted(name(1) ?? code(1))} a été évalué deux fois : ${of(movementKindWords, code(2))}`,
  unmet: (measured) => `Personnes dont un besoin n'a pas de réponse : ${needOf(measured)}`,
  saturated: (measured) => `Personnes qui attendent une place : ${needOf(measured)}`,
  oriented: ({ code, when }) => became[code(1)]?.(when) ?? `Personnes orientées ${when}`,
  reaching: ({ when }) => `Personnes orientées ${when}, pas encore reçues, vers qui l'équipe va`,
  sentBy: ({ code, name, when }) => `${sentAndThen(code(2), when)}, par ${name(1) ?? "un prescripteur non précisé"}`,
  sentFrom: ({ code, name, when }) => `${sentAndThen(code(2), when)}, ${communeGroupWords(name(1))}`,
  notMet: ({ code, when }) =>
    `Personnes orientées ${when} et jamais reçues : ${lowerFirst(notMetReasonWords(code(1)))}`,
  file: () => "Personnes de la file active : entrées dans le parcours, ni sorties, ni réorientées",
  leaves: ({ code, when }) =>
    code(1) === ""
      ? `Personnes sorties de la file active ${when}`
      : `Personnes sorties de la file active ${when} : ${lowerFirst(of(leaveWords, code(1)))}`,
  entered: ({ when }) => `Personnes entrées ${when}`,
  exit: ({ code, when }) => `Personnes sorties ${when}, ${of(exits, code(1))} : ${lowerFirst(of(outcomes, code(2)))}`,
  decided: ({ code, name, when }) =>
    [`Décisions prises ${when} : ${lowerFirst(of(outcomes, code(1)))}`, ...(name(2) === null ? [] : [name(2)])].join(
      ", ",
    ),
  concordance: ({ code, when }) => followed[code(1)]?.(when) ?? `Décisions prises ${when}`,
  delay: ({ code, when }) =>
    code(2) === ""
      ? `Personnes comptées dans le délai ${of(ended, code(1))}, ${when}`
      : `Personnes pour qui il a fallu ${counted(Number(code(2)), "jour", "jours")} ${of(ended, code(1))}, ${when}`,
  fair: fairly,
  handedOver: ({ code, when }) =>
    [
      `${handedOver[code(1)] ?? "Personnes pour qui un passage de relais a été décidé"} ${when}`,
      ...(code(2) === "" ? [] : [lowerFirst(of(handedOverWords, code(2)))]),
    ].join(" : "),
  refused: ({ code, name, when }) =>
    `Personnes qu'un partenaire n'a pas pu recevoir, réponse ${when} : ${name(1) ?? handedOverWords.relays}, ${lowerFirst(of(refusedForWords, code(2)))}`,
  refusedBy: ({ code, when }) =>
    `Personnes qu'un partenaire n'a pas pu recevoir, réponse ${when} : ${structureWords(code(1))}`,
};

const isKind = (word: string): word is MeasureKind => Object.hasOwn(sentences, word);

export interface NumberBehind {
  readonly measure: readonly string[];
  readonly names: readonly (string | null)[];
  readonly from: string | null;
  readonly to: string | null;
}

/** « Personnes entrées entre septembre et novembre 2026 ». */
export const behindNumberWords = ({ measure, names, from, to }: NumberBehind): string => {
  const [kind = ""] = measure;
  if (!isKind(kind)) return kind;
  return sentences[kind]({
    code: (at) => measure[at] ?? "",
    name: (at) => names[at] ?? null,
    when: from === null || to === null ? "" : periodWords(from, to),
  });
};
