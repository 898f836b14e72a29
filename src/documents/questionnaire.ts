/** An ESF+ questionnaire on paper: what was answered is ticked, the rest is left to a pen; blank, it is about nobody yet. */
import type { EsfAnswer, EsfAnswers } from "../domain/esf/records.ts";
import { answeredOn, isDeclined } from "../domain/esf/records.ts";
import { DECLINED } from "../domain/esf/codes.ts";
import { valuesOf, type Block, type Item, type Questionnaire } from "../domain/esf/questionnaire.ts";
import type { Day } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { dayInWords } from "../wording/dates.ts";
import { questionnairePaperWords as words } from "../wording/questionnaire-paper.ts";
import { esfBlock, esfBlockStyle } from "./esf-block.ts";
import { escapeHtml, htmlDocument, paragraph, type HtmlDocument } from "./html.ts";
import { questionnaireStyle } from "./questionnaire-style.ts";

export interface QuestionnaireToPrint {
  readonly questionnaire: Questionnaire;
  /** Null: nothing was asked yet. */
  readonly given: Pick<EsfAnswers, "answers" | "asked" | "signedOn"> | null;
  /** Null: for nobody yet. */
  readonly person: Pick<Identity, "givenName" | "familyName" | "code"> | null;
  readonly referent: string | null;
  readonly plie: string;
  readonly responsible: string;
  readonly keptUntil: Day;
  readonly today: Day;
  /** The name of a commune, by its INSEE code. */
  readonly communeOf: (insee: string) => string;
}

const blank = (label: string): string => `<p class="blank">${escapeHtml(`${label} :`)}</p>`;

const box = (label: string, isTicked: boolean, kind = ""): string =>
  `<li${kind === "" ? "" : ` class="${kind}"`}><span class="box${isTicked ? " ticked" : ""}"${isTicked ? ` role="img" aria-label="Coché"` : ""}></span><span>${escapeHtml(label)}</span></li>`;

type CommuneOf = QuestionnaireToPrint["communeOf"];

/** An answer as it is read: the words of the questionnaire, a day, the name of a commune. */
export const answerInWords = (item: Item, answer: EsfAnswer, communeOf: CommuneOf): string => {
  if (isDeclined(answer)) return words.declined;
  const word = (value: string): string => {
    if (item.type === "date") return dayInWords(value);
    if (item.type === "commune") return communeOf(value);
    return valuesOf(item).find((one) => one.value === value)?.label ?? value;
  };
  return (typeof answer === "string" ? [answer] : answer).map(word).join(", ");
};

const isGiven = (answer: EsfAnswer | undefined, value: string): boolean =>
  typeof answer === "string" ? answer === value : (answer?.includes(value) ?? false);

const field = (item: Item, answer: EsfAnswer | undefined, communeOf: CommuneOf): string => {
  if (item.type !== "date" && item.type !== "commune") return "";
  if (answer !== undefined && !isDeclined(answer)) return paragraph(answerInWords(item, answer, communeOf));
  return blank(item.type === "date" ? words.fields.day : words.fields.commune);
};

const itemOf = (item: Item, answer: EsfAnswer | undefined, communeOf: CommuneOf): string => {
  const hint = item.hint === undefined ? "" : `<p class="hint">${escapeHtml(item.hint)}</p>`;
  const boxes = [
    ...valuesOf(item).map(({ value, label }) => box(label, isGiven(answer, value))),
    ...(item.sensitive ? [box(words.declined, isGiven(answer, DECLINED), "declined")] : []),
  ];
  return `<div class="item"><div><h3>${escapeHtml(item.label)}</h3>${hint}</div><div>${field(item, answer, communeOf)}${boxes.length === 0 ? "" : `<ul class="boxes">${boxes.join("")}</ul>`}</div></div>`;
};

const blockOf = ({ title, about, items }: Block, { given, communeOf }: QuestionnaireToPrint): string =>
  `<section><h2>${escapeHtml(title)}</h2>${about === undefined ? "" : `<p class="about">${escapeHtml(about)}</p>`}${items
    .map((item) => itemOf(item, given?.answers[item.id], communeOf))
    .join("")}</section>`;

const whoOf = ({ person }: QuestionnaireToPrint): string => {
  if (person === null) return `${blank(words.fields.name)}${blank(words.fields.code)}`;
  const name = [person.givenName.trim(), person.familyName.trim()].filter((part) => part !== "").join(" ");
  return `${name === "" ? blank(words.fields.name) : `<p><b>${escapeHtml(name)}</b></p>`}${paragraph(person.code)}`;
};

const whyOf = ({ questionnaire, responsible, plie }: QuestionnaireToPrint): string =>
  `<section class="why"><h2>${escapeHtml(words.who)}</h2>${paragraph(words.collects(responsible, plie))}${questionnaire.about === undefined ? "" : paragraph(questionnaire.about)}</section>`;

const endingOf = ({ given, referent, keptUntil }: QuestionnaireToPrint): string => {
  const { person, referent: referentSigns, onAndSigned, signedOn } = words.signatures;
  const on = given === null ? null : answeredOn(given);
  const said = [
    ...(on === null ? [] : [words.answered(on)]),
    ...(given === null || given.signedOn === null ? [] : [signedOn(given.signedOn)]),
  ].join(" ");
  const places = [person, referentSigns(referent)].map((who) => `<li>${paragraph(who)}${paragraph(onAndSigned)}</li>`);
  return `<div class="ending"><section class="rights"><h2>${escapeHtml(words.rights)}</h2>${paragraph(words.right.answer)}${paragraph(words.right.kept(keptUntil))}</section>
${said === "" ? "" : `<p class="signed">${escapeHtml(said)}</p>`}<ul class="signatures">${places.join("")}</ul></div>`;
};

export function questionnaireSheet(about: QuestionnaireToPrint): HtmlDocument {
  const { questionnaire, plie, today } = about;
  const { title, version } = questionnaire;
  const body = `<main class="page">
<header>
<div><h1>${escapeHtml(title)}</h1><div class="who">${whoOf(about)}</div></div>
${esfBlock()}
</header>
${whyOf(about)}
${questionnaire.blocks.map((one) => blockOf(one, about)).join("\n")}
${endingOf(about)}
<p class="foot">${escapeHtml(words.foot(plie, version, today))}</p>
</main>`;
  return htmlDocument(title, [esfBlockStyle, questionnaireStyle], body);
}
