/** A backup restored from the command line: what it brings back of people erased since is erased again, and it is said in French. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { readPlieFile, readTeamFile } from "../../src/config/files.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { createIds } from "../../src/system/ids.ts";
import { backupPlie } from "../../src/use-cases/backup-plie.ts";
import { configFile } from "../support/an-import.ts";
import { aCase, anIdentity } from "../support/builders.ts";

const CANARY = "CanariNadia";

describe("npm run restore -- <file> --erased", function () {
  this.timeout(240_000);
  let folder: string;
  let backup: string;
  const plie = readPlieFile(configFile("plie.json"));
  const plieId = plie.ok ? plie.value.plieId : "";
  const now = () => new Date();
  const coordinatrice = (): string => {
    const team = readTeamFile(configFile("team.json"));
    assert.ok(team.ok);
    return team.value.members.find(({ roles }) => roles.includes("coordinatrice"))?.aadObjectId ?? "";
  };
  const data = (): string => join(folder, "data");
  const run = async (...args: readonly string[]): Promise<{ code: number | null; said: string; wrong: string }> => {
    const program = join(import.meta.dirname, "../../bot/restore.ts");
    const env = { PATH: process.env["PATH"], DATA_DIR: data(), LOG_LEVEL: "silent" };
    const child = spawn(process.execPath, ["--import", "tsx", program, backup, ...args], { env });
    const [said, wrong] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
    return { code: child.exitCode, said, wrong };
  };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "repere-restore-"));
    backup = join(folder, "plie.jsonl");
    const cases = createMemoryStore({ now });
    for (const doc of [anIdentity({ familyName: CANARY }), aCase()]) await cases.commit([{ op: "put", doc }]);
    const lines: string[] = [];
    const place = { plieId, ids: createIds(), stores: { cases, services: createMemoryStore({ now }) } };
    for await (const line of backupPlie(place)) lines.push(line);
    writeFileSync(backup, `${lines.join("\n")}\n`);
  });
  after(() => rmSync(folder, { recursive: true }));

  it("writes nothing where nobody answers for a list of codes", async () => {
    const { code, wrong } = await run("--erased", "P-2026-0001");
    assert.equal(code, 1);
    assert.match(wrong, /ajoutez --as avec l'identifiant Entra de la coordinatrice.*Rien n'a été écrit\./);
    const store = await createSqliteStore({ file: join(data(), "repere.db"), plieId, now });
    assert.equal(await store.get("case", "P-2026-0001"), undefined);
    await store.close();
  });

  it("writes nothing where the option is empty, or where what is named is no file on the disk", async () => {
    const empty = await run("--erased", "");
    assert.deepEqual([empty.code, empty.said], [1, ""], "an empty option restores everybody");
    assert.match(empty.wrong, /n'est ni un fichier, ni des codes.*Rien n'a été écrit\./);
    const ofFolder = await run("--erased", folder);
    assert.deepEqual([ofFolder.code, ofFolder.said], [1, ""]);
    assert.match(ofFolder.wrong, /n'est pas un fichier enregistré sur le disque.*Rien n'a été écrit\./);
  });

  it("restores, erases who is named, says how many, and leaves no byte of them on the disk", async () => {
    const { code, said, wrong } = await run("--erased", "P-2026-0001,P-2026-0002", "--as", coordinatrice());
    assert.equal(wrong, "");
    assert.equal(code, 0);
    assert.match(said, /2 documents restaurés/);
    assert.match(said, /1 personne que la sauvegarde ramenait : de nouveau effacée, avant toute ouverture\./);
    assert.match(
      said,
      /1 personne : enregistrée après la sauvegarde, rien à effacer\. Son numéro ne sera plus donné\./,
    );
    const left = readdirSync(data()).filter((name) => readFileSync(join(data(), name), "latin1").includes(CANARY));
    assert.deepEqual(left, []);
  });
});
