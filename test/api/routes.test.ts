import assert from "node:assert/strict";
import { identifyLocally } from "../../src/api/identify-locally.ts";
import { identifyByToken, type Identify } from "../../src/api/identify.ts";
import { mountApi } from "../../src/api/routes.ts";
import { me } from "../../src/contracts/me.ts";
import { problem } from "../../src/contracts/problem.ts";
import type { Member } from "../../src/domain/people/member.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { APP_ID, startEntraIssuer, TENANT, type EntraIssuer } from "../support/entra-issuer.ts";
import { startServer } from "../support/http-server.ts";
import { tabServices } from "../support/tab-services.ts";

const id = (digit: number) => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`;
const team: readonly Member[] = [
  { aadObjectId: id(1), name: "Nadia Benali", roles: ["referent"] },
  { aadObjectId: id(2), name: "Marc Petit", roles: ["chargeDeProjet"] },
  { aadObjectId: id(3), name: "Hélène Roy", roles: ["coordinatrice"] },
  { aadObjectId: id(4), name: "Inès Faure", roles: ["assistante"] },
  { aadObjectId: id(5), name: "Paul Morel", roles: ["membreCellule"] },
];
const SHEET = "/api/documents/feuille-entretien";

const start = async (identify: Identify, change: (services: Services) => Partial<Services> = () => ({})) => {
  const { services, lines } = tabServices(team);
  const server = await startServer((restify) =>
    mountApi(restify, { identify, services: { ...services, ...change(services) } }),
  );
  return { ...server, lines, services };
};
type ApiServer = Awaited<ReturnType<typeof start>>;

async function assertProblem(response: Response, status: number, code: string) {
  assert.equal(response.status, status);
  assert.equal(response.headers.get("content-type"), "application/problem+json; charset=utf-8");
  const body = problem.parse(await response.json());
  assert.equal(body.code, code);
  assert.equal(body.status, status);
  return body;
}

describe("The tab's API with the Teams token", () => {
  let issuer: EntraIssuer;
  let server: ApiServer;
  const get = async (path: string, oid: string | undefined, claims: Record<string, unknown> = {}) =>
    fetch(server.url + path, {
      headers: oid === undefined ? {} : { authorization: `Bearer ${await issuer.token(oid, { claims })}` },
    });

  beforeEach(async () => {
    issuer = await startEntraIssuer();
    const identify = identifyByToken({
      tenantIds: [TENANT],
      audiences: [APP_ID],
      authority: issuer.authority,
      now: Date.now,
    });
    server = await start(identify);
  });
  afterEach(async () => {
    await server.stop();
    await issuer.stop();
  });

  it("tells a member their name, roles and PLIE", async () => {
    const response = await get("/api/me", id(1));
    assert.equal(response.status, 200);
    assert.deepEqual(me.parse(await response.json()), {
      name: "Nadia Benali",
      roles: ["referent"],
      plie: { id: "dijon", name: "PLIE de Dijon Métropole" },
    });
  });

  it("gives the Feuille d'entretien to référents, chargés de projet and the coordinatrice", async () => {
    for (const digit of [1, 2, 3]) {
      const response = await get(SHEET, id(digit));
      assert.equal(response.status, 200);
      assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
      assert.match(await response.text(), /<h1>Feuille d&#39;entretien<\/h1>/);
    }
  });

  it("refuses it to the other roles", async () => {
    for (const digit of [4, 5]) await assertProblem(await get(SHEET, id(digit)), 403, "roleMayNot");
    const kept = await server.services.store.list({ kind: "audit", key: `chain:member.${id(4)}`, limit: 5 });
    assert.deepEqual(
      kept.items.map(({ doc }) => doc.act),
      ["refused:interviewSheet.print"],
      "audited in the actor's chain",
    );
  });

  it("refuses a stranger of the tenant", async () => {
    await assertProblem(await get("/api/me", id(9)), 403, "notAMember");
    await assertProblem(await get(SHEET, id(9)), 403, "notAMember");
  });

  it("keeps a trace of a stranger, once a day whatever they ask", async () => {
    for (const path of ["/api/me", "/api/participants", "/api/me"])
      await assertProblem(await get(path, id(9)), 403, "notAMember");
    const kept = await server.services.store.list({ kind: "audit", key: `chain:member.${id(9)}`, limit: 10 });
    assert.deepEqual(
      kept.items.map(({ doc }) => doc.act),
      ["refused:tab.enter"],
    );
  });

  it("answers every fault of a token with the same 401", async () => {
    const answers = [
      await get("/api/me", undefined),
      await get("/api/me", id(1), { tid: id(7) }),
      await get("/api/me", id(1), { exp: 1 }),
      await fetch(`${server.url}/api/me`, { headers: { authorization: "Bearer nonsense" } }),
      await fetch(`${server.url}/api/me`, { headers: { "x-local-member": id(1) } }),
      await get(SHEET, undefined),
    ];
    const bodies = new Set<string>();
    for (const answer of answers) {
      assert.equal(answer.status, 401);
      assert.equal(answer.headers.get("www-authenticate"), "Bearer");
      bodies.add(await answer.text());
    }
    assert.equal(bodies.size, 1, "one constant body");
  });

  it("answers 503 while the keys of Microsoft were never obtained", async () => {
    issuer.fails(true);
    await assertProblem(await get("/api/me", id(1)), 503, "keysUnavailable");
  });

  it("does not know other kinds of document, nor a Feuille d'entretien of one person", async () => {
    for (const path of ["/api/documents/dossier", "/api/documents/__proto__", `${SHEET}/P-2026-0001`])
      await assertProblem(await get(path, id(1)), 404, "notFound");
  });

  it("asks who calls before it says whether a document exists", async () => {
    await assertProblem(await get("/api/documents/dossier", undefined), 401, "unauthorized");
  });

  it("lets nothing be kept, framed, guessed or run", async () => {
    for (const path of ["/api/me", SHEET, "/api/documents/dossier"]) {
      const { headers } = await get(path, id(1));
      assert.equal(headers.get("cache-control"), "no-store");
      assert.equal(headers.get("x-content-type-options"), "nosniff");
      assert.equal(headers.get("referrer-policy"), "no-referrer");
      assert.equal(headers.get("cross-origin-resource-policy"), "same-origin");
      assert.equal(headers.get("server"), null);
      const policy = headers.get("content-security-policy") ?? "";
      assert.match(policy, /^default-src 'none'/);
      assert.match(policy, /frame-ancestors 'none'; sandbox$/);
      assert.doesNotMatch(policy, /unsafe|script-src/);
    }
    const sheet = (await get(SHEET, id(1))).headers.get("content-security-policy") ?? "";
    assert.equal(sheet.match(/'sha256-/g)?.length, 2, "its own two styles, by hash");
  });
});

describe("The tab's API in local mode", () => {
  let server: ApiServer;
  const get = (path: string, headers: Record<string, string>) => fetch(server.url + path, { headers });
  beforeEach(async () => {
    server = await start(identifyLocally);
  });
  afterEach(() => server.stop());

  it("takes the member named by X-Local-Member", async () => {
    assert.equal((await get(SHEET, { "x-local-member": id(2) })).status, 200);
    await assertProblem(await get("/api/me", { "x-local-member": id(9) }), 403, "notAMember");
    await assertProblem(await get("/api/me", {}), 401, "unauthorized");
  });

  it("logs a refusal by its route and code, never by who or what", async () => {
    await get(`${SHEET}/P-2026-0001`, { "x-local-member": id(1) });
    await get(SHEET, { "x-local-member": id(4) });
    assert.deepEqual(server.lines, [
      { event: "http.refused", fields: { route: "/api/documents/:kind/:code", status: 404, code: "notFound" } },
      { event: "http.refused", fields: { route: "/api/documents/:kind", status: 403, code: "roleMayNot" } },
    ]);
  });

  it("says nothing of an accident but a reference, and tells it to whoever keeps the log", async () => {
    await server.stop();
    server = await start(identifyLocally, () => ({
      frameworks: {
        get current(): never {
          throw new Error("secret detail");
        },
        version: () => Promise.resolve(undefined),
      },
    }));
    const response = await get(SHEET, { "x-local-member": id(1) });
    const text = await response.clone().text();
    const { reference } = await assertProblem(response, 500, "internal");
    assert.doesNotMatch(text, /secret/);
    assert.deepEqual(
      server.lines.map(({ event, fields }) => [event, fields["reference"]]),
      [["http.failed", reference]],
    );
  });
});
