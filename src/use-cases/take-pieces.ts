import { z } from "zod";
import { missingBefore, piecesKey, type CasePieces, type PiecesFilter } from "../domain/completeness/records.ts";
import type { Day } from "../domain/participant/codes.ts";
import { everyDocument } from "./frame/every-document.ts";
import { notePieces } from "./frame/note-opening.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { mayListPieces, missingIn, piecesAsked, whoseIn, type MissingRow } from "./list-pieces.ts";

const input = z.strictObject(piecesAsked);

export interface TakenPieces {
  readonly plie: string;
  readonly on: Day;
  /** Read as they are taken, the oldest first. */
  readonly rows: AsyncIterable<MissingRow>;
}

const AT_ONCE = 50;

async function* everyRow(services: Services, filter: PiecesFilter, today: Day): AsyncGenerator<MissingRow> {
  let docs: CasePieces[] = [];
  const list = { kind: "casePieces", key: piecesKey(filter), to: missingBefore(today) } as const;
  for await (const { doc } of everyDocument(services.store, list)) {
    docs.push(doc);
    if (docs.length < AT_ONCE) continue;
    yield* await missingIn(services, filter, docs);
    docs = [];
  }
  yield* await missingIn(services, filter, docs);
}

/** The list of *Pièces à compléter*, whole, as a file: for whoever reads it on the page. */
export const takePieces = query<z.infer<typeof input>, null, TakenPieces>({
  act: "pieces.take",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor, _loaded, asked) => (mayListPieces(actor, asked) ? null : "roleMayNot"),
  run: async (services, actor, _loaded, asked) => {
    await notePieces(services, actor);
    const today = services.clock.today();
    const filter = { referent: whoseIn(actor, asked), among: asked.among };
    return done({ plie: services.plie.name, on: today, rows: everyRow(services, filter, today) });
  },
});
