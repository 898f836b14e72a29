/** How what was tried to meet a person, and what was said of it, are kept and found again. */
import { define } from "../codec.ts";
import { attempt, endingWords, prescriberTold } from "./records.ts";

export const outreachCodecs = {
  attempt: define({
    schema: attempt,
    id: (doc) => doc.id,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => `${doc.on} ${doc.at}`,
  }),
  prescriberTold: define({
    schema: prescriberTold,
    id: (doc) => `${doc.code}.${doc.parcours}.${doc.what}`,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => doc.at,
  }),
  endingWords: define({
    schema: endingWords,
    id: (doc) => `${doc.code}.${doc.parcours}`,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => doc.at,
  }),
} as const;
