import assert from "node:assert/strict";
import { emptyDisk } from "../../src/stores/memory/memory-store.ts";
import { BASILE, DORIAN, FANTINE, nodesOf, type Json } from "../support/chat.ts";
import { enter, lines, openDomain, register, startChat, stored } from "./steps.ts";

const CANARIES: Readonly<Record<string, string>> = {
  "family name": "Zanzibarovitch",
  "birth date": "17/08/1979",
  "birth date as stored": "1979-08-17",
  phone: "06 99 88 77 66",
  "phone without spaces": "0699887766",
  "e-mail": "canari.secret@exemple.fr",
  address: "3 impasse du Serin",
};
const PERSON = {
  Prénom: "Amina",
  Nom: "Zanzibarovitch",
  "Date de naissance": "17/08/1979",
  "Commune de résidence": "Longvic",
  Téléphone: "06 99 88 77 66",
  Courriel: "canari.secret@exemple.fr",
  "Adresse (facultatif)": "3 impasse du Serin",
};
/** The cards in which an identity is being typed. */
const isForm = (card: unknown): boolean => nodesOf(card).some((node) => node["id"] === "familyName");
const found = (text: string): string[] => Object.keys(CANARIES).filter((name) => text.includes(CANARIES[name] ?? "?"));

describe("What tells who a person is", () => {
  it("stays in the form being typed: no card, stored document nor line of the log repeats it", async () => {
    const disk = emptyDisk();
    const chat = await startChat({ disk });
    try {
      const basile = chat.person(BASILE);
      const answers: Json[] = [];
      const press = async (title: string, fill = {}): Promise<void> =>
        void answers.push(await basile.press(title, fill));
      const say = async (text: string): Promise<void> => void answers.push(await basile.say(text));

      await register(basile, PERSON);
      answers.push(basile.card);
      await enter(basile);
      answers.push(basile.card);
      await press("Enregistrer et continuer", {
        ...lines("nothing", "mobilite", "logement", "famille", "finances", "droits", "numerique", "confiance"),
        ...lines("toExplore", "projet"),
      });
      await press("Comment en parler ?", { severity: "2", impact: "2" });
      await say("diagnostic P-2026-0001");
      await press("Enregistrer et continuer", {});
      await openDomain(basile, "mobilite");
      for (const words of [
        "bonjour",
        "participants zanzibarovitch",
        "échéances",
        "synthèse p 2026 1",
        "fiche p 2026 1",
      ])
        await say(words);
      await say("synthèse P-2026-0001");
      await press("Pourquoi ?");
      await say("fiche P-2026-0001");
      await press("Gérer la fiche");
      await press("Corriger l'identité");
      await press("Enregistrer", { Prénom: "Aminna" });
      await register(basile, PERSON);
      answers.push(basile.card);
      await press("C'est une autre personne");
      for (const who of [DORIAN, FANTINE]) {
        const member = chat.person(who);
        answers.push(await member.say("participants"), await member.say("fiche P-2026-0001"));
      }
      await chat.product.outbox.drain();

      const sent = chat.teams.received.map((request) => request.body);
      const cards = [...answers, ...sent].filter((card) => !isForm(card));
      assert.ok(cards.length > 40, `only ${cards.length} cards were looked at`);
      for (const card of cards) {
        const text = JSON.stringify(card);
        const told = found(text).filter((name) => name !== "family name" || !/« .{0,3}[Zz]anzi/.test(text));
        assert.deepEqual(told, [], `a card tells more than first name, initial and code: ${text.slice(0, 400)}`);
      }
      for (const kind of ["outbox", "audit", "event", "seen", "click", "summary", "case", "posted", "chain"]) {
        const docs = stored(disk, kind);
        if (kind !== "posted") assert.ok(docs.length > 0, `nothing is stored as ${kind}: the scan proves nothing`);
        const text = JSON.stringify(docs);
        assert.deepEqual(found(text), [], `a ${kind} document tells who a person is`);
        assert.doesNotMatch(text, /Amina|zanzi/i, `a ${kind} document names a person`);
      }
      const log = JSON.stringify(chat.log.lines);
      assert.doesNotMatch(log, /Amina|zanzi|impasse|canari/i, "the log names a person");
      assert.deepEqual(chat.teams.tooBig(), []);
      const summaries = sent.map((body) => body["summary"]);
      assert.doesNotMatch(summaries.join(" "), /Amina|zanzi|P-2026/i, "a notification says about whom it is");
    } finally {
      await chat.stop();
    }
  });
});
