/** How what comes from another software, what leaves and the months of the extraction are kept and found again. */
import { define, secondsOf } from "../codec.ts";
import { extraction, extractionRow } from "./extraction-records.ts";
import { externalId, externalMark, importLine, importRun, isTodo, lineId } from "./import-records.ts";
import { transmission } from "./transmission.ts";

export const exchangeCodecs = {
  importRun: define({
    schema: importRun,
    id: (doc) => doc.id,
    keys: (doc) => ["all", ...(doc.state === "applying" ? ["underWay"] : [])],
    order: (doc) => `${doc.at} ${doc.id}`,
  }),
  importLine: define({
    schema: importLine,
    id: lineId,
    keys: (doc) => [
      `run:${doc.run}`,
      `plan:${doc.run}.${doc.plan}`,
      ...(doc.warnings.length === 0 ? [] : [`warned:${doc.run}`]),
      ...(doc.end === null ? [] : [`end:${doc.run}.${doc.end}`]),
      ...(isTodo(doc) ? [`todo:${doc.run}`] : []),
      ...(doc.code === null ? [] : [`case:${doc.code}`]),
      ...doc.candidates.map((code) => `case:${code}`),
    ],
    order: lineId,
    // What was read of a file goes by itself, done or not.
    ttl: () => secondsOf(7),
  }),
  externalId: define({
    schema: externalId,
    id: (doc) => doc.digest,
    keys: (doc) => [`case:${doc.code}`, `source:${doc.source}`],
    order: (doc) => doc.code,
  }),
  externalMark: define({
    schema: externalMark,
    id: (doc) => doc.digest,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => doc.code,
  }),
  transmission: define({
    schema: transmission,
    id: (doc) => doc.id,
    keys: (doc) => ["all", `case:${doc.code}`],
    order: (doc) => `${doc.at} ${doc.id}`,
  }),
  extraction: define({
    schema: extraction,
    id: (doc) => doc.month,
    keys: (doc) => ["all", ...(doc.doneAt === null ? [] : ["done"])],
    order: (doc) => doc.month,
  }),
  extractionRow: define({
    schema: extractionRow,
    id: (doc) => `${doc.month}.${doc.code}`,
    keys: (doc) => [`case:${doc.code}`, `month:${doc.month}`],
    order: (doc) => doc.code,
  }),
} as const;
