import assert from "node:assert/strict";
import type { DomainId } from "../../src/domain/framework/domains.ts";
import type { Write } from "../../src/ports/store.ts";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { aStoredService, directoryOf } from "../support/a-directory.ts";
import { ALIX, BASILE, buttonsOf, type Chat, type Person } from "../support/chat.ts";
import { enter, has, movableClock, register, said, startChat, stored, type MovableClock } from "./steps.ts";

const CODE = "P-2026-0001";
const MINUTES = 1 / (24 * 60);
const NEWS = /Du nouveau dans l'offre/;

describe("The news of the offer, on Accueil", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let clock: MovableClock;
  let basile: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    clock = movableClock();
    const names = ["garage", "velo", "bus", "permis", "scooter", "taxi", "stage", "soin"];
    const directory = await directoryOf([
      ...names.map((name) => aStoredService(`test--${name}`, { record: { nom: `Service ${name}` } })),
      aStoredService("test--closed", { closedOn: "2026-11-20" }),
    ]);
    chat = await startChat({ disk, directory, clock });
    basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
  });
  afterEach(() => chat.stop());

  const aNews = async (service: string, domain: DomainId = "mobilite", code = CODE): Promise<void> => {
    const at = clock.now().toISOString();
    const news = { code, domain, service: `test--${service}`, referentId: BASILE, at, toldAt: null } as const;
    const doc = { kind: "offerNews", schemaVersion: 1, ...news } as const;
    assert.ok((await chat.product.services.store.commit([{ op: "put", doc, expected: "new" }])).ok);
  };
  const home = async (who: Person = basile): Promise<string> => {
    await who.say("accueil");
    return said(who);
  };

  it("names the person, the subject and the service, and leads to the services for that person", async () => {
    await aNews("garage");
    assert.match(
      await home(),
      /Amina B\. · P-2026-0001 · Mobilité : Service garage \(Association Témoin\) répond maintenant à ce besoin/,
    );
    assert.ok(buttonsOf(basile.card).length <= 6);
    await basile.press("Services pour Amina B.");
    assert.match(said(basile), /^Mobilité : ce qui existe\nPour Amina B\./);
  });

  it("is told once: drawn again for ten minutes, then never", async () => {
    await aNews("garage");
    assert.match(await home(), NEWS);
    assert.ok(stored(disk, "offerNews").every((news) => typeof news["toldAt"] === "string"));
    clock.move(9 * MINUTES);
    assert.match(await home(), NEWS, "a card drawn again forgets what it told");
    clock.move(2 * MINUTES);
    assert.doesNotMatch(await home(), NEWS, "the same news is told again");
  });

  it("the same press delivered twice is answered with the same card", async () => {
    await basile.say("participants");
    await aNews("garage");
    const click = basile.click("Accueil");
    const answers = await Promise.all([basile.invoke(click), basile.invoke(click)]);
    for (const card of answers) assert.match(JSON.stringify(card), NEWS, "one of the two deliveries lost the news");
    assert.match(JSON.stringify(await basile.invoke(click)), NEWS);
    await chat.product.outbox.drain();
    const sent = chat.teams.received.filter((request) => request.method === "PUT").at(-1);
    assert.match(JSON.stringify(sent?.body), NEWS, "the message that stays in the chat lost the news");
  });

  it("five at once, the others the next time", async () => {
    for (const service of ["garage", "velo", "bus", "permis", "scooter", "taxi", "stage"]) await aNews(service);
    const first = await home();
    for (const service of ["garage", "velo", "bus", "permis", "scooter"]) assert.match(first, new RegExp(service));
    assert.match(first, /Et 2 autres, ici la prochaine fois/);
    assert.match(await home(), /Et 2 autres/, "the same card drawn again is another one");
    clock.move(11 * MINUTES);
    const second = await home();
    assert.match(second, /taxi[\s\S]*stage/);
    assert.doesNotMatch(second, /garage|autres, ici/);
  });

  it("of health neither the subject nor the service is said, nor anything once the agreement is withdrawn", async () => {
    await aNews("soin", "sante");
    const told = await home();
    assert.match(
      told,
      /Amina B\. · P-2026-0001 : un service répond maintenant à un besoin\. Écrivez « services P-2026-0001 »/,
    );
    assert.doesNotMatch(told, /[Ss]anté|Service soin/);
    assert.doesNotMatch(JSON.stringify(basile.card), /sante|test--soin/, "the card carries what it does not say");
    assert.ok(!has(basile, "Services pour Amina B."));
    await aNews("taxi", "sante");
    await basile.say(`fiche ${CODE}`);
    await basile.press("Gérer la fiche");
    await basile.press("La personne retire son accord (santé)");
    await basile.press("Effacer ce qui est noté");
    clock.move(11 * MINUTES);
    assert.doesNotMatch(await home(), NEWS);
  });

  it("is not told of a case that is closed or another's, nor of a service that closed, and tells nobody else", async () => {
    await aNews("closed");
    await aNews("garage", "mobilite", "P-2026-0999");
    assert.doesNotMatch(await home(), NEWS);
    await aNews("garage");
    assert.doesNotMatch(await home(chat.person(ALIX)), NEWS);
    await basile.say(`fiche ${CODE}`);
    await basile.press("Gérer la fiche");
    await basile.press("Annuler la fiche");
    await basile.press("Confirmer l'annulation", { reason: "error" });
    assert.doesNotMatch(await home(), NEWS, "news of a record that was cancelled");
    assert.ok(
      stored(disk, "offerNews").every((news) => news["toldAt"] === null),
      "what was not told is noted as told",
    );
  });

  it("is told even when hundreds of older ones can never be told any more", async () => {
    const at = clock.now().toISOString();
    const gone = (index: number): Write => {
      const news = { code: CODE, domain: "mobilite", service: `test--gone-${index}`, referentId: BASILE } as const;
      return { op: "put", doc: { kind: "offerNews", schemaVersion: 1, ...news, at, toldAt: null }, expected: "new" };
    };
    for (let batch = 0; batch < 3; batch += 1)
      await chat.product.services.store.commit(Array.from({ length: 80 }, (_, index) => gone(batch * 80 + index)));
    await aNews("garage");
    assert.match(await home(), /Service garage/, "what can never be told hides what can");
  });

  it("says nothing of it in a notification", async () => {
    await aNews("garage");
    await home();
    const posted = chat.teams.received.filter((request) => request.method === "POST").at(-1);
    assert.doesNotMatch(String((posted?.body as Record<string, unknown>)["summary"]), /Amina|garage|Mobilité/);
  });
});
