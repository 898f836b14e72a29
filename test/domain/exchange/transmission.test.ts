/** What leaves for France Travail: never a lack that the person did not speak of, never more than was found, never health without their agreement. */
import assert from "node:assert/strict";
import fc from "fast-check";
import * as z from "zod";
import type { Finding } from "../../../src/domain/diagnostic/assessment.ts";
import { projectTransmission, type Sources } from "../../../src/domain/exchange/project-transmission.ts";
import { inputsFromProjection, transmissionFromInputs } from "../../../src/domain/exchange/transmission-from-inputs.ts";
import {
  ORIENTATION_CONTRAINTES,
  ORIENTATION_SCALES,
  orientationValues,
} from "../../../src/domain/exchange/orientation.ts";
import { CASE_VALUES, type ContrainteCode } from "../../../src/domain/exchange/export-rules.ts";
import { transmission, type Transmission } from "../../../src/domain/exchange/transmission.ts";
import { transmissionJson, transmissionRows } from "../../../src/domain/exchange/transmission-file.ts";
import { valuesOf } from "../../../src/domain/exchange/values-of.ts";
import { transmissionWithoutHealth } from "../../../src/domain/exchange/without-health.ts";
import { DOMAIN_IDS, type DomainId } from "../../../src/domain/framework/schema.ts";
import { NOTHING_ASKED } from "../../../src/domain/suggestion/facts.ts";
import { handover } from "../../../src/domain/handover/records.ts";
import { alsoLeaves } from "../../../src/wording/also-leaves.ts";
import { aHandover } from "../../support/a-handover.ts";
import { realFramework } from "../../support/an-import.ts";
import { aCase } from "../../support/builders.ts";
import { BASILE } from "../../support/chat.ts";
import { thePapers } from "../../support/the-papers.ts";

const framework = realFramework();
const rules = thePapers().exporting;
const at = "2026-11-24T10:00:00.000Z";
const blank: Finding = {
  ...{ state: "notAddressed", severity: null, impact: null, priority: false, situations: [], selfSeverity: null },
  ...{ strength: "", facts: "", source: null, by: BASILE, at },
};
const assessed = (
  severity: 1 | 2 | 3 | 4,
  impact: 1 | 2 | 3,
  situations: string[] = [],
  more: Partial<Finding> = {},
): Finding => ({
  ...blank,
  ...{ state: "assessed", severity, impact, situations, source: { kind: "dit", by: BASILE, on: "2026-11-03" } },
  ...more,
});
const nothing: Finding = {
  ...blank,
  state: "nothing",
  severity: 0,
  source: { kind: "dit", by: BASILE, on: "2026-11-03" },
};
const sources = (findings: Partial<Record<DomainId, Finding>>, more: Partial<Sources> = {}): Sources => ({
  findings: new Map(DOMAIN_IDS.flatMap((id) => (findings[id] === undefined ? [] : [[id, findings[id]] as const]))),
  ...{ hadOne: new Set(), health: "agreed", frameworks: [framework], framework, rules, facts: NOTHING_ASKED },
  head: { ...aCase({ status: "entered" }), health: "agreed" },
  ...{ handovers: [], sentTo: new Set() },
  ...more,
});
const sent = (of: Sources) => {
  const projection = projectTransmission(of);
  return valuesOf(projection, projection.projected);
};
const contrainte = (of: Sources, code: ContrainteCode) => {
  const found = sent(of).contraintes.find((one) => one.code === code);
  assert.ok(found !== undefined);
  return found;
};

describe("What leaves for France Travail", () => {
  it("is its eight contraintes under their own labels, severity in three words from the weight", () => {
    const of = sources({ mobilite: assessed(3, 3), finances: assessed(1, 1), droits: nothing });
    assert.deepEqual(
      sent(of).contraintes.map(({ code }) => code),
      ["22", "23", "24", "25", "26", "27", "28", "29"],
    );
    assert.deepEqual([contrainte(of, "23").valeur, contrainte(of, "23").impact], ["OUI", "FORT"]);
    assert.deepEqual([contrainte(of, "28").valeur, contrainte(of, "28").impact], ["OUI", "FAIBLE"]);
    assert.deepEqual([contrainte(of, "29").valeur, contrainte(of, "29").impact], ["NON_ABORDEE", null]);
    assert.deepEqual([contrainte(of, "23").agent, contrainte(of, "23").dateExploration], [BASILE, "2026-11-03"]);
  });

  it("says of what was declined, not applicable, to explore or not spoken of the very same thing: nothing", () => {
    const unspoken = contrainte(sources({}), "24");
    for (const state of ["declined", "notApplicable", "toExplore", "notAddressed"] as const)
      assert.deepEqual(contrainte(sources({ famille: { ...blank, state, priority: true } }), "24"), unspoken, state);
    assert.equal(unspoken.valeur, "NON_ABORDEE");
    assert.deepEqual([unspoken.agent, unspoken.dateExploration, unspoken.estPrioritaire], [null, null, false]);
    assert.equal(
      sent(sources({ famille: { ...blank, state: "declined" } })).orientation.contrainte_familiale,
      undefined,
    );
  });

  it("says that a difficulty is behind, where an evaluation before had found one", () => {
    assert.equal(contrainte(sources({ droits: nothing }, { hadOne: new Set(["droits"]) }), "29").valeur, "CLOTUREE");
    assert.equal(sent(sources({ droits: nothing })).orientation.contrainte_administrative_juridique, "AUCUNE");
  });

  it("holds nothing of health without the agreement, wherever it is filed", () => {
    const findings = {
      sante: assessed(4, 3, ["ne-permet-plus-d-exercer"]),
      mobilite: assessed(2, 2, ["sante-incompatible-avec-la-conduite", "dependant-des-transports-en-commun"]),
    };
    const facts = { ...NOTHING_ASKED, rqth: "yes" as const };
    const agreed = sources(findings, { facts });
    assert.equal(sent(agreed).orientation.contrainte_sante, "INCAPACITE_RECHERCHE_ACTIVITE_PRO");
    assert.equal(sent(agreed).orientation.boe, true);
    assert.deepEqual(
      contrainte(agreed, "23").situations.map(({ code }) => code),
      ["7", "40"],
    );
    for (const health of ["notAsked", "refused", "withdrawn"] as const) {
      const of = sources(findings, { facts, health, head: { ...aCase({ status: "entered" }), health } });
      assert.deepEqual(contrainte(of, "25"), contrainte(sources({}), "25"), health);
      assert.deepEqual(
        contrainte(of, "23").situations.map(({ code }) => code),
        ["7"],
        health,
      );
      assert.deepEqual(
        [sent(of).orientation.contrainte_sante, sent(of).orientation.boe, sent(of).orientation.capacite_a_travailler],
        [undefined, undefined, undefined],
      );
      assert.deepEqual(projectTransmission(of).offered.contraintes.get("25"), ["notSent"], "it could be confirmed");
    }
  });

  it("files rural isolation under housing, and not where the person does not wish to speak of their housing", () => {
    const mobilite = assessed(2, 2, ["territoire-rural-isole"]);
    const housing = contrainte(sources({ mobilite, logement: nothing }), "27");
    assert.deepEqual(
      [housing.valeur, housing.impact, housing.situations.map(({ code }) => code)],
      ["OUI", null, ["28"]],
    );
    const declined = contrainte(sources({ mobilite, logement: { ...blank, state: "declined" } }), "27");
    assert.deepEqual([declined.valeur, declined.situations], ["NON_ABORDEE", []]);
  });

  it("names needs by their number, the seventh with the digital contrainte, and no strength by itself", () => {
    const of = sources({
      recherche: assessed(2, 2, ["cv-et-lettre", "refus-lies-a-une-discrimination"]),
      numerique: assessed(1, 1, ["demarches-en-ligne-difficiles"]),
      competences: { ...nothing, strength: "Sait souder" },
    });
    const values = sent(of);
    assert.deepEqual(
      values.besoins.filter(({ valeur }) => valeur === "BESOIN").map(({ code }) => code),
      ["9"],
    );
    assert.equal(values.besoinNumerique.valeur, "BESOIN");
    assert.equal(values.besoins.length, 20);
    assert.ok(values.besoins.every(({ valeur }) => valeur !== "POINT_FORT"));
    assert.deepEqual(projectTransmission(of).offered.strengths, ["5", "6", "8"]);
  });

  it("is for the body that refers them first, for somebody on RSA; for nobody while it is not known", () => {
    const rsa = { ...NOTHING_ASKED, rsa: "yes" as const };
    const to = (facts: Sources["facts"], sentTo: Sources["sentTo"] = new Set()) =>
      projectTransmission(sources({}, { facts, sentTo })).offered.to;
    assert.deepEqual(to(NOTHING_ASKED), ["FT"]);
    assert.deepEqual(to(rsa), []);
    assert.deepEqual(to({ ...rsa, referringBody: "CD" }), ["CD"]);
    assert.deepEqual(to({ ...rsa, referringBody: "CD" }, new Set(["CD"])), ["CD", "FT"]);
  });

  it("says an objective under way where a partner accepted a relay, for a situation that leaves; each is read before it leaves", () => {
    const sending = {
      ...{ to: { lead: null, service: null, name: "Auto-école solidaire", contact: "" }, words: "", reason: null },
      ...{ on: "2026-11-10", remindedOn: null, calledOn: null, answer: "accepted", answeredOn: "2026-11-12" },
    };
    const relay = handover.parse({ ...aHandover({ what: "relay" }), answers: ["mobilite"], sendings: [sending] });
    const found = { mobilite: assessed(3, 3, ["permis-non-valide"]) };
    const label = "Obtenir le permis de conduire (code / conduite)";
    const underWay = (of: readonly { readonly objectifs: readonly { libelle: string; valeur: string }[] }[]) =>
      of.flatMap(({ objectifs }) =>
        objectifs.flatMap(({ libelle, valeur }) => (valeur === "EN_COURS" ? [libelle] : [])),
      );
    const projection = projectTransmission(sources(found, { handovers: [relay] }));
    const values = valuesOf(projection, projection.projected);
    assert.deepEqual(underWay(values.contraintes), [label]);
    assert.ok(alsoLeaves(values).includes(label), alsoLeaves(values));
    assert.deepEqual(underWay(sent(sources(found)).contraintes), [], "nobody accepted anything");
    for (const less of [
      { ...projection.projected, situations: [] },
      { ...projection.projected, contraintes: new Map() },
    ])
      assert.deepEqual(
        underWay(valuesOf(projection, less).contraintes),
        [],
        "what is not sent is said by its objective",
      );
  });

  it("shows every value that it holds and that nobody chooses: of the situation, of the dates, of what a partner answered", () => {
    const facts = { ...NOTHING_ASKED, rsa: "no", lastJob: "PLUS_DEUX_ANS", diploma: "NV5" } as const;
    const values = sent(sources({}, { facts }));
    const read = alsoLeaves(values);
    const chosen = new Set<string>([...ORIENTATION_CONTRAINTES, "capacite_a_travailler", "projet_pro"]);
    const held = Object.keys(values.orientation).filter((field) => !chosen.has(field));
    assert.ok(held.length >= 3, held.join());
    assert.equal(read.split("\n").length, held.length + 4, read);
    assert.match(read, /plus de deux ans/);
    assert.match(read, /RSA : non/);
  });

  it("is confirmed only with the person's agreement, and never as more than was found", () => {
    const projection = projectTransmission(sources({ mobilite: assessed(1, 1) }));
    const inputs = inputsFromProjection(projection);
    assert.equal(transmissionFromInputs(inputs, projection).ok, false, "the person was not told");
    assert.equal(transmissionFromInputs({ ...inputs, told: "yes" }, projection).ok, true);
    for (const forged of [
      { c24: "strong" },
      { c23: "strongPriority" },
      { c25: "weak" },
      { situations: "24" },
      { needs: "9" },
      { trust: "NON" },
    ])
      assert.equal(
        transmissionFromInputs({ ...inputs, ...forged, told: "yes" }, projection).ok,
        false,
        JSON.stringify(forged),
      );
    const typed = transmissionFromInputs({ ...inputs, c23: "=CMD()", told: "yes" }, projection);
    assert.ok(!typed.ok && typed.problems[0]?.field === "c23");
    const less = transmissionFromInputs({ ...inputs, c23: "notSent", told: "yes" }, projection);
    assert.ok(
      less.ok && valuesOf(projection, less.choices).contraintes.every(({ valeur }) => valeur === "NON_ABORDEE"),
    );
  });

  it("never stands for less when a level or a weight is higher", () => {
    const RANK = { null: 0, FAIBLE: 1, FORT: 2 } as const;
    const situation = fc.constantFrom(
      ...framework.domains.flatMap(({ id, situations }) => situations.map((one) => [id, one.id] as const)),
    );
    const level = fc.constantFrom<(1 | 2 | 3 | 4)[]>(1, 2, 3, 4);
    const weight = fc.constantFrom<(1 | 2 | 3)[]>(1, 2, 3);
    fc.assert(
      fc.property(situation, level, level, weight, weight, ([domain, id], one, other, light, heavy) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)] as [1 | 2 | 3 | 4, 1 | 2 | 3 | 4];
        const [less, more] = [Math.min(light, heavy), Math.max(light, heavy)] as [1 | 2 | 3, 1 | 2 | 3];
        const before = sent(sources({ [domain]: assessed(low, less, [id]) }));
        const after = sent(sources({ [domain]: assessed(high, more, [id]) }));
        before.contraintes.forEach((contrainteBefore, index) => {
          const then = after.contraintes[index];
          assert.ok(then !== undefined && RANK[`${then.impact}`] >= RANK[`${contrainteBefore.impact}`]);
        });
        for (const field of ORIENTATION_CONTRAINTES) {
          const scale: readonly string[] = ORIENTATION_SCALES[field];
          assert.ok(
            scale.indexOf(after.orientation[field] ?? "") >= scale.indexOf(before.orientation[field] ?? ""),
            field,
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("The file of a transmission", () => {
  const doc = (of: Sources): Transmission =>
    transmission.parse({
      ...{ kind: "transmission", schemaVersion: 1, id: "P-2026-0001.1.7", code: "P-2026-0001", parcours: 1, to: "FT" },
      ...{ values: sent(of), versions: { framework: framework.version, export: rules.version } },
      ...{ agreedOn: "2026-11-24", withoutHealth: false, by: BASILE, at },
    });
  const about = (of: Transmission) => ({
    transmission: of,
    person: { code: "P-2026-0001", nom: "=Dupont", prenom: "Amina", dateNaissance: null },
    ...{ plie: "PLIE", envelope: rules.parcours, memberName: () => "Basile Tilleul" },
  });
  const full = sources(
    {
      sante: assessed(4, 3, ["ne-permet-plus-d-exercer"], { facts: "CanariDeNote", strength: "CanariQuiAide" }),
      mobilite: assessed(4, 3, ["sante-incompatible-avec-la-conduite"]),
    },
    { facts: { ...NOTHING_ASKED, rqth: "yes", lastJob: "JAMAIS" } },
  );

  it("holds what was confirmed, without a level, a note or the id of a member", () => {
    const json = JSON.stringify(transmissionJson(about(doc(full))));
    for (const word of ["Canari", "severity", "selfSeverity", BASILE]) assert.ok(!json.includes(word), word);
    assert.match(json, /"parcours":"PED"/);
    assert.equal(new Set(transmissionRows(about(doc(full))).map((row) => row.length)).size, 1, "a column is shifted");
  });

  it("holds nothing of health any more once the person withdrew it", () => {
    const without = transmissionWithoutHealth(doc(full));
    assert.deepEqual(transmission.parse(without), without);
    const json = JSON.stringify([transmissionJson(about(without)), transmissionRows(about(without))]);
    for (const word of ["INCAPACITE", "ne permettant plus", "incompatible avec la conduite", '"boe"'])
      assert.ok(!json.includes(word), word);
    assert.match(json, /JAMAIS/, "what is not of health stays");
  });

  it("has no field for attempts, absences or gaps, nor has the export towards the PLIE's software", () => {
    const HELD =
      /attempt|absen|missed|gap|noShow|no_show|tentative|manqu|ecart|lastContact|firstContact|selfSeverity|severity/i;
    const names = (node: unknown): string[] =>
      typeof node === "object" && node !== null
        ? Object.entries(node).flatMap(([name, value]) => [
            name,
            ...(Array.isArray(value) ? value.flatMap(names) : names(value)),
          ])
        : [];
    const shapes = [z.toJSONSchema(transmission), z.toJSONSchema(orientationValues)].flatMap(names);
    assert.ok(shapes.includes("contraintes") && shapes.includes("niveau_etude"));
    assert.deepEqual(
      [...shapes, ...CASE_VALUES, ...rules.plie.columns.map(({ name }) => name)].filter((one) => HELD.test(one)),
      [],
    );
  });
});
