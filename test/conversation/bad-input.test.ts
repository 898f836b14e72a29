import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { BASILE, nodesOf, type Chat, type Json, type Person } from "../support/chat.ts";
import { enter, fieldsOf, openDomain, register, said, startChat, stored } from "./steps.ts";

const NASTY: readonly string[] = [
  "🦜👩‍👩‍👧 emoji",
  "\u202Eécrit de droite à gauche مرحبا",
  "${1+1} ${$root.code}",
  "[x](javascript:alert(1))",
  "<at>tous</at> @Basile",
  "=cmd()|'/c calc'!A1",
  "**gras** _et_ https://exemple.fr {{DATE(2026-01-01)}}",
];

describe("Ce qui est mal saisi", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let basile: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk });
    basile = chat.person(BASILE);
  });
  afterEach(() => chat.stop());

  const identity = (): Json => stored(disk, "identity").at(-1) ?? {};
  /** Where a client would read Markdown, a mention or an expression. */
  const formatted = (): string =>
    nodesOf(basile.card)
      .filter((node) => node["type"] === "TextBlock")
      .map((node) => String(node["text"]))
      .join("\n");

  for (const [typed, insee, kept] of [
    ["chenove", "21166", null],
    ["21300 CHENOVE", "21166", null],
    ["Chenôvee", "21166", null],
    ["Lyon", null, "Lyon"],
    ["", null, null],
  ] as const)
    it(`never refuses a person for their commune: « ${typed} »`, async () => {
      await register(basile, { Prénom: "Amina", "Commune de résidence": typed });
      assert.match(said(basile), /P-2026-0001/);
      assert.deepEqual([identity()["commune"], identity()["communeTyped"]], [insee, kept]);
      assert.equal(/À compléter[^]*Commune de résidence/.test(said(basile)), insee === null);
      if (kept !== null) assert.match(said(basile), /noté : « Lyon »/);
    });

  for (const [born, sentence] of [
    ["01/01/2090", /cette date est dans le futur/],
    ["01/01/1850", /trop ancienne/],
    ["31/02/1984", /cette date n'existe pas/],
    ["12/03/84", /écrivez l'année en entier/],
  ] as const)
    it(`asks again about a birth date that cannot be: ${born}`, async () => {
      await register(basile, { Prénom: "Amina", "Date de naissance": born });
      assert.match(said(basile), sentence);
      assert.equal(fieldsOf(basile)["birthDate"], born, "what was typed is gone");
      assert.equal(stored(disk, "case").length, 0);
    });

  for (const typed of NASTY)
    it(`keeps and shows literally what is typed: ${typed}`, async () => {
      await register(basile, { Prénom: typed, "Adresse (facultatif)": typed, "Commune de résidence": typed });
      assert.equal(identity()["givenName"], typed);
      assert.equal(identity()["address"], typed);
      assert.ok(said(basile).includes(typed.replace(/^\s+/u, "")), `shown otherwise than typed: ${said(basile)}`);
      await enter(basile, "agreed", { language: typed });
      await openDomain(basile, "mobilite");
      await basile.press("Enregistrer et continuer", { severity: "1", impact: "1", strength: typed, facts: typed });
      const finding = stored(disk, "assessment")[0]?.["finding"] as Json;
      assert.deepEqual([finding["strength"], finding["facts"]], [typed, typed]);
      await basile.say("synthèse P-2026-0001");
      assert.ok(said(basile).includes(typed), "the synthesis shows otherwise than typed");
      assert.doesNotMatch(formatted(), /(?<!\\)\]\(javascript|(?<!\\)<at>|\{\{DATE|\*\*gras|https:\/\//);
      await basile.press("Point de vue de la personne");
      await basile.press("Enregistrer", { agreement: "partly", words: typed });
      assert.ok(said(basile).includes(typed));
      assert.doesNotMatch(JSON.stringify(basile.card), /"type":"mention"|"entities"/);
      await basile.say(`participants ${typed}`);
      assert.doesNotMatch(formatted(), /(?<!\\)\]\(javascript|(?<!\\)<at>|\{\{DATE/);
    });

  it("keeps a text of 10,000 characters whole, shows it cut, and records it once shortened", async () => {
    const long = "Un mot. ".repeat(1_250);
    await register(basile, { Prénom: "Amina" });
    await enter(basile);
    await openDomain(basile, "mobilite");
    await basile.press("Enregistrer et continuer", { severity: "1", impact: "1", facts: long });
    assert.match(said(basile), /suite est gardée|Tout est gardé/);
    const draft = stored(disk, "assessment")[0]?.["draft"] as { inputs: Json };
    assert.equal(draft.inputs["facts"], long, "a part of what was typed is lost");
    await basile.press("Reprendre plus tard");
    assert.equal((stored(disk, "assessment")[0]?.["draft"] as { inputs: Json }).inputs["facts"], long);
    await basile.press("Reprendre le diagnostic");
    await basile.press("Enregistrer et continuer", { facts: "Court" });
    assert.equal((stored(disk, "assessment")[0]?.["finding"] as Json)["facts"], "Court");
    await register(basile, { Prénom: long, Nom: "Benali" });
    assert.match(said(basile), /trop long|suite est gardée/);
    await basile.press("Enregistrer", { Prénom: "Zoé" });
    assert.match(said(basile), /P-2026-0002/);
    assert.deepEqual(chat.teams.tooBig(), [], "a card is too big for Teams");
  });

  it("refuses a level, a weight, a source or a situation that is not in the list, and says so", async () => {
    await register(basile, { Prénom: "Amina" });
    await enter(basile);
    await openDomain(basile, "mobilite");
    const wrong = { severity: "7", impact: "9", source: "rumeur", situations: "inconnue", selfSeverity: "x" };
    await basile.press("Enregistrer et continuer", wrong);
    for (const sentence of [/choisissez un niveau/, /choisissez un poids/, /d'où vient/, /concrètement/])
      assert.match(said(basile), sentence);
    assert.equal(stored(disk, "assessment")[0]?.["finding"], null);
  });

  const send = async (verb: string | undefined, data: unknown): Promise<string> => {
    const value = { action: { type: "Action.Execute", verb, data }, trigger: "manual" };
    const replyToId = basile.messageId;
    basile.card = await basile.invoke(
      basile.activity({ type: "invoke", name: "adaptiveCard/action", replyToId, value, id: randomUUID() }),
    );
    return said(basile);
  };

  it("answers a button of an older version, an unknown one, or data that no card sends: nothing changes", async () => {
    await register(basile, { Prénom: "Amina" });
    const before = JSON.stringify(stored(disk, "case", "identity", "assessment", "draft"));
    const cases: readonly (readonly [string | undefined, unknown])[] = [
      ["diagnostic.oldSave", { code: "P-2026-0001" }],
      ["toString", {}],
      ["__proto__", {}],
      [undefined, { code: "P-2026-0001" }],
      ["domain.save", { code: "P-2026-0001" }],
      ["domain.save", { code: "P-2026-0001", domain: "voyance", rev: "x" }],
      ["overview.save", { code: "P-2026-0001", rev: "1.0", shown: "", state_voyance: "nothing" }],
      ["person.register", { rev: 7, givenName: ["Amina"] }],
      ["sheet.open", null],
      ["sheet.open", "P-2026-0001"],
      ["health.withdraw", { code: "../../etc", rev: "" }],
    ];
    for (const [verb, data] of cases)
      assert.match(await send(verb, data), /Cette carte est trop ancienne/, `${String(verb)} ${JSON.stringify(data)}`);
    assert.equal(JSON.stringify(stored(disk, "case", "identity", "assessment", "draft")), before);
  });

  it("answers a message without words, a photo, a sticker", async () => {
    await basile.say(undefined);
    assert.match(said(basile), /Je ne lis que les mots/);
    for (const contentType of ["image/png", "image/gif", "text/html"]) {
      await basile.say("", { attachments: [{ contentType, contentUrl: "http://127.0.0.1/x" }] });
      assert.match(said(basile), /Je ne lis que les mots/, contentType);
    }
  });

  it("understands a command with a typing error; suggests when it does not; never guesses a digit", async () => {
    await register(basile, { Prénom: "Amina" });
    await enter(basile);
    await basile.say("diagnostik p 2026 1");
    assert.match(said(basile), /Tour d'horizon/);
    await basile.say("fais-moi un café");
    assert.match(said(basile), /Je n'ai pas compris/);
    assert.match(said(basile), /accueil|participants/, "an unknown sentence gets no suggestion");
    await basile.say("diagnostic P-2026-00O1");
    assert.match(said(basile), /Aucune fiche qui vous soit ouverte|introuvable/);
  });

  it("understands what its own buttons say", async () => {
    await register(basile, { Prénom: "Amina" });
    for (const [words, heading] of [
      ["Mes participants", /Chercher un nom ou un code/],
      ["mes échéances", /Mes échéances/],
      ["Nouvelle personne orientée", /Prénom/],
      ["ouvrir P-2026-0001", /Entrer dans le parcours/],
    ] as const) {
      await basile.say(words);
      assert.match(said(basile), heading, `« ${words} »`);
    }
  });

  it("says in a channel that people are not spoken of there", async () => {
    const channel = { id: "19:canal@thread.tacv2", conversationType: "channel" };
    const before = chat.teams.received.length;
    await chat.deliver(basile.activity({ text: "<at>Repère</at> participants", conversation: channel }));
    await chat.product.outbox.drain();
    const posted = JSON.stringify(chat.teams.received.slice(before).map((request) => request.body));
    assert.match(posted, /On n'écrit ici rien qui permette de reconnaître une personne/);
  });
});
