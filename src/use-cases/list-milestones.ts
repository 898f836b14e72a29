import { z } from "zod";
import { mayListAllCases, mayListOwnCases, type Actor } from "../domain/people/actor.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { CaseSummary } from "../domain/records/bookkeeping.ts";
import { rowOf } from "../domain/records/catalogue.ts";
import { done } from "./result.ts";
import type { Services } from "./services.ts";
import { query } from "./use-case.ts";

const input = z.strictObject({ cursor: participantCode.nullable() });
type Input = z.infer<typeof input>;

export interface DueRow {
  readonly identity: Identity;
  readonly summary: CaseSummary;
}
export interface MilestonesPage {
  readonly rows: readonly DueRow[];
  readonly next: string | null;
  /** Null on the first page; its `cursor` is null when the first page comes before. */
  readonly previous: { readonly cursor: string | null } | null;
  readonly everyone: boolean;
  /** Cases whose next milestone is late. */
  readonly late: number;
}

const PAGE_SIZE = 8;
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

/** *Échéances*: what is due, soonest first, in the cases one carries; in every case for those who carry none. */
export const listMilestones = query<Input, null, MilestonesPage>({
  act: "milestones.list",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (mayListOwnCases(actor) || mayListAllCases(actor) ? null : "roleMayNot"),
  run: async (services, actor, _loaded, { cursor }) => {
    const key = dueKey(actor);
    const first = cursor === null ? undefined : await services.store.get("summary", cursor);
    const order = first === undefined ? undefined : rowOf(first.doc).order;
    const [page, before, late] = await Promise.all([
      services.store.list({
        kind: "summary",
        key,
        limit: PAGE_SIZE + 1,
        ...(order === undefined ? {} : { from: order }),
      }),
      order === undefined
        ? undefined
        : services.store.list({ kind: "summary", key, limit: PAGE_SIZE + 1, to: order, descending: true }),
      services.store.list({ kind: "summary", key, limit: COUNTED_AT_MOST, to: services.clock.today() }),
    ]);
    const summaries = page.items.map(({ doc }) => doc);
    const earlier = before?.items.map(({ doc }) => doc.code) ?? [];
    return done({
      rows: await withNames(services, summaries.slice(0, PAGE_SIZE)),
      next: summaries[PAGE_SIZE]?.code ?? null,
      previous:
        earlier.length === 0 ? null : { cursor: earlier.length > PAGE_SIZE ? (earlier[PAGE_SIZE - 1] ?? null) : null },
      everyone: !mayListOwnCases(actor),
      late: late.items.length,
    });
  },
});
