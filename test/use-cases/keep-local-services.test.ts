import assert from "node:assert/strict";
import { servicesFile } from "../../src/domain/offer/services-file.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import {
  directoryVersionOf,
  readHead,
  readOffers,
  readService,
  servicesByDomain,
} from "../../src/use-cases/parts/directory.ts";
import { keepLocalServices } from "../../src/use-cases/keep-local-services.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { aService, aStructure, configFile, directoryNow, importing, realFramework } from "../support/an-import.ts";
import { Chat } from "../support/chat.ts";
import { tabServices } from "../support/tab-services.ts";

const OWN = { source: "plie", structure_id: "plie--maison" };
const own = (name: string, over: Record<string, unknown> = {}) => aService(0, { ...OWN, id: `plie--${name}`, ...over });
const theFile = (names: readonly string[], extensions: Record<string, unknown> = {}) => {
  const structures = [aStructure({ source: "plie", id: "plie--maison", nom: "Le PLIE" })];
  const local = { role: "step", places: 4, works: [{ domain: "confiance", upTo: 4 }] };
  const json = { fictional: true, structures, services: names.map((name) => ({ ...own(name), local })), extensions };
  return { file: servicesFile.parse(json), digest: JSON.stringify(json) };
};

describe("The PLIE's own services", () => {
  let services: Services;
  beforeEach(() => void ({ services } = tabServices([])));

  it("stand in the directory at start, once for one file", async () => {
    assert.ok(await keepLocalServices(services, theFile(["un", "deux"])));
    const head = await readHead(services);
    assert.deepEqual([head?.number, head?.services, head?.structures, head?.fictional], [1, 2, 1, true]);
    assert.ok(await keepLocalServices(services, theFile(["un", "deux"])));
    assert.deepEqual(await readHead(services), head, "the same file moved the directory");
  });

  it("are closed, not erased, when they leave the file, and open again when they come back", async () => {
    await keepLocalServices(services, theFile(["un", "deux"]));
    await keepLocalServices(services, theFile(["un"]));
    assert.equal((await directoryNow(services)).get("plie--deux")?.closedOn, "2026-11-24");
    await keepLocalServices(services, theFile(["un", "deux"]));
    assert.equal((await directoryNow(services)).get("plie--deux")?.closedOn, null);
  });

  it("are never closed by an import, even of their source, and never replaced", async () => {
    await keepLocalServices(services, theFile(["un"]));
    const scope = { sources: ["plie", "dora"], zone: [] };
    const outcome = await importing(services, [aService(1), own("un", { nom: "Pris par un import" })], { scope });
    assert.deepEqual([outcome.report.added, outcome.report.rejected, outcome.report.closed], [1, 1, 0]);
    await importing(services, [aService(1)], { scope });
    const kept = (await directoryNow(services)).get("plie--un");
    assert.deepEqual([kept?.closedOn, kept?.record["nom"], kept?.local?.places], [null, "Aide au permis 0", 4]);
  });

  it("say what the PLIE knows of an imported service, whichever comes first", async () => {
    const known = { role: "step", waitingDays: 12, works: [{ domain: "mobilite", upTo: 3 }] };
    await importing(services, [aService(1)]);
    await keepLocalServices(services, theFile([], { "dora--1": known, "dora--2": known }));
    await importing(services, [aService(1), aService(2)]);
    for (const id of ["dora--1", "dora--2"]) {
      const found = await readService(services, id);
      assert.deepEqual([found?.offer.role, found?.offer.waitingDays], ["step", 12], id);
    }
    await keepLocalServices(services, theFile([]));
    assert.equal((await readService(services, "dora--1"))?.offer.role, "relay");
    await importing(services, [aService(1), aService(2), aService(3)]);
    assert.equal((await readService(services, "dora--3"))?.offer.role, "relay");
  });

  it("are written once when two processes start together", async () => {
    const kept = await Promise.all([1, 2, 3].map(() => keepLocalServices({ ...services }, theFile(["un", "deux"]))));
    assert.deepEqual(kept, [true, true, true]);
    const head = await readHead(services);
    assert.deepEqual([head?.number, head?.services], [1, 2]);
    const marks = await services.directory.list({ kind: "directoryVersion", key: "all", limit: 10 });
    assert.deepEqual(
      marks.items.map(({ doc }) => doc.version),
      [head?.version],
      "what the slower ones wrote is removed",
    );
  });

  it("refuse the start when their file is wrong, in French", async () => {
    await assert.rejects(Chat.start({ servicesFile: configFile("team.json") }), /fictional/);
  });
});

describe("What is read of the directory", () => {
  let services: Services;
  beforeEach(async () => {
    ({ services } = tabServices([]));
    await keepLocalServices(services, theFile(["un"]));
    await importing(services, [
      aService(1),
      aService(2, {
        thematiques: ["sante--addictions"],
        structure: { nom: "Centre", telephone: "0380111111" },
        telephone: null,
      }),
      aService(3),
    ]);
  });

  it("is every service that may answer, once, steps and leads always", async () => {
    const themes = ["mobilite--preparer-un-permis", "mobilite--financer-ma-mobilite"];
    const ids = async (wanted: Parameters<typeof readOffers>[1]) =>
      (await readOffers(services, wanted)).map(({ id }) => id);
    assert.deepEqual(await ids({ themes, domains: [] }), ["dora--1", "dora--3", "plie--un"]);
    assert.deepEqual(await ids({ themes: [], domains: ["confiance"] }), ["plie--un"]);
    assert.deepEqual(await ids({ themes: ["sante--addictions"], domains: [] }), ["dora--2", "plie--un"]);
  });

  it("follows the import that comes after, and what is confirmed, without being read twice", async () => {
    const before = await directoryVersionOf(services);
    const themes = ["mobilite--preparer-un-permis"];
    await readOffers(services, { themes, domains: [] });
    let lists = 0;
    const { directory } = services;
    const list = directory.list.bind(directory);
    Object.assign(directory, { list: (asked: Parameters<typeof list>[0]) => ((lists += 1), list(asked)) });
    await readOffers(services, { themes, domains: [] });
    assert.equal(lists, 0, "what was read is remembered for its version");
    await services.store.commit([
      {
        op: "put",
        doc: {
          kind: "offerState",
          schemaVersion: 1,
          service: "dora--1",
          edition: 1,
          places: 0,
          waitingDays: null,
          reachable: true,
          confirmedOn: "2026-11-24",
        },
      },
    ]);
    assert.notEqual(await directoryVersionOf(services), before);
    const offers = await readOffers(services, { themes, domains: [] });
    assert.deepEqual(
      offers.map(({ id, places }) => [id, places]),
      [
        ["dora--1", 0],
        ["dora--3", null],
        ["plie--un", 4],
      ],
    );
    await importing(services, [aService(1, { nom: "Nouveau nom" })]);
    const after = await servicesByDomain(services, "mobilite", realFramework());
    assert.deepEqual(
      after.filter(({ offer }) => offer.id.startsWith("dora")).map(({ offer }) => offer.name),
      ["Nouveau nom"],
      "a closed service was listed",
    );
  });

  it("says how to reach a service: its own fields, then its structure's", async () => {
    assert.equal((await readService(services, "dora--1"))?.contact.phone, "0380000000");
    const found = await readService(services, "dora--2");
    assert.deepEqual(
      [found?.contact.phone, found?.offer.structure, found?.offer.at],
      ["0380111111", "Centre", { lat: 47320000, lon: 5040000 }],
    );
    assert.equal((await readService(services, "plie--un"))?.offer.structure, "Le PLIE");
    assert.equal(await readService(services, "dora--9"), undefined);
  });

  it("is nothing while nothing was imported", async () => {
    const empty = { ...services, directory: createMemoryStore({ now: () => new Date() }) };
    assert.deepEqual(await readOffers(empty, { themes: [], domains: [] }), []);
    assert.equal(await readHead(empty), undefined);
  });
});
