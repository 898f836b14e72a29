/** One case is erased: its head is stripped, what it counts for is frozen, and the rest goes in its turn. */
import { erasedLine } from "../../domain/rights/erased-line.ts";
import { strippedHead } from "../../domain/rights/retention.ts";
import type { Erased } from "../../domain/rights/retention-records.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import { openPictureReader } from "./read-picture.ts";
import { mergedInto } from "./merged-records.ts";
import type { Services } from "../frame/services.ts";

interface Erasing {
  /** The case that is left: its code, and that it is erased. */
  readonly head: { readonly next: CaseFile; readonly version: string };
  readonly writes: readonly Write[];
}

/** On the day after the next one, what was under way elsewhere is over. */
export const beginErasure = async (
  services: Services,
  { memberId }: Pick<Actor, "memberId">,
  { doc: head, version }: Versioned<CaseFile>,
  because: Erased["because"],
): Promise<Erasing> => {
  const [reader, esf] = await Promise.all([
    openPictureReader(services),
    services.store.list({ kind: "esfAnswers", key: `case:${head.code}`, limit: 1 }),
  ]);
  const line = erasedLine((await reader.read(head.code))?.line ?? null);
  const on = services.clock.today();
  const erased: Erased = {
    ...{ kind: "erased", schemaVersion: 1, code: head.code, on, by: memberId, because, state: "going" },
    ...{ row: line?.row ?? null, marks: line?.marks ?? {}, esfLeft: esf.items.length > 0, againOn: null },
    together: [...new Set(await mergedInto(services, head.code))],
    at: services.clock.now().toISOString(),
  };
  return {
    head: { next: strippedHead(head, { on, by: memberId }), version },
    writes: [
      { op: "put", doc: erased, expected: "new" },
      { op: "delete", kind: "summary", id: head.code },
    ],
  };
};
