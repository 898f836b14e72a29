import assert from "node:assert/strict";
import fc from "fast-check";
import { counterKey, type Marks } from "../../src/domain/dashboard/measures.ts";
import type { Line } from "../../src/domain/dashboard/line.ts";
import { STEPS } from "../../src/domain/dashboard/steps.ts";
import type { Role } from "../../src/domain/people/member.ts";
import { addDays } from "../../src/domain/participant/days.ts";
import { MILESTONES } from "../../src/domain/participant/milestones.ts";
import { nameOrder } from "../../src/domain/participant/names.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { compareText } from "../../src/stores/plan.ts";
import { browseParticipants, type BrowsedPeople } from "../../src/use-cases/browse-participants.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import type { Narrowing } from "../../src/use-cases/parts/whose-people.ts";
import { anActor, NOW, TODAY } from "../support/builders.ts";
import { aLine, codeAt, countingStore, OTHER, OWN, writeLine, writePerson } from "../support/people-lines.ts";
import { tabServices } from "../support/tab-services.ts";

const EVERYONE: Narrowing = {
  ...{
    place: null,
    milestone: null,
    late: false,
    soon: false,
    outreach: false,
    whose: null,
    sort: "name",
    behind: null,
  },
};
const with_ = (store = createMemoryStore({ now: () => new Date(NOW) })): Services => ({
  ...tabServices([]).services,
  store,
});
const asking = (services: Services, roles: readonly Role[], asked: Partial<Narrowing>, cursor?: string, limit = 25) =>
  ask(services, anActor({ roles }), browseParticipants, {
    ...{ narrowing: { ...EVERYONE, ...asked }, cursor: cursor ?? null, limit },
  });

const read = async (
  services: Services,
  asked: Partial<Narrowing>,
  cursor?: string,
  limit = 25,
): Promise<BrowsedPeople> => {
  const answer = await asking(services, ["coordinatrice"], asked, cursor, limit);
  assert.ok(answer.ok, answer.ok ? "" : answer.refusal);
  return answer.value;
};

describe("Who lists whom", () => {
  let services: Services;
  const enteredIn = (referent: string): Marks => ({
    "2026-11": [{ measure: ["entered"], referent, on: "2026-11-16" }],
    now: [{ measure: ["barrier", "mobilite", "4"], referent: null, on: null }],
  });
  before(async () => {
    services = with_();
    await writePerson(services.store, aLine({ code: codeAt(0) }, enteredIn(OWN)));
    await writePerson(services.store, aLine({ code: codeAt(1), referentId: OTHER }, enteredIn(OTHER)));
  });

  const codesFor = async (roles: readonly Role[], asked: Partial<Narrowing> = {}): Promise<string> => {
    const answer = await asking(services, roles, asked);
    return answer.ok ? answer.value.lines.map(({ row }) => row.code.slice(-1)).join("") : answer.refusal;
  };
  const ENTERED: NonNullable<Narrowing["behind"]> = {
    measure: ["entered"],
    months: { from: "2026-11", to: "2026-11" },
  };
  const behind = (measure: Narrowing["behind"]): Partial<Narrowing> => ({ behind: measure });
  const barrier = behind({ measure: ["barrier", "mobilite", "4"], months: null });
  const decided = behind({ measure: ["decided", "stay", "none"], months: { from: "2026-11", to: "2026-11" } });

  for (const [roles, asked, expected] of [
    [["referent"], {}, "1"],
    [["referent"], { whose: "everyone" }, "roleMayNot"],
    [["referent"], { whose: { referent: OTHER } }, "roleMayNot"],
    [["referent"], { whose: { referent: OWN } }, "1"],
    [["referent", "chargeDeProjet"], {}, "1"],
    [["referent", "chargeDeProjet"], { whose: "everyone" }, "12"],
    [["referent", "chargeDeProjet"], { whose: { referent: OTHER } }, "2"],
    [["chargeDeProjet"], {}, "12"],
    [["coordinatrice"], { whose: { referent: OTHER } }, "2"],
    [["assistante"], {}, "12"],
    [["membreCellule"], {}, "roleMayNot"],
    [["referent", "membreCellule"], {}, "1"],
    [["coordinatrice"], behind(ENTERED), "12"],
    [["referent", "chargeDeProjet"], behind(ENTERED), "12"],
    [["coordinatrice"], { ...behind(ENTERED), whose: { referent: OTHER } }, "2"],
    [["assistante"], behind(ENTERED), "12"],
    [["referent"], behind(ENTERED), "1"],
    [["coordinatrice"], barrier, "12"],
    [["assistante"], barrier, "roleMayNot"],
    [["referent"], barrier, "roleMayNot"],
    [["coordinatrice"], { ...barrier, whose: { referent: OTHER } }, "choiceMissing"],
    [["assistante"], decided, "roleMayNot"],
    [["coordinatrice"], decided, ""],
    [["membreCellule"], behind(ENTERED), "roleMayNot"],
  ] as const satisfies readonly (readonly [readonly Role[], Partial<Narrowing>, string])[])
    it(`${roles.join(" and ")} asks for ${JSON.stringify(asked)}: ${expected === "" ? "nobody" : expected}`, async () => {
      assert.equal(await codesFor(roles, asked), expected);
    });

  it("refuses narrowings that do not go together, and numbers that are not counted so", async () => {
    for (const asked of [
      { place: { step: "toMeet" }, milestone: "t0" },
      { ...behind(ENTERED), late: true },
      { ...behind(ENTERED), soon: true },
      { ...behind(ENTERED), outreach: true },
      { late: true, soon: true },
      { milestone: "t0", outreach: true },
      { place: { step: "toMeet" }, outreach: true },
      { ...behind(ENTERED), place: { step: "toMeet" } },
      behind({ measure: ["entered"], months: null }),
      behind({ measure: ["step", "toMeet"], months: ENTERED.months }),
      behind({ measure: ["entered"], months: { from: "2026-11", to: "2026-10" } }),
      behind({ measure: ["entered"], months: { from: "2020-01", to: "2026-10" } }),
    ] satisfies readonly Partial<Narrowing>[])
      assert.equal(await codesFor(["coordinatrice"], asked), "choiceMissing", JSON.stringify(asked));
  });
});

const NAMES: readonly string[] = ["Abel", "Benali", "Bénali", "Le Goff", "Zoé"];
const date = fc.integer({ min: -60, max: 20 }).map((days) => addDays(TODAY, days));
const onePerson = fc.record({
  ...{ givenName: fc.constantFrom(...NAMES), familyName: fc.constantFrom(...NAMES), step: fc.constantFrom(...STEPS) },
  ...{ status: fc.constantFrom("oriented", "entered", "cancelled"), referentId: fc.constantFrom(OWN, OTHER) },
  ...{ orientedOn: date, enteredOn: fc.option(date), months: fc.subarray(["2025-12", "2026-10", "2026-11"]) },
  due: fc.array(fc.record({ milestone: fc.constantFrom(...MILESTONES), on: date }), { maxLength: 2 }),
});
const lineOf = (
  { months, due, ...row }: typeof onePerson extends fc.Arbitrary<infer P> ? P : never,
  at: number,
): Line => {
  const soonest = [...new Map(due.map((one) => [one.milestone, one])).values()].sort((one, other) =>
    compareText(one.on, other.on),
  );
  const marks = months.map((month) => [month, [{ measure: ["entered"], referent: row.referentId, on: `${month}-05` }]]);
  const isThere = row.status !== "cancelled";
  const names = isThere ? {} : { givenName: "", familyName: "" };
  return aLine({ ...row, ...names, code: codeAt(at), due: isThere ? soonest : [] }, Object.fromEntries(marks) as Marks);
};
const somePeople = fc.array(onePerson, { maxLength: 40 }).map((people) => people.map(lineOf));
const someNarrowing: fc.Arbitrary<Narrowing> = fc
  .record({
    place: fc.option(
      fc.oneof(
        fc.constantFrom("oriented" as const, "entered" as const).map((status) => ({ status })),
        fc.constantFrom(...STEPS).map((step) => ({ step })),
      ),
    ),
    milestone: fc.option(fc.constantFrom(...MILESTONES)),
    when: fc.constantFrom("late" as const, "soon" as const, "outreach" as const, null),
    whose: fc.constantFrom("everyone" as const, { referent: OWN }),
    sort: fc.constantFrom("name" as const, "since" as const, "due" as const),
    isBehind: fc.boolean(),
  })
  .map(({ isBehind, when, ...asked }) => {
    const anyDay = { late: false, soon: false, outreach: false };
    if (isBehind)
      return {
        ...{ place: null, milestone: null, ...anyDay, whose: asked.whose, sort: asked.sort },
        behind: { measure: ["entered"], months: { from: "2025-11", to: "2026-11" } },
      };
    const days = when === null ? anyDay : { ...anyDay, [when]: true };
    if (when === "outreach") return { ...asked, ...days, place: null, milestone: null, behind: null };
    return { ...asked, ...days, place: asked.milestone === null ? asked.place : null, behind: null };
  });

/** Who is in the list, in its order, said without any key. */
const expectedIn = (lines: readonly Line[], asked: Narrowing): readonly string[] => {
  const mine = lines.filter(({ row }) => asked.whose === "everyone" || row.referentId === OWN);
  const byName = ({ row }: Line): string => `${nameOrder(row)} ${row.code}`;
  const sorted = (of: readonly Line[], order: (line: Line) => string) =>
    of.toSorted((one, other) => compareText(order(one), order(other)));
  if (asked.behind !== null)
    return ["2026-11", "2026-10", "2025-12"].flatMap((month) =>
      sorted(
        mine.filter(({ marks }) => marks[month]?.some((mark) => counterKey(mark).startsWith("entered"))),
        byName,
      ).map(({ row }) => `${row.code} ${month}`),
    );
  const { place, milestone, late, soon, outreach, sort } = asked;
  const sinceOf = ({ row }: Line): string => row.enteredOn ?? row.orientedOn;
  const dueOf = ({ row }: Line) => row.due.find((one) => milestone === null || one.milestone === milestone);
  const isDue = !outreach && (milestone !== null || late || soon || sort === "due");
  const isSoon = (on: string): boolean => TODAY <= on && on <= addDays(TODAY, 14);
  const kept = mine.filter((line) => {
    const { row } = line;
    if (row.status === "cancelled") return false;
    if (place !== null && ("status" in place ? row.status !== place.status : row.step !== place.step)) return false;
    if (outreach) return row.status === "oriented" && sinceOf(line) < addDays(TODAY, -45);
    const due = dueOf(line);
    return !isDue || (due !== undefined && (!late || due.on < TODAY) && (!soon || isSoon(due.on)));
  });
  const since = (line: Line): string => String(99_999_999 - Number(sinceOf(line).replaceAll("-", "")));
  const order = isDue ? (line: Line) => dueOf(line)?.on ?? "" : outreach || sort === "since" ? since : byName;
  return sorted(kept, (line) => `${order(line)} ${line.row.code}`).map(({ row }) => row.code);
};

const shown = ({ lines }: BrowsedPeople): readonly string[] =>
  lines.map(({ row, part }) => (part === null ? row.code : `${row.code} ${part}`));

describe("Pages of people", () => {
  it("forward through all shows each line once, in order; back shows the same pages, whatever the narrowing", async () => {
    await fc.assert(
      fc.asyncProperty(somePeople, someNarrowing, fc.integer({ min: 1, max: 9 }), async (lines, asked, limit) => {
        const services = with_();
        for (const line of lines) await writePerson(services.store, line);
        const forward = [await read(services, asked, undefined, limit)];
        for (let next = forward[0]?.next; next != null; next = forward.at(-1)?.next) {
          forward.push(await read(services, asked, next, limit));
          assert.ok(forward.length <= 130, "the pages never end");
        }
        assert.deepEqual(forward.flatMap(shown), expectedIn(lines, asked));
        const back = [forward.at(-1)!];
        for (let previous = back[0]?.previous; previous != null; previous = back[0]?.previous)
          back.unshift(await read(services, asked, previous, limit));
        const full = forward.slice(0, -1);
        assert.deepEqual(back.map(shown).slice(0, full.length), full.map(shown), "going back shows other pages");
      }),
      { numRuns: 150 },
    );
  });

  it("whoever does not move is shown once, while others move between two pages", async () => {
    await fc.assert(
      fc.asyncProperty(
        somePeople,
        someNarrowing.filter(({ whose }) => whose === "everyone"),
        fc.array(onePerson, { minLength: 20, maxLength: 20 }),
        async (lines, asked, others) => {
          const services = with_();
          for (const line of lines) await writePerson(services.store, line);
          const moves = lines.flatMap((before, at) => {
            const { givenName, familyName } = before.row;
            const moved = others[at];
            // A name that is corrected moves the page that it begins: that page then starts where the person now stands.
            return at % 3 !== 0 || moved === undefined || before.row.status === "cancelled"
              ? []
              : [{ before, after: lineOf({ ...moved, givenName, familyName }, at) }];
          });
          const seen: string[] = [];
          let page = await read(services, asked, undefined, 4);
          for (;;) {
            seen.push(...shown(page));
            const move = moves.shift();
            if (move !== undefined) await writeLine(services.store, move.after, move.before);
            if (page.next === null) break;
            page = await read(services, asked, page.next, 4);
          }
          const stable = lines.filter((_line, at) => at % 3 !== 0);
          const codes = new Set(stable.map(({ row }) => row.code));
          const seenStable = seen.filter((one) => codes.has(one.slice(0, 11)));
          assert.deepEqual(seenStable, expectedIn(stable, asked));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("an address that says where a page starts holds no name", async () => {
    await fc.assert(
      fc.asyncProperty(somePeople, someNarrowing, async (lines, asked) => {
        const services = with_();
        for (const line of lines) await writePerson(services.store, line);
        for (let cursor: string | null | undefined; cursor !== null;) {
          const page: BrowsedPeople = await read(services, asked, cursor, 3);
          for (const said of [page.next, page.previous])
            assert.match(
              said ?? "after.list.P-2026-0001",
              /^(after|before)\.(list|now|\d{4}-\d{2})\.[\d.-]*P-2026-\d{4}$/,
            );
          cursor = page.next;
        }
      }),
      { numRuns: 40 },
    );
  });

  it("whoever asks from a person of somebody else learns nothing of where their name stands", async () => {
    const services = with_();
    for (const at of [0, 1, 2]) await writePerson(services.store, aLine({ code: codeAt(at), familyName: `A${at}` }));
    await writePerson(services.store, aLine({ code: codeAt(3), familyName: "A1b", referentId: OTHER }));
    const asked = await asking(services, ["referent"], {}, `after.list.${codeAt(3)}`);
    const nobody = await asking(services, ["referent"], {}, `after.list.${codeAt(8)}`);
    assert.ok(asked.ok && nobody.ok);
    assert.deepEqual(asked.value, nobody.value);
    assert.deepEqual(shown(asked.value), [codeAt(0), codeAt(1), codeAt(2)]);
  });

  it("a page starts where it should after the person at its top left the lists", async () => {
    const services = with_();
    const people = [0, 1, 2, 3, 4].map((at) => aLine({ code: codeAt(at), familyName: `A${at}` }));
    for (const line of people) await writePerson(services.store, line);
    const first = await read(services, {}, undefined, 2);
    assert.deepEqual(shown(first), [codeAt(0), codeAt(1)]);
    await services.store.commit([
      { op: "delete", kind: "listed", id: `name.${codeAt(1)}` },
      { op: "delete", kind: "listed", id: `since.${codeAt(1)}` },
    ]);
    assert.deepEqual(shown(await read(services, {}, first.next ?? "", 2)), [codeAt(2), codeAt(3)]);
  });
});

describe("What a page of people costs", function () {
  this.timeout(120_000);
  const PAGE = 25;
  for (const size of [1000, 10_000])
    it(`reads its own lines and no others among ${size} people`, async () => {
      const services = with_();
      for (let at = 0; at < size; at += 1) {
        const month = `2026-${String(1 + (at % 11)).padStart(2, "0")}`;
        const line = aLine(
          {
            ...{ code: codeAt(at), familyName: `N${(at * 7919) % size}`, referentId: at % 20 === 0 ? OWN : OTHER },
            ...{ step: STEPS[at % STEPS.length]!, due: [{ milestone: "t0", on: addDays(TODAY, (at % 60) - 30) }] },
          },
          { [month]: [{ measure: ["entered"], referent: OTHER, on: `${month}-05` }] },
        );
        await writeLine(services.store, line);
      }
      const narrowings: readonly Partial<Narrowing>[] = [
        {},
        { sort: "since" },
        { sort: "due" },
        { late: true },
        { milestone: "t0", soon: true },
        { milestone: "t0" },
        { place: { step: "assessed" } },
        { whose: { referent: OWN } },
        { behind: { measure: ["entered"], months: { from: "2026-01", to: "2026-11" } } },
      ];
      for (const asked of narrowings) {
        let cursor: string | undefined;
        for (let rank = 0; rank < 3; rank += 1) {
          const { store, counted } = countingStore(services.store);
          const page = await read({ ...services, store }, asked, cursor, PAGE);
          assert.equal(page.lines.length, PAGE, JSON.stringify(asked));
          assert.ok(counted.documents <= 1.1 * PAGE, `${JSON.stringify(asked)}: ${counted.documents} documents`);
          assert.ok(counted.requests <= 3, `${JSON.stringify(asked)}: ${counted.requests} requests`);
          cursor = page.next ?? undefined;
        }
      }
    });
});
