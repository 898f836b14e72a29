import assert from "node:assert/strict";
import { presentHome, presentNeeds } from "../../bot/presenters/index.ts";
import { quiet } from "../../bot/screens.ts";
import type { MaskedCount } from "../../src/domain/dashboard/mask.ts";
import type { NeedsLine } from "../../src/domain/dashboard/needs-table.ts";
import type { TerritoryNeeds } from "../../src/use-cases/see-needs.ts";
import { anOffer } from "../support/a-lead.ts";
import { aReader } from "../support/a-view.ts";
import { anActor, anIdentity, NOW } from "../support/builders.ts";
import { checked } from "./checked.ts";

const shows = (count: number): MaskedCount => ({ kind: "count", count });
const aLine = (theme: string, total: MaskedCount, groups: readonly [string, MaskedCount][]): NeedsLine => ({
  theme,
  total,
  groups: groups.map(([group, people]) => ({ group, people })),
});
const presented = (view: Partial<TerritoryNeeds>) =>
  checked(
    presentNeeds(
      { screen: "needs", ...quiet },
      { unmet: [], saturated: [], upTo: NOW, readingAgain: false, ...view },
      aReader(),
    ),
    "needs",
  );

describe("Besoins sans réponse sur le territoire", () => {
  it("says the theme in plain French, how many, and where: small numbers and what would tell them are masked", () => {
    const { sections } = presented({
      unmet: [
        aLine("mobilite--preparer-un-permis", shows(12), [
          ["Dijon", { kind: "hidden" }],
          ["Plaine est et sud", { kind: "few" }],
          ["Première couronne nord", shows(0)],
        ]),
        aLine("travail", { kind: "few" }, [["", { kind: "few" }]]),
      ],
    });
    assert.deepEqual(sections[0]?.lines, [
      {
        what: "Préparer un permis · 12 personnes",
        where: "Dijon : nombre non affiché · Plaine est et sud : moins de 5",
      },
      { what: "Repères au travail (sans thème) · moins de 5 personnes", where: "Commune non précisée : moins de 5" },
    ]);
    assert.equal(sections[1]?.about, "Personne n'attend de place.");
  });

  it("shows the twelve most frequent themes and how many others there are", () => {
    const line = aLine("numerique--acquerir-un-equipement", shows(5), [["Dijon", shows(5)]]);
    const [unmet] = presented({ unmet: Array.from({ length: 15 }, () => line) }).sections;
    assert.deepEqual([unmet?.lines.length, unmet?.more], [12, "3 autres thèmes, moins fréquents."]);
  });

  it("says until when it counts, that everything is being read again, and that nothing was counted yet", () => {
    assert.deepEqual(presented({}).standing, ["À jour aujourd'hui à 14 h 32."]);
    assert.match(presented({ readingAgain: true }).standing[1] ?? "", /relues/);
    const { standing, sections } = presented({ upTo: null });
    assert.match(standing.join(), /Le compte commence/);
    assert.deepEqual(sections, []);
  });
});

describe("The buttons of Accueil", () => {
  const home = (roles: Parameters<typeof anActor>[0], toConfirm: number, told: boolean) => {
    const news = {
      code: "P-2026-0001",
      domain: "mobilite",
      service: "s",
      referentId: "r",
      at: NOW,
      toldAt: null,
    } as const;
    const offer = anOffer("s", { name: "Permis accompagné" });
    const one = { news: { kind: "offerNews", schemaVersion: 1, ...news }, identity: anIdentity(), offer } as const;
    const view = {
      ...{
        actor: anActor(roles),
        plieName: "PLIE",
        waiting: null,
        next: [],
        toConfirm,
        toStudy: 0,
        toVerify: 0,
        incomplete: 0,
      },
      news: { told: told ? [one] : [], more: 0 },
    };
    return checked(presentHome({ screen: "home", ...quiet }, view, aReader()), "home");
  };

  it("lead to the territory only who reads it, and are never seven", () => {
    assert.equal(home({ roles: ["referent"] }, 0, true).seesTerritory, false);
    assert.equal(home({ roles: ["coordinatrice"] }, 3, false).seesTerritory, true);
    assert.equal(home({ roles: ["coordinatrice"] }, 3, false).helps, true);
    assert.equal(home({ roles: ["referent", "chargeDeProjet"] }, 3, true).helps, false, "seven buttons");
  });

  it("open the tab wherever one more has room, and never in the place of the help", () => {
    assert.equal(home({ roles: ["referent"] }, 0, true).tabUrl, "http://localhost:3978/tab");
    assert.equal(home({ roles: ["coordinatrice"] }, 3, false).tabUrl, null, "seven buttons");
    for (const toConfirm of [0, 3])
      for (const told of [true, false]) {
        const model = home({ roles: ["referent", "chargeDeProjet"] }, toConfirm, told);
        assert.ok(model.helps || model.tabUrl === null, "the help gave its place to the tab");
      }
  });
});
