/** How what a person agreed to and asked, the lists of files at their end and what is left of an erased one are kept and found again. */
import { define } from "../codec.ts";
import { agreement, rightsRequest } from "./records.ts";
import { erased, retentionList } from "./retention-records.ts";

export const rightsCodecs = {
  agreement: define({
    schema: agreement,
    id: (doc) => doc.id,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => doc.at,
  }),
  rightsRequest: define({
    schema: rightsRequest,
    id: (doc) => doc.id,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => doc.at,
  }),
  retentionList: define({
    schema: retentionList,
    id: (doc) => doc.month,
    keys: () => ["all"],
    order: (doc) => doc.month,
  }),
  erased: define({
    schema: erased,
    id: (doc) => doc.code,
    keys: (doc) => [
      "all",
      `case:${doc.code}`,
      doc.state,
      ...(doc.againOn === null ? [] : ["again"]),
      ...(doc.esfLeft ? ["esfLeft"] : []),
    ],
    order: (doc) => doc.code,
  }),
} as const;
