/** `npm run audit`: verifies the chains and the seals of the store that the settings name. Exits 1 on any fault, and when there is nothing to verify. */
import { readPlieFile } from "../src/config/files.ts";
import { readSettings, type Settings } from "../src/config/settings.ts";
import { StoreUnavailable, UnreadableDocument } from "../src/ports/store.ts";
import { createIds } from "../src/system/ids.ts";
import { createLog } from "../src/system/log.ts";
import { verifyAudit } from "../src/use-cases/verify-audit.ts";
import { openStore } from "./open-store.ts";
import { auditReportLines } from "./presenters/audit-report.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const stop = (problems: readonly string[]): never => {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exit(1);
};

const EMPTY =
  "Aucune trace à vérifier. Vérifiez STORE, DATA_DIR et PLIE_FILE : ce ne sont peut-être pas ceux du serveur.";

/** The real register and the fictional one: a store may hold both. */
const check = async (settings: Settings, plieId: string, timeZone: string): Promise<boolean> => {
  const log = createLog(settings.logLevel);
  let [entries, faults] = [0, 0];
  for (const id of [plieId, `${plieId}-demo`]) {
    const store = await openStore(settings, id, () => new Date());
    const plie = {
      plieId: id,
      name: id,
      timeZone: "Europe/Paris",
      communes: [],
      prescribers: [],
      prescriberLeads: new Map(),
      prescriberEmails: new Map(),
      delegations: [],
      epci: null,
      entryCellDates: [],
      cells: {},
      tenantId: "",
    };
    const report = await verifyAudit({ store, ids: createIds(), log, plie }).finally(() => store.close());
    const found = report.entries + report.seals + report.faults.length;
    if (found > 0) for (const line of auditReportLines(id, report, timeZone)) say(line);
    entries += found;
    faults += report.faults.length;
  }
  if (entries === 0) say(EMPTY);
  return entries > 0 && faults === 0;
};

const run = async (): Promise<void> => {
  const read = readSettings(process.env);
  if (!read.ok) return stop(read.problems);
  if (read.settings.store.kind === "memory") return stop(["STORE vaut « memory » : rien n'y reste à vérifier."]);
  const plie = readPlieFile(read.settings.files.plie);
  if (!plie.ok) return stop(plie.problems);
  try {
    process.exitCode = (await check(read.settings, plie.value.plieId, plie.value.timeZone)) ? 0 : 1;
  } catch (cause) {
    if (cause instanceof StoreUnavailable) return stop([`La base ne répond pas (${cause.message}).`]);
    if (cause instanceof UnreadableDocument)
      return stop([`Un document de l'audit ne peut pas être lu (${cause.message}).`]);
    throw cause;
  }
};

await run();
