/** A parcours that stops and goes on, its points after a stay, and news after an exit to employment. */
import assert from "node:assert/strict";
import { addDays } from "../../src/domain/participant/days.ts";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, FANTINE, type Fill, type Json, type Person } from "../support/chat.ts";
import {
  caseOf,
  CODE,
  diagnosed,
  GASPARD,
  givesOpinion,
  goes,
  startPlace,
  submitted,
  type Place,
} from "./decision-steps.ts";
import { acts, enter, fieldsOf, has, register, said, stored, TODAY } from "./steps.ts";

describe("The clock of a parcours", function () {
  this.timeout(60_000);
  let place: Place;
  let disk: MemoryDisk;
  let basile: Person;

  const dueOf = (): Record<string, string> => {
    const [summary] = stored(disk, "summary");
    const due = (summary?.["due"] ?? []) as { milestone: string; on: string }[];
    return Object.fromEntries(due.map(({ milestone, on }) => [milestone, on]));
  };
  const choose = async (by: Person, choice: string): Promise<void> => {
    await goes(by, "path.open", { code: CODE });
    await by.press("Ouvrir", { choice });
  };
  const pausesOf = (): Json[] => caseOf(disk)["pauses"] as Json[];

  beforeEach(async () => {
    disk = emptyDisk();
    place = await startPlace(disk);
    basile = place.chat.person(BASILE);
  });
  afterEach(() => place.chat.stop());

  describe("suspended", () => {
    beforeEach(async () => {
      await register(basile);
      await enter(basile);
    });

    it("stops: nothing is due but the return; resumed, what was left is put off by as many days", async () => {
      const before = dueOf();
      assert.equal(before["t0"], "2026-12-24");
      await choose(basile, "pause");
      await basile.press("Suspendre", { reason: "hospital", from: TODAY, returnOn: "2026-12-07" });
      assert.match(said(basile), /Le parcours est suspendu/);
      assert.match(said(basile), /Parcours suspendu depuis le 24 novembre 2026, retour prévu le 7 décembre 2026/);
      assert.doesNotMatch(said(basile), /[Hh]ospitalis/, "the file does not say why");
      assert.deepEqual(dueOf(), { resume: "2026-12-07" });

      place.clock.move(20);
      await choose(basile, "resume");
      assert.equal(fieldsOf(basile)["returnOn"], "2026-12-07");
      await basile.press("Changer la date de retour", { returnOn: "2026-12-21", resumedOn: "" });
      assert.deepEqual(dueOf(), { resume: "2026-12-21" });
      await choose(basile, "resume");
      await basile.press("Reprendre le parcours", { resumedOn: addDays(TODAY, 20) });
      assert.match(said(basile), /Le parcours reprend/);
      assert.doesNotMatch(said(basile), /Parcours suspendu/);
      const after = dueOf();
      assert.deepEqual(Object.keys(after).sort(), Object.keys(before).sort());
      assert.equal(after["t0"], "2027-01-12", "the day of the entry is day 0, suspended or not");
      assert.equal(after["decision"], "2027-04-12");
    });

    it("says what is to be mended, keeps the rest, and suspends nothing", async () => {
      await choose(basile, "pause");
      await basile.press("Suspendre", { reason: "", from: addDays(TODAY, 3), returnOn: TODAY });
      assert.match(said(basile), /choisissez une raison/);
      assert.match(said(basile), /une suspension se note le jour où elle commence/);
      assert.match(said(basile), /indiquez une date à venir/);
      assert.equal(fieldsOf(basile)["from"], addDays(TODAY, 3));
      assert.deepEqual(pausesOf(), []);
    });

    it("begins after the end of the one before", async () => {
      await choose(basile, "pause");
      await basile.press("Suspendre", { reason: "illness", from: TODAY, returnOn: "" });
      place.clock.move(10);
      await choose(basile, "resume");
      await basile.press("Reprendre le parcours", { resumedOn: addDays(TODAY, 8), returnOn: "" });
      await choose(basile, "pause");
      await basile.press("Suspendre", { reason: "illness", from: addDays(TODAY, 5), returnOn: "" });
      assert.match(said(basile), /une suspension précédente n'était pas encore finie/);
      assert.equal(pausesOf().length, 1);
      await basile.press("Suspendre", { reason: "illness", from: addDays(TODAY, 8), returnOn: "" });
      assert.equal(pausesOf().length, 2);
    });

    it("is not suspended twice by an old card, and what was typed there is not lost without a word", async () => {
      await choose(basile, "pause");
      const card = basile.card;
      await basile.press("Suspendre", { reason: "illness", from: TODAY, returnOn: "" });
      basile.card = card;
      await basile.press("Suspendre", { reason: "training", from: TODAY, returnOn: "" });
      assert.match(said(basile), /entre-temps/);
      assert.equal(pausesOf().length, 1);
      assert.deepEqual(pausesOf()[0]?.["reason"], "illness");
    });

    it("a lasting job ends the first phase, suspended or not: its news are due six months later, and no return any more", async () => {
      await choose(basile, "pause");
      await basile.press("Suspendre", { reason: "training", from: TODAY, returnOn: "2026-12-07" });
      await choose(basile, "end");
      const words = { why: "Un CDI.", door: "comeBack", words: "Revenez quand vous voulez." };
      await basile.press("Mettre fin au parcours", { how: "lastingJob", ...words });
      assert.deepEqual(dueOf(), { esfExit: "2026-12-22", esfLater: "2027-05-24", exitFollowUp: "2027-05-24" });
      await basile.say(`fiche ${CODE}`);
      assert.doesNotMatch(said(basile), /Parcours suspendu/);
      await choose(basile, "exitNews");
      assert.match(said(basile), /Sortie vers l'emploi le 24 novembre 2026/);
    });

    it("tells events and the audit dates, and never why; the assistante reads that it is suspended", async () => {
      await choose(basile, "pause");
      await basile.press("Suspendre", { reason: "detention", from: TODAY, returnOn: "" });
      assert.ok(acts(disk).includes("parcours.suspend.recorded"));
      assert.doesNotMatch(JSON.stringify(stored(disk, "event", "audit", "counter", "listed", "summary")), /detention/);
      const fantine = place.chat.person(FANTINE);
      await fantine.say(`fiche ${CODE}`);
      assert.match(said(fantine), /Parcours suspendu depuis le 24 novembre 2026, sans date de retour/);
    });
  });

  it("a cell is told the day of the decision as the clock says it, suspension included", async () => {
    await place.chat.person(DORIAN).say("accueil");
    basile = await diagnosed(place, { choice: "stay", agrees: "agrees" });
    await choose(basile, "pause");
    await basile.press("Suspendre", { reason: "illness", from: TODAY, returnOn: "" });
    place.clock.move(10);
    await choose(basile, "resume");
    await basile.press("Reprendre le parcours", { resumedOn: addDays(TODAY, 10), returnOn: "" });
    await submitted(basile);
    const [review] = stored(disk, "review");
    assert.equal(review?.["dueOn"], dueOf()["decision"]);
  });

  it("after a stay, a point is due at three months; after an exit to employment, news are due six months later", async () => {
    const dorian = place.chat.person(DORIAN);
    await dorian.say("accueil");
    basile = await diagnosed(place, { choice: "stay", agrees: "agrees" });
    const decide = async (review: string, fill: Fill): Promise<void> => {
      for (const id of [ALIX, GASPARD, EUGENIE])
        await givesOpinion(place.chat.person(id), { outcome: fill["outcome"] ?? "", why: "Un avis." }, review);
      await goes(dorian, "reveal.do", { review });
      await goes(dorian, "decision.open", { review });
      await dorian.press("Confirmer la décision", fill);
    };
    await submitted(basile);
    await decide("2026-001", { outcome: "stay", reasons: "Vous avancez bien." });
    assert.deepEqual(dueOf(), { esfEntry: "2026-12-01", followUp: "2027-02-24" });

    place.clock.move(92);
    await choose(basile, "followUp");
    await basile.press("Enregistrer", { on: "2027-02-24", agreed: "", nextOn: "2027-05-24" });
    assert.match(said(basile), /écrivez ce qui est convenu/);
    await basile.press("Enregistrer", { on: "2027-02-24", agreed: "Passer le code.", nextOn: "2027-05-24" });
    assert.match(said(basile), /Le point est enregistré/);
    assert.deepEqual(dueOf(), { esfEntry: "2026-12-01", followUp: "2027-05-24" });
    assert.equal(caseOf(disk)["lastContactOn"], "2027-02-24");
    await choose(basile, "followUp");
    assert.match(said(basile), /Convenu le 24 février 2027[\s\S]*Passer le code\./);

    await basile.say(`synthèse ${CODE}`);
    assert.ok(has(basile, "Présenter en cellule"), "an exit is presented from the synthesis");
    await submitted(basile, "sortie");
    const [exit] = stored(disk, "review").filter((one) => one["cell"] === "sortie");
    await decide(String(exit?.["id"]), { outcome: "exitJob", reasons: "Vous avez signé.", proofs: "jobContract" });
    assert.equal(caseOf(disk)["status"], "left", said(dorian));
    assert.deepEqual(dueOf(), { esfExit: "2027-03-24", esfLater: "2027-08-24", exitFollowUp: "2027-08-24" });

    place.clock.move(181);
    await choose(basile, "exitNews");
    await basile.press("Enregistrer", { on: "2027-08-24", still: "yes", proof: "" });
    assert.match(said(basile), /dites comment on le sait/);
    await basile.press("Enregistrer", { on: "2027-08-24", still: "yes", proof: "attested" });
    assert.deepEqual(dueOf(), { esfExit: "2027-03-24", esfLater: "2027-08-24" });
    const [news] = stored(disk, "exitNews");
    assert.deepEqual([news?.["still"], news?.["proof"], news?.["on"]], ["yes", "attested", "2027-08-24"]);
    await goes(basile, "exitNews.open", { code: CODE });
    assert.match(said(basile), /C'est déjà fait/);

    const read = async (as: string): Promise<Json> => {
      const headers = { "x-local-member": as };
      const answer = await fetch(`http://127.0.0.1:${place.chat.port}/api/participants/${CODE}`, { headers });
      return (await answer.json()) as Json;
    };
    const points = ((await read(BASILE))["read"] as Json)["points"] as { held: Json[]; news: Json };
    assert.deepEqual(
      points.held.map(({ on, agreed, nextOn }) => [on, agreed, nextOn]),
      [["2027-02-24", "Passer le code.", "2027-05-24"]],
    );
    assert.equal(points.news["still"], "yes");
    assert.doesNotMatch(
      JSON.stringify(await read(FANTINE)),
      /Passer le code/,
      "what is agreed is for who reads the case",
    );
  });
});
