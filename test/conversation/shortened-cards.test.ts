/** Once the person withdraws their agreement on health, the cards already in the chat say it no more. */
import assert from "node:assert/strict";
import { BASILE, cardIn, type Chat, type Person, textOf } from "../support/chat.ts";
import { enter, movableClock, register, startChat, type MovableClock } from "./steps.ts";

const WORDS = "Ne peut pas porter de charges CANARI";
const EMPTIED = /Cette carte a été vidée/;

describe("Les cartes déjà montrées, quand la personne retire son accord sur la santé", () => {
  let clock: MovableClock;
  let chat: Chat;
  let referent: Person;
  /** What each message of the chat shows now: the last that Teams took for it. */
  const shownNow = (): Map<string, string> => {
    const shown = new Map<string, string>();
    for (const request of chat.teams.received)
      if (request.method === "PUT" && chat.teams.idOf(request) !== undefined)
        shown.set(request.path.split("/").at(-1) ?? "", textOf(cardIn(request.body)));
    return shown;
  };
  const saying = (words: RegExp): string[] => [...shownNow()].filter(([, text]) => words.test(text)).map(([id]) => id);

  beforeEach(async () => {
    clock = movableClock();
    chat = await startChat({ clock });
    referent = chat.person(BASILE);
    await register(referent);
    await enter(referent);
    await referent.press("Ouvrir", { target: "sante" });
    await referent.press("Enregistrer et continuer", { severity: "2", impact: "2", facts: WORDS });
    await referent.press("Ouvrir", { target: "sante" });
    const first = referent.messageId;
    await referent.say("fiche P-2026-0001");
    assert.deepEqual(saying(/CANARI/), [first], "the canary stands in no card");
    await referent.press("Gérer la fiche");
  });
  afterEach(() => chat.stop());

  it("are emptied, and the one that was pressed goes on", async () => {
    await referent.press("La personne retire son accord (santé)");
    await referent.press("Effacer ce qui est noté");
    await chat.product.outbox.drain();
    assert.deepEqual(saying(/CANARI/), []);
    assert.equal(saying(EMPTIED).length > 0, true);
    assert.doesNotMatch(shownNow().get(referent.messageId) ?? "", EMPTIED);
  });

  it("are emptied however long Teams takes to accept it", async () => {
    chat.teams.script(...Array.from({ length: 6 }, () => ({ kind: "status", status: 429 }) as const));
    await referent.press("La personne retire son accord (santé)");
    await referent.press("Effacer ce qui est noté");
    for (let day = 0; day < 3; day += 1) {
      clock.move(1);
      await chat.product.outbox.drain();
    }
    assert.deepEqual(saying(/CANARI/), []);
  });

  it("hold back nothing else that is said in the chat while Teams does not take them", async () => {
    chat.teams.script({ kind: "status", status: 429 });
    await referent.press("La personne retire son accord (santé)");
    await referent.press("Effacer ce qui est noté");
    await referent.say("bonjour");
    assert.match(referent.text, /Basile/);
  });
});
