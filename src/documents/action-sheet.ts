/** A sheet of an action, as its words are: one A4 (the host's, with its grid, two at most), the ESF+ block at its foot. */
import type { ToPrint } from "../wording/action-facts.ts";
import {
  accidentCard,
  hostSheet,
  personActionSheet,
  referentSheet,
  type ActionSheet,
  type SheetBlock,
} from "../wording/action-sheets.ts";
import { actionSheetStyle } from "./action-sheet-style.ts";
import { esfBlock, esfBlockStyle } from "./esf-block.ts";
import { escapeHtml, htmlDocument, list, paragraph, section, type HtmlDocument } from "./html.ts";

const ticked = (label: string): string => `<li><span class="box"></span>${escapeHtml(label)}</li>`;

const boxes = (labels: readonly string[]): string =>
  labels.length === 0 ? "" : `<ul class="boxes">${labels.map(ticked).join("")}</ul>`;

const criterion = ({ label, question, anchors }: NonNullable<SheetBlock["grid"]>[number]): string =>
  `<div class="criterion"><h3>${escapeHtml(label)}</h3>${paragraph(question)}<ul class="anchors">${anchors.map(ticked).join("")}</ul></div>`;

const blank = (label: string): string => `<p class="blank">${escapeHtml(`${label} :`)}</p>`;

const block = ({ title, said = [], items = [], boxes: toTick = [], grid = [], blanks = [] }: SheetBlock): string =>
  section(
    title,
    [...said.map(paragraph), list(items), boxes(toTick), ...grid.map(criterion), ...blanks.map(blank)].join(""),
  );

/** Characters up to which larger letters hold on the page. */
const ROOMY_UP_TO = 2_600;
const lengthOf = ({ said = [], items = [], boxes: toTick = [], grid = [] }: SheetBlock): number =>
  [...said, ...items, ...toTick, ...grid.flatMap(({ question, anchors }) => [question, ...anchors])].join("").length;

export function actionSheet({ title, who, blocks }: ActionSheet): HtmlDocument {
  const dense = blocks.reduce((sum, one) => sum + lengthOf(one), 0) > ROOMY_UP_TO;
  const body = `<main class="page${dense ? " dense" : ""}">
<header>
<h1>${escapeHtml(title)}</h1>
<p class="who">${escapeHtml(who)}</p>
</header>
${blocks.map(block).join("\n")}
<footer>
${esfBlock()}
</footer>
</main>`;
  return htmlDocument(title, [esfBlockStyle, actionSheetStyle], body);
}

export type { ToPrint };
/** Each sheet of an action. */
export const sheetsOfAction = {
  referent: (about: ToPrint): HtmlDocument => actionSheet(referentSheet(about)),
  person: (about: ToPrint): HtmlDocument => actionSheet(personActionSheet(about)),
  host: (about: ToPrint): HtmlDocument => actionSheet(hostSheet(about)),
  accident: (about: ToPrint): HtmlDocument => actionSheet(accidentCard(about)),
} as const;
