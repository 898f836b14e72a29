/** How a hand-over is kept and found again. */
import { define } from "../codec.ts";
import { handover } from "./records.ts";

export const handoverCodecs = {
  handover: define({
    schema: handover,
    id: (doc) => doc.id,
    keys: (doc) => [
      `case:${doc.code}`,
      ...(doc.urgent && doc.confirmedIn === null && doc.closed === null ? ["toConfirm"] : []),
    ],
    order: (doc) => `${doc.decidedOn} ${doc.id}`,
  }),
} as const;
