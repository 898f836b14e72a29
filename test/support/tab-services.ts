import { createHash } from "node:crypto";
import type { Framework } from "../../src/domain/framework/schema.ts";
import type { Member } from "../../src/domain/people/member.ts";
import type { Log } from "../../src/ports/log.ts";
import { noRooms } from "../../bot/rooms.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { aFramework } from "./a-framework.ts";
import { thePapers } from "./the-papers.ts";

export interface LogLine {
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What the tab's routes work with, on a store in memory; `lines` is what was logged. */
export function tabServices(team: readonly Member[], current: Framework = aFramework()) {
  const lines: LogLine[] = [];
  const keep: Log["info"] = (event, fields = {}) => void lines.push({ event, fields: { ...fields } });
  const now = () => new Date();
  let count = 0;
  const services: Services = {
    store: createMemoryStore({ now }),
    directory: createMemoryStore({ now }),
    clock: {
      now,
      today: () => "2026-11-24",
      startOf: (day) => new Date(`${day}T00:00:00+01:00`),
      pause: () => Promise.resolve(),
    },
    calendar: { isWorkingDay: () => true },
    ids: {
      next: () => `id-${(count += 1)}`,
      reference: () => `R-${(count += 1)}`,
      random: () => 0,
      digest: (text) => createHash("sha256").update(text).digest("hex"),
    },
    people: { members: () => team, byObjectId: (id) => team.find(({ aadObjectId }) => aadObjectId === id) },
    plie: {
      plieId: "dijon",
      name: "PLIE de Dijon Métropole",
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
    },
    frameworks: { current, version: () => Promise.resolve(undefined) },
    papers: thePapers(),
    vignettes: [],
    rooms: noRooms,
    log: { info: keep, warn: keep, error: keep },
  };
  return { services, lines };
}
