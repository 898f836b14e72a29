/** A whole sitting, over HTTP: its agenda, who is there, opinions noted, revealed, decided, closed, and the minutes that remain. */
import assert from "node:assert/strict";
import { inflateRawSync } from "node:zlib";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, FANTINE, type Json, type Person } from "../support/chat.ts";
import { aReview, aSnapshot } from "../support/a-review.ts";
import {
  diagnosed,
  GASPARD,
  givesOpinion,
  goes,
  HUGO,
  QUESTION,
  REVIEW,
  reviewOf,
  startPlace,
  submitted,
  type Place,
} from "./decision-steps.ts";
import { acts, fieldsOf, has, said, stored } from "./steps.ts";

const MEETING = "entree.2026-11-24";
const WHY = "Elle avance seule et sait vers qui se tourner.";
const REASONS = "Les démarches sont engagées et tiennent dans la durée.";
const FOR: Json = { outcome: "stay", why: WHY };

/** A file of a zip archive, by its name. */
const unzipped = (archive: Buffer, name: string): string => {
  for (
    let at = archive.indexOf("PK\u0001\u0002", 0, "latin1");
    at >= 0;
    at = archive.indexOf("PK\u0001\u0002", at + 4, "latin1")
  ) {
    const length = archive.readUInt16LE(at + 28);
    if (archive.toString("utf8", at + 46, at + 46 + length) !== name) continue;
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    return (archive.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString("utf8");
  }
  throw new Error(`the file holds no ${name}`);
};

const plain = (markup: string): string =>
  markup
    .replaceAll(/<\/(?:p|w:p|li|td|th|h\d|dt|dd)>/g, " ")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&#39;", "'")
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/[\s\u00A0]+/g, " ");

describe("A sitting of the cell of entries", function () {
  this.timeout(60_000);
  let disk: MemoryDisk;
  let place: Place;
  const person = (id: string): Person => place.chat.person(id);
  const read = (path: string, as: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${place.chat.port}${path}`, { headers: { "x-local-member": as } });
  const minutes = (as: string, more = ""): Promise<Response> =>
    read(`/api/documents/compte-rendu/${MEETING}${more}`, as);

  before(async () => {
    disk = emptyDisk();
    place = await startPlace(disk);
    await submitted(await diagnosed(place, { choice: "stay", agrees: "agrees" }));
    await place.chat.product.services.store.commit([
      { op: "put", doc: aReview({ id: "2026-002", code: "P-2026-0002", referentId: ALIX, dueOn: "2027-04-02" }) },
      {
        op: "put",
        doc: aSnapshot({ review: "2026-002", code: "P-2026-0002", question: "Quel relais pour le logement ?" }),
      },
      {
        op: "put",
        doc: aReview({
          ...{ id: "2026-003", code: "P-2026-0003", track: "short", state: "decided" },
          decided: {
            ...{ outcome: "stay", to: null, departs: null, concordant: true },
            ...{ on: "2026-11-20", by: DORIAN, at: "2026-11-20T10:00:00.000Z" },
          },
        }),
      },
      {
        op: "put",
        doc: aReview({ id: "2026-004", code: "P-2026-0004", track: "short", dueOn: "2027-01-08" }),
      },
    ]);
  });
  after(() => place.chat.stop());

  it("« à étudier » tells each what waits for them, and nobody's name", async () => {
    const dorian = person(DORIAN);
    await dorian.say("à étudier");
    assert.match(said(dorian), /3 situations/);
    assert.match(said(dorian), /Situation 2026-001 · avis à donner · Cellule entrées/);
    assert.match(said(dorian), /Situation 2026-004 · circuit court : décision à prendre · Cellule entrées/);
    const basile = person(BASILE);
    await basile.say("a etudier");
    assert.match(said(basile), /Situation 2026-001 · vous la présentez · Cellule entrées/);
    const gaspard = person(GASPARD);
    await gaspard.say("à étudier");
    assert.doesNotMatch(said(gaspard), /2026-004/, "a partner reads the agenda only");
    for (const one of [dorian, gaspard]) assert.doesNotMatch(said(one), /Amina|Benali|P-2026/);
    const fantine = person(FANTINE);
    await fantine.say("à étudier");
    assert.match(said(fantine), /Votre rôle ne permet pas cela/);
  });

  it("« ordre du jour » gives the order, the time and what the short circuit decided", async () => {
    const eugenie = person(EUGENIE);
    await eugenie.say("ordre du jour");
    assert.match(said(eugenie), /De quelle cellule/);
    assert.equal(
      fieldsOf(eugenie)["choice"],
      "entree",
      "where something waits, a button pressed at once goes somewhere",
    );
    await eugenie.press("Ordre du jour", { choice: "entree" });
    assert.match(said(eugenie), /Cellule entrées · séance du 8 décembre 2026/);
    assert.match(said(eugenie), /2 situations, 24 minutes en tout au plus/);
    assert.match(said(eugenie), /1\. Situation 2026-001[^]*2\. Situation 2026-002/);
    assert.match(said(eugenie), /Situation 2026-003 · poursuite en PLIE · le 20 novembre/);
    assert.doesNotMatch(said(eugenie), /Amina|Benali|P-2026/);
    const alix = person(ALIX);
    await alix.say("ordre du jour entrées");
    assert.equal(has(alix, "Séance"), false, "only who leads opens a sitting");
  });

  it("opens with a secretary and begins with who is there; nobody else opens it twice", async () => {
    const dorian = person(DORIAN);
    await dorian.say("séance entrées");
    await dorian.press("Ouvrir la séance", { secretary: HUGO });
    assert.match(said(dorian), /La séance est ouverte/);
    assert.match(said(dorian), /Qui est là \?/);
    await dorian.press("Enregistrer les présences", { present: [DORIAN, GASPARD].join(",") });
    assert.match(said(dorian), /2 personnes présentes/);
    const eugenie = person(EUGENIE);
    await goes(eugenie, "sitting.start", { cell: "entree", secretary: "none" });
    assert.match(said(eugenie), /déjà ouverte/);
    assert.equal(stored(disk, "meeting").length, 1);
  });

  it("ticks of two devices add up, and the secretary may tick", async () => {
    const [hugo, dorian] = [person(HUGO), person(DORIAN)];
    for (const one of [hugo, dorian]) {
      await one.say("séance");
      await one.press("Présences");
    }
    await hugo.press("Enregistrer les présences", { present: [DORIAN, GASPARD, EUGENIE].join(",") });
    await dorian.press("Enregistrer les présences", { present: [DORIAN, BASILE].join(",") });
    assert.deepEqual(stored(disk, "meeting")[0]?.["present"], [DORIAN, EUGENIE, BASILE]);
    const alix = person(ALIX);
    await goes(alix, "sitting.present", { meeting: MEETING, shown: "", whole: "true", present: ALIX });
    assert.match(said(alix), /Votre rôle ne permet pas cela/);
  });

  it("takes the first case, says who presents and for how long, and two presses do not skip one", async () => {
    const [dorian, eugenie] = [person(DORIAN), person(EUGENIE)];
    await dorian.say("séance");
    await eugenie.say("séance");
    await dorian.press("Situation suivante");
    assert.match(said(dorian), /Basile Tilleul présente la situation/);
    assert.match(said(dorian), /3 minutes de présentation, 12 minutes en tout/);
    assert.match(said(dorian), /Quorum non atteint : 2 membres sur 3/, "the référent does not count");
    assert.equal(reviewOf(disk)["state"], "underReview");
    await eugenie.press("Situation suivante");
    assert.match(said(eugenie), /La séance a avancé entre-temps/);
    assert.match(said(eugenie), /Basile Tilleul présente la situation/);
  });

  it("the quorum is reached by who is present; opinions are noted, revealed, then decided, and the way leads back", async () => {
    await givesOpinion(person(ALIX), FOR as never);
    const hugo = person(HUGO);
    await hugo.say("séance");
    await hugo.press("Noter un avis");
    await hugo.press("Noter cet avis", { member: EUGENIE, outcome: "stay", why: WHY });
    const dorian = person(DORIAN);
    await dorian.say("séance");
    assert.match(said(dorian), /Quorum atteint/);
    assert.match(said(dorian), /2 avis donnés/);
    await dorian.press("Révéler les avis");
    await dorian.press("Séance");
    assert.match(said(dorian), /Avis révélés : Poursuite en PLIE : 2/);
    await dorian.press("Enregistrer la décision");
    await dorian.press("Confirmer la décision", {
      outcome: "stay",
      reasons: REASONS,
      departs: "other",
      next: "",
    });
    assert.equal(reviewOf(disk)["state"], "decided", said(dorian));
    await dorian.press("Séance");
    await dorian.press("Situation suivante");
    assert.match(said(dorian), /Situation 2026-002\n?[^]*Quel relais pour le logement/);
  });

  it("asks before closing, then leaves minutes; what was not decided waits, and what was told is told once", async () => {
    const dorian = person(DORIAN);
    await dorian.say("séance");
    await dorian.press("Clore la séance");
    assert.match(said(dorian), /1 situation décidée\. 1 situation attendra la séance suivante, avis gardés/);
    await dorian.press("Clore la séance");
    assert.match(said(dorian), /La séance est close/);
    assert.equal(has(dorian, "Ouvrir le compte rendu"), true);
    assert.equal(reviewOf(disk)["toldIn"], MEETING);
    assert.equal(reviewOf(disk, "2026-003")["toldIn"], MEETING);
    assert.equal(reviewOf(disk, "2026-002")["state"], "underReview");
    await dorian.say("ordre du jour entrées");
    assert.match(said(dorian), /1 situation, 12 minutes/);
    assert.doesNotMatch(said(dorian), /2026-003/);
    assert.ok(acts(disk, `member.${DORIAN}`).includes("sitting.close"));
    await goes(dorian, "sitting.go", { meeting: MEETING, rev: "" });
    assert.match(said(dorian), /La séance n'est plus ouverte/);
  });

  it("the minutes say the same on the page and in the Word file, and name no one who is accompanied", async () => {
    const page = plain((await (await minutes(DORIAN)).text()).replace(/^[^]*<body>/, ""));
    const file = await minutes(DORIAN, "?format=docx");
    assert.equal(file.status, 200);
    assert.match(file.headers.get("content-type") ?? "", /wordprocessingml/);
    assert.match(file.headers.get("content-disposition") ?? "", /filename="compte-rendu-entree-2026-11-24.docx"/);
    const archive = Buffer.from(await file.arrayBuffer());
    const word = plain(unzipped(archive, "word/document.xml"));
    for (const text of [page, word]) {
      for (const expected of [
        "Cellule entrées · 24 novembre 2026",
        "Secrétaire : Hugo Frêne",
        "Dorian Bouleau Présent·e",
        "Gaspard Noisetier Absent·e",
        QUESTION,
        "Avis : Poursuite en PLIE : 2",
        `Raisons : ${REASONS}`,
        "2. Situation 2026-002",
        "Sans décision : elle attend la séance suivante",
        "Situation 2026-003",
        "Dire la décision à la personne et lui remettre le courrier",
        "Cofinancé par l'Union européenne",
        "Signature",
      ])
        assert.ok(text.includes(expected), `missing « ${expected} » in:\n${text}`);
      assert.doesNotMatch(text, /Amina|Benali|P-2026|06 12 34/);
      assert.ok(!text.includes(WHY), "an opinion is counted, never quoted");
    }
    assert.match(unzipped(archive, "word/_rels/document.xml.rels"), /media\/[^"]+\.png/);
    assert.match(
      unzipped(archive, "word/document.xml"),
      /cx="542925" cy="361950"/,
      "the emblem keeps 3 by 2, 10 mm high",
    );
  });

  it("is read by who leads, who sits there and who files the papers, and by nobody else", async () => {
    for (const as of [DORIAN, EUGENIE, FANTINE, ALIX, GASPARD]) assert.equal((await minutes(as)).status, 200, as);
    assert.equal((await minutes(HUGO)).status, 404, "Hugo is no member of this cell");
    assert.equal((await minutes(DORIAN, "?format=pdf")).status, 400);
    assert.equal((await read("/api/documents/compte-rendu/entree.2026-12-08", DORIAN)).status, 404);
  });

  it("the minutes are read against who the person is now: what has come to name them is masked", async () => {
    const { store } = place.chat.product.services;
    const named = async (familyName: string): Promise<string> => {
      const known = await store.get("identity", "P-2026-0001");
      assert.ok(known !== undefined);
      await store.commit([{ op: "put", doc: { ...known.doc, familyName }, expected: known.version }]);
      return known.doc.familyName;
    };
    const before = await named("Renforcé");
    const page = plain(await (await minutes(GASPARD)).text());
    await named("Engagées");
    const again = plain(await (await minutes(GASPARD)).text());
    await named(before);
    assert.ok(page.includes("Un accompagnement … est-il encore utile ?"), page);
    assert.ok(again.includes("Les démarches sont … et tiennent dans la durée."), again);
  });

  it("GET /api/reviews gives labels, states and counts, never a name", async () => {
    const response = await read("/api/reviews?cell=entree&status=decided", DORIAN);
    assert.equal(response.status, 200);
    const text = await response.text();
    const { items } = JSON.parse(text) as { items: Json[] };
    const one = items.find((item) => item["id"] === REVIEW);
    assert.deepEqual(one?.["revealed"], [{ outcome: "stay", to: null, count: 2 }]);
    assert.doesNotMatch(text, /Amina|Benali|P-2026|CanariDeTexte/);
    assert.equal((await read("/api/reviews?cell=autre", DORIAN)).status, 400);
    assert.equal((await read("/api/reviews?status=autre", DORIAN)).status, 400);
    assert.equal((await read("/api/reviews", FANTINE)).status, 403);
  });
});
