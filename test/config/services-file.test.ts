import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readServicesFile } from "../../src/config/services-file.ts";
import { aService, aStructure, realFramework } from "../support/an-import.ts";

const local = { role: "relay", works: [{ domain: "mobilite", upTo: 3 }] };
const aFile = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  fictional: false,
  structures: [aStructure()],
  services: [{ ...aService(1), local }],
  ...over,
});

describe("services.json", () => {
  let folder: string;
  const read = (content: unknown) => {
    const path = join(folder, "services.json");
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return readServicesFile(path, realFramework().domains);
  };
  const problems = (content: unknown): string => {
    const found = read(content);
    return found.ok ? "" : found.problems.join("\n");
  };
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "repere-services-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it("gives each record as it is written, its local extension apart", () => {
    const found = read(aFile());
    assert.ok(found.ok);
    const [service] = found.value.file.services;
    assert.deepEqual(service?.record, aService(1));
    assert.equal(service.local?.works[0]?.upTo, 3);
    assert.match(found.value.digest, /^[0-9a-f]{64}$/);
  });

  for (const [what, file, expected] of [
    ["two services of one id", aFile({ services: [aService(1), aService(1)] }), /service dora--1 \(n° 2\) : id : cet identifiant est déjà pris/],
    ["a service of no structure", aFile({ structures: [] }), /service dora--1 \(n° 1\) : structure_id : la structure « dora--maison » n'est pas dans le fichier/],
    ["a wrong field", aFile({ services: [aService(1, { nom: "" })] }), /service dora--1 \(n° 1\) : nom : entre 3 et 150/],
    ["a record without an id", aFile({ services: [aService(1, { id: undefined })] }), /service n° 1 : id : /],
    ["a situation that the framework does not name", aFile({ services: [{ ...aService(1), local: { ...local, works: [{ domain: "mobilite", situations: ["fusee"], upTo: 2 }] } }] }), /service dora--1 : works : « fusee » n'est pas une situation du domaine mobilite/],
    ["a lead that does not say which", aFile({ services: [{ ...aService(1), local: { role: "lead" } }] }), /une piste dit laquelle des sept/],
    ["a domain that does not exist", aFile({ extensions: { "dora--9": { role: "relay", works: [{ domain: "meteo", upTo: 2 }] } } }), /extensions\.dora--9\.works\.0\.domain/],
    ["an extension of one's own service", aFile({ extensions: { "dora--1": local } }), /écrivez « local » sur le service/],
    ["an unknown key", aFile({ autre: 1 }), /autre/],
    ["what is not JSON", "{", /ce n'est pas du JSON valide/],
  ] as const)
    it(`is refused for ${what}`, () => {
      assert.match(problems(file), expected);
    });
});
