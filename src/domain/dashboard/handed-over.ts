/** *Passages de relais* of a period: what became of those that were decided, and which partners could not receive somebody, and why. */
import { HANDOVER_KINDS } from "../participant/clock-facts.ts";
import { figureOf, gridOf, partsOfSaid, rowOf, type Figure, type FigureRow } from "./figures.ts";
import {
  HANDED_OVER,
  NOT_LISTED,
  PARTNER_KINDS,
  REFUSED_FOR,
  type HandedOver,
  type PartnerKind,
  type RefusedFor,
} from "./handover-marks.ts";
import type { Tally } from "./reading.ts";

export interface HandedOverRow {
  readonly what: (typeof HANDOVER_KINDS)[number];
  readonly people: Readonly<Record<HandedOver, Figure>>;
  readonly total: Figure;
}
export interface Refusals {
  /** Those that somebody was refused for, in the order of the table. */
  readonly reasons: readonly RefusedFor[];
  /** A person counts once for each partner and reason. */
  readonly rows: readonly {
    readonly partner: PartnerKind;
    readonly cells: readonly Figure[];
    readonly total: Figure;
  }[];
  /** By service of the directory, the most first; x: named by hand. */
  readonly structures: readonly { readonly service: string; readonly people: Figure }[];
}
export interface Handovers {
  readonly rows: readonly HandedOverRow[];
  readonly refusals: Refusals;
}

const none = figureOf(0);
const isSaid = ({ out }: Figure): boolean => out.kind === "count";
const unsaid = ({ count }: Figure): Figure => ({ count, out: { kind: "hidden" } });

/** Their numbers stand in other tables too, decided and gone out: where one of those is not said, nor are these, or they would tell it. */
const handedOverRow = (what: HandedOverRow["what"], period: Tally, elsewhere: readonly Figure[]): HandedOverRow => {
  const counts = HANDED_OVER.map((outcome) => period.of("handedOver", what, outcome));
  const [inTime = 0, later = 0, underWay = 0, without = 0] = counts;
  const whole = rowOf([inTime + later, underWay, without]);
  const said = [...elsewhere, ...whole.cells, whole.total].every(isSaid);
  const [secured = none, running = none, closed = none] = said ? whole.cells : whole.cells.map(unsaid);
  const [soon = none, late = none] = partsOfSaid(rowOf([inTime, later]), secured).cells;
  return {
    what,
    people: { inTime: soon, later: late, underWay: running, without: closed },
    total: said ? whole.total : unsaid(whole.total),
  };
};

const structuresOf = (period: Tally, kinds: readonly FigureRow[]): Refusals["structures"] => {
  const named = period
    .under("refusedBy")
    .map(({ rest: [service = NOT_LISTED], count }) => ({ service, count }))
    .sort((one, other) => other.count - one.count || (one.service < other.service ? -1 : 1));
  const row = rowOf(named.map(({ count }) => count));
  // A structure is of a kind: beside a table where one is masked, it would tell which.
  const said = [...kinds, row].every(({ cells, total }) => [...cells, total].every(isSaid));
  return named.map(({ service }, at) => {
    const people = row.cells[at] ?? none;
    return { service, people: said ? people : unsaid(people) };
  });
};

const refusalsOf = (period: Tally): Refusals => {
  const count = (partner: PartnerKind, reason: RefusedFor): number => period.of("refused", partner, reason);
  const partners = PARTNER_KINDS.filter((partner) => REFUSED_FOR.some((reason) => count(partner, reason) > 0));
  const reasons = REFUSED_FOR.filter((reason) => partners.some((partner) => count(partner, reason) > 0));
  const { rows } = gridOf(partners.map((partner) => reasons.map((reason) => count(partner, reason))));
  return {
    reasons,
    rows: partners.flatMap((partner, at) => {
      const row = rows[at];
      return row === undefined ? [] : [{ partner, ...row }];
    }),
    structures: structuresOf(period, rows),
  };
};

/** `elsewhere`: what the cells decided, and who left the file. */
export const handoversOf = (period: Tally, elsewhere: readonly Figure[]): Handovers => ({
  rows: HANDOVER_KINDS.map((what) => handedOverRow(what, period, elsewhere)),
  refusals: refusalsOf(period),
});
