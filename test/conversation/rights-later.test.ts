/** What becomes of a person's rights as time goes: another notice than the one they were given, another parcours than the one they asked in. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { personRights } from "../../src/contracts/person-rights.ts";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { configFile } from "../support/an-import.ts";
import { BASILE, type Chat, type Person } from "../support/chat.ts";
import { goes } from "./decision-steps.ts";
import { AMINA, enter, has, movableClock, register, said, startChat, stored, TODAY } from "./steps.ts";

const CODE = "P-2026-0001";
const OTHER = "P-2026-0002";

describe("The rights of a person, later", () => {
  let disk: MemoryDisk;
  let chat: Chat;
  let basile: Person;
  let folder: string;
  const clock = movableClock();

  beforeEach(async () => {
    disk = emptyDisk();
    folder = mkdtempSync(join(tmpdir(), "repere-notice-"));
    chat = await startChat({ disk, clock });
    basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
  });
  afterEach(async () => {
    await chat.stop();
    rmSync(folder, { recursive: true });
  });

  /** The same PLIE, started again with the next notice. */
  const withNextNotice = async (): Promise<void> => {
    cpSync(configFile("papers"), folder, { recursive: true });
    const file = join(folder, "notice.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"version": "2026.1"', '"version": "2027.1"'));
    await chat.stop();
    chat = await startChat({ disk, clock, papersFolder: folder });
    basile = chat.person(BASILE);
  };
  const rightsOf = async (code: string) => {
    const headers = { "x-local-member": BASILE };
    const answer = await fetch(`http://127.0.0.1:${chat.port}/api/participants/${code}/rights`, { headers });
    return personRights.parse(await answer.json());
  };

  it("once the notice changes, says who was given an older one, until the one in force is explained; both stay in the history", async () => {
    await withNextNotice();
    await register(basile, { ...AMINA, Prénom: "Bintou", Nom: "Sarr", "Date de naissance": "01/02/1990" });
    await enter(basile);
    await basile.say(`droits ${OTHER}`);
    assert.match(said(basile), /Notice remise le 24 novembre 2026 \(version 2027\.1\)/);
    assert.doesNotMatch(
      said(basile),
      /La notice d'aujourd'hui/,
      "who was given the one in force is said to have an older one",
    );
    await basile.say(`droits ${CODE}`);
    assert.match(said(basile), /\(version 2026\.1\)[\s\S]*La notice d'aujourd'hui est la version 2027\.1/);
    const { given, version } = await rightsOf(CODE);
    assert.deepEqual([given?.version, version], ["2026.1", "2027.1"], "the tab says another notice");
    const card = basile.card;
    for (const turn of [1, 2]) {
      basile.card = card;
      await basile.press("Notice expliquée aujourd'hui");
      assert.ok(!has(basile, "Notice expliquée aujourd'hui"), `press ${String(turn)}`);
    }
    await basile.say(`droits ${CODE}`);
    assert.doesNotMatch(said(basile), /La notice d'aujourd'hui/);
    const notices = stored(disk, "agreement").filter(({ code, what }) => code === CODE && what === "notice");
    assert.deepEqual(notices.map((doc) => doc["version"]).sort(), ["2026.1", "2027.1"]);
  });

  it("a new parcours keeps what waits for an answer, due on the same day, and the answer ends it", async () => {
    await basile.say(`droits ${CODE}`);
    await basile.press("Noter une demande");
    await basile.press("Enregistrer", { what: "copy", contested: "", receivedOn: TODAY, words: "" });
    const dueOf = (): unknown => {
      const due = (stored(disk, "summary")[0]?.["due"] ?? []) as { milestone: string; on: string }[];
      return due.find(({ milestone }) => milestone === "rightsAnswer")?.on;
    };
    assert.equal(dueOf(), "2026-12-24");
    await goes(basile, "ending.open", { code: CODE });
    await basile.press("Mettre fin au parcours", {
      how: "request",
      why: "Une pause",
      door: "comeBack",
      words: "À bientôt",
    });
    assert.equal(dueOf(), "2026-12-24", "an ending answers nothing");
    await register(basile);
    await basile.press("Nouveau parcours", { choice: CODE });
    assert.equal(stored(disk, "case")[0]?.["parcours"], 2, said(basile));
    assert.equal(dueOf(), "2026-12-24", "what the person asked is not due any more");
    await basile.say(`droits ${CODE}`);
    assert.match(said(basile), /réponse au plus tard le 24 décembre 2026/);
    const [request] = stored(disk, "rightsRequest");
    await basile.press("Répondre", { choice: String(request?.["id"]) });
    await basile.press("Enregistrer", { outcome: "done", answeredOn: TODAY, answer: "Remise en main propre." });
    assert.match(said(basile), /La réponse est notée/);
    assert.equal(dueOf(), undefined);
  });
});
