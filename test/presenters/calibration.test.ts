import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { presentDouble, presentVignette, presentVignetteGroup } from "../../bot/presenters/index.ts";
import { quiet } from "../../bot/screens.ts";
import { readPlieFile } from "../../src/config/files.ts";
import { readVignettes } from "../../src/config/vignettes.ts";
import type { Coefficient } from "../../src/domain/calibration/agreement.ts";
import { DOMAIN_IDS, type DomainId, type Severity } from "../../src/domain/framework/schema.ts";
import type { Noted } from "../../src/use-cases/parts/double-scoring.ts";
import { agreementWords } from "../../src/wording/calibration.ts";
import { aReader, FRAMEWORK } from "../support/a-view.ts";
import { checked } from "./checked.ts";

const path = (name: string): string => fileURLToPath(new URL(`../../config/${name}`, import.meta.url));
const plie = readPlieFile(path("plie.json"));
assert.ok(plie.ok);
const reader = aReader({
  plie: { name: plie.value.name, communes: plie.value.communes, prescribers: [] },
  framework: FRAMEWORK,
});
const read = readVignettes(path("vignettes"), { framework: FRAMEWORK, communes: plie.value.communes });
assert.ok(read.ok, read.ok ? "" : read.problems.join("\n"));
const vignettes = read.value;

describe("The vignettes of the PLIE as they are shown", () => {
  for (const vignette of vignettes)
    it(`« ${vignette.title} » has room for its text, fourteen levels and their anchors`, () => {
      const form = { id: "x", rev: "new", shown: {}, draft: undefined };
      const screen = { screen: "vignette", vignette: vignette.id, check: true, ...quiet } as const;
      const model = checked(presentVignette(screen, { vignette, form, scored: undefined }, reader), "vignette");
      assert.equal(model.families.flatMap(({ lines }) => lines).length, 14);
      assert.equal(model.families.flatMap(({ anchors }) => anchors).length, 14);
      assert.deepEqual(Object.keys(model.problems), ["level_mobilite"]);
    });

  it("are read with the group once scored, what is at « Aucune » for everyone in one line", () => {
    const own = Object.fromEntries(DOMAIN_IDS.map((domain) => [domain, 0 as const]));
    const group = new Map(DOMAIN_IDS.map((domain) => [domain, new Map<Severity, number>([[0, 3]])] as const));
    for (const vignette of vignettes) {
      const view = { vignette, own, people: 3, group };
      const screen = { screen: "vignetteGroup", vignette: vignette.id, ...quiet } as const;
      const model = checked(presentVignetteGroup(screen, view, reader), "vignette-group");
      const scored = DOMAIN_IDS.filter((domain) => (vignette.levels[domain]?.severity ?? 0) !== 0);
      const without = DOMAIN_IDS.filter(
        (domain) => vignette.levels[domain] !== undefined && vignette.levels[domain].severity === null,
      );
      assert.equal(model.lines.length, scored.length + without.length, vignette.id);
    }
  });
});

describe("A file scored a second time, as it is shown", () => {
  const noted = (length: number): Noted => ({
    strength: "é".repeat(Math.min(length, 300)),
    facts: "é".repeat(length),
    situations: [],
    source: { kind: "dit", on: "2026-11-24" },
  });
  const shown = (domains: readonly DomainId[], length: number) => {
    const form = { rev: "new", shown: {}, draft: undefined };
    const all = new Map(domains.map((domain) => [domain, noted(length)]));
    const view = { until: "2026-12-08", framework: FRAMEWORK, noted: all, form };
    const screen = { screen: "double", code: "P-2026-0001", check: false, ...quiet } as const;
    return checked(presentDouble(screen, view, reader), "double");
  };

  it("has room for fourteen domains noted at their longest, cut and said so", () => {
    const model = shown(DOMAIN_IDS, 600);
    const notes = model.families.flatMap(({ lines }) => lines).map((line) => line.notes);
    assert.equal(notes.length, 14);
    for (const note of notes) assert.match(note, /la suite est gardée/);
    assert.match(model.about, /relisez-les sur une vignette/);
  });

  it("has the anchors too where there is room, as for the ten domains of a usual first evaluation", () => {
    const model = shown(DOMAIN_IDS.slice(0, 10), 120);
    assert.equal(model.families.flatMap(({ anchors }) => anchors).length, 10);
    assert.ok(!model.families.flatMap(({ lines }) => lines).some(({ notes }) => notes.includes("gardée")));
  });
});

describe("Agreement in words", () => {
  const figure = (value: number): Coefficient => ({ kind: "figure", value });
  const said = (kappa: number, alpha: number): string =>
    agreementWords.line(
      { raters: 3, items: 12, percent: 72, kappa: figure(kappa), alpha: figure(alpha), pairsWithoutVariance: 0 },
      "12 vignettes",
      "",
    );

  it("says what a figure means at each bound of its author", () => {
    const meant: readonly (readonly [number, string])[] = [
      [-0.004, "kappa 0,00 (très faible)"],
      [-0.3, "kappa −0,30 (moins que le hasard)"],
      [0.2, "kappa 0,20 (très faible)"],
      [0.21, "kappa 0,21 (faible)"],
      [0.41, "kappa 0,41 (moyen)"],
      [0.61, "kappa 0,61 (bon)"],
      [0.81, "kappa 0,81 (très bon)"],
      [0.999, "kappa 0,99 (très bon)"],
      [1, "kappa 1,00 (très bon)"],
    ];
    for (const [value, words] of meant) assert.ok(said(value, 0.9).includes(words), `${value}: ${said(value, 0.9)}`);
    assert.match(said(0.5, 0.8), /alpha 0,80 \(fiable\)/);
    assert.match(said(0.5, 0.667), /alpha 0,67 \(à prendre avec prudence\)/);
    assert.match(said(0.5, 0.66), /alpha 0,66 \(insuffisant\)/);
  });
});
