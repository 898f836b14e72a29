/** The records of one person: those that were merged into another, and the one that is kept. */
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";

/** The records that were merged into this one, and those that had been merged into them. */
export const mergedInto = async (services: Pick<Services, "store">, code: string): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const { doc } of everyDocument(services.store, { kind: "event", key: `case:${code}` })) {
    const from = doc.what === "record.received" ? doc.details["from"] : undefined;
    if (typeof from === "string") found.push(from, ...(await mergedInto(services, from)));
  }
  return found;
};
