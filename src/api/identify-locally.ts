/** Local mode: a member says who they are. Built only when the process runs in local mode, on a loopback address. */
import type { Identify } from "./identify.ts";
import { isLocalRequest } from "./local-door.ts";

/** The header `X-Local-Member: <aadObjectId>`, from this machine and from our own pages only. */
export const identifyLocally: Identify = (request) => {
  const objectId = request.headers["x-local-member"];
  if (!isLocalRequest(request.headers)) return Promise.resolve({ ok: false, code: "localOnly" });
  return Promise.resolve(
    typeof objectId === "string" ? { ok: true, objectId } : { ok: false, code: "unauthenticated" },
  );
};
