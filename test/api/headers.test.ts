/** The headers of every kind of answer: a page of the tab, its script, data, a document, a file, a refusal, the bot's door. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TAB_ADDRESSES } from "../../src/contracts/tab-routes.ts";
import { buildTab } from "../../tab/build.ts";
import { DORIAN, EUGENIE, FANTINE } from "../support/chat.ts";
import { IDS, WhoMayScene } from "../support/who-may-scene.ts";

type Kind = "page" | "script" | "data" | "document" | "file" | "refusal";
interface Asked {
  readonly kind: Kind;
  readonly path: string;
  readonly status: number;
  readonly member?: string;
  readonly method?: string;
}

/** Hosts that may frame the tab: Teams, Microsoft 365, Outlook. */
const FRAMING = [
  "'self'",
  ...["https://teams.microsoft.com", "https://*.teams.microsoft.com", "https://*.cloud.microsoft"],
  ...["https://*.microsoft365.com", "https://*.office.com"],
  ...["https://outlook.office.com", "https://outlook.office365.com"],
  ...["https://outlook-sdf.office.com", "https://outlook-sdf.office365.com"],
];
const OFF = ["camera", "geolocation", "microphone", "payment", "usb"];

const policyOf = (headers: Headers): ReadonlyMap<string, string> =>
  new Map(
    (headers.get("content-security-policy") ?? "").split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources.join(" ")];
    }),
  );

/** True of every answer, whatever it is. */
const always = (headers: Headers, path: string): void => {
  assert.equal(headers.get("x-content-type-options"), "nosniff", path);
  assert.equal(headers.get("referrer-policy"), "no-referrer", path);
  assert.equal(headers.get("cross-origin-resource-policy"), "same-origin", path);
  assert.equal(headers.get("strict-transport-security"), "max-age=63072000; includeSubDomains", path);
  for (const feature of OFF)
    assert.match(headers.get("permissions-policy") ?? "", new RegExp(`${feature}=\\(\\)`), path);
  assert.equal(headers.get("x-frame-options"), null, `${path}: it would keep Teams out, and frame-ancestors says it`);
  for (const name of ["server", "x-powered-by"]) assert.equal(headers.get(name), null, `${path} says what it runs on`);
  assert.equal(headers.get("access-control-allow-origin"), null, `${path} is open to another site`);
  assert.doesNotMatch(headers.get("content-security-policy") ?? "", /unsafe|\*(?![.])/, path);
  assert.equal(headers.get("set-cookie"), null, path);
};

/** A page of the tab runs its own script, in the frames of Teams. */
const ofPage = (headers: Headers, path: string): void => {
  const policy = policyOf(headers);
  assert.equal(policy.get("default-src"), "'none'", path);
  assert.match(policy.get("script-src") ?? "", /^'self' 'nonce-[\w+/=]{22,}'$/, `${path}: no script but ours`);
  for (const name of ["object-src", "base-uri", "form-action"]) assert.equal(policy.get(name), "'none'", path);
  assert.equal(policy.get("connect-src"), "'self' https://res.cdn.office.net", path);
  assert.deepEqual(policy.get("frame-ancestors")?.split(" "), FRAMING, `${path}: who may frame it`);
  assert.equal(headers.get("content-type"), "text/html; charset=utf-8", path);
  assert.equal(headers.get("cache-control"), "no-store", path);
};

/** Data, documents, files and refusals run nothing and are framed by nobody. */
const closed = (headers: Headers, path: string): void => {
  const policy = policyOf(headers);
  assert.equal(policy.get("default-src"), "'none'", path);
  assert.equal(policy.get("frame-ancestors"), "'none'", path);
  assert.equal(policy.has("script-src"), false, path);
  assert.equal(headers.get("cache-control"), "no-store", path);
};

const CHECKS: Readonly<Record<Kind, (headers: Headers, path: string) => void>> = {
  page: ofPage,
  script: (headers, path) => {
    assert.match(headers.get("content-type") ?? "", /^text\/(?:javascript|css); charset=utf-8$/, path);
    assert.equal(headers.get("cache-control"), "public, max-age=31536000, immutable", path);
    assert.equal(policyOf(headers).get("frame-ancestors"), "'none'", path);
  },
  data: (headers, path) => {
    closed(headers, path);
    assert.equal(headers.get("content-type"), "application/json; charset=utf-8", path);
  },
  document: (headers, path) => {
    closed(headers, path);
    assert.equal(headers.get("content-type"), "text/html; charset=utf-8", path);
  },
  file: (headers, path) => {
    closed(headers, path);
    assert.match(headers.get("content-disposition") ?? "", /^attachment; filename="[\w.-]+"/, path);
  },
  refusal: (headers, path) => {
    closed(headers, path);
    assert.equal(headers.get("content-type"), "application/problem+json; charset=utf-8", path);
  },
};

const WALK: readonly Asked[] = [
  ...TAB_ADDRESSES.map((path): Asked => ({ kind: "page", path: path.replace(/:\w+/, "entree"), status: 200 })),
  { kind: "data", path: "/api/me", status: 200, member: DORIAN },
  { kind: "data", path: "/api/reviews", status: 200, member: DORIAN },
  { kind: "data", path: "/api/services", status: 200, member: DORIAN },
  { kind: "document", path: "/api/documents/feuille-entretien", status: 200, member: EUGENIE },
  { kind: "document", path: `/api/documents/courrier-decision/${IDS.review.ours}`, status: 200, member: EUGENIE },
  { kind: "file", path: `/api/documents/compte-rendu/${IDS.sitting.ours}?format=docx`, status: 200, member: FANTINE },
  { kind: "refusal", path: "/api/me", status: 401 },
  { kind: "refusal", path: "/api/reviews", status: 403, member: FANTINE },
  { kind: "refusal", path: `/api/participants/${IDS.case.nobodys}/suggestion`, status: 404, member: DORIAN },
  { kind: "refusal", path: "/api/nowhere", status: 404, member: DORIAN },
  { kind: "page", path: "/tab/nowhere", status: 404 },
  { kind: "refusal", path: "/api/me", status: 405, member: DORIAN, method: "DELETE" },
  { kind: "refusal", path: "/api/services/import", status: 400, member: DORIAN, method: "POST" },
  { kind: "refusal", path: "/api/messages", status: 405 },
  { kind: "data", path: "/livez", status: 200 },
];

describe("The headers of every answer", function () {
  this.timeout(120_000);
  let scene: WhoMayScene;
  const tabFolder = mkdtempSync(join(tmpdir(), "repere-tab-"));
  const ask = ({ path, member, method = "GET" }: Asked): Promise<Response> =>
    scene.ask(path, {
      method,
      headers: { ...(member === undefined ? {} : { "x-local-member": member }), "content-type": "application/json" },
    });

  before(async () => {
    await buildTab(tabFolder);
    scene = await WhoMayScene.open({ tabFolder, settings: { publicUrl: "https://repere.plie.example" } });
  });
  after(async () => {
    await scene.close();
    rmSync(tabFolder, { recursive: true });
  });

  for (const asked of WALK)
    it(`protect ${asked.method ?? "GET"} ${asked.path} (${asked.kind}, ${asked.status})`, async () => {
      const response = await ask(asked);
      assert.equal(response.status, asked.status, await response.clone().text());
      always(response.headers, asked.path);
      CHECKS[asked.kind](response.headers, asked.path);
    });

  it("protect every script and style of the tab", async () => {
    const files = readdirSync(tabFolder).filter((name) => /\.(?:js|css)$/.test(name));
    assert.ok(files.length > 1);
    for (const name of files) {
      const { status, headers } = await ask({ kind: "script", path: `/tab/${name}`, status: 200 });
      assert.equal(status, 200, name);
      always(headers, name);
      CHECKS.script(headers, name);
    }
  });

  it("give each page a number of its own, which its script and style bear", async () => {
    const drawn = new Set<string>();
    for (let count = 0; count < 3; count += 1) {
      const page = await ask({ kind: "page", path: "/tab", status: 200 });
      const nonce = /'nonce-([^']+)'/.exec(page.headers.get("content-security-policy") ?? "")?.[1] ?? "";
      const text = await page.text();
      const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      // What is typed as data never runs.
      for (const tag of scripts.filter((one) => !one.includes('type="application/json"')))
        assert.match(tag, / src="\/tab\/[\w-]+\.js"/, "an inline script");
      assert.doesNotMatch(text, / on\w+="|javascript:/, "a script within a tag");
      drawn.add(nonce);
    }
    assert.equal(drawn.size, 3, "the number of a page can be guessed");
  });

  it("say nothing of https where there is none", async () => {
    const plain = await WhoMayScene.open();
    assert.equal((await plain.ask("/livez")).headers.get("strict-transport-security"), null);
    await plain.close();
  });
});
