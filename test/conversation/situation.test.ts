/** *Situation*: facts for eligibility, recorded by the référent once the person has entered. */
import assert from "node:assert/strict";
import { FACT_IDS, NOTHING_ASKED } from "../../src/domain/suggestion/facts.ts";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { refusalWords } from "../../src/wording/refusals.ts";
import {
  ALIX,
  BASILE,
  DORIAN,
  EUGENIE,
  FANTINE,
  nodesOf,
  type Chat,
  type Fill,
  type Json,
  type Person,
} from "../support/chat.ts";
import {
  acts,
  ALL_BUT_HEALTH_AND_WORK,
  AMINA,
  enter,
  fieldsOf,
  has,
  lines,
  register,
  said,
  startChat,
  stored,
} from "./steps.ts";

const CODE = "P-2026-0001";
const ANSWERS: Fill = {
  seeksWork: "yes",
  franceTravail: "yes",
  accompaniedBy: "missionLocale",
  rsa: "no",
  ass: "unknown",
  aah: "declined",
  rqth: "requested",
  diploma: "NV5",
  "Droit de travailler jusqu'au": "31 août 2027",
};
const RECORDED = {
  ...NOTHING_ASKED,
  seeksWork: "yes",
  franceTravail: "yes",
  accompaniedBy: "missionLocale",
  rsa: "no",
  ass: "unknown",
  aah: "declined",
  rqth: "requested",
  diploma: "NV5",
  rightToWorkUntil: "2027-08-31",
};

/** From the sheet, where six buttons have room: *Parcours*, then its choice. */
const toSituation = async (by: Person): Promise<void> => {
  await by.press("Parcours");
  await by.press("Ouvrir", { choice: "situation" });
};
/** Leaves the sheet in front of them. */
const offersSituation = async (by: Person): Promise<boolean> => {
  if (!has(by, "Parcours")) return has(by, "Situation");
  await by.press("Parcours");
  const offered = nodesOf(by.card).some(({ value }) => value === "situation");
  await by.press("Ouvrir la fiche");
  return offered || has(by, "Situation");
};

describe("Situation", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let basile: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk });
    basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
  });
  afterEach(() => chat.stop());

  const open = async (by: Person): Promise<void> => {
    await by.say(`fiche ${CODE}`);
    await toSituation(by);
  };
  const facts = (parcours = 1): unknown =>
    stored(disk, "situation").find((doc) => doc["code"] === CODE && doc["parcours"] === parcours)?.["facts"];
  const drafts = (): Json[] => stored(disk, "draft").filter((draft) => draft["code"] === CODE);

  it("opens with nothing asked, and says what it serves; what is answered is recorded, and the sheet says how much", async () => {
    await open(basile);
    assert.match(said(basile), /à quels services la personne peut prétendre/);
    assert.match(said(basile), /Rien ici n'entre dans les chiffres du diagnostic/);
    for (const fact of FACT_IDS) assert.equal(fieldsOf(basile)[fact], "notAsked", fact);
    assert.equal(fieldsOf(basile)["rightToWorkUntil"], "");
    await basile.press("Enregistrer", ANSWERS);
    assert.match(said(basile), /Enregistré à/);
    assert.match(said(basile), /Situation : 8 réponses sur 14/);
    assert.deepEqual(facts(), RECORDED);
    await toSituation(basile);
    assert.equal(fieldsOf(basile)["rightToWorkUntil"], "31/08/2027");
    assert.equal(fieldsOf(basile)["rsa"], "no");
    assert.equal(fieldsOf(basile)["iae"], "notAsked");
  });

  it("records with nothing answered: nothing is obligatory, and nothing is taken for a no", async () => {
    await open(basile);
    await basile.press("Enregistrer");
    assert.deepEqual(facts(), NOTHING_ASKED);
    assert.match(said(basile), /Situation : 0 réponse sur 14/);
  });

  it("half filled and left, is found again as it was, also after another evaluation was opened", async () => {
    await open(basile);
    await basile.press("Annuler", { rsa: "yes", "Droit de travailler jusqu'au": "31/02/20" });
    assert.match(said(basile), /Brouillon enregistré/);
    assert.match(said(basile), /Situation : 0 réponse/, "what is not recorded is counted");
    assert.equal(facts(), undefined);
    await basile.say(`diagnostic ${CODE}`);
    await basile.press("Enregistrer et continuer", lines("nothing", ...ALL_BUT_HEALTH_AND_WORK));
    await basile.say(`fiche ${CODE}`);
    await basile.press("Refaire le point");
    await basile.press("Refaire le point");
    await open(basile);
    assert.match(said(basile), /Brouillon laissé .* pas encore enregistré/);
    assert.equal(fieldsOf(basile)["rsa"], "yes");
    assert.equal(fieldsOf(basile)["rightToWorkUntil"], "31/02/20");
    await basile.press("Enregistrer", { "Droit de travailler jusqu'au": "" });
    assert.deepEqual(facts(), { ...NOTHING_ASKED, rsa: "yes" });
    assert.deepEqual(drafts(), []);
  });

  it("refuses only an impossible date, says it in a sentence, and keeps the rest of what was typed", async () => {
    await open(basile);
    await basile.press("Enregistrer", { ...ANSWERS, "Droit de travailler jusqu'au": "31/02/2027" });
    assert.match(said(basile), /À revoir : cette date n'existe pas, ou je ne l'ai pas comprise/);
    assert.equal(facts(), undefined);
    assert.equal(fieldsOf(basile)["rqth"], "requested");
    assert.equal(fieldsOf(basile)["rightToWorkUntil"], "31/02/2027");
    await basile.press("Enregistrer", { "Droit de travailler jusqu'au": "31/08/2027" });
    assert.deepEqual(facts(), RECORDED);
  });

  it("a date that was erased is erased; a client that sends only what changed erases nothing", async () => {
    await open(basile);
    await basile.press("Enregistrer", ANSWERS);
    await toSituation(basile);
    const bare = basile.click("Enregistrer", {});
    const data = (bare["value"] as { action: { data: Json } }).action.data;
    for (const field of Object.keys(data))
      if (!["code", "rev", "iae"].includes(field)) Reflect.deleteProperty(data, field);
    data["iae"] = "yes";
    basile.card = await basile.invoke(bare);
    assert.deepEqual(facts(), { ...RECORDED, iae: "yes" });
    await toSituation(basile);
    await basile.press("Enregistrer", { "Droit de travailler jusqu'au": "", rsa: "notAsked" });
    assert.deepEqual(facts(), { ...RECORDED, iae: "yes", rightToWorkUntil: null, rsa: null });
  });

  describe("from two devices", () => {
    let desk: Person;
    beforeEach(async () => {
      await open(basile);
      await basile.press("Enregistrer", ANSWERS);
      await toSituation(basile);
      desk = chat.person(BASILE);
      desk.take(basile.card, basile.messageId);
      await basile.press("Enregistrer", { rsa: "yes" });
      await desk.press("Enregistrer", {
        rsa: "declined",
        rqth: "notAsked",
        "Droit de travailler jusqu'au": "01/09/2028",
      });
    });

    it("shows both versions in words, only where they differ, and overwrites nothing", () => {
      assert.match(said(desk), /Deux versions : Situation/);
      for (const words of [
        "Perçoit le RSA",
        "Oui",
        "Ne souhaite pas répondre",
        "Demandée, pas encore reçue",
        "Pas demandé",
      ])
        assert.ok(said(desk).includes(words), `« ${words} » is not shown:\n${said(desk)}`);
      assert.match(said(desk), /31\/08\/2027[\s\S]*01\/09\/2028/);
      assert.doesNotMatch(said(desk), /mission locale|declined|requested/, "what both agree on, or a code, is shown");
      assert.deepEqual(facts(), { ...RECORDED, rsa: "yes" });
    });

    it("Garder: what is recorded stays, and the other version is gone", async () => {
      await desk.press("Garder ce qui est enregistré");
      assert.match(said(desk), /ce qui était enregistré est gardé/);
      assert.deepEqual(facts(), { ...RECORDED, rsa: "yes" });
      assert.deepEqual(drafts(), []);
    });

    it("Remplacer: mine is recorded", async () => {
      await desk.press("Remplacer par ma version");
      assert.deepEqual(facts(), { ...RECORDED, rsa: "declined", rqth: null, rightToWorkUntil: "2028-09-01" });
      assert.deepEqual(drafts(), []);
    });

    it("left without choosing, comes first when Situation is opened again", async () => {
      await open(basile);
      assert.match(said(basile), /Deux versions : Situation/);
      await basile.press("Remplacer par ma version");
      await open(basile);
      assert.equal(fieldsOf(basile)["rsa"], "declined");
    });

    it("an old card that says what is recorded changes nothing and asks nothing", async () => {
      await desk.press("Garder ce qui est enregistré");
      await open(basile);
      desk.take(basile.card, basile.messageId);
      await basile.press("Enregistrer", { iae: "no" });
      await desk.press("Enregistrer", { iae: "no" });
      assert.doesNotMatch(said(desk), /Deux versions/);
      assert.deepEqual(facts(), { ...RECORDED, rsa: "yes", iae: "no" });
    });
  });

  it("is the référent's alone: who reads the case sees how much was asked, the assistante not even that", async () => {
    await open(basile);
    await basile.press("Enregistrer", ANSWERS);
    const opening = { code: CODE };
    for (const id of [ALIX, DORIAN, EUGENIE, FANTINE]) {
      const member = chat.person(id);
      const value = { action: { type: "Action.Execute", verb: "situation.open", data: opening }, trigger: "manual" };
      member.card = await member.invoke(member.activity({ type: "invoke", name: "adaptiveCard/action", value }));
      assert.ok(said(member).includes(refusalWords.noSuchCase.title), `${id} reads a situation:\n${said(member)}`);
      await member.say(`fiche ${CODE}`);
      assert.equal(/8 réponses sur 14/.test(said(member)), id !== FANTINE, said(member));
      assert.equal(await offersSituation(member), false);
    }
  });

  it("waits for the entry: the notice was not given yet", async () => {
    await register(basile, { ...AMINA, Prénom: "Bintou", Nom: "Sarr", "Date de naissance": "01/02/1990" });
    assert.equal(await offersSituation(basile), false);
    for (const [verb, data] of [
      ["situation.open", { code: "P-2026-0002" }],
      ["situation.save", { code: "P-2026-0002", rev: "new~new", whole: "true", rsa: "yes" }],
      ["situation.leave", { code: "P-2026-0002", rev: "new~new", whole: "true", rsa: "yes" }],
    ] as const) {
      const value = { action: { type: "Action.Execute", verb, data } };
      basile.card = await basile.invoke(basile.activity({ type: "invoke", name: "adaptiveCard/action", value }));
      assert.ok(said(basile).includes(refusalWords.notEntered.title), `${verb}:\n${said(basile)}`);
    }
    assert.deepEqual(stored(disk, "situation", "draft"), []);
  });

  it("leaves no answer in the trail, the events, the rows of the lists, the outbox nor the log", async () => {
    await open(basile);
    await basile.press("Annuler", { ...ANSWERS, "Droit de travailler jusqu'au": "canari 2027" });
    await open(basile);
    await basile.press("Enregistrer");
    await basile.press("Enregistrer", { "Droit de travailler jusqu'au": "31/08/2027" });
    await chat.product.outbox.drain();
    const done = acts(disk, `case.${CODE}`).filter((act) => act.startsWith("situation."));
    assert.deepEqual(done, ["situation.kept", "situation.toMend", "situation.recorded"]);
    const told = /missionLocale|requested|NV5|canari|2027-08-31|31\/08\/2027/;
    for (const kind of ["audit", "event", "summary", "outbox", "seen", "click", "posted", "case", "identity"]) {
      const docs = JSON.stringify(stored(disk, kind));
      assert.doesNotMatch(docs, told, `a ${kind} document tells an answer`);
    }
    assert.doesNotMatch(JSON.stringify(chat.log.lines), told, "the log tells an answer");
    const summaries = chat.teams.received.map((request) => request.body["summary"]);
    assert.doesNotMatch(summaries.join(" "), /RSA|Amina|RQTH|P-2026/, "a notification says more than that a card came");
  });

  it("stays when the agreement on health is withdrawn: a status is a right, not a note on health", async () => {
    await open(basile);
    await basile.press("Enregistrer", ANSWERS);
    await basile.press("Gérer la fiche");
    await basile.press("La personne retire son accord (santé)");
    await basile.press("Effacer ce qui est noté");
    assert.deepEqual(facts(), RECORDED);
  });

  it("a cancelled record asks nothing; reopened, it has its answers back", async () => {
    await open(basile);
    await basile.press("Enregistrer", ANSWERS);
    await basile.press("Gérer la fiche");
    await basile.press("Annuler la fiche");
    await basile.press("Confirmer l'annulation", { reason: "error" });
    assert.equal(await offersSituation(basile), false);
    await basile.press("Gérer la fiche");
    await basile.press("Rouvrir la fiche");
    await toSituation(basile);
    assert.equal(fieldsOf(basile)["accompaniedBy"], "missionLocale");
  });

  it("is asked again in a next parcours: facts change; those of the former one are kept with it", async () => {
    await open(basile);
    await basile.press("Enregistrer", ANSWERS);
    await basile.press("Gérer la fiche");
    await basile.press("Annuler la fiche");
    await basile.press("Confirmer l'annulation", { reason: "request" });
    await register(basile);
    await basile.press("Nouveau parcours", { choice: CODE });
    await enter(basile);
    await open(basile);
    assert.equal(fieldsOf(basile)["rsa"], "notAsked");
    await basile.press("Enregistrer", { rsa: "yes" });
    assert.deepEqual([facts(1), facts(2)], [RECORDED, { ...NOTHING_ASKED, rsa: "yes" }]);
  });

  it("two records that become one: no answer is lost, and the kept record's come first", async () => {
    await open(basile);
    await basile.press("Enregistrer", ANSWERS);
    await register(basile, { ...AMINA, Prénom: "Aminata", Nom: "Ben Ali", "Date de naissance": "" });
    await enter(basile);
    await basile.say("fiche P-2026-0002");
    await toSituation(basile);
    await basile.press("Enregistrer", { rsa: "yes", qpv: "yes" });
    await basile.press("Gérer la fiche");
    await basile.press("Fusionner");
    await basile.press("Fusionner", { into: CODE });
    await basile.press(`Fusionner : garder ${CODE}`);
    assert.deepEqual(facts(), { ...RECORDED, qpv: "yes" });
  });
});
