/** Reads a file of the PLIE's own software and says what each line would do. Nothing of anybody changes. */
import { z } from "zod";
import { mayImport } from "../domain/people/actor.ts";
import { readLine, type LineContext } from "../domain/exchange/import-line.ts";
import type { ImportLine, ImportRun } from "../domain/exchange/import-records.ts";
import { readTitles, type TitlesRefused } from "../domain/exchange/import-titles.ts";
import type { TableFault, TableRead } from "../domain/exchange/table.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Write } from "../ports/store.ts";
import { auditWrites, memberChain } from "./frame/audit-trail.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { untilWritten } from "./frame/until-written.ts";
import { query } from "./frame/use-case.ts";
import { stageLine, SeenInFile } from "./parts/stage-line.ts";

export interface PrepareInput {
  readonly rows: AsyncIterable<TableRead>;
}

export type Prepared =
  | { readonly read: true; readonly run: ImportRun }
  | { readonly read: false; readonly fault: TableFault; readonly line: number | null }
  | { readonly read: false; readonly fault: "titles"; readonly titles: TitlesRefused };

type Refused = Exclude<Prepared, { readonly read: true }>;

const AT_ONCE = 20;

const newRun = (services: Services, actor: Actor, said: Extract<TableRead, { what: "titles" }>): ImportRun => ({
  kind: "importRun",
  schemaVersion: 1,
  id: services.ids.next(),
  source: services.papers.importing.source,
  mapping: services.papers.importing.version,
  by: actor.memberId,
  at: services.clock.now().toISOString(),
  state: "read",
  lines: 0,
  warned: 0,
  plans: {},
  ends: {},
  encoding: said.encoding,
  separator: said.separator,
  ignored: [],
  startedBy: null,
  startedAt: null,
  doneAt: null,
});

const counted = (run: ImportRun, line: ImportLine): ImportRun => ({
  ...run,
  lines: run.lines + 1,
  warned: run.warned + (line.warnings.length > 0 ? 1 : 0),
  plans: { ...run.plans, [line.plan]: (run.plans[line.plan] ?? 0) + 1 },
});

/** Lines by the batch, so that no more is held. */
class Staging {
  run: ImportRun;
  readonly #services: Services;
  readonly #context: LineContext;
  readonly #seen = new SeenInFile();
  #rows: Extract<TableRead, { what: "row" }>[] = [];

  constructor(services: Services, run: ImportRun, context: LineContext) {
    this.#services = services;
    this.run = run;
    this.#context = context;
  }

  async take(row: Extract<TableRead, { what: "row" }>): Promise<void> {
    this.#rows.push(row);
    if (this.#rows.length >= AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    const read = this.#rows.map(({ line, cells }) => ({ line, read: readLine(cells, this.#context) }));
    this.#rows = [];
    const lines = await Promise.all(
      read.map((one) => stageLine(this.#services, this.run, this.#seen.check(this.#services, this.run.source, one))),
    );
    for (const line of lines) this.run = counted(this.run, line);
    const writes = lines.map((doc): Write => ({ op: "put", doc, expected: "new" }));
    if (writes.length > 0) await this.#services.store.commit(writes);
    // Those who chat are answered meanwhile.
    await this.#services.clock.pause(0);
  }
}

const contextOf = (services: Services): Omit<LineContext, "columns"> => ({
  mapping: services.papers.importing,
  communes: services.plie.communes,
  prescribers: services.plie.prescribers,
  members: services.people.members(),
  today: services.clock.today(),
});

const stage = async (services: Services, actor: Actor, rows: AsyncIterable<TableRead>): Promise<Staging | Refused> => {
  let staging: Staging | undefined;
  for await (const row of rows) {
    if (row.what === "broken") return { read: false, fault: row.code, line: row.line };
    if (row.what === "row") {
      await staging?.take(row);
      continue;
    }
    const titles = readTitles(row.titles, services.papers.importing);
    if (!titles.ok) return { read: false, fault: "titles", titles: titles.refused };
    const run = { ...newRun(services, actor, row), ignored: [...titles.ignored] };
    staging = new Staging(services, run, { ...contextOf(services), columns: titles.columns });
  }
  if (staging === undefined) return { read: false, fault: "empty", line: null };
  await staging.flush();
  return staging;
};

/** Kept with its lines for seven days; of it the trail holds counts and no name. */
const keepRun = (services: Services, actor: Actor, run: ImportRun): Promise<unknown> =>
  untilWritten(services, async () => {
    const { plans, lines, source } = run;
    const entry = { act: "import.read", code: null, details: { run: run.id, source, lines, ...plans } };
    const committed = await services.store.commit([
      { op: "put", doc: run, expected: "new" },
      ...(await auditWrites(services, memberChain(actor.memberId), actor, entry)),
    ]);
    return committed.ok ? true : undefined;
  });

export const prepareImport = query<PrepareInput, null, Prepared>({
  act: "import.prepare",
  input: z.custom<PrepareInput>(),
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (mayImport(actor) ? null : "roleMayNot"),
  run: async (services, actor, _loaded, { rows }) => {
    const staged = await stage(services, actor, rows);
    if (!(staged instanceof Staging)) return done(staged);
    return (await keepRun(services, actor, staged.run)) === undefined
      ? refused("busy")
      : done({ read: true, run: staged.run });
  },
});
