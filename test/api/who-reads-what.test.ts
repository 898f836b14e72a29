/**
 * A word of its own in everything that is known, noted or said of a person, planted through the conversation; then each member asks the tab for all
 * that it gives, and finds only what is theirs to read. Nothing of it ever stands in the log.
 */
import assert from "node:assert/strict";
import { createProjector } from "../../bot/projector.ts";
import { DOCUMENT_KINDS } from "../../src/contracts/documents.ts";
import { personHistory } from "../../src/contracts/person-history.ts";
import { person } from "../../src/contracts/person.ts";
import { emptyDisk } from "../../src/stores/memory/memory-store.ts";
import { aLink } from "../support/a-link.ts";
import { CHANNELS } from "../support/channel-place.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, FANTINE, type Person } from "../support/chat.ts";
import {
  CODE,
  GASPARD,
  givesOpinion,
  goes,
  people,
  REVIEW,
  startPlace,
  submitted,
  type Place,
} from "../conversation/decision-steps.ts";
import { ALL_BUT_HEALTH_AND_WORK, enter, lines, link, openDomain, register } from "../conversation/steps.ts";

const READERS = { basile: BASILE, alix: ALIX, dorian: DORIAN, eugenie: EUGENIE, fantine: FANTINE, gaspard: GASPARD };
type Reader = keyof typeof READERS;
const READER_NAMES = ["basile", "alix", "dorian", "eugenie", "fantine", "gaspard"] as const satisfies readonly Reader[];

const IDENTITY = {
  given: "Qxjprenom",
  family: "Qxjnom",
  phone: "0699887766",
  email: "qxjcourriel@exemple.fr",
  address: "12 rue Qxjrue",
  born: "1979-02-07",
} as const;
const NOTED = { strength: "Qxjforce", facts: "Qxjfaits", personWords: "Qxjparoles", recommendation: "Qxjconseil" };
const HEALTH = { healthStrength: "Qxjsoutien", healthFacts: "Qxjsoin" };
const URGENT = { id: "date-d-expulsion", label: "expulsion connue", doneBy: "Qxjappel" };
const OPINIONS = { alix: "Qxjavisdalix", gaspard: "Qxjavisdegaspard" };
const REASONS = "Qxjmotifs";
const all = (words: Readonly<Record<string, string>>): readonly string[] => Object.values(words);
const EVERYTHING = [IDENTITY, NOTED, HEALTH, URGENT, OPINIONS].flatMap(all);

interface Sent {
  readonly method?: "POST";
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Every GET that may hold something of a person, and some that should not. */
const ADDRESSES: readonly string[] = [
  "me",
  "dashboard",
  "dashboard/export?format=csv",
  "reviews",
  `reviews/${REVIEW}`,
  "cells",
  "cells/entree",
  "cells/sortie",
  "cells/gta",
  `channel?channel=${encodeURIComponent(CHANNELS.entree)}`,
  "offer",
  "settings",
  "services",
  `services?domain=mobilite&code=${CODE}`,
  "participants",
  "participants?referent=everyone",
  "participants?behind=barrier/mobilite/3",
  "participants?behind=decided/stay/none&from=2026-11&to=2026-11",
  `participants/${CODE}`,
  `participants/${CODE}/history`,
  `participants/${CODE}/suggestion`,
  ...DOCUMENT_KINDS.flatMap((kind) => [
    `documents/${kind}`,
    `documents/${kind}/${CODE}`,
    `documents/${kind}/${REVIEW}`,
  ]),
];

describe("What each member reads of a person in the tab", function () {
  this.timeout(60_000);
  let place: Place;
  let basile: Person;
  const ask = (member: string, path: string, { headers = {}, ...more }: Sent = {}) =>
    fetch(`http://127.0.0.1:${place.chat.port}/api/${path}`, {
      ...more,
      headers: { "x-local-member": member, "content-type": "application/json", ...headers },
    });

  /** All that a member is given, whatever they ask. */
  const everythingFor = async (reader: Reader): Promise<readonly (readonly [string, string])[]> => {
    const given: [string, string][] = [];
    for (const path of ADDRESSES) given.push([path, await (await ask(READERS[reader], path)).text()]);
    for (const query of [CODE, IDENTITY.family, `${IDENTITY.given} ${IDENTITY.family}`, IDENTITY.phone]) {
      const body = JSON.stringify({ query, filters: {}, cursor: null });
      given.push([
        `search ${query}`,
        await (await ask(READERS[reader], "participants/search", { method: "POST", body })).text(),
      ]);
    }
    return given;
  };
  const projected = (): Promise<unknown> => createProjector(place.chat.product.services).run();
  const findsNone = async (reader: Reader, words: readonly string[]): Promise<void> => {
    for (const [path, text] of await everythingFor(reader))
      for (const word of words)
        assert.ok(
          !text.includes(word),
          `${reader} reads « ${word} » at ${path}: ${text.slice(Math.max(0, text.indexOf(word) - 200), text.indexOf(word) + 80)}`,
        );
  };
  const findsAll = async (reader: Reader, words: readonly string[]): Promise<void> => {
    const given = (await everythingFor(reader)).map(([, text]) => text).join("\n");
    for (const word of words) assert.ok(given.includes(word), `${reader} finds « ${word} » nowhere: nothing is proved`);
  };

  before(async () => {
    place = await startPlace(emptyDisk(), { people });
    const { chat } = place;
    basile = chat.person(BASILE);
    await register(basile, {
      ...{ Prénom: IDENTITY.given, Nom: IDENTITY.family, "Date de naissance": "07/02/1979", Téléphone: IDENTITY.phone },
      ...{ "Commune de résidence": "Chenôve", email: IDENTITY.email, address: IDENTITY.address },
    });
    await enter(basile);
    const nothing = ALL_BUT_HEALTH_AND_WORK.filter((domain) => domain !== "mobilite" && domain !== "logement");
    await basile.press("Enregistrer et continuer", lines("nothing", ...nothing));
    const domains = {
      mobilite: { strength: NOTED.strength, facts: `${NOTED.facts} de ${IDENTITY.given}` },
      sante: { strength: HEALTH.healthStrength, facts: HEALTH.healthFacts },
      logement: { urgent: URGENT.id },
    };
    for (const [domain, fill] of Object.entries(domains)) {
      await goes(basile, "overview.open", { code: CODE });
      await openDomain(basile, domain);
      await basile.press("Enregistrer et continuer", { severity: "3", impact: "2", ...fill });
    }
    await goes(basile, "urgent.open", { code: CODE, urgent: URGENT.id });
    await basile.press("C'est fait", { doneBy: URGENT.doneBy });
    await goes(basile, "personView.open", { code: CODE });
    await basile.press("Enregistrer", {
      agreement: "partly",
      words: `${NOTED.personWords}, dit ${IDENTITY.given}`,
      heard: "true",
    });
    await goes(basile, "recommendation.open", { code: CODE });
    await basile.press("Enregistrer", { choice: "stay", why: `${NOTED.recommendation} pour ${IDENTITY.family}` });
    await link(chat, "entree");
    await submitted(basile);
    await givesOpinion(chat.person(ALIX), { outcome: "stay", why: OPINIONS.alix, next: OPINIONS.alix });
    await givesOpinion(chat.person(GASPARD), { outcome: "stay", why: OPINIONS.gaspard });
    await projected();
  });
  after(() => place.chat.stop());

  const HIDDEN: Readonly<Record<Reader, readonly string[]>> = {
    basile: [],
    alix: [CODE, ...all(IDENTITY), ...all(HEALTH), ...all(URGENT)],
    dorian: all(URGENT),
    eugenie: all(URGENT),
    fantine: [...all(NOTED), ...all(HEALTH), ...all(URGENT)],
    gaspard: [CODE, ...all(IDENTITY), ...all(NOTED), ...all(HEALTH), ...all(URGENT)],
  };

  it("everything that was planted is read by their référent", async () => {
    await findsAll("basile", [...all(IDENTITY), ...all(NOTED), ...all(HEALTH), URGENT.label, URGENT.doneBy]);
  });

  for (const reader of READER_NAMES)
    it(`${reader} reads no more than their part while the cell studies, and nobody's opinion but their own`, async () => {
      const others = Object.entries(OPINIONS).flatMap(([who, word]) => (who === reader ? [] : [word]));
      await findsNone(reader, [...HIDDEN[reader], ...others]);
    });

  it("the history ties an urgent point to a domain for nobody but their référent", async () => {
    const tied = async (member: string) => {
      const { acts } = personHistory.parse(await (await ask(member, `participants/${CODE}/history`)).json());
      const urgent = acts.filter(({ act }) => /urgent/i.test(act));
      const domains = acts.flatMap(({ act, domain }) => (act.startsWith("assessment.") ? [domain] : []));
      return { urgent: urgent.map(({ domain }) => domain), domains: domains.toSorted() };
    };
    const own = await tied(BASILE);
    assert.deepEqual(own.urgent.includes("logement"), true);
    for (const member of [DORIAN, EUGENIE]) {
      const other = await tied(member);
      assert.ok(other.urgent.length > 0 && other.urgent.every((domain) => domain === null), String(other.urgent));
      assert.deepEqual(other.domains, own.domains, "what was noted is not told any more");
    }
  });

  it("the sheet given to the person says no urgent point, and no reason that was written for the cell", async () => {
    const response = await ask(BASILE, `documents/fiche-personne/${CODE}`);
    const sheet = await response.text();
    assert.equal(response.status, 200);
    assert.ok(sheet.includes(NOTED.facts), "it says nothing of what was noted");
    for (const word of [...all(URGENT), NOTED.recommendation, ...all(OPINIONS), "frein", "Frein"])
      assert.ok(!sheet.includes(word), `the sheet says « ${word} »`);
  });

  it("who opened the file stands in its trail once a day, and who was refused in theirs", async () => {
    const { store } = place.chat.product.services;
    const chain = async (name: string) =>
      (await store.list({ kind: "audit", key: `chain:${name}`, limit: 1000 })).items.map(({ doc }) => doc);
    const openings = (await chain(`case.${CODE}`)).filter(({ act }) => act === "case.opened");
    for (const member of [BASILE, DORIAN, EUGENIE, FANTINE])
      assert.equal(openings.filter(({ by }) => by === member).length, 1, `openings of ${member}`);
    for (const member of [ALIX, GASPARD]) {
      const refusals = (await chain(`member.${member}`)).map(({ act }) => act);
      for (const act of [
        "refused:person.see",
        "refused:person.history",
        "refused:lead.see",
        "refused:personSheet.print",
      ])
        assert.ok(refusals.includes(act), `${act} left no trace`);
    }
  });

  it("a channel of a cell that is not theirs is answered as one that nobody has, and leaves a trace", async () => {
    const { store } = place.chat.product.services;
    await store.commit([{ op: "put", doc: aLink({ cell: "gta", channelId: "19:gta@thread.tacv2" }) }]);
    const [theirs, nobodys] = await Promise.all(
      ["19:gta@thread.tacv2", "19:x@thread.tacv2"].map((channel) =>
        ask(GASPARD, `channel?channel=${encodeURIComponent(channel)}`),
      ),
    );
    assert.deepEqual([theirs?.status, nobodys?.status], [404, 404]);
    assert.equal(await theirs?.text(), await nobodys?.text());
    const { items } = await store.list({ kind: "audit", key: `chain:member.${GASPARD}`, limit: 1000 });
    assert.equal(items.filter(({ doc }) => doc.act === "refused:channelTab.see").length, 1);
  });

  it("once it is decided, each reads no more of the person than before", async () => {
    const { chat } = place;
    await givesOpinion(chat.person(EUGENIE), { outcome: "stay", why: "Oui." });
    const dorian = chat.person(DORIAN);
    await goes(dorian, "reveal.do", { review: REVIEW });
    await goes(dorian, "decision.open", { review: REVIEW });
    await dorian.press("Confirmer la décision", { outcome: "stay", reasons: REASONS, departs: "other" });
    await projected();
    await findsAll("basile", [...all(OPINIONS), REASONS]);
    for (const reader of READER_NAMES) await findsNone(reader, HIDDEN[reader]);
    await findsNone("fantine", [...all(OPINIONS), REASONS]);
  });

  it("once the person took their agreement back, nobody reads a word of health", async () => {
    await basile.say(`fiche ${CODE}`);
    await basile.press("Gérer la fiche");
    await basile.press("La personne retire son accord (santé)");
    await basile.press("Effacer ce qui est noté");
    await projected();
    for (const reader of READER_NAMES) await findsNone(reader, all(HEALTH));
    const text = await (await ask(BASILE, `participants/${CODE}`)).text();
    const { read } = person.parse(JSON.parse(text));
    assert.equal(read?.health, "withdrawn");
    const told = JSON.stringify([
      read.rounds.map(({ findings, difficulties }) => [findings, difficulties]),
      read.reviews,
    ]);
    assert.ok(!told.includes('"sante"'), "a level, a need or a step of health is still told");
  });

  it("who lost the case is told nothing of it at once, whatever mark they bring", async () => {
    const first = await ask(BASILE, `participants/${CODE}`);
    const etag = first.headers.get("etag") ?? "";
    const { store } = place.chat.product.services;
    const file = await store.get("case", CODE);
    assert.ok(file !== undefined && etag !== "");
    await store.commit([{ op: "put", doc: { ...file.doc, referentId: ALIX } }]);
    const after = await ask(BASILE, `participants/${CODE}`, { headers: { "if-none-match": etag } });
    assert.equal(after.status, 404);
    assert.equal(after.headers.get("etag"), null);
    assert.equal(await after.text(), await (await ask(BASILE, "participants/P-2026-9999")).text());
  });

  it("and the log holds a word of none of it", () => {
    const logged = JSON.stringify(place.chat.log.lines);
    for (const word of [...EVERYTHING, REASONS]) assert.ok(!logged.includes(word), `the log says « ${word} »`);
    assert.ok(place.chat.log.of("http.refused").length > 0, "nothing was logged: nothing is proved");
  });
});
