/** The file of one person: from a line of the PLIE's own software to the day when nothing of it is left, and the two others stay as they were. */
import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import excel from "exceljs";
import { createProjector } from "../../bot/projector.ts";
import { importPage, importState, type ImportList } from "../../src/contracts/import.ts";
import { piecesPage } from "../../src/contracts/pieces.ts";
import { retentionPage } from "../../src/contracts/retention.ts";
import { stagePointsPage } from "../../src/contracts/stage-points.ts";
import { createMemoryStore, emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { applyImports } from "../../src/use-cases/apply-imports.ts";
import { backupPlie, type PlieStores } from "../../src/use-cases/backup-plie.ts";
import { finishErasures } from "../../src/use-cases/finish-erasures.ts";
import { followDelays } from "../../src/use-cases/follow-delays.ts";
import { freezeExtractions } from "../../src/use-cases/freeze-extractions.ts";
import { listRetention } from "../../src/use-cases/list-retention.ts";
import { openLateOutreach } from "../../src/use-cases/open-outreach.ts";
import { remindMembers } from "../../src/use-cases/remind-members.ts";
import { restorePlie } from "../../src/use-cases/restore-plie.ts";
import { sealAudit } from "../../src/use-cases/seal-audit.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import {
  BASILE,
  DEMO_SERVICES,
  DORIAN,
  EUGENIE,
  FANTINE,
  type Chat,
  type Fill,
  type Json,
  type Person,
} from "../support/chat.ts";
import { people } from "./decision-steps.ts";
import {
  ALL_BUT_HEALTH_AND_WORK,
  fieldsOf,
  lines,
  movableClock,
  openDomain,
  register,
  said,
  startChat,
  stored,
  type MovableClock,
} from "./steps.ts";

/** Whatever goes by itself. */
const PASSING = ["seen", "click", "outbox", "lane", "sendShare", "draft", "conversation", "posted"];
const DAY_MS = 86_400_000;
const FILE = [
  "N° dossier;Prénom;Nom;Date de naissance;Commune;Téléphone;Date d'orientation;Référent",
  "L-101;Élodie;Façade;14/04/1992;Chenôve;06 11 22 33 44;16/11/2026;Basile Tilleul",
  "L-102;Amina;Benali;12/03/1984;Chenôve;06 12 34 56 78;17/11/2026;Basile Tilleul",
  "L-103;Joël;L’Œuvre;02/09/1979;Dijon;06 55 66 77 88;18/11/2026;Basile Tilleul",
].join("\r\n");
/** As the PLIE's own software writes it. */
const WINDOWS_1252: Readonly<Record<string, number>> = { "’": 0x92, Œ: 0x8c };
const inWindows1252 = (text: string): Buffer =>
  Buffer.from(Array.from(text, (letter) => WINDOWS_1252[letter] ?? letter.codePointAt(0) ?? 0));

const PERSON: Fill = { sex: "female", rural: "no", qpv: "unknown" };
const WORK: Fill = { labour: "unemployed", withoutWork: "twoYearsAndMore", jobseeker: "yes", minima: "rsa" };
const STUDIES: Fill = { diploma: "NV5" };
const PRIVATE: Fill = {
  ...{ handicap: "no", nationality: "fr", foreignBackground: "no", minority: "declined" },
  housing: "none",
};
const MOBILITY: Fill = {
  ...{ severity: "3", impact: "3", situations: "dependant-des-transports-en-commun", source: "dit" },
  facts: "CanariDeNote",
};
const IMMERSION: Fill = {
  objective: "confirm",
  job: "Vente en boulangerie",
  host: "Boulangerie du Lac",
  commune: "Dijon",
  from: "07/12/2026",
  until: "11/12/2026",
  hoursPerWeek: "30",
  postFree: "yes",
  childcare: "settled",
  meals: "none",
  transport: "settled",
};
const BILAN: Fill = {
  outcome: "completed",
  objectiveMet: "yes",
  facts: "Tient la vente seule.",
  agreement: "agrees",
  words: "Je me suis sentie utile.",
};
const AGREED = "Une visite d'atelier en février.";
const CONTESTED = "Je prends aussi le vélo, cela n'est pas noté.";
const ANSWERED = "Le vélo a été ajouté aux trajets.";
/** What only this person's file held. */
const TRACES =
  /Élodie|Façade|1992-04-14|CanariDeNote|L-101|06 11 22|Vente en|sentie utile|visite d'atelier|le vélo|Contrat signé|main propre/i;
/** What an erasure leaves: codes and dates, and ESF+ answers until their own time is over. */
const LEFT = [
  ...["case", "pastParcours", "audit", "event", "chain", "erased", "retentionList", "extractionRow", "extraction"],
  ...["esfAnswers", "counter", "importRun", "externalMark", "seal", "sequence", "listed"],
];

/** A workbook as another program reads it: the cells of its first sheet, row after row, and every word of all of them. */
const opened = async (file: Buffer) => {
  const book = new excel.Workbook();
  await book.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
  const sheets = book.worksheets.map((sheet) => {
    const rows: string[][] = [];
    sheet.eachRow((row) => {
      const cells: string[] = [];
      row.eachCell(({ text }) => cells.push(text));
      rows.push(cells);
    });
    return rows;
  });
  let formulas = 0;
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => {
      row.eachCell(({ type }) => (formulas += type === excel.ValueType.Formula ? 1 : 0));
    });
  return { rows: sheets[0] ?? [], words: sheets.flat(2).join(" "), formulas };
};

describe("The file of one person, from the line of an import to its erasure", function () {
  this.timeout(60_000);
  let disk: MemoryDisk;
  let chat: Chat;
  let clock: MovableClock;
  let basile: Person;
  let CODE = "";
  let others: readonly string[] = [];

  before(async () => {
    disk = emptyDisk();
    clock = movableClock("2026-11-24T07:10:00.000Z");
    chat = await startChat({ disk, clock, people, servicesFile: DEMO_SERVICES });
    basile = chat.person(BASILE);
    await basile.say("accueil");
  });
  after(() => chat.stop());

  /** What the product does by itself at that moment. */
  const rounds = async (): Promise<void> => {
    const { services } = chat.product;
    for (const round of [
      applyImports,
      followDelays,
      openLateOutreach,
      freezeExtractions,
      listRetention,
      finishErasures,
    ])
      await round(services);
    await sealAudit(services);
    await services.store.purge();
    await remindMembers(services);
    await createProjector(services).run();
    await chat.settled();
  };
  const itIs = async (day: string, hour = "09:40"): Promise<void> => {
    clock.move((Date.parse(`${day}T${hour}:00.000+01:00`) - clock.now().getTime()) / DAY_MS);
    await rounds();
  };
  /** What is recorded, by a digest of each document: what was written over shows too. */
  const recorded = (): readonly string[] =>
    [...disk.documents.values()]
      .filter(({ kind }) => !PASSING.includes(kind))
      .map(({ kind, json }) => `${kind} ${createHash("sha256").update(json).digest("hex")}`)
      .toSorted();
  /** What is recorded now and was not then. */
  const since = (before: readonly string[]): readonly string[] => recorded().filter((one) => !before.includes(one));
  /** One press that reaches the product three times: delivered again, then pressed again by a hand that doubts. */
  const presses = async (by: Person, title: string, fill: Fill = {}): Promise<void> => {
    const click = by.click(title, fill);
    by.card = await by.invoke(click);
    const before = recorded();
    await by.invoke(click);
    await by.invoke({ ...click, id: randomUUID() });
    assert.deepEqual(since(before), [], `« ${title} », pressed once, was done twice`);
  };
  const reads = (...what: readonly RegExp[]): void => {
    for (const one of what) assert.match(said(basile), one);
  };
  const fiche = (): Promise<Json> => basile.say(`fiche ${CODE}`);
  const api = (path: string, as: string, body?: unknown, key: string = randomUUID()): Promise<Response> =>
    fetch(`http://127.0.0.1:${chat.port}/api/${path}`, {
      headers: { "x-local-member": as, "content-type": "application/json", "idempotency-key": key },
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    });
  const bytesOf = async (path: string, as = FANTINE): Promise<Buffer> => {
    const answer = await api(path, as);
    assert.equal(answer.status, 200, path);
    return Buffer.from(await answer.arrayBuffer());
  };
  const textOf = async (path: string, as = FANTINE): Promise<string> => (await bytesOf(path, as)).toString("utf8");
  /** The same press of the tab, three times: with its key again, then as another press. */
  const pressesInTab = async (path: string, as: string, body: unknown): Promise<Json> => {
    const key = randomUUID();
    const first = await api(path, as, body, key);
    const answer = (await first.json()) as Json;
    assert.equal(first.status, 200, JSON.stringify(answer));
    const before = recorded();
    assert.deepEqual(await (await api(path, as, body, key)).json(), answer);
    await api(path, as, body);
    const twice = since(before).filter((one) => !/^(?:audit|chain) /.test(one));
    assert.deepEqual(twice, [], `${path}, pressed once, was done twice`);
    return answer;
  };
  /** The two other people: who they are and where they are. */
  const othersNow = (of: MemoryDisk = disk): readonly string[] =>
    stored(of, "identity", "case", "externalId", "attempt")
      .filter(({ code }) => code !== CODE)
      .map((doc) => JSON.stringify(doc))
      .toSorted();
  const pieces = async () => piecesPage.parse(JSON.parse(await textOf("pieces?referent=everyone")));
  const missingOf = async (): Promise<readonly string[]> =>
    (await pieces()).items.find(({ code }) => code === CODE)?.missing.map(({ piece }) => piece) ?? [];

  it("is one line among three: what the file would do is said, one is somebody known, and each is done once", async () => {
    await register(basile);
    const file = inWindows1252(FILE).toString("base64");
    const read = importState.parse(await (await api("import", FANTINE, { file })).json());
    assert.deepEqual([read.lines, read.plans.create, read.plans.duplicate, read.plans.refused], [3, 2, 1, 0]);
    const list = async (show: ImportList) =>
      importPage.parse(await (await api(`import/${read.run}?show=${show}`, FANTINE)).json()).lines;
    assert.deepEqual(
      (await list("plan.create")).map(({ name }) => name),
      ["Élodie Façade", "Joël L’Œuvre"],
    );
    assert.equal(stored(disk, "identity").length, 1, "a dry run registered somebody");
    const known = (await list("plan.duplicate"))[0];
    const choices = [{ line: known?.line, choice: known?.mayBe[0]?.code }];
    await pressesInTab(`import/${read.run}/apply`, FANTINE, { onlyRight: false, choices });
    await rounds();
    await rounds();
    assert.equal(stored(disk, "identity").length, 3);
    assert.equal(stored(disk, "externalId").length, 3);
    const again = importState.parse(await (await api("import", FANTINE, { file })).json());
    assert.deepEqual([again.plans.same, again.toDo], [3, 0]);
    CODE = String(stored(disk, "identity").find(({ givenName }) => givenName === "Élodie")?.["code"]);
  });

  it("is received: an attempt, then the first interview, the notice with its version and the agreement on health", async () => {
    await basile.say(`contacts ${CODE}`);
    await presses(basile, "Noter", { way: "call", result: "noAnswer", on: "2026-11-24" });
    await fiche();
    await basile.press("Entrer dans le parcours");
    const entry = { firstInterviewOn: "2026-11-24", noticeOn: "2026-11-24", healthAgreement: "agreed" };
    await presses(basile, "Enregistrer", entry);
    await basile.say(`droits ${CODE}`);
    reads(/Notice remise le 24 novembre 2026 \(version 2026\.1\)/, /accord pour que sa santé soit notée/);
    await itIs("2026-12-02");
    const missing = await missingOf();
    for (const piece of ["esfEntry"])
      assert.ok(missing.includes(piece), `${piece} is not said to be missing: ${missing.join()}`);
  });

  it("answers the ESF+ questionnaire block by block: what is known is confirmed, one question is declined, the paper is signed", async () => {
    const { counts } = await pieces();
    await fiche();
    await basile.press("Questionnaire FSE+");
    await basile.press("Ouvrir", { choice: "block:person" });
    assert.deepEqual([fieldsOf(basile)["birthDate"], fieldsOf(basile)["commune"]], ["14/04/1992", "Chenôve"]);
    reads(/à confirmer avec la personne/);
    await presses(basile, "Enregistrer et continuer", PERSON);
    for (const block of [WORK, STUDIES, PRIVATE]) await presses(basile, "Enregistrer et continuer", block);
    const paper = await textOf(`documents/questionnaire-entree/${CODE}`, BASILE);
    assert.match(paper, /Façade/);
    assert.match(paper, /Cofinancé par/);
    await basile.press("Signé le…");
    await presses(basile, "Enregistrer", { signedOn: "2026-12-02" });
    await rounds();
    assert.ok(!(await missingOf()).includes("esfEntry"), "what is signed is still said to be missing");
    const esfOf = (of: typeof counts): number =>
      of.flatMap((one) => one.pieces).find(({ piece }) => piece === "esfEntry")?.count ?? 0;
    assert.equal(esfOf((await pieces()).counts), esfOf(counts) - 1);
  });

  it("is assessed, and does an immersion: its bilan is a piece as long as it is not told", async () => {
    await basile.say(`diagnostic ${CODE}`);
    const nothing = [...ALL_BUT_HEALTH_AND_WORK, "sante"].filter((domain) => domain !== "mobilite");
    await basile.press("Enregistrer et continuer", lines("nothing", ...nothing));
    await basile.say(`diagnostic ${CODE}`);
    await openDomain(basile, "mobilite");
    await presses(basile, "Enregistrer et continuer", MOBILITY);
    await fiche();
    await basile.press("Parcours");
    await basile.press("Ouvrir", { choice: "situation" });
    await presses(basile, "Enregistrer", { seeksWork: "yes" });
    await fiche();
    await basile.press("Planifier une action");
    await presses(basile, "Enregistrer", IMMERSION);
    await basile.press("Convention signée");
    await presses(basile, "Noter la signature", { signedOn: "2026-12-01" });
    await itIs("2026-12-21");
    assert.ok((await missingOf()).includes("bilan"), "the bilan of an immersion that ended is not missing");
    await basile.say(`actions ${CODE}`);
    await basile.press("Ouvrir");
    await basile.press("Faire le bilan");
    await presses(basile, "Enregistrer", BILAN);
    await rounds();
    assert.ok(!(await missingOf()).includes("bilan"));
  });

  it("is spoken of at the quarterly meeting, and what was agreed is there the next quarter", async () => {
    const page = async (as: string) =>
      stagePointsPage.parse(JSON.parse(await textOf(`stage-points?referent=${BASILE}`, as)));
    const mine = async (as: string) => (await page(as)).people.find(({ code }) => code === CODE);
    const rev = (await mine(BASILE))?.form?.rev;
    await pressesInTab("stage-points", BASILE, {
      code: CODE,
      rev,
      inputs: { agreed: AGREED },
      intent: "record",
      settles: null,
    });
    assert.equal(stored(disk, "stagePoint").length, 1);
    await itIs("2027-01-06");
    const last = (await mine(BASILE))?.last;
    assert.deepEqual([last?.words, last?.thisQuarter], [AGREED, false]);
    assert.equal((await mine(FANTINE))?.last?.words, null);
    assert.match(
      await textOf(`documents/points-etape/${BASILE}`, BASILE),
      /Une visite d'atelier|Une visite d&#39;atelier/,
    );
  });

  it("confirms what leaves for France Travail, lower than what was found; the file holds no attempt, no absence and no level", async () => {
    await basile.say(`transmettre ${CODE}`);
    assert.equal(fieldsOf(basile)["c23"], "strong");
    await presses(basile, "Confirmer", { c23: "weak", told: "yes" });
    const [sent] = stored(disk, "transmission");
    assert.equal(stored(disk, "transmission").length, 1);
    const text = await textOf(`transmissions/${String(sent?.["id"])}`, BASILE);
    const impacts = [...text.matchAll(/"impact": "?([A-Z]+|null)/g)].map(([, impact = ""]) => impact);
    assert.deepEqual(
      [...new Set(impacts)].filter((impact) => !["FAIBLE", "FORT", "null"].includes(impact)),
      [],
    );
    assert.ok(impacts.includes("FAIBLE"));
    assert.doesNotMatch(text, /severity|noAnswer|absence|tentative|abandon|injoignable|CanariDeNote/i);
  });

  it("is in the month that was made for good, by its code alone; what changes later changes no byte of it", async () => {
    const month = "extractions/2026-12?format=";
    assert.equal(stored(disk, "extraction").filter((one) => one["month"] === "2026-12").length, 1);
    const [csv, xlsx] = [await bytesOf(`${month}csv`), await bytesOf(`${month}xlsx`)];
    const { rows, words, formulas } = await opened(xlsx);
    assert.equal(formulas, 0);
    const mine = rows.find((row) => row.includes(CODE)) ?? [];
    for (const answer of ["Femme", "Ne souhaite pas répondre", "2026-11-16"])
      assert.ok(mine.includes(answer), `« ${answer} » is not in the row: ${mine.join(" ; ")}`);
    for (const code of ["EECO02", "EECO12"]) assert.ok(words.includes(code), `${code} is not explained`);
    assert.ok(csv.toString("utf8").includes(`"${CODE}"`));
    for (const text of [csv.toString("utf8"), words])
      assert.doesNotMatch(text, /Élodie|Façade|Benali|Joël|CanariDeNote|06 11/);
    await basile.say(`questionnaire ${CODE}`);
    await basile.press("Ouvrir", { choice: "block:studies" });
    await presses(basile, "Enregistrer et continuer", { diploma: "NV4" });
    await basile.press("Signé le…");
    await presses(basile, "Enregistrer", { signedOn: "2027-01-06" });
    await itIs("2027-01-07");
    assert.ok((await bytesOf(`${month}csv`)).equals(csv), "the CSV of a past month changed");
    assert.ok((await bytesOf(`${month}xlsx`)).equals(xlsx), "the workbook of a past month changed");
  });

  it("may be contested, and is answered; the person's copy holds what was typed at each step", async () => {
    await basile.say(`droits ${CODE}`);
    await basile.press("Noter une demande");
    await presses(basile, "Enregistrer", {
      what: "contest",
      contested: "diagnostic",
      receivedOn: "2027-01-07",
      words: CONTESTED,
    });
    await basile.press("Noter une demande");
    await presses(basile, "Enregistrer", { what: "copy", receivedOn: "2027-01-07", contested: "", words: "" });
    const contest = stored(disk, "rightsRequest").find(({ what }) => what === "contest");
    await basile.press("Répondre", { choice: String(contest?.["id"]) });
    await presses(basile, "Enregistrer", { outcome: "partly", answeredOn: "2027-01-07", answer: ANSWERED });
    assert.equal(stored(disk, "rightsRequest").length, 2);
    const page = await textOf(`documents/copie-personne/${CODE}`, BASILE);
    const readable = page.replaceAll("&#39;", "'").replace(/[\u00A0\u202F]/g, " ");
    const machine = await textOf(`participants/${CODE}/copy`, BASILE);
    const { documents, openings } = JSON.parse(machine) as { documents: { kind: string }[]; openings: unknown[] };
    const kinds = new Set(documents.map(({ kind }) => kind));
    for (const kind of [
      "identity",
      "attempt",
      "agreement",
      "esfAnswers",
      "assessment",
      "situation",
      "action",
      "actionBilan",
      "stagePoint",
      "transmission",
      "rightsRequest",
      "externalId",
      "case",
    ])
      assert.ok(kinds.has(kind), `${kind} is not in the copy: ${[...kinds].join()}`);
    assert.ok(openings.length > 0);
    for (const text of [readable, machine]) {
      for (const typed of [
        "Élodie",
        "CanariDeNote",
        "Vente en boulangerie",
        "Tient la vente seule.",
        "Je me suis sentie utile.",
        AGREED,
        CONTESTED,
        ANSWERED,
        "L-101",
      ])
        assert.ok(text.includes(typed), `« ${typed} » is not in the copy`);
      for (const other of ["Benali", "Joël", BASILE])
        assert.ok(!text.includes(other), `${other} is in somebody else's copy`);
    }
    assert.match(readable, /Pas de réponse/, "what was tried to reach them is not told to them");
    assert.match(readable, /Date de naissance : 14 avril 1992/, "what came from the software is not told in words");
    assert.match(readable, /Entrée dans le parcours le 24 novembre 2026/, "the dates of the parcours are not told");
    const request = stored(disk, "rightsRequest").find(({ what }) => what === "copy");
    await basile.say(`droits ${CODE}`);
    await basile.press("Répondre", { choice: String(request?.["id"]) });
    await presses(basile, "Enregistrer", {
      outcome: "done",
      answeredOn: "2027-01-07",
      answer: "Copie remise en main propre.",
    });
  });

  it("leaves for a job: the questionnaire of the exit is due in four weeks, then the last one six months later", async () => {
    await fiche();
    await basile.press("Parcours");
    await basile.press("Ouvrir", { choice: "end" });
    await presses(basile, "Mettre fin au parcours", {
      how: "lastingJob",
      why: "Contrat signé",
      door: "comeBack",
      words: "Revenez quand vous voulez",
    });
    await itIs("2027-01-08");
    await basile.say("échéances");
    reads(/Questionnaire FSE\+[^\n]*sortie/, /4 février/);
    await basile.say(`questionnaire ${CODE}`);
    await basile.press("Ouvrir", { choice: "block:work" });
    assert.deepEqual([fieldsOf(basile)["employment"], fieldsOf(basile)["duration"]], ["yes", "sixMonths"]);
    await presses(basile, "Enregistrer et continuer", { contract: "lasting", halfTime: "yes" });
    await presses(basile, "Enregistrer et continuer", { training: "no", qualification: "no" });
    assert.match(await textOf(`documents/questionnaire-sortie/${CODE}`, BASILE), /Cofinancé par/);
    await basile.press("Signé le…");
    await presses(basile, "Enregistrer", { signedOn: "2027-01-08" });
    await itIs("2027-07-08");
    await fiche();
    await basile.press("Parcours");
    await basile.press("Ouvrir", { choice: "exitNews" });
    await presses(basile, "Enregistrer", { still: "yes", proof: "said" });
    await basile.say(`questionnaire ${CODE}`);
    await basile.press("Ouvrir", { choice: "block:work" });
    assert.equal(fieldsOf(basile)["employment"], "yes", "what was just said is typed twice");
    await presses(basile, "Enregistrer et continuer", { employment: "yes", improved: "notEmployedBefore" });
    await basile.press("Signé le…");
    await presses(basile, "Enregistrer", { signedOn: "2027-07-08" });
    const head = stored(disk, "case").find(({ code }) => code === CODE);
    assert.deepEqual(head?.["esf"], { entryOn: "2027-01-06", exitOn: "2027-01-08", laterOn: "2027-07-08" });
    await rounds();
    await basile.say("échéances");
    assert.doesNotMatch(said(basile), /Façade|Élodie/);
  });

  it("goes back to the PLIE's own software as dates, steps and decisions, under its own number there", async () => {
    const text = await textOf("exports/plie?from=2026-11-01&to=2027-07-31");
    const rows = text.trim().split("\r\n");
    const mine = rows.filter((row) => row.includes(`"${CODE}"`));
    assert.equal(mine.length, 1, text);
    assert.match(mine[0] ?? "", /^"L-101"/);
    for (const cell of ["16/11/2026", "24/11/2026", "07/01/2027"])
      assert.ok(mine[0]?.includes(cell), `${cell}: ${mine[0]}`);
    assert.equal(rows.length, 4, text);
    assert.doesNotMatch(text, /Façade|Canari|Élodie/);
  });

  it("is proposed once nobody has been in touch for two years, and nothing of the person is left once it is confirmed", async () => {
    others = othersNow();
    await itIs("2029-08-02");
    const list = async (as: string) => retentionPage.parse(JSON.parse(await textOf("retention", as))).list;
    const line = (await list(EUGENIE))?.lines.find(({ code }) => code === CODE);
    assert.equal(line?.proposes, "noContact");
    const settle = { month: "2029-08", code: CODE, what: { how: "erased" } };
    assert.equal((await api("retention/settle", DORIAN, settle)).status, 404);
    await pressesInTab("retention/settle", EUGENIE, settle);
    await rounds();
    await itIs("2029-08-06");
    const left = [...disk.documents.values()]
      .filter(({ kind, json }) => TRACES.test(kind === "esfAnswers" ? json.replace("1992-04-14", "") : json))
      .map(({ kind }) => kind);
    assert.deepEqual(left, [], "words of the person are left");
    const kinds = new Set(
      [...disk.documents.values()].filter(({ json }) => json.includes(CODE)).map(({ kind }) => kind),
    );
    for (const kind of kinds) assert.ok(LEFT.includes(kind), `${kind} is left`);
    assert.equal(stored(disk, "esfAnswers").length, 3);
    assert.doesNotMatch(JSON.stringify(chat.log.lines), TRACES);
    assert.deepEqual((await verifyAudit(chat.product.services)).faults, []);
    for (const path of [`participants/${CODE}`, `participants/${CODE}/copy`, `documents/questionnaire-entree/${CODE}`])
      assert.equal((await api(path, EUGENIE)).status, 404, path);
  });

  it("counts by its code and its ESF+ answers until their own time is over; then they go as well", async () => {
    await itIs("2036-01-04");
    const page = retentionPage.parse(JSON.parse(await textOf("retention", EUGENIE)));
    assert.equal(page.list?.lines.find(({ code }) => code === CODE)?.proposes, "esfOver");
    await pressesInTab("retention/settle", EUGENIE, { month: "2036-01", code: CODE, what: { how: "erased" } });
    await rounds();
    assert.deepEqual(
      stored(disk, "esfAnswers", "extractionRow").filter(({ code }) => code === CODE),
      [],
    );
    assert.deepEqual((await verifyAudit(chat.product.services)).faults, []);
  });

  it("is not in what is restored elsewhere, where the two others are as they were", async () => {
    assert.deepEqual(othersNow(), others);
    const now = (): Date => clock.now();
    const { store, directory } = chat.product.services;
    const ids = { digest: (text: string) => createHash("sha256").update(text).digest("hex") };
    const from: PlieStores = { plieId: "dijon-metropole", ids, stores: { cases: store, services: directory } };
    const lines: string[] = [];
    for await (const one of backupPlie(from)) lines.push(one);
    const elsewhere = emptyDisk();
    const cases = createMemoryStore({ now, disk: elsewhere });
    const into: PlieStores = { ...from, stores: { cases, services: createMemoryStore({ now }) } };
    const restored = await restorePlie(into, async function* () {
      for (const one of lines) yield await Promise.resolve(one);
    });
    assert.equal(restored.ok, true);
    assert.deepEqual(othersNow(elsewhere), others);
    assert.deepEqual(
      lines.filter((one) => one.endsWith('"in":"cases"}') && TRACES.test(one)).map((one) => one.slice(0, 80)),
      [],
      "the backup holds words of the person",
    );
    assert.deepEqual((await verifyAudit({ ...chat.product.services, store: cases })).faults, []);
  });
});
