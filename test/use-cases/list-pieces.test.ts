/** The list of what is missing: a number is as long as the list that it opens, for everyone, and a page reads its own lines. */
import assert from "node:assert/strict";
import type { CasePieces } from "../../src/domain/completeness/records.ts";
import { counterOf } from "../../src/domain/dashboard/records.ts";
import { pieceMarks } from "../../src/domain/dashboard/piece-marks.ts";
import { counterKey } from "../../src/domain/dashboard/measures.ts";
import type { Write } from "../../src/ports/store.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { listPieces, type MissingPieces } from "../../src/use-cases/list-pieces.ts";
import { incompleteOf } from "../../src/use-cases/parts/incomplete-files.ts";
import { aCase, anActor, REFERENT_ID } from "../support/builders.ts";
import { countingStore } from "../support/counting-store.ts";
import { tabServices } from "../support/tab-services.ts";

const ALIX = "00000000-0000-4000-8000-0000000000a1";
const CAMILLE = REFERENT_ID;
const codeOf = (number: number): string => `P-2026-${String(number).padStart(4, "0")}`;

const fileOf = (number: number, over: Partial<CasePieces> = {}): CasePieces => ({
  ...{ kind: "casePieces", schemaVersion: 1, code: codeOf(number), parcours: 1, givenName: "Amina", familyName: "B" },
  ...{ referentId: CAMILLE, substituteId: null, orientedOn: "2026-10-20", enteredOn: "2026-11-02" },
  pieces: [
    { piece: "identity", there: false, from: "2026-10-20", who: "referent", lacks: ["birthDate"] },
    { piece: "t0", there: false, from: number % 2 === 0 ? "2026-11-10" : "2026-12-24", who: "referent", lacks: [] },
  ],
  ...over,
});

const counted = (files: readonly CasePieces[]): Write => {
  const counts: Record<string, number> = {};
  for (const mark of files.flatMap(({ pieces, referentId }) => pieceMarks(pieces, referentId)))
    counts[counterKey(mark)] = (counts[counterKey(mark)] ?? 0) + 1;
  return { op: "put", doc: counterOf("g", "pieces", counts) };
};

const stocked = async (files: readonly CasePieces[], heads: readonly ReturnType<typeof aCase>[] = []) => {
  const { services } = tabServices([]);
  const projection = { kind: "projection", schemaVersion: 1, generation: "g", readFrom: "all", pass: null } as const;
  const writes: Write[] = [
    { op: "put", doc: { ...projection, dropped: [] } },
    counted(files),
    ...[...files, ...heads].map((doc): Write => ({ op: "put", doc })),
  ];
  for (let start = 0; start < writes.length; start += 80) await services.store.commit(writes.slice(start, start + 80));
  return services;
};
type Services = Awaited<ReturnType<typeof stocked>>;
const OF_ALL = { whose: "everyone", among: null, cursor: null, limit: 25 } as const;
const asked = async (services: Services, actor: ReturnType<typeof anActor>, over = {}): Promise<MissingPieces> => {
  const answer = await ask(services, actor, listPieces, { ...OF_ALL, ...over });
  assert.ok(answer.ok, answer.ok ? "" : answer.refusal);
  return answer.value;
};
const coordinatrice = anActor({ memberId: "c", roles: ["coordinatrice"] });

describe("The list of pieces to complete", () => {
  it("reads as many documents as it shows, page after page, and goes back the same way", async () => {
    const services = await stocked(Array.from({ length: 70 }, (_, at) => fileOf(at + 1)));
    const { store, asked: read, from } = countingStore(services.store);
    const through = { ...services, store };
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      from();
      const shown: MissingPieces = await asked(through, coordinatrice, { cursor });
      // The numbers above the list: the projection, its counters, the oldest marker, nobody who stands in.
      assert.ok(read.documents - 2 <= 1.1 * 25, `${read.documents} documents for a page of 25`);
      seen.push(...shown.rows.map(({ code }) => code));
      cursor = shown.next;
      assert.equal(shown.previous === null, page === 0);
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 70 }, (_, at) => codeOf(at + 1)),
    );
    assert.equal(cursor, null);
  });

  it("a number is as long as its list for everyone, also while somebody stands in, and once they do not any more", async () => {
    const until = (number: number, day: string) =>
      aCase({
        code: codeOf(number),
        referentId: CAMILLE,
        substitute: { memberId: ALIX, from: "2026-11-20", until: day },
      });
    const stoodIn = (number: number) => fileOf(number, { substituteId: ALIX });
    const services = await stocked(
      [fileOf(1), stoodIn(2), stoodIn(4), fileOf(6, { referentId: ALIX })],
      [until(2, "2026-11-30"), until(4, "2026-11-23")],
    );
    const alix = anActor({ memberId: ALIX });
    for (const [referent, reader, people] of [
      [CAMILLE, anActor(), 3],
      [CAMILLE, coordinatrice, 3],
      [ALIX, alix, 2],
      [ALIX, coordinatrice, 2],
    ] as const) {
      for (const among of [null, { piece: "identity" }, { piece: "t0" }] as const) {
        const { rows, counts } = await asked(services, reader, { whose: { referent }, among });
        const count = counts.find((one) => one.referent === referent);
        const number = among === null ? count?.people : (count?.pieces[among.piece] ?? 0);
        assert.equal(rows.length, number, `${referent} read by ${reader.memberId}: ${among?.piece ?? "all"}`);
      }
      assert.equal(await incompleteOf(services, referent), people);
    }
    assert.equal((await asked(services, coordinatrice)).people, 4, "a file that somebody stands in for counts twice");
  });
});
