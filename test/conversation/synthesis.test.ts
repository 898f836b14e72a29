import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { BASILE, type Chat, type Fill, type Json, type Person } from "../support/chat.ts";
import { FakeConnector } from "../support/fake-connector.ts";
import { enter, fieldsOf, has, lines, movableClock, openDomain, register, said, startChat, stored } from "./steps.ts";

const NOTHING = ["logement", "droits", "numerique", "confiance", "entourage", "projet", "competences", "recherche"];
const LEVELS: Readonly<Record<string, Fill>> = {
  mobilite: { severity: "3", impact: "2", strength: "Un vélo", priority: "true" },
  finances: { severity: "2", impact: "1", situations: "surendettement" },
  savoirs: { severity: "4", impact: "3", situations: "lire", selfSeverity: "1" },
};
const framework = (): { version: string; levels: string[]; domains: { id: string; label: string }[] } =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL("../../config/framework.json", import.meta.url)), "utf8"),
  ) as ReturnType<typeof framework>;

describe("Synthèse et nouvelle évaluation", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let basile: Person;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "repere-"));
    disk = emptyDisk();
    chat = await startChat({ disk });
    basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
    await basile.press("Reprendre plus tard", { ...lines("nothing", ...NOTHING), ...lines("declined", "famille") });
  });
  afterEach(async () => {
    await chat.stop();
    rmSync(folder, { recursive: true });
  });

  const assess = async (domain: string, fill: Fill): Promise<void> => {
    await basile.say("diagnostic P-2026-0001");
    if (!("target" in fieldsOf(basile))) await basile.press("Tour d'horizon");
    await openDomain(basile, domain);
    await basile.press("Enregistrer et continuer", fill);
  };
  const assessAll = async (): Promise<void> => {
    for (const [domain, fill] of Object.entries(LEVELS)) await assess(domain, fill);
  };

  it("says the figures of an example computed by hand", async () => {
    await assessAll();
    await basile.say("synthèse P-2026-0001");
    const text = said(basile);
    // 3×2 + 2×1 + 4×3 = 20 of 12×11 = 132: 15. With Santé at 0: 20 of 144, 14; at 4×3: 32 of 144, 22.
    assert.match(text, /15 sur 100, entre 14 et 22/);
    assert.match(text, /Vie quotidienne\n17\n/, "8 of 48 for everyday life");
    assert.match(text, /Savoirs, confiance, entourage\n25\n/, "12 of 48");
    assert.match(text, /Vers l'emploi\n0\n/);
    assert.match(text, /12 domaines abordés sur 13/);
    assert.doesNotMatch(text, /provisoire/i, "twelve domains are enough for the synthesis");
    assert.match(text, /Français, lecture, écriture, calcul : vous voyez plus de difficulté que la personne/);
    const barriers = text.slice(text.indexOf("Ce qui est difficile aujourd'hui"));
    assert.ok(barriers.indexOf("Mobilité") < barriers.indexOf("Français"), "the person's priority does not come first");
    assert.ok(text.indexOf("Un vélo") < text.indexOf("Difficulté forte"), "what helps does not come first");
    assert.doesNotMatch(text, /famille[^]*pas abordé/i, "what the person declines is shown as a lack");
  });

  it("is provisional below twelve domains, and not computable without a level", async () => {
    await basile.say("synthèse P-2026-0001");
    assert.match(said(basile), /Synthèse provisoire/);
    assert.match(said(basile), /9 domaines sont abordés ; il en faut 12/);
    await register(basile, { Prénom: "Zoé" });
    await enter(basile);
    await basile.say("synthèse P-2026-0002");
    assert.match(said(basile), /non calculable/i, "no level is shown as zero");
  });

  it("explains each figure: inputs, weights, rule and version", async () => {
    await assessAll();
    await basile.say("synthèse P-2026-0001");
    await basile.press("Pourquoi ?");
    const offered = JSON.stringify(basile.card).match(/"value":"((?:weight:)?\w+)"/g) ?? [];
    const figures = offered.map((one) => one.slice(9, -1)).filter((one) => one !== "");
    for (const needed of ["extent", "extentByFamily", "range", "addressed", "gaps", "weight:savoirs", "ft"])
      assert.ok(figures.includes(needed), `« Pourquoi ? » does not explain ${needed}`);
    for (const figure of figures) {
      await basile.press("Ouvrir", { figure });
      assert.match(said(basile), /2026\.6/, `${figure} does not say the version of the framework`);
      assert.ok(said(basile).length > 400, `${figure} is not explained`);
    }
    await basile.press("Ouvrir", { figure: "extent" });
    assert.match(said(basile), /20/);
    assert.match(said(basile), /132/);
    await basile.press("Revenir à la synthèse");
    assert.ok(has(basile, "Point de vue de la personne"), said(basile));
  });

  it("records the person's point of view in their words, also when they disagree", async () => {
    await basile.say("synthèse P-2026-0001");
    await basile.press("Point de vue de la personne");
    await basile.press("Enregistrer", { words: "Le logement me pèse" });
    assert.match(said(basile), /choisissez ce que la personne pense/);
    assert.equal(fieldsOf(basile)["words"], "Le logement me pèse");
    await basile.press("Enregistrer", { agreement: "disagrees" });
    assert.match(said(basile), /Pas d'accord/);
    assert.match(said(basile), /Le logement me pèse/);
  });

  it("starts again from the previous evaluation, keeps it unchanged, and shows what moved", async () => {
    await assessAll();
    const t0 = (): string =>
      JSON.stringify(stored(disk, "assessment", "pastFinding").filter((one) => one["round"] === 0));
    await assess("projet", { severity: "0" });
    await basile.say("diagnostic P-2026-0001");
    await openDomain(basile, "recherche");
    await basile.press("Reprendre plus tard", { strength: "Brouillon du T0" });
    const before = t0();
    await chat.stop();
    const clock = movableClock();
    clock.move(60);
    chat = await startChat({ disk, clock });
    basile = chat.person(BASILE);
    await basile.say("fiche P-2026-0001");
    const sheet = { card: basile.card, id: basile.messageId };
    await basile.press("Refaire le point");
    await basile.press("Refaire le point");
    assert.match(said(basile), /Deuxième évaluation/);
    assert.match(said(basile), /Mobilité \(avant : Difficulté forte\)/);
    await openDomain(basile, "mobilite");
    assert.match(said(basile), /La dernière fois, le 24 novembre 2026 : Difficulté forte/);
    assert.equal(fieldsOf(basile)["severity"], "3", "the new evaluation does not start from the previous one");
    await basile.press("Enregistrer et continuer", { severity: "1", impact: "1" });
    await basile.press("Rien n'a changé pour le reste");
    assert.match(said(basile), /12 domaines abordés sur 13/);
    await openDomain(basile, "recherche");
    assert.equal(fieldsOf(basile)["strength"], "Brouillon du T0", "a draft of the first evaluation is lost");
    assert.equal(t0(), before, "the first evaluation was changed");
    await basile.say("synthèse P-2026-0001");
    // 1×1 + 2 + 12 = 15 of 132: 11, from 15.
    assert.match(said(basile), /11 sur 100/);
    assert.match(said(basile), /Mobilité[^\n]*Difficulté forte[^\n]*Gêne légère/, "the movement is not shown");
    basile.take(sheet.card, sheet.id);
    await basile.press("Refaire le point");
    assert.match(said(basile), /Quelque chose a changé entre-temps/, "an old card opens a third evaluation");
    assert.equal(stored(disk, "round").length, 2);
  });

  it("keeps a diagnostic readable with the framework it was made with, after the file changes", async () => {
    await assessAll();
    const next = framework();
    next.version = "2027.1";
    next.levels[3] = "Difficulté renommée";
    const file = join(folder, "framework.json");
    writeFileSync(file, JSON.stringify(next));
    await chat.stop();
    chat = await startChat({ disk, frameworkFile: file });
    basile = chat.person(BASILE);
    await basile.say("synthèse P-2026-0001");
    assert.match(said(basile), /référentiel 2026\.6/);
    assert.match(said(basile), /Difficulté forte/, "an old diagnostic speaks with the new words");
    assert.match(said(basile), /15 sur 100/);
    await basile.press("Fiche");
    await basile.press("Refaire le point");
    await basile.press("Refaire le point");
    await openDomain(basile, "mobilite");
    assert.match(said(basile), /Difficulté renommée/, "a new evaluation does not take the framework in force");
    await basile.press("Enregistrer et continuer");
    await basile.press("Rien n'a changé pour le reste");
    await basile.say("synthèse P-2026-0001");
    assert.match(said(basile), /référentiel 2027\.1/);

    await basile.press("Synthèse précédente");
    assert.match(said(basile), /Première évaluation[^\n]*référentiel 2026\.6/);
    assert.match(said(basile), /15 sur 100/, "the first synthesis is not shown as it stood");
    for (const button of ["Ma préconisation", "Point de vue de la personne", "Synthèse précédente"])
      assert.equal(has(basile, button), false, `« ${button} » on a synthesis that is closed`);
    await basile.press("Pourquoi ?");
    assert.match(said(basile), /Difficulté forte/, "the workings are not those of the first synthesis");
    await basile.press("Revenir à la synthèse");
    assert.match(said(basile), /15 sur 100/);
    await basile.press("Revenir au point en cours");
    assert.match(said(basile), /référentiel 2027\.1/);
  });

  it("refuses to start when a version that was used comes back with other content", async () => {
    const other = framework();
    other.levels[3] = "Difficulté renommée";
    const file = join(folder, "framework.json");
    writeFileSync(file, JSON.stringify(other));
    const teams = await FakeConnector.start();
    const refused = /la version 2026\.6 a déjà servi avec un autre contenu/;
    await assert.rejects(startChat({ disk, frameworkFile: file, teams }), refused);
    await teams.stop();
    const kept = stored(disk, "framework").map((one: Json) => one["version"]);
    assert.deepEqual(kept, ["2026.6"]);
  });
});
