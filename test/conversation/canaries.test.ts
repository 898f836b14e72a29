/**
 * Canaries in everything that is noted of a person, from the first interview to the minutes: none of them is ever found in a channel, in a
 * notification, in what a client shows instead of a card, in the logs, nor, for what is known of the person, in the minutes.
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import { emptyDisk } from "../../src/stores/memory/memory-store.ts";
import { CHANNELS } from "../support/channel-place.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, type Chat, type Json } from "../support/chat.ts";
import {
  CODE,
  GASPARD,
  givesOpinion,
  goes,
  people,
  QUESTION,
  REVIEW,
  startPlace,
  type Place,
} from "./decision-steps.ts";
import { ALL_BUT_HEALTH_AND_WORK, enter, lines, link, openDomain, register, stored } from "./steps.ts";

const MEETING = "entree.2026-11-24";
const pick = <T>(items: readonly T[]) => fc.constantFrom(...items);
const letters = (length: number) =>
  fc
    .array(pick(Array.from("abdefgiklmnoprstuvz")), { minLength: length, maxLength: length })
    .map((chosen) => chosen.join(""));
const digits = (length: number) =>
  fc.array(pick(Array.from("0123456789")), { minLength: length, maxLength: length }).map((chosen) => chosen.join(""));

/** A word that nobody says, somewhere in a sentence. */
const word = letters(9).map((rest) => `Qxj${rest}`);
const sentence = (canary: string) =>
  fc
    .tuple(
      pick(["", "Il dit que ", "« ", "1. ", "**", "\n", "${", "Rue "]),
      pick(["", ".", " et ainsi", " »", "}", "\n", " 😀"]),
    )
    .map(([before, after]) => `${before}${canary}${after}`);

const PLACES = [
  ...["strength", "facts", "healthStrength", "healthFacts", "personWords", "recommendation", "urgent"],
  ...["opinion", "opinionNext", "reasons", "decisionNext"],
] as const;
type PlaceName = (typeof PLACES)[number];

const canaries = fc.record({
  given: word,
  family: word,
  /** Numbers that a mobile telephone has. */
  phone: digits(8).map((rest) => `06${rest}`),
  email: word.map((name) => `${name.toLowerCase()}@exemple.fr`),
  address: word.map((street) => `12 rue ${street}`),
  born: pick(["07/02/1979", "23/11/1966", "30/08/1991"]),
  texts: fc
    .tuple(...PLACES.map(() => word.chain((canary) => sentence(canary).map((text) => ({ canary, text })))))
    .map((made) => Object.fromEntries(PLACES.map((name, index) => [name, made[index]]))),
});
type Texts = Readonly<Record<string, { readonly canary: string; readonly text: string } | undefined>>;
type Canaries = Omit<typeof canaries extends fc.Arbitrary<infer V> ? V : never, "texts"> & { readonly texts: Texts };

const textAt = ({ texts }: Canaries, name: PlaceName): string => texts[name]?.text ?? "";
const flat = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[\s\u00A0\u202F.\-_/\\]/gu, "")
    .toLowerCase();

/** What is known of the person, in each of the ways in which it may be written. */
const ofPerson = ({ given, family, phone, email, address, born }: Canaries): string[] => {
  const [day = "", month = "", year = ""] = born.split("/");
  const months = ["janvier", "fevrier", "", "", "", "", "", "aout", "", "", "novembre", ""];
  return [
    ...[given, family, phone.slice(1), email, address, "Chenôve", CODE, born, `${year}-${month}-${day}`],
    `${Number(day)} ${months[Number(month) - 1] ?? ""} ${year}`,
  ];
};
const noted = (seeded: Canaries, names: readonly PlaceName[]): string[] =>
  names.map((name) => seeded.texts[name]?.canary ?? "");

const finds = (where: string, text: string, found: readonly string[]): void => {
  const within = flat(text);
  for (const canary of found)
    assert.ok(!within.includes(flat(canary)), `${where} says « ${canary} »:\n${text.slice(0, 4000)}`);
};

/** From the first interview to the recommendation, with a canary wherever something is typed. */
const diagnosed = async (chat: Chat, seeded: Canaries): Promise<void> => {
  const basile = chat.person(BASILE);
  await register(basile, {
    ...{ Prénom: seeded.given, Nom: seeded.family, "Date de naissance": seeded.born, Téléphone: seeded.phone },
    ...{ "Commune de résidence": "Chenôve", email: seeded.email, address: seeded.address },
  });
  await enter(basile);
  const nothing = ALL_BUT_HEALTH_AND_WORK.filter((domain) => domain !== "mobilite");
  await basile.press("Enregistrer et continuer", { ...lines("nothing", ...nothing), urgent: "violences" });
  const domains: readonly [string, PlaceName, PlaceName][] = [
    ["mobilite", "strength", "facts"],
    ["sante", "healthStrength", "healthFacts"],
  ];
  for (const [domain, strength, facts] of domains) {
    await goes(basile, "overview.open", { code: CODE });
    await openDomain(basile, domain);
    const texts = { strength: textAt(seeded, strength), facts: textAt(seeded, facts) };
    await basile.press("Enregistrer et continuer", { severity: "2", impact: "2", ...texts });
  }
  await goes(basile, "urgent.open", { code: CODE, urgent: "violences" });
  await basile.press("C'est fait", { doneBy: textAt(seeded, "urgent") });
  await goes(basile, "personView.open", { code: CODE });
  await basile.press("Enregistrer", { agreement: "partly", words: textAt(seeded, "personWords"), heard: "true" });
  await goes(basile, "recommendation.open", { code: CODE });
  await basile.press("Enregistrer", { choice: "stay", why: textAt(seeded, "recommendation") });
};

/** From the question to the minutes. */
const studied = async ({ chat, clock }: Place, seeded: Canaries): Promise<void> => {
  const basile = chat.person(BASILE);
  const place = await link(chat, "entree");
  await goes(basile, "review.prepare", { code: CODE });
  await basile.press("Envoyer", { cell: "entree", question: QUESTION, full: "true" });
  await basile.press("Publier");
  await chat.product.outbox.drain();
  for (const words of ["à étudier", "ordre du jour", `participants ${seeded.family}`, "aide"])
    await place.say(ALIX, words);
  const dorian = chat.person(DORIAN);
  await dorian.say("séance entrées");
  await dorian.press("Ouvrir la séance", {});
  await dorian.press("Enregistrer les présences", { present: [DORIAN, GASPARD].join(",") });
  await dorian.press("Situation suivante");
  for (const id of [ALIX, GASPARD, EUGENIE]) {
    await place.press(id, cardOf(chat), "Donner mon avis");
    const why = textAt(seeded, "opinion");
    await givesOpinion(chat.person(id), { outcome: "stay", why, next: textAt(seeded, "opinionNext") });
    await chat.product.outbox.drain();
  }
  const fresh = (await place.refresh(ALIX, cardOf(chat)))["value"] as Json;
  const { body } = await chat.deliver(place.click(DORIAN, cardOf(chat), "Révéler les avis", {}, fresh));
  const revealed = body["value"] as Json;
  await chat.deliver(place.click(DORIAN, cardOf(chat), "Enregistrer la décision", {}, revealed));
  await goes(dorian, "decision.open", { review: REVIEW });
  const decision = { outcome: "stay", reasons: textAt(seeded, "reasons"), next: textAt(seeded, "decisionNext") };
  await dorian.press("Confirmer la décision", { ...decision, departs: "other" });
  await dorian.say("séance");
  await dorian.press("Clore la séance");
  await dorian.press("Clore la séance");
  // What waits for its second is due by then.
  clock.move(1);
  await chat.product.outbox.drain();
  await place.refresh(EUGENIE, cardOf(chat));
};

/** The message of the channel that carries the card: the one that refreshes. */
const cardOf = (chat: Chat) => {
  const refreshes = (body: Json): boolean => JSON.stringify(body).includes('"refresh"');
  const found = chat.teams.messagesOf(CHANNELS.entree).find(({ contents }) => contents.some(refreshes));
  assert.ok(found !== undefined, "the situation was not posted");
  return found;
};

const strings = (value: unknown, key: string): string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => strings(one, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key && typeof inner === "string" ? [inner] : strings(inner, key),
  );
};

const assertUnseen = (chat: Chat, seeded: Canaries): void => {
  const person = ofPerson(seeded);
  const everything = [...person, ...noted(seeded, PLACES)];
  const { received } = chat.teams;
  const ofChannels = received.filter(({ path, body }) => path.includes("19:") || body["isGroup"] === true);
  assert.ok(ofChannels.length > 3, "nothing went to the channel");
  const channels = JSON.stringify(ofChannels.map(({ path, body }) => [path, body]));
  finds("a channel", channels, everything);
  assert.throws(
    () => finds("a channel", channels, [QUESTION]),
    "the question is posted: it has to be found the same way",
  );
  const bodies = received.map(({ body }) => body);
  finds("a notification", strings(bodies, "summary").join("\n"), everything);
  finds("a text shown instead of a card", strings(bodies, "fallbackText").join("\n"), everything);
  finds("an address", received.map(({ path }) => path).join("\n"), everything);
  finds("the log", JSON.stringify(chat.log.lines), everything);
};

/** The minutes quote the reasons and the next step; what is known of the person, and what was said of them, never. */
const assertMinutes = async (chat: Chat, seeded: Canaries): Promise<void> => {
  const address = `http://127.0.0.1:${chat.port}/api/documents/compte-rendu/${MEETING}`;
  const page = await (await fetch(address, { headers: { "x-local-member": DORIAN } })).text();
  assert.match(page, /Situation 2026-001/);
  const model = JSON.stringify(await chat.product.services.store.get("minutes", MEETING));
  const said = PLACES.filter((name) => name !== "reasons" && name !== "decisionNext");
  for (const minutes of [page, model]) finds("the minutes", minutes, [...ofPerson(seeded), ...noted(seeded, said)]);
};

describe("What is noted of a person", function () {
  this.timeout(180_000);

  it("is found in no channel, notification nor log, wherever it was typed and whatever follows", async () => {
    await fc.assert(
      fc.asyncProperty(canaries, async (made) => {
        const seeded: Canaries = made;
        const disk = emptyDisk();
        const place = await startPlace(disk, { people });
        const { chat } = place;
        try {
          await diagnosed(chat, seeded);
          await studied(place, seeded);
          assert.equal(stored(disk, "review")[0]?.["state"], "decided");
          assertUnseen(chat, seeded);
          await assertMinutes(chat, seeded);
          const kept = JSON.stringify(stored(disk, "snapshot", "opinion", "reviewDecision"));
          for (const canary of noted(seeded, ["facts", "personWords", "opinion", "reasons"]))
            assert.ok(kept.includes(canary), `the canary ${canary} was never planted`);
          const screens = JSON.stringify(
            stored(disk, "outbox", "seen", "click", "event", "audit", "review", "meeting"),
          );
          finds("a reference, an event or the trail", screens, [
            ...ofPerson(seeded).filter((one) => one !== CODE),
            ...noted(seeded, PLACES),
          ]);
        } finally {
          await chat.stop();
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});
