/** Each month of the extraction as it was on the day that it was made for good. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { extractionFile } from "../../src/documents/extraction-file.ts";
import { addMonths } from "../../src/domain/participant/days.ts";
import { actorOf } from "../../src/use-cases/demo/doing.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { takeExtraction } from "../../src/use-cases/take-extraction.ts";

/** Those before are lived so that people are in the file on 1 January. */
const FIRST_MONTH = "2025-12";

export interface MonthsWatch {
  /** Whether the past month was not made yet: asked each morning, as the product asks it each hour. */
  readonly waits: (services: Services) => boolean;
  readonly afterRounds: (services: Services) => Promise<void>;
  /** The bytes of each month, as they were on the day it was made. */
  readonly taken: ReadonlyMap<string, string>;
}

export const bytesOf = async (services: Services, month: string): Promise<string> => {
  const member = services.people.members().find(({ roles }) => roles.includes("assistante"));
  assert.ok(member !== undefined);
  const extraction = await ask(services, actorOf(services, member), takeExtraction, { month });
  assert.ok(extraction.ok && !extraction.value.provisional, `${month} cannot be taken`);
  const hash = createHash("sha256");
  for await (const bytes of extractionFile(extraction.value, "csv")) hash.update(bytes);
  return hash.digest("hex");
};

export const createMonthsWatch = (): MonthsWatch => {
  const taken = new Map<string, string>();
  return {
    taken,
    waits: ({ clock }) => {
      const past = addMonths(`${clock.today().slice(0, 7)}-01`, -1).slice(0, 7);
      return past >= FIRST_MONTH && !taken.has(past);
    },
    afterRounds: async (services) => {
      const { items } = await services.store.list({ kind: "extraction", key: "done", limit: 1, descending: true });
      const month = items[0]?.doc.month;
      if (month !== undefined && !taken.has(month)) taken.set(month, await bytesOf(services, month));
    },
  };
};
