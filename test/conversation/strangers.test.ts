/** Someone who is not of the team can knock as often as they like: they see nothing, and do not fill the store. */
import assert from "node:assert/strict";
import { emptyDisk } from "../../src/stores/memory/memory-store.ts";
import { STRANGER } from "../support/chat.ts";
import { acts, movableClock, said, startChat, stored } from "./steps.ts";

describe("A stranger who insists", () => {
  it("is answered each time, noted once a day, and leaves nothing that lasts besides", async () => {
    const disk = emptyDisk();
    const clock = movableClock();
    const chat = await startChat({ disk, clock });
    try {
      const stranger = chat.person(STRANGER);
      const lasting = (): number => [...disk.documents.values()].filter((row) => row.expiresAt === null).length;
      await stranger.say("bonjour");
      const once = lasting();
      for (const words of ["x".repeat(50_000), "fiche P-2026-0001", "bonjour"]) {
        await stranger.say(words);
        assert.match(said(stranger), /Je ne vous connais pas encore/);
      }
      assert.equal(lasting(), once, "each message leaves something that is never removed");
      assert.deepEqual(acts(disk, `member.${STRANGER}`), ["refused:bot.enter"]);
      assert.ok(stored(disk, "seen", "outbox", "draft").every((each) => !JSON.stringify(each).includes("xxx")));

      clock.move(1);
      await stranger.say("bonjour");
      assert.equal(acts(disk, `member.${STRANGER}`).length, 2, "another day is not noted");
    } finally {
      await chat.stop();
    }
  });

  it("with an object id that no directory gives is turned away at the door", async () => {
    const chat = await startChat();
    try {
      const stranger = chat.person("x".repeat(100));
      const { status } = await chat.deliver(stranger.activity({ text: "bonjour" }));
      assert.equal(status, 400);
      assert.deepEqual(chat.log.of("turn.failed"), []);
    } finally {
      await chat.stop();
    }
  });
});
