/**
 * Orientations that come by a file of the PLIE's own software, on the first worked day of each month: those of the last days of the month before. The
 * lines of the file before come again; a telephone number was corrected in some of them.
 */
import type { ImportField } from "../../../domain/exchange/import-mapping.ts";
import type { TableRead } from "../../../domain/exchange/table.ts";
import type { Day } from "../../../domain/participant/codes.ts";
import { addDays, addMonths, daysBetween } from "../../../domain/participant/days.ts";
import { applyImports } from "../../apply-imports.ts";
import { everyDocument } from "../../frame/every-document.ts";
import { ask } from "../../frame/use-case.ts";
import { prepareImport } from "../../prepare-import.ts";
import { seeImport } from "../../see-import.ts";
import { startImport } from "../../start-import.ts";
import type { Doing } from "../doing.ts";
import type { Reception, YearPlan } from "./calendar.ts";
import { isAwaited } from "./reception.ts";
import type { Living, Story, TeamStep } from "./story.ts";
import { colleagueOf } from "./team.ts";

/** Whoever is met later can wait for the file. */
const WAITS_DAYS: Readonly<Record<Reception, number>> = { direct: 10, missed: 4, late: 4, never: 10 };

/** The day of the file that they come with; null: a référent registers them. */
export const fileOf = (story: Story, { orientedOn, reception, phase }: YearPlan): Day | null => {
  const on = story.worked(addMonths(`${orientedOn.slice(0, 7)}-01`, 1));
  const isMetAfter = phase === null || addDays(on, 2) <= phase.enteredOn;
  return isMetAfter && daysBetween(orientedOn, on) <= WAITS_DAYS[reception] ? on : null;
};

const written = (day: Day): string => day.split("-").reverse().join("/");
const idOf = ({ at }: Living): string => `Z-${String(at)}`;

type Line = Partial<Readonly<Record<ImportField, string>>>;
const lineOf = (living: Living, isAgain: boolean): Line => {
  const { givenName, familyName, birthDate, commune, prescriber } = living.person.identity;
  return {
    ...{ externalId: idOf(living), givenName, familyName, birthDate, commune, prescriber },
    phone: isAgain && living.at % 2 === 0 ? "06 00 00 00 01" : "06 00 00 00 00",
    orientationOn: written(living.plan.orientedOn),
    ...{ referent: living.referent.name, rightToWork: "Oui", willing: "Oui" },
  };
};

async function* tableOf({ services }: Doing, lines: readonly Line[]): AsyncGenerator<TableRead> {
  const columns = Object.entries(services.papers.importing.columns);
  const titles = columns.flatMap(([, [title = ""]]) => [title]);
  yield await Promise.resolve({ what: "titles", titles, encoding: "utf-8", separator: ";" });
  for (const [at, line] of lines.entries()) {
    const said = new Map(Object.entries(line));
    yield { what: "row", line: at + 2, cells: columns.map(([field]) => said.get(field) ?? "") };
  }
}

/** Read, looked at, begun and done: the run; undefined: the file was refused. Who bears a name that is known is somebody else. */
const bringIn = async (doing: Doing, lines: readonly Line[]): Promise<string | undefined> => {
  const { services, actor } = doing;
  const read = await ask(services, actor, prepareImport, { rows: tableOf(doing, lines) });
  if (!read.ok || !read.value.read) return undefined;
  const run = read.value.run.id;
  const doubtful = await ask(services, actor, seeImport, { run, show: "plan.duplicate", cursor: null });
  const found = doubtful.ok ? doubtful.value.lines : [];
  const choices = found.map(({ line: { line } }) => ({ line, choice: { as: "another" } as const }));
  const begun = await ask(services, actor, startImport, { run, onlyRight: true, choices });
  if (!begun.ok) return undefined;
  await applyImports(services);
  return run;
};

/** The file of a day: who comes with it, and who came with the one before. */
export const comesByFile =
  (arrivals: readonly Living[], before: readonly Living[]): TeamStep =>
  async (story, step) => {
    const doing = colleagueOf(story, "assistante", step);
    const lines = [...before.map((one) => lineOf(one, true)), ...arrivals.map((one) => lineOf(one, false))];
    const run = await bringIn(doing, lines);
    if (run === undefined) return story.note("file", "refused");
    const codes = new Map<string | null, string>();
    for await (const { doc } of everyDocument(story.services.store, { kind: "importLine", key: `run:${run}` })) {
      story.note("line of a file", doc.end ?? doc.aside ?? doc.plan);
      if (doc.end === "created") codes.set(doc.externalId, doc.code ?? "");
    }
    for (const living of arrivals) {
      living.code = codes.get(idOf(living)) ?? "";
      isAwaited(story, living);
    }
  };
