/** A cell that works in a channel, as it is stored. */
import type { CellLink } from "../../src/domain/review/records.ts";
import { DORIAN } from "./chat.ts";

export const aLink = (changes: Partial<CellLink> = {}): CellLink => ({
  ...{ kind: "cellLink", schemaVersion: 1, cell: "entree", channelId: "19:cellule-entrees@thread.tacv2" },
  ...{ teamId: null, tenantId: "tenant", serviceUrl: "http://127.0.0.1:9/", linkedBy: DORIAN },
  ...{ linkedAt: "2026-11-24T09:00:00.000Z", state: "linked", outsiders: [], accepted: null, roster: [] },
  checkedOn: "2026-11-24",
  ...changes,
});
