/** What cannot be undone is asked twice: the first press says what will happen and to whom, the second does it. */
import assert from "node:assert/strict";
import type { Member } from "../../src/domain/people/member.ts";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { BASILE, buttonsOf, DORIAN, type Chat, type Fill, type Person } from "../support/chat.ts";
import {
  acts,
  ALL_BUT_HEALTH_AND_WORK,
  AMINA,
  enter,
  fieldsOf,
  lines,
  register,
  said,
  startChat,
  stored,
} from "./steps.ts";

const CODE = "P-2026-0001";
const TWIN = "P-2026-0002";
const THEIRS = "P-2026-0003";

/** A référent and nothing else. */
const DENIZ = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8aff";
const MEMBERS: readonly Member[] = [
  { aadObjectId: BASILE, name: "Basile Tilleul", roles: ["referent"] },
  { aadObjectId: DENIZ, name: "Deniz Aulne", roles: ["referent"] },
  { aadObjectId: DORIAN, name: "Dorian Bouleau", roles: ["chargeDeProjet"] },
];
const people = { members: () => MEMBERS, byObjectId: (id: string) => MEMBERS.find((one) => one.aadObjectId === id) };

/** What tells who knocked, who opened what and what was answered; the rest is written of people. */
const TRACES = new Set(["seen", "click", "outbox", "audit", "chain", "conversation", "posted", "lane", "sendShare"]);
const written = (disk: MemoryDisk): string[] =>
  [...disk.documents].filter(([, row]) => !TRACES.has(row.kind)).map(([key, row]) => `${key} ${row.version}`);

interface Act {
  /** To the card that holds the button which asks. */
  readonly open: (by: Person) => Promise<unknown>;
  readonly asks: string;
  readonly fill?: Fill;
  readonly button: string;
  readonly says: readonly RegExp[];
  /** The first words of the card where *Ne rien changer* goes. */
  readonly backTo: RegExp;
  readonly done: RegExp;
  /** What the trail says of it, and whose. */
  readonly act: string;
  readonly chain: string;
  /** What an old question answers once it was done elsewhere. */
  readonly tooLate: RegExp;
}

const manage = async (by: Person, code = CODE): Promise<void> => {
  await by.say(`fiche ${code}`);
  await by.press("Gérer la fiche");
};
const openMerge = async (by: Person): Promise<void> => {
  await manage(by, TWIN);
  await by.press("Fusionner");
};
const ask = async (by: Person, { open, asks, fill }: Act): Promise<void> => {
  await open(by);
  await by.press(asks, fill);
};

const ACTS: Readonly<Record<string, Act>> = {
  "Refaire le point": {
    open: (by) => by.say(`fiche ${CODE}`),
    asks: "Refaire le point",
    button: "Refaire le point",
    says: [
      /^Refaire le point \?\nAmina B\. · P-2026-0001\n/,
      /première évaluation, commencée le 24 novembre 2026, 12 domaines abordés sur 13/,
      /ne se rouvre pas/,
    ],
    backTo: /^Amina B\. · P-2026-0001\n/,
    done: /Deuxième évaluation/,
    act: "round.opened",
    chain: `case.${CODE}`,
    tooLate: /Quelque chose a changé entre-temps/,
  },
  Fusionner: {
    open: openMerge,
    asks: "Fusionner",
    fill: { into: CODE },
    button: `Fusionner : garder ${CODE}`,
    says: [
      /À garder : Amina B\. · P-2026-0001\nÀ fermer : Zoé S\. · P-2026-0002\n/,
      /Les deux noms sont différents/,
      /ne se défait pas/,
    ],
    backTo: /^Fusionner deux fiches\nZoé S\. · P-2026-0002/,
    done: /n'en font plus qu'une/,
    act: "record.merged",
    chain: `case.${TWIN}`,
    tooLate: /Quelque chose a changé entre-temps/,
  },
  "Le retrait de l'accord sur la santé": {
    open: manage,
    asks: "La personne retire son accord (santé)",
    button: "Effacer ce qui est noté",
    says: [
      /^Effacer ce qui est noté sur la santé \?\nAmina B\. · P-2026-0001\n/,
      /toutes les évaluations, brouillons compris/,
      /les raisons de votre préconisation seront effacées aussi/,
    ],
    backTo: /^Gérer la fiche\nAmina B\./,
    done: /est effacé/,
    act: "health.withdrawn",
    chain: `case.${CODE}`,
    tooLate: /C'est déjà fait/,
  },
};

describe("Before what cannot be undone", function () {
  this.timeout(60_000);
  let disk: MemoryDisk;
  let chat: Chat;
  let basile: Person;

  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk, people });
    basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
    await basile.press("Reprendre plus tard", lines("nothing", ...ALL_BUT_HEALTH_AND_WORK));
    await register(basile, { ...AMINA, Prénom: "Zoé", Nom: "Sarr", "Date de naissance": "01/02/1990" });
  });
  afterEach(() => chat.stop());

  const times = ({ act, chain }: Act): number => acts(disk, chain).filter((one) => one === act).length;
  /** Who opened that file. */
  const trail = (code: string): unknown[] =>
    stored(disk, "audit")
      .filter((entry) => entry["chain"] === `case.${code}` && entry["act"] === "case.opened")
      .map((entry) => entry["by"]);
  /** Someone, on another device, with the same card in front of them. */
  const as = (objectId: string, { card, messageId }: Person): Person => {
    const other = chat.person(objectId);
    other.take(card, messageId);
    return other;
  };

  for (const [name, act] of Object.entries(ACTS))
    describe(name, () => {
      it("says at the first press what will happen and to whom, and changes nothing", async () => {
        const before = written(disk);
        await ask(basile, act);
        for (const words of act.says) assert.match(said(basile), words);
        assert.deepEqual(buttonsOf(basile.card), [act.button, "Ne rien changer"]);
        assert.doesNotMatch(JSON.stringify(basile.card), /Benali|Sarr|1984|06 12/, "the card says more than who it is");
        assert.deepEqual(written(disk), before, "the first press already changes something");
      });

      it("changes nothing by « Ne rien changer », and goes back where one was", async () => {
        const before = written(disk);
        await ask(basile, act);
        await basile.press("Ne rien changer");
        assert.match(said(basile), act.backTo);
        assert.deepEqual(written(disk), before);
        await ask(basile, act);
        await basile.press(act.button);
        assert.match(said(basile), act.done, "having changed one's mind once, it cannot be done any more");
      });

      it("does it once at the second press, pressed twice and on two devices", async () => {
        await ask(basile, act);
        const phone = as(BASILE, basile);
        await Promise.all([basile.press(act.button), phone.press(act.button)]);
        for (const one of [basile, phone]) assert.match(said(one), act.done);
        assert.equal(times(act), 1);
      });

      it("does nothing more from an old question, nor asks again as if it were new", async () => {
        await ask(basile, act);
        const old = as(BASILE, basile);
        await act.open(basile);
        const asking = basile.click(act.asks, act.fill);
        await basile.invoke(asking);
        await ask(basile, act);
        await basile.press(act.button);
        assert.equal(times(act), 1);
        const after = written(disk);
        await old.press(act.button);
        assert.match(said(old), act.tooLate);
        // Teams delivers the first press again, long after.
        old.card = await old.invoke(asking);
        assert.match(said(old), act.tooLate, "a question that was settled is asked again");
        assert.deepEqual(written(disk), after, "an old question still acts");
        assert.equal(times(act), 1);
      });

      it("asks nothing of another référent, and does nothing for them", async () => {
        const before = written(disk);
        await act.open(basile);
        const deniz = as(DENIZ, basile);
        await deniz.press(act.asks, act.fill);
        assert.match(said(deniz), /Fiche introuvable/);
        await ask(basile, act);
        deniz.take(basile.card, basile.messageId);
        await deniz.press(act.button);
        assert.match(said(deniz), /Fiche introuvable/);
        assert.doesNotMatch(said(deniz), /Amina|Zoé/);
        assert.deepEqual(written(disk), before);
      });
    });

  it("says under the field, alike, that the record to keep is another's or does not exist, and the trail keeps it", async () => {
    await register(chat.person(DENIZ), { Prénom: "Inès", Nom: "Faure" });
    const before = written(disk);
    const answers = [];
    for (const into of [THEIRS, "P-2026-0099"]) {
      await openMerge(basile);
      await basile.press("Fusionner", { into });
      assert.equal(fieldsOf(basile)["into"], into, "what was typed is lost");
      assert.match(said(basile), /aucune fiche qui vous soit ouverte ne porte ce code/);
      assert.doesNotMatch(said(basile), /Inès/);
      answers.push(said(basile).replaceAll(into, "…"));
    }
    assert.equal(answers[0], answers[1], "the answer tells whether the record exists");
    assert.ok(acts(disk, `member.${BASILE}`).includes("refused:record.mergeAsk"), "the trail does not keep it");
    assert.ok(!trail(THEIRS).includes(BASILE), "the record of another référent was opened");
    await openMerge(basile);
    await basile.press("Fusionner", { into: TWIN });
    assert.match(said(basile), /c'est le code de cette fiche/);
    assert.deepEqual(written(disk), before);
  });

  it("shows the chargé de projet both records, and the trail of each says that they were opened", async () => {
    const dorian = chat.person(DORIAN);
    await openMerge(dorian);
    await dorian.press("Fusionner", { into: CODE });
    assert.match(said(dorian), /À garder : Amina B\. · P-2026-0001/);
    for (const code of [CODE, TWIN]) assert.ok(trail(code).includes(DORIAN), `${code} was shown, and nothing says so`);
  });

  it("says at once, before asking, that the record to keep is closed or is the other one", async () => {
    await manage(basile, TWIN);
    await basile.press("Annuler la fiche");
    await basile.press("Confirmer l'annulation", { Raison: "error" });
    await manage(basile);
    await basile.press("Fusionner");
    await basile.press("Fusionner", { into: TWIN });
    assert.match(said(basile), /Cette fiche est fermée/);
    await manage(basile, TWIN);
    await basile.press("Rouvrir la fiche");
    await manage(basile);
    await basile.press("Fusionner");
    await basile.press("Fusionner", { into: TWIN });
    assert.match(said(basile), /Gardez plutôt cette fiche/);
  });
});
