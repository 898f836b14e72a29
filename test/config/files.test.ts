import assert from "node:assert/strict";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPlieFile, readTeamFile } from "../../src/config/files.ts";
import { openTeamFile } from "../../src/config/team-file.ts";

const GUID = "aaaaaaaa-1111-4111-8111-111111111111";
const someone = (id: string, changes: object = {}) => ({ aadObjectId: id, name: "Camille Roy", roles: ["referent"], ...changes });
const plie = (changes: object = {}) => ({
  plieId: "dijon",
  name: "PLIE de Dijon Métropole",
  tenantId: GUID.toUpperCase(),
  timeZone: "Europe/Paris",
  communes: [{ insee: "21231", name: "Dijon", group: "Centre", lat: 47.32, lon: 5.04 }],
  prescribers: [{ name: "France Travail", email: "contact@exemple.fr" }],
  delegations: [],
  cells: { entree: { quorum: 3, channel: "19:abc@thread.tacv2", dates: ["2026-12-08"] } },
  ...changes,
});

describe("The files that a PLIE edits", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), "repere-config-"))));
  after(() => rmSync(folder, { recursive: true }));
  const write = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  };
  const problems = (content: unknown): string => {
    const read = readPlieFile(write("plie.json", content));
    assert.ok(!read.ok, "this file must be refused");
    return read.problems.join("\n");
  };

  it("are read whole", () => {
    const read = readPlieFile(write("plie.json", `\uFEFF${JSON.stringify(plie())}`));
    assert.ok(read.ok, read.ok ? "" : read.problems.join("\n"));
    assert.equal(read.value.tenantId, GUID, "two spellings of a tenant are one");
  });

  it("say in French where they are wrong and why", () => {
    assert.match(problems(plie({ cells: { entree: { quorum: "trois" } } })), /^plie\.json : cells\.entree\.quorum : .*attend/i);
    assert.match(problems(plie({ cells: { sorties: {} } })), /plie\.json : cells : .*sorties/);
    assert.match(problems(plie({ timeZone: "Europe/Dijon" })), /timeZone : un fuseau horaire connu/);
    assert.match(problems(plie({ communes: [] })), /communes : /);
    assert.match(problems(plie({ communes: [{ insee: "212", name: "Dijon", group: "x", lat: 47, lon: 5 }] })), /communes\.0\.insee : un code INSEE/);
    assert.match(problems(plie({ plieId: "dijon-demo" })), /plieId : ne peut pas finir par -demo/);
    assert.match(problems("{"), /ce n'est pas du JSON valide/);
    const absent = readPlieFile(join(folder, "absent.json"));
    assert.match(absent.ok ? "" : absent.problems.join(), /absent\.json : le fichier ne peut pas être lu/);
  });

  it("refuse a team with the same person twice, an unknown role, or no role", () => {
    const said = (members: unknown) => {
      const read = readTeamFile(write("team.json", { members }));
      return read.ok ? "accepted" : read.problems.join("\n");
    };
    assert.equal(said([someone(GUID)]), "accepted");
    assert.match(said([someone(GUID), someone(GUID.toUpperCase())]), /une même personne est écrite deux fois/);
    assert.match(said([someone(GUID, { roles: ["directeur"] })]), /team\.json : members\.0\.roles\.0 : .*referent/);
    assert.match(said([someone(GUID, { roles: [] })]), /members\.0\.roles/);
    assert.match(said([someone("camille@exemple.fr")]), /members\.0\.aadObjectId/);
    assert.match(said([]), /members/);
  });

  it("let the team change without a restart; a wrong one is told once and the last good one stays", () => {
    const path = write("team.json", { members: [someone(GUID)] });
    const told: string[] = [];
    let now = 0;
    const opened = openTeamFile({ path, now: () => now, onProblem: (problems) => told.push(...problems) });
    assert.ok(opened.ok);
    const people = opened.value;
    const other = GUID.replace(/^a/, "b");

    const next = write("next.json", { members: [someone(other)] });
    renameSync(next, path);
    assert.equal(people.byObjectId(GUID)?.name, "Camille Roy", "the file is not read at every question");
    now += 60_000;
    assert.equal(people.byObjectId(GUID), undefined);
    assert.deepEqual(people.byObjectId(other.toUpperCase())?.roles, ["referent"]);

    writeFileSync(path, "{");
    for (let minute = 0; minute < 3; minute++) {
      now += 60_000;
      assert.equal(people.members().length, 1);
    }
    assert.deepEqual(told, ["team.json : ce n'est pas du JSON valide"]);

    writeFileSync(path, JSON.stringify({ members: [someone(GUID), someone(other)] }));
    now += 60_000;
    assert.equal(people.members().length, 2);
  });

  it("stop the start when the team is wrong at first", () => {
    const opened = openTeamFile({ path: write("team.json", {}), onProblem: () => assert.fail("told by the answer instead") });
    assert.equal(opened.ok, false);
  });
});
