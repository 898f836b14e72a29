/** The quorum is asked for when opinions are revealed: what a cell did together stays once its sitting is closed. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { ALIX, DORIAN, EUGENIE, type Person } from "../support/chat.ts";
import {
  decisionsOf,
  diagnosed,
  GASPARD,
  givesOpinion,
  goes,
  REVIEW,
  reviewOf,
  startPlace,
  submitted,
  type Place,
} from "./decision-steps.ts";
import { said } from "./steps.ts";

describe("The quorum of a situation", function () {
  this.timeout(60_000);
  let disk: MemoryDisk;
  let place: Place;
  let dorian: Person;

  beforeEach(async () => {
    disk = emptyDisk();
    place = await startPlace(disk);
    dorian = place.chat.person(DORIAN);
    await submitted(await diagnosed(place, { choice: "stay", agrees: "agrees" }));
    await dorian.say("séance entrées");
    await dorian.press("Ouvrir la séance", { secretary: "none" });
    await dorian.press("Enregistrer les présences", { present: [DORIAN, EUGENIE, GASPARD].join(",") });
    await dorian.press("Situation suivante");
    await givesOpinion(place.chat.person(ALIX), { outcome: "stay", why: "Elle avance bien." });
  });
  afterEach(() => place.chat.stop());

  const close = async (): Promise<void> => {
    await dorian.say("séance");
    await dorian.press("Clore la séance");
    await dorian.press("Clore la séance");
    assert.match(said(dorian), /La séance est close/);
  };
  const decide = async (): Promise<void> => {
    await goes(dorian, "decision.open", { review: REVIEW });
    await dorian.press("Confirmer la décision", { outcome: "stay", reasons: "Vous avancez bien.", departs: "other" });
  };

  it("was there when opinions were revealed in the sitting: the decision can be recorded once it is closed", async () => {
    await dorian.say("séance");
    await dorian.press("Révéler les avis");
    await close();
    await decide();
    assert.equal(reviewOf(disk)["state"], "decided", said(dorian));
    assert.equal(decisionsOf(disk).length, 1);
  });

  it("is gone with the sitting where nothing was revealed: what is missing is said", async () => {
    await close();
    await goes(dorian, "decision.open", { review: REVIEW });
    assert.match(said(dorian), /1 membre présent, il en faut 3/);
    await goes(dorian, "reveal.do", { review: REVIEW });
    assert.match(said(dorian), /quorum/i);
    assert.equal(reviewOf(disk)["revealed"], null);
  });
});
