import { z } from "zod";
import { groupsOf } from "../domain/dashboard/groups.ts";
import { PART_NOW } from "../domain/dashboard/measures.ts";
import { needsTable, type NeedsTable } from "../domain/dashboard/needs-table.ts";
import type { Instant } from "../domain/participant/codes.ts";
import { maySeeTerritory } from "../domain/people/actor.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { readCounters } from "./parts/read-counters.ts";

const input = z.strictObject({});

export interface TerritoryNeeds {
  readonly unmet: NeedsTable;
  readonly saturated: NeedsTable;
  /** Everything recorded until then is counted; null: nothing was counted yet. */
  readonly upTo: Instant | null;
  /** The directory changed, and every case is being read again. */
  readonly readingAgain: boolean;
}

/** *Besoins sans réponse sur le territoire*: read from the counters, never from people. */
export const seeNeeds = query<z.infer<typeof input>, null, TerritoryNeeds>({
  act: "needs.see",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (maySeeTerritory(actor) ? null : "roleMayNot"),
  run: async (services) => {
    const { counts, upTo, readingAgain } = await readCounters(services, [PART_NOW]);
    const now = counts.get(PART_NOW) ?? {};
    const groups = groupsOf(services.plie.communes);
    const tables = { unmet: needsTable("unmet", now, groups), saturated: needsTable("saturated", now, groups) };
    return done({ ...tables, upTo, readingAgain });
  },
});
