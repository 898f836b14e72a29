/** The sheets of an action: what each says to its reader, and what the host's never holds. */
import assert from "node:assert/strict";
import { actionSheet } from "../../src/documents/action-sheet.ts";
import { attendanceSheet } from "../../src/documents/attendance-sheet.ts";
import { esfBlock } from "../../src/documents/esf-block.ts";
import { accidentCard, hostSheet, personActionSheet, referentSheet } from "../../src/wording/action-sheets.ts";
import { realFramework } from "../support/a-lead.ts";
import { aHost, anAction, aPmsmp, aSession, toPrintAction } from "../support/an-action.ts";
import { anIdentity } from "../support/builders.ts";

const plain = (html: string): string =>
  html
    .replace(/^[\s\S]*<body>/, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/[\s\u00A0]+/g, " ");
type Sheet = typeof hostSheet;
const textOf = (sheet: Sheet, about: Parameters<typeof toPrintAction>[0] = {}): string =>
  plain(actionSheet(sheet(toPrintAction(about))).html);

const CANARY = "Canari";
/** Everything that was typed of the person and of the action speaks, as nobody else than the référent should hear it. */
const talkative = {
  action: anAction({
    preparation: {
      ...{ referent: `${CANARY}Referent`, learn: `${CANARY}Apprendre`, show: `${CANARY}Montrer` },
      observe: ["horaires", "gestes"],
    },
    pmsmp: aPmsmp({ followUp: `${CANARY}Suite`, renews: { action: "a0", why: `${CANARY}Renouvelle` } }),
  }),
  identity: anIdentity({
    ...{ givenName: "Amina", familyName: `${CANARY}Nom`, phone: `${CANARY}Telephone`, email: `${CANARY}Courriel` },
    ...{ address: `${CANARY}Adresse`, prescriber: `${CANARY}Prescripteur`, communeTyped: `${CANARY}Commune` },
  }),
  host: aHost({ contact: `${CANARY}Contact` }),
};

describe("The sheets of an action", () => {
  it("each carry the ESF+ block", () => {
    for (const sheet of [referentSheet, personActionSheet, hostSheet, accidentCard])
      assert.ok(actionSheet(sheet(toPrintAction())).html.includes(esfBlock()));
    const days = ["2026-12-08"];
    assert.ok(attendanceSheet({ session: aSession(), kind: "", plie: "", days, people: [] }).html.includes(esfBlock()));
  });

  it("start from the objective where nothing was written, then say what was", () => {
    for (const objective of ["discover", "confirm", "recruit"] as const) {
      const fresh = textOf(referentSheet, { action: anAction({ pmsmp: aPmsmp({ objective }) }) });
      assert.match(fresh, /Ce que je prépare/);
      assert.match(fresh, /Convenir d'un appel à mi-parcours/);
    }
    assert.match(textOf(referentSheet, talkative), /CanariReferent/);
    assert.match(textOf(personActionSheet, talkative), /CanariApprendre/);
    assert.match(textOf(personActionSheet, talkative), /CanariMontrer/);
    assert.doesNotMatch(textOf(personActionSheet, talkative), /CanariReferent/);
  });

  it("tell the person that refusing or stopping has no consequence, what is settled, whom to call, and of an accident", () => {
    const said = textOf(personActionSheet);
    assert.match(said, /refuser cette action, ou l'arrêter quand je veux : c'est sans conséquence/);
    assert.match(said, /Garde des enfants : c'est réglé/);
    assert.match(said, /Trajet : reste à régler ensemble/);
    assert.match(said, /Basile Tilleul, qui m'accompagne/);
    assert.match(said, /dans les 24 heures/);
  });

  it("tell the host the dates, the objective, the rules, and ask in anchored words", () => {
    const said = textOf(hostSheet, talkative);
    assert.match(said, /Amina · du 7 décembre 2026 au 18 décembre 2026/);
    assert.match(said, /Découvrir un métier/);
    assert.match(said, /plus de 48 heures par semaine/);
    assert.match(said, /ni un poste vacant/);
    assert.match(said, /prévenez le PLIE de Dijon Métropole dans les 24 heures : il le déclare dans les 48 heures/);
    const asked = realFramework().activation.criteria.filter(({ id }) => id === "horaires" || id === "gestes");
    for (const { question, anchors } of asked)
      for (const words of [question, ...anchors]) assert.ok(said.includes(words), words);
    assert.doesNotMatch(said, /Qualité du travail/, "only what was chosen is asked");
  });

  it("hold on the host's nothing that was typed of the person: no name, no phone, no commune, no word of theirs", () => {
    for (const about of [talkative, { ...talkative, action: { ...talkative.action, pmsmp: null } }]) {
      const { html } = actionSheet(hostSheet(toPrintAction(about)));
      assert.doesNotMatch(html, new RegExp(CANARY));
      assert.doesNotMatch(html, /P-2026|frein|difficult|niveau|RSA|RQTH|santé|allocat/i);
    }
  });

  it("are signed day by day, with names and nothing else of anybody", () => {
    const days = ["2026-12-08", "2026-12-09"];
    const people = [talkative.identity, anIdentity({ code: "P-2026-0002", givenName: "Zoé", familyName: "Darcy" })];
    const said = plain(attendanceSheet({ session: aSession(), kind: "Atelier", plie: "PLIE", days, people }).html);
    for (const day of ["8 décembre 2026", "9 décembre 2026"]) assert.match(said, new RegExp(`Date : ${day}`));
    assert.match(said, /Durée : 3 h 30/);
    assert.match(said, /Lieu : Maison de l'emploi, salle 2/);
    assert.match(said, /Animation : Basile Tilleul/);
    assert.match(said, /Signature du matin Signature de l'après-midi/);
    assert.equal(said.match(/Zoé Darcy/g)?.length, 2);
    assert.doesNotMatch(said, /CanariTelephone|CanariAdresse|CanariPrescripteur|CanariCourriel|P-2026|1984/);
  });

  it("write what was typed as it was typed, and nothing of it as code", () => {
    const action = anAction({ pmsmp: aPmsmp({ job: "<script>alert(1)</script>" }) });
    assert.ok(actionSheet(hostSheet(toPrintAction({ action }))).html.includes("&lt;script&gt;"));
  });
});
