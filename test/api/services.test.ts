import assert from "node:assert/strict";
import { problem } from "../../src/contracts/problem.ts";
import { importProblem, importReport, servicesPage } from "../../src/contracts/services.ts";
import { Chat, DEMO_SERVICES } from "../support/chat.ts";
import { aService, aStructure } from "../support/an-import.ts";
import { identifyByToken } from "../../src/api/identify.ts";
import { mountApi } from "../../src/api/routes.ts";
import { APP_ID, startEntraIssuer, TENANT } from "../support/entra-issuer.ts";
import { startServer } from "../support/http-server.ts";
import { tabServices } from "../support/tab-services.ts";

const IMPORT = "/api/services/import?kind=services&sources=dora";
const some = (count: number): unknown[] => Array.from({ length: count }, (_, at) => aService(at));

describe("The directory over HTTP", function () {
  this.timeout(60_000);
  let chat: Chat;
  const as = (role: string): string =>
    chat.product.services.people.members().find(({ roles }) => roles.join() === role)?.aadObjectId ?? "";
  const ask = (
    path: string,
    member: string,
    init: Omit<RequestInit, "headers"> & { readonly headers?: Record<string, string> } = {},
  ) =>
    fetch(`http://127.0.0.1:${chat.port}${path}`, { ...init, headers: { "x-local-member": member, ...init.headers } });
  const post = (body: BodyInit, member = as("chargeDeProjet"), headers: Record<string, string> = {}, path = IMPORT) =>
    ask(path, member, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });
  const problemIn = async (response: Response, status: number, code: string): Promise<void> => {
    assert.equal(response.status, status);
    assert.equal(response.headers.get("content-type"), "application/problem+json; charset=utf-8");
    const body = (await response.json()) as { code: string };
    assert.equal(body.code, code);
  };

  beforeEach(async () => {
    chat = await Chat.start({ servicesFile: DEMO_SERVICES });
  });
  afterEach(() => chat.stop());

  it("is read page by page by any member, the PLIE's own services first loaded at start", async () => {
    const ids: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const response = await ask(`/api/services${cursor === "" ? "" : `?cursor=${cursor}`}`, as("assistante"));
      assert.equal(response.status, 200);
      const page = servicesPage.parse(await response.json());
      assert.deepEqual(page.directory, { number: 1, fictional: true });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.cursor;
    }
    assert.ok(ids.length >= 60, `${ids.length} services`);
    assert.equal(new Set(ids).size, ids.length, "a service came on two pages");
    assert.deepEqual(ids, ids.toSorted());
  });

  it("is read by domain, and refuses a domain that does not exist", async () => {
    const response = await ask("/api/services?domain=mobilite", as("referent"));
    const page = servicesPage.parse(await response.json());
    assert.ok(page.items.length > 0);
    assert.ok(page.items.every(({ open }) => open));
    await problemIn(await ask("/api/services?domain=meteo", as("referent")), 400, "invalid");
    await problemIn(await ask("/api/services?domain=mobilite&code=P-2026-9999", as("referent")), 404, "notFound");
  });

  it("takes an import, says what it did, and shows it", async () => {
    const response = await post(JSON.stringify({ items: [...some(2), aService(3, { nom: "" })], total: 3 }));
    assert.equal(response.status, 200);
    const report = importReport.parse(await response.json());
    const { added, closed, rejected, first, directory } = report;
    assert.deepEqual(
      { added, closed, rejected, directory },
      { added: 2, closed: 0, rejected: 1, directory: { moved: true, number: 2 } },
    );
    assert.deepEqual(first[0], { rank: 3, id: "dora--3", reasons: ["nom : entre 3 et 150 caractères"] });
    const again = importReport.parse(await (await post(JSON.stringify(some(2)))).json());
    assert.deepEqual(again.directory, { moved: false, number: 2 });
  });

  it("refuses an import of those who may not, without reading the file", async () => {
    await problemIn(await post(JSON.stringify(some(1)), as("referent")), 403, "roleMayNot");
    await problemIn(await post(JSON.stringify(some(1)), "00000000-0000-4000-8000-00000000dead"), 403, "notAMember");
  });

  it("refuses another site, and what is not JSON in local mode", async () => {
    await problemIn(
      await post("[]", as("chargeDeProjet"), { origin: "https://ailleurs.example" }),
      403,
      "forbiddenLocal",
    );
    await problemIn(await post("id\n", as("chargeDeProjet"), { "content-type": "text/csv" }), 403, "forbiddenLocal");
  });

  it("names what an import lacks", async () => {
    for (const path of [
      "/api/services/import",
      "/api/services/import?kind=services",
      "/api/services/import?kind=gens&sources=dora",
      "/api/services/import?kind=services&sources=do%20ra",
      "/api/services/import?kind=services&sources=dora&zone=Dijon",
    ])
      await problemIn(await post("[]", as("chargeDeProjet"), {}, path), 400, "invalid");
    await problemIn(await post("[]", as("chargeDeProjet"), { "content-encoding": "gzip" }), 415, "mediaType");
  });

  for (const [what, body, fault] of [
    ["a file that is cut", JSON.stringify(some(3)).slice(0, -20), "truncated"],
    ["a page among others", JSON.stringify({ items: some(2), total: 40 }), "partialPage"],
    ["structures", JSON.stringify([aStructure()]), "otherKind"],
    ["an empty list", "[]", "empty"],
    ["the old format", JSON.stringify([aService(1, { profils: ["x"] })]), "nothingValid"],
  ] as const)
    it(`changes nothing with ${what}, and says why`, async () => {
      const response = await post(body);
      assert.equal(response.status, 422);
      const said = importProblem.parse(await response.json());
      assert.deepEqual([said.code, said.fault], ["fileRefused", fault]);
      const page = servicesPage.parse(await (await ask("/api/services", as("referent"))).json());
      assert.equal(page.directory?.number, 1);
      if (fault === "nothingValid") assert.match(said.report.first[0]?.reasons.join() ?? "", /ancien format/);
    });

  it("takes more than the door lets a message weigh", async () => {
    const heavy = Array.from({ length: 400 }, (_, at) => aService(at, { description: "Un service. ".repeat(150) }));
    const body = JSON.stringify(heavy);
    assert.ok(body.length > 512 * 1024);
    assert.equal(importReport.parse(await (await post(body)).json()).added, 400);
  });

  it("takes CSV with the Teams token, and nobody without one", async () => {
    const issuer = await startEntraIssuer();
    const oid = "22222222-0000-4000-8000-000000000000";
    const { services } = tabServices([{ aadObjectId: oid, name: "Marc Petit", roles: ["chargeDeProjet"] }]);
    const identify = identifyByToken({
      tenantIds: [TENANT],
      audiences: [APP_ID],
      authority: issuer.authority,
      now: Date.now,
    });
    const server = await startServer((restify) => mountApi(restify, { identify, services }));
    const csv =
      "id,source,structure_id,nom,description,date_maj,thematiques\n" +
      `dora--1,dora,dora--s,Aide au permis,Une aide pour le permis,2026-09-01,"['mobilite--preparer-un-permis']"\n`;
    const send = (headers: Record<string, string>) =>
      fetch(server.url + IMPORT, { method: "POST", body: csv, headers: { "content-type": "text/csv", ...headers } });
    try {
      const refused = await send({});
      assert.equal(problem.parse(await refused.json()).code, "unauthorized");
      const response = await send({ authorization: `Bearer ${await issuer.token(oid, { claims: {} })}` });
      assert.equal(importReport.parse(await response.json()).added, 1);
    } finally {
      await server.stop();
      await issuer.stop();
    }
  });
});
