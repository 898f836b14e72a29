/** One case is erased: its head is stripped, what it counts for is frozen, and the rest goes in its turn. */
import { erasedLine } from "../../domain/rights/erased-line.ts";
import { strippedHead } from "../../domain/rights/retention.ts";
import type { Erased } from "../../domain/rights/retention-records.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import { oneMoreErasure } from "./erasures-counted.ts";
import { openPictureReader } from "./read-picture.ts";
import { mergedInto } from "./merged-records.ts";
import type { Services } from "../frame/services.ts";

interface Erasing {
  /** The case that is left: its code, and that it is erased. */
  readonly head: { readonly next: CaseFile; readonly version: string };
  readonly writes: readonly Write[];
}

/** What it counts for: what is read of it now, unless a newer backup says what it counted for on the day it was erased. */
const countedFor = async (
  services: Services,
  code: string,
  known: Erased | null,
): Promise<Pick<Erased, "row" | "marks">> => {
  if (known !== null) return known;
  const reader = await openPictureReader(services);
  return erasedLine((await reader.read(code))?.line ?? null) ?? { row: null, marks: {} };
};

/** `mark`: written before, when a backup that holds the file again was restored. */
export const beginErasure = async (
  services: Services,
  { memberId }: Pick<Actor, "memberId">,
  { doc: head, version }: Versioned<CaseFile>,
  because: Erased["because"],
  mark?: Versioned<Erased>,
): Promise<Erasing> => {
  const known = mark?.doc.state === "going" ? mark.doc : null;
  const [{ row, marks }, esf, merged] = await Promise.all([
    countedFor(services, head.code, known),
    services.store.list({ kind: "esfAnswers", key: `case:${head.code}`, limit: 1 }),
    mergedInto(services, head.code),
  ]);
  const on = known?.on ?? services.clock.today();
  const erased: Erased = {
    ...{ kind: "erased", schemaVersion: 1, code: head.code, on, by: memberId, because, state: "going" },
    ...{ row, marks, esfLeft: esf.items.length > 0, againOn: null },
    together: [...new Set([...(known?.together ?? []), ...merged])],
    at: known?.at ?? services.clock.now().toISOString(),
  };
  return {
    head: { next: strippedHead(head, { on, by: memberId }), version },
    writes: [
      { op: "put", doc: erased, expected: mark?.version ?? "new" },
      { op: "delete", kind: "summary", id: head.code },
      await oneMoreErasure(services),
    ],
  };
};
