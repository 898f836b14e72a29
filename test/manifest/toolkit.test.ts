/** m365agents.yml, for whoever works with Microsoft's own tools: the same manifest, the same names. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import packageFile from "../../package.json" with { type: "json" };
import { placeholdersIn } from "../../manifest/fill.ts";

const project = readFileSync("m365agents.yml", "utf8");
const environment = new Map(
  [...readFileSync("env/.env.dev", "utf8").matchAll(/^(\w+)=(.*)$/gm)].map(([, name = "", value = ""]) => [
    name,
    value,
  ]),
);

describe("The project file of Microsoft's tools", () => {
  it("packs the manifest of npm run package", () => {
    const paths = [...project.matchAll(/manifestPath: (\S+)/g)].map(([, path = ""]) => path);
    assert.ok(paths.length > 0);
    for (const path of paths) assert.ok(existsSync(path), `${path} does not exist`);
    assert.match(project, /^version: v1\.9$/m);
  });

  it("finds every name that the manifest and the steps wait for in env/.env.dev", () => {
    const waited = placeholdersIn(project + readFileSync("manifest/manifest.json", "utf8"));
    assert.deepEqual(
      waited.filter((name) => !environment.has(name)),
      [],
    );
    const written = [...project.matchAll(/^ +\w+: ([A-Z_]+)$/gm)].map(([, name = ""]) => name);
    assert.deepEqual(
      written.filter((name) => !environment.has(name)),
      [],
    );
  });

  it("holds no value but the version's: what is a PLIE's stays there, and no secret is written down", () => {
    const said = [...environment].filter(([, value]) => value !== "").map(([name]) => name);
    assert.deepEqual(said, ["TEAMSFX_ENV", "APP_VERSION"]);
    assert.equal(environment.get("APP_VERSION"), packageFile.version);
    assert.doesNotMatch(project, /secret|password/i);
  });
});
