/** What the product keeps of what it shows: who opened whose file, which messages show a case, and where the référent stopped. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { BASILE, DORIAN, type Chat, type Person } from "../support/chat.ts";
import {
  acts,
  enter,
  lines,
  movableClock,
  openDomain,
  register,
  said,
  startChat,
  stored,
  type MovableClock,
} from "./steps.ts";

describe("Ce qui reste de ce qui est montré", () => {
  let clock: MovableClock;
  let disk: MemoryDisk;
  let chat: Chat;
  let basile: Person;
  beforeEach(async () => {
    clock = movableClock();
    disk = emptyDisk();
    chat = await startChat({ disk, clock });
    basile = chat.person(BASILE);
    await register(basile);
  });
  afterEach(() => chat.stop());

  const openings = (): number => acts(disk, "case.P-2026-0001").filter((act) => act === "case.opened").length;

  it("the opening of a file is noted once a day for each member", async () => {
    const before = openings();
    for (let time = 0; time < 3; time += 1) await basile.say("fiche P-2026-0001");
    assert.equal(openings(), Math.max(before, 1), "noted at each look, or not at all");
    await chat.person(DORIAN).say("fiche P-2026-0001");
    assert.equal(openings(), Math.max(before, 1) + 1, "another member opens it without a trace");
    clock.move(1);
    await basile.say("fiche P-2026-0001");
    assert.equal(openings(), Math.max(before, 1) + 2, "the next day leaves no trace");
    const noted = stored(disk, "audit").filter((entry) => entry["act"] === "case.opened");
    assert.ok(noted.every((entry) => entry["code"] === "P-2026-0001"));
  });

  const showing = (messageId: string): boolean =>
    stored(disk, "posted").some((doc) => doc["activityId"] === messageId && doc["code"] === "P-2026-0001");

  it("a message about a person is known as such, so that it can be emptied: a new one, and one that was pressed", async () => {
    await basile.say("fiche P-2026-0001");
    assert.ok(showing(basile.messageId), "a new message about the person is not known");
    await basile.say("participants");
    assert.ok(!showing(basile.messageId));
    chat.teams.script({ kind: "status", status: 404 });
    await basile.press("Ouvrir", { choice: "P-2026-0001" });
    assert.match(said(basile), /P-2026-0001/);
    assert.ok(showing(basile.messageId), "an answer that Teams did not let us keep in the chat is not known");
  });

  it("another day goes on exactly where the référent stopped: the overview, or the domain they went back to", async () => {
    await enter(basile);
    await basile.press("Enregistrer et continuer", lines("toExplore", "mobilite", "famille", "projet"));
    await basile.press("Tour d'horizon");
    await basile.say("diagnostic P-2026-0001");
    assert.match(said(basile), /Tour d'horizon/);
    assert.doesNotMatch(said(basile), /Niveau de difficulté/, "the overview was left for a domain");
    await openDomain(basile, "projet");
    await basile.press("Précédent");
    await basile.say("diagnostic P-2026-0001");
    assert.match(said(basile), /Enfant\(s\) de moins de 3 ans/, "went back to the family, resumed elsewhere");
  });
});
