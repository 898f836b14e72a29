import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { readTeamFile } from "../../src/config/files.ts";
import { aService, configFile } from "../support/an-import.ts";

describe("npm run import-services", function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "repere-cli-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const member = (role: string): string => {
    const team = readTeamFile(configFile("team.json"));
    assert.ok(team.ok);
    return team.value.members.find(({ roles }) => roles.join() === role)?.aadObjectId ?? "";
  };
  const run = async (...args: readonly string[]): Promise<{ code: number | null; said: string; wrong: string }> => {
    const program = join(import.meta.dirname, "../../bot/import-services.ts");
    const env = { PATH: process.env["PATH"], DATA_DIR: folder, LOG_LEVEL: "silent" };
    const child = spawn(process.execPath, ["--import", "tsx", program, ...args], { env });
    const [said, wrong] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
    return { code: child.exitCode, said, wrong };
  };
  const importing = (file: string, as: string) =>
    run("--kind", "services", "--sources", "dora", "--zone", "21", "--as", as, file);

  it("imports JSON, finds nothing new in the same services as CSV, and refuses a cut file", async () => {
    const json = join(folder, "services.json");
    writeFileSync(json, JSON.stringify([aService(1), aService(2)]));
    const as = member("chargeDeProjet");
    const first = await importing(json, as);
    assert.equal(first.wrong, "");
    assert.match(first.said, /Nouveautés : 2 services[^]*Le répertoire n° 1 est en service\./);
    const columns = Object.keys(aService(1));
    const cell = (value: unknown): string =>
      Array.isArray(value) ? `"[${value.map((item) => `'${String(item)}'`).join(", ")}]"` : `"${String(value)}"`;
    const rows = [aService(1), aService(2)].map((record) => columns.map((column) => cell(record[column])).join(","));
    const csv = join(folder, "services.csv");
    writeFileSync(csv, `\uFEFF${[columns.join(","), ...rows].join("\r\n")}\r\n`);
    const again = await importing(csv, as);
    assert.match(again.said, /Sans changement : 2 services[^]*Rien ne change : le répertoire n° 1 reste en service\./);
    assert.deepEqual([first.code, again.code], [0, 0]);
    writeFileSync(json, JSON.stringify([aService(1), aService(2)]).slice(0, -5));
    const cut = await importing(json, as);
    assert.equal(cut.code, 1);
    assert.match(cut.said, /Le fichier est coupé[^]*Le répertoire n'a pas changé\./);
  });

  it("refuses who may not, and says how it is used", async () => {
    const json = join(folder, "services.json");
    writeFileSync(json, JSON.stringify([aService(1)]));
    const refused = await importing(json, member("referent"));
    assert.equal(refused.code, 1);
    assert.match(refused.wrong, /chargées de projet et la coordinatrice/);
    const lost = await run("--kind", "gens", json);
    assert.equal(lost.code, 1);
    assert.match(lost.wrong, /^Usage : npm run import-services/);
  });
});
