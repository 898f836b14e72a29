/** *Tableau de bord* over HTTP, with the demo's people: what each role reads, that each number is as long as its list, and what leaves. */
import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import { createProjector } from "../../bot/projector.ts";
import { dashboardPage, type DashboardPage } from "../../src/contracts/dashboard.ts";
import { participantsPage } from "../../src/contracts/participants.ts";
import { problem } from "../../src/contracts/problem.ts";
import { ESF_MENTION } from "../../src/documents/esf-block.ts";
import { listsBehind } from "../../tab/pages/dashboard/narrowing.ts";
import { DEMO_PEOPLE } from "../../src/use-cases/demo/people.ts";
import { dashboardTitles } from "../../src/wording/tab-dashboard.ts";
import { movableClock, peopleOf, TEAM } from "../conversation/steps.ts";
import { BASILE, Chat, DEMO_SERVICES, DORIAN, EUGENIE, FANTINE } from "../support/chat.ts";
import { readXlsx } from "../support/read-xlsx.ts";

/** Names in the address of the page, and what the API calls them. */
const NAMES: Readonly<Record<string, string>> = {
  ...{ statut: "status", etape: "step", echeance: "milestone", retard: "late", referent: "referent" },
  ...{ bientot: "soon", attente: "outreach" },
  ...{ derriere: "behind", du: "from", au: "to" },
};
const WHOSE: Readonly<Record<string, string>> = { tous: "everyone", moi: "mine" };

describe("The dashboard over HTTP", function () {
  this.timeout(60_000);
  let chat: Chat;
  before(async () => {
    chat = await Chat.start({
      ...{ people: peopleOf(TEAM), clock: movableClock(), servicesFile: DEMO_SERVICES },
      settings: { demo: "on" },
    });
    await createProjector(chat.product.services).run();
  });
  after(() => chat.stop());

  const get = (path: string, member = EUGENIE, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${chat.port}${path}`, { headers: { "x-local-member": member, ...headers } });
  const pageFor = async (member: string, query = ""): Promise<DashboardPage> =>
    dashboardPage.parse(await (await get(`/api/dashboard${query}`, member)).json());

  const peopleBehind = async (address: string, member: string): Promise<number> => {
    const said = [...new URL(address, "http://tab").searchParams];
    const query = new URLSearchParams(said.map(([name, value]) => [NAMES[name] ?? name, WHOSE[value] ?? value]));
    const response = await get(`/api/participants?limit=100&${query.toString()}`, member);
    assert.equal(response.status, 200, `${address} opens nothing`);
    const { items, next } = participantsPage.parse(await response.json());
    assert.equal(next, null, "more people than one page of this test");
    return items.length;
  };

  /** Every number that leads somewhere, with where it leads. */
  const numbersOf = ({ asked, follow, lead, names }: DashboardPage): readonly (readonly [number, string])[] => {
    const lists = listsBehind(asked);
    const { oriented, entered, late, outreach, steps, milestones, delays } = follow;
    const shown = (people: { kind: string; count?: number }, to: string): (readonly [number, string])[] =>
      people.kind === "count" ? [[people.count ?? 0, to]] : [];
    return [
      ...(["met", "waiting", "notMet"] as const).map(
        (what) => [oriented[what].count, lists.inPeriod("oriented", what)] as const,
      ),
      [oriented.total.count, lists.inPeriod("oriented")],
      [entered.count, lists.inPeriod("entered")],
      ...delays.map(({ delay, people }) => [people, lists.inPeriod("delay", delay)] as const),
      [late.count, lists.late("firstAppointment")],
      ...steps.map(({ step, people }) => [people.count, lists.step(step)] as const),
      [outreach.count, lists.outreach()],
      ...milestones.flatMap(({ milestone, late: past, coming }) => [
        [past.count, lists.late(milestone)] as const,
        [coming.count, lists.coming(milestone)] as const,
      ]),
      ...(lead?.decisions.entries ?? []).map(
        ({ outcome, to, people }) => [people.count, lists.inPeriod("decided", outcome, to ?? "none")] as const,
      ),
      ...(lead?.decisions.exits ?? []).flatMap(({ phase, outcomes }) =>
        outcomes.map(({ outcome, people }) => [people.count, lists.inPeriod("exit", phase, outcome)] as const),
      ),
      ...(lead === null ? [] : (["yes", "no", "none"] as const)).map(
        (way) => [lead!.decisions.concordance[way].count, lists.inPeriod("concordance", way)] as const,
      ),
      ...(lead?.workload ?? []).flatMap(({ referent, cells }) => {
        const at = (step: string) => cells.find((one) => one.step === step)?.people.count ?? 0;
        return [
          [at("toMeet"), lists.status("oriented", referent)] as const,
          [at("decided"), lists.status("decided", referent)] as const,
          [at("inPath"), lists.status("inPath", referent)] as const,
        ];
      }),
      ...(lead?.barriers ?? []).flatMap(({ domain, cells }) =>
        cells.flatMap((people, level) => shown(people, lists.ofTerritory("barrier", domain, String(level)))),
      ),
      ...(lead?.unmet ?? []).flatMap(({ theme, groups }) =>
        groups.flatMap(({ group, people }) =>
          shown(people, lists.ofTerritory("unmet", theme, String(names.groups.indexOf(group)))),
        ),
      ),
    ];
  };

  for (const [role, member] of [
    ["coordinatrice", EUGENIE],
    ["chargé de projet", DORIAN],
    ["assistante", FANTINE],
  ] as const)
    for (const query of ["", "?from=2026-10-01&to=2026-11-30", `?referent=${BASILE}`])
      it(`each number that a ${role} reads is as long as the list behind it ${query}`, async () => {
        const page = await pageFor(member, query);
        assert.ok(page.follow.inFirstPhase > 0 || query.includes("referent"), "the demo has nobody in the first phase");
        for (const [count, address] of numbersOf(page))
          assert.equal(await peopleBehind(address, member), count, address);
      });

  it("counts the people of the demo, and loses nobody", async () => {
    const { follow } = await pageFor(EUGENIE);
    assert.equal(follow.oriented.total.count, DEMO_PEOPLE.length);
    assert.equal(follow.oriented.notMet.count, 0);
  });

  it("the last twelve months where no day is said, and at most three years", async () => {
    const { asked } = await pageFor(EUGENIE);
    assert.deepEqual([asked.from.slice(8), asked.to >= asked.today, asked.today >= asked.from], ["01", true, true]);
    for (const query of ["?from=2020-01-01", "?from=2026-11-02&to=2026-11-01", "?from=hier", "?moi=1"]) {
      const response = await get(`/api/dashboard${query}`);
      assert.deepEqual([query, response.status], [query, 400]);
      assert.equal(problem.parse(await response.json()).code, "invalid");
    }
  });

  it("is read in three requests to the store at most, and gives no body again while nothing changed", async () => {
    const store = chat.product.services.store as unknown as Record<string, (...given: unknown[]) => unknown>;
    const calls: string[] = [];
    const kept = ["get", "getMany", "list"].map((name) => [name, store[name]!.bind(store)] as const);
    for (const [name, call] of kept)
      store[name] = (...given) => {
        calls.push(name);
        return call(...given);
      };
    const first = await get("/api/dashboard");
    Object.assign(store, Object.fromEntries(kept));
    assert.ok(calls.length >= 1 && calls.length <= 3, calls.join(", "));
    const again = await get("/api/dashboard", EUGENIE, { "if-none-match": first.headers.get("etag") ?? "" });
    assert.deepEqual([again.status, await again.text()], [304, ""]);
  });

  it("the assistante reads entries and milestones, and takes only these away", async () => {
    const page = await pageFor(FANTINE);
    assert.equal(page.lead, null);
    assert.deepEqual(
      page.follow.delays.map(({ delay }) => delay),
      ["entry", "t0"],
    );
    const file = await get("/api/dashboard/export?format=xlsx", FANTINE);
    const { sheets } = readXlsx(new Uint8Array(await file.arrayBuffer()));
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ["Orientations et entrées", "Première phase où en sont les p", "Échéances", "Délais"],
    );
  });

  it("the Excel file has one sheet a table, nothing computed, no small number, and the ESF+ mention on each", async () => {
    const file = await get("/api/dashboard/export?format=xlsx");
    assert.match(file.headers.get("content-disposition") ?? "", /^attachment; filename="tableau-de-bord-[-\d]+\.xlsx"/);
    const { sheets } = readXlsx(new Uint8Array(await file.arrayBuffer()));
    const tables = Object.keys(dashboardTitles).length;
    assert.equal(sheets.length, tables);
    assert.equal(new Set(sheets.map(({ name }) => name)).size, tables);
    for (const { name, cells, formulas } of sheets) {
      assert.equal(formulas, 0);
      assert.ok([...cells.values()].includes(ESF_MENTION), `${name} does not say who pays`);
      for (const [address, value] of cells)
        assert.ok(typeof value !== "number" || value === 0 || value >= 5, `${name} ${address}: ${value} people`);
    }
  });

  it("the CSV says the same, one number a line, and names no person accompanied", async () => {
    const text = await (await get("/api/dashboard/export?format=csv")).text();
    const lines: string[][] = parse(text, { bom: true, delimiter: ";" });
    assert.deepEqual(lines[0], ["Tableau", "Ligne", "Colonne", "Valeur"]);
    assert.ok(lines.every((line) => line.length === 4));
    assert.ok(
      lines.every((line) => !line.includes(ESF_MENTION)),
      "data carry no ESF+ mention",
    );
    for (const { familyName } of DEMO_PEOPLE) assert.ok(!text.includes(familyName), "a family name leaves");
  });
});
