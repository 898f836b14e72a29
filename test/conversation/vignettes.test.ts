/** Vignettes in the chat: scored alone, once; then the group, never anyone; and how much it agrees, for whoever looks after the method. */
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { levelField } from "../../cards/actions/calibration.ts";
import { DOMAIN_IDS, type DomainId, type Severity } from "../../src/domain/framework/schema.ts";
import type { Member } from "../../src/domain/people/member.ts";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { seeVignetteGroup } from "../../src/use-cases/see-vignette-group.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { refusalWords } from "../../src/wording/refusals.ts";
import {
  ALIX,
  BASILE,
  DORIAN,
  EUGENIE,
  FANTINE,
  VIGNETTES,
  nodesOf,
  type Chat,
  type Fill,
  type Json,
  type Person,
} from "../support/chat.ts";
import { acts, CLEA, CLEA_HORTENSIA, fieldsOf, has, peopleOf, said, startChat, stored, TEAM } from "./steps.ts";

/** Who looks after the method may score too. */
const ALIX_IN_CHARGE: Member = { aadObjectId: ALIX, name: "Alix Lavande", roles: ["referent", "chargeDeProjet"] };
const people = peopleOf([ALIX_IN_CHARGE, ...TEAM.slice(1), CLEA_HORTENSIA]);
const NAMES = /Lavande|Tilleul|Hortensia/;

const levels = (given: Partial<Record<DomainId, number>>): Fill =>
  Object.fromEntries(Object.entries(given).map(([domain, level]) => [`level_${domain}`, String(level)]));

describe("Vignettes", function () {
  this.timeout(60_000);
  let chat: Chat;
  let disk: MemoryDisk;
  let first: string;

  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk, people, vignettesFolder: VIGNETTES });
    first = chat.product.services.vignettes[0]!.id;
  });
  afterEach(() => chat.stop());

  const opens = async (who: string, id = first): Promise<Person> => {
    const person = chat.person(who);
    await person.say("vignettes");
    await person.press("Ouvrir", { choice: id });
    return person;
  };
  const forges = async (person: Person, id: string, given: Partial<Record<DomainId, number>>): Promise<string> => {
    const data = { vignette: id, rev: "new", whole: "true", ...levels(given) };
    const value = { action: { type: "Action.Execute", verb: "vignettes.save", data }, trigger: "manual" };
    person.card = await person.invoke(
      person.activity({ type: "invoke", name: "adaptiveCard/action", replyToId: "x", value }),
    );
    return said(person);
  };

  it("offers the twelve of the PLIE, then scores one alone: nothing of the group nor of what is expected is read before", async () => {
    const basile = chat.person(BASILE);
    await basile.say("vignette");
    assert.equal(said(basile).split("à faire").length - 1, 12);
    assert.ok(!has(basile, "Accord du groupe"));
    await basile.press("Ouvrir");
    assert.match(said(basile), /Choisissez d'abord une ligne/);
    await basile.press("Ouvrir", { choice: first });
    const vignette = chat.product.services.vignettes[0]!;
    assert.ok(said(basile).includes(vignette.text[0]!.slice(0, 60)));
    assert.match(said(basile), /Votre première cotation est la seule/);
    assert.doesNotMatch(said(basile), /Attendu|Groupe :|Ce qu'une cellule/);
    assert.deepEqual(
      Object.keys(fieldsOf(basile)).filter((id) => id.startsWith("level_")),
      DOMAIN_IDS.map(levelField),
    );
    const choices = nodesOf(basile.card).find((node) => node["id"] === "level_mobilite")!["choices"] as Json[];
    assert.deepEqual([choices.length, choices[0]!["title"]], [6, "Pas abordé"]);
  });

  it("keeps what was chosen with every button, and records nothing while nothing has a level", async () => {
    const basile = await opens(BASILE);
    await basile.press("Enregistrer");
    assert.match(said(basile), /donnez un niveau à un domaine au moins/);
    assert.equal(stored(disk, "vignetteScore").length, 0);
    await basile.press("Annuler", levels({ mobilite: 3 }));
    assert.match(said(basile), /Brouillon enregistré/);
    const again = await opens(BASILE);
    assert.equal(fieldsOf(again)["level_mobilite"], "3");
    assert.match(said(again), /pas encore enregistré/);
    const colleague = await opens(CLEA);
    assert.equal(fieldsOf(colleague)["level_mobilite"], "none", "a draft is read by nobody else");
  });

  it("loses nothing of two cards of one's own", async () => {
    const phone = await opens(BASILE);
    const desk = await opens(BASILE);
    await phone.press("Annuler", levels({ mobilite: 3 }));
    await desk.press("Enregistrer", levels({ logement: 1 }));
    assert.equal(stored(disk, "vignetteScore").length, 0, "an older card records nothing by itself");
    assert.deepEqual(
      [fieldsOf(desk)["level_mobilite"], fieldsOf(desk)["level_logement"]],
      ["3", "1"],
      "what both chose is shown again",
    );
    await desk.press("Enregistrer");
    assert.deepEqual(stored(disk, "vignetteScore")[0]!["scores"], { mobilite: 3, logement: 1 });
  });

  it("shows the group once it is scored, from three people on, and never who said what", async () => {
    const basile = await opens(BASILE);
    await basile.press("Enregistrer", levels({ mobilite: 2 }));
    assert.match(said(basile), /Vos niveaux sont enregistrés/);
    assert.match(said(basile), /1 personne a coté cette vignette/);
    assert.match(said(basile), /Vous : 2 · Difficulté réelle\nGroupe : pas encore assez de réponses\nAttendu : /);
    assert.match(said(basile), /Ce qu'une cellule choisirait/);
    const alix = await opens(ALIX);
    await alix.press("Enregistrer", levels({ mobilite: 2 }));
    assert.match(
      said(alix),
      /Vous : 2 · Difficulté réelle\nGroupe : pas encore assez/,
      "of two people, the other's level would be known",
    );
    const clea = await opens(CLEA);
    await clea.press("Enregistrer", levels({ mobilite: 3, logement: 4 }));
    assert.match(
      said(clea),
      /Vous : 3 · Difficulté forte\nGroupe : 2 personnes au niveau 2, 1 personne au niveau 3\nAttendu/,
    );
    assert.match(
      said(clea),
      /Vous : 4 · Bloquant aujourd'hui\nGroupe : pas encore assez/,
      "one person alone scored it",
    );
    assert.doesNotMatch(said(clea), NAMES);
    assert.ok(!JSON.stringify(clea.card).includes(BASILE));
    assert.equal(stored(disk, "draft").length, 0);
  });

  it("keeps the group from a référent who has not scored yet, whichever way they come", async () => {
    const { services } = chat.product;
    const read = (roles: Member["roles"]) => {
      const actor = { memberId: BASILE, name: "Basile Tilleul", roles, playedBy: null, today: "2026-11-24" };
      return ask(services, actor, seeVignetteGroup, { vignette: first });
    };
    assert.deepEqual(await read(["referent"]), { ok: false, refusal: "choiceMissing" });
    assert.deepEqual(await read(["referent", "coordinatrice"]), { ok: false, refusal: "choiceMissing" });
    assert.ok((await read(["coordinatrice"])).ok);
  });

  it("is scored once: what comes after the group was seen changes nothing", async () => {
    const basile = await opens(BASILE);
    await basile.press("Enregistrer", levels({ mobilite: 2 }));
    assert.ok((await forges(basile, first, { mobilite: 4 })).includes(refusalWords.alreadyDone.title));
    assert.deepEqual(stored(disk, "vignetteScore")[0]!["scores"], { mobilite: 2 });
    const again = await opens(BASILE);
    assert.match(said(again), /Vous : 2 · Difficulté réelle/);
    assert.ok(!has(again, "Enregistrer"));
    await again.press("Vignettes");
    assert.match(said(again), / · faite le 24 novembre 2026/);
  });

  it("lets whoever does not score read the group only; an assistante reads nothing", async () => {
    const dorian = await opens(DORIAN);
    assert.match(said(dorian), /Personne n'a encore coté cette vignette/);
    assert.doesNotMatch(said(dorian), /Vous :/);
    assert.ok((await forges(dorian, first, { mobilite: 1 })).includes(refusalWords.roleMayNot.title));
    const alix = await opens(ALIX);
    assert.ok(has(alix, "Enregistrer"), "who scores and leads scores first");
    const fantine = chat.person(FANTINE);
    await fantine.say("vignettes");
    assert.ok(said(fantine).includes(refusalWords.roleMayNot.title));
    assert.equal(stored(disk, "vignetteScore").length, 0);
  });

  it("tells the agreement of the group by domain, in words, without a name", async () => {
    const ids = chat.product.services.vignettes.map(({ id }) => id);
    for (const [index, id] of ids.entries()) {
      const mobilite = index % 5;
      const near = Math.min(4, mobilite + (index === 0 ? 1 : 0));
      await forges(chat.person(ALIX), id, { mobilite, logement: 2, ...(index < 9 ? { famille: 1 } : {}) });
      await forges(chat.person(BASILE), id, { mobilite: near, logement: 2, ...(index < 9 ? { famille: 2 } : {}) });
      await forges(chat.person(CLEA), id, { mobilite, logement: 2 });
    }
    const eugenie = chat.person(EUGENIE);
    await eugenie.say("vignettes");
    await eugenie.press("Accord du groupe");
    const text = said(eugenie);
    assert.match(text, /3 personnes ont coté une vignette au moins/);
    assert.match(
      text,
      /Mobilité\n12 vignettes, 3 personnes · même niveau : 94 % · kappa 0,9\d \(très bon\) · alpha 0,9\d \(fiable\)/,
    );
    assert.match(
      text,
      /Logement\n12 vignettes, 3 personnes · même niveau : 100 % · accord total, kappa et alpha non définis/,
    );
    assert.match(
      text,
      /Organisation familiale et disponibilité\n9 vignettes, 2 personnes · même niveau : 0 % · kappa et alpha à partir de 10 vignettes/,
    );
    assert.match(text, /Numérique\nPas encore assez de réponses/);
    assert.match(text, /Landis et Koch, 1977/);
    assert.doesNotMatch(text, NAMES);
    assert.doesNotMatch(text, /NaN|undefined|Infinity/);
    assert.ok(!has(eugenie, "Proposer"), "only a chargé de projet offers");
    const basile = chat.person(BASILE);
    await basile.say("vignettes");
    assert.ok(!has(basile, "Accord du groupe"));
    assert.ok(acts(disk).includes("vignette.recorded"));
    assert.ok(!JSON.stringify(stored(disk, "audit")).includes("scores"));
  });

  it("tells the agreement on real files from ten on, whoever scored them", async () => {
    const scored = async (index: number): Promise<void> => {
      const level = (index % 5) as Severity;
      await chat.product.services.store.commit([
        {
          op: "put",
          expected: "new",
          doc: {
            kind: "doubleScoring",
            schemaVersion: 1,
            code: `P-2026-${String(index + 1).padStart(4, "0")}`,
            parcours: 1,
            round: 0,
            firstId: index % 2 === 0 ? BASILE : CLEA,
            first: { mobilite: level, logement: 1 },
            secondId: ALIX,
            second: { mobilite: level },
            state: "done",
            offeredBy: DORIAN,
            until: "2026-12-08",
            at: "2026-11-24T13:32:00.000Z",
          },
        },
      ]);
    };
    for (let index = 0; index < 9; index += 1) await scored(index);
    const dorian = chat.person(DORIAN);
    await dorian.say("vignettes");
    await dorian.press("Accord du groupe");
    assert.match(said(dorian), /9 doubles cotations faites. L'accord se lit à partir de 10/);
    assert.doesNotMatch(said(dorian), /9 situations/);
    await scored(9);
    await dorian.say("vignettes");
    await dorian.press("Accord du groupe");
    assert.match(
      said(dorian),
      /Mobilité\n10 situations · même niveau : 100 % · kappa 1,00 \(très bon\) · alpha 1,00 \(fiable\)/,
    );
    assert.doesNotMatch(said(dorian), NAMES);
  });
});

describe("A folder of vignettes", () => {
  it("that cannot be read whole refuses the start, with the file and the reason", async () => {
    const folder = mkdtempSync(join(tmpdir(), "vignettes-"));
    writeFileSync(join(folder, "sans-texte.json"), JSON.stringify({ id: "sans-texte", title: "Sans texte" }));
    await assert.rejects(startChat({ vignettesFolder: folder }), /vignettes : .*text/s);
  });
});
