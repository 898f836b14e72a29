/** The bilan of an action: what was seen, confirmed by the référent, moves the profile and the lead; a no-show moves nothing. */
import assert from "node:assert/strict";
import type { Host } from "../../src/domain/activation/records.ts";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { anAction, aPmsmp } from "../support/a-bilan.ts";
import {
  ALIX,
  BASILE,
  DORIAN,
  EUGENIE,
  FANTINE,
  type Chat,
  type Fill,
  type Json,
  type Person,
} from "../support/chat.ts";
import {
  acts,
  ALL_BUT_HEALTH_AND_WORK,
  enter,
  has,
  lines,
  openDomain,
  register,
  said,
  startChat,
  stored,
} from "./steps.ts";

const CODE = "P-2026-0001";
const ACTION = "act-1";
const HOST: Host = {
  ...{
    kind: "host",
    schemaVersion: 1,
    id: "host-1",
    name: "Boulangerie du Port",
    siret: null,
    commune: null,
    aliases: [],
  },
  ...{ contact: "", at: "2026-11-10T09:00:00.000Z" },
};
const action = anAction({ id: ACTION, code: CODE, from: "2026-11-16", until: "2026-11-20", pmsmp: aPmsmp() });
const DONE: Fill = { outcome: "completed", objectiveMet: "yes", facts: "Tient la vente seule.", agreement: "agrees" };

const go = async (by: Person, verb: string, data: Json): Promise<void> => {
  const value = { action: { type: "Action.Execute", verb, data }, trigger: "manual" };
  by.card = await by.invoke(
    by.activity({ type: "invoke", name: "adaptiveCard/action", replyToId: by.messageId, value }),
  );
};

describe("Bilan d'action", function () {
  this.timeout(60_000);
  let chat: Chat;
  let disk: MemoryDisk;
  let basile: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk });
    basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
    const { ok } = await chat.product.services.store.commit([
      { op: "put", doc: action, expected: "new" },
      { op: "put", doc: HOST, expected: "new" },
    ]);
    assert.ok(ok);
  });
  afterEach(() => chat.stop());

  const open = (by = basile): Promise<void> => go(by, "bilan.open", { code: CODE, action: ACTION });
  const head = (): Json => stored(disk, "case").find((doc) => doc["code"] === CODE) ?? {};
  const activation = (): Json => (head()["activation"] ?? {}) as Json;
  const findingOf = (domain: string): Json | undefined =>
    stored(disk, "assessment").find((doc) => doc["domain"] === domain)?.["finding"] as Json | undefined;
  const evidence = (): Json[] => stored(disk, "evidence");

  /** Everything but work, without a difficulty. */
  const spokenOf = async (): Promise<void> => {
    await go(basile, "overview.open", { code: CODE });
    await basile.press("Enregistrer et continuer", lines("nothing", ...ALL_BUT_HEALTH_AND_WORK, "sante"));
  };
  const throughTheGrid = async (host: Fill): Promise<void> => {
    await open();
    await basile.press("Enregistrer", DONE);
    assert.match(said(basile), /Ce que la structure a vu/);
    await basile.press("Enregistrer et continuer", host);
    assert.match(said(basile), /Ce que vous avez vu/);
    await basile.press("Enregistrer et continuer");
    assert.match(said(basile), /Ce que la personne dit avoir fait/);
    await basile.press("Enregistrer et continuer");
  };

  it("proposes what was seen, and only the référent's choice makes a level of it, dated of the action", async () => {
    await spokenOf();
    await throughTheGrid({ see_host_horaires: "1", "see_host_lire-compter": "2" });
    assert.match(said(basile), /Ce qui a été observé/);
    assert.match(said(basile), /La structure a vu \(niveau « gêne légère »\) : « Un retard, annoncé à l'avance\. »/);
    assert.equal(findingOf("travail"), undefined, "a level was recorded before anybody confirmed it");
    assert.deepEqual(
      evidence().map(({ state }) => state),
      ["proposed", "proposed"],
    );

    await basile.press("Enregistrer", { keep_travail: "1" });
    assert.match(said(basile), /À revoir : choisissez avec la personne ce que cela pèse/);
    assert.equal(findingOf("travail"), undefined, "recorded without its weight");
    await basile.press("Enregistrer", { impact_travail: "2" });
    const { source, severity, impact } = findingOf("travail") ?? {};
    assert.deepEqual(
      { severity, impact, source },
      { severity: 1, impact: 2, source: { kind: "observe", by: BASILE, on: "2026-11-20" } },
    );

    // The other one still waits, in the same card; savoirs says which from level 2.
    assert.match(said(basile), /Français, lecture, écriture, calcul/);
    await basile.press("Tout retenir", { impact_savoirs: "1", situations_savoirs: "" });
    assert.match(said(basile), /dites ce qui se passe concrètement/);
    await basile.press("Enregistrer", { keep_savoirs: "leave" });
    assert.equal(findingOf("savoirs")?.["state"], "nothing", "what was left changed the level");
    assert.deepEqual(
      evidence()
        .map(({ state }) => state)
        .sort(),
      ["confirmed", "left"],
    );
    assert.match(said(basile), /Dit et observé.*Repères au travail : observé le 20 novembre 2026, gêne légère/s);
    assert.ok(acts(disk, `case.${CODE}`).includes("evidence.settled"));
  });

  it("keeps what was said beside what is observed", async () => {
    await go(basile, "overview.open", { code: CODE });
    await openDomain(basile, "competences");
    await basile.press("Enregistrer et continuer", {
      severity: "3",
      impact: "2",
      strength: "Sait vendre",
      selfSeverity: "1",
      source: "dit",
    });
    await throughTheGrid({ see_host_gestes: "1" });
    assert.match(said(basile), /Dit le 24 novembre 2026 : difficulté forte, pèse/);
    await basile.press("Tout retenir");
    const { severity, impact, strength, selfSeverity } = findingOf("competences") ?? {};
    assert.deepEqual(
      { severity, impact, strength, selfSeverity },
      { severity: 1, impact: 2, strength: "Sait vendre", selfSeverity: 1 },
    );
    const [past] = stored(disk, "pastFinding");
    assert.equal((past?.["finding"] as Json)["severity"], 3, "what was said is gone");
    assert.match(
      said(basile),
      /qualification : dit le 24 novembre 2026, difficulté forte ; observé le 20 novembre 2026, gêne légère/,
    );
  });

  it("moves what is addressed and the lead: « Repères au travail » counts from the bilan on", async () => {
    await spokenOf();
    await go(basile, "situation.open", { code: CODE });
    await basile.press("Enregistrer", { seeksWork: "yes" });
    await go(basile, "recommendation.open", { code: CODE });
    await basile.press("Enregistrer", { choice: "stay", why: "Elle avance bien" });
    assert.match(said(basile), /France Travail/);
    assert.doesNotMatch(said(basile), /Pas de piste fiable/);
    await basile.say(`fiche ${CODE}`);
    assert.match(said(basile), /13 domaines abordés sur 13/);

    await throughTheGrid({ see_host_horaires: "1" });
    await go(basile, "sheet.open", { code: CODE });
    assert.match(said(basile), /13 domaines abordés sur 14/);
    const { doneOn, bilanOn, endsOn } = activation();
    assert.deepEqual({ doneOn, bilanOn, endsOn }, { doneOn: "2026-11-20", bilanOn: "2026-11-24", endsOn: null });
    await go(basile, "lead.open", { code: CODE });
    assert.match(said(basile), /Pas de piste fiable/, "the lead does not know that work is still to be told");

    await go(basile, "evidence.open", { code: CODE });
    await basile.press("Tout retenir", { impact_travail: "1" });
    await go(basile, "sheet.open", { code: CODE });
    assert.match(said(basile), /14 domaines abordés sur 14/);
    await go(basile, "lead.open", { code: CODE });
    assert.doesNotMatch(said(basile), /Pas de piste fiable/);
  });

  it("leaves no level, no count and no trace of a no-show but the person's words", async () => {
    await open();
    await basile.press("Enregistrer", {
      outcome: "didNotShow",
      understood: "Le bus ne passe plus",
    });
    assert.match(said(basile), /Le bilan est enregistré/);
    assert.doesNotMatch(said(basile), /Ce que la structure a vu/, "a no-show is asked what was seen");
    assert.deepEqual(evidence(), []);
    assert.equal(findingOf("travail"), undefined);
    assert.deepEqual([activation()["doneOn"], activation()["bilanOn"]], [null, null]);
    const [bilan] = stored(disk, "actionBilan");
    assert.equal(bilan?.["understood"], "Le bus ne passe plus");
    const told = stored(disk, "event", "audit").filter((doc) => [doc["what"], doc["act"]].includes("bilan.recorded"));
    assert.ok(
      told.length > 0 && told.every(({ details }) => Object.keys(details as Json).length === 0),
      "an event says more",
    );
  });

  it("does nothing twice: a second delivery, the same bilan again, and what was settled stays settled", async () => {
    await throughTheGrid({ see_host_horaires: "1" });
    await basile.press("Enregistrer", { keep_travail: "3", impact_travail: "1" });
    assert.deepEqual(
      evidence().map(({ state }) => state),
      ["adjusted"],
    );
    const before = stored(disk, "event").length;
    await open();
    const click = basile.click("Enregistrer", DONE);
    await basile.invoke(click);
    await basile.invoke(click);
    assert.equal(stored(disk, "event").length, before + 1, "one delivery was done twice");
    assert.deepEqual(
      evidence().map(({ state }) => state),
      ["adjusted"],
      "the same bilan proposed again",
    );

    // A later edition that says otherwise proposes beside what was settled.
    await open();
    await basile.press("Grille d'observation");
    await basile.press("Enregistrer et continuer", { see_host_horaires: "2" });
    assert.deepEqual(
      evidence()
        .map(({ state }) => state)
        .sort(),
      ["adjusted", "proposed"],
    );
    assert.equal(findingOf("travail")?.["severity"], 3, "a later bilan changed what was settled");
  });

  it("keeps what is typed at each step, says the rule of what is to mend, and changes nothing meanwhile", async () => {
    await open();
    await basile.press("Annuler", { outcome: "partial", facts: "À moitié écrit" });
    assert.deepEqual(stored(disk, "actionBilan"), []);
    await open();
    assert.match(said(basile), /À moitié écrit/);
    await basile.press("Enregistrer", { lastDay: "2026-11-25", objectiveMet: "no" });
    assert.match(said(basile), /le dernier jour est entre le 16 novembre 2026 et le 20 novembre 2026/);
    assert.deepEqual(stored(disk, "actionBilan"), []);
    await basile.press("Enregistrer", { lastDay: "2026-11-18" });
    await basile.press("Reprendre plus tard", { see_host_gestes: "2" });
    assert.deepEqual(evidence(), [], "a grid that is put down was recorded");
    await open();
    assert.match(said(basile), /La structure : 1 ligne observée sur 8/);
  });

  it("is not written over by an older card", async () => {
    await open();
    const older = basile.card;
    await basile.press("Enregistrer", DONE);
    basile.card = older;
    await basile.press("Enregistrer", { ...DONE, outcome: "didNotShow", understood: "Pas venue" });
    assert.match(said(basile), /Ce bilan avait changé entre-temps/);
    assert.equal(stored(disk, "actionBilan")[0]?.["outcome"], "completed");
  });

  it("is of the référent of the case only: an action of someone else's is the same as none", async () => {
    const alix = chat.person(ALIX);
    await register(alix, { Prénom: "Noé", Nom: "Petit" });
    await enter(alix);
    await go(alix, "bilan.open", { code: "P-2026-0002", action: ACTION });
    const refused = said(alix);
    assert.doesNotMatch(refused, /Boulangerie/);
    await go(alix, "bilan.open", { code: CODE, action: ACTION });
    assert.doesNotMatch(said(alix), /Boulangerie/);
    for (const someone of [DORIAN, EUGENIE, FANTINE].map((id) => chat.person(id))) {
      await someone.say("accueil");
      await go(someone, "bilan.open", { code: CODE, action: ACTION });
      assert.doesNotMatch(said(someone), /Boulangerie|Bilan d'action/);
    }
    await go(alix, "bilan.save", { code: CODE, action: ACTION, rev: "new~new", whole: "true", ...DONE });
    assert.deepEqual(stored(disk, "actionBilan"), []);
    assert.ok(!has(alix, "Enregistrer"));
  });
});
