/** The same minutes as a Word file, that a secretary can correct before they are signed. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  ImageRun,
  type IRunOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { minutesWords as words } from "../wording/minutes.ts";
import type { MinutesEntry, MinutesPage } from "../wording/minutes-page.ts";
import { ESF_EMBLEM_LABEL, ESF_MENTION, esfEmblemFile } from "./esf-block.ts";
import { esfEmblemPng } from "./esf-emblem-png.ts";

const FONT = "Arial";
const MM = 56.7;
/** 15 by 10 millimetres, in the pixels that the file counts in. */
const EMBLEM = { width: 57, height: 38 };
const SIGNATURE_HEIGHT = 11;

const run = (options: IRunOptions): TextRun => new TextRun({ font: FONT, ...options });
const text = (content: string, strong = false): TextRun => run({ text: content, bold: strong });
const line = (content: string): Paragraph => new Paragraph({ children: [text(content)] });
const heading = (content: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
  new Paragraph({
    heading: level,
    keepNext: true,
    spacing: { before: 200, after: 60 },
    children: [run({ text: content, bold: true, color: "000000" })],
  });

const cell = (content: string, width: number, strong: boolean): TableCell =>
  new TableCell({
    width: { size: Math.round(width * MM), type: WidthType.DXA },
    children: [new Paragraph({ children: [text(content, strong)] })],
  });

const table = (
  columns: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
  height = 0,
): Table => {
  const row = (contents: readonly string[], head: boolean): TableRow =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      ...(head || height === 0 ? {} : { height: { value: Math.round(height * MM), rule: "atLeast" } }),
      children: contents.map((content, index) => cell(content, widths[index] ?? 0, head)),
    });
  return new Table({
    width: { size: Math.round(180 * MM), type: WidthType.DXA },
    columnWidths: widths.map((width) => Math.round(width * MM)),
    rows: [row(columns, true), ...rows.map((contents) => row(contents, false))],
  });
};

const entry = ({ title, about, lines }: MinutesEntry): Paragraph[] => [
  heading(title, HeadingLevel.HEADING_3),
  line(about),
  ...lines.map(
    ({ label, text: said }) =>
      new Paragraph({
        indent: { left: Math.round(4 * MM) },
        children: said
          .split("\n")
          .flatMap((part, index) =>
            index === 0 ? [text(`${label} : `, true), text(part)] : [run({ text: part, break: 1 })],
          ),
      }),
  ),
];

const invisible = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" };
const noBorders = { top: invisible, bottom: invisible, left: invisible, right: invisible };

/** Emblem and mention side by side, without overlap. */
const esf = (): Table => {
  const emblem = new ImageRun({
    type: "svg",
    data: Buffer.from(esfEmblemFile()),
    transformation: EMBLEM,
    fallback: { type: "png", data: esfEmblemPng() },
    altText: { name: "emblem", title: ESF_EMBLEM_LABEL, description: ESF_EMBLEM_LABEL },
  });
  const mention = run({ text: ESF_MENTION, size: 24, color: "003399" });
  const widths = [20, 100].map((width) => Math.round(width * MM));
  const cells = [emblem, mention].map(
    (child, index) =>
      new TableCell({
        borders: noBorders,
        verticalAlign: VerticalAlignTable.CENTER,
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        children: [new Paragraph({ alignment: AlignmentType.LEFT, children: [child] })],
      }),
  );
  return new Table({
    columnWidths: widths,
    borders: { ...noBorders, insideHorizontal: invisible, insideVertical: invisible },
    rows: [new TableRow({ cantSplit: true, children: cells })],
  });
};

const contents = (page: MinutesPage): (Paragraph | Table)[] => [
  heading(page.title, HeadingLevel.HEADING_1),
  new Paragraph({ children: [text(page.heading, true)] }),
  line(page.plie),
  ...page.facts.map((fact) => new Paragraph({ bullet: { level: 0 }, children: [text(fact)] })),
  heading(words.attendance, HeadingLevel.HEADING_2),
  table(
    words.columns,
    [85, 30, 65],
    page.attendance.map(({ name, present }) => [name, present, ""]),
    SIGNATURE_HEIGHT,
  ),
  heading(words.cases, HeadingLevel.HEADING_2),
  line(page.totals),
  ...(page.cases.length === 0 ? [line(words.noCase)] : page.cases.flatMap(entry)),
  ...(page.told.length === 0 ? [] : [heading(words.told, HeadingLevel.HEADING_2), ...page.told.flatMap(entry)]),
  heading(words.toDo, HeadingLevel.HEADING_2),
  page.tasks.length === 0
    ? line(words.nothingToDo)
    : table(
        words.toDoColumns,
        [38, 72, 40, 30],
        page.tasks.map(({ review, what, who, by }) => [review, what, who, by]),
      ),
  line(""),
  esf(),
  line(words.noName),
];

/** The file, ready to be downloaded. */
export const minutesDocx = (page: MinutesPage): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      creator: "Repère",
      title: `${page.title} – ${page.heading}`,
      styles: {
        default: { document: { run: { font: FONT, size: 20, language: { value: "fr-FR" } } } },
      },
      sections: [
        {
          properties: {
            page: {
              size: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
              margin: {
                top: Math.round(14 * MM),
                bottom: Math.round(14 * MM),
                left: Math.round(15 * MM),
                right: Math.round(15 * MM),
              },
            },
          },
          children: contents(page),
        },
      ],
    }),
  );
