/** *Tableau de bord*: whose people are counted, also when whoever accompanied them left or does something else now. */
import assert from "node:assert/strict";
import type { CaseStatus } from "../../src/domain/participant/case-file.ts";
import type { Member } from "../../src/domain/people/member.ts";
import type { Write } from "../../src/ports/store.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { projectCases } from "../../src/use-cases/project-cases.ts";
import { seeDashboard, type SeenDashboard } from "../../src/use-cases/see-dashboard.ts";
import { aCase, anActor, anIdentity, NOW } from "../support/builders.ts";
import { codeAt } from "../support/people-lines.ts";
import { tabServices } from "../support/tab-services.ts";

const idOf = (rank: number): string => `00000000-0000-4000-8000-00000000010${rank}`;
const [HERE, GONE, MOVED] = [idOf(1), idOf(2), idOf(3)];
const TEAM: readonly Member[] = [
  { aadObjectId: HERE, name: "Alix Lavande", roles: ["referent"] },
  { aadObjectId: MOVED, name: "Basile Tilleul", roles: ["chargeDeProjet"] },
];

const seen = async (people: readonly (readonly [CaseStatus, string])[]): Promise<SeenDashboard> => {
  const { services } = tabServices(TEAM);
  await services.store.commit(
    people.flatMap(([status, referentId], at): Write[] => {
      const code = codeAt(at);
      return [
        { op: "put", doc: anIdentity({ code, referentId }) },
        { op: "put", doc: aCase({ code, referentId, status }) },
        { op: "put", doc: { kind: "marker", schemaVersion: 1, code, edition: 1, at: NOW } },
      ];
    }),
  );
  await projectCases(services);
  const asked = { from: null, to: null, referent: null };
  const answer = await ask(services, anActor({ roles: ["coordinatrice"] }), seeDashboard, asked);
  assert.ok(answer.ok, answer.ok ? "" : answer.refusal);
  return answer.value;
};

describe("The months that the dashboard counts", () => {
  it("are whole, as the lists behind its numbers are: a day within them changes nothing", async () => {
    const { services } = tabServices(TEAM);
    await services.store.commit([
      { op: "put", doc: anIdentity({ code: codeAt(0), referentId: HERE }) },
      { op: "put", doc: aCase({ code: codeAt(0), referentId: HERE, orientedOn: "2026-11-02" }) },
    ]);
    await projectCases(services);
    const oriented = async (from: string, to: string) => {
      const asked = { from, to, referent: null };
      const answer = await ask(services, anActor({ roles: ["coordinatrice"] }), seeDashboard, asked);
      assert.ok(answer.ok, answer.ok ? "" : answer.refusal);
      return [answer.value.asked.from, answer.value.asked.to, answer.value.follow.oriented.total.count];
    };
    assert.deepEqual(await oriented("2026-10-15", "2026-11-01"), ["2026-10-01", "2026-11-30", 1]);
    assert.deepEqual(await oriented("2026-12-01", "2026-12-01"), ["2026-12-01", "2026-12-31", 0]);
  });
});

describe("Whose people the dashboard counts", () => {
  it("names whoever accompanies somebody and is not a référent any more, and says who left", async () => {
    const { referents, lead } = await seen([
      ["inPath", GONE],
      ["inPath", GONE],
      ["entered", MOVED],
    ]);
    assert.deepEqual(referents, [
      { id: HERE, name: "Alix Lavande" },
      { id: GONE, name: null },
      { id: MOVED, name: "Basile Tilleul" },
    ]);
    assert.deepEqual(
      lead?.workload.map(({ referent, total }) => [referent, total.count]),
      [
        [HERE, 0],
        [GONE, 2],
        [MOVED, 1],
      ],
    );
  });

  it("has no line for whoever left with nobody to accompany", async () => {
    const { referents, lead } = await seen([
      ["left", GONE],
      ["reoriented", GONE],
    ]);
    assert.deepEqual([lead?.workload.map(({ referent }) => referent), referents.map(({ id }) => id)], [[HERE], [HERE]]);
  });
});
