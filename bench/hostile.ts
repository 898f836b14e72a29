/** `npm run hostile -- 100000`: as many hostile words as said, through import, store, CSV and Excel, and what came back. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { throughTheProduct } from "../test/support/hostile-strings.ts";

const count = Number(process.argv[2] ?? "100000");
const AT_ONCE = 5_000;
const started = performance.now();
const folder = mkdtempSync(join(tmpdir(), "repere-hostile-"));
let [kept, refused, faults] = [0, 0, 0];
for (let from = 0; from < count; from += AT_ONCE) {
  const report = await throughTheProduct(from, Math.min(AT_ONCE, count - from));
  kept += report.kept;
  refused += report.refused;
  faults += report.faults.length;
  console.log(`${from + report.strings}: ${report.faults.length} faults`);
  for (const fault of report.faults.slice(0, 5)) console.log(`- ${fault}`);
  if (from === 0) {
    writeFileSync(join(folder, "personnes.csv"), report.csv);
    writeFileSync(join(folder, "personnes.xlsx"), report.xlsx);
  }
}
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`${count} words in ${seconds} s: ${kept} kept, ${refused} refused with their line, ${faults} faults`);
console.log(`To open with another program: ${folder}`);
process.exitCode = faults === 0 ? 0 : 1;
