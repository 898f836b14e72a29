/** The attendance sheet of a collective action: who is expected, and where each one signs. Names and nothing else of anybody. */
import type { Session } from "../domain/activation/records.ts";
import type { Day } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { attendanceWords as words } from "../wording/attendance.ts";
import { attendanceSheetStyle } from "./attendance-sheet-style.ts";
import { esfBlock, esfBlockStyle } from "./esf-block.ts";
import { escapeHtml, htmlDocument, list, paragraph, type HtmlDocument } from "./html.ts";

export interface AttendanceModel {
  readonly session: Pick<Session, "title" | "minutes" | "place" | "leader">;
  readonly kind: string;
  readonly plie: string;
  readonly days: readonly Day[];
  readonly people: readonly Pick<Identity, "givenName" | "familyName" | "code">[];
}

const nameOf = ({ givenName, familyName, code }: AttendanceModel["people"][number]): string =>
  [givenName.trim(), familyName.trim()].filter((part) => part !== "").join(" ") || code;

const table = (people: AttendanceModel["people"]): string =>
  people.length === 0
    ? paragraph(words.nobody)
    : `<table>
<thead><tr>${[words.name, words.morning, words.afternoon].map((title) => `<th scope="col">${escapeHtml(title)}</th>`).join("")}</tr></thead>
<tbody>${people.map((person) => `<tr><th scope="row">${escapeHtml(nameOf(person))}</th><td></td><td></td></tr>`).join("")}</tbody>
</table>`;

const page = (model: AttendanceModel, day: Day, index: number): string => {
  const { session, kind, plie, days, people } = model;
  const title = `${words.title}${days.length === 1 ? "" : ` · ${words.page(index + 1, days.length)}`}`;
  return `<section class="page">
<h1>${escapeHtml(title)}</h1>
<h2>${escapeHtml(`${session.title} · ${kind} · ${plie}`)}</h2>
${list(words.facts(session, day)).replace("<ul>", '<ul class="facts">')}
${table(people)}
<div class="closing">${esfBlock()}<p class="leader">${escapeHtml(words.leader)}</p></div>
</section>`;
};

export function attendanceSheet(model: AttendanceModel): HtmlDocument {
  const body = `<main>${model.days.map((day, index) => page(model, day, index)).join("\n")}</main>`;
  return htmlDocument(words.title, [esfBlockStyle, attendanceSheetStyle], body);
}
