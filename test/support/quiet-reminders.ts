/** Reminders come by themselves at any minute of the day, and the Playground draws every card again then: what is being typed is lost. */
import { join } from "node:path";
import plieFile from "../../config/plie.json" with { type: "json" };
import teamFile from "../../config/team.json" with { type: "json" };
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";

/** As late in the day as a reminder can come. */
const LATEST = 1439;

/** Before a product starts on this folder: nobody of the team is reminded before the end of the day. */
export const quietReminders = async (dataDir: string): Promise<void> => {
  const now = (): Date => new Date();
  const store = await createSqliteStore({ file: join(dataDir, "repere.db"), plieId: plieFile.plieId, now });
  const at = now().toISOString();
  await store.commit(
    teamFile.members.map(({ aadObjectId }) => ({
      op: "put" as const,
      doc: { kind: "reminderChoice" as const, schemaVersion: 1, memberId: aadObjectId, minute: LATEST, at },
    })),
  );
  await store.close();
};
