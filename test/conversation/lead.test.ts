/** From the synthesis to *Ma préconisation*, then to the method's lead beside it. */
import assert from "node:assert/strict";
import { problem } from "../../src/contracts/problem.ts";
import { suggestion } from "../../src/contracts/suggestion.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import { replayLead } from "../../src/domain/suggestion/replay.ts";
import { storedLead } from "../../src/domain/suggestion/stored-lead.ts";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { refusalWords } from "../../src/wording/refusals.ts";
import {
  ALIX,
  BASILE,
  buttonsOf,
  DEMO_SERVICES,
  DORIAN,
  EUGENIE,
  FANTINE,
  type Chat,
  type Fill,
  type Json,
  type Person,
} from "../support/chat.ts";
import { realFramework } from "../support/a-lead.ts";
import {
  acts,
  enter,
  fieldsOf,
  has,
  lines,
  movableClock,
  type MovableClock,
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
/** The carer of the method: two priorities, money later. */
const CARER: Readonly<Record<string, Fill>> = {
  famille: { severity: "3", impact: "3", situations: "enfant-de-moins-de-3-ans-sans-garde", priority: "true" },
  mobilite: { severity: "3", impact: "3", situations: "permis-non-valide", priority: "true" },
  finances: { severity: "2", impact: "2", situations: "gestion-du-budget" },
  recherche: { severity: "2", impact: "2", situations: "cv-et-lettre" },
};
const MINE: Fill = { choice: "stay", why: "Elle avance bien avec moi. CanariDeRaison" };
const people = peopleOf(TEAM);
const OTHERS = DOMAIN_IDS.filter((domain) => !(domain in CARER) && domain !== "travail");

describe("Ma préconisation, then the method's lead", function () {
  this.timeout(60_000);
  let chat: Chat;
  let disk: MemoryDisk;
  let clock: MovableClock;
  let basile: Person;

  const assess = async (domain: string, fill: Fill): Promise<void> => {
    await basile.say(`diagnostic ${CODE}`);
    if (!("target" in fieldsOf(basile))) await basile.press("Tour d'horizon");
    await openDomain(basile, domain);
    await basile.press("Enregistrer et continuer", fill);
  };
  beforeEach(async () => {
    disk = emptyDisk();
    clock = movableClock();
    chat = await startChat({ disk, clock, people, servicesFile: DEMO_SERVICES });
    basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
    await basile.press("Reprendre plus tard", lines("nothing", ...OTHERS));
    for (const [domain, fill] of Object.entries(CARER)) await assess(domain, fill);
  });
  afterEach(() => chat.stop());

  const recommend = async (fill: Fill = MINE): Promise<void> => {
    await basile.say(SYNTHESIS);
    await basile.press("Ma préconisation");
    await basile.press("Enregistrer", fill);
  };
  const recommendation = (): Json => stored(disk, "recommendation")[0] ?? {};
  const leads = () => stored(disk, "lead").map((one) => storedLead.parse(one));

  it("shows the lead of the carer, with childcare and mobility, once the recommendation is written", async () => {
    await recommend();
    const text = said(basile);
    assert.match(text, /Votre préconisation est enregistrée/);
    assert.match(text, /Votre préconisation\nPoursuite en PLIE\n/);
    assert.match(text, /Piste de la méthode\nPoursuite avec relais\n/);
    assert.match(text, /Vous n'allez pas dans le même sens : c'est utile à la cellule/);
    assert.match(text, /Pour : Organisation familiale et disponibilité/, "nothing for childcare");
    assert.match(text, /Pour : Mobilité/, "nothing for mobility");
    assert.match(text, /Plus tard[^\n]*Budget et ressources/, "what is no priority of today is forgotten");
    assert.match(text, /Appeler : /, "nobody to call");
    assert.match(text, /Piste (solide|fragile) : /);
    assert.match(text, /Référentiel 2026\.6 · répertoire n° 1 du 24 novembre 2026, fictif/);
    assert.doesNotMatch(text, /\d+ ?%|score/i, "a recommendation is scored");
    assert.deepEqual(buttonsOf(basile.card), [
      "Pourquoi ?",
      "Écarter la piste",
      "Modifier ma préconisation",
      "Situation",
      "Services",
      "Synthèse",
    ]);
    await basile.press("Synthèse");
    assert.ok(has(basile, "Ma préconisation et la piste"), said(basile));
    await basile.press("Ma préconisation et la piste");
    assert.match(said(basile), /Piste de la méthode/);
  });

  it("goes back to the lead from Situation when it was opened there, whatever is done with it", async () => {
    await recommend();
    for (const button of ["Enregistrer", "Annuler"]) {
      await basile.press("Situation");
      await basile.press(button, { seeksWork: "yes" });
      assert.match(said(basile), /Piste de la méthode/, `${button} leads elsewhere`);
    }
    await basile.press("Situation");
    await basile.press("Enregistrer", { rightToWorkUntil: "31/02/2027" });
    await basile.press("Enregistrer", { rightToWorkUntil: "31/08/2027" });
    assert.match(said(basile), /Piste de la méthode/, "what had to be mended leads elsewhere");
  });

  it("says why when other leads are soon open, to be verified and closed, all at once", async () => {
    await basile.say(`fiche ${CODE}`);
    await basile.press("Parcours");
    await basile.press("Ouvrir", { choice: "situation" });
    await basile.press("Enregistrer", { seeksWork: "yes", rqth: "requested" });
    await recommend();
    await basile.press("Pourquoi ?");
    const text = said(basile);
    for (const words of [
      /Règle 6\./,
      /Pas ouvert à votre situation, selon une condition du partenaire : Mission locale/,
      /Possible dès que votre demande est acceptée : Cap emploi/,
      /Condition d'accès à vérifier avec vous : /,
      /Étapes et relais, choisis ensuite/,
    ])
      assert.match(text, words);
  });

  it("asks for both, keeps what was typed, and shows no lead before", async () => {
    await basile.say(SYNTHESIS);
    await basile.press("Ma préconisation");
    await basile.press("Enregistrer");
    assert.match(said(basile), /choisissez ce que vous préconisez/);
    assert.match(said(basile), /dites pourquoi, en quelques mots/);
    await basile.press("Enregistrer", { why: MINE["why"] ?? "" });
    assert.equal(fieldsOf(basile)["why"], MINE["why"], "what was typed is lost");
    await basile.press("Annuler");
    assert.match(said(basile), /Brouillon enregistré/);
    await basile.press("Ma préconisation");
    assert.match(said(basile), /Brouillon laissé/);
    assert.equal(fieldsOf(basile)["why"], MINE["why"], "the draft is lost");
    await basile.press("Enregistrer", { choice: "stay", why: "é".repeat(1001) });
    assert.match(said(basile), /raccourcissez ce texte de 1 caractère/);
    assert.deepEqual([recommendation(), leads()], [{}, []], "a lead was computed before the recommendation");
    for (const who of [basile, chat.person(DORIAN), chat.person(EUGENIE)]) {
      const value = { action: { type: "Action.Execute", verb: "lead.open", data: { code: CODE } }, trigger: "manual" };
      who.card = await who.invoke(who.activity({ type: "invoke", name: "adaptiveCard/action", value }));
      assert.match(said(who), new RegExp(refusalWords.recommendFirst.title));
    }
  });

  it("keeps for good what was written before the lead was seen, and lets it change afterwards", async () => {
    await recommend();
    await basile.press("Modifier ma préconisation");
    assert.match(said(basile), /La piste a déjà été lue/);
    await basile.press("Enregistrer", { choice: "stayWithRelays", why: "La garde d'enfants d'abord" });
    const text = said(basile);
    assert.match(text, /Vous allez dans le même sens/);
    assert.match(text, /Avant de voir la piste : Poursuite en PLIE\. « Elle avance bien avec moi/);
    await basile.press("Modifier ma préconisation");
    await basile.press("Enregistrer", { choice: "reorient:franceTravail", why: "Encore autre chose" });
    const { before, said: now, leadShown } = recommendation() as Record<"before" | "said", Json> & Json;
    assert.deepEqual([before["choice"], before["why"]], [MINE["choice"], MINE["why"]]);
    assert.equal(now["choice"], "reorient:franceTravail");
    assert.ok(
      leads().some(({ id }) => id === leadShown),
      "the lead that was shown is not kept",
    );
  });

  it("keeps each lead that was shown once, and it computes again to the same bytes", async () => {
    await recommend();
    await basile.press("Synthèse");
    await basile.press("Ma préconisation et la piste");
    assert.equal(leads().length, 1, "the same lead is kept twice");
    clock.move(1);
    await chat.person(DORIAN).say(SYNTHESIS);
    await assess("logement", { severity: "4", impact: "3", situations: "sans-hebergement", priority: "true" });
    await basile.say(SYNTHESIS);
    await basile.press("Ma préconisation et la piste");
    assert.equal(leads().length, 2, "a lead that changed is not kept");
    for (const lead of leads()) {
      assert.equal(replayLead(lead, realFramework()), "same");
      const changed = { ...lead, inputs: lead.inputs.replace('"severity":3', '"severity":1') };
      assert.equal(replayLead(changed, realFramework()), "different", "any inputs replay alike");
    }
  });

  it("sets the lead aside in one click with a reason, and takes it back", async () => {
    await recommend();
    await basile.press("Écarter la piste");
    assert.match(said(basile), /choisissez une raison pour écarter la piste/);
    const before = { card: basile.card, id: basile.messageId };
    await basile.press("Écarter la piste", { reason: "personsChoice" });
    assert.match(said(basile), /Piste écartée aujourd'hui à [^\n]* : choix de la personne/);
    assert.ok(!has(basile, "Écarter la piste") && has(basile, "Ne plus l'écarter"));
    assert.ok(acts(disk).includes("lead.setAside"));
    const event = stored(disk, "event").find((one) => one["what"] === "lead.setAside");
    assert.deepEqual(event?.["details"], { round: 0, reason: "personsChoice" });
    const aside = { card: basile.card, id: basile.messageId };
    basile.take(before.card, before.id);
    await basile.press("Écarter la piste", { reason: "other" });
    assert.match(said(basile), new RegExp(refusalWords.changedMeanwhile.title), "an old card overwrites the reason");
    basile.take(aside.card, aside.id);
    await basile.press("Ne plus l'écarter");
    assert.match(said(basile), /la piste n'est plus écartée/);
    assert.equal(recommendation()["aside"], null);
  });

  it("never overwrites silently what another device recorded", async () => {
    await basile.say(SYNTHESIS);
    await basile.press("Ma préconisation");
    const other = chat.person(BASILE);
    other.take(basile.card, basile.messageId);
    await basile.press("Enregistrer", MINE);
    await other.press("Enregistrer", { choice: "toComplete", why: "Depuis le téléphone" });
    assert.match(said(other), /Ma préconisation[^]*Poursuite en PLIE[^]*Diagnostic à compléter/);
    await other.press("Remplacer par ma version");
    assert.match(said(other), /Votre préconisation\nDiagnostic à compléter/);
    assert.equal((recommendation()["said"] as Json)["why"], "Depuis le téléphone");
  });

  it("is read by who reads the case, and written by its référent alone", async () => {
    await recommend();
    for (const id of [DORIAN, EUGENIE]) {
      const reader = chat.person(id);
      await reader.say(SYNTHESIS);
      await reader.press("Préconisation et piste");
      assert.match(said(reader), /Préconisation de Basile Tilleul\nPoursuite en PLIE\n/);
      assert.match(said(reader), /La préconisation et la piste ne vont pas dans le même sens/);
      assert.deepEqual(buttonsOf(reader.card), ["Pourquoi ?", "Services", "Synthèse"]);
    }
    const press = async (id: string, verb: string, data: Json): Promise<string> => {
      const person = chat.person(id);
      const value = { action: { type: "Action.Execute", verb, data: { code: CODE, ...data } }, trigger: "manual" };
      person.card = await person.invoke(person.activity({ type: "invoke", name: "adaptiveCard/action", value }));
      return said(person);
    };
    const unknown = new RegExp(refusalWords.noSuchCase.title);
    for (const id of [ALIX, FANTINE]) assert.match(await press(id, "lead.open", {}), unknown);
    const [lead] = leads();
    for (const id of [ALIX, FANTINE, DORIAN, EUGENIE]) {
      assert.match(await press(id, "recommendation.save", { rev: "", whole: "true", ...MINE }), unknown);
      assert.match(await press(id, "lead.setAside", { rev: `${lead?.id ?? ""}~-`, reason: "other" }), unknown);
    }
    assert.equal(recommendation()["aside"], null);
  });

  it("is given to the tab with its lines of reasoning, to the same readers, after the recommendation only", async () => {
    const ask = (id: string): Promise<Response> =>
      fetch(`http://127.0.0.1:${chat.port}/api/participants/${CODE}/suggestion`, { headers: { "X-Local-Member": id } });
    const first = await ask(BASILE);
    assert.deepEqual([first.status, problem.parse(await first.json()).code], [409, "recommendFirst"]);
    await recommend();
    for (const id of [BASILE, DORIAN, EUGENIE]) {
      const answer = await ask(id);
      assert.equal(answer.status, 200);
      const { recommendation: mine, lead, agrees, why, versions } = suggestion.parse(await answer.json());
      assert.deepEqual([mine.choice, mine.before?.choice, mine.by], ["stay", "stay", "Basile Tilleul"]);
      assert.deepEqual([lead.first, lead.outcome.kind, agrees], ["plie", "stayWithRelays", false]);
      assert.ok(why.some(({ concludes }) => concludes) && versions.fictional);
      assert.ok(lead.relays.length > 0);
      for (const { name, reach } of [...lead.steps, ...lead.relays])
        assert.ok((reach?.phone ?? reach?.known ?? null) !== null, `whom to call at ${name} is not told`);
    }
    const [others, unknown] = [
      await ask(ALIX),
      await fetch(`http://127.0.0.1:${chat.port}/api/participants/P-2026-0999/suggestion`, {
        headers: { "X-Local-Member": ALIX },
      }),
    ];
    assert.deepEqual([others.status, await others.json()], [404, await unknown.json()]);
    assert.equal((await ask(FANTINE)).status, 404);
  });

  it("an open urgent point speaks first to its référent, and is not named to others", async () => {
    await recommend();
    await basile.say(`diagnostic ${CODE}`);
    if (!("target" in fieldsOf(basile))) await basile.press("Tour d'horizon");
    await basile.press("Reprendre plus tard", { urgent: "violences" });
    await basile.say(SYNTHESIS);
    await basile.press("Ma préconisation et la piste");
    assert.ok(said(basile).indexOf("3919") < said(basile).indexOf("Piste de la méthode"), said(basile));
    const dorian = chat.person(DORIAN);
    await dorian.say(SYNTHESIS);
    await dorian.press("Préconisation et piste");
    assert.match(said(dorian), /Un point urgent est en cours/);
    assert.doesNotMatch(said(dorian), /Violences|3919/);
  });

  it("is one question of each evaluation: a new one asks for the recommendation again", async () => {
    await recommend();
    await basile.say(`fiche ${CODE}`);
    await basile.press("Refaire le point");
    await basile.press("Refaire le point");
    await basile.say(SYNTHESIS);
    assert.ok(has(basile, "Ma préconisation"), "the recommendation of the first evaluation stands for the second");
    await basile.press("Synthèse précédente");
    assert.ok(!has(basile, "Ma préconisation") && !has(basile, "Ma préconisation et la piste"));
  });

  it("holds nothing of health any more once the agreement is withdrawn, and says so", async () => {
    await assess("sante", { severity: "4", impact: "3", situations: "certains-metiers-a-eviter", priority: "true" });
    await recommend();
    await basile.press("Modifier ma préconisation");
    await basile.press("Annuler", { why: "CanariDeSante brouillon" });
    assert.match(JSON.stringify(leads()), /sante/);
    await basile.say(`fiche ${CODE}`);
    await basile.press("Gérer la fiche");
    await basile.press("La personne retire son accord (santé)");
    await basile.press("Effacer ce qui est noté");
    assert.match(said(basile), /est effacé/);
    for (const lead of leads()) {
      assert.deepEqual([lead.inputs, lead.offers, lead.lead, lead.withdrawn], ["", "", "", true]);
      assert.equal(replayLead(lead, realFramework()), "withdrawn");
    }
    const held = JSON.stringify(stored(disk, "lead", "recommendation", "draft"));
    assert.doesNotMatch(held, /Canari/, "reasons that may speak of health are still there");
    assert.equal((recommendation()["said"] as Json)["choice"], MINE["choice"]);
    await basile.say(SYNTHESIS);
    await basile.press("Ma préconisation et la piste");
    assert.match(said(basile), /Retiré à la demande de la personne/);
    assert.match(said(basile), /La piste montrée auparavant : retirée à la demande de la personne/);
    assert.doesNotMatch(said(basile), /Santé en lien avec le travail/);
  });

  it("tells nothing of the reasons outside the case", async () => {
    await recommend();
    await basile.press("Écarter la piste", { reason: "otherView" });
    await chat.product.outbox.drain();
    for (const kind of ["outbox", "seen", "click", "audit", "event", "posted", "summary", "case", "lead"]) {
      const docs = JSON.stringify(stored(disk, kind));
      assert.doesNotMatch(docs, /Canari|Benali|Amina/, `a ${kind} document repeats what was typed`);
    }
    assert.doesNotMatch(JSON.stringify(chat.log.lines), /Canari|Benali|Amina|franceTravail|stay/i);
    const summaries = chat.teams.received.map(({ body }) => String(body["summary"])).join(" ");
    assert.doesNotMatch(summaries, /Canari|PLIE avec relais|P-2026/);
    assert.deepEqual(chat.teams.tooBig(), []);
  });
});
