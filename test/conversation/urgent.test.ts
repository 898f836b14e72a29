import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { BASILE, EUGENIE, type Chat, type Json, type Person } from "../support/chat.ts";
import {
  ALL_BUT_HEALTH_AND_WORK,
  enter,
  fieldsOf,
  has,
  lines,
  openDomain,
  register,
  said,
  startChat,
  stored,
  TODAY,
} from "./steps.ts";

const flags = (disk: MemoryDisk): Json[] => (stored(disk, "case")[0]?.["urgent"] ?? []) as Json[];
const point = (disk: MemoryDisk, index: number): { id: string; label: string; calls: { who: string }[] } => {
  const framework = JSON.parse(String(stored(disk, "framework")[0]?.["text"])) as {
    urgentPoints: { id: string; label: string; domains: string[]; calls: { who: string }[] }[];
  };
  const found = framework.urgentPoints.filter((one) => one.domains.includes("logement"))[index];
  assert.ok(found !== undefined);
  return found;
};

describe("Les points urgents", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let basile: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk });
    basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
  });
  afterEach(() => chat.stop());

  for (const button of [
    "Enregistrer et continuer",
    "Précédent",
    "Comment en parler ?",
    "Tour d'horizon",
    "Reprendre plus tard",
  ])
    it(`speak at once, whatever the button of the domain: ${button}`, async () => {
      await openDomain(basile, "logement");
      await basile.press(button, { urgent: point(disk, 0).id, facts: "Dort dans sa voiture" });
      assert.match(said(basile), /Point urgent/);
      assert.ok(said(basile).includes(point(disk, 0).label));
      assert.match(said(basile), /115/, "who to call is not said");
    });

  it("speak from the overview too, and from a card that has something to mend", async () => {
    await basile.press("Enregistrer et continuer", { ...lines("toExplore", "logement"), urgent: point(disk, 0).id });
    assert.match(said(basile), /Point urgent/);
    await basile.press("Plus tard, continuer");
    assert.match(said(basile), /Logement/, "the work does not go on where it was going");
    await basile.press("Enregistrer et continuer", { severity: "3" });
    assert.match(said(basile), /ce que cela pèse/);
  });

  it("stay on the file and above the diagnostic until it is said when and by whom it was done", async () => {
    await openDomain(basile, "logement");
    await basile.press("Enregistrer et continuer", { urgent: point(disk, 0).id });
    await basile.press("Plus tard, continuer");
    assert.match(said(basile), /Ce point urgent reste ouvert/);
    for (const words of ["fiche P-2026-0001", "diagnostic P-2026-0001"]) {
      await basile.say(words);
      assert.match(said(basile), /Un point urgent est ouvert/, `« ${words} » no longer says it`);
    }
    await basile.say("fiche P-2026-0001");
    await basile.press(has(basile, "Dire ce qui a été fait") ? "Dire ce qui a été fait" : urgentButton(basile));
    await basile.press("C'est fait", { doneOn: "2026-12-24", doneBy: "" });
    assert.match(said(basile), /aujourd'hui ou avant/, "a call in the future is taken");
    assert.match(said(basile), /par qui/);
    assert.equal(flags(disk)[0]?.["done"], null);
    await basile.press("C'est fait", { doneOn: TODAY, doneBy: "le 115" });
    assert.match(said(basile), /ce point urgent est traité/);
    assert.deepEqual(flags(disk)[0]?.["done"], { on: TODAY, by: BASILE }, "the case holds a word that was typed");
    const kept = stored(disk, "draft").find((draft) => String(draft["id"]).startsWith("urgentDone."));
    assert.deepEqual(kept?.["inputs"], { doneOn: TODAY, doneBy: "le 115" }, "who called is lost");
    await basile.say("fiche P-2026-0001");
    assert.doesNotMatch(said(basile), /point urgent est ouvert/);
  });

  it("are asked one after the other, and one that comes back is open again", async () => {
    await openDomain(basile, "logement");
    await basile.press("Tour d'horizon", { urgent: `${point(disk, 0).id},${point(disk, 1).id}` });
    const done = { doneOn: TODAY, doneBy: "le 115" };
    await basile.press("C'est fait", done);
    assert.match(said(basile), /Point urgent/, "the second urgent point is forgotten");
    await basile.press("C'est fait", done);
    assert.match(said(basile), /Tour d'horizon/);
    await openDomain(basile, "logement");
    await basile.press("Tour d'horizon", { urgent: point(disk, 0).id });
    assert.equal(flags(disk).filter((flag) => flag["done"] === null).length, 1);
  });

  it("count for nothing in the figures, and never stand on someone else's screen", async () => {
    await basile.press("Reprendre plus tard", {
      ...lines("nothing", ...ALL_BUT_HEALTH_AND_WORK),
      urgent: point(disk, 0).id,
    });
    await basile.press("Plus tard, continuer");
    await basile.say("synthèse P-2026-0001");
    assert.match(
      said(basile),
      /Ampleur des difficultés repérées[^]{0,40}0 sur 100/,
      "an urgent point weighs in a figure",
    );
    const eugenie = chat.person(EUGENIE);
    for (const words of ["fiche P-2026-0001", "synthèse P-2026-0001"]) {
      await eugenie.say(words);
      assert.ok(!said(eugenie).includes(point(disk, 0).label), `${words} shows another's urgent point in full`);
    }
  });

  it("ignore a point that the framework does not have", async () => {
    await openDomain(basile, "logement");
    await basile.press("Tour d'horizon", { urgent: "point-inconnu" });
    assert.deepEqual(flags(disk), []);
    assert.ok("state_logement" in fieldsOf(basile));
  });
});

const urgentButton = (person: Person): string => {
  const found = JSON.stringify(person.card).match(
    /"title":"([^"]*)","verb":"urgent\.open"|"verb":"urgent\.open"[^]*?"title":"([^"]*)"/,
  );
  const title = found?.[1] ?? found?.[2];
  assert.ok(title !== undefined, "the file gives no button for the urgent point");
  return title;
};
