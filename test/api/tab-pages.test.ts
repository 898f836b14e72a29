import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { styleHash } from "../../src/api/reply.ts";
import { mountTab } from "../../src/api/tab-pages.ts";
import type { DocumentKind } from "../../src/contracts/documents.ts";
import { tabConfig, type TabConfig } from "../../src/contracts/tab-config.ts";
import { decisionLetter } from "../../src/documents/decision-letter.ts";
import { esfBlock } from "../../src/documents/esf-block.ts";
import type { HtmlDocument } from "../../src/documents/html.ts";
import { interviewSheet, interviewSheetModel } from "../../src/documents/interview-sheet.ts";
import { leadExplanation } from "../../src/documents/lead-explanation.ts";
import { minutesDocument, minutesPageOf } from "../../src/documents/minutes.ts";
import { minutesOf } from "../../src/domain/review/minutes.ts";
import { buildTab } from "../../tab/build.ts";
import { aFramework } from "../support/a-framework.ts";
import { realFramework } from "../support/a-lead.ts";
import { aLeadPage } from "../support/a-lead-page.ts";
import { aLetter } from "../support/a-letter.ts";
import { toMinute } from "../support/a-sitting.ts";
import { tabServices } from "../support/tab-services.ts";
import { startServer, type RunningServer } from "../support/http-server.ts";

const team = [
  { aadObjectId: "11111111-0000-4000-8000-000000000000", name: "Nadia Benali", roles: ["referent"] },
] as const;

describe("The pages of the tab", () => {
  let folder: string;
  let server: RunningServer;
  const start = async (mode: TabConfig["mode"]) =>
    (server = await startServer((restify) =>
      mountTab(restify, { folder, mode, services: tabServices(team).services }),
    ));
  const get = (path: string) => fetch(server.url + path);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "repere-tab-"));
    await buildTab(folder);
  });
  after(() => rm(folder, { recursive: true }));
  afterEach(() => server.stop());

  it("are served with their script and style, each with the ESF+ block", async () => {
    await start("entra");
    for (const path of ["/tab", "/tab/", "/tab/document", "/tab/document?kind=feuille-entretien"]) {
      const response = await get(path);
      assert.equal(response.status, 200, path);
      assert.ok((await response.text()).includes(esfBlock()), `no ESF+ block on ${path}`);
    }
    for (const [path, type] of [
      ["/tab/document.js", "text/javascript"],
      ["/tab/home.js", "text/javascript"],
      ["/tab/tab.css", "text/css"],
    ] as const)
      assert.equal((await get(path)).headers.get("content-type"), `${type}; charset=utf-8`);
  });

  it("may be framed by Teams and run nothing but their own script", async () => {
    await start("entra");
    const { headers } = await get("/tab/document");
    const policy = headers.get("content-security-policy") ?? "";
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self' 'sha256-/);
    assert.match(
      policy,
      /frame-ancestors 'self' https:\/\/teams\.microsoft\.com https:\/\/\*\.teams\.microsoft\.com https:\/\/\*\.cloud\.microsoft/,
    );
    assert.match(policy, /base-uri 'none'; object-src 'none'; form-action 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(headers.get("x-frame-options"), null);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("server"), null);
  });

  it("let every printable document keep its own style", async () => {
    await start("entra");
    const policy = (await get("/tab/document")).headers.get("content-security-policy") ?? "";
    const shown: Readonly<Record<DocumentKind, HtmlDocument>> = {
      "feuille-entretien": interviewSheet(interviewSheetModel(aFramework())),
      "pourquoi-piste": leadExplanation(aLeadPage({})),
      "compte-rendu": minutesDocument(
        minutesPageOf({ model: minutesOf(toMinute()), texts: new Map() }, realFramework(), "Europe/Paris"),
      ),
      "courrier-decision": decisionLetter(aLetter()),
    };
    for (const [kind, { styles }] of Object.entries(shown))
      for (const style of styles)
        assert.ok(policy.includes(styleHash(style)), `${kind} would be shown without its style`);
  });

  it("are not sent again when they did not change", async () => {
    await start("entra");
    const etag = (await get("/tab/tab.css")).headers.get("etag") ?? "";
    const again = await fetch(`${server.url}/tab/tab.css`, { headers: { "if-none-match": etag } });
    assert.equal(again.status, 304);
  });

  it("name the members in local mode only", async () => {
    await start("entra");
    assert.deepEqual(await (await get("/tab/config.json")).json(), { mode: "entra" });
    await server.stop();
    await start("local");
    const config = tabConfig.parse(await (await get("/tab/config.json")).json());
    assert.deepEqual(config, {
      mode: "local",
      members: [{ aadObjectId: "11111111-0000-4000-8000-000000000000", name: "Nadia Benali" }],
    });
  });

  it("give nothing else of the disk", async () => {
    await start("entra");
    for (const path of ["/tab/../package.json", "/tab/%2e%2e%2fpackage.json", "/tab/nothing.js", "/tab/home.html"])
      assert.equal((await get(path)).status, 404, path);
  });
});
