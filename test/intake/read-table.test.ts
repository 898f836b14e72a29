/** A file of rows, as any office software writes it: any encoding, separator, quotes and line ends, in pieces of any size; or the reason why not. */
import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { SEPARATORS, TABLE_LIMITS, type Encoding, type TableRead } from "../../src/domain/exchange/table.ts";
import { readTable } from "../../src/intake/read-table.ts";

const inPieces = (file: Uint8Array, size: number) =>
  async function* (): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < file.length; from += size) yield await Promise.resolve(file.subarray(from, from + size));
  };

const everything = async (read: AsyncIterable<TableRead>): Promise<readonly TableRead[]> => {
  const found: TableRead[] = [];
  for await (const one of read) found.push(one);
  return found;
};
const readAll = (file: Uint8Array | string, size = Infinity): Promise<readonly TableRead[]> =>
  everything(readTable(inPieces(Buffer.from(file), size)));

/** Why a file is refused, and its line: whatever came before, nothing of it is taken. */
const refusal = async (file: Uint8Array | string): Promise<readonly [string, number | null]> => {
  const found = await readAll(file, A_DISK_READ);
  const last = found.at(-1);
  assert.ok(last?.what === "broken", `read to its end: ${JSON.stringify(last).slice(0, 200)}`);
  assert.equal(found.filter(({ what }) => what === "broken").length, 1, "why is said once");
  return [last.code, last.line];
};

/** Each character of 0x80 to 0x9F that Windows-1252 has. */
const WINDOWS_ONLY = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
const WINDOWS_CODES = [
  ...[0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e],
  ...[0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f],
];
const windows = (text: string): Buffer =>
  Buffer.from(
    Array.from(text, (letter) => WINDOWS_CODES[Array.from(WINDOWS_ONLY).indexOf(letter)] ?? letter.charCodeAt(0)),
  );

interface Written {
  readonly name: string;
  readonly encoding: Encoding;
  readonly write: (text: string) => Buffer;
}
const ENCODED: readonly Written[] = [
  { name: "UTF-8", encoding: "utf-8", write: (text) => Buffer.from(text) },
  { name: "UTF-8 with its mark", encoding: "utf-8", write: (text) => Buffer.from(`\uFEFF${text}`) },
  { name: "UTF-16 LE", encoding: "utf-16le", write: (text) => Buffer.from(`\uFEFF${text}`, "utf16le") },
  { name: "UTF-16 BE", encoding: "utf-16be", write: (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16() },
  { name: "Windows-1252", encoding: "windows-1252", write: windows },
];
const ENDS = ["\r\n", "\n", "\r"] as const;
/** As a file is read. */
const A_DISK_READ = 65_536;
const SIZES = [1, 3, Infinity] as const;

/** Cells that hold every separator, quotes, line ends and accents: they can only be written between quotes. */
const rowsWith = (end: string): readonly (readonly string[])[] => [
  ["Prénom", "Nom", "Où"],
  ["Zoé", "D'Artagnan; l'aînée, | \t", `1 rue du Bac${end}21000 Dijon`],
  [WINDOWS_ONLY, 'dite "Zazou"', "ñ ß Ÿ œ"],
  ["", "=1+1", ""],
];

describe("A file of rows", () => {
  for (const { name, encoding, write } of ENCODED)
    it(`is read in ${name}, whatever its separator, its line ends and the size of the pieces`, async () => {
      for (const separator of SEPARATORS)
        for (const end of ENDS)
          for (const last of ["", end])
            for (const size of SIZES) {
              const rows = rowsWith(end);
              const quoted = rows.map((cells) =>
                cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator),
              );
              const [titles, ...read] = await readAll(write(quoted.join(end) + last), size);
              const how = JSON.stringify({ separator, end, last, size });
              assert.deepEqual(titles, { what: "titles", titles: [...(rows[0] ?? [])], encoding, separator }, how);
              const lines = [2, 4, 5];
              assert.deepEqual(
                read,
                rows.slice(1).map((cells, at) => ({ what: "row", line: lines[at], cells })),
                how,
              );
            }
    });

  it("is read without quotes too, with a quote in the middle of a cell, and what Excel announces of its separator", async () => {
    const cells = async (file: string) =>
      (await readAll(file)).flatMap((one) => (one.what === "row" ? [one.cells] : []));
    for (const separator of SEPARATORS)
      assert.deepEqual(await cells(["a", "b"].join(separator) + "\n" + ["1", '5" de pluie'].join(separator)), [
        ["1", '5" de pluie'],
      ]);
    assert.deepEqual(await cells("sep=|\r\na;b|c\r\n1;2|3"), [["1;2", "3"]]);
    assert.deepEqual(await cells('"a;b;c;d",e\n1,2'), [["1", "2"]], "separators between quotes do not count");
    assert.deepEqual(await cells("a;b;;\n1;2;;"), [["1", "2"]], "a separator too many is no column");
    const short = await cells("a;b;c\n1;2\n1;2;3;4");
    assert.deepEqual(short, [
      ["1", "2"],
      ["1", "2", "3", "4"],
    ]);
  });

  it("numbers its lines as a person counts them: blank lines and cells of several lines included", async () => {
    const read = await readAll('a;b\r\n\r\n  ;  \r\n1;2\r\n"x\r\ny";3\r\n\r\n4;5\r\n\r\n');
    assert.deepEqual(
      read.flatMap((one) => (one.what === "row" ? [one.line] : [])),
      [4, 5, 8],
    );
    const announced = await readAll("sep=;\r\na;b\r\n1;2");
    assert.deepEqual(
      announced.flatMap((one) => (one.what === "row" ? [one.line] : [])),
      [3],
    );
  });

  it("begins at its titles: what software writes above them is left, and says nothing of the separator", async () => {
    const known = new Set(["Nom", "Prénom", "Id"]);
    const read = (text: string, size = Infinity) =>
      everything(readTable(inPieces(Buffer.from(text), size), TABLE_LIMITS, (title) => known.has(title)));
    for (const separator of SEPARATORS)
      for (const above of [
        "Participants, au 27/11/2026; filtre : tous\r\n\r\n",
        '"Liste\r\ndes participants";;\r\n"";;\r\n',
        `Nom de la liste${separator}Id\r\n`,
      ])
        for (const size of SIZES) {
          const file = `${above}${["Nom", "Prénom", "Id"].join(separator)}\r\n${["Noël", "Zoé", "1"].join(separator)}\r\n`;
          const [titles, ...rows] = await read(file, size);
          assert.deepEqual(
            titles,
            { what: "titles", titles: ["Nom", "Prénom", "Id"], encoding: "utf-8", separator },
            file,
          );
          const line = file.split("\r\n").findIndex((of) => of.startsWith("Noël")) + 1;
          assert.deepEqual(rows, [{ what: "row", line, cells: ["Noël", "Zoé", "1"] }], file);
        }
    const [first] = await read("Liste\r\nNom\r\n1");
    assert.deepEqual(first?.what === "titles" && first.titles, ["Liste"], "one word alone is a title by chance");
  });

  it("is read in ISO-8859-15 where its ligatures say so, and its fractions are left in Windows-1252", async () => {
    const latin9 = (text: string): Buffer =>
      Buffer.from(
        text.replace(/[œŒŸ€]/g, (of) => ({ œ: "½", Œ: "¼", Ÿ: "¾", "€": "¤" })[of] ?? of),
        "latin1",
      );
    const read = async (file: Buffer, size: number) => {
      const [titles, row] = await readAll(file, size);
      return [titles?.what === "titles" && titles.encoding, ...(row?.what === "row" ? row.cells : [])];
    };
    for (const size of SIZES) {
      const cells = ["L'Hœst", "Œuvre à Dijon", "10 €"];
      assert.deepEqual(await read(latin9(`a;b;c\n${cells.join(";")}`), size), ["iso-8859-15", ...cells]);
      const fractions = ["Hélène", "3½ pièces, 1½h", "¼ de tour"];
      assert.deepEqual(await read(windows(`a;b;c\n${fractions.join(";")}`), size), ["windows-1252", ...fractions]);
    }
  });

  it("is refused empty, with blank lines or titles only, with a quote left open", async () => {
    assert.deepEqual(await refusal(""), ["empty", null]);
    assert.deepEqual(await refusal("\uFEFF"), ["empty", null]);
    assert.deepEqual(await refusal("\r\n\r\n;;;\r\n   \r\n"), ["empty", null]);
    assert.deepEqual(await refusal("a;b;c"), ["titlesOnly", null]);
    assert.deepEqual(await refusal("a;b;c\r\n\r\n;;\r\n"), ["titlesOnly", null]);
    assert.deepEqual(await refusal('a;b\r\n1;2\r\n3;"4\r\n5;6\r\n'), ["quoteNotClosed", 3]);
    assert.equal((await refusal('a;"b\r\n1;2\r\n'))[0], "quoteNotClosed");
  });

  it("is refused when it is another kind of file, or damaged", async () => {
    const zip = Buffer.concat([Buffer.from("504b0304", "hex"), deflateRawSync(Buffer.from("<xml/>".repeat(50)))]);
    assert.deepEqual(await refusal(zip), ["workbook", null]);
    assert.deepEqual(await refusal(Buffer.from("d0cf11e0a1b11ae1", "hex")), ["workbook", null]);
    assert.deepEqual(await refusal("%PDF-1.7\n1;2\n"), ["pdf", null]);
    assert.deepEqual(await refusal("\uFEFF <html><table><tr><td>1"), ["webPage", null]);
    assert.deepEqual(await refusal(Buffer.from("89504e470d0a1a0a", "hex")), ["notText", null]);
    assert.deepEqual(await refusal(Buffer.alloc(5_000)), ["notText", null]);
    assert.deepEqual(await refusal(Buffer.from("a;b\n1;2", "utf16le")), ["notText", null]);
    const cut = Buffer.from("\uFEFFa;b\n1;\uD83D\uDE00", "utf16le");
    assert.equal((await refusal(cut.subarray(0, -2)))[0], "badEncoding");
    assert.equal(
      (await refusal(Buffer.concat([Buffer.from("\uFEFFa;b\n1;"), Buffer.from([0xff, 0xfe])])))[0],
      "badEncoding",
    );
    async function* away(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from("a;b\n1;2\n"));
      throw new Error("the disk is gone");
    }
    assert.deepEqual(await everything(readTable(away)), [{ what: "broken", code: "unreadable", line: null }]);
  });

  it("keeps the rows around a stray empty byte", async () => {
    const long = "x".repeat(100);
    const read = await readAll(`a;b\n${long};1\u0000\n2;3\n`);
    assert.deepEqual(read.at(-1), { what: "row", line: 3, cells: ["2", "3"] });
  });

  it("stops at 20,000 rows, 300 columns, 20,000 characters a row, without reading further", async () => {
    const rows = (count: number): string => `a;b\n${"1;2\n".repeat(count)}`;
    assert.equal((await readAll(rows(TABLE_LIMITS.rows))).length, TABLE_LIMITS.rows + 1);
    assert.deepEqual(await refusal(rows(TABLE_LIMITS.rows + 1)), ["tooManyLines", null]);
    const wide = Array.from({ length: 10_000 }, (_, index) => `t${index % 10}`).join(";");
    const [code, line] = await refusal(`${wide}\n${wide}`);
    assert.equal(line, 1);
    assert.ok(code === "notCsv" || code === "rowTooLong", code);
    const narrow = Array.from({ length: 301 }, () => "t").join(";");
    assert.deepEqual(await refusal(`${narrow}\n${narrow}`), ["notCsv", 1]);
    assert.deepEqual(await refusal(`a;b\n1;2\n3;${"y".repeat(5 * 1024 * 1024)}\n4;5`), ["rowTooLong", 3]);
    assert.deepEqual((await refusal("y".repeat(5 * 1024 * 1024)))[0], "rowTooLong");
    assert.equal((await refusal(`a;b\n1;"${"y\n".repeat(50_000)}`))[0], "rowTooLong");
  });

  it("is refused as soon as it holds nothing but separators, or nothing but blank lines", async () => {
    const megabytes = 1024 * 1024;
    assert.deepEqual(await refusal(`a;b\n1;2\n${";".repeat(megabytes)}`), ["rowTooLong", 3]);
    assert.deepEqual(await refusal("\n".repeat(megabytes)), ["tooManyLines", null]);
    assert.deepEqual(await refusal(`a;b\n${";\n".repeat(megabytes / 2)}`), ["tooManyLines", null]);
    const blank = await readAll(`a;b\n${"\n".repeat(10_000)}1;2${";".repeat(5_000)}`);
    assert.equal(blank.at(-1)?.what, "row", "blank lines and separators at the end are no fault");
  });

  it("is left before its end when it is heavier than what is taken", async () => {
    let given = 0;
    const piece = Buffer.from("1;2\n".repeat(16_384));
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += piece.length;
        yield await Promise.resolve(piece);
      }
    }
    assert.deepEqual(await everything(readTable(endless)), [{ what: "broken", code: "tooBig", line: null }]);
    assert.ok(given <= TABLE_LIMITS.bytes + piece.length, `${given} bytes were read`);
  });

  it("is read as it is asked for: whoever takes one row holds no more", async () => {
    let given = 0;
    const PIECES = 60;
    const piece = Buffer.from("1;2\n".repeat(1_000));
    async function* long(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("a;b\n");
      for (let count = 0; count < PIECES; count += 1) {
        given += piece.length;
        yield await Promise.resolve(piece);
      }
    }
    const limits = { ...TABLE_LIMITS, rows: 1_000_000 };
    let before = 0;
    for await (const row of readTable(long, limits)) {
      if (row.what === "titles") before = given;
      if (row.what === "row" && row.line > 100) break;
    }
    // The whole of it was read for its encoding and for its faults.
    const wholes = Math.floor(before / (PIECES * piece.length));
    assert.ok(wholes >= 1 && given - wholes * PIECES * piece.length < 20 * piece.length, "the rest was read ahead");
  });
});
