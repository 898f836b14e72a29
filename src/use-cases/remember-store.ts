import type { Clock } from "../ports/clock.ts";
import type { Store } from "../ports/store.ts";

/** A store used with real sign-in never opens in local mode, where anyone may say who they are. False: refused. */
export const rememberAuth = async (store: Store, clock: Clock, auth: "local" | "entra"): Promise<boolean> => {
  const known = await store.get("facts", "store");
  if (known?.doc.auth === "entra" && auth === "local") return false;
  if (known?.doc.auth === auth) return true;
  const at = clock.now().toISOString();
  const demoSeeded = known?.doc.demoSeeded ?? false;
  await store.commit([
    { op: "put", doc: { kind: "facts", schemaVersion: 1, auth, demoSeeded, at }, expected: known?.version ?? "new" },
  ]);
  return true;
};

/** True when nobody was ever recorded here. */
export const holdsNobody = async (store: Store): Promise<boolean> =>
  (await store.list({ kind: "case", key: "all", limit: 1 })).items.length === 0;
