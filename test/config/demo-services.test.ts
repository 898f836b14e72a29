import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readConfigFile, readPlieFile } from "../../src/config/files.ts";
import { framework } from "../../src/domain/framework/schema.ts";
import type { DomainId } from "../../src/domain/framework/domains.ts";
import { servicesFile, situationsOf, unknownSituations } from "../../src/domain/offer/services-file.ts";
import { LEAD_KINDS } from "../../src/domain/suggestion/lead-kinds.ts";

const valueOf = <V>(read: { ok: true; value: V } | { ok: false; problems: readonly string[] }): V => {
  assert.ok(read.ok, read.ok ? "" : read.problems.join("\n"));
  return read.value;
};

describe("The demo directory", () => {
  const text = readFileSync("config/services.json", "utf8");
  const file = valueOf(readConfigFile("config/services.json", servicesFile));
  const diagnostic = valueOf(readConfigFile("config/framework.json", framework));
  const plie = valueOf(readPlieFile("config/plie.json"));

  const withTheme = (theme: string) => file.services.filter(({ record }) => record.thematiques?.includes(theme as never));
  /** Services said, by the PLIE, to work on this situation up to this level. */
  const workingOn = (domain: DomainId, situation: string, level: number) =>
    file.services.filter(({ local }) =>
      local?.works.some(
        (work) =>
          work.domain === domain &&
          work.upTo >= level &&
          (work.situations.length === 0 || work.situations.includes(situation)),
      ),
    );
  /** Those that name nothing of the domain are known by their themes. */
  const answering = (domain: DomainId, situation: string, level: number) => {
    const themes = diagnostic.domains
      .find(({ id }) => id === domain)
      ?.situations.find(({ id }) => id === situation)?.themes;
    assert.ok(themes !== undefined, `${situation} is no situation of ${domain}`);
    const byTheme = file.services.filter(
      ({ record, local }) =>
        !local?.works.some((work) => work.domain === domain) && themes.some((theme) => record.thematiques?.includes(theme)),
    );
    return [...workingOn(domain, situation, level), ...byTheme].map(({ record }) => record.id);
  };

  it("is large enough, and every lead stands in it", () => {
    assert.ok(file.services.length >= 60, `only ${file.services.length} services`);
    assert.ok(file.structures.length >= 30, `only ${file.structures.length} structures`);
    const leads = new Set(file.services.map(({ local }) => local?.lead));
    assert.deepEqual(
      LEAD_KINDS.filter((kind) => !leads.has(kind)),
      [],
      "leads without a service",
    );
    assert.ok(file.services.every(({ local }) => local !== null && local.contact !== null && local.howTo !== null));
  });

  it("says everywhere that it is fictional, and reaches nobody real", () => {
    assert.equal(file.fictional, true);
    for (const { nom, id, source } of [...file.structures, ...file.services.map(({ record }) => record)]) {
      assert.match(nom, / \(fictif\)$/, `${id} does not say that it is fictional`);
      assert.equal(source, "demo-dijon");
      assert.match(id, /^demo-dijon--/);
    }
    const emails = text.match(/[\w.+-]+@[\w.-]+/g) ?? [];
    assert.deepEqual(
      emails.filter((email) => !/[@.]exemple\.invalid$/.test(email)),
      [],
      "addresses that could reach someone",
    );
    const links = text.match(/https?:\/\/[^"\s]+/g) ?? [];
    assert.deepEqual(
      links.filter((link) => !link.startsWith("https://exemple.invalid/")),
      [],
      "links that lead somewhere",
    );
    const phones = text.match(/(?:\+33|\b0)[ .]?\d(?:[ .]?\d{2}){4}\b/g) ?? [];
    assert.ok(phones.length > file.services.length, "the phones were not found");
    assert.deepEqual(
      phones.filter((phone) => !/^03 53 01 \d\d \d\d$/.test(phone)),
      [],
      "phones outside the range reserved for fiction",
    );
  });

  it("follows the stricter lengths of the national format, and names are told apart", () => {
    const all = [...file.structures, ...file.services.map(({ record }) => record)];
    for (const { nom, description, id } of all) {
      assert.ok(nom.length >= 3 && nom.length <= 150 && !nom.endsWith("."), `name of ${id}`);
      assert.ok((description ?? "").length >= 50 && (description ?? "").length <= 2000, `description of ${id}`);
    }
    assert.equal(new Set(all.map(({ nom }) => nom)).size, all.length, "two bear the same name");
  });

  it("names only situations of the framework and communes of the PLIE", () => {
    assert.deepEqual(unknownSituations(file, situationsOf(diagnostic.domains)), []);
    const communes = new Map(plie.communes.map((commune) => [commune.insee, commune]));
    const open = ["france", "21", plie.epci];
    for (const { record } of file.services) {
      for (const zone of record.zone_eligibilite ?? [])
        assert.ok(open.includes(zone) || communes.has(zone), `${record.id} is open to ${zone}`);
      if (!record.modes_accueil?.includes("en-presentiel")) continue;
      const commune = communes.get(record.code_insee ?? "");
      assert.equal(record.commune, commune?.name, `${record.id} stands nowhere in the PLIE`);
      assert.ok(Math.abs((record.latitude ?? 0) - (commune?.lat ?? 0)) < 0.02, `${record.id} is far from its commune`);
      assert.ok(Math.abs((record.longitude ?? 0) - (commune?.lon ?? 0)) < 0.02, `${record.id} is far from its commune`);
    }
  });

  it("covers the fourteen domains, unevenly", () => {
    const count = new Map(
      diagnostic.domains.map(({ id, themes }) => [
        id,
        file.services.filter(
          ({ record, local }) =>
            local?.role !== "lead" &&
            (local?.works.some((work) => work.domain === id) || themes.some((theme) => record.thematiques?.includes(theme))),
        ).length,
      ]),
    );
    assert.deepEqual(
      [...count].filter(([, services]) => services === 0),
      [],
      "domains that nobody works on",
    );
    assert.ok((count.get("mobilite") ?? 0) >= 4 * (count.get("entourage") ?? 0), "a territory as even as this is not real");
  });

  it("has the holes of a real territory", () => {
    for (const theme of [
      "equipement-et-alimentation--electromenager",
      "equipement-et-alimentation--aide-menagere",
      "sante--sante-sexuelle",
      "sante--addictions",
    ])
      assert.deepEqual(
        withTheme(theme).map(({ record }) => record.id),
        [],
        `${theme} is answered`,
      );
    assert.deepEqual(answering("logement", "logement-a-adapter", 1), [], "nobody adapts a home");
    assert.deepEqual(answering("famille", "contraintes-horaires", 3), [], "nobody looks after children at night");
    assert.notDeepEqual(answering("famille", "contraintes-horaires", 2), [], "before and after school, someone does");
    assert.deepEqual(answering("entourage", "peu-de-contacts", 4), [], "nobody goes and meets who sees no one");
  });

  it("has a theme whose only service is full, one open to some communes only, one whose public is to be verified", () => {
    const full = withTheme("mobilite--preparer-un-permis");
    assert.deepEqual(full.map(({ local }) => local?.places), [0]);
    const somewhere = withTheme("numerique--acceder-a-une-connexion-internet").map(({ record }) => record);
    assert.equal(somewhere.length, 1);
    assert.ok(somewhere.every(({ zone_eligibilite }) => zone_eligibilite?.every((code) => code.length === 5)));
    const women = withTheme("famille--surmonter-conflits-separation-violence").map(({ record }) => record.publics);
    assert.deepEqual(women, [["femmes"]]);
  });

  it("holds full services, unknown places, waiting times from none to months, and services at a distance", () => {
    const places = file.services.map(({ local }) => local?.places);
    assert.ok(places.filter((place) => place === 0).length >= 4);
    assert.ok(places.filter((place) => place === null).length >= 4);
    const delays = file.services.map(({ local }) => local?.waitingDays ?? 0);
    assert.equal(Math.min(...delays), 0);
    assert.equal(Math.max(...delays), 120);
    const remote = file.services.filter(({ record }) => record.modes_accueil?.every((mode) => mode === "a-distance"));
    assert.ok(remote.length >= 3, "services at a distance only");
    const full = file.services.filter(({ local }) => local?.role === "lead" && local.places === 0);
    assert.deepEqual(
      full.map(({ local }) => local?.lead),
      ["accompagnementGlobal"],
    );
  });
});
