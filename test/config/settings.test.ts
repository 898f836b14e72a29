import assert from "node:assert/strict";
import { readSettings } from "../../src/config/settings.ts";

const GUID = "11111111-1111-4111-8111-111111111111";
const entra = { BOT_ID: GUID, BOT_TENANT_ID: GUID.toUpperCase(), BOT_TYPE: "SingleTenant", BOT_PASSWORD: "secret" };

function settings(env: NodeJS.ProcessEnv) {
  const read = readSettings(env, "/srv/repere");
  assert.ok(read.ok, read.ok ? "" : read.problems.join("\n"));
  return read.settings;
}
function problems(env: NodeJS.ProcessEnv): string {
  const read = readSettings(env, "/srv/repere");
  assert.ok(!read.ok, "these settings must be refused");
  return read.problems.join("\n");
}

describe("The environment", () => {
  it("asks for nothing to start on one's own machine", () => {
    assert.deepEqual(settings({}), {
      port: 3978,
      host: "127.0.0.1",
      publicUrl: "http://localhost:3978",
      dataDir: "/srv/repere/data",
      store: { kind: "sqlite" },
      auth: { mode: "local" },
      files: {
        papers: "/srv/repere/config/papers",
        plie: "/srv/repere/config/plie.json",
        team: "/srv/repere/config/team.json",
        framework: "/srv/repere/config/framework.json",
        services: "/srv/repere/config/services.json",
      },
      demo: "auto",
      playground: true,
      logLevel: "info",
    });
  });

  it("cannot be changed once read", () => {
    const read = settings(entra);
    for (const part of [read, read.auth, read.store, read.files]) assert.ok(Object.isFrozen(part));
  });

  it("takes what is given", () => {
    const read = settings({
      ...entra,
      PORT: "8080",
      HOST: "0.0.0.0",
      PUBLIC_URL: "https://repere.exemple.fr/",
      DATA_DIR: "/var/data",
      STORE: "cosmos",
      COSMOS_ENDPOINT: "https://compte.documents.azure.com:443/",
      LOG_LEVEL: "warn",
      PLAYGROUND: "",
      NODE_ENV: "production",
    });
    assert.equal(read.publicUrl, "https://repere.exemple.fr");
    assert.deepEqual(read.store, { kind: "cosmos", endpoint: "https://compte.documents.azure.com", database: "repere" });
    assert.deepEqual(read.auth, { mode: "entra", bot: { type: "SingleTenant", id: GUID, tenantId: GUID, password: "secret" } });
    assert.deepEqual([read.demo, read.playground, read.dataDir], ["off", false, "/var/data"]);
  });

  it("knows how Teams names the app: the catalogue's name before the package's, none where nobody says", () => {
    const [own, catalogue] = ["22222222-2222-4222-8222-222222222222", "33333333-3333-4333-8333-333333333333"];
    assert.equal(settings(entra).teamsAppId, undefined);
    assert.equal(settings({ ...entra, TEAMS_APP_ID: own }).teamsAppId, own);
    assert.equal(settings({ ...entra, TEAMS_APP_ID: own, TEAMS_CATALOG_ID: catalogue }).teamsAppId, catalogue);
    assert.match(problems({ ...entra, TEAMS_CATALOG_ID: "repere" }), /TEAMS_CATALOG_ID vaut « repere »/);
  });

  it("goes without password for a managed identity, and refuses one", () => {
    const msi = { BOT_ID: GUID, BOT_TENANT_ID: GUID, BOT_TYPE: "UserAssignedMSI" };
    assert.deepEqual(settings(msi).auth, { mode: "entra", bot: { type: "UserAssignedMSI", id: GUID, tenantId: GUID } });
    assert.match(problems({ ...msi, BOT_PASSWORD: "x" }), /BOT_PASSWORD ne doit pas/);
  });

  it("is never without authentication by omission", () => {
    assert.match(problems({ HOST: "0.0.0.0" }), /BOT_ID est nécessaire/, "no bot id on an open host must not mean local mode");
    assert.match(problems({ AUTH: "local", HOST: "0.0.0.0" }), /AUTH vaut « local », mais HOST/);
    assert.match(problems({ AUTH: "local", NODE_ENV: "production" }), /NODE_ENV vaut « production »/);
    assert.match(problems({ NODE_ENV: "production" }), /NODE_ENV vaut « production »/);
    assert.match(problems({ AUTH: "local", HOST: "127.0.0.1.intrus.fr" }), /HOST/);
  });

  it("refuses entra without each of its credentials, all at once", () => {
    const said = problems({ AUTH: "entra" });
    for (const name of ["BOT_ID", "BOT_TENANT_ID", "BOT_TYPE"]) assert.match(said, new RegExp(`^${name} est nécessaire`, "m"));
    assert.match(problems({ ...entra, BOT_PASSWORD: "" }), /^BOT_PASSWORD est nécessaire/);
    assert.match(problems({ ...entra, BOT_TYPE: "MultiTenant" }), /SingleTenant, UserAssignedMSI/);
  });

  const wrong: readonly (readonly [env: NodeJS.ProcessEnv, said: RegExp])[] = [
    [{ PORT: "http" }, /PORT vaut « http » ; valeurs permises : un nombre entier de 0 à 65535/],
    [{ PORT: "70000" }, /PORT/],
    [{ HOST: "a b" }, /HOST/],
    [{ STORE: "mongo" }, /STORE vaut « mongo » ; valeurs permises : sqlite, cosmos, memory/],
    [{ STORE: "cosmos" }, /COSMOS_ENDPOINT est nécessaire/],
    [{ STORE: "cosmos", COSMOS_ENDPOINT: "http://compte.exemple.fr" }, /COSMOS_ENDPOINT/],
    [{ AUTH: "none" }, /valeurs permises : local, entra/],
    [{ BOT_ID: "mon-bot", AUTH: "entra" }, /BOT_ID vaut « mon-bot » ; valeur permise/],
    [{ PUBLIC_URL: "http://repere.exemple.fr" }, /PUBLIC_URL/],
    [{ PUBLIC_URL: "https://repere.exemple.fr/sous/chemin" }, /PUBLIC_URL/],
    [{ DEMO: "oui" }, /DEMO vaut « oui » ; valeurs permises : 0, 1/],
    [{ ...entra, PLAYGROUND: "1" }, /PLAYGROUND/],
    [{ LOG_LEVEL: "verbose" }, /LOG_LEVEL/],
  ];
  for (const [env, said] of wrong) it(`names ${JSON.stringify(env)} and what is allowed`, () => assert.match(problems(env), said));

  it("never quotes a secret", () => {
    assert.doesNotMatch(problems({ ...entra, BOT_TYPE: "UserAssignedMSI", COSMOS_KEY: "cle", PORT: "x" }), /secret|cle\b/);
  });
});
