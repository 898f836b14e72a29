/** Who may do what with a case: every button and every sentence, for each person who is not its référent. A new button without its row fails. */
import assert from "node:assert/strict";
import { cardActions, type CardVerb } from "../../cards/actions.ts";
import { overviewField } from "../../cards/actions/diagnostic.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import { copyOf, emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { refusalWords } from "../../src/wording/refusals.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, FANTINE, STRANGER, type Chat, type Json } from "../support/chat.ts";
import { checkAnswer } from "../support/card-reading.ts";
import { actionRowsOf } from "./action-rows.ts";
import { bilanRowsOf } from "./bilan-rows.ts";
import { sessionRowsOf } from "./session-rows.ts";
import { contactRowsOf } from "./contact-rows.ts";
import { parcoursRowsOf } from "./parcours-rows.ts";
import { questionnaireRowsOf } from "./questionnaire-rows.ts";
import { transmissionRowsOf } from "./transmission-rows.ts";
import { pointsRowsOf } from "./points-rows.ts";
import { rightsRowsOf } from "./rights-rows.ts";
import { AMINA, enter, lines, openDomain, peopleOf, register, said, startChat, TEAM, TODAY } from "./steps.ts";

const GASPARD = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a06";
const people = peopleOf([...TEAM, { aadObjectId: GASPARD, name: "Gaspard Noisetier", roles: ["membreCellule"] }]);

const ACTORS = {
  owner: BASILE,
  otherReferent: ALIX,
  chargeDeProjet: DORIAN,
  coordinatrice: EUGENIE,
  assistante: FANTINE,
  membreCellule: GASPARD,
  stranger: STRANGER,
} as const;
type ActorName = keyof typeof ACTORS;
const NAMES = Object.keys(ACTORS) as ActorName[];

/** One letter for each actor, in their order: `+` may, `-` is told that there is no such case, `n` no such review, `c` no such collective action, `r` that their role may not, `s` unknown. */
type Row = string;
const VERDICTS = { "-": "noSuchCase", n: "noSuchReview", c: "noSuchSession", r: "roleMayNot", s: "stranger" } as const;

/** Owner · other référent · chargé de projet · coordinatrice · assistante · member of a cell · stranger. */
const CARRIES: Row = "+-----s";
const READS: Row = "+-++--s";
const SEES_COMPLETENESS: Row = "+-+++-s";
/** Whoever carries the case, and the assistante, who receives the signed papers. */
const SIGNS_PAPERS: Row = "+---+-s";
const MANAGES: Row = "+-+---s";
const REGISTERS: Row = "+++rrrs";
const LISTS: Row = "+++++rs";
const READS_TERRITORY: Row = "rr++rrs";
const READS_RETENTION: Row = "rr++rrs";
/** Whoever carries the case confirms; who leads reads what left. */
const TRANSMITS: Row = "+-----s";
const CALIBRATES: Row = "++++rrs";
const SCORES: Row = "++rrrrs";
const READS_AGREEMENT: Row = "rr++rrs";
const OFFERS_DOUBLE: Row = "rr+rrrs";
const REMINDED: Row = "++rrrrs";
const CHOOSES_REMINDERS: Row = "+++++rs";
const TAKES_ABSENCES: Row = "++++rrs";
const NOBODY: Row = "------s";
/** A passage urgent: a chargé de projet, of a case that they read. */
const DECIDES_AT_ONCE: Row = "r-+r--s";
const ANYONE: Row = "++++++s";
/** No review stands here: who may do what with one is told beside each of its steps. */
const NO_REVIEW: Row = "nnnnnns";
const CONFIRMS_OFFER: Row = "rr++rrs";
const TAKES_PART: Row = "++++r+s";
const LEADS_SITTINGS: Row = "rr++rrs";
const LEADS_REVIEWS: Row = "rr++rrs";

const CODE = "P-2026-0001";
const REVIEW = "2026-001";
const OTHER = "P-2026-0002";
const SECRETS = {
  note: "CanariDeNote",
  words: "CanariDeParole",
  reasons: "CanariDeRaison",
  family: "Benali",
  phone: "06 12 34 56 78",
};

/** Data that the card of the référent would send, versions included. */
type Cell = readonly [row: Row, data: Json];
interface Revs {
  readonly entry: string;
  readonly overview: string;
  readonly shown: string;
  readonly domain: string;
  readonly view: string;
  readonly identity: string;
  readonly recommendation: string;
  readonly lead: string;
}
const line = Object.fromEntries(DOMAIN_IDS.map((domain) => [overviewField(domain), "nothing"]));

const rowsFor = (revs: Revs): Readonly<Record<CardVerb, Cell>> => {
  const code = { code: CODE };
  const domain = { code: CODE, domain: "mobilite", rev: revs.domain, severity: "4", impact: "3", facts: "Forgé" };
  const overview = { code: CODE, rev: revs.overview, shown: revs.shown, ...line };
  const person = { rev: "", givenName: "Forgé", familyName: "Forgé" };
  const duplicate = { rev: "", choice: CODE };
  const recommendation = { code: CODE, rev: revs.recommendation, whole: "true", choice: "stay", why: "Forgé" };
  const urgent = { code: CODE, rev: "1", urgent: "violences", then: "sheet", doneOn: TODAY, doneBy: "Forgé" };
  const view = { code: CODE, rev: revs.view, whole: "true", agreement: "yes", words: "Forgé" };
  const submission = { code: CODE, rev: "1~new", whole: "true", cell: "entree", question: "Forgé ?", full: "true" };
  const situation = { code: CODE, rev: "new~new", whole: "true", rsa: "yes", rqth: "requested" };
  const identity = { code: CODE, rev: revs.identity, whole: "true", givenName: "Forgée", familyName: "Forgée" };
  const sitting = { meeting: "entree.2026-11-24" };
  const entry = { code: CODE, rev: revs.entry, firstInterviewOn: TODAY, noticeOn: TODAY, healthAgreement: "agreed" };
  const decision = { review: REVIEW, rev: "1~new", whole: "true", outcome: "stay", reasons: "Forgé" };
  const handover = { code: CODE, handover: `${CODE}.1.1` };
  const opinion = { review: REVIEW, rev: "new~new", whole: "true", outcome: "stay", why: "Forgé" };
  return {
    "home.open": [ANYONE, {}],
    "help.open": [ANYONE, {}],
    "person.new": [REGISTERS, {}],
    "person.register": [REGISTERS, person],
    "person.leave": [REGISTERS, person],
    // A code alone takes nothing up: there is no form of this person.
    "duplicate.reopen": [REGISTERS, duplicate],
    "duplicate.newParcours": [REGISTERS, duplicate],
    "duplicate.other": [REGISTERS, duplicate],
    "duplicate.back": [REGISTERS, duplicate],
    "participants.open": [LISTS, {}],
    "participants.search": [LISTS, { query: "benaly", cursor: null }],
    "participants.page": [LISTS, { query: "", shownQuery: "", cursor: CODE }],
    "participants.pick": [SEES_COMPLETENESS, { choice: CODE, cursor: null }],
    "pieces.open": [LISTS, {}],
    "pieces.pick": [SEES_COMPLETENESS, { choice: CODE }],
    "pieces.stop": ["rrrr+rs", {}],
    "milestones.open": [LISTS, {}],
    "milestones.page": [LISTS, { cursor: CODE }],
    "milestones.pick": [SEES_COMPLETENESS, { choice: CODE, cursor: null }],
    "reminder.pick": [SEES_COMPLETENESS, { on: TODAY, card: "own", choice: `${CODE}.t0.${TODAY}` }],
    "reminder.later": [REMINDED, { on: TODAY, later: "hour" }],
    "reminder.stop": [CARRIES, { on: TODAY, choice: CODE }],
    "reminder.settings": [CHOOSES_REMINDERS, {}],
    "reminder.choose": [CHOOSES_REMINDERS, { minute: "540", whole: "true" }],
    "sheet.open": [SEES_COMPLETENESS, code],
    "handover.list": [READS, code],
    "handover.pick": [NOBODY, { code: CODE, choice: `${CODE}.1.1` }],
    "handover.relay": [CARRIES, { code: CODE, rev: "0" }],
    "handover.urgent": [DECIDES_AT_ONCE, { code: CODE, rev: "0" }],
    // Nothing is handed over yet: what is done with a hand-over is told beside each of its steps.
    "handover.open": [NOBODY, handover],
    "handover.step": [NOBODY, { ...handover, rev: "1", step: "send" }],
    "handover.sheetOpen": [NOBODY, handover],
    "handover.sheet": [NOBODY, { ...handover, rev: "1~new", whole: "true", asks: "Forgé" }],
    "handover.sheetLeave": [NOBODY, { ...handover, rev: "1~new", whole: "true", asks: "Forgé" }],
    "handover.answerOpen": [NOBODY, handover],
    "handover.answer": [NOBODY, { ...handover, rev: "1~new", whole: "true", answer: "refused" }],
    "handover.answerLeave": [NOBODY, { ...handover, rev: "1~new", whole: "true", answer: "refused" }],
    "move.list": [TAKES_ABSENCES, {}],
    // Moves that exist are in `absences.test.ts`.
    "move.pick": [NOBODY, { choice: "none" }],
    "move.form": [READS, code],
    "move.plan": [READS, { code: CODE, shownFrom: BASILE, whole: "true", what: "absence", toId: ALIX, from: "" }],
    "move.end": [NOBODY, { move: "none" }],
    "move.accept": [NOBODY, { move: "none", toId: ALIX }],
    "move.informed": [NOBODY, { move: "none", person: CODE, informedOn: TODAY }],
    "path.open": [READS, code],
    "path.go": [READS, { code: CODE, choice: "" }],
    ...sessionRowsOf(CODE, { nobody: NOBODY }),
    ...actionRowsOf(CODE, { carries: CARRIES, reads: READS, nobody: NOBODY }),
    ...bilanRowsOf(CODE, { carries: CARRIES, nobody: NOBODY }),
    ...contactRowsOf(CODE, { manages: MANAGES, reads: READS }),
    ...parcoursRowsOf(CODE, MANAGES),
    ...transmissionRowsOf(CODE, CARRIES),
    ...pointsRowsOf(CODE, BASILE, { lists: LISTS, readsList: "+r+++rs", reads: READS, manages: MANAGES }),
    ...questionnaireRowsOf(CODE, { carries: CARRIES, sees: SEES_COMPLETENESS, signs: SIGNS_PAPERS }),
    ...rightsRowsOf(CODE, READS, MANAGES, NOBODY),
    "entry.open": [CARRIES, code],
    "entry.save": [CARRIES, entry],
    "entry.leave": [CARRIES, entry],
    "diagnostic.open": [CARRIES, code],
    "round.ask": [CARRIES, { code: CODE, rev: "1.0" }],
    "round.open": [CARRIES, { code: CODE, rev: "1.0" }],
    "overview.open": [CARRIES, code],
    "overview.save": [CARRIES, overview],
    "overview.go": [CARRIES, { ...overview, target: "sante" }],
    "overview.pause": [CARRIES, { ...overview, urgent: "violences" }],
    "overview.unchanged": [CARRIES, overview],
    "domain.open": [CARRIES, { code: CODE, domain: "sante" }],
    "domain.save": [CARRIES, domain],
    "domain.previous": [CARRIES, domain],
    "domain.guidance": [CARRIES, domain],
    "domain.overview": [CARRIES, domain],
    "domain.pause": [CARRIES, { ...domain, urgent: "violences" }],
    "conflict.keep": [CARRIES, { code: CODE, rev: "1", about: "mobilite" }],
    "conflict.replace": [CARRIES, { code: CODE, rev: "1", about: "mobilite" }],
    "urgent.done": [CARRIES, urgent],
    "urgent.later": [CARRIES, urgent],
    "urgent.open": [CARRIES, { code: CODE, urgent: "violences" }],
    "synthesis.open": [READS, code],
    "synthesis.why": [READS, { code: CODE, figure: "extent" }],
    "personView.open": [CARRIES, code],
    "personView.save": [CARRIES, view],
    "personView.leave": [CARRIES, view],
    "situation.open": [CARRIES, code],
    "situation.save": [CARRIES, situation],
    "situation.leave": [CARRIES, situation],
    "recommendation.open": [CARRIES, code],
    "recommendation.save": [CARRIES, recommendation],
    "recommendation.leave": [CARRIES, recommendation],
    "lead.open": [READS, code],
    "lead.why": [READS, code],
    "lead.setAside": [CARRIES, { code: CODE, rev: revs.lead, reason: "other" }],
    "lead.takeBack": [CARRIES, { code: CODE, rev: revs.lead }],
    "review.prepare": [CARRIES, code],
    "review.preview": [CARRIES, submission],
    "review.leave": [CARRIES, submission],
    "review.submit": [CARRIES, { code: CODE, rev: "1" }],
    "needs.open": [READS_TERRITORY, {}],
    "vignettes.open": [CALIBRATES, {}],
    "vignettes.pick": [CALIBRATES, { choice: "aucune" }],
    "vignettes.save": [SCORES, { vignette: "aucune", rev: "new", whole: "true", level_mobilite: "4" }],
    "vignettes.leave": [SCORES, { vignette: "aucune", rev: "new", whole: "true", level_mobilite: "4" }],
    "agreement.open": [READS_AGREEMENT, {}],
    "double.offer": [OFFERS_DOUBLE, { choice: CODE, second: ALIX }],
    // Nobody was asked to score this file a second time: it does not exist for anyone here.
    "double.open": [NOBODY, code],
    "double.decline": [NOBODY, code],
    "double.save": [NOBODY, { code: CODE, rev: "new", whole: "true", level_mobilite: "4" }],
    "double.leave": [NOBODY, { code: CODE, rev: "new", whole: "true", level_mobilite: "4" }],
    "services.open": [READS, { domain: "mobilite", code: CODE }],
    "services.page": [READS, { domain: "mobilite", code: CODE, page: 0 }],
    "services.search": [READS, { choice: "mobilite", code: CODE }],
    "services.note": [READS, { domain: "mobilite", code: CODE, page: 0, service: "x", what: "full", weeks: "" }],
    "reviews.open": [TAKES_PART, {}],
    "reviews.pick": [NO_REVIEW, { choice: REVIEW }],
    "agenda.open": [ANYONE, { cell: "entree" }],
    // Whoever leads no sitting reads the agenda.
    "sitting.prepare": [ANYONE, { cell: "entree" }],
    "sitting.start": [LEADS_SITTINGS, { cell: "entree", secretary: ALIX }],
    "sitting.open": [LEADS_SITTINGS, sitting],
    "sitting.presentOpen": [LEADS_SITTINGS, sitting],
    "sitting.present": [LEADS_SITTINGS, { ...sitting, shown: "", whole: "true", present: ALIX }],
    "sitting.go": [LEADS_SITTINGS, { ...sitting, rev: "" }],
    "sitting.closeAsk": [LEADS_SITTINGS, sitting],
    "sitting.close": [LEADS_SITTINGS, { ...sitting, rev: "1" }],
    "offerNotes.open": [CONFIRMS_OFFER, {}],
    "offerNotes.confirm": [CONFIRMS_OFFER, { choice: "x" }],
    "offerNotes.dismiss": [CONFIRMS_OFFER, { choice: "x" }],
    "review.refresh": [NO_REVIEW, { review: REVIEW, card: "k" }],
    "review.giveOpinion": [NO_REVIEW, { review: REVIEW, card: "k" }],
    "review.reveal": [NO_REVIEW, { review: REVIEW, card: "k" }],
    "review.decide": [NO_REVIEW, { review: REVIEW, card: "k" }],
    "cell.confirm": [CONFIRMS_OFFER, { cell: "entree", rev: "x" }],
    "review.open": [NO_REVIEW, { review: REVIEW }],
    "opinion.open": [NO_REVIEW, { review: REVIEW }],
    "opinion.save": [NO_REVIEW, opinion],
    "opinion.leave": [NO_REVIEW, opinion],
    "opinion.noteOpen": [NO_REVIEW, { review: REVIEW }],
    "opinion.noteSave": [NO_REVIEW, { ...opinion, member: ALIX }],
    "opinion.noteLeave": [NO_REVIEW, { ...opinion, member: ALIX }],
    "reveal.do": [NO_REVIEW, { review: REVIEW }],
    "decision.open": [NO_REVIEW, { review: REVIEW }],
    "decision.save": [NO_REVIEW, decision],
    "decision.toView": [NO_REVIEW, decision],
    "decision.leave": [NO_REVIEW, decision],
    "review.inFull": [NO_REVIEW, { review: REVIEW }],
    "review.moveOpen": [NO_REVIEW, { review: REVIEW, move: "reopen" }],
    "review.move": [NO_REVIEW, { review: REVIEW, rev: "1.decided", move: "reopen", because: "other" }],
    // Back to the review, where who may see it is asked.
    "review.moveLeave": [NO_REVIEW, { review: REVIEW }],
    "sending.open": [LEADS_REVIEWS, {}],
    "sending.appears": [LEADS_REVIEWS, { entry: "aucun" }],
    "sending.again": [LEADS_REVIEWS, { entry: "aucun" }],
    "sending.done": [LEADS_REVIEWS, { choice: "aucun" }],
    "sending.resend": [LEADS_REVIEWS, { choice: "aucun" }],
    "manage.open": [MANAGES, code],
    "identity.open": [MANAGES, code],
    "identity.save": [MANAGES, identity],
    "identity.leave": [MANAGES, identity],
    "health.agree": [CARRIES, { code: CODE, rev: "1.agreed" }],
    "health.refuse": [CARRIES, { code: CODE, rev: "1.agreed" }],
    "health.withdrawAsk": [CARRIES, { code: CODE, rev: "1.agreed" }],
    "health.withdraw": [CARRIES, { code: CODE, rev: "1.agreed" }],
    "record.cancelOpen": [MANAGES, code],
    "record.cancel": [MANAGES, { code: CODE, rev: "1.entered", reason: "error" }],
    "record.mergeOpen": [MANAGES, code],
    "record.mergeAsk": [MANAGES, { code: CODE, rev: "1.entered", into: OTHER }],
    "record.merge": [MANAGES, { code: CODE, rev: "1.entered", into: OTHER }],
    "record.reopen": [MANAGES, { code: CODE, rev: "1.cancelled" }],
  };
};

const WORDS: Readonly<Record<string, Row>> = {
  bonjour: ANYONE,
  aide: ANYONE,
  nouveau: REGISTERS,
  participants: LISTS,
  "participants benaly": LISTS,
  [`participants ${CODE}`]: LISTS,
  échéances: LISTS,
  pièces: LISTS,
  "points d'étape": LISTS,
  rappels: CHOOSES_REMINDERS,
  besoins: READS_TERRITORY,
  conservation: READS_RETENTION,
  [`droits ${CODE}`]: READS,
  [`transmettre ${CODE}`]: TRANSMITS,
  "à étudier": TAKES_PART,
  "ordre du jour": ANYONE,
  séance: ANYONE,
  absences: TAKES_ABSENCES,
  collectives: LISTS,
  [CODE]: SEES_COMPLETENESS,
  "p 2026 1": SEES_COMPLETENESS,
  [`fiche ${CODE}`]: SEES_COMPLETENESS,
  [`diagnostic ${CODE}`]: CARRIES,
  [`synthèse ${CODE}`]: READS,
  [`relais ${CODE}`]: READS,
  [`questionnaire ${CODE}`]: SEES_COMPLETENESS,
  vignettes: CALIBRATES,
  "fiche benaly": LISTS,
  services: ANYONE,
  "services mobilité": ANYONE,
  [`services mobilité ${CODE}`]: READS,
  "je ne sais pas": ANYONE,
};

/** What is written of a person's case; the rest tells who knocked, and what was answered. */
const TRACES = new Set(["seen", "click", "outbox", "audit", "chain", "conversation", "posted", "lane", "sendShare"]);
const casesOn = (disk: MemoryDisk): string[] =>
  [...disk.documents].filter(([, row]) => !TRACES.has(row.kind)).map(([key, row]) => `${key} ${row.version}`);
/** A refused member may have words of their own kept: what they searched, a form of a new person. */
const ofTheCase = (disk: MemoryDisk): string[] => casesOn(disk).filter((row) => row.includes(CODE));

describe("Who may do what with a case", function () {
  this.timeout(60_000);
  const disk = emptyDisk();
  let chat: Chat;
  let saved: MemoryDisk;
  let rows: Readonly<Record<CardVerb, Cell>>;

  const dataOf = (click: Json): Json => (click["value"] as { action: { data: Json } }).action.data;

  before(async () => {
    chat = await startChat({ disk, people });
    const basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
    await basile.press("Enregistrer et continuer", {
      ...lines("nothing", "logement", "famille", "finances", "droits", "numerique", "confiance"),
      ...lines("toExplore", "mobilite"),
      urgent: "violences",
    });
    await basile.say(`diagnostic ${CODE}`);
    await basile.press("Enregistrer et continuer", { severity: "3", impact: "2", facts: SECRETS.note });
    await basile.say(`diagnostic ${CODE}`);
    const overview = dataOf(basile.click("Enregistrer et continuer"));
    await openDomain(basile, "mobilite");
    const domain = dataOf(basile.click("Enregistrer et continuer"));
    await basile.say(`synthèse ${CODE}`);
    await basile.press("Point de vue de la personne", {});
    await basile.press("Enregistrer", { words: SECRETS.words });
    await basile.say(`synthèse ${CODE}`);
    await basile.press("Point de vue de la personne");
    const view = dataOf(basile.click("Enregistrer"));
    await basile.say(`synthèse ${CODE}`);
    await basile.press("Ma préconisation");
    await basile.press("Enregistrer", { choice: "toComplete", why: SECRETS.reasons });
    const lead = dataOf(basile.click("Écarter la piste"));
    await basile.press("Modifier ma préconisation");
    const recommendation = dataOf(basile.click("Enregistrer"));
    await register(basile, { ...AMINA, Prénom: "Bintou", Nom: "Sarr", "Date de naissance": "01/02/1990" });
    await basile.say(`fiche ${CODE}`);
    await basile.press("Gérer la fiche");
    await basile.press("Corriger l'identité");
    const identity = dataOf(basile.click("Enregistrer"));
    rows = rowsFor({
      entry: "entered~new",
      overview: String(overview["rev"]),
      shown: String(overview["shown"]),
      domain: String(domain["rev"]),
      view: String(view["rev"]),
      identity: String(identity["rev"]),
      recommendation: String(recommendation["rev"]),
      lead: String(lead["rev"]),
    });
    await chat.product.outbox.drain();
    saved = copyOf(disk);
  });
  after(() => chat.stop());

  /** Every question is asked of the same day. */
  const restore = (): void => {
    disk.documents.clear();
    for (const [key, row] of saved.documents) disk.documents.set(key, row);
    disk.lastVersion = saved.lastVersion;
  };

  const verdictOf = (text: string): string =>
    Object.values(VERDICTS).find((code) => text.includes(refusalWords[code].title)) ?? "may";

  /** What nobody but the readers of a case may read in an answer. */
  const assertDiscreet = (actor: ActorName, text: string, may: boolean, what: string): void => {
    const reads = ["owner", "chargeDeProjet", "coordinatrice"].includes(actor);
    if (!reads || !may)
      for (const secret of [SECRETS.note, SECRETS.words, SECRETS.reasons])
        assert.ok(!text.includes(secret), `${what}: ${actor} reads « ${secret} »`);
    // Outside the référent's own screens, an urgent point is never named.
    if (actor !== "owner") assert.ok(!/Violences|3919/.test(text), `${what}: ${actor} reads an urgent point:\n${text}`);
    if (["otherReferent", "membreCellule", "stranger"].includes(actor) || !may)
      assert.ok(!/Amina|Benali|Violences/.test(text), `${what}: ${actor} learns of whom the case is:\n${text}`);
  };

  const check = (actor: ActorName, row: Row, what: string, answer: string, before: readonly string[]): void => {
    const expected = row[NAMES.indexOf(actor)] ?? "?";
    const verdict = expected === "+" ? "may" : VERDICTS[expected as keyof typeof VERDICTS];
    assert.equal(verdictOf(answer), verdict, `${what} by ${actor}: the answer was\n${answer}`);
    assertDiscreet(actor, answer, expected === "+", what);
    if (expected !== "+" || actor === "otherReferent")
      assert.deepEqual(ofTheCase(disk), before, `${what} by ${actor} changed something of the case`);
  };

  it("has a row for every button", () => {
    const verbs = Object.values(cardActions).map(({ verb }) => verb);
    assert.deepEqual(Object.keys(rows).sort(), [...verbs].sort());
  });

  for (const actor of NAMES)
    it(`every button, pressed by ${actor}`, async () => {
      for (const [verb, [row, data]] of Object.entries(rows)) {
        restore();
        const before = ofTheCase(disk);
        const person = chat.person(ACTORS[actor]);
        const value = { action: { type: "Action.Execute", verb, data }, trigger: "manual" };
        person.card = await person.invoke(
          person.activity({ type: "invoke", name: "adaptiveCard/action", replyToId: "forged", value }),
        );
        check(actor, row, verb, said(person), before);
        assert.ok(!said(person).includes("version précédente"), `${verb}: the data of the row are not those of a card`);
      }
    });

  for (const actor of NAMES)
    it(`every sentence, said by ${actor}`, async () => {
      for (const [words, row] of Object.entries(WORDS)) {
        restore();
        const before = ofTheCase(disk);
        const person = chat.person(ACTORS[actor]);
        await person.say(words);
        check(actor, row, `« ${words} »`, said(person), before);
      }
    });

  it("a case that is another's and one that does not exist are answered alike, whatever the button", async () => {
    for (const actor of ["otherReferent", "membreCellule"] as const)
      for (const [verb, [, data]] of Object.entries(rows).filter(([, cell]) => JSON.stringify(cell).includes(CODE))) {
        const answers = [];
        for (const code of [CODE, "P-2026-0999"]) {
          restore();
          const person = chat.person(ACTORS[actor]);
          const about = JSON.parse(JSON.stringify(data).replaceAll(CODE, code)) as Json;
          const value = { action: { type: "Action.Execute", verb, data: about }, trigger: "manual" };
          person.card = await person.invoke(person.activity({ type: "invoke", name: "adaptiveCard/action", value }));
          answers.push(
            said(person)
              .replaceAll(code, "…")
              .replaceAll(/\d+ h \d+/g, "…"),
          );
        }
        assert.equal(answers[0], answers[1], `${verb} tells ${actor} whether a case exists`);
      }
  });

  it("outside the personal chat no button shows or changes a case, not even for its référent", async () => {
    const places = [
      { id: "19:equipe@thread.tacv2;messageid=1", conversationType: "channel", isGroup: true },
      { id: "19:groupe@thread.v2", conversationType: "groupChat", isGroup: true },
      { id: "19:sans-type@thread.v2" },
    ];
    for (const conversation of places)
      for (const [verb, [, data]] of Object.entries(rows)) {
        restore();
        const before = ofTheCase(disk);
        const sent = chat.teams.received.length;
        const person = chat.person(BASILE);
        const value = { action: { type: "Action.Execute", verb, data }, trigger: "manual" };
        const click = { type: "invoke", name: "adaptiveCard/action", replyToId: "theirs", conversation, value };
        const { body } = await chat.deliver(person.activity(click));
        checkAnswer(body);
        await chat.product.outbox.drain();
        const seen = JSON.stringify(body) + JSON.stringify(chat.teams.received.slice(sent));
        assert.ok(!/Amina|Benali|Canari/.test(seen), `${verb} shows a case in a ${conversation.id}:\n${seen}`);
        assert.deepEqual(ofTheCase(disk), before, `${verb} changes a case from a ${conversation.id}`);
      }
  });
});
