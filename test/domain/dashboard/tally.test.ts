import assert from "node:assert/strict";
import { lineOf } from "../../../src/domain/dashboard/line.ts";
import type { Mark } from "../../../src/domain/dashboard/measures.ts";
import type { Picture } from "../../../src/domain/dashboard/picture.ts";
import { marksOf } from "../../../src/domain/dashboard/tally.ts";
import type { Finding } from "../../../src/domain/diagnostic/assessment.ts";
import type { DomainId } from "../../../src/domain/framework/domains.ts";
import type { CellId } from "../../../src/domain/review/codes.ts";
import type { ReviewOutcome } from "../../../src/domain/review/outcomes.ts";
import type { Review } from "../../../src/domain/review/records.ts";
import { aReview } from "../../support/a-review.ts";
import { aCase, aFinding, aLevel, anIdentity, REFERENT_ID } from "../../support/builders.ts";

const aPicture = (overrides: Partial<Picture> = {}): Picture => ({
  ...{ identity: anIdentity(), head: aCase(), past: [], due: [], addressed: 3, rounds: [], assessments: [] },
  ...{ facts: new Map(), reviews: [], handovers: [], origin: { prescriber: "0", group: "1" }, needs: null },
  ...overrides,
});

/** Measures of a part, or of every month. */
const said = (marks: readonly Mark[] = []): string[] =>
  marks.map(({ measure, on }) => measure.join(".") + (on === null ? "" : ` ${on}`));
const today = (picture: Partial<Picture>): string[] => said(marksOf(aPicture(picture))["now"]);
const happened = (picture: Partial<Picture>): string[] => {
  const months = Object.entries(marksOf(aPicture(picture))).filter(([of]) => of !== "now");
  return said(months.flatMap(([, marks]) => marks)).sort();
};
const among = (marks: readonly string[], ...kinds: string[]): string[] =>
  marks.filter((mark) => kinds.some((kind) => mark.startsWith(kind)));

const found = (round: number, byDomain: Partial<Record<DomainId, Finding>>): Picture["assessments"] =>
  Object.entries(byDomain).map(([domain, finding]) => ({ parcours: 1, round, domain: domain as DomainId, finding }));
const T0: Picture["rounds"][number] = { parcours: 1, round: 0, metOn: null, synthesisOn: null };

let count = 0;
const decided = (cell: CellId, outcome: ReviewOutcome, on: string, changes: Partial<Review> = {}): Review => {
  const to = outcome === "reorient" ? { lead: "capEmploi" as const, service: null } : null;
  const at = `${on}T09:00:00.000Z`;
  return aReview({
    ...{ id: `2026-${String((count += 1)).padStart(3, "0")}`, cell, state: "decided" },
    decided: { outcome, to, departs: null, concordant: true, on, at, by: REFERENT_ID },
    ...changes,
  });
};

describe("What a case counts for today", () => {
  it("whoever waits to be received is at the first step, and waits since their orientation", () => {
    const head = aCase({ status: "oriented", entry: null, round: null });
    const due = [{ milestone: "firstAppointment" as const, on: "2026-11-12" }];
    assert.deepEqual(today({ head, due }), ["due.firstAppointment 2026-11-12", "step.toMeet", "waiting 2026-11-02"]);
  });

  it("the steps of the first phase follow the diagnostic, its synthesis, the cell and what it asks", () => {
    const step = (changes: Parameters<typeof aCase>[0], round: Partial<typeof T0> = {}) =>
      among(today({ head: aCase(changes), rounds: [{ ...T0, ...round }] }), "step.");
    assert.deepEqual(step({}), ["step.assessing"]);
    assert.deepEqual(step({}, { metOn: "2026-11-20" }), ["step.assessed"]);
    assert.deepEqual(step({}, { metOn: "2026-11-20", synthesisOn: "2026-11-23" }), ["step.synthesised"]);
    assert.deepEqual(step({ round: 1 }), ["step.assessed"], "from T1 on, T0 is behind");
    assert.deepEqual(step({ review: "2026-001" }), ["step.underReview"]);
    assert.deepEqual(step({ toComplete: { on: "2026-11-20", until: "2026-12-20" } }), ["step.toComplete"]);
    assert.deepEqual(step({ status: "decided" }), ["step.decided"]);
    assert.deepEqual(step({ status: "left" }), ["step.left"]);
  });

  it("a barrier is the last word on its domain: an assessment just opened hides nothing of the one before", () => {
    const assessments = [
      ...found(0, { mobilite: aLevel(3), logement: aLevel(2), famille: aLevel(4), droits: aLevel(0) }),
      ...found(1, { mobilite: aLevel(1), famille: aFinding({ state: "declined" }), logement: aFinding() }),
    ];
    const marks = today({ head: aCase({ round: 1 }), assessments });
    assert.deepEqual(among(marks, "barrier"), ["barrier.droits.0", "barrier.logement.2", "barrier.mobilite.1"]);
  });

  it("what moved is counted where both assessments know a level", () => {
    const assessments = [
      ...found(0, { mobilite: aLevel(3), logement: aLevel(2), famille: aLevel(1) }),
      ...found(1, { mobilite: aLevel(1), logement: aLevel(2), famille: aLevel(2), droits: aLevel(2) }),
    ];
    assert.deepEqual(among(today({ head: aCase({ round: 1 }), assessments }), "moved"), [
      "moved.famille.worse",
      "moved.logement.same",
      "moved.mobilite.better",
    ]);
    assert.deepEqual(among(today({ assessments: found(0, { mobilite: aLevel(3) }) }), "moved"), []);
  });

  it("nothing of health is counted without the agreement, whatever is still recorded", () => {
    const assessments = [...found(0, { sante: aLevel(4) }), ...found(1, { sante: aLevel(2) })];
    const health = (state: "agreed" | "withdrawn") =>
      among(today({ head: aCase({ round: 1, health: state }), assessments }), "barrier", "moved");
    assert.deepEqual(health("agreed"), ["barrier.sante.2", "moved.sante.better"]);
    assert.deepEqual(health("withdrawn"), []);
  });

  it("needs and barriers are those of people followed: whoever is gone counts for where they stand only", () => {
    const needs = { group: "1", unmet: ["mobilite--preparer-un-permis"], saturated: ["travail"] };
    const assessments = found(0, { mobilite: aLevel(3) });
    assert.deepEqual(today({ needs, assessments }), [
      "barrier.mobilite.3",
      "file",
      "saturated.travail.1",
      "step.assessing",
      "unmet.mobilite--preparer-un-permis.1",
    ]);
    assert.deepEqual(today({ needs, assessments, head: aCase({ status: "left" }) }), ["step.left"]);
  });

  it("measures of the territory bear no référent; the others bear who accompanies the person today", () => {
    const past = [aCase({ parcours: 1, status: "left", referentId: "gone", orientedOn: "2025-01-06" })];
    const reviews = [decided("entree", "stay", "2026-11-20", { parcours: 2 })];
    const marks = Object.values(
      marksOf(
        aPicture({ head: aCase({ parcours: 2 }), past, reviews, assessments: found(0, { mobilite: aLevel(3) }) }),
      ),
    ).flat();
    for (const { measure, referent } of marks)
      assert.equal(
        referent,
        ["barrier", "fair", "sentBy", "sentFrom"].includes(measure[0] ?? "") ? null : REFERENT_ID,
        measure.join("."),
      );
  });
});

describe("What became of an orientation", () => {
  const all = (head: Parameters<typeof aCase>[0]): string[] =>
    happened({ head: aCase(head), identity: anIdentity({ listed: head?.status !== "cancelled" }) });
  const ofOrigin = (mark: string): boolean => /^(?:sentBy|sentFrom|notMet|reaching)/.test(mark);
  const became = (head: Parameters<typeof aCase>[0]): string[] => all(head).filter((mark) => !ofOrigin(mark));
  const cancelled = (reason: "error" | "duplicate" | "request") =>
    ({ status: "cancelled", cancelled: { reason, on: "2026-11-20", by: REFERENT_ID } }) as const;

  it("received, waiting, or never met", () => {
    assert.deepEqual(became({}), ["delay.entry.14 2026-11-16", "entered 2026-11-16", "oriented.met 2026-11-02"]);
    const notReceived = { entry: null, round: null } as const;
    assert.deepEqual(became({ status: "oriented", ...notReceived }), ["oriented.waiting 2026-11-02"]);
    assert.deepEqual(became({ ...cancelled("request"), ...notReceived }), ["oriented.notMet 2026-11-02"]);
  });

  it("by who sent the person and from where, with the reason of whoever was never met", () => {
    const notReceived = { entry: null, round: null } as const;
    const ended = { how: "movedAway", door: "partner", on: "2026-11-20", by: REFERENT_ID } as const;
    const origins = (head: Parameters<typeof aCase>[0]): string[] =>
      all(head)
        .filter(ofOrigin)
        .map((mark) => mark.replace(" 2026-11-02", ""));
    assert.deepEqual(origins({}), ["sentBy.0.met", "sentFrom.1.met"]);
    assert.deepEqual(origins({ status: "left", ended, ...notReceived }), [
      "notMet.movedAway",
      "sentBy.0.notMet",
      "sentFrom.1.notMet",
    ]);
    const outreach = { openedOn: "2026-11-18", why: "late", reviewedOn: null } as const;
    assert.deepEqual(origins({ status: "oriented", outreach, ...notReceived }), [
      "reaching",
      "sentBy.0.waiting",
      "sentFrom.1.waiting",
    ]);
  });

  it("a record made in error, or twice, is nobody; so is one that the person had cancelled once received", () => {
    const notReceived = { entry: null, round: null } as const;
    assert.deepEqual(became({ ...cancelled("error"), ...notReceived }), []);
    assert.deepEqual(became({ ...cancelled("duplicate"), ...notReceived }), []);
    assert.deepEqual(became({ ...cancelled("duplicate"), mergedInto: "P-2026-0009" }), []);
    assert.deepEqual(became(cancelled("request")), []);
  });

  it("a cancelled record is behind its number without a name, and in no list", () => {
    const head = aCase({ ...cancelled("request"), entry: null, round: null });
    const line = lineOf(aPicture({ head, identity: anIdentity({ listed: false }) }));
    assert.deepEqual([line?.row.givenName, line?.row.familyName, line?.row.status], ["", "", "cancelled"]);
    const error = aCase({ ...cancelled("error"), entry: null, round: null });
    assert.equal(lineOf(aPicture({ head: error, identity: anIdentity({ listed: false }) })), null);
  });

  it("a former parcours goes on counting for what it was, even when the next one was opened in error", () => {
    const past = [aCase({ status: "left", orientedOn: "2025-01-06", entry: { ...aCase().entry!, on: "2025-01-20" } })];
    const former = [
      "delay.entry.14 2025-01-20",
      "entered 2025-01-20",
      "leaves.exitOther 2025-01-20",
      "oriented.met 2025-01-06",
    ];
    const present = ["oriented.waiting 2026-11-02"];
    const next = { parcours: 2, entry: null, round: null } as const;
    const known = (picture: Partial<Picture>) => happened(picture).filter((mark) => !ofOrigin(mark));
    assert.deepEqual(known({ past, head: aCase({ ...next, status: "oriented" }) }), [...former, ...present]);
    const identity = anIdentity({ listed: false });
    assert.deepEqual(known({ past, identity, head: aCase({ ...next, ...cancelled("error") }) }), former);
    assert.deepEqual(happened({ past, identity, head: aCase({ ...next, ...cancelled("duplicate") }) }), []);
  });
});

describe("What is decided", () => {
  const KINDS = ["decided", "concordance", "exit", "delay.decision"];
  const decisions = (...reviews: Review[]): string[] => among(happened({ reviews }), ...KINDS);

  it("counts by outcome and destination on its day, with its concordance and how long it took", () => {
    assert.deepEqual(decisions(decided("entree", "reorient", "2026-12-16")), [
      "concordance.yes 2026-12-16",
      "decided.reorient.capEmploi 2026-12-16",
      "delay.decision.30 2026-12-16",
    ]);
    const without = decided("entree", "stay", "2026-12-16");
    const noLead = { ...without, decided: { ...without.decided!, concordant: null } };
    assert.deepEqual(among(decisions(noLead), "concordance"), ["concordance.none 2026-12-16"]);
  });

  it("a diagnostic to complete ends no delay, and an opinion on practice is no decision", () => {
    const asked = decisions(decided("entree", "toComplete", "2026-12-01"), decided("entree", "stay", "2026-12-20"));
    assert.deepEqual(among(asked, "decided", "delay"), [
      "decided.stay.none 2026-12-20",
      "decided.toComplete.none 2026-12-01",
      "delay.decision.34 2026-12-20",
    ]);
    assert.deepEqual(decisions(decided("gta", "practice", "2026-12-01")), []);
  });

  it("a review counts once, by its latest study; while it is studied again, it counts for nothing", () => {
    const review = decided("entree", "stay", "2026-12-16");
    assert.deepEqual(decisions({ ...review, study: 2, state: "submitted", decided: null }), []);
  });

  it("a second study replaces the first once it is decided, and not before; the delay is that of the first answer", () => {
    const first = decided("entree", "reorient", "2026-12-16", { secondedBy: "2026-777" });
    const second = decided("entree", "stay", "2027-01-15", { id: "2026-777" });
    assert.deepEqual(among(decisions(first, { ...second, state: "submitted", decided: null }), "decided"), [
      "decided.reorient.capEmploi 2026-12-16",
    ]);
    assert.deepEqual(among(decisions(first, second), "decided", "delay"), [
      "decided.stay.none 2027-01-15",
      "delay.decision.30 2026-12-16",
    ]);
  });

  it("an exit is during the first phase before any poursuite, and after it otherwise", () => {
    const left = decided("sortie", "exitJob", "2027-03-01");
    assert.deepEqual(among(decisions(left), "exit"), ["exit.during.exitJob 2027-03-01"]);
    for (const before of [decided("entree", "stayWithRelays", "2026-12-16"), decided("sortie", "goOn", "2026-12-16")])
      assert.deepEqual(among(decisions(before, left), "exit"), ["exit.after.exitJob 2027-03-01"]);
    const toComplete = decided("entree", "toComplete", "2026-12-16");
    assert.deepEqual(among(decisions(toComplete, left), "exit"), ["exit.during.exitJob 2027-03-01"]);
  });

  it("twice the same in a month is one person, on the last day", () => {
    const twice = decisions(decided("sortie", "goOn", "2027-03-01"), decided("sortie", "goOn", "2027-03-20"));
    assert.deepEqual(among(twice, "decided"), ["decided.goOn.none 2027-03-20"]);
  });
});

describe("Who stays and who goes out", () => {
  const facts = new Map([[1, { rsa: "yes", rqth: "requested", qpv: "declined" } as const]]);
  const fair = (...reviews: Review[]): string[] => among(happened({ reviews, facts }), "fair");

  it("by age on the day of the decision, RSA, RQTH and district; declined and not known are unknown", () => {
    assert.deepEqual(fair(decided("entree", "stayWithRelays", "2029-03-11")), [
      "fair.age.30to44.stay 2029-03-11",
      "fair.qpv.unknown.stay 2029-03-11",
      "fair.rqth.requested.stay 2029-03-11",
      "fair.rsa.yes.stay 2029-03-11",
    ]);
    const birthday = decided("entree", "reorient", "2029-03-12");
    assert.deepEqual(among(fair(birthday), "fair.age"), ["fair.age.45to54.out 2029-03-12"]);
    const notAsked = happened({ reviews: [birthday], identity: anIdentity({ birthDate: null }) });
    assert.deepEqual(among(notAsked, "fair"), [
      "fair.age.unknown.out 2029-03-12",
      "fair.qpv.unknown.out 2029-03-12",
      "fair.rqth.unknown.out 2029-03-12",
      "fair.rsa.unknown.out 2029-03-12",
    ]);
  });

  it("an exit during the first phase is a way out; a later one, a diagnostic to complete and goOn say nothing of it", () => {
    const ways = (...reviews: Review[]): string[] => among(fair(...reviews), "fair.rsa");
    const left = decided("sortie", "exitOther", "2027-03-01");
    assert.deepEqual(ways(left), ["fair.rsa.yes.out 2027-03-01"]);
    assert.deepEqual(ways(decided("entree", "stay", "2026-12-16"), left), ["fair.rsa.yes.stay 2026-12-16"]);
    assert.deepEqual(ways(decided("entree", "toComplete", "2026-12-16"), decided("sortie", "goOn", "2027-03-01")), []);
  });
});
