/** Local mode: a member says who they are. Built only in local mode, behind the door that answers this machine alone. */
import type { Identify } from "./identify.ts";

/** The header `X-Local-Member: <aadObjectId>`. */
export const identifyLocally: Identify = (request) => {
  const objectId = request.headers["x-local-member"];
  return Promise.resolve(typeof objectId === "string" ? { ok: true, objectId } : { ok: false, code: "unauthorized" });
};
