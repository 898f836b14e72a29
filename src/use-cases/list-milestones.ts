import { z } from "zod";
import { mayListAllCases, mayListOwnCases, standsIn, type Actor } from "../domain/people/actor.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { CaseSummary } from "../domain/records/bookkeeping.ts";
import { pageByCode, type PageByCode } from "./frame/page-by-code.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { incompleteOf } from "./parts/incomplete-files.ts";

const input = z.strictObject({ cursor: participantCode.nullable() });
type Input = z.infer<typeof input>;

export interface DueRow {
  readonly identity: Identity;
  readonly summary: CaseSummary;
}
export interface MilestonesPage {
  readonly rows: readonly DueRow[];
  readonly next: PageByCode<CaseSummary>["next"];
  readonly previous: PageByCode<CaseSummary>["previous"];
  readonly everyone: boolean;
  /** Cases whose next milestone is late. */
  readonly late: number;
  /** How many of their own files have something to complete; 0 for who carries none. */
  readonly incomplete: number;
}

/** Beyond, the count is said as « plus de ». */
export const COUNTED_AT_MOST = 200;

export const dueKey = (actor: Actor): string => (mayListOwnCases(actor) ? `due:${actor.memberId}` : "due");

export const withNames = async (services: Services, summaries: readonly CaseSummary[]): Promise<readonly DueRow[]> => {
  const found = await services.store.getMany(
    "identity",
    summaries.map((summary) => summary.code),
  );
  const byCode = new Map(found.map(({ doc }) => [doc.code, doc]));
  return summaries.flatMap((summary) => {
    const identity = byCode.get(summary.code);
    return identity === undefined ? [] : [{ identity, summary }];
  });
};

/** Of one's own list, those that one carries today: a suppléance ends with its last day, whenever the list is brought up to date. */
export const carriedToday = async (
  services: Services,
  actor: Actor,
  summaries: readonly CaseSummary[],
): Promise<readonly CaseSummary[]> => {
  if (!mayListOwnCases(actor)) return summaries;
  const others = summaries.filter(({ referentId }) => referentId !== actor.memberId);
  if (others.length === 0) return summaries;
  const heads = await services.store.getMany(
    "case",
    others.map(({ code }) => code),
  );
  const stood = new Set(heads.filter(({ doc }) => standsIn(actor, doc)).map(({ doc }) => doc.code));
  return summaries.filter(({ code, referentId }) => referentId === actor.memberId || stood.has(code));
};

/** *Échéances*: what is due, soonest first, in the cases one carries; in every case for those who carry none. */
export const listMilestones = query<Input, null, MilestonesPage>({
  act: "milestones.list",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (mayListOwnCases(actor) || mayListAllCases(actor) ? null : "roleMayNot"),
  run: async (services, actor, _loaded, { cursor }) => {
    const key = dueKey(actor);
    const own = mayListOwnCases(actor);
    const [{ docs, next, previous }, late, incomplete] = await Promise.all([
      pageByCode(services, "summary", key, cursor),
      services.store.list({ kind: "summary", key, limit: COUNTED_AT_MOST, to: services.clock.today() }),
      own ? incompleteOf(services, actor.memberId) : 0,
    ]);
    const rows = await withNames(services, await carriedToday(services, actor, docs));
    const lateToday = await carriedToday(
      services,
      actor,
      late.items.map(({ doc }) => doc),
    );
    return done({ rows, next, previous, everyone: !own, late: lateToday.length, incomplete });
  },
});
