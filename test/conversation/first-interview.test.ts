import assert from "node:assert/strict";
import { createClock } from "../../src/system/clock.ts";
import { BASILE, Chat, type Fill, type Person } from "../support/chat.ts";

const EXPLORED = ["mobilite", "famille", "finances", "confiance", "projet", "recherche"] as const;
const NOTHING = ["logement", "droits", "savoirs", "numerique", "entourage", "competences"] as const;

const overviewFill = (): Fill => ({
  ...Object.fromEntries(EXPLORED.map((domain) => [`state_${domain}`, "toExplore"])),
  ...Object.fromEntries(NOTHING.map((domain) => [`state_${domain}`, "nothing"])),
});

const register = async (referent: Person): Promise<void> => {
  await referent.say("bonjour");
  await referent.press("Nouvelle personne orientée");
  await referent.press("Enregistrer", {
    Prénom: "Amina",
    Nom: "Benali",
    "Date de naissance": "12/03/1984",
    "Commune de résidence": "chenove",
    Téléphone: "06 12 34 56 78",
  });
};

describe("Un premier entretien", () => {
  let chat: Chat;
  let referent: Person;
  beforeEach(async () => {
    chat = await Chat.start();
    referent = chat.person(BASILE);
  });
  afterEach(() => chat.stop());

  it("goes from the orientation to a synthesis in at most 25 presses when six domains are explored", async () => {
    await register(referent);
    assert.match(referent.text, /P-2026-0001/);
    await referent.press("Entrer dans le parcours");
    await referent.press("Enregistrer", { noticeOn: createClock("Europe/Paris").today(), healthAgreement: "agreed" });
    assert.match(referent.text, /Tour d'horizon/);
    await referent.press("Enregistrer et continuer", overviewFill());
    for (const domain of EXPLORED) {
      assert.match(referent.text, /Niveau de difficulté/, `the card of ${domain} is not shown`);
      await referent.press("Enregistrer et continuer", {
        severity: "2",
        impact: "2",
        strength: `Une force en ${domain}`,
        selfSeverity: "0",
      });
    }
    if (!/Synthèse/.test(referent.text)) await referent.press("Enregistrer et continuer");
    assert.match(referent.text, /Synthèse/);
    assert.match(referent.text, /Une force en mobilite/);
    console.log(`presses: ${referent.presses}`);
    assert.ok(referent.presses <= 25, `${referent.presses} presses`);
    assert.deepEqual(chat.teams.tooBig(), []);
  });
});
