/** Thirteen members give their opinion of one case at the same instant, twice each: nobody's is lost, the last of each stands, one decision is taken. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Member } from "../../src/domain/people/member.ts";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { textOf } from "../support/card-reading.ts";
import type { ChannelPlace } from "../support/channel-place.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, type Chat, type Json, type Person } from "../support/chat.ts";
import {
  ALL_BUT_HEALTH_AND_WORK,
  CLEA_HORTENSIA,
  enter,
  lines,
  link,
  peopleOf,
  present,
  register,
  said,
  startChat,
  stored,
  TEAM,
} from "./steps.ts";

const CODE = "P-2026-0001";
const more = Array.from({ length: 9 }, (_, index): Member => ({
  aadObjectId: `6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a${20 + index}`,
  name: `Membre ${index + 1}`,
  roles: [index % 2 === 0 ? "referent" : "membreCellule"],
}));
const VOTERS: readonly string[] = [
  ALIX,
  DORIAN,
  EUGENIE,
  CLEA_HORTENSIA.aadObjectId,
  ...more.map(({ aadObjectId }) => aadObjectId),
];
const people = peopleOf([...TEAM, CLEA_HORTENSIA, ...more]);

/** The PLIE's file, with a cell of thirteen members and the référent of the case. */
const fileOfThirteen = (folder: string): string => {
  const plie = JSON.parse(readFileSync(new URL("../../config/plie.json", import.meta.url), "utf8")) as Json;
  const cells = plie["cells"] as Json;
  const file = join(folder, "plie.json");
  const entree = { ...(cells["entree"] as Json), members: [...VOTERS, BASILE] };
  writeFileSync(file, JSON.stringify({ ...plie, cells: { ...cells, entree } }));
  return file;
};

const opens = async (person: Person, verb: string, review: string): Promise<void> => {
  await person.say("accueil");
  const action = { type: "Action.Execute", title: "Aller", verb, data: { review } };
  person.card = { type: "AdaptiveCard", actions: [action] };
  await person.press("Aller");
};

describe("Thirteen members at the same instant", function () {
  this.timeout(60_000);
  let folder: string;
  let disk: MemoryDisk;
  let chat: Chat;
  let place: ChannelPlace;
  let review: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "repere-"));
    disk = emptyDisk();
    chat = await startChat({ disk, people, plieFile: fileOfThirteen(folder) });
    const [basile, dorian] = [chat.person(BASILE), chat.person(DORIAN)];
    for (const person of [basile, dorian]) await person.say("accueil");
    place = await link(chat, "entree");
    await register(basile);
    await enter(basile);
    await basile.press("Reprendre plus tard", lines("nothing", ...ALL_BUT_HEALTH_AND_WORK));
    review = await present(basile, CODE);
  });
  after(async () => {
    await chat.stop();
    rmSync(folder, { recursive: true });
  });

  /** The card of the channel once what it waited for has come, and how long that took. */
  const channelSays = async (words: RegExp): Promise<void> => {
    const until = Date.now() + 45_000;
    const now = (): string => textOf(place.card(review)).replace(/[\u00A0\u202F]/g, " ");
    while (!words.test(now())) {
      assert.ok(Date.now() < until, `the channel never says ${String(words)}:\n${now()}`);
      await chat.product.outbox.drain();
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  const updates = (): number =>
    place.chat.teams.inChannel(place.channelId).filter(({ how }) => how === "update").length;
  const whyOf = (id: string, turn: number): string => `Avis ${turn} de ${id.slice(-2)}`;

  it("thirteen opinions, the last of each, and a channel card brought up to date once a second at most", async () => {
    const members = VOTERS.map((id) => chat.person(id));
    for (const member of members) await opens(member, "opinion.open", review);
    const before = updates();
    const started = Date.now();
    await Promise.all(
      members.map(async (member) => {
        const form = member.card;
        for (const turn of [1, 2]) {
          member.card = form;
          const fill = { outcome: turn === 1 ? "stayWithRelays" : "stay", why: whyOf(member.objectId, turn) };
          await member.press("Envoyer mon avis", fill);
          assert.match(said(member), /Votre avis est enregistré/, said(member));
        }
      }),
    );
    await channelSays(/13 avis sur 13/);
    const elapsed = Date.now() - started;

    const opinions = stored(disk, "opinion");
    assert.deepEqual(
      opinions.map((one) => [one["memberId"], one["why"], one["outcome"]]).sort(),
      VOTERS.map((id) => [id, whyOf(id, 2), "stay"]).sort(),
      "an opinion is lost, or another than the last one stands",
    );
    const head = stored(disk, "review")[0] ?? {};
    assert.deepEqual([...(head["givers"] as string[])].sort(), [...VOTERS].sort(), "a giver is not counted, or twice");
    const sent = updates() - before;
    const atMost = Math.floor(elapsed / 1_000) + 1;
    assert.ok(
      sent >= 1 && sent <= atMost,
      `26 opinions in ${elapsed} ms: ${sent} replacements of the card, ${atMost} at most`,
    );
  });

  it("one reveal, after which an opinion is kept for its author and counts for nothing", async () => {
    const [dorian, eugenie] = [chat.person(DORIAN), chat.person(EUGENIE)];
    const late = chat.person(ALIX);
    await opens(late, "opinion.open", review);
    const form = late.card;
    for (const person of [dorian, eugenie]) await opens(person, "review.open", review);
    await Promise.all([dorian, eugenie].map((person) => person.press("Révéler les avis")));
    assert.equal(stored(disk, "audit").filter(({ act }) => act === "review.reveal").length, 1, "revealed twice");
    const revealed = JSON.stringify(stored(disk, "opinion"));
    late.card = form;
    await late.press("Envoyer mon avis", { outcome: "reorient", to: "capEmploi", why: "Trop tard, pourtant utile" });
    assert.match(said(late), /le vôtre n'est pas compté/);
    assert.match(said(late), /Trop tard, pourtant utile/, "what was typed is lost");
    assert.equal(JSON.stringify(stored(disk, "opinion")), revealed, "an opinion slipped in after the reveal");
  });

  it("one decision, whoever else takes one at the same instant", async () => {
    const deciders = [DORIAN, EUGENIE].map((id) => chat.person(id));
    for (const person of deciders) await opens(person, "decision.open", review);
    await Promise.all(
      deciders.map((person) =>
        person.press("Confirmer la décision", { outcome: "stay", reasons: "Vous avancez bien.", departs: "otherView" }),
      ),
    );
    assert.equal(stored(disk, "reviewDecision").length, 1, "two decisions, or none");
    assert.equal(stored(disk, "review")[0]?.["state"], "decided");
    await channelSays(/Poursuite en PLIE, décidé le/);
  });
});
