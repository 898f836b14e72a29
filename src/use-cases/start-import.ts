/** A human says to go on: what they chose is kept line by line, then one write begins the import. */
import { z } from "zod";
import { lineChoice, lineId, type ImportRun, type LineChoice } from "../domain/exchange/import-records.ts";
import { mayImport } from "../domain/people/actor.ts";
import type { Write } from "../ports/store.ts";
import { auditWrites, memberChain } from "./frame/audit-trail.ts";
import { everyDocument } from "./frame/every-document.ts";
import { done, refused, type RefusalCode, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { untilWritten } from "./frame/until-written.ts";
import { query } from "./frame/use-case.ts";
import { isOver } from "./parts/import-over.ts";

export const startInput = z.strictObject({
  run: z.string().min(1).max(80),
  /** *Importer les lignes justes et laisser les autres.* */
  onlyRight: z.boolean(),
  choices: z.array(z.strictObject({ line: z.number().int().positive(), choice: lineChoice })).max(2000),
});
type StartInput = z.infer<typeof startInput>;

const AT_ONCE = 40;

const accepts = (candidates: readonly string[], choice: LineChoice): boolean =>
  choice.as !== "same" || candidates.includes(choice.code);

/** Null: every choice is one that was offered, and is kept. */
const keepChoices = async (services: Services, { run, choices }: StartInput): Promise<RefusalCode | null> => {
  for (let from = 0; from < choices.length; from += AT_ONCE) {
    const some = new Map(
      choices.slice(from, from + AT_ONCE).map(({ line, choice }) => [lineId({ run, line }), choice]),
    );
    const lines = await services.store.getMany("importLine", [...some.keys()]);
    if (lines.length < some.size) return "choiceMissing";
    const writes: Write[] = [];
    for (const { doc, version } of lines) {
      const choice = some.get(lineId(doc));
      if (choice === undefined || doc.plan !== "duplicate" || !accepts(doc.candidates, choice)) return "choiceMissing";
      if (doc.end === null) writes.push({ op: "put", doc: { ...doc, choice }, expected: version });
    }
    if (writes.length > 0 && !(await services.store.commit(writes)).ok) return "changedMeanwhile";
  }
  return null;
};

/** Without an error and with every choice made, or else only what is right, said in so many words. */
const isWhole = async (services: Services, { id, plans }: ImportRun): Promise<boolean> => {
  if ((plans.refused ?? 0) + (plans.aside ?? 0) > 0) return false;
  for await (const { doc } of everyDocument(services.store, { kind: "importLine", key: `plan:${id}.duplicate` }))
    if (doc.choice === null) return false;
  return true;
};

export const startImport = query<StartInput, ImportRun, ImportRun>({
  act: "import.start",
  input: startInput,
  load: async (services, actor, { run }) => {
    // Whoever may not import does not learn which imports there are.
    if (!mayImport(actor)) return refused("roleMayNot");
    const found = await services.store.get("importRun", run);
    return found === undefined ? refused("noSuchCase") : done(found.doc);
  },
  allow: (actor) => (mayImport(actor) ? null : "roleMayNot"),
  run: async (services, actor, run, request): Promise<Result<ImportRun>> => {
    if (run.state !== "read") return done(run);
    if (await isOver(services, run)) return refused("noSuchCase");
    const refusal = await keepChoices(services, request);
    if (refusal !== null) return refused(refusal);
    if (!request.onlyRight && !(await isWhole(services, run))) return refused("choiceMissing");
    const begun = await untilWritten<ImportRun>(services, async () => {
      const found = await services.store.get("importRun", run.id);
      if (found === undefined || found.doc.state !== "read") return found?.doc ?? run;
      const at = services.clock.now().toISOString();
      const doc: ImportRun = { ...found.doc, state: "applying", startedBy: actor.memberId, startedAt: at };
      const details = { run: run.id, source: run.source, lines: run.lines, onlyRight: request.onlyRight };
      const committed = await services.store.commit([
        { op: "put", doc, expected: found.version },
        ...(await auditWrites(services, memberChain(actor.memberId), actor, {
          act: "import.started",
          code: null,
          details,
        })),
      ]);
      return committed.ok ? doc : undefined;
    });
    return begun === undefined ? refused("busy") : done(begun);
  },
});
