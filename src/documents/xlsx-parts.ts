/** The parts of an Excel file that do not depend on its rows. */
import { ESF_EMBLEM_LABEL } from "./esf-block.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const xml = (text: string): string => text.replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);

/** Ranks of the styles below. */
export const STYLE = { title: 1, mention: 2, column: 3, text: 4 } as const;

const font = (size: number, more = ""): string =>
  `<font>${more}<sz val="${size}"/><name val="Arial"/><family val="2"/></font>`;
const fonts = [
  font(10),
  font(14, "<b/>"),
  `<font><sz val="12"/><color rgb="FF003399"/><name val="Arial"/><family val="2"/></font>`,
  font(10, "<b/>"),
];
const style = (fontId: number, borderId: number, alignment: string): string =>
  `<xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="${borderId}" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
const topWrapped = '<alignment vertical="top" wrapText="1"/>';
const styles = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  style(1, 0, ""),
  style(2, 0, '<alignment vertical="center"/>'),
  style(3, 1, topWrapped),
  style(0, 0, topWrapped),
];
const noBorder = "<border><left/><right/><top/><bottom/><diagonal/></border>";
const underBorder = '<border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border>';

const styleSheet = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="${fonts.length}">${fonts.join("")}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2">${noBorder}${underBorder}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export const EMBLEM_PATH = "xl/media/emblem.png";
export const sheetPath = (rank: number): string => `xl/worksheets/sheet${rank}.xml`;
export const sheetRelationsPath = (rank: number): string => `xl/worksheets/_rels/sheet${rank}.xml.rels`;
export const drawingPath = (rank: number): string => `xl/drawings/drawing${rank}.xml`;
export const drawingRelationsPath = (rank: number): string => `xl/drawings/_rels/drawing${rank}.xml.rels`;

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
const relations = (lines: readonly string[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`;

export const sheetRelations = (rank: number): string =>
  relations([relation("rId1", "drawing", `../drawings/drawing${rank}.xml`)]);
export const drawingRelations = relations([relation("rId1", "image", "../media/emblem.png")]);

/** 15 by 10 millimetres, in the corner of the first cell. */
const SIZE = 'cx="542925" cy="361950"';
export const drawing = `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>38100</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>38100</xdr:rowOff></xdr:from><xdr:ext ${SIZE}/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="${ESF_EMBLEM_LABEL}" descr="${ESF_EMBLEM_LABEL}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${RELATIONS}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${SIZE}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`;

const override = (path: string, type: string): string => `<Override PartName="/${path}" ContentType="${type}"/>`;

const contentTypes = (count: number): string => {
  const ranks = Array.from({ length: count }, (_, at) => at + 1);
  const sheets = ranks.map((rank) => override(sheetPath(rank), `${SPREADSHEET}.worksheet+xml`));
  const drawings = ranks.map((rank) =>
    override(drawingPath(rank), "application/vnd.openxmlformats-officedocument.drawing+xml"),
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${override("xl/workbook.xml", `${SPREADSHEET}.sheet.main+xml`)}${override("xl/styles.xml", `${SPREADSHEET}.styles+xml`)}${sheets.join("")}${drawings.join("")}</Types>`;
};

const workbook = (names: readonly string[]): string =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.map((name, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`;

/** By path: what is known once every sheet was written. */
export const bookParts = (names: readonly string[]): Readonly<Record<string, string>> => ({
  "xl/styles.xml": styleSheet,
  "xl/workbook.xml": workbook(names),
  "xl/_rels/workbook.xml.rels": relations([
    ...names.map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`)),
    relation(`rId${names.length + 1}`, "styles", "styles.xml"),
  ]),
  "_rels/.rels": relations([relation("rId1", "officeDocument", "xl/workbook.xml")]),
  "[Content_Types].xml": contentTypes(names.length),
});

export const sheetStart = (widths: readonly number[]): string =>
  `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join("")}</cols><sheetData>`;
export const SHEET_END = '</sheetData><drawing r:id="rId1"/></worksheet>';
