import assert from "node:assert/strict";
import { presentDomain, presentGuidance, presentOverview, presentUrgent } from "../../bot/presenters/index.ts";
import { decodeShown } from "../../bot/shown-lines.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import { quiet } from "../../bot/screens.ts";
import { aFinding, aLevel, everywhere, NOW, REFERENT_ID, someFindings } from "../support/builders.ts";
import { aReader, aView, FRAMEWORK } from "../support/a-view.ts";
import { checked } from "./checked.ts";

const code = "P-2026-0001";
const overviewOf = (parts = {}, reader = aReader()) =>
  checked(presentOverview({ screen: "overview", code, ...quiet }, aView(parts), reader), "overview");
const domainOf = (domain: (typeof DOMAIN_IDS)[number], parts = {}, check = false) =>
  checked(presentDomain({ screen: "domain", code, domain, check, ...quiet }, aView(parts), aReader()), "domain");

describe("Tour d'horizon as it is shown", () => {
  it("presets « Pas abordé » on the fourteen lines, in three families", () => {
    const lines = overviewOf().families.flatMap((family) => family.lines);
    assert.equal(lines.length, 14);
    assert.ok(lines.every((line) => line.value === "notAddressed" && line.choices.length >= 4));
  });

  it("says the level of an assessed domain, and offers it as the sixth choice of that line only", () => {
    const model = overviewOf({ findings: someFindings({ mobilite: aLevel(2, 3), logement: aLevel(0) }) });
    const [mobility, housing] = model.families[0]?.lines ?? [];
    assert.deepEqual(mobility?.choices.at(-1), { title: "Évalué : Difficulté réelle", value: "assessed" });
    assert.equal(mobility.value, "assessed");
    assert.equal(housing?.value, "nothing");
    assert.equal(housing.choices.length, 5);
    assert.equal(model.addressed, "2 domaines abordés sur 13");
  });

  it("does not offer « Rien à signaler » on a word where the level is only observed or attested", () => {
    const work = overviewOf().families[2]?.lines.find((line) => line.domain === "travail");
    assert.ok(!work?.choices.some((choice) => choice.value === "nothing"));
  });

  it("keeps health closed until the person agrees, and offers no way in", () => {
    for (const health of ["notAsked", "refused", "withdrawn"] as const) {
      const model = overviewOf({ file: { health } });
      const line = model.families[0]?.lines.find((entry) => entry.domain === "sante");
      assert.ok(line?.closed, `health is open although it is ${health}`);
      assert.ok(!model.targets.some((target) => target.value === "sante"));
    }
    assert.equal(overviewOf().families[0]?.lines[2]?.closed, null);
  });

  it("carries what each line said, so that newer work is never overwritten silently", () => {
    const model = overviewOf({
      findings: someFindings({ mobilite: aLevel(2), droits: aFinding({ state: "declined" }) }),
    });
    const lines = decodeShown(model.shown);
    assert.equal(lines.mobilite, "assessed");
    assert.equal(lines.droits, "declined");
    assert.equal(lines.projet, "notAddressed");
  });

  it("in a reassessment, says what was found the last time and offers that nothing changed", () => {
    const model = overviewOf({ file: { round: 1 }, previous: someFindings({ mobilite: aLevel(3, 2) }) });
    assert.equal(model.reassessment, true);
    assert.match(model.families[0]?.lines[0]?.label ?? "", /\(avant : Difficulté forte\)/);
    assert.match(model.round, /^Deuxième évaluation, ouverte le 16 novembre 2026$/);
  });

  it("says open urgent points first, and does not offer them again", () => {
    const urgent = [{ id: "sans-abri-ce-soir", raisedAt: NOW, raisedBy: REFERENT_ID, done: null }];
    const model = overviewOf({ file: { urgent } });
    assert.equal(model.urgent?.first, "sans-abri-ce-soir");
    assert.match(model.urgent.lines[0] ?? "", /115.*aujourd'hui à 14 h 32/);
    assert.ok(!model.urgentChoices.some((choice) => choice.value === "sans-abri-ce-soir"));
  });
});

describe("A domain as it is shown", () => {
  it("asks what helps first, gives five anchored levels, and presets « Dit »", () => {
    const model = domainOf("mobilite");
    assert.equal(model.choices.severity.length, 5);
    assert.ok(model.choices.severity[2]?.title.startsWith("2 · Difficulté réelle : Va sans aide"));
    assert.equal(model.fields.source, "dit");
    assert.equal(domainOf("travail").fields.source, "");
  });

  it("says how many domains are left to explore, itself included", () => {
    const findings = someFindings({
      mobilite: aLevel(1),
      logement: aFinding({ state: "toExplore" }),
      droits: aFinding({ state: "toExplore" }),
      projet: aFinding({ state: "toExplore" }),
    });
    assert.equal(domainOf("droits", { findings }).position, "Encore 3 domaines à creuser, avec celui-ci");
    assert.equal(domainOf("mobilite", { findings }).position, "Ensuite, 3 domaines à creuser");
    assert.equal(domainOf("projet").position, "Aucun autre domaine à creuser");
  });

  it("shows what was typed to the letter: links, bindings, mentions and formulas stay what they are", () => {
    const typed = "${1+1} [x](javascript:alert(1)) <at>tous</at> =cmd() \u202Eéèà 😀 **gras**";
    const model = domainOf("mobilite", { drafts: { mobilite: { strength: typed, facts: typed } } });
    assert.equal(model.fields.strength, typed);
    assert.equal(model.fields.facts, typed);
    assert.equal(model.folded, false);
  });

  it("cuts a text of 10,000 characters where the card ends, and says that the rest is kept", () => {
    const long = "é😀".repeat(5_000);
    const model = domainOf("mobilite", { drafts: { mobilite: { strength: long, facts: long } } }, true);
    assert.ok(long.startsWith(model.fields.facts));
    assert.equal(Array.from(model.fields.facts).length, 4_000);
    assert.match(model.kept.facts ?? "", /La suite est gardée : 10 000 caractères saisis/);
    assert.match(model.problems.facts ?? "", /raccourcissez ce texte de 9 400 caractères/);
  });

  it("says that everything is kept when the text is too long but shown whole", () => {
    const model = domainOf("mobilite", { drafts: { mobilite: { facts: "a".repeat(640) } } });
    assert.match(model.kept.facts ?? "", /^Tout est gardé : 640 caractères saisis, 600 au plus/);
    assert.deepEqual(model.problems, {});
  });

  it("says what to mend only once asked to record", () => {
    const drafts = { mobilite: { severity: "2", impact: "" } };
    assert.deepEqual(domainOf("mobilite", { drafts }).problems, {});
    assert.match(domainOf("mobilite", { drafts }, true).problems.impact ?? "", /à partir de « Gêne légère »/);
  });

  it("counts the person's priorities elsewhere", () => {
    const findings = someFindings({
      logement: aLevel(2, 1, { priority: true }),
      projet: aLevel(1, 1, { priority: true }),
    });
    assert.equal(domainOf("mobilite", { findings }).priorityNote, "2 sur 3 déjà choisies ailleurs");
  });

  it("reminds of the last assessment in a reassessment", () => {
    const model = domainOf("mobilite", { file: { round: 1 }, previous: someFindings({ mobilite: aLevel(3, 2) }) });
    assert.equal(model.previous, "La dernière fois, le 24 novembre 2026 : Difficulté forte, pèse.");
    assert.equal(model.fields.severity, "3");
  });

  it("fits in a card of Teams for each domain, filled to the brim", () => {
    for (const domain of DOMAIN_IDS) {
      const drafts = {
        [domain]: { strength: "w".repeat(9_000), facts: "w".repeat(9_000), severity: "3", impact: "2" },
      };
      assert.equal(domainOf(domain, { drafts }, true).domain, domain);
    }
  });

  it("says in « Comment en parler ? » where what does not belong here goes, by its name", () => {
    for (const domain of DOMAIN_IDS) {
      const shown = presentGuidance({ screen: "guidance", code, domain, ...quiet }, aView(), aReader());
      const model = checked(shown, "guidance");
      assert.ok(model.elsewhere.every((line) => /: se note dans « .+ »$/.test(line)));
    }
  });
});

describe("An urgent point as it is shown", () => {
  const urgentOf = (check: boolean, typed?: { doneOn: string; doneBy: string }) =>
    presentUrgent(
      { screen: "urgent", code, urgent: "sans-abri-ce-soir", then: "overview", check, ...quiet },
      aView(),
      aReader(),
      typed,
    );

  it("names who is called, for each point of the framework", () => {
    for (const { id } of FRAMEWORK.urgentPoints) {
      const screen = { screen: "urgent", code, urgent: id, then: "sheet", check: false, ...quiet } as const;
      assert.ok(checked(presentUrgent(screen, aView(), aReader()), "urgent").calls.length > 0, id);
    }
  });

  it("asks who did it and when, keeping what was typed", () => {
    const model = checked(urgentOf(true, { doneOn: "2026-12-30", doneBy: "" }), "urgent");
    assert.equal(model.fields.doneOn, "2026-12-30");
    assert.deepEqual(Object.keys(model.problems), ["doneOn", "doneBy"]);
  });

  it("says so when the framework no longer has that point", () => {
    const screen = { screen: "urgent", code, urgent: "disparu", then: "sheet", check: false, ...quiet } as const;
    assert.match(checked(presentUrgent(screen, aView(), aReader()), "sentence").title, /n'est plus/);
  });

  it("stays on the référent's own screens", () => {
    const urgent = [{ id: "violences", raisedAt: NOW, raisedBy: REFERENT_ID, done: null }];
    const view = aView({ file: { urgent }, findings: everywhere(() => aLevel(1)), may: { carry: false } });
    assert.equal(
      checked(presentOverview({ screen: "overview", code, ...quiet }, view, aReader()), "overview").urgent,
      null,
    );
  });
});
