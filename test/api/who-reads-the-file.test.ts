/**
 * A word of its own in what the file holds beside the diagnostic: a request of the person, what a quarterly point agreed, what was answered to ESF+,
 * what was transmitted, what an import read. Each member asks every address that gives something of it, and finds only what is theirs.
 */
import assert from "node:assert/strict";
import { DOCUMENT_KINDS } from "../../src/contracts/documents.ts";
import type { EsfAnswers } from "../../src/domain/esf/records.ts";
import type { ImportLine } from "../../src/domain/exchange/import-records.ts";
import type { StoredDocument } from "../../src/domain/records/catalogue.ts";
import type { Store } from "../../src/ports/store.ts";
import { projectCases } from "../../src/use-cases/project-cases.ts";
import { people, GASPARD } from "../conversation/decision-steps.ts";
import { enter, movableClock, register, startChat } from "../conversation/steps.ts";
import { aTransmission } from "../support/a-transmission.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, FANTINE, type Chat } from "../support/chat.ts";
import { thePapers } from "../support/the-papers.ts";

const CODE = "P-2026-0001";
const OTHERS = "P-2026-0002";
const AT = "2026-11-24T13:32:00.000Z";
const READERS = { basile: BASILE, alix: ALIX, dorian: DORIAN, eugenie: EUGENIE, fantine: FANTINE, gaspard: GASPARD };
type Reader = keyof typeof READERS;

const IDENTITY = { given: "Qxkprenom", family: "Qxknom", phone: "0699887755" };
const REQUEST = { words: "Qxkdemande", answer: "Qxkreponse" };
const BEGUN = { facts: "Qxkcommence" };
const AGREED = { agreed: "Qxkconvenu" };
const HOMONYM = { given: "Qxkautreprenom", phone: "0611223344", number: "QXK-77" };
/** As its label is told: no other answer of the questionnaire says so. */
const ESF = { nationality: "D'un autre pays de l'Union" };
const SENT = "Développer sa mobilité";
const all = (words: Readonly<Record<string, string>>): readonly string[] => Object.values(words);

const esfSheet: EsfAnswers = {
  ...{ kind: "esfAnswers", schemaVersion: 1, code: CODE, parcours: 1, stage: "entry" },
  ...{ version: thePapers().esf.entry.version, edition: 1, answers: { nationality: "eu" }, sources: {} },
  ...{ asked: { situation: "2026-11-24" }, signedOn: null, by: BASILE, at: AT },
};

/** Somebody else of a file, who may be the same person: nobody said so yet. */
const homonymsLine: ImportLine = {
  ...{ kind: "importLine", schemaVersion: 1, run: "run-un", line: 2, key: "empreinte", externalId: HOMONYM.number },
  said: {
    ...{ givenName: HOMONYM.given, familyName: IDENTITY.family, birthDate: "1979-02-07", commune: null },
    ...{ communeTyped: null, phone: HOMONYM.phone, email: null, address: null, prescriber: null },
    ...{ orientedOn: "2026-11-02", rightToWork: "unknown", willing: "unknown", referentId: ALIX },
  },
  ...{ problems: [], warnings: [], plan: "duplicate", code: null, changes: [], conflicts: [], candidates: [CODE] },
  ...{ twin: null, aside: null, choice: null, end: null, at: AT },
};

const ADDRESSES: readonly string[] = [
  `participants/${CODE}`,
  `participants/${CODE}/history`,
  `participants/${CODE}/rights`,
  `participants/${CODE}/openings`,
  `participants/${CODE}/transmissions`,
  `participants/${CODE}/copy`,
  `transmissions/${CODE}.1.9`,
  `transmissions/${CODE}.1.9?format=csv`,
  "stage-points",
  `stage-points?referent=${BASILE}`,
  "pieces",
  "pieces?referent=everyone",
  `pieces?referent=${BASILE}`,
  "retention",
  "exports?from=2026-11-01&to=2026-11-30",
  "exports/plie?from=2026-11-01&to=2026-11-30",
  "extractions",
  "extractions/2026-11?format=csv",
  `documents/points-etape/${BASILE}`,
  ...DOCUMENT_KINDS.map((kind) => `documents/${kind}/${CODE}`),
];

describe("What each member reads of what the file holds beside the diagnostic", function () {
  this.timeout(60_000);
  const clock = movableClock();
  let chat: Chat;
  let store: Store;

  const ask = (member: string, path: string) =>
    fetch(`http://127.0.0.1:${chat.port}/api/${path}`, { headers: { "x-local-member": member } });
  const everythingFor = async (reader: Reader): Promise<readonly (readonly [string, string])[]> => {
    const given: [string, string][] = [];
    for (const path of ADDRESSES) given.push([path, await (await ask(READERS[reader], path)).text()]);
    return given;
  };
  const findsNone = async (reader: Reader, words: readonly string[], but: readonly string[] = []): Promise<void> => {
    for (const [path, text] of await everythingFor(reader))
      for (const word of words)
        assert.ok(but.includes(path) || !text.includes(word), `${reader} reads « ${word} » at ${path}`);
  };
  const findsAll = async (reader: Reader, words: readonly string[]): Promise<void> => {
    const given = (await everythingFor(reader)).map(([, text]) => text).join("\n");
    for (const word of words) assert.ok(given.includes(word), `${reader} finds « ${word} » nowhere: nothing is proved`);
  };
  const put = async (...docs: readonly StoredDocument[]): Promise<void> => {
    assert.ok((await store.commit(docs.map((doc) => ({ op: "put", doc })))).ok);
  };

  before(async () => {
    chat = await startChat({ clock, people });
    store = chat.product.services.store;
    const basile = chat.person(BASILE);
    await register(basile, {
      ...{ Prénom: IDENTITY.given, Nom: IDENTITY.family, "Date de naissance": "07/02/1979" },
      ...{ Téléphone: IDENTITY.phone, "Commune de résidence": "Chenôve" },
    });
    await enter(basile);
    const about = { schemaVersion: 1, code: CODE, parcours: 1, by: BASILE, at: AT } as const;
    await put(
      esfSheet,
      homonymsLine,
      aTransmission({ id: `${CODE}.1.9`, code: CODE }),
      {
        ...{ kind: "assessment", schemaVersion: 1, code: CODE, parcours: 1, round: 0, domain: "projet", edition: 1 },
        ...{ finding: null, draft: { inputs: BEGUN, by: BASILE, at: AT } },
      },
      { ...about, kind: "stagePoint", quarter: "2026-T3", on: "2026-09-15", edition: 1, agreed: AGREED.agreed },
      {
        ...about,
        ...{ kind: "rightsRequest", id: `${CODE}.2`, what: "contest", contested: "note", receivedOn: "2026-11-10" },
        ...{ dueOn: "2026-12-10", words: REQUEST.words },
        answer: { outcome: "done", words: REQUEST.answer, on: "2026-11-20", by: BASILE, at: AT },
      },
    );
    await projectCases(chat.product.services);
  });
  after(() => chat.stop());

  it("everything that was planted is read by their référent, and what the trade reads by who reads the file", async () => {
    await findsAll("basile", [...all(REQUEST), ...all(AGREED), ...all(ESF), SENT]);
    for (const reader of ["dorian", "eugenie"] as const)
      await findsAll(reader, [...all(REQUEST), ...all(AGREED), SENT]);
  });

  it("the assistante reads no word of a request, of a point or of what was transmitted, and no answer to ESF+", async () => {
    await findsNone("fantine", [...all(REQUEST), ...all(AGREED), SENT]);
    await findsNone("fantine", all(ESF), ["extractions/2026-11?format=csv"]);
  });

  it("what the référent began and did not record is read by nobody else, in the person's copy either", async () => {
    await findsAll("basile", all(BEGUN));
    for (const reader of ["dorian", "eugenie", "alix", "fantine", "gaspard"] as const)
      await findsNone(reader, all(BEGUN));
  });

  it("a référent·e of somebody else, and who sits in a cell, read nothing of it", async () => {
    const everything = [IDENTITY, REQUEST, AGREED, ESF, HOMONYM].flatMap(all);
    for (const reader of ["alix", "gaspard"] as const) {
      const listed = ["pieces", "stage-points"].filter(() => reader === "alix");
      await findsNone(reader, [...everything, SENT, `"${CODE}"`], listed);
    }
  });

  it("the person's copy holds nobody else: who may be the same person in a file is another until somebody says so", async () => {
    for (const path of [`participants/${CODE}/copy`, `documents/copie-personne/${CODE}`]) {
      const text = await (await ask(BASILE, path)).text();
      assert.ok(text.includes(IDENTITY.given), "the copy says nothing of the person: nothing is proved");
      for (const word of all(HOMONYM)) assert.ok(!text.includes(word), `their copy says « ${word} » at ${path}`);
    }
  });

  it("what is not theirs, what nobody has and what was archived is one and the same answer", async () => {
    const paths = ADDRESSES.filter((path) => path.includes(CODE));
    const answers = async (member: string, code: string) =>
      Promise.all(
        paths.map(async (path) => {
          const answer = await ask(member, path.replace(CODE, code));
          return `${path} ${String(answer.status)} ${await answer.text()}`;
        }),
      );
    const nobodys = await answers(ALIX, OTHERS);
    assert.deepEqual(await answers(ALIX, CODE), nobodys);
    const file = await store.get("case", CODE);
    assert.ok(file !== undefined);
    await put({ ...file.doc, retired: { as: "archived", on: "2026-11-24", by: EUGENIE, ground: "litigation" } });
    for (const member of [BASILE, DORIAN, FANTINE])
      assert.deepEqual(await answers(member, CODE), await answers(member, OTHERS));
    for (const what of ["", "/history", "/rights", "/openings", "/copy"])
      assert.equal((await ask(EUGENIE, `participants/${CODE}${what}`)).status, 200, `the coordinatrice, ${what}`);
    const eugenie = chat.person(EUGENIE);
    await eugenie.say(`droits ${CODE}`);
    assert.doesNotMatch(eugenie.text, /Notice remise/, "an archived file is read in the chat");
    await put({ ...file.doc });
  });

  it("nobody finds a word of it in the log, in an event, in the audit, in a counter or in what waits to be sent", async () => {
    const kept: unknown[] = [chat.log.lines];
    for (const kind of ["event", "audit", "counter", "outbox", "marker", "listed", "casePieces", "importRun"] as const)
      kept.push((await store.scan({ kind, limit: 1000 })).items.map(({ doc }) => doc));
    const text = JSON.stringify(kept);
    for (const word of [...all(REQUEST), ...all(AGREED), ...all(HOMONYM), "nationality"])
      assert.ok(!text.includes(word), `« ${word} » is kept where it never should`);
  });

  it("once the agreement on health was withdrawn, no word that may have been argued with it is read by anybody", async () => {
    const basile = chat.person(BASILE);
    await basile.say(`fiche ${CODE}`);
    await basile.press("Gérer la fiche");
    await basile.press("La personne retire son accord (santé)");
    await basile.press("Effacer ce qui est noté");
    await projectCases(chat.product.services);
    for (const reader of ["basile", "dorian", "eugenie"] as const)
      await findsNone(reader, [...all(REQUEST), ...all(AGREED)]);
  });
});
