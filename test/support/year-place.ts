/** Where a simulated year is lived: the PLIE's own files, thirteen référents, and a store of its own. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createProjector } from "../../bot/projector.ts";
import { plieOf } from "../../bot/plie.ts";
import { noRooms } from "../../bot/rooms.ts";
import { readPlieFile } from "../../src/config/files.ts";
import { readServicesFile } from "../../src/config/services-file.ts";
import { readFramework } from "../../src/domain/framework/read-framework.ts";
import type { Member } from "../../src/domain/people/member.ts";
import type { Log } from "../../src/ports/log.ts";
import type { Store } from "../../src/ports/store.ts";
import { createCalendar } from "../../src/system/calendar.ts";
import { createClock } from "../../src/system/clock.ts";
import { createIds } from "../../src/system/ids.ts";
import { applyCaseMoves, coverNewcomers } from "../../src/use-cases/apply-case-moves.ts";
import { undoCancelledSessions } from "../../src/use-cases/cancel-session.ts";
import { YEAR_ENDS } from "../../src/use-cases/demo/year/calendar.ts";
import { liveYear, type YearLived } from "../../src/use-cases/demo/year/live-year.ts";
import { rememberChat } from "../../src/use-cases/meet-member.ts";
import { finishErasures } from "../../src/use-cases/finish-erasures.ts";
import { freezeExtractions } from "../../src/use-cases/freeze-extractions.ts";
import { listRetention } from "../../src/use-cases/list-retention.ts";
import { openLateOutreach } from "../../src/use-cases/open-outreach.ts";
import { remindMembers } from "../../src/use-cases/remind-members.ts";
import { everyDocument } from "../../src/use-cases/frame/every-document.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { createFrameworks, keepFramework } from "../../src/use-cases/keep-framework.ts";
import { keepLocalServices } from "../../src/use-cases/keep-local-services.ts";
import { rememberAuth } from "../../src/use-cases/remember-store.ts";
import { sealAudit } from "../../src/use-cases/seal-audit.ts";
import { createMonthsWatch, type MonthsWatch } from "./year-months.ts";
import { createRemindersWatch, type RemindersWatch } from "./year-reminders.ts";
import { thePapers } from "./the-papers.ts";

const configFile = (name: string): string => fileURLToPath(new URL(`../../config/${name}`, import.meta.url));
const idOf = (at: number): string => `6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8${String(at).padStart(3, "a0").slice(-3)}`;

const REFERENTS = ["Alix Lavande", "Basile Tilleul", "Camille Bruyère", "Diane Fougère", "Emile Genêt", "Flore Iris"];
const MORE = [
  "Gilles Mélèze",
  "Hanaé Orme",
  "Ismaël Sureau",
  "Jade Aubépine",
  "Khalid Noisetier",
  "Lou Pervenche",
  "Max Jonquille",
];

/** Thirteen référents, two chargés de projet, the coordinatrice and the assistante: the first of them are those of `config/team.json`. */
export const YEAR_TEAM: readonly Member[] = [
  ...[...REFERENTS, ...MORE].map((name, at): Member => ({
    aadObjectId: idOf(at < 2 ? at + 1 : at + 20),
    name,
    roles: ["referent"],
  })),
  { aadObjectId: idOf(3), name: "Dorian Bouleau", roles: ["chargeDeProjet"] },
  { aadObjectId: idOf(40), name: "Rose Capucine", roles: ["chargeDeProjet"] },
  { aadObjectId: idOf(4), name: "Eugénie Cerisier", roles: ["coordinatrice"] },
  { aadObjectId: idOf(5), name: "Fantine Digitale", roles: ["assistante"] },
];

const quietLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event, { cause } = {}) =>
    void process.stderr.write(`${event} ${cause instanceof Error ? (cause.stack ?? "") : ""}\n`),
};

interface Stores {
  readonly store: Store;
  readonly directory: Store;
}

export interface YearPlace {
  readonly services: Services;
  /** What is kept for a while only is kept from that moment on. */
  readonly putStoresAt: (at: Date) => void;
}

/** The product of the year, before its first day. */
export const yearPlace = async (open: (plieId: string, now: () => Date) => Promise<Stores>): Promise<YearPlace> => {
  const read = readPlieFile(configFile("plie.json"));
  assert.ok(read.ok);
  const text = readFileSync(configFile("framework.json"), "utf8");
  const framework = readFramework(JSON.parse(text));
  assert.ok(framework.ok);
  const plie = plieOf(read.value, read.value.plieId, false);
  // Every référent and chargé de projet of the year sits in the cells.
  const cells = Object.fromEntries(
    Object.entries(plie.cells).map(([cell, rules]) => [cell, { ...rules, members: null }]),
  );
  const clock = createClock(plie.timeZone);
  const ids = createIds();
  let at = clock.now();
  const { store, directory } = await open(plie.plieId, () => at);
  assert.ok(await rememberAuth(store, clock, "local"));
  assert.ok(await keepFramework({ store, clock, ids }, framework.framework, text));
  const services: Services = {
    ...{
      store,
      directory,
      clock,
      ids,
      calendar: createCalendar(),
      plie: { ...plie, cells },
      papers: thePapers(),
      vignettes: [],
      log: quietLog,
    },
    people: { members: () => YEAR_TEAM, byObjectId: (id) => YEAR_TEAM.find((one) => one.aadObjectId === id) },
    frameworks: createFrameworks(store, framework.framework),
    rooms: noRooms,
  };
  const own = readServicesFile(configFile("services.json"), framework.framework.domains);
  assert.ok(own.ok && (await keepLocalServices(services, own.value)));
  return { services, putStoresAt: (moment) => (at = moment) };
};

const MEETING = {
  ...{ serviceUrl: "http://127.0.0.1:9/", tenantId: null, userId: "29:year", botId: "28:repere" },
};

/** Teams takes everything at once. */
const sendEverything = async (services: Services, watch: RemindersWatch): Promise<void> => {
  const { store, clock } = services;
  for await (const { doc, version } of everyDocument(store, { kind: "outbox", key: "open" })) {
    watch.left(doc, clock.now());
    await store.commit([{ op: "put", doc: { ...doc, state: "sent", sentActivityId: doc.id }, expected: version }]);
  }
};

/** The whole year, with what the product does by itself each morning and each night. */
export const liveTheYear = async (
  { services: place, putStoresAt }: YearPlace,
  asked: { readonly seed: number; readonly scale: number },
): Promise<YearLived & { readonly watch: RemindersWatch; readonly months: MonthsWatch }> => {
  for (const { aadObjectId } of place.people.members())
    await rememberChat(place, aadObjectId, { ...MEETING, conversationId: `a:${aadObjectId}` });
  const watch = createRemindersWatch(place);
  const months = createMonthsWatch();
  let days = 0;
  const morning = async (services: Services): Promise<void> => {
    putStoresAt(services.clock.now());
    await applyCaseMoves(services);
    await coverNewcomers(services);
    await openLateOutreach(services);
    await undoCancelledSessions(services);
    if (months.waits(services)) {
      await freezeExtractions(services);
      await months.afterRounds(services);
    }
    await listRetention(services);
    await finishErasures(services);
    await remindMembers(services);
    await watch.afterReminders(services);
    await sendEverything(services, watch);
  };
  const night = async (services: Services): Promise<void> => {
    days += 1;
    if (days % 7 === 0 || services.clock.today() === YEAR_ENDS) await createProjector(services).run();
    if (days % 30 !== 0) return;
    await sealAudit(services);
    await services.store.purge();
  };
  const lived = await liveYear(place, { ...asked, rounds: { morning, night } });
  return { ...lived, watch, months };
};
