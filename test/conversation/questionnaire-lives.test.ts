/** What becomes of ESF+ questionnaires: another version of the file, a next parcours, two records of one person, health that is taken back, an exit. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { configFile } from "../support/an-import.ts";
import { BASILE, nodesOf, type Chat, type Fill, type Json, type Person } from "../support/chat.ts";
import { AMINA, enter, fieldsOf, has, movableClock, register, said, startChat, stored, TODAY } from "./steps.ts";
import type { MovableClock } from "./steps.ts";

const CODE = "P-2026-0001";
const OTHER = "P-2026-0002";
const BLOCKS: readonly Fill[] = [
  { sex: "female", rural: "no", qpv: "unknown", birthDate: "12/03/1984", commune: "Chenôve" },
  { labour: "inactive", withoutWork: "never", jobseeker: "no", minima: "none" },
  { diploma: "NV5" },
  { handicap: "yes", nationality: "fr", foreignBackground: "declined", minority: "no", housing: "none" },
];

describe("An ESF+ questionnaire, later", () => {
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

  const sheets = (code = CODE): Json[] => stored(disk, "esfAnswers").filter((doc) => doc["code"] === code);
  const head = (code = CODE): Json => stored(disk, "case").find((doc) => doc["code"] === code) ?? {};
  const fillAndSign = async (code: string): Promise<void> => {
    await basile.say(`questionnaire ${code}`);
    await basile.press("Ouvrir", { choice: "block:person" });
    for (const block of BLOCKS) await basile.press("Enregistrer et continuer", block);
    await basile.press("Signé le…");
    await basile.press("Enregistrer", { signedOn: TODAY });
  };
  /** The same PLIE, started again with another version of the questionnaire of the entry. */
  const nextVersion = (version = "2027.1"): string => {
    const folder = mkdtempSync(join(tmpdir(), "repere-esf-"));
    cpSync(configFile("papers"), folder, { recursive: true });
    const file = join(folder, "esf-entree.json");
    const text = readFileSync(file, "utf8").replace('"version": "2026.1"', `"version": "${version}"`);
    writeFileSync(file, text.replace('"Les études"', '"La formation initiale"').replaceAll('"NV5"', '"CAP"'));
    const known = readFileSync(file, "utf8").replace('"prefill": "situation.diploma",', "");
    writeFileSync(file, known.replace('"CAP, BEP"', '"Niveau 3"'));
    return folder;
  };

  it("is read, and finished, with the version that it was begun with; the next person is asked the new one", async () => {
    await basile.say(`questionnaire ${CODE}`);
    await basile.press("Ouvrir", { choice: "block:studies" });
    await basile.press("Enregistrer et continuer", { diploma: "NV5" });
    await chat.stop();
    chat = await startChat({ disk, clock, papersFolder: nextVersion() });
    basile = chat.person(BASILE);
    await basile.say(`questionnaire ${CODE}`);
    assert.match(said(basile), /Les études/, "what was asked is read with another file");
    await basile.press("Ouvrir", { choice: "block:studies" });
    assert.equal(fieldsOf(basile)["diploma"], "NV5");
    await basile.press("Enregistrer et continuer", { diploma: "NV4" });
    assert.equal(sheets()[0]?.["version"], "2026.1");
    await register(basile, { ...AMINA, Prénom: "Bintou", Nom: "Sarr", "Date de naissance": "01/02/1990" });
    await enter(basile);
    await basile.say(`questionnaire ${OTHER}`);
    assert.match(said(basile), /La formation initiale/);
    await basile.press("Ouvrir", { choice: "block:studies" });
    await basile.press("Enregistrer et continuer", { diploma: "CAP" });
    assert.equal(sheets(OTHER)[0]?.["version"], "2027.1");
  });

  it("stays readable and printable, two versions later, in the words that were asked; so does the copy that the person takes", async () => {
    await fillAndSign(CODE);
    for (const version of ["2027.1", "2028.1"]) {
      await chat.stop();
      chat = await startChat({ disk, clock, papersFolder: nextVersion(version) });
    }
    basile = chat.person(BASILE);
    await basile.say(`questionnaire ${CODE}`);
    assert.match(said(basile), /Les études/);
    const page = async (name: string): Promise<string> => {
      const address = `http://127.0.0.1:${chat.port}/api/documents/${name}/${CODE}`;
      const answer = await fetch(address, { headers: { "x-local-member": BASILE } });
      assert.equal(answer.status, 200, name);
      return answer.text();
    };
    for (const name of ["questionnaire-entree", "copie-personne"]) {
      const text = await page(name);
      assert.match(text, /CAP, BEP/, `${name} is read with another version`);
      assert.match(text, /2026\.1/);
      assert.doesNotMatch(text, /Niveau 3|: NV5/);
    }
  });

  it("stays, signed, when the person takes back that their health be noted: a status that they declared for another purpose", async () => {
    await fillAndSign(CODE);
    const before = sheets();
    await basile.say(`fiche ${CODE}`);
    await basile.press("Gérer la fiche");
    await basile.press("La personne retire son accord (santé)");
    await basile.press("Effacer ce qui est noté");
    assert.deepEqual(sheets(), before);
    assert.equal((head()["esf"] as Json)["entryOn"], TODAY);
  });

  it("is asked anew in a next parcours; the former one keeps its own", async () => {
    await fillAndSign(CODE);
    await basile.say(`fiche ${CODE}`);
    await basile.press("Gérer la fiche");
    await basile.press("Annuler la fiche");
    await basile.press("Confirmer l'annulation", { reason: "request" });
    await register(basile);
    await basile.press("Nouveau parcours", { choice: CODE });
    await enter(basile);
    assert.equal(head()["esf"], null);
    await basile.say(`questionnaire ${CODE}`);
    assert.match(said(basile), /À l'entrée[^]*à remplir/);
    await basile.press("Ouvrir", { choice: "block:studies" });
    await basile.press("Enregistrer et continuer", { diploma: "NV4" });
    assert.deepEqual(
      sheets().map((doc) => [doc["parcours"], doc["signedOn"]]),
      [
        [1, TODAY],
        [2, null],
      ],
    );
  });

  it("follows the person when two records become one: what was signed is signed, whichever record it stood in", async () => {
    await register(basile, { ...AMINA, Prénom: "Aminata", Nom: "Ben Ali", "Date de naissance": "" });
    await enter(basile);
    await fillAndSign(OTHER);
    await basile.say(`questionnaire ${CODE}`);
    await basile.press("Ouvrir", { choice: "block:studies" });
    await basile.press("Enregistrer et continuer", { diploma: "NV1" });
    await basile.say(`fiche ${OTHER}`);
    await basile.press("Gérer la fiche");
    await basile.press("Fusionner");
    await basile.press("Fusionner", { into: CODE });
    await basile.press(`Fusionner : garder ${CODE}`);
    assert.deepEqual(sheets(OTHER), []);
    assert.deepEqual([sheets()[0]?.["signedOn"], (head()["esf"] as Json)["entryOn"]], [TODAY, TODAY]);
    assert.equal((sheets()[0]?.["answers"] as Json)["diploma"], "NV5", "an unsigned sheet hides the signed one");
  });

  it("at the exit, begins with how the parcours ended; six months later, the last one opens", async () => {
    await fillAndSign(CODE);
    await basile.say(`fiche ${CODE}`);
    await basile.press("Parcours");
    await basile.press("Ouvrir", { choice: "end" });
    const words = "Revenez quand vous voulez";
    await basile.press("Mettre fin au parcours", { how: "lastingJob", why: "Contrat signé", door: "comeBack", words });
    await basile.say(`questionnaire ${CODE}`);
    assert.match(said(basile), /Questionnaire FSE\+ à la sortie/);
    await basile.press("Ouvrir", { choice: "block:work" });
    assert.deepEqual([fieldsOf(basile)["employment"], fieldsOf(basile)["duration"]], ["yes", "sixMonths"]);
    assert.match(said(basile), /D'après la fiche \(la fin du parcours\), à confirmer/);
    await basile.press("Enregistrer et continuer", { contract: "lasting", halfTime: "yes" });
    await basile.press("Enregistrer et continuer", { training: "no", qualification: "no" });
    await basile.press("Signé le…");
    await basile.press("Enregistrer", { signedOn: TODAY });
    assert.deepEqual(head()["esf"], { entryOn: TODAY, exitOn: TODAY, laterOn: null });
    assert.match(said(basile), /à partir du 24 mai 2027/);
    clock.move(182);
    await basile.say(`fse ${CODE}`);
    assert.match(said(basile), /Questionnaire FSE\+ six mois après la sortie/);
    assert.ok(has(basile, "Imprimer"));
    assert.ok(
      nodesOf(basile.card).some(({ value }) => value === "stage:entry"),
      "the questionnaire of the entry cannot be read any more",
    );
  });
});
