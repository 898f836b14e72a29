/** What was tried to meet a person is in no card, agenda or minutes of a cell. */
import assert from "node:assert/strict";
import { emptyDisk } from "../../src/stores/memory/memory-store.ts";
import { ALIX, BASILE, DORIAN, EUGENIE } from "../support/chat.ts";
import { CODE, diagnosed, GASPARD, givesOpinion, goes, REVIEW, startPlace, submitted } from "./decision-steps.ts";
import { link, said } from "./steps.ts";

const TRIED = /visite avec un service|ne sont plus les siens|wrongContact|"visit"|Aller vers/i;

describe("What was tried to meet somebody", function () {
  this.timeout(60_000);
  it("is in no card of the channel, agenda, study or page that a cell reads", async () => {
    const place = await startPlace(emptyDisk());
    try {
      const dorian = place.chat.person(DORIAN);
      await dorian.say("accueil");
      const channel = await link(place.chat, "entree");
      const basile = await diagnosed(place, { choice: "stay", agrees: "agrees" });
      await goes(basile, "contact.open", { code: CODE });
      await basile.press("Noter", { way: "visit", result: "wrongContact" });
      assert.match(said(basile), TRIED, "the référent reads it");
      await submitted(basile);
      await place.chat.product.outbox.drain();
      for (const id of [ALIX, GASPARD, EUGENIE])
        await givesOpinion(place.chat.person(id), { outcome: "stay", why: "Un avis." });
      await dorian.say("ordre du jour entrées");
      const agenda = said(dorian);
      await goes(dorian, "reveal.do", { review: REVIEW });
      await goes(dorian, "review.open", { review: REVIEW });
      await place.chat.product.outbox.drain();
      const read = async (path: string, as: string): Promise<string> =>
        (await fetch(`http://127.0.0.1:${place.chat.port}/api/${path}`, { headers: { "x-local-member": as } })).text();
      const posts = place.chat.teams.messagesOf(channel.channelId);
      assert.ok(posts.length > 0, "nothing was posted");
      for (const shown of [
        JSON.stringify(posts),
        agenda,
        said(dorian),
        await read(`reviews/${REVIEW}`, GASPARD),
        await read("cells/entree", GASPARD),
      ])
        assert.doesNotMatch(shown, TRIED);
      assert.match(await read(`participants/${CODE}`, BASILE), /wrongContact/, "it stays on the page of the person");
    } finally {
      await place.chat.stop();
    }
  });
});
