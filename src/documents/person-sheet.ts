/** The sheet given to the person: one or two A4, in plain words, with what helps first, what was decided and why, and their rights. */
import type { Identity } from "../domain/participant/identity.ts";
import type { Day } from "../domain/participant/codes.ts";
import { dayInWords } from "../wording/dates.ts";
import {
  personSheetOf,
  personSheetWords as words,
  type PersonSheet,
  type ToHandOver,
} from "../wording/person-sheet.ts";
import { esfBlock, esfBlockStyle } from "./esf-block.ts";
import { escapeHtml, htmlDocument, list, paragraph, section, type HtmlDocument } from "./html.ts";
import { personSheetStyle } from "./person-sheet-style.ts";

export interface PersonSheetModel {
  readonly name: string;
  readonly code: string;
  readonly plie: string;
  readonly printedOn: string;
  readonly sheet: PersonSheet;
}

interface Printed {
  readonly identity: Pick<Identity, "givenName" | "familyName" | "code">;
  readonly today: Day;
  readonly about: ToHandOver;
}

export const personSheetModel = ({ identity, today, about }: Printed): PersonSheetModel => {
  const name = [identity.givenName.trim(), identity.familyName.trim()].filter((part) => part !== "").join(" ");
  return {
    name: name === "" ? words.noName : name,
    code: identity.code,
    plie: about.plie,
    printedOn: words.printed(dayInWords(today)),
    sheet: personSheetOf(about),
  };
};

const paragraphs = (texts: readonly string[]): string => texts.map(paragraph).join("");

const lines = (items: PersonSheet["noted"]): string =>
  items.length === 0
    ? ""
    : `<ul>${items.map(({ label, text }) => `<li><b>${escapeHtml(label)}</b> : ${escapeHtml(text)}</li>`).join("")}</ul>`;

const decidedOf = ({ decided, reasons }: PersonSheet): string =>
  decided.length === 0 ? "" : `${paragraphs(decided)}<p class="reasons">${escapeHtml(reasons)}</p>`;

const contactOf = ({ contact }: PersonSheet): string =>
  `${paragraphs(contact)}<p class="blank">${escapeHtml(words.phone)}</p>`;

/** Characters up to which larger letters hold on two pages. */
const ROOMY_UP_TO = 3_000;

const charactersIn = ({ helps, noted, view, reasons }: PersonSheet): number =>
  [...[...helps, ...noted].map(({ text }) => text), ...view, reasons].reduce((sum, text) => sum + text.length, 0);

export function personSheet({ name, code, plie, printedOn, sheet }: PersonSheetModel): HtmlDocument {
  const body = `<main class="page${charactersIn(sheet) > ROOMY_UP_TO ? " dense" : ""}">
<header>
<h1>${escapeHtml(words.title)}</h1>
<p class="who">${escapeHtml(name)} · ${escapeHtml(code)} · ${escapeHtml(plie)} · ${escapeHtml(printedOn)}</p>
</header>
<p class="intro">${escapeHtml(words.intro)}</p>
${section(words.helps, lines(sheet.helps))}
${section(words.priorities, list(sheet.priorities))}
${section(words.noted, lines(sheet.noted) + paragraphs(sheet.rest) + (sheet.cut ? paragraph(words.cut) : ""))}
${section(words.view, paragraphs(sheet.view))}
${section(words.where, paragraphs(sheet.where))}
${section(words.decided, decidedOf(sheet))}
${section(words.next, list(sheet.next))}
${section(words.rights, list(sheet.rights))}
<footer>
${esfBlock()}
<section class="contact"><h2>${escapeHtml(words.contact)}</h2>${contactOf(sheet)}</section>
</footer>
</main>`;
  return htmlDocument(words.title, [esfBlockStyle, personSheetStyle], body);
}
