/** *Points d'étape*: the paper of the quarterly meeting, one line for each person, with room to write what is agreed. */
import type { ListedRow } from "../domain/dashboard/records.ts";
import type { Day } from "../domain/participant/codes.ts";
import { milestoneWords } from "../wording/situation.ts";
import { stepWords } from "../wording/steps.ts";
import { stagePointWords as words } from "../wording/tab-stage-points.ts";
import { attendanceSheetStyle } from "./attendance-sheet-style.ts";
import { esfBlock, esfBlockStyle } from "./esf-block.ts";
import { escapeHtml, htmlDocument, paragraph, type HtmlDocument } from "./html.ts";

interface PrintedLine extends Pick<ListedRow, "code" | "step" | "due"> {
  readonly name: string;
  readonly last: { readonly from: "stagePoint" | "checkpoint"; readonly on: Day; readonly words: string | null } | null;
}

export interface StagePointsToPrint {
  readonly plie: string;
  readonly quarter: string;
  readonly today: Day;
  readonly referent: { readonly name: string | null };
  readonly people: readonly PrintedLine[];
}

const COLUMNS = [words.person, words.step, words.due, words.last, words.agreed];

const lineOf = ({ name, code, step, due, last }: PrintedLine, today: Day): string => {
  const dueLines = due.map(({ milestone, on }) => words.dueOn(milestoneWords[milestone], on, today));
  const lastLines = last === null ? [words.never] : [words.lastOn(last.from, last.on), last.words ?? ""];
  const cells = [[stepWords[step]], dueLines.length === 0 ? [words.nothingDue] : dueLines, lastLines, []];
  return `<tr><th scope="row">${paragraph(name)}${paragraph(code)}</th>${cells
    .map(
      (lines) =>
        `<td>${lines
          .filter((one) => one !== "")
          .map(paragraph)
          .join("")}</td>`,
    )
    .join("")}</tr>`;
};

export function stagePointsSheet({ plie, quarter, today, referent, people }: StagePointsToPrint): HtmlDocument {
  const title = words.title(quarter);
  const body = `<main class="page">
<h1>${escapeHtml(title)}</h1>
<ul class="facts">${[plie, referent.name ?? words.gone, words.printedOn(today)].map((fact) => `<li>${escapeHtml(fact)}</li>`).join("")}</ul>
${
  people.length === 0
    ? paragraph(words.nobody)
    : `<table><thead><tr>${COLUMNS.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join("")}</tr></thead><tbody>${people.map((line) => lineOf(line, today)).join("")}</tbody></table>`
}
<div class="closing">${esfBlock()}</div>
</main>`;
  return htmlDocument(title, [esfBlockStyle, attendanceSheetStyle], body);
}
