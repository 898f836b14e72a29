import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { BASILE, type Chat, type Fill, type Json, type Person } from "../support/chat.ts";
import {
  ALL_BUT_HEALTH_AND_WORK,
  enter,
  fieldsOf,
  lines,
  movableClock,
  openDomain,
  register,
  said,
  startChat,
  stored,
} from "./steps.ts";

const TYPED: Fill = {
  strength: "Un vélo",
  severity: "2",
  impact: "3",
  selfSeverity: "1",
  priority: "true",
  facts: "Pas de permis",
};
const finding = (disk: MemoryDisk, domain: string): Json | null | undefined =>
  stored(disk, "assessment").find((one) => one["domain"] === domain)?.["finding"] as Json | null | undefined;

describe("Les domaines du diagnostic", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let basile: Person;
  const clock = () => movableClock();
  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk });
    basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
    await basile.press("Enregistrer et continuer", lines("toExplore", "mobilite", "finances", "savoirs"));
  });
  afterEach(() => chat.stop());

  const restart = async (): Promise<void> => {
    await chat.stop();
    chat = await startChat({ disk, clock: clock() });
    basile = chat.person(BASILE);
  };

  for (const button of ["Précédent", "Comment en parler ?", "Tour d'horizon", "Reprendre plus tard"])
    it(`keeps what is typed when « ${button} » is pressed, and shows it again after a restart on another device`, async () => {
      await basile.press(button, TYPED);
      assert.match(said(basile), /Enregistré à 14 h 3\d/, "the card does not say when it was kept");
      await restart();
      await basile.say("diagnostic P-2026-0001");
      if (!("strength" in fieldsOf(basile))) await openDomain(basile, "mobilite");
      const { source, situations, ...shown } = fieldsOf(basile);
      assert.deepEqual(shown, TYPED, "what was typed is not shown again as it was");
      assert.equal(source, "dit", "the source is not pre-set");
      assert.equal(situations, "");
      assert.equal(finding(disk, "mobilite")?.["state"], "toExplore", "a draft was recorded without being asked");
    });

  it("resumes exactly at the domain where it was put down, days later", async () => {
    await openDomainFromDomain("savoirs");
    await basile.press("Reprendre plus tard", { strength: "Parle trois langues" });
    assert.match(said(basile), /vous pourrez reprendre au même endroit/);
    await restart();
    await basile.say("diagnostic p 2026 1");
    assert.match(said(basile), /Français, lecture, écriture, calcul/);
    assert.equal(fieldsOf(basile)["strength"], "Parle trois langues");
  });

  const openDomainFromDomain = async (domain: string): Promise<void> => {
    await basile.press("Tour d'horizon");
    await openDomain(basile, domain);
  };

  it("goes back to the domain before, and forward again to where it was", async () => {
    await basile.press("Enregistrer et continuer", TYPED);
    assert.match(said(basile), /Budget et ressources/);
    await basile.press("Précédent", { facts: "Une dette de loyer" });
    assert.match(said(basile), /Mobilité/, "Précédent does not show the domain before");
    assert.equal(fieldsOf(basile)["severity"], "2");
    await basile.press("Enregistrer et continuer");
    assert.equal(fieldsOf(basile)["facts"], "Une dette de loyer");
  });

  it("asks how much a level weighs, and keeps what was typed meanwhile", async () => {
    await basile.press("Enregistrer et continuer", { severity: "2", facts: "Pas de permis" });
    assert.match(said(basile), /dites aussi ce que cela pèse sur le projet/);
    assert.equal(fieldsOf(basile)["facts"], "Pas de permis");
    assert.equal(finding(disk, "mobilite")?.["severity"], null, "a level without its weight was recorded");
    await basile.press("Enregistrer et continuer", { impact: "1" });
    assert.equal(finding(disk, "mobilite")?.["impact"], 1);
  });

  it("asks no weight at level 0, which is rien à signaler", async () => {
    await basile.press("Enregistrer et continuer", { severity: "0", impact: "3" });
    assert.equal(finding(disk, "mobilite")?.["state"], "nothing");
    assert.equal(finding(disk, "mobilite")?.["impact"], null);
  });

  it("asks from level 2 whether it is speaking, reading, writing or counting", async () => {
    await openDomainFromDomain("savoirs");
    await basile.press("Enregistrer et continuer", { severity: "2", impact: "2" });
    assert.match(said(basile), /dites ce qui se passe concrètement/);
    assert.equal(finding(disk, "savoirs")?.["severity"], null, "savoirs has a level without saying which");
    await basile.press("Enregistrer et continuer", { situations: "lire,compter" });
    assert.deepEqual(finding(disk, "savoirs")?.["situations"], ["lire", "compter"]);
  });

  it("takes the level of Repères au travail only from what was observed or attested", async () => {
    await openDomainFromDomain("travail");
    assert.equal(fieldsOf(basile)["source"], "", "a source is pre-set where nothing was observed");
    await basile.press("Enregistrer et continuer", { severity: "2", impact: "1" });
    assert.match(said(basile), /dites d'où vient l'information/);
    await basile.press("Enregistrer et continuer", { source: "dit" });
    assert.match(said(basile), /ici, le niveau vient de ce qui est observé/, "a level is taken from a word");
    await basile.press("Enregistrer et continuer", { source: "observe" });
    assert.equal((finding(disk, "travail")?.["source"] as Json)["kind"], "observe");
  });

  it("takes three priorities of the person, and says which ones when a fourth is asked", async () => {
    for (const domain of ["mobilite", "droits", "projet"]) {
      await openDomainFromDomain(domain);
      await basile.press("Enregistrer et continuer", { severity: "1", impact: "1", priority: "true" });
    }
    await openDomainFromDomain("recherche");
    await basile.press("Enregistrer et continuer", { severity: "1", impact: "1", priority: "true" });
    assert.match(said(basile), /3 priorités au plus\. Déjà choisi : Mobilité/);
    assert.ok(!finding(disk, "recherche"), "a fourth priority was recorded");
  });

  it("empties what the person empties: text, several choices and level alike", async () => {
    await openDomainFromDomain("finances");
    const id = "surendettement,baisse-des-ressources";
    await basile.press("Enregistrer et continuer", { ...TYPED, situations: id });
    await openDomainFromDomain("finances");
    assert.equal(fieldsOf(basile)["situations"], "baisse-des-ressources,surendettement");
    await basile.press("Enregistrer et continuer", { situations: "", facts: "", strength: "", severity: "1" });
    const now = finding(disk, "finances");
    assert.deepEqual(
      [now?.["situations"], now?.["facts"], now?.["strength"]],
      [[], "", ""],
      "what was emptied is back",
    );
    const past = stored(disk, "pastFinding").filter((one) => one["domain"] === "finances");
    assert.ok(JSON.stringify(past).includes("surendettement"), "what was recorded before is not kept as history");
  });

  it("leaves the rest as it was when a client sends only the field that was touched", async () => {
    await basile.press("Enregistrer et continuer", TYPED);
    await openDomainFromDomain("mobilite");
    const click = basile.click("Enregistrer et continuer");
    const data = (click["value"] as { action: { data: Json } }).action.data;
    const { code, domain, rev } = data;
    (click["value"] as { action: { data: Json } }).action.data = { code, domain, rev, severity: "3" };
    await basile.invoke(click);
    const now = finding(disk, "mobilite");
    assert.deepEqual(
      [now?.["severity"], now?.["impact"], now?.["facts"], now?.["strength"], now?.["priority"]],
      [3, 3, "Pas de permis", "Un vélo", true],
      "a field that did not come back was emptied",
    );
  });

  it("counts as addressed what is declined, not applicable or without difficulty, and nothing else", async () => {
    await basile.press("Tour d'horizon");
    await basile.press("Reprendre plus tard", {
      ...lines("declined", "famille"),
      ...lines("notApplicable", "logement"),
      ...lines("nothing", "droits"),
    });
    await basile.press("Reprendre le diagnostic");
    assert.match(said(basile), /3 domaines abordés sur 13/);
    await basile.press("Reprendre plus tard", lines("nothing", ...ALL_BUT_HEALTH_AND_WORK.slice(6)));
    await basile.press("Reprendre le diagnostic");
    assert.match(said(basile), /9 domaines abordés sur 13/);
  });
});
