/** Everything that is stored of a person whose file is erased, on its way out: batch by batch, as often as it takes until nothing is left. */
import type { PastParcours } from "../../domain/participant/case-file.ts";
import { KEEPING } from "../../domain/records/keeping.ts";
import { rowOf, type StoredDocument } from "../../domain/records/catalogue.ts";
import { bareRow } from "../../domain/rights/erased-line.ts";
import { esfIsOver, strippedHead } from "../../domain/rights/retention.ts";
import type { Erased } from "../../domain/rights/retention-records.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { everythingOf } from "./everything-of.ts";
import { shortened } from "./shorten-cards.ts";
import { typedElsewhere } from "./typed-elsewhere.ts";

const AT_ONCE = 80;
/** Somebody else erases as well, or a message was on its way: the next round goes on. */
const PASSES_AT_MOST = 20;

/** `later`: it cannot go now. */
type Fate = readonly Write[] | "later";

const KEPT: Fate = [];

const removed = ({ doc, version }: Versioned<StoredDocument>): readonly Write[] => [
  { op: "delete", kind: doc.kind, id: rowOf(doc).id, expected: version },
];

/** Written where it changes something only: what was done once is not done again. */
const changed = <D extends StoredDocument>(doc: D, next: D, version: string): Fate =>
  JSON.stringify(doc) === JSON.stringify(next) ? KEPT : [{ op: "put", doc: next, expected: version }];

const pastStripped = (past: PastParcours, { on, by }: Erased): PastParcours => ({
  ...past,
  head: strippedHead(past.head, { on, by }),
  closedOn: `${past.closedOn.slice(0, 7)}-01`,
});

/** The document itself, for the kinds of which something stays. */
const rewritten = (services: Services, erased: Erased, { doc, version }: Versioned<StoredDocument>): Fate | null => {
  switch (doc.kind) {
    case "session": {
      const without = (codes: readonly string[]) => codes.filter((code) => code !== erased.code);
      return changed(doc, { ...doc, codes: without(doc.codes), came: without(doc.came) }, version);
    }
    case "pastParcours":
      return changed(doc, pastStripped(doc, erased), version);
    // The counters hold what this line says: the projector takes it from there.
    case "listed":
      return doc.sortedBy === "name" ? changed(doc, { ...doc, row: bareRow(doc.row) }, version) : null;
    // Emptying a card twice is emptying it: where it is goes only once that is asked.
    case "posted":
      return [shortened(services, doc, "fileClosed", null), ...removed({ doc, version })];
    // On its way: where it arrives is to be known first.
    case "outbox":
      return doc.state === "sending" ? "later" : null;
    case "marker":
      return KEPT;
    default:
      return null;
  }
};

const fateOf = (services: Services, erased: Erased, found: Versioned<StoredDocument>): Fate => {
  const rewriting = rewritten(services, erased, found);
  if (rewriting !== null) return rewriting;
  const keeping = KEEPING[found.doc.kind];
  if (keeping === "trace") return KEPT;
  const esfStays = keeping === "esf" && !esfIsOver(services.papers.retention, services.clock.today());
  return esfStays ? KEPT : removed(found);
};

interface Pass {
  readonly writes: readonly Write[];
  readonly later: boolean;
}

const look = async (services: Services, erased: Erased): Promise<Pass> => {
  const writes: Write[] = [...(await typedElsewhere(services, erased.code))];
  let later = false;
  for await (const found of everythingOf(services, erased.code)) {
    const fate = fateOf(services, erased, found);
    if (fate === "later") later = true;
    else writes.push(...fate);
  }
  return { writes, later };
};

/** True where nothing is left; false: something moved meanwhile, or is on its way. */
export const sweepPerson = async (services: Services, erased: Erased): Promise<boolean> => {
  for (let pass = 0; pass < PASSES_AT_MOST; pass += 1) {
    const { writes, later } = await look(services, erased);
    if (writes.length === 0) return !later;
    for (let start = 0; start < writes.length; start += AT_ONCE)
      if (!(await services.store.commit(writes.slice(start, start + AT_ONCE))).ok) break;
  }
  return false;
};
