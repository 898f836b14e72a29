import { z } from "zod";
import type { ExtractionColumn } from "../domain/exchange/extraction-columns.ts";
import { firstDayOf, freezesFrom, monthOf } from "../domain/exchange/extraction-month.ts";
import type { Extraction, Month } from "../domain/exchange/extraction-records.ts";
import type { Day } from "../domain/participant/codes.ts";
import { addDays } from "../domain/participant/days.ts";
import { mayTakeExtraction } from "../domain/people/actor.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { columnsNow } from "./parts/read-extraction.ts";

const MONTHS_AT_MOST = 120;

export interface SeenExtractions {
  /** Made for good, the latest first. */
  readonly months: readonly Pick<Extraction, "month" | "on" | "rows" | "version">[];
  /** Not made yet: the present month, and the past one before its day. */
  readonly provisional: readonly { readonly month: Month; readonly freezesOn: Day }[];
  readonly columns: readonly ExtractionColumn[];
  readonly version: string;
}

/** *Extraction mensuelle*: the months that may be taken, and what each column means. */
export const seeExtractions = query<Record<string, never>, null, SeenExtractions>({
  act: "extraction.see",
  input: z.strictObject({}),
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (mayTakeExtraction(actor) ? null : "roleMayNot"),
  run: async (services) => {
    const { clock, papers, store } = services;
    const page = await store.list({ kind: "extraction", key: "done", limit: MONTHS_AT_MOST, descending: true });
    const months = page.items.map(({ doc: { month, on, rows, version } }) => ({ month, on, rows, version }));
    const present = monthOf(clock.today());
    const past = monthOf(addDays(firstDayOf(present), -1));
    const { freezeDay, version } = papers.extraction;
    const provisional = [present, past]
      .filter((month) => !months.some((one) => one.month === month))
      .map((month) => ({ month, freezesOn: freezesFrom(month, freezeDay) }));
    return done({ months, provisional, columns: await columnsNow(services), version });
  },
});
