/** What was shown of a file that was scored a second time does not stay in the chat of whoever scored it. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Member } from "../../src/domain/people/member.ts";
import { refusalWords } from "../../src/wording/refusals.ts";
import { ALIX, BASILE, cardIn, DORIAN, textOf, type Chat, type Person } from "../support/chat.ts";
import { ALL_BUT_HEALTH_AND_WORK, enter, has, lines, openDomain, register, said, startChat } from "./steps.ts";

const CODE = "P-2026-0001";
const MEMBERS: readonly Member[] = [
  { aadObjectId: BASILE, name: "Basile Tilleul", roles: ["referent"] },
  { aadObjectId: ALIX, name: "Alix Lavande", roles: ["referent"] },
  { aadObjectId: DORIAN, name: "Dorian Bouleau", roles: ["chargeDeProjet"] },
];
const people = { members: () => MEMBERS, byObjectId: (id: string) => MEMBERS.find((one) => one.aadObjectId === id) };

const everyFileDrawn = (): string => {
  const framework = JSON.parse(readFileSync(new URL("../../config/framework.json", import.meta.url), "utf8")) as {
    suggestion: { doubleScoredPercent: number };
  };
  framework.suggestion.doubleScoredPercent = 100;
  const file = join(mkdtempSync(join(tmpdir(), "framework-")), "framework.json");
  writeFileSync(file, JSON.stringify(framework));
  return file;
};

describe("The cards of a double scoring, once it is closed", function () {
  this.timeout(60_000);
  let chat: Chat;
  let alix: Person;

  beforeEach(async () => {
    chat = await startChat({ people, frameworkFile: everyFileDrawn() });
    const basile = chat.person(BASILE);
    alix = chat.person(ALIX);
    await alix.say("bonjour");
    await register(basile);
    await enter(basile);
    await basile.press("Enregistrer et continuer", lines("nothing", ...ALL_BUT_HEALTH_AND_WORK.slice(2, 9)));
    await basile.say(`diagnostic ${CODE}`);
    if (!has(basile, "Ouvrir")) await basile.press("Tour d'horizon");
    await openDomain(basile, "mobilite");
    const level = { source: "dit", severity: "3", impact: "2", facts: "Canari de note, dit Basile" };
    await basile.press("Enregistrer et continuer", level);
    const dorian = chat.person(DORIAN);
    await dorian.say("vignettes");
    await dorian.press("Accord du groupe");
    await dorian.press("Proposer", { choice: CODE, second: ALIX });
    await chat.product.outbox.drain();
  });
  afterEach(() => chat.stop());

  const opens = async (): Promise<string> => {
    await alix.say("vignettes");
    await alix.press("Ouvrir la double cotation");
    assert.match(said(alix), /Canari de note/);
    assert.doesNotMatch(said(alix), /Basile|Tilleul/, "who scored first is known");
    await chat.product.outbox.drain();
    return alix.messageId;
  };
  /** What a message of the chat shows now. */
  const shows = (message: string): string => {
    const last = chat.teams.received
      .filter(({ method, path }) => method === "PUT" && path.endsWith(`/${message}`))
      .at(-1);
    assert.ok(last, `${message} was never replaced`);
    return textOf(cardIn(last.body));
  };

  for (const [how, button, fill, answer] of [
    ["scored", "Enregistrer", { level_mobilite: "2" }, /vos niveaux sont enregistrés/],
    ["declined", "Décliner", {}, /ne se fera pas/],
  ] as const)
    it(`say no more of the file when it is ${how}, those of an earlier opening included`, async () => {
      const earlier = await opens();
      const pressed = await opens();
      await alix.press(button, fill);
      await chat.product.outbox.drain();
      assert.doesNotMatch(shows(earlier), /Canari de note/, "the notes of someone else's file stay in the chat");
      assert.ok(shows(earlier).includes(refusalWords.noSuchCase.title));
      assert.match(shows(pressed), answer, "the answer to what was pressed is lost");
    });
});
