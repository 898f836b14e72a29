import { z } from "zod";
import { firstDayOf, monthOf } from "../domain/exchange/extraction-month.ts";
import { month, type Extraction, type ExtractionRow, type Month } from "../domain/exchange/extraction-records.ts";
import { addDays } from "../domain/participant/days.ts";
import { mayTakeExtraction } from "../domain/people/actor.ts";
import { noteExtraction } from "./frame/note-opening.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { askedOf, columnsNow, frozenRows, liveRows } from "./parts/read-extraction.ts";

export interface TakenExtraction extends Pick<Extraction, "month" | "plie" | "columns" | "sheets" | "version" | "on"> {
  /** Not made for good: it changes with what is recorded. */
  readonly provisional: boolean;
  /** Read as they are taken. */
  readonly rows: AsyncIterable<ExtractionRow>;
}

/** The present month, or the past one until it is made for good. */
const isOpen = ({ clock }: Services, asked: Month): boolean => {
  const present = monthOf(clock.today());
  return asked === present || asked === monthOf(addDays(firstDayOf(present), -1));
};

const provisional = async (services: Services, asked: Month): Promise<TakenExtraction> => {
  const { papers, plie, clock } = services;
  const columns = [...(await columnsNow(services))];
  const { sheets, version } = papers.extraction;
  return {
    ...{ month: asked, plie: plie.name, columns, sheets, version, on: clock.today(), provisional: true },
    rows: liveRows(services, askedOf(asked, columns)),
  };
};

/** One month of the *extraction mensuelle*, row after row. `choiceMissing`: there is nothing of that month. */
export const takeExtraction = query<{ readonly month: Month }, Extraction | null, TakenExtraction>({
  act: "extraction.take",
  input: z.strictObject({ month }),
  load: async ({ store }, _actor, asked) => done((await store.get("extraction", asked.month))?.doc ?? null),
  allow: (actor) => (mayTakeExtraction(actor) ? null : "roleMayNot"),
  run: async (services, actor, made, asked) => {
    const isDone = made !== null && made.doneAt !== null;
    if (!isDone && !isOpen(services, asked.month)) return refused("choiceMissing");
    await noteExtraction(services, actor, asked.month);
    if (!isDone) return done(await provisional(services, asked.month));
    const { plie, columns, sheets, version, on } = made;
    const rows = frozenRows(services, asked.month);
    return done({ month: asked.month, plie, columns, sheets, version, on, provisional: false, rows });
  },
});
