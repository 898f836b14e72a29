/** The minutes of a sitting in words: one page model, which the HTML page and the Word file both draw. */
import type { Framework } from "../domain/framework/schema.ts";
import type { MinutesCase, MinutesModel, MinutesTexts, PrintedMinutes, ToDo } from "../domain/review/minutes.ts";
import { dayInWords, timeInWords } from "./dates.ts";
import { decidedWords, proofWords } from "./decision.ts";
import { asideReasonWords, withdrawnWords } from "./lead.ts";
import { counted, lowerFirst } from "./lists.ts";
import { countedWords, lastedWords, minutesIn, minutesWords } from "./minutes.ts";
import { adjournReasonWords, cellWords, reviewLabel, withdrawReasonWords } from "./reviews.ts";

type Words = Pick<Framework, "levels" | "impacts" | "domains" | "suggestion" | "thresholds">;

/** A heading and its lines: « Décision », « Raisons »… */
export interface MinutesLine {
  readonly label: string;
  readonly text: string;
}
export interface MinutesEntry {
  /** « 1. Situation 2026-001 ». */
  readonly title: string;
  readonly about: string;
  readonly lines: readonly MinutesLine[];
}
export interface MinutesTask {
  readonly review: string;
  readonly what: string;
  readonly who: string;
  readonly by: string;
}
export interface MinutesPage {
  readonly title: string;
  /** « Cellule entrées · 8 décembre 2026 ». */
  readonly heading: string;
  readonly plie: string;
  readonly facts: readonly string[];
  readonly attendance: readonly { readonly name: string; readonly present: string }[];
  readonly cases: readonly MinutesEntry[];
  readonly told: readonly MinutesEntry[];
  readonly tasks: readonly MinutesTask[];
  readonly totals: string;
}

const opinionsLine = (framework: Words, { track, given, revealed, opinions }: MinutesCase): MinutesLine[] => {
  if (track === "short") return [{ label: "Circuit court", text: "sans avis de la cellule" }];
  if (revealed) return [{ label: "Avis", text: opinions.length === 0 ? "aucun" : countedWords(framework, opinions) }];
  return given === 0 ? [] : [{ label: "Avis", text: `${counted(given, "donné", "donnés")}, non révélés` }];
};

/** What was erased with health says so in its place. */
const orWithdrawn = (text: string, { withdrawn }: MinutesTexts): string =>
  text === "" && withdrawn ? withdrawnWords : text;

const textLine = (label: string, text: string): MinutesLine[] => (text === "" ? [] : [{ label, text }]);

const decisionLines = (
  framework: Words,
  { decided, ...told }: MinutesCase,
  texts: MinutesTexts,
): readonly MinutesLine[] => {
  if (decided === null) return [];
  const { outcome, to, referred, departs, proofs, by, secondUntil } = decided;
  const facts = { rsa: referred === null ? null : ("yes" as const), referringBody: referred?.body ?? null };
  const practice = outcome === "practice";
  const said = decidedWords(framework, { outcome, to: to === null ? null : { ...to } }, facts, to?.service ?? null);
  return [
    { label: practice ? "Avis de la séance" : "Décision", text: `${said}, par ${by}` },
    ...textLine(practice ? "Conclusion" : "Raisons", orWithdrawn(texts.reasons, texts)),
    ...(departs === null ? [] : textLine("S'écarte de la piste de la méthode", asideReasonWords[departs])),
    ...(proofs.length === 0 ? [] : textLine("Preuves", proofs.map((proof) => proofWords[proof]).join(", "))),
    ...textLine("Prochain pas", texts.next),
    ...(secondUntil === null || told.state !== "decided"
      ? []
      : textLine("Réexamen", `peut être demandé jusqu'au ${dayInWords(secondUntil)}`)),
  ];
};

const stateLine = ({ state, adjourned, withdrawn, spent }: MinutesCase): MinutesLine[] => {
  if (state === "adjourned")
    return textLine("Ajournée", adjourned === null ? "" : lowerFirst(adjournReasonWords[adjourned]));
  if (state === "withdrawn")
    return textLine("Retirée", withdrawn === null ? "" : lowerFirst(withdrawReasonWords[withdrawn]));
  return state === "waiting"
    ? [{ label: spent === null ? "Non étudiée" : "Sans décision", text: "elle attend la séance suivante" }]
    : [];
};

const NO_TEXTS: MinutesTexts = { question: "", reasons: "", next: "", withdrawn: false };
const textsFor = ({ texts }: PrintedMinutes, { review, study }: MinutesCase): MinutesTexts =>
  texts.get(`${review}.${String(study)}`) ?? NO_TEXTS;

const entryOf = (framework: Words, printed: PrintedMinutes, told: MinutesCase, title: string): MinutesEntry => {
  const texts = textsFor(printed, told);
  const time = told.spent === null ? [] : [counted(minutesIn(told.spent), "minute", "minutes")];
  const on = told.spent === null && told.decided !== null ? [`décidée le ${dayInWords(told.decided.on)}`] : [];
  return {
    title,
    about: [`Présentée par ${told.referent}`, ...time, ...on].join(" · "),
    lines: [
      ...textLine("Question", orWithdrawn(texts.question, texts)),
      ...opinionsLine(framework, told),
      ...decisionLines(framework, told, texts),
      ...stateLine(told),
    ],
  };
};

const letterTask = "Dire la décision à la personne et lui remettre le courrier";
/** No date is set: it is settled with the person. */
const AGREED = "À convenir";
const againTask = "Étudier à la séance suivante";

type Task = Omit<MinutesTask, "review">;
const wordsOf = (toDo: ToDo): Task => {
  switch (toDo.what) {
    case "letter":
      return { what: letterTask, who: toDo.who, by: dayInWords(toDo.by) };
    case "complete":
      return { what: "Compléter le diagnostic", who: toDo.who, by: dayInWords(toDo.by) };
    case "relays":
      return { what: "Mettre en place les relais", who: toDo.who, by: AGREED };
    case "handOver":
      return { what: "Préparer le passage de relais", who: toDo.who, by: AGREED };
    case "again":
      return { what: againTask, who: "La cellule", by: toDo.on === null ? "Date à fixer" : dayInWords(toDo.on) };
  }
};

const tasksOf = ({ cases, told }: MinutesModel): readonly MinutesTask[] =>
  [...cases, ...told].flatMap(({ review, toDo }) =>
    toDo.map((one) => ({ review: reviewLabel(review), ...wordsOf(one) })),
  );

const totalsOf = ({ cases, told }: MinutesModel): string => {
  const of = (state: MinutesCase["state"]): number => cases.filter((one) => one.state === state).length;
  const said = [
    counted(of("decided"), "décision prise", "décisions prises"),
    ...(of("adjourned") === 0 ? [] : [counted(of("adjourned"), "situation ajournée", "situations ajournées")]),
    ...(of("waiting") === 0 ? [] : [counted(of("waiting"), "situation sans décision", "situations sans décision")]),
  ];
  const agenda = `${counted(cases.length, "situation", "situations")} à l'ordre du jour : ${said.join(", ")}.`;
  const apart = counted(told.length, "décision", "décisions");
  return told.length === 0 ? agenda : `${agenda} Hors séance : ${apart}.`;
};

export const minutesPage = (printed: PrintedMinutes, framework: Words, timeZone: string): MinutesPage => {
  const { model } = printed;
  const { open, ledBy, secretary, quorum, present, absent } = minutesWords;
  const lasted = minutesIn((Date.parse(model.closedAt) - Date.parse(model.openedAt)) / 1_000);
  const time = (at: string): string => timeInWords(at, timeZone);
  return {
    title: minutesWords.title,
    heading: `${cellWords[model.cell]} · ${dayInWords(model.on)}`,
    plie: model.plie,
    facts: [
      open(time(model.openedAt), time(model.closedAt), lastedWords(lasted)),
      ledBy(model.ledBy),
      ...(model.secretary === null ? [] : [secretary(model.secretary)]),
      quorum(model.quorum),
    ],
    attendance: model.attendance.map(({ name, present: there }) => ({ name, present: there ? present : absent })),
    cases: model.cases.map((told, index) =>
      entryOf(framework, printed, told, `${String(index + 1)}. ${reviewLabel(told.review)}`),
    ),
    told: model.told.map((told) => entryOf(framework, printed, told, reviewLabel(told.review))),
    tasks: tasksOf(model),
    totals: totalsOf(model),
  };
};
