import type { Attempt } from "../../domain/outreach/records.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";

/** What was tried to reach someone in this parcours, the latest first. */
export const attemptsOf = async (
  { store }: Pick<Services, "store">,
  { code, parcours }: Pick<CaseFile, "code" | "parcours">,
): Promise<readonly Attempt[]> => {
  const found: Attempt[] = [];
  for await (const { doc } of everyDocument(store, { kind: "attempt", key: `case:${code}` }))
    if (doc.parcours === parcours) found.push(doc);
  return found.sort((one, other) => other.on.localeCompare(one.on) || other.at.localeCompare(one.at));
};
