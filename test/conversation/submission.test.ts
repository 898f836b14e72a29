/** Presenting a case to a cell: what the référent types is kept, what the channel will show is read first, and one review comes of it. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { refusalWords } from "../../src/wording/refusals.ts";
import {
  ALIX,
  BASILE,
  DEMO_SERVICES,
  DORIAN,
  EUGENIE,
  nodesOf,
  textOf,
  type Chat,
  type Fill,
  type Json,
  type Person,
} from "../support/chat.ts";
import {
  acts,
  AMINA,
  enter,
  fieldsOf,
  has,
  lines,
  link,
  openDomain,
  peopleOf,
  register,
  said,
  startChat,
  stored,
  TEAM,
} from "./steps.ts";

const CODE = "P-2026-0001";
const SYNTHESIS = `synthèse ${CODE}`;
const QUESTION = "Un accompagnement renforcé est-il encore utile ?";
const WHOLE: Fill = { ...AMINA, Courriel: "amina.b@exemple.fr", address: "12 rue des Lilas, 21300 Chenôve" };
const CARER: Readonly<Record<string, Fill>> = {
  famille: { severity: "3", impact: "3", situations: "enfant-de-moins-de-3-ans-sans-garde", priority: "true" },
  mobilite: { severity: "3", impact: "3", situations: "permis-non-valide", priority: "true" },
  finances: { severity: "2", impact: "2", situations: "gestion-du-budget" },
  recherche: { severity: "2", impact: "2", situations: "cv-et-lettre" },
};
const OTHERS = DOMAIN_IDS.filter((domain) => !(domain in CARER) && domain !== "travail");
const people = peopleOf(TEAM);

/** Of the simple stays, so many of a hundred are drawn for the full study. */
const drawing = (percent: number): string => {
  const framework = JSON.parse(readFileSync(new URL("../../config/framework.json", import.meta.url), "utf8")) as {
    reviews: { drawnPercent: number };
  };
  framework.reviews.drawnPercent = percent;
  const file = join(mkdtempSync(join(tmpdir(), "framework-")), "framework.json");
  writeFileSync(file, JSON.stringify(framework));
  return file;
};

describe("Présenter en cellule", function () {
  this.timeout(60_000);
  let chat: Chat;
  let disk: MemoryDisk;
  let basile: Person;
  let dorian: Person;

  const assess = async (domain: string, fill: Fill): Promise<void> => {
    await basile.say(`diagnostic ${CODE}`);
    if (!("target" in fieldsOf(basile))) await basile.press("Tour d'horizon");
    await openDomain(basile, domain);
    await basile.press("Enregistrer et continuer", fill);
  };
  const recommend = async (choice = "stayWithRelays"): Promise<void> => {
    await basile.say(SYNTHESIS);
    await basile.press(has(basile, "Ma préconisation") ? "Ma préconisation" : "Ma préconisation et la piste");
    if (has(basile, "Modifier ma préconisation")) await basile.press("Modifier ma préconisation");
    await basile.press("Enregistrer", { choice, why: "CanariDeRaison" });
  };
  const agree = async (agreement = "agrees", heard = "false"): Promise<void> => {
    await basile.say(SYNTHESIS);
    await basile.press("Point de vue de la personne");
    await basile.press("Enregistrer", { agreement, words: "CanariDeParole", heard });
  };
  const start = async (percent = 0): Promise<void> => {
    disk = emptyDisk();
    chat = await startChat({ disk, people, servicesFile: DEMO_SERVICES, frameworkFile: drawing(percent) });
    basile = chat.person(BASILE);
    dorian = chat.person(DORIAN);
    await dorian.say("bonjour");
    await register(basile, WHOLE);
    await enter(basile);
    await basile.press("Reprendre plus tard", lines("nothing", ...OTHERS));
    for (const [domain, fill] of Object.entries(CARER)) await assess(domain, fill);
    await basile.say(`fiche ${CODE}`);
    await basile.press("Parcours");
    await basile.press("Ouvrir", { choice: "situation" });
    await basile.press("Enregistrer", { seeksWork: "yes" });
  };
  const open = async (by: Person = basile): Promise<void> => {
    await by.say(SYNTHESIS);
    await by.press("Présenter en cellule");
  };
  const asks = async (fill: Fill = {}): Promise<void> => {
    await open();
    await basile.press("Envoyer", { question: QUESTION, ...fill });
  };
  const reviews = (): Json[] => stored(disk, "review");
  const posted = () => [...disk.documents.values()].filter(({ kind }) => kind === "reviewPost");

  afterEach(() => chat.stop());

  describe("with a whole diagnostic", () => {
    beforeEach(() => start());

    it("asks for the référent's recommendation first, and says why", async () => {
      await open();
      assert.match(said(basile), /écrivez votre préconisation : la cellule la lira/);
      await basile.press("Enregistrer", { choice: "stay", why: "Elle avance" });
      await open();
      assert.match(said(basile), /^Présenter en cellule/m);
      assert.deepEqual(reviews(), []);
    });

    it("offers the cells that may study the case as it stands, with their next date", async () => {
      await recommend();
      await open();
      const choices = nodesOf(basile.card).find((node) => node["id"] === "cell")?.["choices"] as Json[];
      assert.deepEqual(
        choices.map(({ value }) => value),
        ["entree", "gta"],
      );
      assert.match(String(choices[0]?.["title"]), /^Cellule entrées, le \d+ /);
    });

    it("refuses a question that says who the person is: which words to take out, and nothing lost", async () => {
      await recommend();
      for (const [identifier, kind] of [
        ["amina", "le nom ou le prénom de la personne"],
        ["Mme BÉNALI", "le nom ou le prénom de la personne"],
        ["+33 (0)6 12 34 56 78", "son téléphone"],
        ["Amina.B@exemple.fr", "son adresse électronique"],
        ["12 mars 1984", "sa date de naissance"],
        ["12, r. des lilas", "son adresse"],
        ["P 2026 1", "le code de sa fiche"],
      ] as const) {
        const question = `Que proposer à ${identifier} ?`;
        await asks({ question });
        assert.match(said(basile), /À revoir :[^]*retirez/, identifier);
        assert.ok(said(basile).includes(`(${kind})`), `${identifier}: ${said(basile)}`);
        assert.equal(String(fieldsOf(basile)["question"]).replaceAll("\u2060", "").replaceAll("\\", ""), question);
        assert.ok(!has(basile, "Publier"));
      }
      await basile.press("Envoyer", { question: QUESTION });
      assert.ok(has(basile, "Publier"), said(basile));
    });

    it("refuses a question that is missing or too long, and keeps what was typed", async () => {
      await recommend();
      await asks({ question: " " });
      assert.match(said(basile), /écrivez la question que vous posez à la cellule/);
      const long = "é".repeat(1_001);
      await basile.press("Envoyer", { question: long });
      assert.match(said(basile), /raccourcissez ce texte de 1 caractère/);
      assert.equal(fieldsOf(basile)["question"], long);
    });

    it("keeps what is typed by every button, and gives it back", async () => {
      await recommend();
      await open();
      await basile.press("Annuler", { cell: "gta", question: QUESTION, full: "true" });
      assert.match(said(basile), /Brouillon enregistré/);
      await open();
      assert.deepEqual(
        [fieldsOf(basile)["cell"], fieldsOf(basile)["question"], fieldsOf(basile)["full"]],
        ["gta", QUESTION, "true"],
      );
      await basile.press("Envoyer", { cell: "entree" });
      await basile.press("Modifier");
      assert.equal(fieldsOf(basile)["question"], QUESTION);
      await basile.press("Envoyer");
      await basile.press("Annuler");
      await open();
      assert.equal(fieldsOf(basile)["question"], QUESTION);
      assert.deepEqual(reviews(), []);
    });

    it("two devices: the newer question is never overwritten, and the person chooses", async () => {
      await recommend();
      await open();
      const elsewhere = chat.person(BASILE);
      await open(elsewhere);
      await elsewhere.press("Annuler", { question: "Une autre question ?" });
      await basile.press("Envoyer", { question: QUESTION });
      assert.match(said(basile), /Une autre question \?[^]*Un accompagnement renforcé/);
      await basile.press("Remplacer par ma version");
      assert.ok(has(basile, "Publier"), said(basile));
      assert.ok(said(basile).includes(QUESTION));
    });

    it("shows before what the channel shows after, word for word", async () => {
      const place = await link(chat, "entree");
      await recommend();
      await agree("partly", "true");
      await asks();
      const before = said(basile);
      await basile.press("Publier");
      assert.match(said(basile), /Situation 2026-001 présentée à la cellule entrées du 8 décembre\./);
      await chat.product.outbox.drain();
      const card = place.card("2026-001");
      const parts = nodesOf(card["body"])
        .flatMap((node) => [node["text"], node["title"], node["value"]])
        .filter((part): part is string => typeof part === "string")
        .map((part) => part.replace(/[\u00A0\u202F]/g, " "));
      const state = parts.findIndex((part) => part.includes("quorum"));
      assert.ok(state >= 0 && parts.length > 10);
      for (const part of parts.filter((_, index) => index !== state))
        assert.ok(before.includes(part), `the channel says « ${part} », which was not shown before:\n${before}`);
      assert.doesNotMatch(parts.join(" "), /Canari|Amina|Benali|0612|Lilas/);
    });

    it("takes the full study where the person's view is not recorded, and says why", async () => {
      await recommend();
      await asks();
      await basile.press("Publier");
      const [review] = reviews();
      assert.deepEqual([review?.["track"], review?.["fullBecause"]], ["full", ["disagreement"]]);
      assert.equal(stored(disk, "case")[0]?.["review"], "2026-001");
      assert.match(said(basile), /sera publiée dès que le canal de la cellule sera relié/);
      assert.deepEqual(posted(), []);
      await link(chat, "entree");
      assert.equal(posted().length, 1, "linking the channel posts what waits");
    });

    it("takes the short circuit where all three say the same: nothing in the channel, and those who decide are told", async () => {
      const place = await link(chat, "entree");
      await recommend();
      await agree();
      await asks();
      assert.match(said(basile), /Circuit court/);
      assert.ok(!has(basile, "Publier"));
      await basile.press("Transmettre");
      assert.match(said(basile), /Situation 2026-001 : circuit court\. Un·e chargé·e de projet décide/);
      await chat.product.outbox.drain();
      const [review] = reviews();
      assert.deepEqual([review?.["track"], review?.["fullBecause"]], ["short", []]);
      assert.deepEqual(posted(), []);
      assert.throws(() => place.card("2026-001"));
      const told = stored(disk, "outbox").filter((entry) => (entry["screen"] as Json)["screen"] === "reviewShort");
      assert.ok(told.some((entry) => entry["memberId"] === DORIAN));
      assert.ok(told.every((entry) => [DORIAN, EUGENIE].includes(String(entry["memberId"]))));
    });

    it("*Demander une étude complète* takes a simple stay to its cell", async () => {
      await recommend();
      await agree();
      await asks({ full: "true" });
      await basile.press("Publier");
      assert.deepEqual([reviews()[0]?.["track"], reviews()[0]?.["fullBecause"]], ["full", ["onRequest"]]);
    });

    it("is due at the end of the first phase for the cell of entries, and at no date for the GTA", async () => {
      await recommend();
      await asks();
      await basile.press("Publier");
      assert.equal(reviews()[0]?.["dueOn"], "2027-03-24");
    });

    it("two presses and two devices make one review", async () => {
      await recommend();
      await asks();
      const elsewhere = chat.person(BASILE);
      await open(elsewhere);
      await elsewhere.press("Envoyer");
      const press = basile.click("Publier");
      const other = elsewhere.click("Publier");
      const answers = await Promise.all(
        [press, press, { ...press, id: "again" }, other].map((one) => basile.invoke(one)),
      );
      assert.equal(reviews().length, 1);
      assert.equal(stored(disk, "snapshot").length, 1);
      const words = answers.map((card) => JSON.stringify(card));
      assert.ok(words.filter((text) => text.includes("Situation 2026-001")).length >= 3);
      await open(elsewhere).catch(() => undefined);
      assert.ok(!has(elsewhere, "Présenter en cellule"));
      assert.equal(acts(disk).filter((act) => act === "review.submitted").length, 1);
      assert.deepEqual(
        stored(disk, "draft").filter((draft) => draft["form"] === "review"),
        [],
      );
    });

    it("what changed since it was read is read again before anything is presented", async () => {
      await recommend();
      await asks();
      const publish = basile.click("Publier");
      const elsewhere = chat.person(BASILE);
      await elsewhere.say(SYNTHESIS);
      await elsewhere.press("Point de vue de la personne");
      await elsewhere.press("Enregistrer", { agreement: "disagrees" });
      basile.card = await basile.invoke(publish);
      assert.match(said(basile), /a changé entre-temps\. Relisez/);
      assert.match(said(basile), /La personne\nPas d'accord/);
      assert.deepEqual(reviews(), []);
      await basile.press("Publier");
      assert.equal(reviews().length, 1);
    });

    it("what the cell saw is what is kept: later edits of the diagnostic change nothing of it", async () => {
      await recommend();
      await agree("partly");
      await asks();
      await basile.press("Publier");
      const before = JSON.stringify(stored(disk, "snapshot"));
      await assess("mobilite", { severity: "1", impact: "1", situations: "" });
      await recommend("reorient:capEmploi");
      await agree("disagrees");
      assert.equal(JSON.stringify(stored(disk, "snapshot")), before);
      const [snapshot] = stored(disk, "snapshot");
      assert.equal((snapshot?.["findings"] as Record<string, Json>)["mobilite"]?.["severity"], 3);
      assert.equal((snapshot?.["recommendation"] as Json)["choice"], "stayWithRelays");
      assert.equal((snapshot?.["personView"] as Json)["agreement"], "partly");
    });

    it("the group of communes is named from five people followed there; who is only oriented does not count", async () => {
      await recommend();
      const other = (index: number): Promise<void> =>
        register(basile, {
          ...AMINA,
          Prénom: `Bintou${index}`,
          Nom: `Sarr${index}`,
          "Date de naissance": `0${index}/02/1990`,
        });
      for (const index of [2, 3, 4]) {
        await other(index);
        await enter(basile);
      }
      await asks();
      assert.match(said(basile), /secteur non précisé/, "four are followed");
      await other(5);
      await asks();
      assert.match(said(basile), /secteur non précisé/, "four are followed, and one is oriented");
      await basile.say("fiche P-2026-0005");
      await enter(basile);
      await asks();
      assert.match(said(basile), /Première couronne sud/);
    });

    it("nobody but the référent of the case presents it, and nothing once it is under study", async () => {
      await recommend();
      await dorian.say(SYNTHESIS);
      assert.ok(!has(dorian, "Présenter en cellule"));
      await asks();
      await basile.press("Publier");
      await basile.say(SYNTHESIS);
      assert.ok(!has(basile, "Présenter en cellule"));
      assert.match(said(basile), /Situation 2026-001 présentée à la cellule entrées/);
      const value = {
        action: { type: "Action.Execute", verb: "review.prepare", data: { code: CODE } },
        trigger: "manual",
      };
      for (const [who, refusal] of [
        [BASILE, "alreadyUnderReview"],
        [ALIX, "noSuchCase"],
      ] as const) {
        const person = chat.person(who);
        person.card = await person.invoke(person.activity({ type: "invoke", name: "adaptiveCard/action", value }));
        assert.ok(said(person).includes(refusalWords[refusal].title), said(person));
      }
    });

    it("the question and what was argued leave the channel's card once health is withdrawn", async () => {
      const place = await link(chat, "entree");
      await recommend();
      await asks();
      await basile.press("Publier");
      await chat.product.outbox.drain();
      assert.ok(said({ text: textOf(place.card("2026-001")) }).includes(QUESTION));
      await basile.say(`fiche ${CODE}`);
      await basile.press("Gérer la fiche");
      await basile.press("La personne retire son accord (santé)");
      await basile.press("Effacer ce qui est noté");
      await chat.product.outbox.drain();
      const [snapshot] = stored(disk, "snapshot");
      assert.deepEqual([snapshot?.["withdrawn"], snapshot?.["question"], snapshot?.["lead"]], [true, "", null]);
      assert.ok(!JSON.stringify(snapshot).includes("CanariDeRaison"));
      assert.ok(!said({ text: textOf(place.card("2026-001")) }).includes(QUESTION), "the card of the channel follows");
    });

    it("a record that is cancelled is studied no more, and its card says so", async () => {
      const place = await link(chat, "entree");
      await recommend();
      await asks();
      await basile.press("Publier");
      await chat.product.outbox.drain();
      await basile.say(`fiche ${CODE}`);
      await basile.press("Gérer la fiche");
      await basile.press("Annuler la fiche");
      await basile.press("Confirmer l'annulation", { reason: "error" });
      await chat.product.outbox.drain();
      assert.deepEqual(
        [reviews()[0]?.["state"], (reviews()[0]?.["withdrawn"] as Json)["because"]],
        ["withdrawn", "error"],
      );
      assert.equal(stored(disk, "case")[0]?.["review"], null);
      assert.ok(!said({ text: textOf(place.card("2026-001")) }).includes(QUESTION));
      await basile.press("Gérer la fiche");
      await basile.press("Rouvrir la fiche");
      await open();
      assert.match(said(basile), /^Présenter en cellule/m);
    });
  });

  it("of the simple stays, those that are drawn take the full study, and say so", async () => {
    await start(100);
    await recommend();
    await agree();
    await asks();
    assert.match(said(basile), /Circuit court[^]*100 situations simples sur 100/);
    await basile.press("Transmettre");
    assert.deepEqual([reviews()[0]?.["track"], reviews()[0]?.["fullBecause"]], ["full", ["drawn"]]);
    assert.match(said(basile), /Situation 2026-001 présentée à la cellule entrées/);
  });
});
