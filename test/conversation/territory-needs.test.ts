/** Needs that nobody answers: from what référents record to the figures of the territory, and back to them as news when someone answers. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readServicesFile } from "../../src/config/services-file.ts";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { keepLocalServices } from "../../src/use-cases/keep-local-services.ts";
import { projectCases } from "../../src/use-cases/project-cases.ts";
import { ALIX, BASILE, DEMO_SERVICES, DORIAN, type Chat, type Fill, type Person } from "../support/chat.ts";
import { AMINA, enter, openDomain, register, said, startChat, stored } from "./steps.ts";

const LICENCE: Fill = { severity: "3", impact: "3", situations: "permis-non-valide" };
const BINTOU: Fill = { ...AMINA, Prénom: "Bintou", Nom: "Sarr", "Date de naissance": "01/02/1990" };
const NEWS = /Permis accompagné/;

interface Listed {
  readonly thematiques?: readonly string[];
  readonly local?: { readonly works?: readonly { readonly domain: string }[] };
}

describe("Needs that nobody answers on the territory", function () {
  this.timeout(60_000);
  let folder: string;
  let disk: MemoryDisk;
  let chat: Chat;
  let basile: Person;
  let dorian: Person;

  /** The demo directory without whoever answers about these themes. */
  const directoryWithout = (...themes: string[]): string => {
    const file = JSON.parse(readFileSync(DEMO_SERVICES, "utf8")) as { services: Listed[] };
    const answers = ({ thematiques = [], local }: Listed): boolean =>
      thematiques.some((theme) => themes.some((begun) => theme.startsWith(begun))) ||
      (local?.works ?? []).some(({ domain }) => themes.includes(domain));
    const path = join(folder, `without-${themes.join("-")}.json`);
    writeFileSync(path, JSON.stringify({ ...file, services: file.services.filter((one) => !answers(one)) }));
    return path;
  };
  const directoryIs = async (path: string): Promise<void> => {
    const read = readServicesFile(path);
    assert.ok(read.ok, read.ok ? "" : read.problems.join("\n"));
    assert.ok(await keepLocalServices(chat.product.services, read.value));
  };
  const counted = (): Promise<void> => projectCases(chat.product.services);
  const start = async (...without: string[]): Promise<void> => {
    chat = await startChat({ disk, servicesFile: directoryWithout(...without) });
    [basile, dorian] = [chat.person(BASILE), chat.person(DORIAN)];
  };
  const person = async (by: Person, fill: Fill, domain: string, assessed: Fill): Promise<void> => {
    await register(by, fill);
    await enter(by);
    await openDomain(by, domain);
    await by.press("Enregistrer et continuer", assessed);
  };
  const territory = async (): Promise<string> => {
    await dorian.say("besoins");
    return said(dorian);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "needs-"));
    disk = emptyDisk();
  });
  afterEach(async () => {
    await chat.stop();
    rmSync(folder, { recursive: true });
  });

  it("two people, one hole in the directory: masked figures; then someone answers, the figures move and each référent is told once", async () => {
    await start("mobilite--preparer-un-permis");
    const alix = chat.person(ALIX);
    await person(basile, AMINA, "mobilite", LICENCE);
    await person(alix, BINTOU, "mobilite", LICENCE);
    assert.match(await territory(), /Le compte commence/);
    await counted();
    const before = await territory();
    assert.match(before, /Préparer un permis · moins de 5 personnes\nPremière couronne sud : moins de 5/);
    assert.doesNotMatch(before, /Amina|Bintou|P-2026/, "someone is named");
    await dorian.say("bonjour");
    await dorian.press("Besoins sans réponse");
    assert.equal(said(dorian).replace(/\d+ h \d+/, ""), before.replace(/\d+ h \d+/, ""));
    for (const referent of [basile, alix]) {
      await referent.say("bonjour");
      assert.doesNotMatch(said(referent), NEWS, "told although nothing changed in the directory");
    }

    await directoryIs(DEMO_SERVICES);
    await counted();
    assert.match(await territory(), /Aucun besoin sans réponse/);
    assert.deepEqual(
      stored(disk, "offerNews").map((news) => [news["code"], news["domain"], news["service"]]),
      ["P-2026-0001", "P-2026-0002"].map((code) => [code, "mobilite", "demo-dijon--permis-accompagne"]),
    );
    for (const [referent, own, others] of [
      [basile, /Amina/, /Bintou/],
      [alix, /Bintou/, /Amina/],
    ] as const) {
      await referent.say("bonjour");
      assert.match(said(referent), NEWS);
      assert.match(said(referent), own);
      assert.doesNotMatch(said(referent), others, "told of another référent's person");
    }
    await counted();
    assert.equal(stored(disk, "offerNews").length, 2);
  });

  it("five people are said, with the group where they live; a person who leaves is counted no more", async () => {
    await start("mobilite--preparer-un-permis");
    for (const [index, name] of ["Ana", "Bea", "Cleo", "Dina", "Eva"].entries())
      await person(
        basile,
        { ...AMINA, Prénom: name, Nom: `${name}ova`, "Date de naissance": `0${index + 1}/02/1980` },
        "mobilite",
        LICENCE,
      );
    await counted();
    assert.match(await territory(), /Préparer un permis · 5 personnes\nPremière couronne sud : 5/);
    await basile.say("fiche P-2026-0003");
    await basile.press("Gérer la fiche");
    await basile.press("Annuler la fiche");
    await basile.press("Confirmer l'annulation", { reason: "error" });
    await counted();
    assert.match(await territory(), /· moins de 5 personnes/);
  });

  it("a need about health leaves rows, counters and news with the agreement; none of them ever holds a level", async () => {
    await start("sante");
    await person(basile, AMINA, "sante", {
      severity: "3",
      impact: "2",
      situations: "couverture-sociale-a-mettre-a-jour",
    });
    await counted();
    const KINDS = ["caseNeeds", "counter", "listed", "projection", "offerNews", "marker"] as const;
    const held = (): string => JSON.stringify(stored(disk, ...KINDS));
    assert.match(held(), /unmet\/sante--acces-aux-soins\/2/);
    await directoryIs(DEMO_SERVICES);
    await counted();
    assert.match(JSON.stringify(stored(disk, "offerNews")), /"sante"/);
    await directoryIs(directoryWithout("sante"));
    await counted();
    assert.match(held(), /unmet\/sante--acces-aux-soins\/2/);
    for (const doc of stored(disk, "caseNeeds"))
      assert.deepEqual(Object.keys((doc["unmet"] as object[])[0] ?? {}).sort(), ["domain", "themes"]);
    assert.doesNotMatch(held(), /severity|impact|weight|level/);

    await basile.say("fiche P-2026-0001");
    await basile.press("Gérer la fiche");
    await basile.press("La personne retire son accord (santé)");
    await basile.press("Effacer ce qui est noté");
    await counted();
    assert.doesNotMatch(held(), /sante/, "something says that there was a need about health");
  });
});
