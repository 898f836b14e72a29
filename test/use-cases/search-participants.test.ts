import assert from "node:assert/strict";
import type { Line } from "../../src/domain/dashboard/line.ts";
import type { Role } from "../../src/domain/people/member.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import type { Narrowing } from "../../src/use-cases/parts/whose-people.ts";
import { searchParticipants } from "../../src/use-cases/search-participants.ts";
import { anActor } from "../support/builders.ts";
import { aLine, codeAt, countingStore, OTHER, OWN, writePerson } from "../support/people-lines.ts";
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

const PEOPLE: readonly Line[] = [
  aLine({ code: codeAt(0), due: [{ milestone: "t0", on: "2026-11-20" }] }),
  aLine({ code: codeAt(1), givenName: "Élodie", familyName: "Le Goff-Péron", step: "toMeet", status: "oriented" }),
  aLine(
    { code: codeAt(2), givenName: "Amin", familyName: "Benaly", referentId: OTHER },
    { "2026-11": [{ measure: ["entered"], referent: OTHER, on: "2026-11-16" }] },
  ),
  aLine({ code: codeAt(3), givenName: "", familyName: "", status: "cancelled", step: "left" }),
];

describe("Searching people", () => {
  let services: Services;
  before(async () => {
    services = tabServices([]).services;
    for (const line of PEOPLE) await writePerson(services.store, line);
  });

  const finding = (
    query: string,
    roles: readonly Role[],
    asked: Partial<Narrowing> = {},
    cursor?: string,
    limit = 25,
  ) =>
    ask(services, anActor({ roles }), searchParticipants, {
      ...{ query, narrowing: { ...EVERYONE, ...asked }, cursor: cursor ?? null, limit },
    });
  const found = async (query: string, roles: readonly Role[], asked: Partial<Narrowing> = {}): Promise<string> => {
    const answer = await finding(query, roles, asked);
    if (!answer.ok) return answer.refusal;
    assert.equal(answer.value.count, answer.value.lines.length);
    return answer.value.lines.map(({ row }) => row.code.slice(-1)).join("");
  };
  const entered = (from: string): Narrowing["behind"] => ({ measure: ["entered"], months: { from, to: "2026-11" } });

  for (const [query, roles, asked, expected] of [
    ["benali", ["coordinatrice"], {}, "13"],
    ["benalli amina", ["coordinatrice"], {}, "1"],
    ["BEN", ["coordinatrice"], {}, "13"],
    ["goff elodie", ["coordinatrice"], {}, "2"],
    ["le go", ["assistante"], {}, "2"],
    ["élod", ["referent"], {}, "2"],
    ["benali", ["referent"], {}, "1"],
    ["benali", ["referent"], { whose: "everyone" }, "roleMayNot"],
    ["benali", ["referent", "chargeDeProjet"], {}, "1"],
    ["benali", ["referent", "chargeDeProjet"], { whose: "everyone" }, "13"],
    ["benali", ["membreCellule"], {}, "roleMayNot"],
    ["P-2026-0003", ["referent"], {}, ""],
    ["p 3", ["coordinatrice"], {}, "3"],
    ["2026 4", ["coordinatrice"], {}, "4"],
    ["benali", ["coordinatrice"], { late: true }, "1"],
    ["benali", ["coordinatrice"], { milestone: "t0" }, "1"],
    ["benali", ["coordinatrice"], { milestone: "synthesis" }, ""],
    ["elodie", ["coordinatrice"], { place: { step: "toMeet" } }, "2"],
    ["elodie", ["coordinatrice"], { place: { status: "entered" } }, ""],
    ["benali", ["coordinatrice"], { whose: { referent: OTHER } }, "3"],
    ["benali", ["coordinatrice"], { behind: entered("2026-09") }, "3"],
    ["benali", ["coordinatrice"], { behind: { measure: ["entered"], months: { from: "2026-10", to: "2026-10" } } }, ""],
    ["benali", ["coordinatrice"], { behind: entered("2026-11"), whose: { referent: OWN } }, ""],
    ["b", ["coordinatrice"], {}, ""],
    ["…", ["coordinatrice"], {}, ""],
    ["zorglub", ["coordinatrice"], {}, ""],
  ] as const satisfies readonly (readonly [string, readonly Role[], Partial<Narrowing>, string])[])
    it(`« ${query} » by ${roles.join(" and ")}, ${JSON.stringify(asked)}: ${expected === "" ? "nobody" : expected}`, async () => {
      assert.equal(await found(query, roles, asked), expected);
    });

  it("a cancelled record is found by its code, without a name", async () => {
    const answer = await finding("P-2026-0004", ["coordinatrice"]);
    assert.ok(answer.ok);
    const [line] = answer.value.lines;
    assert.deepEqual([line?.row.status, line?.row.familyName], ["cancelled", ""]);
  });

  it("pages through those who are found, in the order of names, both ways", async () => {
    const { services: many } = tabServices([]);
    for (let at = 0; at < 30; at += 1)
      await writePerson(
        many.store,
        aLine({ code: codeAt(at), familyName: `Martin${String.fromCharCode(97 + (at % 26))}${at}` }),
      );
    const page = async (cursor: string | null) => {
      const answer = await ask(many, anActor({ roles: ["coordinatrice"] }), searchParticipants, {
        ...{ query: "martin", narrowing: EVERYONE, cursor, limit: 12 },
      });
      assert.ok(answer.ok);
      return answer.value;
    };
    const first = await page(null);
    const second = await page(first.next);
    const third = await page(second.next);
    const names = [first, second, third].flatMap(({ lines }) => lines.map(({ row }) => row.familyName));
    assert.equal(names.length, 30);
    assert.deepEqual(names, [...new Set(names)].sort());
    assert.deepEqual([first.count, first.previous, third.next], [30, null, null]);
    assert.deepEqual((await page(third.previous)).lines, second.lines);
    assert.deepEqual((await page(second.previous)).lines, first.lines);
  });

  it("says that not all were read where very many names begin so, and reads no more of them", async () => {
    const { services: many } = tabServices([]);
    for (let at = 0; at < 400; at += 1)
      await writePerson(many.store, aLine({ code: codeAt(at), givenName: `Anne${at}`, familyName: "Martin" }));
    const { store, counted } = countingStore(many.store);
    const answer = await ask({ ...many, store }, anActor({ roles: ["coordinatrice"] }), searchParticipants, {
      ...{ query: "martin", narrowing: EVERYONE, cursor: null, limit: 25 },
    });
    assert.ok(answer.ok);
    assert.equal(answer.value.partial, true);
    assert.ok(counted.documents <= 2000, `${counted.documents} documents`);
  });
});
