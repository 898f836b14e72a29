/** Who sent whom, who is looked for, who was never met and why: against people counted one by one. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { countsWith, differencesOf } from "../../../src/domain/dashboard/count-marks.ts";
import { dashboardOf } from "../../../src/domain/dashboard/dashboard.ts";
import type { MaskedCount } from "../../../src/domain/dashboard/mask.ts";
import type { Counts, Part } from "../../../src/domain/dashboard/measures.ts";
import { BECAME } from "../../../src/domain/dashboard/orientations.ts";
import { isListed, type Picture } from "../../../src/domain/dashboard/picture.ts";
import { marksOf } from "../../../src/domain/dashboard/tally.ts";
import type { CaseFile } from "../../../src/domain/participant/case-file.ts";
import { ENDINGS } from "../../../src/domain/participant/clock-facts.ts";
import { period } from "../../support/a-count.ts";
import { aFramework } from "../../support/a-framework.ts";
import { anyCase, pictureOfCase } from "../../support/any-case.ts";
import { REFERENT_ID } from "../../support/builders.ts";

const RANKS = ["0", "1", "x"] as const;
const around = { framework: aFramework(), referents: [], groups: ["Dijon", "Sud"], prescribers: ["CCAS", "ML"] };
const asked = period({ from: "2026-08-01", to: "2026-10-31", today: "2027-06-01" });

const anyPicture = fc
  .record({
    recorded: anyCase("P-2026-0001"),
    prescriber: fc.constantFrom(...RANKS),
    group: fc.constantFrom(...RANKS),
    how: fc.option(fc.constantFrom(...ENDINGS)),
    neverMet: fc.boolean(),
    isLookedFor: fc.boolean(),
  })
  .map(({ recorded, prescriber, group, how, neverMet, isLookedFor }): Picture => {
    const { head } = recorded;
    const ended = { how: how ?? "noNews", door: "comeBack", on: "2026-12-20", by: REFERENT_ID } as const;
    const isOver = head.status === "left" && how !== null;
    const outreach = { openedOn: head.orientedOn, why: "late", reviewedOn: null } as const;
    const lived: CaseFile = {
      ...head,
      entry: isOver && neverMet ? null : head.entry,
      ended: isOver ? ended : null,
      outreach: head.status === "oriented" && isLookedFor ? outreach : null,
    };
    return { ...pictureOfCase({ ...recorded, head: lived }), origin: { prescriber, group } };
  });

interface Orientation {
  readonly month: string;
  readonly prescriber: string;
  readonly group: string;
  readonly what: (typeof BECAME)[number];
  readonly why: string;
  readonly isLookedFor: boolean;
}

/** One for each parcours that began in the period, as the trade counts them. */
const orientationsOf = (picture: Picture): readonly Orientation[] => {
  const { head, past, origin } = picture;
  if (head.mergedInto !== null || (head.status === "cancelled" && head.cancelled?.reason === "duplicate")) return [];
  const isCounted = isListed(picture) || head.status === "cancelled";
  return [...past, ...(isCounted ? [head] : [])].flatMap((one): Orientation[] => {
    if (one.orientedOn < asked.from || one.orientedOn > asked.to) return [];
    const waits = one === head && one.status === "oriented" && one.entry === null;
    const isError = one.status === "cancelled" && (one.entry !== null || one.cancelled?.reason !== "request");
    if (isError) return [];
    return [
      {
        ...origin,
        month: one.orientedOn.slice(0, 7),
        what: one.entry !== null ? "met" : waits ? "waiting" : "notMet",
        why: one.ended?.how ?? one.cancelled?.reason ?? "unsaid",
        isLookedFor: waits && one.outreach !== null,
      },
    ];
  });
};

/** Somebody counts once a month for one and the same thing. */
const once = (of: readonly Orientation[], thing: (one: Orientation) => string): readonly Orientation[] => [
  ...new Map(of.map((one) => [`${one.month} ${thing(one)}`, one])).values(),
];

const countsOf = (pictures: readonly Picture[]): ReadonlyMap<Part, Counts> => {
  const counts = new Map<Part, Counts>();
  const changes = pictures.map((picture) => ({ before: null, after: marksOf(picture) }));
  for (const [of, difference] of differencesOf(changes)) counts.set(of, countsWith({}, difference));
  return counts;
};

/** What is said of a number is true of it; masked, it is not said. */
const isTrueOf = (shown: MaskedCount | undefined, count: number, what: string): void => {
  assert.ok(shown !== undefined, what);
  if (shown.kind === "count") assert.equal(shown.count, count, what);
  if (shown.kind === "few") assert.ok(count > 0 && count < 5, `${what}: ${count} said to be a few`);
};

describe("Oriented, met, in outreach and not met", () => {
  it("is what a recount of the people gives, in all, by prescriber, by commune group and by reason", () => {
    let said = 0;
    fc.assert(
      fc.property(fc.array(anyPicture, { minLength: 10, maxLength: 60, size: "max" }), (pictures) => {
        const people = pictures.flatMap((picture) => once(orientationsOf(picture), ({ what }) => what));
        const times = (is: (one: Orientation) => boolean): number => people.filter(is).length;
        const { follow, lead } = dashboardOf(countsOf(pictures), asked, around);
        assert.deepEqual(
          (["total", "met", "waiting", "notMet", "reaching"] as const).map((what) => follow.oriented[what].count),
          [people.length, ...BECAME.map((what) => times((one) => one.what === what)), times((one) => one.isLookedFor)],
        );
        for (const [by, table] of [
          ["prescriber", lead.origins.prescribers],
          ["group", lead.origins.groups],
        ] as const) {
          if (table.kind !== "table") continue;
          said += 1;
          const ranks = RANKS.filter((rank) => times((one) => one[by] === rank) > 0);
          assert.deepEqual(
            table.rows.map(({ rank }) => rank),
            ranks,
          );
          for (const { rank, cells, total } of table.rows) {
            isTrueOf(
              total,
              times((one) => one[by] === rank),
              `${by} ${rank}`,
            );
            for (const [at, what] of BECAME.entries())
              isTrueOf(
                cells[at],
                times((one) => one[by] === rank && one.what === what),
                `${by} ${rank} ${what}`,
              );
          }
        }
        const lost = pictures.flatMap((picture) =>
          once(
            orientationsOf(picture).filter(({ what }) => what === "notMet"),
            ({ why }) => why,
          ),
        );
        assert.deepEqual(
          lead.origins.notMet.map(({ reason }): string => reason).sort(),
          [...new Set(lost.map(({ why }) => why))].sort(),
        );
        for (const { reason, people: shown } of lead.origins.notMet)
          isTrueOf(shown, lost.filter(({ why }) => why === reason).length, reason);
      }),
      { numRuns: 40 },
    );
    assert.ok(said > 10, "no table was ever shown: the recount would prove nothing");
  });
});
