/** Teams delivers again, people click twice, two devices act at once: one effect, the same answer, and nothing lost. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "../../src/ports/store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { createClock } from "../../src/system/clock.ts";
import { BASILE, cardIn, Chat, textOf, type Fill, type Json, type Person } from "../support/chat.ts";
import { FakeConnector } from "../support/fake-connector.ts";

const AMINA: Fill = { Prénom: "Amina", Nom: "Benali", "Date de naissance": "12/03/1984" };
const CODE = "P-2026-0001".replace("2026", String(new Date().getFullYear()));
const THIRTEEN = [
  ...["mobilite", "logement", "famille", "finances", "droits", "savoirs", "numerique"],
  ...["confiance", "entourage", "projet", "competences", "recherche", "travail"],
] as const;

/** One product, or several over one storage; a delivery goes to the one that its number falls on. */
interface House {
  readonly doors: readonly Chat[];
  close(): Promise<void>;
}

const onMemory = async (): Promise<House> => {
  const chat = await Chat.start();
  return { doors: [chat], close: () => chat.stop() };
};

const onSqlite = (instances: number) => async (): Promise<House> => {
  const folder = mkdtempSync(join(tmpdir(), "repere-duplicates-"));
  const teams = await FakeConnector.start();
  const openStore = (plieId: string): Promise<Store> =>
    createSqliteStore({ file: join(folder, "repere.db"), plieId, now: () => new Date() });
  const doors: Chat[] = [];
  for (let count = 0; count < instances; count += 1) doors.push(await Chat.start({ teams, openStore }));
  return {
    doors,
    close: async () => {
      await Promise.all(doors.map((chat) => chat.stop()));
      await teams.stop();
      rmSync(folder, { recursive: true });
    },
  };
};

const HOUSES = [
  ["in memory", onMemory],
  ["on SQLite", onSqlite(1)],
  ["two instances over one SQLite file", onSqlite(2)],
] as const;

const again = (activity: Json): Json => ({ ...activity, id: randomUUID() });
const BUSY = /en même temps/;

for (const [where, open] of HOUSES)
  describe(`What arrives twice, ${where}`, function () {
    this.timeout(60_000);
    let house: House;
    let first: Chat;
    let referent: Person;
    const store = (): Store => first.product.services.store;
    const door = (number: number): Chat => house.doors[number % house.doors.length] ?? first;

    const send = async (activity: Json, number = 0): Promise<Json> => {
      const { status, body } = await door(number).deliver(activity);
      assert.equal(status, 200);
      assert.equal(body["statusCode"], 200, JSON.stringify(body));
      return body;
    };
    const cardOf = (body: Json): Json => {
      assert.equal(body["type"], "application/vnd.microsoft.card.adaptive", JSON.stringify(body));
      return body["value"] as Json;
    };
    /** What is written so far, in the figures that a doubled command would move. */
    const written = async () => {
      const all = async (kind: "identity" | "event") =>
        (await store().list({ kind, key: "all", limit: 500 })).items.length;
      const chain = await store().get("chain", `case.${CODE}`);
      return {
        people: await all("identity"),
        events: await all("event"),
        edition: (await store().get("case", CODE))?.doc.edition ?? 0,
        audited: chain?.doc.seq ?? 0,
      };
    };
    const posted = (): number => first.teams.received.filter(({ method }) => method === "POST").length;
    const finding = async (domain: string) => (await store().get("assessment", `${CODE}.1.0.${domain}`))?.doc;

    const onForm = async (): Promise<void> => {
      await referent.say("bonjour");
      await referent.press("Nouvelle personne orientée");
    };
    const onDomain = async (): Promise<void> => {
      await onForm();
      await referent.press("Enregistrer", AMINA);
      await referent.press("Entrer dans le parcours");
      await referent.press("Enregistrer", { noticeOn: createClock("Europe/Paris").today() });
      await referent.press("Ouvrir", { target: "mobilite" });
    };
    const LEVEL = { severity: "2", impact: "2" };
    /** In a message of its own: a second device, or another card of the history. */
    const openedAgain = async (domain: string): Promise<Person> => {
      const other = first.person(BASILE);
      await other.say(`diagnostic ${CODE}`);
      if (!/"overview\.go"/.test(JSON.stringify(other.card))) await other.press("Tour d'horizon");
      await other.press("Ouvrir", { target: domain });
      return other;
    };

    beforeEach(async () => {
      house = await open();
      first = house.doors[0] ?? assert.fail("no product");
      referent = first.person(BASILE);
    });
    afterEach(() => house.close());

    it("a message delivered again, then twice at once, is answered by one message", async () => {
      const hello = referent.activity({ text: "bonjour" });
      for (let number = 0; number < 3; number += 1) await door(number).deliver(hello);
      const help = referent.activity({ text: "aide" });
      await Promise.all([0, 1, 2].map((number) => door(number).deliver(help)));
      await Promise.all(house.doors.map((chat) => chat.product.outbox.drain()));
      assert.equal(posted(), 2, "one answer to each of the two messages");
    });

    it("a registration delivered again, clicked again and sent twice at once registers one person", async () => {
      await onForm();
      const click = referent.click("Enregistrer", AMINA);
      const [one, other] = await Promise.all([send(click, 0), send(click, 1)]);
      assert.deepEqual(one, other, "two deliveries at once get the same card");
      assert.match(textOf(cardOf(one)), new RegExp(CODE));
      assert.deepEqual(await send(click, 1), one, "the delivery again gets the same card");
      const twice = await Promise.all([send(again(click), 0), send(again(click), 1)]);
      assert.deepEqual(twice, [one, one], "the click again gets the same card");
      const { people, events } = await written();
      assert.deepEqual({ people, events }, { people: 1, events: 1 });
      assert.equal((await store().get("sequence", `participant.${CODE.slice(2, 6)}`))?.doc.last, 1, "one code is used");
    });

    it("a registration clicked twice at once, under two ids, registers one person", async () => {
      await onForm();
      const click = referent.click("Enregistrer", AMINA);
      const [one, other] = await Promise.all([send(click, 0), send(again(click), 1)]);
      assert.deepEqual(one, other);
      assert.equal((await written()).people, 1);
    });

    it("« C'est une autre personne » clicked again later registers nobody more", async () => {
      await onForm();
      await referent.press("Enregistrer", AMINA);
      const namesake = first.person(BASILE);
      await namesake.say("nouvelle personne");
      await namesake.press("Enregistrer", AMINA);
      const other = namesake.click("C'est une autre personne");
      const sheet = await send(other, 0);
      assert.deepEqual(await send(again(other), 1), sheet);
      namesake.card = cardOf(sheet);
      await namesake.press("Entrer dans le parcours");
      await namesake.press("Enregistrer", { noticeOn: createClock("Europe/Paris").today() });
      await send(again(other), 1);
      assert.equal((await written()).people, 2, "a late click on a form that was recorded makes no third person");
    });

    it("a domain recorded twice, in turn or at once, is recorded once and answered alike", async () => {
      await onDomain();
      const click = referent.click("Enregistrer et continuer", LEVEL);
      const before = await written();
      const [one, two, three] = await Promise.all([send(click, 0), send(click, 1), send(again(click), 1)]);
      const after = await written();
      assert.equal(after.edition, before.edition + 1, "one edition more");
      assert.equal(after.events, before.events + 1, "one event more");
      assert.deepEqual([two, three], [one, one]);
      const sent = posted();
      assert.deepEqual(await send(click, 1), one);
      assert.deepEqual(await send(again(click), 1), one);
      assert.deepEqual(await written(), after, "nothing more is written");
      assert.equal(posted(), sent, "no message more in the chat");
      assert.equal((await finding("mobilite"))?.finding?.severity, 2);
      assert.equal((await finding("mobilite"))?.edition, 1);
    });

    it("a corrected second click is a new command: never lost, never silently over the first", async () => {
      await onDomain();
      const asTyped = referent.click("Enregistrer et continuer", LEVEL);
      const corrected = again(referent.click("Enregistrer et continuer", { severity: "3", impact: "3" }));
      await send(asTyped, 0);
      const answer = cardOf(await send(corrected, 1));
      assert.equal((await finding("mobilite"))?.finding?.severity, 2, "what was recorded stays");
      assert.match(textOf(answer), /Difficulté réelle/, "what is recorded is shown");
      assert.match(textOf(answer), /Difficulté forte/, "and beside it the correction");
      referent.card = answer;
      await referent.press("Remplacer par ma version");
      assert.equal((await finding("mobilite"))?.finding?.severity, 3, "the person chose");
      const { items } = await store().list({ kind: "pastFinding", key: `case:${CODE}`, limit: 10 });
      assert.deepEqual(
        items.map(({ doc }) => doc.finding.severity),
        [2],
        "the first is kept as earlier",
      );
    });

    it("two corrections at once, from one card: one is recorded, the other is shown beside it", async () => {
      await onDomain();
      const [two, three] = await Promise.all([
        send(referent.click("Enregistrer et continuer", LEVEL), 0),
        send(referent.click("Enregistrer et continuer", { severity: "3", impact: "3" }), 1),
      ]);
      const texts = [two, three].map((body) => textOf(cardOf(body)));
      const conflicts = texts.filter((text) => /Difficulté réelle/.test(text) && /Difficulté forte/.test(text));
      assert.equal(conflicts.length, 1, "exactly one of the two is asked to choose");
      assert.equal((await finding("mobilite"))?.edition, 1, "exactly one is recorded");
    });

    it("thirteen different clicks at once on one case are thirteen records", async () => {
      await onDomain();
      const clicks: Json[] = [];
      for (const domain of THIRTEEN) {
        const other = await openedAgain(domain);
        const source = domain === "travail" ? { source: "observe" } : {};
        const extra = domain === "savoirs" || domain === "finances" ? { severity: "1" } : { severity: "2" };
        clicks.push(other.click("Enregistrer et continuer", { ...extra, impact: "2", ...source }));
      }
      const before = await written();
      const answers = await Promise.all(clicks.map((click, number) => send(click, number)));
      const busy = answers.filter((body) => BUSY.test(JSON.stringify(body)));
      assert.equal(busy.length, 0, "nobody is told to try again");
      for (const domain of THIRTEEN)
        assert.equal((await finding(domain))?.finding?.state, "assessed", `${domain} is lost`);
      const after = await written();
      assert.equal(after.edition, before.edition + THIRTEEN.length);
      assert.equal(after.events, before.events + THIRTEEN.length);
    });

    it("an update says the same as the answer, and goes to the message that was pressed", async () => {
      await onDomain();
      const answer = cardOf(await send(referent.click("Enregistrer et continuer", LEVEL)));
      await Promise.all(house.doors.map((chat) => chat.product.outbox.drain()));
      const update = first.teams.received.filter(({ method }) => method === "PUT").at(-1);
      assert.match(update?.path ?? "", new RegExp(`/${referent.messageId}$`));
      assert.deepEqual(cardIn(update?.body ?? {}), answer);
    });
  });
