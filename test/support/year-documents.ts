import type { CaseFile } from "../../src/domain/participant/case-file.ts";
import type { Handover } from "../../src/domain/handover/records.ts";
import type { Identity } from "../../src/domain/participant/identity.ts";
import type { DocumentKind, DocumentOf } from "../../src/domain/records/catalogue.ts";
import type { Erased } from "../../src/domain/rights/retention-records.ts";
import type { Review } from "../../src/domain/review/records.ts";
import { everyDocument } from "../../src/use-cases/frame/every-document.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";

/** What is stored at the end of a year, of which everything is counted again. */
export interface YearDocuments {
  readonly files: readonly CaseFile[];
  readonly identities: ReadonlyMap<string, Identity>;
  readonly reviews: readonly Review[];
  readonly handovers: readonly Handover[];
  /** What those who are erased go on counting for: nothing else is left of them. */
  readonly erased: readonly Erased[];
}

export const allOf = async <K extends DocumentKind>(
  { store }: Services,
  kind: K,
  key = "all",
): Promise<readonly DocumentOf<K>[]> => {
  const docs: DocumentOf<K>[] = [];
  for await (const { doc } of everyDocument<K>(store, { kind, key })) docs.push(doc);
  return docs;
};

export const readYear = async (services: Services): Promise<YearDocuments> => {
  const files = await allOf(services, "case");
  const codes = files.map(({ code }) => code);
  const handovers: Handover[] = [];
  for (const code of codes) handovers.push(...(await allOf(services, "handover", `case:${code}`)));
  // One by one: who is archived is in no list.
  const identities = new Map<string, Identity>();
  for (const code of codes) {
    const identity = await services.store.get("identity", code);
    if (identity !== undefined) identities.set(code, identity.doc);
  }
  const [reviews, erased] = [await allOf(services, "review"), await allOf(services, "erased")];
  return { files, identities, reviews, handovers, erased };
};
