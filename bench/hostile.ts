/**
 * `npm run hostile -- 100000`: as many hostile words as said, through import, a SQLite store, cards, CSV and Excel, and what came back: read again by exceljs
 * and csv-parse, and by LibreOffice where it is on the machine. A word that is lost, changed, formatted, computed or shifted is a fault: exit 1.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSqliteStore } from "../src/stores/sqlite/sqlite-store.ts";
import { now, throughTheProduct } from "../test/support/hostile-strings.ts";
import { inLibreOffice, witness } from "./hostile-libreoffice.ts";
import { libreOffice } from "./libreoffice.ts";

const count = Number(process.argv[2] ?? "100000");
const AT_ONCE = 5_000;
const started = performance.now();
const folder = mkdtempSync(join(tmpdir(), "repere-hostile-"));
const office = await libreOffice();
if (office === undefined) console.log("LibreOffice is not on this machine: exceljs and csv-parse alone read the files");
else await witness(folder);
let [kept, refused, faults, numbers] = [0, 0, 0, 0];
for (let from = 0; from < count; from += AT_ONCE) {
  const store = await createSqliteStore({ file: join(folder, `${from}.db`), plieId: "dijon", now });
  const report = await throughTheProduct(from, Math.min(AT_ONCE, count - from), store);
  await store.close();
  const opened = office === undefined ? { faults: [], numbers: 0 } : await inLibreOffice(report, folder);
  const found = [...report.faults, ...opened.faults];
  kept += report.kept;
  refused += report.refused;
  faults += found.length;
  numbers += opened.numbers;
  console.log(`${from + report.strings}: ${found.length} faults`);
  for (const fault of found.slice(0, 5)) console.log(`- ${fault}`);
}
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`${count} words in ${seconds} s: ${kept} kept, ${refused} refused with their line, ${faults} faults`);
if (office !== undefined) {
  console.log(`${office} read each of them again, in both workbooks and in the CSV with its fields as text`);
  console.log(
    `Where nothing is chosen for the columns of the CSV, it takes ${numbers} of them for numbers; no formula`,
  );
  console.log("It cannot hold control characters, and drops them without a word: none is left in what is kept");
}
console.log(`The last files: ${folder}`);
process.exitCode = faults === 0 ? 0 : 1;
