/** Someone who has been accompanied for long: three evaluations, and two studies that were decided. */
import type { DomainId, Impact, Severity } from "../../src/domain/framework/schema.ts";
import { MAX_WRITES, type Store, type Write } from "../../src/ports/store.ts";
import { aReview, aSnapshot } from "./a-review.ts";
import { aDecision, anOpinion } from "./a-sitting.ts";
import { realFramework } from "./a-lead.ts";
import { aCase, aLevel, anIdentity, NOW } from "./builders.ts";

const OPENED = ["2026-03-02", "2026-07-06", "2026-11-10"] as const;
/** Level and weight at each evaluation: better, worse, the same, new. */
const LEVELS: Readonly<Partial<Record<DomainId, readonly (readonly [Severity, Impact] | null)[]>>> = {
  famille: [
    [3, 3],
    [2, 3],
    [1, 2],
  ],
  mobilite: [
    [2, 2],
    [3, 2],
    [3, 3],
  ],
  finances: [
    [2, 2],
    [2, 2],
    [2, 2],
  ],
  logement: [null, [1, 1], [2, 2]],
  competences: [
    [3, 2],
    [3, 2],
    [1, 2],
  ],
};
const SELF: readonly Severity[] = [1, 3, 1];

const roundsOf = (code: string, referentId: string): readonly Write[] =>
  OPENED.flatMap((openedOn, round): Write[] => [
    {
      op: "put",
      doc: {
        ...{ kind: "round", schemaVersion: 1, code, parcours: 1, round, frameworkVersion: realFramework().version },
        ...{ openedOn, metOn: openedOn, closedOn: null, bilanRecorded: false, synthesisOn: openedOn, personView: null },
      },
    },
    ...Object.entries(LEVELS).flatMap(([domain, levels]): Write[] => {
      const level = levels[round];
      if (level == null) return [];
      const more = { selfSeverity: SELF[round] ?? null, by: referentId, strength: "Sa sœur l'aide", facts: "En cours" };
      // Work was seen before the last evaluation; the rest was said.
      const seen = domain === "competences" && round === OPENED.length - 1;
      const source = { kind: seen ? "observe" : "dit", by: referentId, on: openedOn } as const;
      const finding = aLevel(level[0], level[1], { ...more, source, priority: domain === "mobilite" });
      const about = { code, parcours: 1, round, domain: domain as DomainId, edition: 1, draft: null };
      return [{ op: "put", doc: { kind: "assessment", schemaVersion: 1, ...about, finding } }];
    }),
  ]);

const studiesOf = (code: string, referentId: string): readonly Write[] =>
  ["2026-901", "2026-902"].flatMap((id): Write[] => {
    const decided = {
      outcome: "stay",
      to: null,
      departs: null,
      concordant: true,
      on: "2026-07-20",
      by: referentId,
    } as const;
    const revealed = { by: referentId, at: NOW };
    const givers = [referentId];
    const common = { id, code, referentId, submittedBy: referentId, state: "decided" as const, givers };
    return [
      { op: "put", doc: aReview({ ...common, revealed, decided: { ...decided, at: NOW } }) },
      { op: "put", doc: aSnapshot({ review: id, code, lead: null }) },
      { op: "put", doc: aDecision({ review: id, code }) },
      { op: "put", doc: anOpinion({ review: id, code, memberId: referentId }) },
    ];
  });

export const writeFollowed = async (store: Store, code: string, referentId: string): Promise<void> => {
  const said = { choice: "stay", why: "Avance bien avec moi.", by: referentId, at: NOW } as const;
  const writes: readonly Write[] = [
    { op: "put", doc: anIdentity({ code, referentId }) },
    { op: "put", doc: aCase({ code, referentId, round: 2, status: "inPath" }) },
    ...roundsOf(code, referentId),
    ...studiesOf(code, referentId),
    {
      op: "put",
      doc: {
        ...{ kind: "recommendation", schemaVersion: 1, code, parcours: 1, round: 2, said, before: said },
        ...{ leadShown: null, aside: null },
      },
    },
  ];
  for (let from = 0; from < writes.length; from += MAX_WRITES)
    await store.commit(writes.slice(from, from + MAX_WRITES));
};
