/** How actions, what came of them, companies and collective actions are kept and found again. */
import { define } from "../codec.ts";
import { action, actionBilan, actionDeferral, evidence, host, session } from "./records.ts";

export const activationCodecs = {
  action: define({
    schema: action,
    id: (doc) => doc.id,
    keys: (doc) => [
      `case:${doc.code}`,
      ...(doc.session === null ? [] : [`session:${doc.session}`]),
      ...(doc.pmsmp === null ? [] : [`host:${doc.pmsmp.hostId}`]),
    ],
    order: (doc) => `${doc.from} ${doc.id}`,
  }),
  actionDeferral: define({
    schema: actionDeferral,
    id: (doc) => `${doc.code}.${doc.parcours}.${doc.at}`,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => doc.at,
  }),
  actionBilan: define({
    schema: actionBilan,
    id: (doc) => doc.id,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => `${doc.on} ${doc.id}`,
  }),
  evidence: define({
    schema: evidence,
    id: (doc) => doc.id,
    keys: (doc) => [`case:${doc.code}`, `action:${doc.action}`],
    order: (doc) => `${doc.on} ${doc.id}`,
  }),
  host: define({
    schema: host,
    id: (doc) => doc.id,
    keys: () => ["all"],
    order: (doc) => `${doc.name.toLowerCase()} ${doc.id}`,
  }),
  session: define({
    schema: session,
    id: (doc) => doc.id,
    // Cancelled while people were expected: each is still to be told so in their own case.
    keys: (doc) => ["all", doc.state, ...(doc.state === "cancelled" && doc.codes.length > 0 ? ["toUndo"] : [])],
    order: (doc) => `${doc.from} ${doc.id}`,
  }),
} as const;
