import { z } from "zod";
import type { MovedCase } from "../domain/exchange/case-row.ts";
import type { ExportRules } from "../domain/exchange/export-rules.ts";
import { daysBetween, addDays } from "../domain/participant/days.ts";
import { day, type Day } from "../domain/participant/codes.ts";
import { mayTakeExtraction } from "../domain/people/actor.ts";
import type { CaseEvent } from "../domain/records/bookkeeping.ts";
import { noteExport } from "./frame/note-opening.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";

const DAYS_AT_MOST = 366;
const AT_ONCE = 100;

/** From (included) to (included): a year at most. */
export const period = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) < DAYS_AT_MOST);
export type Period = z.infer<typeof period>;

export interface TakenExport {
  readonly rules: ExportRules;
  /** Read as they are taken. */
  readonly rows: AsyncIterable<MovedCase>;
}

const eventId = ({ code, edition }: Pick<CaseEvent, "code" | "edition">): string => `${code}.${String(edition)}`;

/** Of a page of what happened, the last thing of the period for each case: each case is read once, however often it moved, and none is held. */
const lastOnes = async (
  { store }: Services,
  events: readonly CaseEvent[],
  until: string,
): Promise<readonly CaseEvent[]> => {
  const next = events.map(({ code, edition }) => eventId({ code, edition: edition + 1 }));
  const followed = new Set(
    (await store.getMany("event", next)).flatMap(({ doc }) =>
      doc.at < until ? [eventId({ code: doc.code, edition: doc.edition - 1 })] : [],
    ),
  );
  return events.filter((event) => !followed.has(eventId(event)));
};

/** A file that is archived or erased is in no row. */
const movedCases = async (services: Services, events: readonly CaseEvent[]): Promise<readonly MovedCase[]> => {
  const { store, people, clock } = services;
  const heads = (
    await store.getMany(
      "case",
      events.map(({ code }) => code),
    )
  )
    .map(({ doc }) => doc)
    .filter(({ retired }) => retired === null);
  const roundIds = heads.flatMap(({ code, parcours, round }) =>
    round === null ? [] : [...new Set([0, round])].map((one) => `${code}.${String(parcours)}.${String(one)}`),
  );
  const rounds = (await store.getMany("round", roundIds)).map(({ doc }) => doc);
  const known = new Map(heads.map((head) => [head.code, head]));
  const moved: MovedCase[] = [];
  for (const { code, at } of events) {
    const head = known.get(code);
    if (head === undefined) continue;
    const { items } = await store.list({ kind: "externalId", key: `case:${code}`, limit: 1 });
    const of = (round: number | null) => rounds.find((one) => one.code === code && one.round === round);
    moved.push({
      ...{ head, first: of(0), round: of(head.round), externalId: items[0]?.doc.externalId ?? null },
      referent: people.byObjectId(head.referentId)?.name ?? null,
      movedOn: dayIn(clock, at),
    });
  }
  return moved;
};

/** The day of an instant, where the PLIE lives. */
const dayIn = (clock: Services["clock"], at: string): Day => {
  const utc = at.slice(0, 10);
  const next = addDays(utc, 1);
  return clock.startOf(next).toISOString() <= at ? next : utc;
};

async function* rowsOf(services: Services, { from, to }: Period): AsyncGenerator<MovedCase> {
  const { store, clock } = services;
  const [start, until] = [clock.startOf(from).toISOString(), clock.startOf(addDays(to, 1)).toISOString()];
  let cursor: string | undefined;
  do {
    const page = await store.list({
      ...{ kind: "event", key: "all", from: start, to: until, limit: AT_ONCE },
      ...(cursor === undefined ? {} : { cursor }),
    });
    const last = await lastOnes(
      services,
      page.items.map(({ doc }) => doc),
      until,
    );
    yield* await movedCases(services, last);
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** *Vers le logiciel du PLIE*: a row for each case that moved in the period; who took it is written before anything leaves. */
export const exportCases = query<Period, null, TakenExport>({
  act: "export.take",
  input: period,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (mayTakeExtraction(actor) ? null : "roleMayNot"),
  run: async (services, actor, _loaded, asked) => {
    await noteExport(services, actor, asked);
    return done({ rules: services.papers.exporting, rows: rowsOf(services, asked) });
  },
});
