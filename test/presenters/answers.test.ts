import assert from "node:assert/strict";
import * as present from "../../bot/presenters/index.ts";
import { NOTICES, quiet } from "../../bot/screens.ts";
import { REFUSAL_CODES } from "../../src/use-cases/frame/result.ts";
import { aCase, anActor, anIdentity, NOW, REFERENT_ID } from "../support/builders.ts";
import { aReader, aView, COLLEAGUE_ID } from "../support/a-view.ts";
import { checked, wordsIn } from "./checked.ts";

const code = "P-2026-0001";

describe("A refusal as it is said", () => {
  it("says for each code why, and what to do, in whole sentences", () => {
    for (const refusal of REFUSAL_CODES) {
      const model = checked(
        present.presentRefusal({ screen: "refusal", refusal, code, ...quiet }, aReader()),
        "sentence",
      );
      assert.match(model.text, /[.!?]$/, refusal);
      assert.ok(model.title.length > 0 && !model.title.endsWith("."), refusal);
    }
  });

  it("tells a stranger whom to ask by name, and offers nothing else", () => {
    const screen = { screen: "refusal", refusal: "stranger", code: null, ...quiet } as const;
    const model = checked(present.presentRefusal(screen, aReader()), "sentence");
    assert.match(model.text, /Demandez à Karim Belkacem de vous ajouter\.$/);
    assert.deepEqual(model.buttons, []);
    const alone = checked(present.presentRefusal(screen, aReader({ contacts: [] })), "sentence");
    assert.match(alone.text, /personne qui coordonne/);
  });

  it("says the same of another's case and of one that does not exist", () => {
    const said = (of: string | null) =>
      checked(
        present.presentRefusal({ screen: "refusal", refusal: "noSuchCase", code: of, ...quiet }, aReader()),
        "sentence",
      );
    assert.deepEqual(said(code), said("P-2026-0999"));
    assert.deepEqual(said(code), said(null));
  });
});

describe("What stands above a card", () => {
  it("says each notice in a whole sentence, with the hour of the PLIE where it matters", () => {
    for (const notice of NOTICES) {
      const model = checked(present.presentHelp({ screen: "help", notice, at: NOW }, aReader()), "help");
      assert.match(model.notice?.text ?? "", /\.$|:$/, notice);
      const plain = checked(present.presentHelp({ screen: "help", notice, at: null }, aReader()), "help");
      assert.match(plain.notice?.text ?? "", /\.$/, notice);
    }
    const saved = checked(present.presentHelp({ screen: "help", notice: "saved", at: NOW }, aReader()), "help");
    assert.deepEqual(saved.notice, { text: "Enregistré à 14 h 32.", tone: "good" });
    const there = aReader({ timeZone: "Indian/Reunion" });
    const far = checked(present.presentHelp({ screen: "help", notice: "saved", at: NOW }, there), "help");
    assert.equal(far.notice?.text, "Enregistré à 17 h 32.");
  });

  it("says in local mode whose part is played", () => {
    const banner = (reader = aReader()) =>
      checked(present.presentHelp({ screen: "help", ...quiet }, reader), "help").banner;
    assert.equal(banner(), null);
    assert.equal(banner(aReader({ playedByName: "Nadia" })), "Mode local : vous jouez le rôle de Camille Martin.");
  });
});

describe("Other answers as they are said", () => {
  it("offers what an unknown sentence may have meant", () => {
    const said = (suggestions: string) =>
      checked(present.presentNotUnderstood({ screen: "notUnderstood", suggestions, ...quiet }, aReader()), "sentence");
    assert.deepEqual(said("diagnostic P-2026-0001|aide").suggestions, ["diagnostic P-2026-0001", "aide"]);
    assert.match(said("").text, /« aide »/);
  });

  it("gives the number to quote when something broke, also when nobody is known", () => {
    const model = checked(present.presentFault("8F3K-2Q"), "sentence");
    assert.equal(model.reference, "Référence : 8F3K-2Q");
    assert.equal(model.banner, null);
  });

  it("names who already accompanies the person", () => {
    const shown = present.presentOthersCase({ screen: "othersCase", code, ...quiet }, "Karim Belkacem", aReader());
    assert.match(checked(shown, "sentence").text, /P-2026-0001 est suivie par Karim Belkacem/);
    assert.match(
      checked(present.presentOthersCase({ screen: "othersCase", code, ...quiet }, null, aReader()), "sentence").text,
      /un autre membre de l'équipe/,
    );
  });

  it("leaves one line that names nobody when the diagnostic is put down", () => {
    const screen = { screen: "paused", code, notice: "saved", at: NOW } as const;
    const model = checked(present.presentPaused(screen, aView(), aReader()), "done");
    assert.equal(model.text, "Enregistré à 14 h 32. Diagnostic P-2026-0001 : vous pourrez reprendre au même endroit.");
    assert.equal(model.buttons[0]?.verb, "diagnostic.open");
    assert.ok(!wordsIn(model).some((words) => words.includes("Amina")));
    assert.equal(
      checked(present.presentPaused({ ...screen, code: null }, null, aReader()), "done").buttons[0]?.verb,
      "person.new",
    );
  });

  it("says what became of a card about health, and nothing of health", () => {
    const model = checked(present.presentWithdrawn({ screen: "withdrawn", ...quiet }, aReader()), "done");
    assert.match(model.text, /retiré son accord/);
  });

  it("tells the chargé de projet what to do when a chat refuses", () => {
    const screen = { screen: "chatRefused", member: REFERENT_ID, ...quiet } as const;
    assert.match(checked(present.presentChatRefused(screen, aReader()), "sentence").text, /Camille Martin.*l'ajouter/);
  });

  it("says whose part is played, or that nobody has that name", () => {
    const said = (plays: string) =>
      checked(present.presentPart({ screen: "part", plays, ...quiet }, aReader()), "sentence");
    assert.match(said(COLLEAGUE_ID).text, /Karim Belkacem, chargé·e de projet/);
    assert.equal(said("").title, "Vous êtes vous-même");
  });

  it("answers a photo and an old card", () => {
    const reader = aReader();
    assert.ok(checked(present.presentWordsOnly({ screen: "wordsOnly", ...quiet }, reader), "sentence").text);
    assert.equal(
      checked(present.presentOlderCard({ screen: "olderCard", code, ...quiet }, reader), "sentence").buttons[0]?.verb,
      "sheet.open",
    );
  });
});

describe("Home and lists as they are shown", () => {
  const due = [{ milestone: "firstAppointment" as const, on: "2026-11-22" }];
  const summary = {
    kind: "summary" as const,
    schemaVersion: 1 as const,
    code,
    parcours: 1,
    referentId: REFERENT_ID,
    substituteId: null,
    status: "oriented" as const,
    round: null,
    addressed: 0,
    due,
    noCellDate: false,
    lastContactOn: null,
  };
  const row = { identity: anIdentity(), summary };

  const noOffer = { toConfirm: 0, toStudy: 0, toVerify: 0, incomplete: 0, news: { told: [], more: 0 } };

  it("greets by first name, says who I am and what waits", () => {
    const view = {
      actor: anActor({ roles: ["referent", "chargeDeProjet"] }),
      plieName: "PLIE de Dijon Métropole",
      waiting: { toReceive: 3, diagnostics: 200, late: 0 },
      next: [row],
      ...noOffer,
    };
    const model = checked(present.presentHome({ screen: "home", ...quiet }, view, aReader()), "home");
    assert.equal(model.greeting, "Bonjour Camille");
    assert.equal(model.identity, "Référent·e de parcours et chargé·e de projet · PLIE de Dijon Métropole");
    assert.deepEqual(
      model.waiting.map((entry) => entry.count),
      ["3", "plus de 199", "0"],
    );
    assert.deepEqual(model.next, [
      { when: "En retard de 2 jours", what: "Premier entretien · Amina B. · P-2026-0001" },
    ]);
  });

  it("says when nothing waits", () => {
    const view = { actor: anActor(), plieName: "PLIE", waiting: null, next: [], ...noOffer };
    assert.ok(checked(present.presentHome({ screen: "home", ...quiet }, view, aReader()), "home").nextEmpty);
  });

  const participants = (overrides = {}) => {
    const screen = { screen: "participants", searching: true, cursor: null, ...quiet } as const;
    const rows = [{ identity: anIdentity(), file: aCase(), due }];
    const page = { rows, query: "", next: null, previous: null, everyone: false, ...overrides };
    return checked(present.presentParticipants(screen, page, aReader()), "participants");
  };

  it("lists people by first name and initial, with what is due", () => {
    assert.deepEqual(participants().items, [
      { title: "Amina B. · P-2026-0001 · entrée faite · premier entretien en retard de 2 jours", value: code },
    ]);
    assert.match(participants({ everyone: true }).items[0]?.title ?? "", /référent·e : Camille Martin$/);
    assert.equal(participants({ next: "P-2026-0009" }).next?.cursor, "P-2026-0009");
  });

  it("says how many answer what was searched, and what to try when nobody does", () => {
    assert.equal(participants({ query: "benali" }).count, "1 réponse pour « benali »");
    assert.match(participants({ query: "zz", rows: [] }).count, /Essayez le code/);
    assert.match(participants({ rows: [] }).count, /« nouveau »/);
    assert.ok(participants({ query: "😀".repeat(9_000) }).query.length <= 200);
  });

  it("counts what is late and what comes", () => {
    const screen = { screen: "milestones", cursor: null, ...quiet } as const;
    const later = { ...row, summary: { ...summary, due: [{ milestone: "t0" as const, on: "2027-02-19" }] } };
    const page = { rows: [row, later], next: null, previous: null, everyone: false, late: 1, incomplete: 0 };
    const model = checked(present.presentMilestones(screen, page, aReader()), "milestones");
    assert.equal(model.count, "1 fiche en retard, 1 à venir");
    assert.deepEqual(
      model.items.map((item) => item.title),
      [
        "En retard de 2 jours · Premier entretien · Amina B. · P-2026-0001",
        "Avant le 19 février 2027 · Première évaluation · Amina B. · P-2026-0001",
      ],
    );
  });
});
