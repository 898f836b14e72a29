import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { aStoredService, demoDirectory, directoryOf } from "../support/a-directory.ts";
import { ALIX, BASILE, buttonsOf, DORIAN, FANTINE, nodesOf, type Chat, type Person } from "../support/chat.ts";
import { acts, fieldsOf, has, register, said, startChat, stored } from "./steps.ts";

const CODE = "P-2026-0001";
const CHENOVE = { latitude: 47.2905, longitude: 5.0086 };
const TALANT = { latitude: 47.3369, longitude: 5.0089, commune: "Talant" };

/** Names of the services of the card, in order. */
const namesIn = (person: Person): string[] =>
  nodesOf(person.card)
    .filter((node) => node["style"] === "heading" && node["size"] === undefined)
    .map((node) => String(node["text"]).replace(/[\u2060\\]/g, ""));

describe("services", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let basile: Person;
  const open = async (directory: MemoryDisk): Promise<void> => {
    disk = emptyDisk();
    chat = await startChat({ disk, directory });
    basile = chat.person(BASILE);
  };
  afterEach(() => chat.stop());

  const opened = async (words: string): Promise<string> => {
    await basile.say(words);
    return said(basile).split("\n")[0] ?? "";
  };

  it("finds a domain by its id, its label or what is spoken of there, with accents, case or one typing error", async () => {
    await open(await demoDirectory());
    const expected: Readonly<Record<string, string>> = {
      "services mobilité": "Mobilité : ce qui existe",
      "Service MOBILITE": "Mobilité : ce qui existe",
      "offre mobilté": "Mobilité : ce qui existe",
      "services budget": "Budget et ressources : ce qui existe",
      "services travail": "Repères au travail : ce qui existe",
      "services santé": "Santé en lien avec le travail : ce qui existe",
      "services garde d'enfants": "Organisation familiale et disponibilité : ce qui existe",
      "services permis": "Mobilité : ce qui existe",
      "services pour la formation": "Expérience, compétences, qualification : ce qui existe",
      "offres français": "Français, lecture, écriture, calcul : ce qui existe",
    };
    for (const [words, title] of Object.entries(expected)) assert.equal(await opened(words), title, words);
  });

  it("asks which domain where none is said or known, with how many services each has, and opens the one chosen", async () => {
    await open(await demoDirectory());
    assert.equal(await opened("services"), "Ce qui existe sur le territoire");
    assert.match(said(basile), /Logement · 5 services/);
    await basile.press("Ouvrir");
    assert.match(said(basile), /Choisissez d'abord une ligne/, "nothing says that no domain was chosen");
    await basile.press("Ouvrir", { choice: "logement" });
    assert.match(said(basile), /^Logement : ce qui existe/);
    assert.match(await opened("services astrologie"), /Je n'ai pas reconnu ce domaine/);
    await basile.press("Ouvrir", { choice: "sante" });
    await basile.press("Autre domaine");
    assert.match(said(basile), /^Ce qui existe sur le territoire/);
  });

  it("says who answers, for whom, whom to call and how, that all of it is fictional once, and gives no closed service", async () => {
    await open(
      await directoryOf(
        [
          aStoredService("test--garage", {
            record: {
              nom: "Garage solidaire (fictif)",
              description: "On répare avec vous.",
              publics: ["familles", "beneficiaires-des-minimas-sociaux"],
              telephone: "03 80 00 00 00",
              courriel: "garage@exemple.invalid",
              lien_mobilisation: "https://exemple.invalid/garage",
            },
            local: {
              role: "relay",
              works: [{ domain: "mobilite", situations: ["aucun-moyen-de-transport"], upTo: 3 }],
              places: 2,
              waitingDays: 21,
              contact: "Claire Exemple",
              howTo: "Appeler le matin.",
              conditions: [{ on: "stated", label: "Avoir le permis B" }],
            },
          }),
          aStoredService("test--closed", { record: { nom: "Garage fermé" }, closedOn: "2026-11-01" }),
        ],
        { fictional: true },
      ),
    );
    await basile.say("services mobilité");
    const text = said(basile);
    for (const words of [
      "Garage solidaire\n",
      "Association Témoin · Chenôve",
      "2 places, délai 3 semaines",
      "Aucun moyen de transport à disposition, jusqu'à « Difficulté forte »",
      "Familles et personnes qui perçoivent un minimum social",
      "Avoir le permis B",
      "Claire Exemple · 03 80 00 00 00 · garage@exemple.invalid · https://exemple.invalid/garage",
      "Appeler le matin.",
    ])
      assert.ok(text.includes(words), `« ${words} » is not said:\n${text}`);
    assert.equal(text.match(/fictif/gu)?.length, 1, "« fictif » is to be said once for the whole");
    assert.doesNotMatch(text, /Garage fermé/, "a closed service is proposed");
    assert.ok(!nodesOf(basile.card).some((node) => node["type"] === "Action.OpenUrl"), "a link is text, not a button");
  });

  const forAmina = async (by = BASILE): Promise<void> => {
    const near = (id: string, changes = {}) =>
      aStoredService(id, { record: { nom: id.slice(6), ...CHENOVE, ...changes } });
    await open(
      await directoryOf([
        near("test--Ados", { publics: ["jeunes"] }),
        near("test--Loin", TALANT),
        near("test--Ailleurs", { zone_eligibilite: ["75056"] }),
        near("test--Quartier", { publics: ["residents-qpv-frr"] }),
        near("test--Près"),
        near("test--Écran", { modes_accueil: ["a-distance"] }),
      ]),
    );
    await register(chat.person(by));
  };

  it("for a person: who takes them, nearest first, then what is to be verified, then who does not and why", async () => {
    await forAmina();
    await basile.say(`services mobilité ${CODE}`);
    assert.deepEqual(namesIn(basile), ["Près", "Loin", "Écran", "Quartier", "Ados"]);
    const text = said(basile);
    assert.match(text, /Pour Amina B\. · P-2026-0001, à Chenôve/);
    assert.match(text, /Talant, à 4,8 km/);
    assert.match(text, /À vérifier : réservé aux habitant·es d'un quartier prioritaire/);
    assert.match(text, /Pas pour cette personne \(condition : réservé aux jeunes\)/);
    await basile.press("Suivants");
    assert.match(
      said(basile),
      /Ailleurs[\s\S]*Pas pour cette personne \(condition : habiter là où ce service intervient/,
    );
    assert.ok(has(basile, "Précédents") && !has(basile, "Suivants"));
    assert.ok(buttonsOf(basile.card).length <= 6);
    await basile.press("Ouvrir la fiche");
    assert.match(said(basile), /Amina/);
  });

  it("for a person: read by the readers of the case alone, and the opening is in its trail", async () => {
    await forAmina(ALIX);
    await basile.say(`services mobilité ${CODE}`);
    const theirs = said(basile);
    await basile.say("services mobilité P-2026-0999");
    assert.equal(theirs, said(basile), "another's case and none are not answered alike");
    const fantine = chat.person(FANTINE);
    await fantine.say(`services mobilité ${CODE}`);
    assert.doesNotMatch(said(fantine), /Amina/, "the assistante reads what a person's situation opens");
    const dorian = chat.person(DORIAN);
    await dorian.say(`services mobilité ${CODE}`);
    assert.match(said(dorian), /Amina B\./);
    assert.ok(acts(disk, `case.${CODE}`).includes("case.opened"), "the opening left no trace");
    assert.ok(
      stored(disk, "posted").some((post) => post["code"] === CODE),
      "a card about a person is not known as one",
    );
  });

  it("a digit too few in the code is said, never guessed", async () => {
    await forAmina();
    await basile.say("services mobilité P-20");
    assert.match(said(basile), /Aucune fiche qui vous soit ouverte ne porte ce code/);
  });

  it("a référent signals a delay: what is wrong is said under its field and kept, what is right waits and changes nothing", async () => {
    await forAmina();
    await basile.say(`services mobilité ${CODE}`);
    await basile.press("Signaler", { service: "test--Près", what: "delay", weeks: "deux mois" });
    assert.match(said(basile), /À revoir : écrivez un nombre entier de semaines/);
    assert.deepEqual(
      [fieldsOf(basile)["service"], fieldsOf(basile)["what"], fieldsOf(basile)["weeks"]],
      ["test--Près", "delay", "deux mois"],
      "what was typed is lost",
    );
    assert.deepEqual(stored(disk, "offerNote"), [], "a note that is not right is written");
    await basile.press("Signaler", { weeks: "3 semaines" });
    assert.match(said(basile), /C'est signalé/);
    assert.match(said(basile), /Près[\s\S]*Signalé délai de 3 semaines le 24 novembre, à confirmer/);
    const [note] = stored(disk, "offerNote");
    assert.deepEqual([note?.["what"], note?.["weeks"], note?.["state"]], ["delay", 3, "toConfirm"]);
    assert.deepEqual(stored(disk, "offerState"), [], "a note that nobody confirmed changes the offer");
    assert.ok(acts(disk, `member.${BASILE}`).includes("offer.sent"), "the note left no trace");
  });

  it("what is half said of a service goes along to the next page and back", async () => {
    await forAmina();
    await basile.say(`services mobilité ${CODE}`);
    await basile.press("Suivants", { what: "delay", weeks: "6" });
    assert.deepEqual([fieldsOf(basile)["what"], fieldsOf(basile)["weeks"]], ["delay", "6"]);
  });

  it("the same said twice by the same member is said once; nothing chosen is said under the fields", async () => {
    await forAmina();
    await basile.say("services mobilité");
    await basile.press("Signaler");
    assert.match(said(basile), /choisissez le service[\s\S]*choisissez ce que vous avez constaté/);
    for (const expected of [/C'est signalé/, /Vous l'aviez déjà signalé/]) {
      await basile.say("services mobilité");
      await basile.press("Signaler", { service: "test--Près", what: "full" });
      assert.match(said(basile), expected);
    }
    assert.equal(stored(disk, "offerNote").length, 1);
  });

  it("who may not say anything of a service is not asked, and a forged button changes nothing", async () => {
    await forAmina();
    const fantine = chat.person(FANTINE);
    await fantine.say("services mobilité");
    assert.ok(!has(fantine, "Signaler"));
    await basile.say("services mobilité");
    fantine.take(basile.card, basile.messageId);
    await fantine.press("Signaler", { service: "test--Près", what: "full" });
    assert.match(said(fantine), /rôle/);
    assert.deepEqual(stored(disk, "offerNote"), []);
  });

  it("five services with everything as long and as odd as can be still fit a card, cut and said to be", async () => {
    const long = "[x](http://y) **é** <at>tous</at> \\ & ".repeat(300);
    const record = {
      nom: long.slice(0, 150),
      description: long,
      publics: ["familles", "jeunes", "femmes", "seniors", "etudiants", "actifs", "personnes-exilees"],
      publics_precisions: long,
      conditions_acces: long,
      telephone: long,
      courriel: `${"a".repeat(200)}@exemple.invalid`,
      lien_mobilisation: `https://exemple.invalid/${"a".repeat(2_000)}`,
      structure: { nom: long },
    };
    const condition = { on: "stated", label: long.slice(0, 200).trim() };
    const local = {
      role: "relay",
      works: [],
      contact: long.slice(0, 300).trim(),
      howTo: long.slice(0, 600).trim(),
      conditions: Array.from({ length: 9 }, () => condition),
    };
    const ids = [1, 2, 3, 4, 5].map((count) => `test--${String(count).padEnd(190, "x")}`);
    await open(await directoryOf(ids.map((id) => aStoredService(id, { record, local }))));
    await register(basile);
    await basile.say(`services mobilité ${CODE}`);
    const size = Buffer.byteLength(JSON.stringify(basile.card), "utf16le");
    assert.ok(size <= 40_000, `the card weighs ${size} bytes`);
    assert.match(said(basile), /…/);
  });
});
