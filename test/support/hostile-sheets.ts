/** Files for spreadsheets that hold words that nobody is called, opened again by programs that did not write them. */
import { parse } from "csv-parse/sync";
import excel from "exceljs";
import type { Identity } from "../../src/domain/participant/identity.ts";

type Read = (cell: excel.CellValue) => string;
export const asItIs: Read = (found) => (typeof found === "string" || typeof found === "number" ? String(found) : "");
/** The library decodes shared texts; those that stand in their cell it gives as they are written. */
export const decoded: Read = (found) =>
  asItIs(found).replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const opened = async (file: Uint8Array): Promise<excel.Worksheet | undefined> => {
  const book = new excel.Workbook();
  await book.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
  return book.worksheets[0];
};

const A_CODE = /^P-\d{4}-\d+$/;

export const inExcel = async (
  how: string,
  file: Uint8Array,
  people: readonly Identity[],
  read: Read,
): Promise<readonly string[]> => {
  const byCode = new Map(people.map((one) => [one.code, one]));
  const faults: string[] = [];
  (await opened(file))?.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.type === excel.ValueType.Formula) faults.push(`${how}: a formula at ${cell.address}`);
    });
    const code = read(row.getCell(1).value);
    const person = byCode.get(code);
    if (person === undefined) return A_CODE.test(code) ? void faults.push(`${how}: ${code} is nobody`) : undefined;
    byCode.delete(code);
    const found = [read(row.getCell(2).value), read(row.getCell(3).value)];
    if (found[0] !== person.givenName || found[1] !== person.familyName)
      faults.push(`${how}: ${JSON.stringify(found)} for ${JSON.stringify(person.givenName)}`);
  });
  return byCode.size === 0 ? faults : [...faults, `${how}: ${byCode.size} rows are missing`];
};

const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/u;

/** As a person who takes away the apostrophe that keeps a text from being computed. */
export const recovered = (field: string): string =>
  /^'+[=+\-@\t\r\n\0＝＋－＠]/u.test(field) ? field.slice(1) : field;

export const inCsv = (file: Buffer, people: readonly Identity[]): readonly string[] => {
  const rows: string[][] = parse(file, { bom: true, delimiter: ";" });
  const wrong = people.filter(({ code, givenName, familyName }, at) => {
    const [first, second = "", third, ...others] = rows[at + 1] ?? [];
    return (
      first !== code ||
      FORMULA.test(second) ||
      recovered(second) !== givenName ||
      third !== familyName ||
      others.length > 0
    );
  });
  return wrong.map(({ givenName }) => `CSV: ${JSON.stringify(givenName)} is not found again`);
};
