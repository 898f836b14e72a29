/** What ends a parcours, and what a cell decides: not during a study, not in place of the exit cell; and what stops at once after a death. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { remindMembers } from "../../src/use-cases/remind-members.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, FANTINE, type Fill, type Person } from "../support/chat.ts";
import {
  caseOf,
  CODE,
  diagnosed,
  GASPARD,
  givesOpinion,
  goes,
  REVIEW,
  startPlace,
  submitted,
  type Place,
} from "./decision-steps.ts";
import { acts, has, register, said, stored } from "./steps.ts";

const STAYS: Fill = { outcome: "stay", reasons: "Vous avancez bien." };
const NO_NEWS: Fill = {
  how: "noNews",
  why: "Trois mois sans réponse",
  door: "comeBack",
  words: "Revenez quand vous voulez",
};
const END = "Mettre fin au parcours";

describe("Ending a parcours", function () {
  this.timeout(60_000);
  let place: Place;
  let disk: MemoryDisk;
  let basile: Person;
  let dorian: Person;

  beforeEach(async () => {
    disk = emptyDisk();
    place = await startPlace(disk);
    dorian = place.chat.person(DORIAN);
    await dorian.say("accueil");
    basile = await diagnosed(place, { choice: "stay", agrees: "agrees" });
    await submitted(basile);
  });
  afterEach(() => place.chat.stop());

  const decided = async (): Promise<void> => {
    for (const id of [ALIX, GASPARD, EUGENIE])
      await givesOpinion(place.chat.person(id), { outcome: "stay", why: "Un avis." });
    await goes(dorian, "reveal.do", { review: REVIEW });
    await goes(dorian, "decision.open", { review: REVIEW });
    await dorian.press("Confirmer la décision", STAYS);
    assert.equal(caseOf(disk)["status"], "inPath", said(dorian));
  };
  const get = (path: string, as = BASILE): Promise<Response> =>
    fetch(`http://127.0.0.1:${place.chat.port}/api/${path}`, { headers: { "x-local-member": as } });
  const dies = async (): Promise<void> => {
    await goes(basile, "ending.open", { code: CODE });
    await basile.press(END, { how: "death" });
    assert.match(said(basile), /Plus aucun rappel, courrier ni message/);
  };

  it("waits while a cell studies the situation, whatever is pressed", async () => {
    await goes(basile, "ending.open", { code: CODE });
    assert.match(said(basile), /Une cellule étudie cette situation/);
    assert.equal(has(basile, END), false);
    const forged = { code: CODE, rev: "1.entered~new", whole: "true", ...NO_NEWS };
    await goes(basile, "ending.save", forged);
    assert.match(said(basile), /retirez-la d'abord/);
    await goes(basile, "ending.save", { ...forged, how: "death" });
    assert.equal(caseOf(disk)["status"], "entered");
    assert.deepEqual(stored(disk, "endingWords"), []);
    await goes(basile, "path.open", { code: CODE });
    assert.doesNotMatch(said(basile), /Mettre fin/, "it is not offered");
  });

  it("is for the exit cell once the person is in the path, and keeps what was written; a death waits for no cell", async () => {
    await decided();
    await goes(basile, "ending.open", { code: CODE });
    await basile.press(END, NO_NEWS);
    assert.match(said(basile), /Cette fin se décide en cellule sorties/);
    assert.equal(caseOf(disk)["status"], "inPath");
    assert.equal(acts(disk).includes("parcours.ended"), false);
    await dies();
    assert.equal(caseOf(disk)["status"], "left");
  });

  it("after a death, no letter that was decided is printed, due or offered, and nothing is sent any more", async () => {
    await decided();
    await place.chat.settled();
    await basile.receive();
    const LETTER = `documents/courrier-decision/${REVIEW}`;
    assert.deepEqual([(await get(LETTER)).status, (await get(`documents/fiche-personne/${CODE}`)).status], [200, 200]);
    await dies();
    for (const who of [BASILE, DORIAN])
      assert.deepEqual(
        [(await get(LETTER, who)).status, (await get(`documents/fiche-personne/${CODE}`, who)).status],
        [409, 409],
      );
    const page = await (await get(`participants/${CODE}`)).text();
    assert.doesNotMatch(page, /"letter":true/);
    await goes(basile, "review.moveOpen", { review: REVIEW, move: "second" });
    assert.match(said(basile), /Cette fiche est fermée/, "no second study is asked for");
    await goes(dorian, "review.open", { review: REVIEW });
    assert.doesNotMatch(JSON.stringify(dorian.card), /courrier-decision/);
    assert.deepEqual(stored(disk, "summary")[0]?.["due"], []);
    await place.chat.settled();
    const sent = stored(disk, "outbox").length;
    for (const days of [3, 30, 200]) {
      place.clock.move(days);
      await remindMembers(place.chat.product.services);
    }
    assert.equal(stored(disk, "outbox").length, sent);
  });

  it("of somebody in the path, when it is opened again, puts them back in the path: nothing of the first phase is late", async () => {
    await decided();
    place.clock.move(200);
    await dies();
    await register(basile);
    await basile.press("Rouvrir", { choice: CODE });
    assert.equal(caseOf(disk)["status"], "inPath", said(basile));
    const due = stored(disk, "summary")[0]?.["due"] as { milestone: string }[];
    assert.deepEqual(
      due.map(({ milestone }) => milestone),
      ["esfEntry", "followUp"],
    );
  });

  it("is told with the decision in « Qui a fait quoi », to who reads the case only", async () => {
    await goes(basile, "contact.open", { code: CODE });
    await basile.press("Noter", { way: "visit", result: "wrongContact" });
    await decided();
    await dies();
    const history = await (await get(`participants/${CODE}/history`)).text();
    const told = (JSON.parse(history) as { acts: { act: string }[] }).acts.map(({ act }) => act);
    assert.deepEqual(told.slice(0, 3), ["parcours.ended", "review.decided", "contact.noted"]);
    assert.doesNotMatch(history, /visit|wrongContact|death/, "what was tried stays with the contacts");
    const others = [ALIX, FANTINE, GASPARD].map(async (id) => (await get(`participants/${CODE}/history`, id)).status);
    assert.deepEqual(await Promise.all(others), [404, 404, 404]);
  });

  it("after a death, reminders stop at once, those that were put off too", async () => {
    const messages = (): number => place.chat.teams.messagesOf(`a:${BASILE}`).length;
    const remind = async (days: number): Promise<void> => {
      place.clock.move(days);
      await remindMembers(place.chat.product.services);
      await place.chat.settled();
    };
    await decided();
    await place.chat.settled();
    await remind(92);
    await basile.receive();
    assert.match(said(basile), new RegExp(`Point à trois mois[^]*${CODE}`), "the point is told before");
    await basile.press("Plus tard", { later: "tomorrow" });
    await dies();
    const before = messages();
    for (const days of [1, 1, 30]) await remind(days);
    assert.equal(messages(), before);
  });
});
