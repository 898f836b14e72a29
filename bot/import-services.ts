/** `npm run import-services -- --kind services --sources dora [--zone 21] [--closing most] --as <id> file.json`: imports a file into the directory that the settings name. */
import { createReadStream, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { readPlieFile, readTeamFile, type PlieFile } from "../src/config/files.ts";
import { readPapers } from "../src/config/papers.ts";
import { readSettings, type Settings } from "../src/config/settings.ts";
import { RECORD_KINDS } from "../src/domain/offer/check-record.ts";
import { sourceId, zoneId } from "../src/domain/offer/scope.ts";
import { readFramework } from "../src/domain/framework/read-framework.ts";
import { directoryId } from "../src/domain/people/member.ts";
import { readCsvRecords } from "../src/intake/read-csv-records.ts";
import { readJsonRecords } from "../src/intake/read-json-records.ts";
import { StoreUnavailable } from "../src/ports/store.ts";
import { createCalendar } from "../src/system/calendar.ts";
import { createClock } from "../src/system/clock.ts";
import { createIds } from "../src/system/ids.ts";
import { createLog } from "../src/system/log.ts";
import { sweepVersions } from "../src/use-cases/parts/directory-version.ts";
import { createFrameworks } from "../src/use-cases/keep-framework.ts";
import { importServices } from "../src/use-cases/import-services.ts";
import type { Services } from "../src/use-cases/frame/services.ts";
import { ask } from "../src/use-cases/frame/use-case.ts";
import { REFUSED_IMPORT_WORDS, USAGE } from "../src/wording/import.ts";
import { openDirectory, openStore } from "./open-store.ts";
import { plieOf } from "./plie.ts";
import { noRooms } from "./rooms.ts";
import { importReportLines } from "./presenters/import-report.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const stop = (problems: readonly string[]): never => {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exit(1);
};

const codes = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((said) => said.split(",").filter((code) => code !== ""))
    .pipe(z.array(item));
const asked = z.object({
  kind: z.enum(RECORD_KINDS),
  sources: codes(sourceId).refine((sources) => sources.length > 0),
  zone: codes(zoneId).default([]),
  closing: z.literal("most").optional(),
  as: directoryId,
  demo: z.boolean().default(false),
  file: z.string().regex(/\.(?:json|csv)$/i),
});
type Asked = z.infer<typeof asked>;

const readArguments = (): Asked => {
  const text = { type: "string" } as const;
  const options = {
    kind: text,
    sources: text,
    zone: text,
    closing: text,
    as: text,
    demo: { type: "boolean" },
  } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const read = asked.safeParse({ ...values, file: positionals[0] });
    return read.success && positionals.length === 1 ? read.data : stop([USAGE]);
  } catch {
    return stop([USAGE]);
  }
};

const run = async (settings: Settings, plie: PlieFile, request: Asked): Promise<void> => {
  const team = readTeamFile(settings.files.team);
  if (!team.ok) return stop(team.problems);
  const { members } = team.value;
  const member = members.find(({ aadObjectId }) => aadObjectId === request.as);
  if (member === undefined) return stop([REFUSED_IMPORT_WORDS.stranger]);
  const framework = readFramework(JSON.parse(readFileSync(settings.files.framework, "utf8")));
  if (!framework.ok) return stop(framework.problems.map((problem) => `framework.json : ${problem}`));
  const papers = readPapers(settings.files.papers);
  if (!papers.ok) return stop(papers.problems);
  const clock = createClock(plie.timeZone);
  const plieId = request.demo ? `${plie.plieId}-demo` : plie.plieId;
  const store = await openStore(settings, plieId, () => clock.now());
  const directory = await openDirectory(settings, plieId, () => clock.now());
  const services: Services = {
    store,
    directory,
    clock,
    calendar: createCalendar(),
    ids: createIds(),
    people: { members: () => members, byObjectId: (id) => members.find(({ aadObjectId }) => aadObjectId === id) },
    plie: plieOf(plie, plieId, request.demo),
    frameworks: createFrameworks(store, framework.framework),
    papers: papers.value.papers,
    vignettes: [],
    rooms: noRooms,
    log: createLog(settings.logLevel),
  };
  try {
    await sweepVersions(services);
    const today = services.clock.today();
    const actor = { memberId: member.aadObjectId, name: member.name, roles: member.roles, playedBy: null, today };
    const { kind, sources, zone, closing, file } = request;
    const read = /\.csv$/i.test(file) ? readCsvRecords : readJsonRecords;
    const records = read(createReadStream(file));
    const answer = await ask(services, actor, importServices, {
      kind,
      scope: { sources, zone },
      mayCloseMost: closing === "most",
      records,
    });
    if (!answer.ok) return stop([REFUSED_IMPORT_WORDS.roleMayNot]);
    for (const line of importReportLines(plieId, answer.value)) say(line);
    process.exitCode = answer.value.read ? 0 : 1;
  } finally {
    await store.close();
    await directory.close();
  }
};

const start = async (): Promise<void> => {
  const request = readArguments();
  const read = readSettings(process.env);
  if (!read.ok) return stop(read.problems);
  if (read.settings.store.kind === "memory") return stop(["STORE vaut « memory » : rien n'y resterait."]);
  const plie = readPlieFile(read.settings.files.plie);
  if (!plie.ok) return stop(plie.problems);
  try {
    await run(read.settings, plie.value, request);
  } catch (cause) {
    if (cause instanceof StoreUnavailable) return stop([`La base ne répond pas (${cause.message}).`]);
    throw cause;
  }
};

await start();
