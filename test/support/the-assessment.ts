import type { Assessed } from "../../src/documents/aipd.ts";
import { catalogue } from "../../src/domain/records/catalogue.ts";
import { KEEPING } from "../../src/domain/records/keeping.ts";
import { thePapers } from "./the-papers.ts";

const keepingOf = new Map(Object.entries(KEEPING));

/** Every kind of document that a store keeps, with the durations and the notice of the PLIE's files. */
export const theAssessment = (): Assessed => ({
  ...thePapers(),
  kinds: Object.entries(catalogue).map(([kind, { schema, passes }]) => ({
    ...{ kind, schema, passes },
    keeping: keepingOf.get(kind) ?? "plie",
  })),
});
