/** The package that Teams installs: valid for Microsoft, and in accord with the bot and the tab. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { AppManifestUtils, type AppManifest } from "@microsoft/app-manifest";
import { understandInChannel } from "../../bot/channel-commands.ts";
import { understand } from "../../bot/commands.ts";
import { TAB_ENTITY } from "../../bot/tab-links.ts";
import { manifestShape } from "../../manifest/shape.ts";
import { readTabAddress } from "../../src/contracts/tab-routes.ts";
import packageFile from "../../package.json" with { type: "json" };
import { APackage, at, BOT_ID, ENV } from "./a-package.ts";

describe("The package of the Teams app", () => {
  let app: APackage;
  beforeEach(() => {
    app = new APackage();
  });
  afterEach(() => app.remove());

  it("holds the manifest and both icons at its root, and nothing else", async () => {
    const { files, file } = await app.open();
    assert.ok(file.endsWith(`repere-${packageFile.version}.zip`), file);
    assert.deepEqual(Object.keys(files).sort(), ["color.png", "manifest.json", "outline.png"]);
    for (const name of ["color.png", "outline.png"] as const)
      assert.deepEqual(Buffer.from(files[name] ?? []), readFileSync(`manifest/${name}`), `${name} changed on the way`);
  });

  it("is the same file each time it is made from the same things", async () => {
    assert.deepEqual((await app.open()).bytes, (await app.open()).bytes);
  });

  it("is valid for Microsoft's schema, with every name filled", async () => {
    const { manifest, text } = await app.open();
    assert.deepEqual(await AppManifestUtils.validateAgainstSchema(manifest as AppManifest), []);
    assert.doesNotMatch(text, /\$\{\{/);
    assert.equal(at(manifest, "developer.name"), ENV.DEVELOPER_NAME);
    assert.equal(at(manifest, "version"), packageFile.version);
  });

  it("fetches nothing from anywhere", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end("{}");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as { port: number };
    app.put("$schema", `http://127.0.0.1:${port}/schema.json`);
    await app.isRefused(/\$schema/);
    server.close();
    assert.deepEqual(asked, []);
  });

  it("is named by the bot's registration, unless Teams gave it a name of its own", async () => {
    assert.equal(at((await app.open()).manifest, "id"), BOT_ID);
    const own = "12345678-1234-4234-8234-123456789012";
    const { manifest } = await app.open({ ...ENV, TEAMS_APP_ID: own.toUpperCase() });
    const ids = ["id", "bots.0.botId", "webApplicationInfo.id"].map((path) => at(manifest, path));
    assert.deepEqual(ids, [own, BOT_ID, BOT_ID]);
  });

  it("signs in for the very host that its pages are on, in lower case", async () => {
    const { manifest } = await app.open({ ...ENV, PUBLIC_URL: "https://Repere.Plie.example/" });
    assert.equal(at(manifest, "webApplicationInfo.resource"), `api://repere.plie.example/BotId-${BOT_ID}`);
    assert.deepEqual(at(manifest, "validDomains"), ["repere.plie.example"]);
    assert.equal(at(manifest, "staticTabs.1.entityId"), TAB_ENTITY);
    assert.equal(at(manifest, "staticTabs.1.contentUrl"), "https://repere.plie.example/tab");
    const { pathname } = new URL(String(at(manifest, "configurableTabs.0.configurationUrl")));
    assert.equal(readTabAddress(pathname, "")?.page, "configurer");
  });

  it("lists commands that the bot understands, and does not take for another", async () => {
    const { commandLists } = manifestShape.parse((await app.open()).manifest).bots[0];
    assert.deepEqual(commandLists.flatMap(({ scopes }) => scopes).sort(), ["groupChat", "personal", "team"]);
    for (const { scopes, commands } of commandLists) {
      // « diagnostic » alone asks whose: what it means shows with a code.
      const read = (title: string): object =>
        scopes.includes("personal") ? understand(`${title} P-2026-0001`, 2026) : understandInChannel(title);
      const meant = commands.map(({ title }) => JSON.stringify(read(title)));
      assert.equal(new Set(meant).size, meant.length, `two commands (${scopes.join()}) mean the same: ${meant.join()}`);
    }
  });
});

describe("npm run package", function () {
  this.timeout(60_000);
  it("says what is missing in French, ends with 1 and leaves no package behind", () => {
    const kept = (): string[] => (existsSync("dist/package") ? readdirSync("dist/package") : []);
    const before = kept();
    const args = packageFile.scripts.package.split(" ").slice(1);
    const env = { PATH: process.env["PATH"], HOME: process.env["HOME"] };
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", ...args], { encoding: "utf8", env });
    assert.equal(status, 1, stderr);
    assert.match(stderr, /^Le paquet n'est pas écrit\.\n- BOT_ID manque/);
    assert.deepEqual(kept(), before);
  });
});
