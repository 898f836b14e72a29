/** An absence, a change of référent and the request of a person, from the conversation: who may, what each sees, and who is told. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { createMover } from "../../bot/mover.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, FANTINE, type Chat, type Json, type Person } from "../support/chat.ts";
import {
  AMINA,
  CLEA,
  CLEA_HORTENSIA,
  enter,
  fieldsOf,
  has,
  movableClock,
  peopleOf,
  register,
  said,
  startChat,
  stored,
  TEAM,
  TODAY,
  type MovableClock,
} from "./steps.ts";

const CODE = "P-2026-0001";

/** A button of a card that they may not have in front of them. */
const sends = (who: Person, verb: string, data: Json): Promise<Json> => {
  const value = { action: { type: "Action.Execute", verb, data }, trigger: "manual" };
  return who.invoke(who.activity({ type: "invoke", name: "adaptiveCard/action", value }));
};

describe("Absences and changes of référent", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let clock: MovableClock;
  let [alix, basile, dorian]: Person[] = [];
  const person = (found: Person | undefined): Person => {
    assert.ok(found !== undefined);
    return found;
  };

  beforeEach(async () => {
    disk = emptyDisk();
    clock = movableClock();
    chat = await startChat({ disk, clock, people: peopleOf([...TEAM, CLEA_HORTENSIA]) });
    [alix, basile, dorian] = [ALIX, BASILE, DORIAN].map((id) => chat.person(id));
    for (const one of [alix, basile, dorian]) await person(one).say("bonjour");
    await register(person(basile));
    await enter(person(basile));
    await register(person(basile), { ...AMINA, Prénom: "Bintou", Nom: "Sarr", "Date de naissance": "01/02/1990" });
  });
  afterEach(() => chat.stop());

  const apply = async (): Promise<void> => {
    await createMover(chat.product.services).run();
    await chat.product.outbox.drain();
  };
  const sentTo = (id: string): string =>
    JSON.stringify(chat.teams.received.filter(({ path }) => path.includes(id)).map(({ body }) => body));
  const fileOf = (code = CODE) => stored(disk, "case").find((one) => one["code"] === code);
  const planOwn = async (fill: Record<string, string>): Promise<void> => {
    await person(basile).say("absences");
    await person(basile).press("Noter mon absence");
    await person(basile).press("Enregistrer", fill);
  };

  it("a référent notes their absence: whoever stands in works on their cases until the last day, and no longer", async () => {
    await planOwn({ toId: ALIX, from: TODAY, until: "2026-11-26" });
    assert.match(said(person(basile)), /Alix Lavande, en l'absence de Basile Tilleul/);
    await apply();
    assert.match(sentTo(ALIX), /en l'absence de Basile Tilleul/, "whoever stands in is not told");
    await person(alix).say("participants");
    assert.match(
      said(person(alix)) + JSON.stringify(person(alix).card),
      /Amina B\./,
      "the people are not in their list",
    );
    await person(alix).say(`diagnostic ${CODE}`);
    assert.ok(has(person(alix), "Enregistrer et continuer"), `the diagnostic is not open: ${said(person(alix))}`);
    clock.move(3);
    await person(alix).say(`diagnostic ${CODE}`);
    assert.match(said(person(alix)), /Fiche introuvable/, "the access outlives the last day");
    for (const list of ["participants", "échéances", "accueil"]) {
      await person(alix).say(list);
      const card = JSON.stringify(person(alix).card);
      assert.doesNotMatch(card, /Amina|Bintou/, `« ${list} » outlives the last day: ${card}`);
    }
    await apply();
    assert.equal(fileOf()?.["substitute"], null);
    await person(basile).say(`diagnostic ${CODE}`);
    assert.ok(has(person(basile), "Enregistrer et continuer"), "the référent does not find their case again");
  });

  it("whoever stands in plans an action; an older card of theirs does nothing after the last day", async () => {
    const action = {
      ...{ objective: "discover", job: "Vente", host: "Boulangerie du Lac", from: "01/12/2026", until: "10/12/2026" },
      ...{ hoursPerWeek: "28", postFree: "yes", childcare: "none", meals: "none", transport: "none" },
    };
    await planOwn({ toId: ALIX, from: TODAY, until: "2026-11-26" });
    await apply();
    const plans = async (): Promise<void> => {
      await person(alix).say(`fiche ${CODE}`);
      await person(alix).press("Planifier une action");
    };
    await plans();
    await person(alix).press("Enregistrer", action);
    assert.match(said(person(alix)), /L'action est planifiée/);
    assert.equal(stored(disk, "action")[0]?.["by"], ALIX, "it is not known who planned it");
    await plans();
    clock.move(3);
    await person(alix).press("Enregistrer", { ...action, job: "Caisse", from: "12/12/2026", until: "13/12/2026" });
    assert.match(said(person(alix)), /Fiche introuvable/);
    assert.equal(stored(disk, "action").length, 1, "an older card plans in a case that is not theirs any more");
    assert.equal(
      stored(disk, "draft").filter(({ form }) => form === "action").length,
      0,
      "what was typed is kept in it",
    );
  });

  it("whoever stands in, and types the person again, opens the case: it stays its référent's", async () => {
    await planOwn({ toId: ALIX, from: TODAY, until: "2026-11-26" });
    await apply();
    await register(person(alix));
    await person(alix).press("Rouvrir", { choice: CODE });
    const identity = () => stored(disk, "identity").find((one) => one["code"] === CODE);
    assert.deepEqual([identity()?.["referentId"], identity()?.["substituteId"]], [BASILE, ALIX]);
    clock.move(3);
    await apply();
    await person(basile).say("participants");
    assert.match(JSON.stringify(person(basile).card), /Amina B\./, "the référent does not find the person any more");
    await person(alix).say("participants");
    assert.doesNotMatch(JSON.stringify(person(alix).card), /Amina B\./, "the name outlives the suppléance");
  });

  it("each wrong answer says the rule, keeps the rest, and plans nothing", async () => {
    const wrong = [
      [{ toId: ALIX, from: TODAY, until: "2026-11-20" }, /ce jour est passé|dernier jour vient avant/],
      [{ toId: ALIX, from: "2026-12-20", until: "2026-12-10" }, /le dernier jour vient avant le premier/],
      [{ toId: ALIX, from: TODAY, until: "2028-01-01" }, /un an au plus/],
      [{ toId: "", from: TODAY, until: "2026-12-10" }, /choisissez un·e référent·e/],
      [{ toId: ALIX, from: "2026-09-01", until: "2026-12-10" }, /il y a un mois au plus/],
      [{ toId: FANTINE, from: TODAY, until: "2026-12-10" }, /choisissez un·e référent·e/],
    ] as const;
    for (const [fill, rule] of wrong) {
      await planOwn(fill);
      assert.match(said(person(basile)) + JSON.stringify(person(basile).card), rule, JSON.stringify(fill));
      assert.equal(fieldsOf(person(basile))["until"], fill.until, "what was typed is lost");
    }
    assert.equal(stored(disk, "caseMove").length, 0, "something was planned all the same");
    await planOwn({ toId: ALIX, from: TODAY, until: "2026-12-10" });
    await planOwn({ toId: CLEA, from: "2026-12-01", until: "2026-12-20" });
    assert.match(JSON.stringify(person(basile).card), /déjà noté pour ces jours/, "two people stand in at once");
  });

  it("an absence that ends sooner gives the cases back at once", async () => {
    await planOwn({ toId: ALIX, from: TODAY, until: "2026-12-10" });
    await apply();
    await person(basile).say("absences");
    await person(basile).press("Ouvrir", { choice: String(stored(disk, "caseMove")[0]?.["id"]) });
    await person(basile).press("Terminer maintenant");
    await apply();
    assert.equal(fileOf()?.["substitute"], null, "the suppléance is not taken off");
    await person(alix).say(`fiche ${CODE}`);
    assert.match(said(person(alix)), /Fiche introuvable/);
  });

  it("a person asks for somebody else: the référent passes it on, a chargé de projet decides, everyone hears of it", async () => {
    await person(basile).say(`fiche ${CODE}`);
    await person(basile).press("Parcours");
    await person(basile).press("Ouvrir", { choice: "transfer" });
    await person(basile).press("Enregistrer", { what: "transfer", toId: "", from: TODAY, why: "personAsks" });
    assert.match(said(person(basile)), /un·e chargé·e de projet y répondra/);
    await apply();
    assert.equal(fileOf()?.["referentId"], BASILE, "it passed without a decision");
    assert.match(sentTo(DORIAN), /la personne le demande/, "nobody is asked");
    await person(dorian).say("absences");
    await person(dorian).press("Ouvrir", { choice: String(stored(disk, "caseMove")[0]?.["id"]) });
    await person(dorian).press("Donner suite", { toId: ALIX });
    assert.equal(fileOf()?.["referentId"], ALIX, "the case does not pass at once");
    await apply();
    await person(basile).say(`diagnostic ${CODE}`);
    assert.match(said(person(basile)), /Fiche introuvable/, "the former référent keeps the file");
    await person(alix).say("absences");
    await person(alix).press("Ouvrir", { choice: String(stored(disk, "caseMove")[0]?.["id"]) });
    assert.match(
      said(person(alix)),
      /Alix Lavande vous accompagne à la place de Basile Tilleul/,
      "no words for the person",
    );
    await person(alix).press("La personne est informée", { person: CODE, informedOn: TODAY });
    assert.match(said(person(alix)), /La personne en est informée le 24 novembre 2026, par Alix Lavande/);
  });

  it("whoever stands in hears that a person asks for somebody else, and passes it on", async () => {
    await planOwn({ toId: ALIX, from: TODAY, until: "2026-11-26" });
    await apply();
    await person(alix).say(`fiche ${CODE}`);
    await person(alix).press("Parcours");
    await person(alix).press("Ouvrir", { choice: "transfer" });
    await person(alix).press("Enregistrer", { what: "transfer", toId: "", from: TODAY, why: "personAsks" });
    assert.match(said(person(alix)), /un·e chargé·e de projet y répondra/);
    await apply();
    assert.equal(fileOf()?.["referentId"], BASILE, "it passed without a decision");
    assert.match(sentTo(DORIAN), /la personne le demande/, "nobody is asked");
  });

  it("whoever leaves the team leaves nobody behind", async () => {
    await chat.stop();
    chat = await startChat({
      disk,
      clock,
      people: peopleOf([...TEAM.filter((one) => one.aadObjectId !== BASILE), CLEA_HORTENSIA]),
    });
    const chief = chat.person(DORIAN);
    await chief.say("absences");
    await chief.press("Noter une absence ou un transfert");
    await chief.press("Enregistrer", { what: "transfer", fromId: BASILE, toId: ALIX, from: TODAY, why: "leaves" });
    await apply();
    assert.deepEqual(
      stored(disk, "case").map((file) => file["referentId"]),
      [ALIX, ALIX],
    );
    const told = stored(disk, "outbox").filter(({ memberId, what, screen }) => {
      const shown = JSON.stringify(screen);
      return memberId === ALIX && what === "message" && shown.includes('"move"');
    });
    assert.equal(told.length, 1, "one message for all of them, to whoever takes them");
  });

  it("only whoever it concerns reads it; only a chargé de projet passes a case, and nobody undoes what is done", async () => {
    await planOwn({ toId: ALIX, from: TODAY, until: "2026-12-10" });
    await apply();
    const move = String(stored(disk, "caseMove")[0]?.["id"]);
    const open = async (id: string): Promise<string> => {
      const who = chat.person(id);
      await who.say("absences");
      return JSON.stringify(await sends(who, "move.pick", { choice: move }));
    };
    for (const id of [BASILE, ALIX, DORIAN, EUGENIE]) assert.match(await open(id), /en l'absence de Basile/, id);
    for (const id of [CLEA, FANTINE]) assert.doesNotMatch(await open(id), /Basile Tilleul|Amina/, id);
    const clea = chat.person(CLEA);
    await clea.say("absences");
    await sends(clea, "move.end", { move });
    assert.equal(stored(disk, "caseMove")[0]?.["state"], "applied", "somebody else's absence is ended");
    await person(alix).say("absences");
    await sends(person(alix), "move.end", { move });
    assert.equal(stored(disk, "caseMove")[0]?.["state"], "applied", "whoever stands in puts an end to it alone");
  });
});
