/** A real file scored a second time: drawn, offered, open to one person for a while, and closed for good. Nothing else of the case is read. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { refusalWords } from "../../src/wording/refusals.ts";
import {
  ALIX,
  BASILE,
  cardIn,
  DORIAN,
  EUGENIE,
  FANTINE,
  STRANGER,
  type Chat,
  type Fill,
  type Json,
  type Person,
} from "../support/chat.ts";
import {
  ALL_BUT_HEALTH_AND_WORK,
  CLEA,
  CLEA_HORTENSIA,
  enter,
  fieldsOf,
  has,
  lines,
  movableClock,
  type MovableClock,
  openDomain,
  peopleOf,
  register,
  said,
  startChat,
  stored,
  TEAM,
} from "./steps.ts";

const people = peopleOf([...TEAM, CLEA_HORTENSIA]);
const CODE = "P-2026-0001";

/** The PLIE's framework, with this share of the files drawn. */
const frameworkDrawing = (percent: number): string => {
  const framework = JSON.parse(readFileSync(new URL("../../config/framework.json", import.meta.url), "utf8")) as {
    suggestion: { doubleScoredPercent: number };
  };
  framework.suggestion.doubleScoredPercent = percent;
  const file = join(mkdtempSync(join(tmpdir(), "framework-")), "framework.json");
  writeFileSync(file, JSON.stringify(framework));
  return file;
};

describe("A file scored a second time", function () {
  this.timeout(60_000);
  let chat: Chat;
  let disk: MemoryDisk;
  let clock: MovableClock;
  let basile: Person;
  let alix: Person;

  const start = async (percent: number): Promise<void> => {
    disk = emptyDisk();
    clock = movableClock();
    chat = await startChat({ disk, people, clock, frameworkFile: frameworkDrawing(percent) });
    basile = chat.person(BASILE);
    alix = chat.person(ALIX);
    await alix.say("bonjour");
    await register(basile);
    await enter(basile);
    const [, ...others] = ALL_BUT_HEALTH_AND_WORK.filter((domain) => domain !== "mobilite");
    await basile.press("Enregistrer et continuer", { ...lines("nothing", ...others.slice(0, 7)) });
    await domain("mobilite", {
      severity: "3",
      impact: "2",
      facts: "AMINA va à pied, canari de note.",
      strength: "Marche",
    });
    await domain("sante", { severity: "4", impact: "3", facts: "Canari de santé" });
  };
  const domain = async (id: string, fill: Fill): Promise<void> => {
    await basile.say(`diagnostic ${CODE}`);
    if (!has(basile, "Ouvrir")) await basile.press("Tour d'horizon");
    await openDomain(basile, id);
    await basile.press("Enregistrer et continuer", { source: "dit", ...fill });
  };
  beforeEach(() => start(100));
  afterEach(() => chat.stop());

  const offers = async (second = ALIX): Promise<Person> => {
    const dorian = chat.person(DORIAN);
    await dorian.say("vignettes");
    await dorian.press("Accord du groupe");
    await dorian.press("Proposer", { choice: CODE, second });
    await chat.product.outbox.drain();
    return dorian;
  };
  const presses = async (person: Person, verb: string, data: Json): Promise<string> => {
    const value = { action: { type: "Action.Execute", verb, data }, trigger: "manual" };
    const card = await person.invoke(
      person.activity({ type: "invoke", name: "adaptiveCard/action", replyToId: "forged", value }),
    );
    person.card = card;
    return said(person);
  };
  const opens = (who = ALIX, code = CODE): Promise<string> => presses(chat.person(who), "double.open", { code });
  const notFound = (text: string): boolean => text.includes(refusalWords.noSuchCase.title);
  const double = (): Json => stored(disk, "doubleScoring")[0]!;
  const everyVerb = async (who: string, code = CODE): Promise<string[]> => [
    await presses(chat.person(who), "double.open", { code }),
    await presses(chat.person(who), "double.save", { code, rev: "new", whole: "true", level_mobilite: "1" }),
    await presses(chat.person(who), "double.leave", { code, rev: "new", whole: "true", level_mobilite: "1" }),
    await presses(chat.person(who), "double.decline", { code }),
  ];

  it("is offered by its code alone, in the chat of the second référent and above the vignettes", async () => {
    const dorian = await offers();
    assert.match(said(dorian), /proposée à votre collègue/);
    const told = chat.teams.received.filter(({ path }) => path.includes(alix.conversationId)).at(-1)!;
    alix.take(cardIn(told.body), chat.teams.lastId);
    assert.match(said(alix), /Situation P-2026-0001, jusqu'au 8 décembre 2026/);
    assert.doesNotMatch(JSON.stringify(told.body), /Amina|Benali|Basile|Tilleul|Difficulté/);
    await alix.say("vignettes");
    assert.match(said(alix), /On vous propose une double cotation : Situation P-2026-0001/);
    await dorian.say("vignettes");
    await dorian.press("Accord du groupe");
    assert.match(said(dorian), /Aucune n'attend/, "a file is offered once");
  });

  it("shows what was noted and nothing else: no name, no level, no weight, nobody who wrote it", async () => {
    await offers();
    await alix.say("vignettes");
    await alix.press("Ouvrir la double cotation");
    const text = said(alix);
    assert.match(text, /Double cotation · Situation P-2026-0001/);
    assert.match(text, /Ce qui aide déjà : Marche/);
    assert.match(text, /Faits utiles : … va à pied, canari de note/);
    assert.match(text, /Canari de santé/);
    assert.doesNotMatch(text + JSON.stringify(alix.card), /Amina|Benali|Basile|Tilleul|Pèse|1984|06 12/i);
    for (const [id, value] of Object.entries(fieldsOf(alix)))
      if (id.startsWith("level_")) assert.equal(value, "none", `${id} tells what the first référent gave`);
    assert.deepEqual(
      Object.keys(fieldsOf(alix))
        .flatMap((id) => (id.startsWith("level_") ? [id.slice(6)] : []))
        .sort(),
      Object.keys(double()["first"] as Json).sort(),
      "what has no level is not shown: not spoken of, or declined, is nobody's business here",
    );
    const opened = stored(disk, "audit").filter(
      (entry) => entry["chain"] === `case.${CODE}` && entry["act"] === "case.opened" && entry["by"] === ALIX,
    );
    assert.equal(opened.length, 1, "opening the file is in its trail");
  });

  it("opens nothing else of the case to the second référent", async () => {
    await offers();
    for (const words of [CODE, `synthèse ${CODE}`, `diagnostic ${CODE}`]) {
      await alix.say(words);
      assert.ok(notFound(said(alix)), `« ${words} »: ${said(alix)}`);
    }
  });

  it("is closed to everyone else, before, during and after, like a case that does not exist", async () => {
    const all = [BASILE, ALIX, CLEA, DORIAN, EUGENIE, FANTINE];
    for (const who of all)
      for (const text of await everyVerb(who)) assert.ok(notFound(text), `before the offer: ${text}`);
    await offers();
    const before = JSON.stringify(double());
    for (const who of all.filter((one) => one !== ALIX))
      for (const text of await everyVerb(who)) assert.ok(notFound(text), `${who} during the offer: ${text}`);
    assert.ok((await opens(STRANGER)).includes(refusalWords.stranger.title));
    assert.equal(JSON.stringify(double()), before);
    const [real, absent] = [(await everyVerb(BASILE)).join(), (await everyVerb(BASILE, "P-2026-0999")).join()];
    assert.equal(real.replaceAll(CODE, "…"), absent.replaceAll("P-2026-0999", "…"));
  });

  it("keeps a draft, records once, then closes for good", async () => {
    await offers();
    await alix.say("vignettes");
    await alix.press("Ouvrir la double cotation");
    await alix.press("Enregistrer");
    assert.match(said(alix), /donnez un niveau à un domaine au moins/);
    await alix.press("Annuler", { level_mobilite: "2" });
    assert.equal(double()["state"], "accepted");
    await alix.press("Ouvrir la double cotation");
    assert.equal(fieldsOf(alix)["level_mobilite"], "2");
    await alix.press("Enregistrer", { level_sante: "4" });
    assert.match(said(alix), /Cette situation ne vous est plus ouverte/);
    assert.doesNotMatch(said(alix), /On vous propose/);
    assert.deepEqual([double()["state"], double()["second"]], ["done", { mobilite: 2, sante: 4 }]);
    const first = double()["first"] as Record<string, number>;
    assert.deepEqual([first["mobilite"], first["sante"]], [3, 4]);
    for (const text of await everyVerb(ALIX)) assert.ok(notFound(text), text);
    assert.equal(stored(disk, "draft").filter((doc) => doc["form"] === "scoring").length, 0);
    const traces = stored(disk, "audit", "event").filter((doc) =>
      String(doc["act"] ?? doc["what"]).startsWith("double."),
    );
    assert.deepEqual(
      [...new Set(traces.flatMap((doc) => Object.keys(doc["details"] as Json)))].sort(),
      ["round", "second", "until"],
      "a trail holds no level",
    );
  });

  it("closes when it is declined", async () => {
    await offers();
    await alix.say("vignettes");
    await alix.press("Ouvrir la double cotation");
    await alix.press("Décliner");
    assert.match(said(alix), /la double cotation ne se fera pas/);
    for (const text of await everyVerb(ALIX)) assert.ok(notFound(text), text);
  });

  it("closes after fourteen days", async () => {
    await offers();
    clock.move(14);
    assert.match(await opens(), /Double cotation/);
    clock.move(1);
    for (const text of await everyVerb(ALIX)) assert.ok(notFound(text), text);
    await alix.say("vignettes");
    assert.doesNotMatch(said(alix), /On vous propose/);
  });

  it("closes with the case", async () => {
    await offers();
    await basile.say(`fiche ${CODE}`);
    await basile.press("Gérer la fiche");
    await basile.press("Annuler la fiche");
    await basile.press("Confirmer l'annulation", { reason: "request" });
    assert.ok(notFound(await opens()));
  });

  it("forgets health when the person withdraws their agreement, and closes", async () => {
    await offers();
    await alix.say("vignettes");
    await alix.press("Ouvrir la double cotation");
    await alix.press("Annuler", { level_sante: "4" });
    await basile.say(`fiche ${CODE}`);
    await basile.press("Gérer la fiche");
    await basile.press("La personne retire son accord (santé)");
    await basile.press("Effacer ce qui est noté");
    assert.deepEqual([double()["state"], "sante" in (double()["first"] as Json)], ["expired", false]);
    for (const text of await everyVerb(ALIX)) assert.ok(notFound(text), text);
    assert.doesNotMatch(JSON.stringify(stored(disk, "draft", "doubleScoring")), /sante/);
  });

  it("erases health of both scores once it was done", async () => {
    await offers();
    await opens();
    await presses(alix, "double.save", { code: CODE, rev: "new", level_sante: "4", level_mobilite: "3" });
    await basile.say(`fiche ${CODE}`);
    await basile.press("Gérer la fiche");
    await basile.press("La personne retire son accord (santé)");
    await basile.press("Effacer ce qui est noté");
    assert.deepEqual([double()["state"], double()["second"]], ["done", { mobilite: 3 }]);
    assert.doesNotMatch(JSON.stringify(double()), /sante/);
  });

  it("leaves out what was written again since it was offered: both score the same words", async () => {
    await offers();
    await domain("mobilite", { severity: "1", facts: "Tout autre chose" });
    const text = await opens();
    assert.doesNotMatch(text, /Tout autre chose|canari de note/);
    assert.equal((double()["first"] as Json)["mobilite"], 3);
  });

  it("is never offered to the référent of the case, nor to anyone who is none, nor a file that was not drawn", async () => {
    const dorian = await offers(BASILE);
    assert.match(said(dorian), /un·e référent·e qui ne la suit pas/);
    await presses(dorian, "double.offer", { choice: CODE, second: FANTINE });
    await presses(dorian, "double.offer", { choice: "P-2026-0002", second: ALIX });
    for (const who of [BASILE, ALIX, EUGENIE, FANTINE])
      assert.ok(
        (await presses(chat.person(who), "double.offer", { choice: CODE, second: ALIX })).includes(
          refusalWords.roleMayNot.title,
        ),
      );
    assert.equal(stored(disk, "doubleScoring").length, 0);
    await chat.stop();
    await start(0);
    const none = chat.person(DORIAN);
    await none.say("vignettes");
    await none.press("Accord du groupe");
    assert.ok(!has(none, "Proposer"));
    await presses(none, "double.offer", { choice: CODE, second: ALIX });
    assert.equal(stored(disk, "doubleScoring").length, 0);
  });
});
