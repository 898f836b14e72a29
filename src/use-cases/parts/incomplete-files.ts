/** How many files have something to complete, by référent: read from the counters, whatever the number of people. */
import { missingOn } from "../../domain/completeness/pieces.ts";
import { missingBefore, STOOD_IN_KEY, type CasePieces } from "../../domain/completeness/records.ts";
import { PART_PIECES } from "../../domain/dashboard/measures.ts";
import { missingCounts, withStoodIn, type MissingCounts } from "../../domain/dashboard/piece-marks.ts";
import type { Day, MemberId } from "../../domain/participant/codes.ts";
import { standsIn } from "../../domain/people/actor.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";
import { readCounters } from "./read-counters.ts";

/** Of these files, those that this member stands in for that day: a suppléance ends with its last day, whenever the list is brought up to date. */
export const stoodInBy = async (
  { store }: Pick<Services, "store">,
  today: Day,
  docs: readonly CasePieces[],
): Promise<ReadonlyMap<string, MemberId>> => {
  const shared = docs.filter(({ substituteId }) => substituteId !== null);
  if (shared.length === 0) return new Map();
  const heads = await store.getMany(
    "case",
    shared.map(({ code }) => code),
  );
  return new Map(
    heads.flatMap(({ doc }) => {
      const memberId = doc.substitute?.memberId;
      return memberId !== undefined && standsIn({ memberId, today }, doc) ? [[doc.code, memberId] as const] : [];
    }),
  );
};

const everyStoodIn = async (services: Services, today: Day): Promise<readonly CasePieces[]> => {
  const docs: CasePieces[] = [];
  const query = { kind: "casePieces", key: STOOD_IN_KEY, to: missingBefore(today) } as const;
  for await (const { doc } of everyDocument(services.store, query)) docs.push(doc);
  return docs;
};

/** Each number is as long as its list: the référent's own files, and those that they stand in for today. */
export const incompleteFiles = async (services: Services): Promise<readonly MissingCounts[]> => {
  const today = services.clock.today();
  const [{ counts }, shared] = await Promise.all([
    readCounters(services, [PART_PIECES]),
    everyStoodIn(services, today),
  ]);
  const carriers = await stoodInBy(services, today, shared);
  return shared.reduce(
    (known, { code, pieces }) => {
      const carrier = carriers.get(code);
      return carrier === undefined ? known : withStoodIn(known, carrier, missingOn(pieces, today));
    },
    missingCounts(counts.get(PART_PIECES) ?? {}, today),
  );
};

/** Files, each counted once. */
export const incompleteInAll = (counts: readonly MissingCounts[]): number =>
  counts.reduce((sum, { people, stoodIn }) => sum + people - stoodIn, 0);

/** In the files that one référent carries today. */
export const incompleteOf = async (services: Services, referentId: MemberId): Promise<number> =>
  (await incompleteFiles(services)).find(({ referent }) => referent === referentId)?.people ?? 0;
