/**
 * The Feuille d'entretien: the overview and the fourteen domains on one A4, for those who prefer paper in front of a person.
 * Same order and numbers as the cards, so that typing it in afterwards takes ten minutes. No name, no urgent point (never on a sheet).
 */
import type { Framework, FrameworkDomain } from "../domain/framework/schema.ts";
import { interviewSheetWords as words } from "../wording/interview-sheet.ts";
import { esfBlock, esfBlockStyle } from "./esf-block.ts";
import { escapeHtml, htmlDocument, type HtmlDocument } from "./html.ts";
import { interviewSheetStyle } from "./interview-sheet-style.ts";

/** One numbered line of the sheet. */
export interface SheetLine {
  readonly number: number;
  readonly label: string;
  readonly needsConsent: boolean;
  /** The same choices as on the line of the overview. */
  readonly states: readonly string[];
  readonly sources: readonly string[];
  /** What must be named from some level on, in place of the label of the facts; null: nothing special. */
  readonly hint: string | null;
}

/** What the sheet shows; nothing in it comes from a case. */
export interface InterviewSheetModel {
  readonly version: string;
  readonly levels: readonly string[];
  readonly impacts: readonly string[];
  readonly prioritiesAtMost: number;
  readonly families: readonly { readonly label: string; readonly lines: readonly SheetLine[] }[];
}

/** A domain that is only observed or attested does not offer *Rien à signaler* on a word, on paper no more than on a card. */
const statesFor = ({ sources }: FrameworkDomain): readonly string[] => {
  const { nothingToReport, ...others } = words.states;
  return [...(sources.includes("dit") ? [nothingToReport] : []), ...Object.values(others)];
};

const line = (domain: FrameworkDomain, index: number): SheetLine => ({
  number: index + 1,
  label: domain.label,
  needsConsent: domain.id === "sante",
  states: statesFor(domain),
  sources: domain.sources.map((source) => words.sources[source]),
  hint:
    domain.situationRequiredFrom === null
      ? null
      : words.situationFrom(domain.situationPrompt, domain.situationRequiredFrom),
});

export function interviewSheetModel(framework: Framework): InterviewSheetModel {
  const lines = framework.domains.map((domain, index) => ({ family: domain.family, line: line(domain, index) }));
  return {
    version: framework.version,
    levels: framework.levels,
    impacts: framework.impacts,
    prioritiesAtMost: framework.thresholds.prioritiesAtMost,
    families: framework.families.map((family) => ({
      label: family.label,
      lines: lines.filter((entry) => entry.family === family.id).map((entry) => entry.line),
    })),
  };
}

const tick = (label: string) => `<span class="tick"><span class="box"></span>${escapeHtml(label)}</span>`;
const ticks = (labels: readonly string[]) => labels.map(tick).join(" ");
const group = (label: string, labels: readonly string[]) =>
  `<span class="group"><b>${escapeHtml(label)}</b> ${ticks(labels)}</span>`;
const scale = (labels: readonly string[], first: number) => labels.map((_, index) => String(index + first));
const scaleLegend = (labels: readonly string[], first: number) =>
  labels.map((label, index) => `<b>${index + first}</b> ${escapeHtml(label)}`).join(" · ");

const written = (label: string) => `<span class="label">${escapeHtml(label)} :</span>`;
const facts = ({ hint }: SheetLine) =>
  hint === null ? written(words.facts) : `<span class="label hint">${escapeHtml(hint)}</span>`;

function sheetLine(model: InterviewSheetModel, entry: SheetLine): string {
  const consent = entry.needsConsent
    ? `<p class="note">${escapeHtml(words.consent)} ${ticks([words.yes, words.no])}</p>`
    : "";
  const scales = [
    group(words.level, scale(model.levels, 0)),
    group(words.impact, scale(model.impacts, 1)),
    group(words.ownLevel, scale(model.levels, 0)),
  ];
  return `<tr>
<th scope="row"><span class="number">${entry.number}</span> ${escapeHtml(entry.label)}${consent}</th>
<td>${written(words.strength)}</td>
<td>
<p class="row">${ticks(entry.states)}</p>
<p class="row">${scales.join(" ")}</p>
<p class="row facts">${tick(words.priority)} ${group(words.source, entry.sources)} ${facts(entry)}</p>
</td>
</tr>`;
}

function family(model: InterviewSheetModel, entry: InterviewSheetModel["families"][number]): string {
  return `<tbody>
<tr class="family"><th scope="rowgroup" colspan="3">${escapeHtml(entry.label)}</th></tr>
${entry.lines.map((one) => sheetLine(model, one)).join("\n")}
</tbody>`;
}

const explained = (label: string, text: string) => `<b>${escapeHtml(label)}</b> : ${escapeHtml(text)}`;

function legend(model: InterviewSheetModel): string {
  return `<section class="legend" aria-label="${escapeHtml(words.legend)}">
<p><b>${escapeHtml(words.levelsLegend)}</b> : ${scaleLegend(model.levels, 0)}. ${explained(words.ownLevel, words.ownLevelLegend)}</p>
<p><b>${escapeHtml(words.impactsLegend)}</b> ${escapeHtml(words.impactsWhen)} : ${scaleLegend(model.impacts, 1)}. ${explained(words.priority, words.priorityLegend(model.prioritiesAtMost))}</p>
<p>${explained(words.source, words.sourceLegend)}</p>
<p>${explained(words.facts, words.factsLegend)}</p>
</section>`;
}

const header = `<header>
<h1>${escapeHtml(words.title)}</h1>
<p class="blanks"><span class="blank">${words.code} :</span><span class="blank">${words.date} :</span></p>
<p class="purpose">${escapeHtml(words.purpose)} ${escapeHtml(words.freedom)} <b>${escapeHtml(words.readable)}</b></p>
</header>`;

/** The sheet as one HTML page; printed, it is one A4. */
export function interviewSheet(model: InterviewSheetModel): HtmlDocument {
  const body = `<main class="sheet">
${header}
${legend(model)}
<table>
<colgroup><col class="subject"><col class="helps"><col></colgroup>
${model.families.map((entry) => family(model, entry)).join("\n")}
</table>
<footer>
${esfBlock()}
<p>${escapeHtml(words.afterwards)} <span class="version">${escapeHtml(words.version(model.version))}</span></p>
</footer>
</main>`;
  return htmlDocument(words.title, [esfBlockStyle, interviewSheetStyle], body);
}
