/** *Questionnaires FSE+*: filled in block by block with the person, declined or missing, then signed on paper; in the whole product over HTTP. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { refusalWords } from "../../src/wording/refusals.ts";
import {
  ALIX,
  BASILE,
  DORIAN,
  FANTINE,
  buttonsOf,
  nodesOf,
  type Chat,
  type Fill,
  type Json,
  type Person,
} from "../support/chat.ts";
import { acts, enter, fieldsOf, has, movableClock, register, said, startChat, stored, TODAY } from "./steps.ts";
import type { MovableClock } from "./steps.ts";

const CODE = "P-2026-0001";
const PERSON: Fill = { sex: "female", rural: "no", qpv: "unknown" };
const WORK: Fill = { labour: "unemployed", withoutWork: "twoYearsAndMore", jobseeker: "yes", minima: "rsa,aah" };
const STUDIES: Fill = { diploma: "NV5" };
const PRIVATE: Fill = {
  ...{ handicap: "declined", nationality: "nonEu", foreignBackground: "declined", minority: "declined" },
  housing: "hosted",
};

describe("Questionnaires FSE+", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let clock: MovableClock;
  let basile: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    clock = movableClock();
    chat = await startChat({ disk, clock });
    basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
  });
  afterEach(() => chat.stop());

  const sheet = (stage = "entry"): Json | undefined => stored(disk, "esfAnswers").find((doc) => doc["stage"] === stage);
  const head = (): Json => stored(disk, "case").find((doc) => doc["code"] === CODE) ?? {};
  const openBlock = async (by: Person, block: string): Promise<void> => {
    await by.say(`questionnaire ${CODE}`);
    await by.press("Ouvrir", { choice: `block:${block}` });
  };
  const fillAll = async (by: Person): Promise<void> => {
    await openBlock(by, "person");
    for (const block of [PERSON, WORK, STUDIES, PRIVATE]) await by.press("Enregistrer et continuer", block);
  };
  const sign = async (by: Person, on: string = TODAY): Promise<void> => {
    await by.press("Signé le…");
    await by.press("Enregistrer", { signedOn: on });
  };
  const three = async (by: Person, button: string, fill: Fill): Promise<void> => {
    const pressed = by.card;
    for (let time = 0; time < 3; time += 1) {
      by.card = pressed;
      await by.press(button, fill);
    }
  };

  it("is one press away while it is not signed, and the first block holds what the sheet knows, to confirm", async () => {
    await basile.say(`fiche ${CODE}`);
    await basile.press("Questionnaire FSE+");
    assert.match(said(basile), /À l'entrée\s+à remplir · signature attendue pour le 1er décembre 2026\s/);
    assert.match(said(basile), /Six mois après la sortie/);
    assert.match(said(basile), /doit encore confirmer 14 numéros d'indicateurs/, "two codes of sixteen are confirmed");
    assert.doesNotMatch(said(basile), /EECO/, "a code means nothing to who fills it in with the person");
    await basile.press("Ouvrir", { choice: "block:person" });
    assert.match(said(basile), /Partie 1 sur 4/);
    assert.equal(fieldsOf(basile)["birthDate"], "12/03/1984");
    assert.equal(fieldsOf(basile)["commune"], "Chenôve");
    assert.equal(fieldsOf(basile)["sex"], "notAsked");
    assert.equal(fieldsOf(basile)["answeredOn"], TODAY);
    assert.match(said(basile), /D'après la fiche \(son identité\), à confirmer avec la personne/);
    assert.equal(sheet(), undefined, "a suggestion was recorded by itself");
  });

  it("goes from block to block, each press counted once; a decline is an answer, a blank is missing; then it is signed", async () => {
    await openBlock(basile, "person");
    await three(basile, "Enregistrer et continuer", PERSON);
    assert.equal(sheet()?.["edition"], 1, "the same press recorded twice");
    assert.match(said(basile), /L'emploi/);
    await basile.press("Enregistrer et continuer", WORK);
    await basile.press("Enregistrer et continuer", STUDIES);
    await basile.press("Enregistrer et continuer", { ...PRIVATE, housing: "notAsked" });
    assert.match(said(basile), /Questions personnelles · il manque 1 réponse : « Logement »/);
    await basile.press("Signé le…");
    assert.match(said(basile), /La signature attend encore 1 réponse/);
    await basile.press("Enregistrer", { signedOn: TODAY });
    assert.match(said(basile), /rien n'est signé avant/);
    assert.equal(head()["esf"], null);
    await openBlock(basile, "situation");
    assert.equal(fieldsOf(basile)["minority"], "declined", "a decline comes back as a blank");
    await basile.press("Enregistrer et continuer", { housing: "hosted" });
    assert.match(said(basile), /complet, à signer/);
    assert.match(said(basile), /Imprimez-le, faites-le signer/, "what comes next is not said");
    assert.equal(buttonsOf(basile.card)[0], "Signé le…", "the signature does not come first");
    await basile.press("Signé le…");
    await three(basile, "Enregistrer", { signedOn: TODAY });
    assert.match(said(basile), /le questionnaire est signé/);
    assert.deepEqual(head()["esf"], { entryOn: TODAY, exitOn: null, laterOn: null });
    const kept = sheet();
    assert.equal(kept?.["signedOn"], TODAY);
    assert.deepEqual(kept["answers"], {
      ...{ birthDate: "1984-03-12", commune: "21166", ...PERSON, ...WORK, minima: ["rsa", "aah"] },
      ...{ ...STUDIES, ...PRIVATE },
    });
    const sources = kept["sources"] as Json;
    assert.deepEqual([sources["birthDate"], sources["sex"]], ["identity", "said"]);
    await basile.say(`fiche ${CODE}`);
    assert.ok(!has(basile, "Questionnaire FSE+"), "the sheet still asks for what is signed");
    assert.deepEqual(
      acts(disk, `case.${CODE}`).filter((act) => act === "esf.signed"),
      ["esf.signed"],
    );
  });

  it("says what cannot be read, keeps the rest, and records nothing of that block", async () => {
    await openBlock(basile, "person");
    await basile.press("Enregistrer et continuer", { ...PERSON, birthDate: "31/02/1984", commune: "Atlantis" });
    assert.match(said(basile), /cette date n'existe pas/);
    assert.match(said(basile), /cette commune n'est pas dans le territoire/);
    assert.equal(fieldsOf(basile)["sex"], "female", "what could be read was lost");
    assert.equal(fieldsOf(basile)["birthDate"], "31/02/1984");
    assert.equal(sheet(), undefined);
    await basile.press("Enregistrer et continuer", {
      birthDate: "12/03/1984",
      commune: "75056",
      answeredOn: "2026-01-05",
    });
    assert.match(said(basile), /rien n'est demandé avant le premier entretien/);
    await basile.press("Enregistrer et continuer", { answeredOn: "2027-01-05" });
    assert.match(said(basile), /dans le futur/);
    await basile.press("Enregistrer et continuer", { answeredOn: TODAY });
    assert.equal((sheet()?.["answers"] as Json)["commune"], "75056", "a commune elsewhere cannot be said");
    await openBlock(basile, "work");
    await basile.press("Enregistrer et continuer", { ...WORK, labour: "employed", minima: "rsa,none" });
    assert.match(said(basile), /cette question ne se pose pas/);
    assert.match(said(basile), /cette réponse va seule/);
  });

  it("keeps what is typed by either button, and an older card of another device writes over nothing", async () => {
    const desk = chat.person(BASILE);
    await openBlock(basile, "work");
    await openBlock(desk, "work");
    await basile.press("Reprendre plus tard", { labour: "inactive" });
    await openBlock(basile, "work");
    assert.equal(fieldsOf(basile)["labour"], "inactive");
    await basile.press("Enregistrer et continuer", WORK);
    await desk.press("Enregistrer et continuer", { ...WORK, labour: "employed", withoutWork: "notAsked" });
    assert.match(said(desk), /Quelque chose a été enregistré ici entre-temps/);
    assert.equal((sheet()?.["answers"] as Json)["labour"], "unemployed", "an older card wrote over newer answers");
    assert.equal(fieldsOf(desk)["labour"], "employed", "what was typed on the other device is lost");
    await openBlock(desk, "studies");
    await desk.press("Enregistrer et continuer", STUDIES);
    assert.equal((sheet()?.["answers"] as Json)["diploma"], "NV5", "two blocks get in each other's way");
  });

  it("asks for a new signature once an answer was changed, and says so; the day alone, before the signature, changes nothing", async () => {
    await fillAll(basile);
    await sign(basile);
    await openBlock(basile, "studies");
    await basile.press("Enregistrer et continuer");
    assert.deepEqual((head()["esf"] as Json)["entryOn"], TODAY, "reading again undid the signature");
    await openBlock(basile, "studies");
    await basile.press("Enregistrer et continuer", { diploma: "NV4" });
    assert.match(said(basile), /Une réponse a changé depuis la signature/);
    assert.equal((head()["esf"] as Json)["entryOn"], null);
    assert.equal(sheet()?.["signedOn"], null);
    await sign(basile);
    assert.equal(sheet()?.["signedOn"], TODAY);
  });

  for (const [what, other] of [
    ["different days", "2026-11-26"],
    ["the same day", "2026-11-25"],
  ] as const)
    it(`is signed once by two devices at the same moment with ${what}; whoever came second is told what stands`, async () => {
      await fillAll(basile);
      clock.move(3);
      const fantine = chat.person(FANTINE);
      for (const one of [basile, fantine]) {
        await one.say(`questionnaire ${CODE}`);
        await one.press("Signé le…");
      }
      await Promise.all([
        basile.press("Enregistrer", { signedOn: "2026-11-25" }),
        fantine.press("Enregistrer", { signedOn: other }),
      ]);
      const signed = acts(disk, `case.${CODE}`).filter((act) => act === "esf.signed");
      assert.equal(signed.length, 1, "signed twice");
      const stands = String(sheet()?.["signedOn"]);
      assert.ok(["2026-11-25", other].includes(stands));
      assert.deepEqual(head()["esf"], { entryOn: stands, exitOn: null, laterOn: null });
      const told = [basile, fantine].map((one) => /enregistré ici entre-temps/.test(said(one)));
      assert.equal(told.filter(Boolean).length, what === "different days" ? 1 : 0, said(fantine));
      const second = told[0] === true ? basile : fantine;
      if (what === "different days") {
        assert.equal(fieldsOf(second)["signedOn"], stands === other ? "2026-11-25" : other, "what was typed is lost");
        await second.press("Enregistrer");
        assert.notEqual(sheet()?.["signedOn"], stands, "said again, knowing, it is corrected");
      }
    });

  it("is not signed before the entry, before the answers, nor in the future", async () => {
    clock.move(3);
    await fillAll(basile);
    await basile.press("Signé le…");
    for (const [on, why] of [
      ["2026-11-20", /avant l'entrée/],
      [TODAY, /des réponses ont été données après cette date/],
      ["2026-12-24", /dans le futur/],
      ["", /indiquez cette date/],
    ] as const) {
      await basile.press("Enregistrer", { signedOn: on });
      assert.match(said(basile), why, on);
    }
    assert.equal(head()["esf"], null);
    await basile.press("Enregistrer", { signedOn: "2026-11-27" });
    assert.equal((head()["esf"] as Json)["entryOn"], "2026-11-27");
  });

  it("lets the assistante note the signature without reading an answer, and is nobody else's", async () => {
    await fillAll(basile);
    const fantine = chat.person(FANTINE);
    await fantine.say(`questionnaire ${CODE}`);
    assert.match(said(fantine), /complet, à signer/);
    assert.ok(
      !nodesOf(fantine.card).some(({ value }) => String(value).startsWith("block:")),
      "blocks are offered to her",
    );
    assert.ok(!has(fantine, "Imprimer"), "the printed answers are offered to her");
    await sign(fantine);
    assert.equal(sheet()?.["signedOn"], TODAY);
    const forged = { code: CODE, stage: "entry", choice: "block:situation" };
    for (const [id, verb] of [
      [FANTINE, "questionnaire.go"],
      [DORIAN, "questionnaire.go"],
      [ALIX, "questionnaire.go"],
    ] as const) {
      const member = chat.person(id);
      const value = { action: { type: "Action.Execute", verb, data: forged }, trigger: "manual" };
      member.card = await member.invoke(member.activity({ type: "invoke", name: "adaptiveCard/action", value }));
      assert.ok(said(member).includes(refusalWords.noSuchCase.title), `${id} reads answers:\n${said(member)}`);
    }
  });

  it("waits for the first interview, and the exit one for the exit; nothing is asked of who died", async () => {
    await register(basile, { Prénom: "Bintou", Nom: "Sarr", "Date de naissance": "01/02/1990" });
    await basile.say("questionnaire P-2026-0002");
    assert.ok(said(basile).includes(refusalWords.notEntered.title), said(basile));
    const value = {
      action: { type: "Action.Execute", verb: "questionnaire.signOpen", data: { code: CODE, stage: "exit" } },
    };
    basile.card = await basile.invoke(basile.activity({ type: "invoke", name: "adaptiveCard/action", value }));
    assert.ok(said(basile).includes(refusalWords.esfNotYet.title), said(basile));
    await basile.say(`contacts ${CODE}`);
    await basile.say(`fiche ${CODE}`);
    await basile.press("Parcours");
    await basile.press("Ouvrir", { choice: "end" });
    await basile.press("Mettre fin au parcours", { how: "death", why: "Décès annoncé par la famille", door: "none" });
    await basile.say(`questionnaire ${CODE}`);
    assert.match(said(basile), /le décès de la personne est noté/);
    assert.ok(!has(basile, "Signé le…") && !has(basile, "Imprimer"), "a paper is asked of who died");
  });

  it("leaves no answer in the events, the trail, the rows of lists, the deliveries nor the log", async () => {
    await fillAll(basile);
    await sign(basile);
    await chat.product.outbox.drain();
    const told = /nonEu|hosted|unemployed|twoYearsAndMore|NV5|1984/;
    for (const kind of ["audit", "event", "summary", "outbox", "seen", "click", "posted", "case", "listed", "marker"])
      assert.doesNotMatch(JSON.stringify(stored(disk, kind)), told, `a ${kind} document tells an answer`);
    assert.doesNotMatch(JSON.stringify(chat.log.lines), told, "the log tells an answer");
  });
});
