import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { get as httpGet, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { styleHash } from "../../src/api/reply.ts";
import { mountTab } from "../../src/api/tab-pages.ts";
import type { DocumentKind } from "../../src/contracts/documents.ts";
import { tabConfig, type TabConfig } from "../../src/contracts/tab-config.ts";
import { TAB_ADDRESSES } from "../../src/contracts/tab-routes.ts";
import { actionSheet } from "../../src/documents/action-sheet.ts";
import { attendanceSheet } from "../../src/documents/attendance-sheet.ts";
import { decisionLetter } from "../../src/documents/decision-letter.ts";
import { handoverSheet, handoverSheetModel } from "../../src/documents/handover-sheet.ts";
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
import { prescriberReturn } from "../../src/documents/prescriber-return.ts";
import { thePapers } from "../support/the-papers.ts";
import { notice, noticeModel } from "../../src/documents/notice.ts";
import { personCopy } from "../../src/documents/person-copy.ts";
import { personSheet } from "../../src/documents/person-sheet.ts";
import { stagePointsSheet } from "../../src/documents/stage-points.ts";
import { questionnaireSheet } from "../../src/documents/questionnaire.ts";
import { anAgreedHandover } from "../support/a-handover.ts";
import { aPersonSheet } from "../support/a-person-sheet.ts";
import { aQuestionnaire } from "../support/a-questionnaire.ts";
import { accidentCard, hostSheet, personActionSheet, referentSheet } from "../../src/wording/action-sheets.ts";
import { aSession, toPrintAction } from "../support/an-action.ts";
import { aLetter } from "../support/a-letter.ts";
import { toMinute } from "../support/a-sitting.ts";
import { tabServices } from "../support/tab-services.ts";
import { startServer, type RunningServer } from "../support/http-server.ts";

const team = [
  // A name may hold anything: it must not end the element that carries it.
  { aadObjectId: "11111111-0000-4000-8000-000000000000", name: "Nadia </script> Benali", roles: ["referent"] },
] as const;

/** As it came over the wire: fetch would unpack it. */
const rawAnswer = (port: number, path: string, taken: string) =>
  new Promise<{ headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const request = httpGet({ port, path, host: "127.0.0.1", headers: { "accept-encoding": taken } }, (response) => {
      buffer(response).then((body) => resolve({ headers: response.headers, body }), reject);
    });
    request.on("error", reject);
  });

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

  const pageAt = async (path: string) => {
    const response = await get(path);
    return { response, html: await response.text(), policy: response.headers.get("content-security-policy") ?? "" };
  };
  const scriptsIn = (html: string) =>
    [...html.matchAll(/(?:src|href)="(\/tab\/[\w.-]+\.js)"/g)].map(([, path]) => path ?? "");

  it("are one page, whatever the address, with the ESF+ block", async () => {
    await start("entra");
    for (const path of ["/tab", "/tab/", "/tab/document?kind=feuille-entretien", "/tab/participants/P-2026-0001"]) {
      const { response, html } = await pageAt(path);
      assert.equal(response.status, 200, path);
      assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
      assert.equal(response.headers.get("cache-control"), "no-store");
      assert.ok(html.includes(esfBlock()), `no ESF+ block on ${path}`);
    }
  });

  it("are told of the scripts that each address needs, so that they come together", async () => {
    await start("entra");
    const counts = new Set<string>();
    for (const address of TAB_ADDRESSES) {
      const { html } = await pageAt(address.replace(/:\w+/, "P-2026-0001"));
      const scripts = scriptsIn(html);
      assert.ok(scripts.length > 1, `nothing is preloaded at ${address}`);
      for (const script of scripts) {
        const { status, headers } = await get(script);
        assert.equal(status, 200, script);
        assert.equal(headers.get("content-type"), "text/javascript; charset=utf-8");
        assert.equal(headers.get("cache-control"), "public, max-age=31536000, immutable", "named by its contents");
      }
      counts.add([...scripts].sort().join(" "));
    }
    assert.ok(counts.size > 8, "pages share one list of scripts");
  });

  it("come packed to whoever can unpack, and whole to the others", async () => {
    await start("entra");
    const [script = ""] = scriptsIn((await pageAt("/tab")).html);
    const lengths: Record<string, number> = {};
    for (const [taken, packing] of [
      ["identity", null],
      ["gzip", "gzip"],
      ["gzip, deflate, br", "br"],
      ["br;q=0, gzip", "gzip"],
    ] as const) {
      const { headers, body } = await rawAnswer(server.port, script, taken);
      assert.equal(headers["content-encoding"] ?? null, packing, taken);
      assert.equal(headers.vary, "Accept-Encoding");
      lengths[taken] = body.length;
      const whole = packing === null ? body : packing === "br" ? brotliDecompressSync(body) : gunzipSync(body);
      assert.equal(whole.length, lengths["identity"]);
    }
    assert.ok((lengths["gzip"] ?? 0) < (lengths["identity"] ?? 0) / 2);
    const page = await rawAnswer(server.port, "/tab", "gzip, br");
    assert.match(gunzipSync(page.body).toString(), /<!doctype html>/);
  });

  it("may be framed by Teams and run nothing but their own script, under a number drawn for each answer", async () => {
    await start("entra");
    const numbers = new Set<string>();
    for (const path of ["/tab/document", "/tab/document", "/tab/offre"]) {
      const { html, policy } = await pageAt(path);
      const [, nonce = ""] = /'nonce-([^']+)'/.exec(policy) ?? [];
      numbers.add(nonce);
      assert.equal(Buffer.from(nonce, "base64").length, 16);
      assert.ok(
        policy.includes(
          `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}' 'sha256-`,
        ),
      );
      const [runs, ...others] = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
      assert.ok(runs?.includes(`nonce="${nonce}" src="/tab/main-`), "the one that runs");
      assert.deepEqual(others, ['<script type="application/json" id="config">'], "the other is data");
    }
    assert.equal(numbers.size, 3, "a number came twice");
  });

  it("carry the headers that keep them to themselves", async () => {
    await start("entra");
    const { response, policy } = await pageAt("/tab/document");
    assert.match(
      policy,
      /frame-ancestors 'self' https:\/\/teams\.microsoft\.com https:\/\/\*\.teams\.microsoft\.com https:\/\/\*\.cloud\.microsoft/,
    );
    assert.match(policy, /base-uri 'none'; object-src 'none'; form-action 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(response.headers.get("x-frame-options"), null);
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
    assert.equal(response.headers.get("referrer-policy"), "no-referrer");
    assert.equal(response.headers.get("server"), null);
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
      "fiche-personne": personSheet(aPersonSheet()),
      "fiche-relais": handoverSheet(
        handoverSheetModel({
          identity: { givenName: "Amina", familyName: "Benali" },
          handover: anAgreedHandover(),
          plie: "PLIE",
          referent: null,
          today: "2026-12-11",
        }),
      ),
      "preparation-referent": actionSheet(referentSheet(toPrintAction())),
      "preparation-personne": actionSheet(personActionSheet(toPrintAction())),
      "preparation-structure": actionSheet(hostSheet(toPrintAction())),
      "carte-accident": actionSheet(accidentCard(toPrintAction())),
      "points-etape": stagePointsSheet({
        ...{ plie: "PLIE", quarter: "2026-T4", today: "2026-11-24", referent: { name: null }, people: [] },
      }),
      emargement: attendanceSheet({ session: aSession(), kind: "Atelier", plie: "PLIE", days: [], people: [] }),
      notice: notice(noticeModel({ ...thePapers(), plie: "PLIE", code: null, large: false })),
      "copie-personne": personCopy({
        ...{ name: "Amina Benali", code: "P-2026-0001", plie: "PLIE", documents: [], openings: [] },
        retention: thePapers().retention,
        words: {
          ...{ framework: aFramework(), who: String, host: String, commune: String, columns: () => [] },
          ...{ esf: () => thePapers().esf.entry, today: "2026-11-24", timeZone: "Europe/Paris" },
        },
      }),
      "questionnaire-entree": questionnaireSheet(aQuestionnaire("entry")),
      "questionnaire-sortie": questionnaireSheet(aQuestionnaire("exit")),
      "questionnaire-six-mois": questionnaireSheet(aQuestionnaire("later")),
      "retour-prescripteur": prescriberReturn({
        plie: "PLIE",
        to: "Mission locale",
        printedOn: "27 novembre 2026",
        person: "Amina Benali",
        sentences: ["Reçue.", "Rencontrée.", "La suite se décide."],
        referent: null,
      }),
    };
    for (const [kind, { styles }] of Object.entries(shown))
      for (const style of styles)
        assert.ok(policy.includes(styleHash(style)), `${kind} would be shown without its style`);
  });

  const configIn = (html: string) => {
    const [, config = ""] = /<script type="application\/json" id="config">([^<]*)<\/script>/.exec(html) ?? [];
    return tabConfig.parse(JSON.parse(config));
  };

  it("name the members in local mode only", async () => {
    await start("entra");
    const { html } = await pageAt("/tab");
    assert.deepEqual(configIn(html), { mode: "entra" });
    assert.doesNotMatch(html, /Nadia/);
    await server.stop();
    await start("local");
    assert.deepEqual(configIn((await pageAt("/tab")).html), {
      mode: "local",
      members: team.map(({ aadObjectId, name }) => ({ aadObjectId, name })),
    });
  });

  it("give nothing else of the disk: the page says that nothing is there", async () => {
    await start("entra");
    for (const path of [
      "/tab/%2e%2e%2fpackage.json",
      "/tab/nothing.js",
      "/tab/app.html",
      "/tab/parts.json",
      "/tab/a/b/c",
    ]) {
      const { response, html } = await pageAt(path);
      assert.equal(response.status, 404, path);
      assert.match(html, /<div id="tab">/, path);
    }
    assert.equal((await get("/tab/../package.json")).status, 404);
  });
});
