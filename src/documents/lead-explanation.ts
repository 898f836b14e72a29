/**
 * *Pourquoi cette piste ?* on one A4, for the person: the four contents of article L. 311-3-1 of the CRPA (degree and mode of contribution, data and their
 * sources, parameters and their weights, operations), in that order, without a word of the notes.
 */
import type { Identity } from "../domain/participant/identity.ts";
import type { Day } from "../domain/participant/codes.ts";
import { dayInWords } from "../wording/dates.ts";
import type { ToExplain } from "../wording/lead-rules.ts";
import { explainLead, leadDocumentWords as words, type LeadExplanation } from "../wording/lead-why.ts";
import { personLine } from "../wording/people.ts";
import { esfBlock, esfBlockStyle } from "./esf-block.ts";
import { escapeHtml, htmlDocument, list, paragraph, section, type HtmlDocument } from "./html.ts";
import { leadExplanationStyle } from "./lead-explanation-style.ts";

export interface LeadExplanationModel {
  /** « Amina B. · P-2026-0001 ». */
  readonly person: string;
  readonly plie: string;
  /** The day it is printed, in words. */
  readonly printedOn: string;
  readonly explanation: LeadExplanation;
}

interface Printed extends Omit<ToExplain, "timeZone"> {
  readonly identity: Identity;
  readonly plie: { readonly name: string; readonly timeZone: string };
  readonly today: Day;
}

/** What the page shows of a lead and of the levels it read. */
export const leadExplanationModel = ({ identity, plie, today, ...about }: Printed): LeadExplanationModel => ({
  person: personLine(identity),
  plie: plie.name,
  printedOn: dayInWords(today),
  explanation: explainLead({ ...about, timeZone: plie.timeZone }),
});

const dataTable = (data: LeadExplanation["data"]): string => `<table>
<thead><tr>${words.columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join("")}</tr></thead>
<tbody>
${data
  .map(
    ({ label, said, source }) =>
      `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(said)}</td><td>${escapeHtml(source)}</td></tr>`,
  )
  .join("\n")}
</tbody>
</table>`;

/** Lines of data up to which larger letters still hold on one page. */
const ROOMY_UP_TO = 9;

/** The page, ready to be printed and given: one A4 for a whole diagnostic. */
export function leadExplanation({ person, plie, printedOn, explanation }: LeadExplanationModel): HtmlDocument {
  const body = `<main class="page${explanation.data.length > ROOMY_UP_TO ? "" : " roomy"}">
<header>
<h1>${escapeHtml(words.title)}</h1>
<p class="who">${escapeHtml(person)} · ${escapeHtml(plie)} · ${escapeHtml(printedOn)}</p>
</header>
<p class="lead">${escapeHtml(explanation.lead)}</p>
${section(words.contribution, explanation.contribution.map(paragraph).join(""))}
${section(words.data, dataTable(explanation.data) + list(explanation.unused))}
${section(words.parameters, list(explanation.parameters))}
${section(words.operations, list(explanation.operations))}
${section(words.change, explanation.change.map(paragraph).join(""))}
${section(words.rights, explanation.rights.map(paragraph).join(""))}
<footer>
${esfBlock()}
<p>${escapeHtml(explanation.versions)}</p>
</footer>
</main>`;
  return htmlDocument(words.title, [esfBlockStyle, leadExplanationStyle], body);
}
