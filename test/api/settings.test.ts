/** What the coordinatrice reads of the PLIE's files. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { frameworkHistory, settings } from "../../src/contracts/settings.ts";
import { problem } from "../../src/contracts/problem.ts";
import { configFile } from "../support/an-import.ts";
import { Chat, DORIAN, EUGENIE } from "../support/chat.ts";

const current = readFileSync(configFile("framework.json"), "utf8");

describe("Réglages over HTTP", function () {
  this.timeout(60_000);
  let chat: Chat;
  beforeEach(async () => {
    chat = await Chat.start();
  });
  afterEach(() => chat.stop());
  const ask = (path: string, member = EUGENIE) =>
    fetch(`http://127.0.0.1:${chat.port}/api/settings${path}`, { headers: { "x-local-member": member } });
  const read = async () => settings.parse(await (await ask("")).json());

  /** What stood before the version in force: a fact said otherwise, another delay, and no rule of the reviews yet. */
  const keepOlder = async (): Promise<void> => {
    const older = JSON.parse(current) as {
      version: string;
      reviews?: unknown;
      milestones: { t0Days: number };
      domains: { anchors: string[] }[];
    };
    delete older.reviews;
    older.version = "2026.0";
    older.milestones.t0Days = 45;
    older.domains[0]!.anchors[4] = "Un autre fait.";
    const text = JSON.stringify(older);
    await chat.product.services.store.commit([
      {
        op: "put",
        doc: {
          kind: "framework",
          schemaVersion: 1,
          version: "2026.0",
          sha256: "0",
          text,
          at: "2026-01-05T08:00:00.000Z",
        },
      },
    ]);
  };

  it("says the team, the cells with their channels, the delays, and the PLIE, as the files have them", async () => {
    const said = await read();
    assert.deepEqual(
      said.team.members.find(({ name }) => name === "Alix Lavande"),
      { name: "Alix Lavande", roles: ["referent", "chargeDeProjet"] },
    );
    assert.deepEqual(said.team.refused, []);
    assert.equal(said.rules.milestones.t0Days, 30);
    assert.equal(said.rules.milestones.decisionDays, 120);
    assert.equal(said.rules.reviews.concordanceAlarmPercent, 90);
    const entry = said.cells.find(({ cell }) => cell === "entree");
    assert.equal(entry?.quorum, 3);
    assert.ok(entry.members.length > 1);
    assert.ok(said.plie.communes > 10 && said.plie.groups.length > 1 && said.plie.prescribers.length > 1);
  });

  it("is asked again and again without being sent again", async () => {
    const etag = (await ask("")).headers.get("etag") ?? "";
    const again = await fetch(`http://127.0.0.1:${chat.port}/api/settings`, {
      headers: { "x-local-member": EUGENIE, "if-none-match": etag },
    });
    assert.deepEqual([again.status, await again.text()], [304, ""]);
  });

  it("compares nothing while one version alone was used", async () => {
    const history = frameworkHistory.parse(await (await ask("/framework")).json());
    assert.deepEqual([history.versions.length, history.compared], [1, null]);
  });

  it("says what the version in force changed, entry by entry, with a section that came", async () => {
    await keepOlder();
    const history = frameworkHistory.parse(await (await ask("/framework")).json());
    assert.equal(history.compared?.from, "2026.0");
    const said = history.compared.changes.map(({ path, kind, before, after }) => {
      const steps = path.map((step) => ("field" in step ? step.field : "entry" in step ? step.entry : step.rank));
      return [steps.join("."), kind, before, after];
    });
    assert.deepEqual(
      said.find(([where]) => where === "milestones.t0Days"),
      ["milestones.t0Days", "changed", 45, 30],
    );
    const anchor = said.find(([where]) => where === "domains.Mobilité.anchors.4");
    assert.deepEqual(anchor?.slice(1, 3), ["changed", "Un autre fait."]);
    assert.deepEqual(said.find(([where]) => where === "reviews.secondStudyDays")?.slice(1), ["added", null, 30]);
  });

  it("reads it the other way round, and knows no version that nobody used", async () => {
    await keepOlder();
    const { version } = JSON.parse(current) as { version: string };
    const back = frameworkHistory.parse(await (await ask(`/framework?from=${version}&to=2026.0`)).json());
    assert.ok(back.compared?.changes.some(({ kind, after }) => kind === "changed" && after === 45));
    const unknown = await ask("/framework?from=1999.1");
    assert.deepEqual([unknown.status, problem.parse(await unknown.json()).code], [404, "notFound"]);
    assert.equal((await ask("/framework", DORIAN)).status, 403);
  });
});
