/** Every address of the tab's API, for each role, about something of ours, of another PLIE and of nobody: over HTTP, locally and with signed tokens. */
import assert from "node:assert/strict";
import { API_ROUTES } from "../../src/api/routes.ts";
import { DOCUMENT_KINDS } from "../../src/contracts/documents.ts";
import { problem } from "../../src/contracts/problem.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, FANTINE, STRANGER } from "../support/chat.ts";
import { bearer, SignedScene } from "../support/signed-scene.ts";
import { GASPARD, IDS, NOTES, OTHER_REFERENTS, OURS, WhoMayScene, type Whose } from "../support/who-may-scene.ts";
import { CALLERS, ROWS, type Caller, type Row } from "./who-may.rows.ts";

const MEMBERS: Readonly<Record<Caller, string>> = {
  referent: BASILE,
  otherReferent: ALIX,
  chargeDeProjet: DORIAN,
  coordinatrice: EUGENIE,
  assistante: FANTINE,
  membreCellule: GASPARD,
};
const VERDICTS: Readonly<Record<string, readonly [number, string]>> = {
  "-": [404, "notFound"],
  r: [403, "roleMayNot"],
  c: [409, "conflict"],
  i: [400, "invalid"],
};
const ROUTES = API_ROUTES.map(({ method, path }) => `${method} ${path}`);
const nameOf = ({ route, what }: Row): string => (what === undefined ? route : `${route} (${what})`);
const absentOf = ({ who, absent }: Row): string => absent ?? who.replace(/[^r]/g, "-");
const methodOf = ({ route }: Row): string => route.split(" ")[0] ?? "";

type Sign = (member: string) => Promise<Record<string, string>> | Record<string, string>;

const asking = (row: Row, id: string, headers: Record<string, string>): readonly [string, RequestInit] => {
  const { path, body, type = "application/json", headers: besides = {} } = row.ask(id);
  const method = methodOf(row);
  if (method === "GET") return [path, { headers }];
  const sent = body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body ?? {});
  return [path, { method, headers: { ...headers, ...besides, "content-type": type }, body: sent }];
};

/** What no answer may hold for this caller, whatever the row. */
const secretsFrom = (caller: Caller): readonly string[] => {
  const names = [OURS.familyName, OURS.code];
  if (caller === "membreCellule") return [...names, OTHER_REFERENTS.familyName, OTHER_REFERENTS.code, ...NOTES];
  if (caller === "assistante") return NOTES;
  if (caller === "otherReferent") return names;
  return caller === "referent" ? [OTHER_REFERENTS.familyName, OTHER_REFERENTS.code] : [];
};

const checkSecrets = (row: Row, caller: Caller, text: string): void => {
  for (const secret of secretsFrom(caller)) assert.ok(!text.includes(secret), `${caller} would read « ${secret} »`);
  const never = row.never?.[caller];
  if (never !== undefined) assert.doesNotMatch(text, never, `${caller} would read what their role may not`);
};

const checkAnswer = (row: Row, caller: Caller, letter: string, status: number, text: string): void => {
  const said = `${caller}: ${status} ${text.slice(0, 200)}`;
  if (letter === "+") {
    assert.ok(status >= 200 && status < 300, said);
    return checkSecrets(row, caller, text);
  }
  const verdict = VERDICTS[letter];
  assert.ok(verdict !== undefined, `« ${letter} » is no verdict`);
  assert.equal(status, verdict[0], said);
  assert.equal(problem.parse(JSON.parse(text)).code, verdict[1], said);
};

/** One row, for every caller, about one kind of thing; the answers, to be compared. */
const play = async (scene: WhoMayScene, sign: Sign, row: Row, whose: Whose): Promise<readonly string[]> => {
  const letters = whose === "ours" ? row.who : absentOf(row);
  const id = row.about === null ? "" : IDS[row.about][whose];
  const texts: string[] = [];
  for (const [at, caller] of CALLERS.entries()) {
    const letter = letters[at] ?? "";
    const response = await scene.ask(...asking(row, id, await sign(MEMBERS[caller])));
    const text = await response.text();
    checkAnswer(row, caller, letter, response.status, text);
    texts.push(text);
    if (letter === "+" && methodOf(row) !== "GET") await scene.again();
  }
  return texts;
};

describe("The matrix of who may", () => {
  it("has a row for every address, and an address for every row", () => {
    const rows = new Set(ROWS.map(({ route }) => route));
    assert.deepEqual(
      ROUTES.filter((route) => !rows.has(route)),
      [],
      "an address has no row in who-may.rows.ts",
    );
    assert.deepEqual(
      [...rows].filter((route) => !ROUTES.includes(route)),
      [],
      "a row has no address any more",
    );
  });

  it("has a row for every kind of document", () => {
    const rows = new Set(ROWS.map(({ what }) => what));
    assert.deepEqual(
      DOCUMENT_KINDS.filter((kind) => !rows.has(kind)),
      [],
    );
  });

  it("says something of every caller in every row, and each row asks its own address", () => {
    for (const row of ROWS) {
      for (const letters of [row.who, absentOf(row)]) assert.equal(letters.length, CALLERS.length, nameOf(row));
      const [path = ""] = row.ask(row.about === null ? "" : IDS[row.about].ours).path.split("?");
      const pattern = row.route.replace(/^\w+ /, "").replaceAll(/:\w+/g, "[^/]+");
      assert.match(path, new RegExp(`^${pattern}$`), nameOf(row));
    }
    const names = ROWS.map(nameOf);
    assert.equal(new Set(names).size, names.length, "two rows have the same name");
  });
});

const matrix = (scene: () => WhoMayScene, sign: Sign, rows: readonly Row[]): void => {
  for (const row of rows)
    it(`${nameOf(row)}: each role, about something of ours, of another PLIE, of nobody`, async () => {
      await play(scene(), sign, row, "ours");
      if (row.about === null) return;
      const elsewhere = await play(scene(), sign, row, "anotherPlies");
      const nobodys = await play(scene(), sign, row, "nobodys");
      assert.deepEqual(elsewhere, nobodys, "what another PLIE has is told from what nobody has");
    });
};

describe("Who may ask what, in local mode", function () {
  this.timeout(60_000);
  let scene: WhoMayScene;
  const local: Sign = (member) => ({ "x-local-member": member });
  before(async () => {
    scene = await WhoMayScene.open();
  });
  after(() => scene.close());

  matrix(() => scene, local, ROWS);

  it("a stranger is told the same everywhere, and so is whoever does not say who they are", async () => {
    const answers = { stranger: new Set<string>(), nobody: new Set<string>() };
    for (const row of ROWS)
      for (const whose of ["ours", "nobodys"] as const) {
        const id = row.about === null ? "" : IDS[row.about][whose];
        const stranger = await scene.ask(...asking(row, id, { "x-local-member": STRANGER }));
        const nobody = await scene.ask(...asking(row, id, {}));
        assert.deepEqual([stranger.status, nobody.status], [403, 401], nameOf(row));
        answers.stranger.add(await stranger.text());
        answers.nobody.add(await nobody.text());
      }
    assert.deepEqual([answers.stranger.size, answers.nobody.size], [1, 1]);
  });
});

describe("Who may ask what, with the Teams token", function () {
  this.timeout(60_000);
  let signed: SignedScene;
  const token: Sign = async (member) => bearer(await signed.issuer.token(member));
  before(async () => {
    signed = await SignedScene.open();
  });
  after(() => signed.close());

  matrix(() => signed.scene, token, ROWS);

  it("whatever is wrong with a token gets the same answer everywhere, and the local header opens nothing", async () => {
    const wrong = await Promise.all([
      signed.issuer.token(BASILE, { claims: { tid: "22222222-2222-4333-8444-555555555555" } }),
      signed.issuer.token(BASILE, { claims: { aud: "00000003-0000-0000-c000-000000000000" } }),
      signed.issuer.token(BASILE, { claims: { exp: 1 } }),
    ]);
    const faults = [{}, { "x-local-member": BASILE }, ...wrong.map(bearer)];
    const answers = new Set<string>();
    for (const row of ROWS)
      for (const headers of faults) {
        const response = await signed.scene.ask(...asking(row, row.about === null ? "" : IDS[row.about].ours, headers));
        assert.equal(response.status, 401, nameOf(row));
        answers.add(await response.text());
      }
    assert.equal(answers.size, 1, "one constant body");
  });

  it("a stranger of the tenant is told the same everywhere", async () => {
    const answers = new Set<string>();
    for (const row of ROWS) {
      const id = row.about === null ? "" : IDS[row.about].ours;
      const response = await signed.scene.ask(...asking(row, id, await token(STRANGER)));
      assert.equal(response.status, 403, nameOf(row));
      answers.add(await response.text());
    }
    assert.equal(answers.size, 1);
  });
});
