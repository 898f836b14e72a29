import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { ALIX, BASILE, DORIAN, nodesOf, type Chat, type Json, type Person } from "../support/chat.ts";
import { AMINA, has, movableClock, register, said, startChat } from "./steps.ts";

const NAMES = ["Abel", "Bruno", "Carla", "Denis", "Elias", "Fatou", "Gilles", "Hamid", "Ines", "Jules", "Karim"];
const MORE = ["Lina", "Marek", "Nadia", "Omar", "Paula", "Quentin", "Rosa", "Samir", "Tania", "Ursule"];

const choicesOf = (person: Person): string[] =>
  nodesOf(person.card)
    .filter((node) => node["id"] === "choice")
    .flatMap((node) => ((node["choices"] ?? []) as Json[]).map((choice) => String(choice["title"])));
const codesOf = (person: Person): string[] => choicesOf(person).map((title) => /P-\d{4}-\d{4}/.exec(title)?.[0] ?? "");

describe("Mes participants, mes échéances", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let basile: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk });
    basile = chat.person(BASILE);
  });
  afterEach(() => chat.stop());

  const everyone = async (): Promise<void> => {
    for (const [index, name] of [...NAMES, ...MORE].entries())
      await register(basile, {
        Prénom: name,
        Nom: `Dupont${name}`,
        orientationOn: `2026-11-${String(24 - index).padStart(2, "0")}`,
      });
  };

  for (const list of ["participants", "échéances"])
    it(`pages both ways over twenty-one people, each once: ${list}`, async () => {
      await everyone();
      await basile.say(list);
      assert.ok(!has(basile, "Précédents"), "the first page has a page before it");
      const forward = [codesOf(basile)];
      while (has(basile, "Suivants")) {
        await basile.press("Suivants");
        forward.push(codesOf(basile));
        assert.ok(forward.length < 10, "the pages never end");
      }
      const seen = forward.flat();
      assert.equal(seen.length, 21, "someone is missing, or shown twice");
      assert.equal(new Set(seen).size, 21);
      const back = [codesOf(basile)];
      while (has(basile, "Précédents")) {
        await basile.press("Précédents");
        back.unshift(codesOf(basile));
        assert.ok(back.length < 10, "the pages never end");
      }
      assert.deepEqual(back, forward, "going back does not show the same pages");
    });

  it("stands late people first in what is due, and opens the one chosen", async () => {
    await everyone();
    await basile.say("échéances");
    const titles = choicesOf(basile);
    assert.match(titles[0] ?? "", /retard/);
    assert.match(titles[0] ?? "", /P-2026-0021/, "the person oriented first is not the first to receive");
    const late = titles.map((title) => /retard/.test(title));
    assert.deepEqual(late, [...late].sort().reverse(), "what is late does not stand first");
    await basile.press("Ouvrir");
    assert.match(said(basile), /Choisissez d'abord une ligne/);
    await basile.press("Ouvrir", { choice: "P-2026-0021" });
    assert.match(said(basile), /Ursule D\./);
  });

  it("finds by code, whole or short, and by name with one typing error, in any order", async () => {
    await register(basile);
    await register(basile, { Prénom: "Élodie", Nom: "Le Goff-Péron" });
    for (const [typed, code] of [
      ["p 2026 1", "P-2026-0001"],
      ["P-2026-0002", "P-2026-0002"],
      ["2", "P-2026-0002"],
      ["benali", "P-2026-0001"],
      ["benalli amina", "P-2026-0001"],
      ["AMI", "P-2026-0001"],
      ["elodie", "P-2026-0002"],
      ["peron", "P-2026-0002"],
      ["le goff", "P-2026-0002"],
    ] as const) {
      await basile.say("participants");
      await basile.press("Rechercher", { query: typed });
      assert.deepEqual(codesOf(basile), [code], `« ${typed} » does not find them`);
    }
    await basile.say("participants zorglub");
    assert.match(said(basile), /Aucune réponse pour « zorglub »/);
  });

  it("keeps the answers of a search when Ouvrir is pressed without a choice", async () => {
    await register(basile);
    await register(basile, { Prénom: "Zoé" });
    await basile.say("participants benali");
    await basile.press("Ouvrir");
    assert.match(said(basile), /Choisissez d'abord une ligne/);
    assert.deepEqual(codesOf(basile), ["P-2026-0001"], "the answers of the search are gone");
    await basile.press("Ouvrir", { choice: "P-2026-0001" });
    assert.match(said(basile), /Amina B\./);
  });

  it("shows a référent their own people only, and the chargé de projet everyone with who carries them", async () => {
    await register(basile);
    const alix = chat.person(ALIX);
    await register(alix, { ...AMINA, Prénom: "Zoé", Nom: "Martin" });
    await basile.say("participants");
    assert.deepEqual(codesOf(basile), ["P-2026-0001"]);
    await basile.say("participants martin");
    assert.deepEqual(codesOf(basile), [], "a référent finds someone else's participant");
    await basile.say("participants P-2026-0002");
    assert.deepEqual(codesOf(basile), []);
    const dorian = chat.person(DORIAN);
    await dorian.say("participants");
    assert.equal(codesOf(dorian).length, 2);
    assert.match(choicesOf(dorian).join(), /Basile Tilleul/);
  });

  it("takes whoever was cancelled out of the lists, and says from the first day what is due", async () => {
    await register(basile);
    await basile.say("échéances");
    assert.match(choicesOf(basile).join(), /Premier contact · Amina B\./);
    await basile.say("fiche P-2026-0001");
    await basile.press("Gérer la fiche");
    await basile.press("Annuler la fiche");
    await basile.press("Confirmer l'annulation", { Raison: "error" });
    for (const list of ["participants", "échéances"]) {
      await basile.say(list);
      assert.deepEqual(codesOf(basile), [], `a cancelled file is in ${list}`);
    }
  });

  it("says how late, day after day", async () => {
    await register(basile);
    await chat.stop();
    const clock = movableClock();
    clock.move(16);
    chat = await startChat({ disk, clock });
    basile = chat.person(BASILE);
    await basile.say("échéances");
    assert.match(said(basile), /1 fiche en retard/);
    await basile.say("accueil");
    assert.match(said(basile), /Échéances en retard\n1/);
  });
});
