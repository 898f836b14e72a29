/** The minutes of a sitting as one page to print and sign. The Word file is drawn from the same model. */
import { minutesWords as words } from "../wording/minutes.ts";
import { minutesPage, type MinutesEntry, type MinutesPage } from "../wording/minutes-page.ts";
import { esfBlock, esfBlockStyle } from "./esf-block.ts";
import { escapeHtml, htmlDocument, paragraph, section, type HtmlDocument } from "./html.ts";
import { minutesStyle } from "./minutes-style.ts";

/** The one model of the page and of the Word file. */
export const minutesPageOf = minutesPage;

const cells = (tag: "th" | "td", texts: readonly string[]): string =>
  texts.map((text) => `<${tag}${tag === "th" ? ' scope="col"' : ""}>${escapeHtml(text)}</${tag}>`).join("");

const table = (name: string, columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table class="${name}">
<thead><tr>${cells("th", columns)}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${cells("td", row)}</tr>`).join("\n")}
</tbody>
</table>`;

const entry = ({ title, about, lines }: MinutesEntry): string => `<article>
<h3>${escapeHtml(title)}</h3>
<p class="about">${escapeHtml(about)}</p>
<dl>${lines
  .map(({ label, text }) => `<div><dt>${escapeHtml(`${label} :`)}</dt> <dd>${escapeHtml(text)}</dd></div>`)
  .join("\n")}</dl>
</article>`;

const tasks = ({ tasks: toDo }: MinutesPage): string =>
  toDo.length === 0
    ? paragraph(words.nothingToDo)
    : table(
        "tasks",
        words.toDoColumns,
        toDo.map(({ review, what, who, by }) => [review, what, who, by]),
      );

/** The page, ready to be printed and signed. */
export function minutesDocument(page: MinutesPage): HtmlDocument {
  const body = `<main class="page">
<h1>${escapeHtml(page.title)}</h1>
<p class="heading">${escapeHtml(page.heading)}</p>
<p>${escapeHtml(page.plie)}</p>
<ul class="facts">${page.facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join("")}</ul>
${section(
  words.attendance,
  table(
    "attendance",
    words.columns,
    page.attendance.map(({ name, present }) => [name, present, ""]),
  ),
)}
${section(words.cases, paragraph(page.totals) + (page.cases.length === 0 ? paragraph(words.noCase) : page.cases.map(entry).join("\n")))}
${section(words.told, page.told.map(entry).join("\n"))}
${section(words.toDo, tasks(page))}
<footer>
${esfBlock()}
<p>${escapeHtml(words.noName)}</p>
</footer>
</main>`;
  return htmlDocument(`${page.title} – ${page.heading}`, [esfBlockStyle, minutesStyle], body);
}
