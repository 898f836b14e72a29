import assert from "node:assert/strict";
import {
  presentCancelRecord,
  presentConflict,
  presentDuplicates,
  presentEntry,
  presentIdentity,
  presentManage,
  presentMergeRecord,
  presentNewPerson,
  presentPersonView,
  presentSheet,
  type ConflictData,
} from "../../bot/presenters/index.ts";
import { quiet } from "../../bot/screens.ts";
import { renderCard } from "../../cards/index.ts";
import type { TypedInputs } from "../../src/domain/diagnostic/assessment.ts";
import { CASE_STATUSES } from "../../src/domain/participant/case-file.ts";
import { inputsFromIdentity } from "../../src/domain/participant/identity-from-inputs.ts";
import { aCase, aFinding, aLevel, anIdentity, NOW, REFERENT_ID, someFindings, TODAY } from "../support/builders.ts";
import {
  aCaseForm,
  aDossier,
  aForm,
  aReader,
  aView,
  COLLEAGUE_ID,
  versioned,
  type ViewParts,
  NO_STANDING,
} from "../support/a-view.ts";
import { aHandover } from "../support/a-clock.ts";
import { actionsOf } from "../cards/reading.ts";
import { checked, wordsIn } from "./checked.ts";

const code = "P-2026-0001";
const HOSTILE = "${1+1} [x](javascript:alert(1)) <at>tous</at> =cmd()";

describe("Nouvelle personne orientée as it is shown", () => {
  const newPerson = (inputs: TypedInputs, check = false) => {
    const form = { id: "new.x", rev: "new.x~new", inputs, draft: undefined };
    const shown = presentNewPerson({ screen: "newPerson", rev: null, check, ...quiet }, form, aReader());
    return checked(shown, "new-person");
  };

  it("opens on today, with nothing presumed of the right to work nor of the wish", () => {
    const { fields, problems } = newPerson({});
    assert.equal(fields.orientationOn, TODAY);
    assert.equal(fields.rightToWork, "");
    assert.equal(fields.willing, "");
    assert.deepEqual(problems, {});
  });

  it("shows again what was typed, to the letter", () => {
    assert.equal(newPerson({ givenName: HOSTILE }).fields.givenName, HOSTILE);
  });

  it("says what to mend only once asked to record", () => {
    const inputs = { givenName: "Amina", birthDate: "31/02/1985", phone: "12", email: "x", commune: "Chenov" };
    assert.deepEqual(newPerson(inputs).problems, {});
    assert.deepEqual(Object.keys(newPerson(inputs, true).problems).sort(), ["birthDate", "email", "phone"]);
    assert.match(newPerson({}, true).problems.givenName ?? "", /au moins un prénom ou un nom/);
  });

  it("suggests communes for one that is not recognised", () => {
    assert.match(newPerson({ givenName: "A", commune: "Chev" }, true).problems.commune ?? "", /Chevigny-Saint-Sauveur/);
    assert.match(
      newPerson({ givenName: "A", commune: "Marseille" }, true).problems.commune ?? "",
      /gardée telle quelle/,
    );
  });

  it("keeps a prescriber who is not in the PLIE's list among the choices", () => {
    const { choices, fields } = newPerson({ prescriber: "Une association d'ailleurs" });
    assert.ok(choices.prescriber.some((choice) => choice.value === fields.prescriber));
  });

  it("says that the rest of a very long text is kept, and fits in a card of Teams", () => {
    const fields = ["givenName", "familyName", "birthDate", "commune", "phone", "email", "address", "prescriber"];
    const { problems } = newPerson(Object.fromEntries(fields.map((field) => [field, "😀".repeat(10_000)])));
    assert.match(problems.givenName ?? "", /la suite est gardée : 10 000 caractères saisis/);
  });
});

describe("A possible duplicate as it is shown", () => {
  const candidate = (overrides = {}) => ({
    identity: anIdentity(),
    file: versioned(aCase({ referentId: COLLEAGUE_ID })),
    sameBirthDate: true,
    referent: "Karim Belkacem",
    ...overrides,
  });
  const duplicates = (candidates: ReturnType<typeof candidate>[], notice: "chooseFirst" | null = null) => {
    const form = { id: "new.x", rev: "new.x~1", inputs: {}, draft: undefined };
    const typed = { givenName: "Amina", familyName: "Benali", commune: "21166" };
    const screen = { screen: "duplicates", rev: "new.x~1", notice, at: null } as const;
    return checked(presentDuplicates(screen, { form, typed, candidates }, aReader()), "duplicate");
  };

  it("shows first name, initial and code, never the full identity", () => {
    const model = duplicates([candidate()]);
    assert.equal(model.typed, "Amina B., Chenôve");
    assert.match(
      model.candidates[0]?.title ?? "",
      /^Amina B\. · P-2026-0001 · .*Karim Belkacem · même date de naissance$/,
    );
    assert.ok(!wordsIn(model).some((words) => words.includes("Benali") || words.includes("1984")));
  });

  it("asks for a choice when none was made", () => {
    assert.ok(duplicates([candidate(), candidate()], "chooseFirst").problems.choice);
  });
});

describe("The sheet as it is shown", () => {
  const sheet = (parts: ViewParts = {}, situation: { count: number; of: number } | null = null) =>
    checked(
      presentSheet(
        { screen: "sheet", code, ...quiet },
        { ...aView(parts), situation, standing: NO_STANDING, contested: [] },
        aReader(),
      ),
      "sheet",
    );
  const before = { entry: null, round: null, status: "oriented" } as const;

  it("before the entry, offers to enter and nothing of the diagnostic", () => {
    const model = sheet({ file: before, due: [{ milestone: "firstAppointment", on: "2026-11-17" }] });
    assert.deepEqual(
      [model.canEnter, model.diagnostic, model.canSeeSynthesis, model.progress],
      [true, null, false, null],
    );
    assert.deepEqual(model.milestones, [{ when: "En retard de 7 jours", what: "Premier entretien, 17 novembre 2026" }]);
  });

  it("after the entry, begins or goes on with the diagnostic", () => {
    assert.equal(sheet().diagnostic, "Commencer le diagnostic");
    assert.equal(sheet({ findings: someFindings({ mobilite: aLevel(1) }) }).diagnostic, "Continuer le diagnostic");
  });

  it("offers the situation to the référent once the person has entered, and says how much of it was asked", () => {
    const offered = (parts: ViewParts): boolean => sheet(parts).canWriteSituation;
    const signed = { esf: { entryOn: "2026-11-20", exitOn: null, laterOn: null } } as const;
    assert.deepEqual(
      [offered({ file: signed }), offered({ file: before }), offered({ file: signed, may: { carry: false } })],
      [true, false, false],
    );
    const waits = sheet({});
    assert.deepEqual([waits.canFillEsf, waits.canWriteSituation, waits.canSeePath], [true, false, true]);
    assert.equal(offered({ file: { status: "cancelled" } }), false);
    assert.equal(sheet({}, { count: 9, of: 14 }).situation, "Situation : 9 réponses sur 14");
    assert.equal(sheet({}, { count: 1, of: 14 }).situation, "Situation : 1 réponse sur 14");
    assert.equal(sheet().situation, null);
  });

  it("of whoever goes elsewhere, offers the hand-over before the diagnostic; once they are received there, no diagnostic at all", () => {
    const titlesOf = (file: ViewParts["file"]) =>
      actionsOf(renderCard("sheet", sheet({ file: file ?? {}, round: { metOn: TODAY } })).card).map(
        ({ title }) => title,
      );
    const handovers = [aHandover()];
    const urgent = [{ id: "violences", raisedAt: NOW, raisedBy: REFERENT_ID, done: null }];
    assert.deepEqual(titlesOf({ status: "decided", handovers }).slice(0, 2), [
      "Passage de relais",
      "Commencer le diagnostic",
    ]);
    assert.ok(titlesOf({ status: "decided", handovers, urgent }).includes("Passage de relais"));
    const received = titlesOf({ status: "reoriented", handovers: [aHandover({ heldOn: TODAY })] });
    assert.equal(received[0], "Passage de relais");
    assert.ok(!received.some((title) => /diagnostic|Refaire le point/.test(String(title))), received.join());
    const closed = titlesOf({ status: "reoriented", handovers: [aHandover({ heldOn: TODAY, closedOn: TODAY })] });
    assert.ok(!closed.includes("Passage de relais"), "a hand-over that is settled stays first");
    const relay = titlesOf({ status: "decided", handovers: [aHandover({ kind: "relay" })] });
    assert.ok(!relay.includes("Passage de relais"), "a relay takes the place of the diagnostic");
  });

  it("never has more than six buttons, whatever the status, the rights, the round, the hand-over and the urgent points", () => {
    const urgent = [{ id: "violences", raisedAt: NOW, raisedBy: REFERENT_ID, done: null }];
    const yesNo = [true, false];
    for (const status of CASE_STATUSES)
      for (const metOn of [TODAY, null])
        for (const flags of [urgent, []])
          for (const entered of yesNo)
            for (const may of [
              { carry: true, manage: true, readLevels: true },
              { carry: false, manage: true, readLevels: true },
              { carry: false, manage: false, readLevels: true },
              { carry: false, manage: false, readLevels: false },
            ]) {
              const entry = entered ? {} : { entry: null, round: null };
              const handovers = flags.length > 0 && entered ? [aHandover()] : [];
              const model = sheet({ file: { status, urgent: flags, handovers, ...entry }, round: { metOn }, may });
              const titles = actionsOf(renderCard("sheet", model).card).map(({ title }) => title);
              assert.ok(titles.length <= 6, `${status}: ${titles.join(" · ")}`);
              if (model.canOpenRound)
                assert.ok(!titles.includes("Feuille d'entretien"), "the paper takes a seventh place");
            }
    assert.notEqual(
      sheet({ file: before }).interviewSheetUrl,
      null,
      "the paper of a first interview is offered nowhere",
    );
    const entered = actionsOf(renderCard("sheet", sheet()).card).map(({ title }) => title);
    for (const button of ["Voir la synthèse", "Planifier une action", "Parcours"])
      assert.ok(entered.includes(button), `${button} found no room`);
  });

  it("leads to the person's page in the tab wherever there is room, before the way back, and never as a seventh", () => {
    const titlesOf = (model: ReturnType<typeof sheet>) =>
      actionsOf(renderCard("sheet", model).card).map(({ title }) => title);
    const read = sheet({ may: { carry: false, manage: false, readLevels: false } });
    assert.equal(read.tabUrl, "http://localhost:3978/tab/participants/P-2026-0001");
    assert.deepEqual(titlesOf(read).slice(-2), ["Voir dans l'onglet", "Accueil"]);
    const urgent = [{ id: "violences", raisedAt: NOW, raisedBy: REFERENT_ID, done: null }];
    const full = sheet({ file: { urgent }, round: { metOn: TODAY } });
    assert.deepEqual([titlesOf(full).length, full.tabUrl, full.canGoHome], [6, null, false]);
  });

  it("says what is to be completed, with what was typed of an unknown commune", () => {
    const model = sheet({ identity: { commune: null, communeTyped: HOSTILE, birthDate: null } });
    assert.deepEqual(model.missing, ["Date de naissance", `Commune de résidence (noté : « ${HOSTILE} »)`]);
  });

  it("shows the assistante neither levels, nor health, nor urgent points, nor buttons of the diagnostic", () => {
    const urgent = [{ id: "violences", raisedAt: NOW, raisedBy: REFERENT_ID, done: null }];
    const model = sheet({
      file: { urgent },
      round: { metOn: TODAY },
      may: { carry: false, manage: false, readLevels: false },
    });
    assert.equal(model.urgent, null);
    assert.deepEqual(
      [model.diagnostic, model.canOpenRound, model.canSeeSynthesis, model.canManage],
      [null, false, false, false],
    );
    assert.ok(!model.dates.some((date) => date.label.includes("santé")));
    assert.ok(model.dates.some((date) => date.value === "Camille Martin"));
  });

  it("says why and when it was cancelled", () => {
    const model = sheet({ file: { status: "cancelled", cancelled: { reason: "error", on: TODAY, by: REFERENT_ID } } });
    assert.equal(model.status, "Fiche annulée · le 24 novembre 2026 · erreur de saisie");
    assert.equal(model.diagnostic, null);
  });

  it("asks nothing more on a closed record, and leads nowhere from one merged into another", () => {
    const cancelled = { reason: "duplicate", on: TODAY, by: REFERENT_ID } as const;
    const closed = sheet({ identity: { birthDate: null }, file: { status: "cancelled", cancelled } });
    assert.deepEqual([closed.missing, closed.canManage], [[], true]);
    const merged = sheet({ file: { status: "cancelled", cancelled, mergedInto: "P-2026-0009" } });
    assert.equal(merged.canManage, false);
    assert.match(merged.status, /fusionnée avec P-2026-0009/);
  });
});

describe("Entrée, identity, the person's view as they are shown", () => {
  const entry = (inputs: TypedInputs, check: boolean) => {
    const form = aCaseForm("entry", inputs, { file: { entry: null, round: null, status: "oriented" } });
    return checked(presentEntry({ screen: "entry", code, check, ...quiet }, form, aReader()), "entry");
  };

  it("asks for both dates of the entry, and never presumes the notice", () => {
    const inputs = { firstInterviewOn: TODAY, noticeOn: "", language: "français", interpreter: "false" };
    assert.deepEqual(entry(inputs, false).problems, {});
    assert.match(entry(inputs, true).problems.noticeOn ?? "", /notice a été remise/);
    assert.equal(entry(inputs, false).fields.healthAgreement, "notAsked");
  });

  it("says that a date before the orientation cannot be", () => {
    const inputs = { firstInterviewOn: "2026-10-01", noticeOn: "2026-12-24" };
    const { problems } = entry(inputs, true);
    assert.match(problems.firstInterviewOn ?? "", /avant l'orientation/);
    assert.match(problems.noticeOn ?? "", /dans le futur/);
  });

  it("fills the correction of an identity with what is recorded, and says what to mend", () => {
    const identity = anIdentity();
    const inputs = inputsFromIdentity(identity, aReader().plie.communes);
    const identityOf = (shown: TypedInputs, check: boolean) =>
      checked(
        presentIdentity(
          { screen: "identity", code, check, ...quiet },
          { dossier: aDossier(), identity: versioned(identity), form: aForm("identity", shown) },
          aReader(),
        ),
        "identity",
      );
    assert.equal(identityOf(inputs, false).fields.commune, "Chenôve");
    assert.equal(identityOf(inputs, false).person, "Amina B. · P-2026-0001");
    assert.match(identityOf({ ...inputs, birthDate: "12/03/1850" }, true).problems.birthDate ?? "", /trop ancienne/);
  });

  it("keeps the person's words whole, and asks what they think", () => {
    const words = "é".repeat(10_000);
    const view = aCaseForm("personView", { agreement: "", words });
    const model = checked(
      presentPersonView({ screen: "personView", code, check: true, back: null, ...quiet }, view, aReader()),
      "person-view",
    );
    assert.match(model.kept ?? "", /La suite est gardée : 10 000/);
    assert.deepEqual(Object.keys(model.problems).sort(), ["agreement", "words"]);
  });
});

describe("Gérer la fiche as it is shown", () => {
  const manage = (parts: ViewParts = {}) =>
    checked(presentManage({ screen: "manage", code, ...quiet }, aView(parts), aReader()), "manage");

  it("offers of health only what can be done now", () => {
    const flags = (health: "notAsked" | "agreed" | "refused" | "withdrawn") => {
      const { canAgree, canRefuse, canWithdraw } = manage({ file: { health } });
      return [canAgree, canRefuse, canWithdraw];
    };
    assert.deepEqual(flags("notAsked"), [true, true, false]);
    assert.deepEqual(flags("agreed"), [false, false, true]);
    assert.deepEqual(flags("refused"), [true, false, false]);
    assert.deepEqual(flags("withdrawn"), [true, false, false]);
  });

  it("offers to open a cancelled file again, unless it was merged", () => {
    const cancelled = { reason: "error", on: TODAY, by: REFERENT_ID } as const;
    assert.equal(manage({ file: { status: "cancelled", cancelled } }).canReopen, true);
    assert.equal(manage({ file: { status: "cancelled", cancelled, mergedInto: "P-2026-0002" } }).canReopen, false);
    assert.equal(manage({ file: { status: "cancelled", cancelled } }).canCancel, false);
  });

  it("asks why a file is cancelled, and which one is kept", () => {
    const cancel = presentCancelRecord({ screen: "cancelRecord", code, check: true, ...quiet }, aView(), aReader());
    assert.ok(checked(cancel, "cancel-record").problems.reason);
    const into = (typed: string) => {
      const screen = { screen: "mergeRecord", code, into: typed, check: true, ...quiet } as const;
      return checked(presentMergeRecord(screen, aView(), aReader()), "merge-record").problems.into ?? "";
    };
    assert.match(into(""), /écrivez le code/);
    assert.match(into("p 2026 1"), /code de cette fiche/);
    assert.match(into("P-2026-0999"), /aucune fiche/);
  });
});

describe("Two versions as they are shown", () => {
  const conflict = (
    about: Parameters<typeof presentConflict>[0]["about"],
    data: Partial<ConflictData>,
    inputs: TypedInputs,
  ) => {
    const attempt = versioned({
      kind: "draft" as const,
      schemaVersion: 1 as const,
      id: "conflict",
      form: "conflict",
      code,
      aboutHealth: false,
      inputs,
      by: REFERENT_ID,
      at: NOW,
    });
    const screen = { screen: "conflict", code, about, ...quiet } as const;
    return checked(presentConflict(screen, { dossier: aDossier(), attempt, ...data }, aReader()), "conflict");
  };

  it("lists only what differs in a domain, in words", () => {
    const findings = someFindings({ mobilite: aLevel(3, 3, { strength: "Vélo", by: COLLEAGUE_ID }) });
    const mine = { strength: "Vélo", severity: "2", impact: "3", situations: "permis-non-valide", priority: "true" };
    const model = conflict("mobilite", { dossier: aDossier({ findings }) }, { ...mine, intent: "record" });
    assert.deepEqual(model.fields, [
      { label: "Niveau de difficulté", recorded: "3 · Difficulté forte", yours: "2 · Difficulté réelle" },
      {
        label: "Ce qui se passe concrètement",
        recorded: "Rien de saisi",
        yours: "Pas de permis valide, ou permis suspendu",
      },
      { label: "Priorité pour la personne", recorded: "Non", yours: "Oui" },
    ]);
    assert.match(model.recordedBy, /^Enregistré par Karim Belkacem aujourd'hui à 14 h 32\./);
    assert.equal(model.rev, "1.0~7");
  });

  it("lists the lines of the overview, and carries what is recorded now", () => {
    const findings = someFindings({ mobilite: aLevel(3, 3), droits: aFinding({ state: "declined" }) });
    const model = conflict(
      "overview",
      { dossier: aDossier({ findings }) },
      { mobilite: "nothing", droits: "declined" },
    );
    assert.deepEqual(model.fields, [
      { label: "Mobilité", recorded: "Évalué : Difficulté forte", yours: "Rien à signaler" },
    ]);
    assert.match(model.rev, /^1\.0\|e....n/);
  });

  it("says the values of a form in words, not in codes", () => {
    const recorded = {
      firstInterviewOn: "2026-11-16",
      noticeOn: "2026-11-16",
      interpreter: "false",
      healthAgreement: "agreed",
    };
    const mine = {
      firstInterviewOn: "2026-11-17",
      noticeOn: "2026-11-16",
      interpreter: "true",
      healthAgreement: "notAsked",
    };
    const model = conflict("entry", { form: aForm("entry", recorded), identity: anIdentity() }, mine);
    assert.deepEqual(
      model.fields.map((field) => field.yours),
      ["17 novembre 2026", "Oui", "Pas encore demandé"],
    );
    assert.equal(model.person, "Amina B. · P-2026-0001");
    const view = { form: aForm("personView", { agreement: "agrees", words: "" }) };
    assert.equal(conflict("personView", view, { agreement: "disagrees", words: "" }).fields[0]?.yours, "Pas d'accord");
    const identity = conflict(
      "identity",
      { identity: anIdentity() },
      { ...inputsFromIdentity(anIdentity(), []), commune: "21166", givenName: HOSTILE },
    );
    assert.ok(identity.fields.some((field) => field.yours === HOSTILE));
  });
});
