import assert from "node:assert/strict";
import { Readable } from "node:stream";
import fc from "fast-check";
import { FILE_LIMITS, type ReadRecord } from "../../src/domain/offer/read-record.ts";
import { readCsvRecords } from "../../src/intake/read-csv-records.ts";
import { readJsonRecords } from "../../src/intake/read-json-records.ts";

type Reader = typeof readJsonRecords;
const all = async (reader: Reader, pieces: readonly (string | Uint8Array)[], limits = {}): Promise<ReadRecord[]> => {
  const found: ReadRecord[] = [];
  for await (const record of reader(Readable.from(pieces, { objectMode: true }), { ...FILE_LIMITS, ...limits }))
    found.push(record);
  return found;
};
const valuesOf = (found: readonly ReadRecord[]): unknown[] =>
  found.flatMap((record) => (record.what === "record" ? [record.value] : []));
const endOf = (found: readonly ReadRecord[]): string | undefined => {
  const last = found.at(-1);
  return last?.what === "broken" ? last.code : undefined;
};

/** The bytes of a text, cut anywhere, in the middle of a letter too. */
const cut = (text: string, sizes: readonly number[]): Uint8Array[] => {
  const bytes = Buffer.from(text);
  const pieces: Uint8Array[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    pieces.push(bytes.subarray(at, at + size));
    at += size;
  }
  return pieces;
};

describe("Records of a JSON file", () => {
  it("are those of the list, whatever they hold and wherever the bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
        async (records, sizes) => {
          const text = JSON.stringify(records);
          const found = await all(readJsonRecords, cut(text, sizes));
          assert.equal(endOf(found), undefined, `a whole list was said to be broken: ${text}`);
          const expected = (JSON.parse(text) as unknown[]).map((value) =>
            typeof value === "object" && value !== null && "service" in value && !("id" in value)
              ? value.service
              : value,
          );
          assert.equal(JSON.stringify(valuesOf(found)), JSON.stringify(expected));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("are never all there when the file is cut, at any byte: the last thing said is that it is broken", async () => {
    const text = JSON.stringify({
      total: 2,
      items: [
        { id: "a--é", n: [1, 2.5e3] },
        { id: "b", t: 'x"\\' },
      ],
    });
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at++) {
      const found = await all(readJsonRecords, [bytes.subarray(0, at)]);
      assert.notEqual(endOf(found), undefined, `cut at byte ${at}, taken for a whole file`);
    }
  });

  it("are read from a page of the API, and a page among others is not taken for the whole", async () => {
    const items = [{ id: "a" }, { id: "b" }];
    const page = { size: 2, pages: 1, meta: { items: ["no"] }, items, page: 1, total: 2 };
    assert.deepEqual(valuesOf(await all(readJsonRecords, [JSON.stringify(page)])), items);
    const partial = await all(readJsonRecords, [JSON.stringify({ ...page, total: 5, pages: 3 })]);
    assert.equal(endOf(partial), "partialPage");
  });

  it("are the services inside search results", async () => {
    const found = await all(readJsonRecords, [JSON.stringify({ items: [{ service: { id: "a" }, distance: 3 }] })]);
    assert.deepEqual(valuesOf(found), [{ id: "a" }]);
  });

  for (const [text, code] of [
    ["", "notJson"],
    ["   ", "notJson"],
    ["id,nom\n1,x\n", "notJson"],
    ["[1,]", "notJson"],
    ["[] x", "notJson"],
    ["[{}", "truncated"],
    ['"texte"', "notRecords"],
    ['{"services":[]}', "notRecords"],
    [`[${"[".repeat(40)}${"]".repeat(40)}]`, "tooDeep"],
  ] as const)
    it(`refuses ${text.slice(0, 20) || "nothing at all"} as ${code}`, async () => {
      assert.equal(endOf(await all(readJsonRecords, [text])), code);
    });

  it("refuses bytes that are not UTF-8, a stream that fails, and a file over the limit", async () => {
    assert.equal(endOf(await all(readJsonRecords, [Buffer.from([0x5b, 0x22, 0xe9, 0x22, 0x5d])])), "notUtf8");
    assert.equal(endOf(await all(readJsonRecords, ["[{},{}]"], { bytes: 5 })), "tooBig");
    async function* failing(): AsyncGenerator<string> {
      yield "[{}";
      await Promise.reject(new Error("cut"));
    }
    const found: ReadRecord[] = [];
    for await (const record of readJsonRecords(failing())) found.push(record);
    assert.equal(endOf(found), "unreadable");
  });

  it("sets aside one record that is too big, with its id, and reads the others", async () => {
    const big = { id: "big", text: "x".repeat(5_000), more: [[{ a: "y".repeat(3_000) }]] };
    const found = await all(readJsonRecords, cut(JSON.stringify([{ id: "a" }, big, { id: "b" }]), [100]), {
      record: 2_000,
    });
    assert.deepEqual(found, [
      { what: "record", rank: 1, value: { id: "a" } },
      { what: "unfit", rank: 2, id: "big", code: "recordTooBig" },
      { what: "record", rank: 3, value: { id: "b" } },
    ]);
  });

  it("keep a number that is too large to be one as it is written, so that the same file twice says the same", async () => {
    const [value] = valuesOf(await all(readJsonRecords, ['[{"id":"a","extra":[1e999,-1e999,1e9,-0.5]}]']));
    assert.deepEqual(value, { id: "a", extra: ["1e999", "-1e999", 1e9, -0.5] });
  });

  it("never touch a prototype", async () => {
    const [value] = valuesOf(await all(readJsonRecords, ['[{"__proto__":{"admin":true},"id":"a"}]']));
    assert.equal((value as { admin?: boolean }).admin, undefined);
  });
});

describe("Records of a CSV file", () => {
  const one = {
    id: "dora--1",
    nom: 'Aide au permis ; « code », et "conduite"',
    description: "Deux\nlignes",
    thematiques: ["mobilite--preparer-un-permis", "mobilite--acceder-a-un-vehicule"],
    latitude: 47.3,
    nombre_semaines: 3,
    adresse_certifiee: true,
    code_postal: "01000",
  };
  const HEADER = "id,nom,description,thematiques,latitude,nombre_semaines,adresse_certifiee,code_postal,courriel";
  const row = (list: string, separator = ","): string =>
    [
      "dora--1",
      '"Aide au permis ; « code », et ""conduite"""',
      '"Deux\nlignes"',
      `"${list}"`,
      "47.3",
      "3.0",
      "True",
      "01000",
      "",
    ].join(separator);

  for (const list of [
    "['mobilite--preparer-un-permis', 'mobilite--acceder-a-un-vehicule']",
    '[""mobilite--preparer-un-permis"", ""mobilite--acceder-a-un-vehicule""]',
    "{mobilite--preparer-un-permis,mobilite--acceder-a-un-vehicule}",
    "mobilite--preparer-un-permis|mobilite--acceder-a-un-vehicule",
    "mobilite--preparer-un-permis, mobilite--acceder-a-un-vehicule",
  ])
    it(`are the same as in JSON, with a list written ${list.slice(0, 12)}…`, async () => {
      const found = await all(readCsvRecords, cut(`${HEADER}\n${row(list)}\n`, [7]));
      assert.deepEqual(found, [{ what: "record", rank: 1, value: one }]);
    });

  it("may be separated by semicolons, with a byte-order mark and Windows line ends", async () => {
    const text = `\uFEFF${HEADER.replaceAll(",", ";")}\r\n${row("mobilite--preparer-un-permis|mobilite--acceder-a-un-vehicule", ";")}\r\n`;
    assert.deepEqual(valuesOf(await all(readCsvRecords, [text])), [one]);
  });

  it("are broken when the last row or a quote is cut, or when there is no column of ids", async () => {
    assert.equal(endOf(await all(readCsvRecords, ["id,nom\na,b\nc"])), "truncated");
    assert.equal(endOf(await all(readCsvRecords, ['id,nom\na,"b'])), "truncated");
    assert.equal(endOf(await all(readCsvRecords, ["nom,ville\na,b\n"])), "notRecords");
    assert.equal(endOf(await all(readCsvRecords, [""])), "notCsv");
    assert.equal(endOf(await all(readCsvRecords, [Buffer.from("id,nom\na,\xe9\n", "latin1")])), "notUtf8");
  });

  it("set aside a row whose cells are not those of the header", async () => {
    const found = await all(readCsvRecords, ["id,nom\na,b,c\nd,e\n"]);
    assert.deepEqual(found, [
      { what: "unfit", rank: 1, id: "a", code: "columns" },
      { what: "record", rank: 2, value: { id: "d", nom: "e" } },
    ]);
  });

  it("come as the text does, not all at once", async () => {
    let given = 0;
    async function* rows(): AsyncGenerator<string> {
      yield "id,nom\n";
      for (; given < 2_000; given++) yield `${given},${"x".repeat(1_000)}\n`;
      await Promise.resolve();
    }
    for await (const record of readCsvRecords(rows())) {
      if (record.what !== "record") continue;
      assert.ok(given - record.rank < 400, `${given} rows were taken when row ${record.rank} came out`);
      // Leaves the parser time to run ahead, if it did.
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal(given, 2_000);
  });
});
