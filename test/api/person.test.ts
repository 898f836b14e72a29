import assert from "node:assert/strict";
import { personHistory } from "../../src/contracts/person-history.ts";
import { personOpenings } from "../../src/contracts/person-rights.ts";
import { person, type Person, type PersonRead } from "../../src/contracts/person.ts";
import type { Assessment, Finding } from "../../src/domain/diagnostic/assessment.ts";
import type { CaseFile } from "../../src/domain/participant/case-file.ts";
import { ALIX, BASILE, Chat, DEMO_SERVICES, EUGENIE, FANTINE } from "../support/chat.ts";
import { escapeHtml } from "../../src/documents/html.ts";
import { newRound } from "../../src/use-cases/open-round.ts";
import { aLevel } from "../support/builders.ts";

const DECIDED = "P-2026-0008";
const CANARY = "CanariDeTexte";
const URGENT = "sans-abri";

describe("One person over HTTP", function () {
  this.timeout(60_000);
  let chat: Chat;
  const get = (path: string, member: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${chat.port}/api/participants/${path}`, {
      headers: { "x-local-member": member, ...headers },
    });
  const read = async (member: string, code = DECIDED): Promise<Person> => {
    const response = await get(code, member);
    assert.equal(response.status, 200);
    return person.parse(await response.json());
  };
  const fileOf = async (member: string, code = DECIDED): Promise<PersonRead> => {
    const { read: file } = await read(member, code);
    assert.ok(file !== null, "who reads the case reads nothing of it");
    return file;
  };
  const caseOf = async (code = DECIDED): Promise<CaseFile> => {
    const found = await chat.product.services.store.get("case", code);
    assert.ok(found !== undefined);
    return found.doc;
  };
  const change = async (changes: Partial<CaseFile>): Promise<void> => {
    await chat.product.services.store.commit([{ op: "put", doc: { ...(await caseOf()), ...changes } }]);
  };
  const note = async (domain: Assessment["domain"], finding: Finding): Promise<void> => {
    const about = { code: DECIDED, parcours: 1, round: 0, domain, edition: 9, finding, draft: null };
    await chat.product.services.store.commit([{ op: "put", doc: { kind: "assessment", schemaVersion: 1, ...about } }]);
  };
  const anUrgent = async (): Promise<string> => {
    const known = chat.product.services.frameworks.current.urgentPoints;
    const point = known.find(({ id }) => id === URGENT) ?? known[0];
    assert.ok(point !== undefined);
    await change({ urgent: [{ id: point.id, raisedAt: "2026-11-24T08:00:00.000Z", raisedBy: ALIX, done: null }] });
    return point.label;
  };

  beforeEach(async () => {
    chat = await Chat.start({ servicesFile: DEMO_SERVICES, settings: { demo: "on" } });
  });
  afterEach(() => chat.stop());

  it("tells their référent what was noted, by whom and from where, both voices kept apart", async () => {
    const { rounds, frameworks } = await fileOf(ALIX);
    const [round] = rounds;
    assert.ok(round !== undefined && frameworks.length > 0);
    const noted = round.findings.filter(({ severity }) => (severity ?? 0) > 0);
    assert.ok(noted.length > 0, "no difficulty is told");
    for (const { source, by } of noted) assert.ok(source !== null && by !== null, "a level has no source or no author");
    assert.ok(noted.some(({ severity, selfSeverity }) => selfSeverity !== null && severity !== selfSeverity));
    assert.deepEqual(round.difficulties.length, noted.length);
  });

  it("gives the extent of each family of domains beside the whole", async () => {
    const [round] = (await fileOf(ALIX)).rounds;
    assert.ok(round?.extent != null);
    const parts = round.families.flatMap(({ extent }) => extent ?? []);
    assert.equal(round.families.length, 3);
    const sum = (of: "numerator" | "denominator"): number => parts.reduce((all, part) => all + part[of], 0);
    const { numerator, denominator } = round.extent;
    assert.equal(sum("numerator") * denominator, numerator * sum("denominator"), "families do not make the whole");
  });

  it("hides nothing of what was noted when the next evaluation is opened: neither on the page nor on the sheet given to them", async () => {
    const { rounds, inForce } = await fileOf(ALIX);
    const [before] = rounds;
    assert.ok(before !== undefined && before.difficulties.length > 0);
    assert.equal(inForce, null);
    await change({ round: 1 });
    const round = newRound(await caseOf(), 1, before.version, "2026-11-24");
    await chat.product.services.store.commit([{ op: "put", doc: round }]);
    const opened = await fileOf(ALIX);
    assert.deepEqual(opened.rounds[0]?.difficulties, []);
    assert.deepEqual(opened.inForce?.difficulties, before.difficulties);
    assert.deepEqual(
      opened.inForce.carried,
      before.findings.flatMap(({ domain, state }) => (state === "notAddressed" ? [] : [domain])),
    );
    const sheet = await (await get(`../documents/fiche-personne/${DECIDED}`, ALIX)).text();
    for (const { strength } of before.findings.filter((one) => one.strength !== ""))
      assert.ok(sheet.includes(escapeHtml(strength)), strength);
  });

  it("tells what the cell saw, what was said once revealed, and what was decided", async () => {
    const [review] = (await fileOf(EUGENIE)).reviews;
    assert.ok(review !== undefined);
    assert.equal(review.status, "decided");
    assert.equal(review.letter, true);
    const [study] = review.studies;
    assert.ok(study?.seen != null && study.decision !== null);
    assert.ok(study.seen.findings.length > 0, "the snapshot is empty");
    assert.ok((study.opinions?.length ?? 0) > 0, "no opinion is told once revealed");
    assert.notEqual(study.decision.reasons, "");
  });

  it("keeps opinions hidden until they are revealed", async () => {
    const [review] = (await fileOf(ALIX, "P-2026-0006")).reviews;
    assert.notEqual(review?.status, "decided");
    assert.equal(review?.studies[0]?.opinions, null);
  });

  it("gives the assistante identity, milestones and completeness, and nothing that was said or noted", async () => {
    await note("mobilite", aLevel(4, 3, { facts: CANARY, strength: CANARY }));
    const label = await anUrgent();
    const response = await get(DECIDED, FANTINE);
    const text = await response.text();
    const seen = person.parse(JSON.parse(text));
    assert.equal(seen.read, null);
    assert.notEqual(seen.identity.familyName, "");
    assert.ok(seen.milestones.met.length > 2);
    assert.ok(seen.completeness.addressed !== null);
    assert.ok(!text.includes(CANARY), "a note reached the assistante");
    assert.ok(!text.includes(label), "an urgent point reached the assistante");
    assert.doesNotMatch(text, /severity|impact|strength|facts|urgent|opinion|reasons|outcome|"lead"|stayWithRelays/);
  });

  it("names an urgent point to the référent of the case only", async () => {
    const label = await anUrgent();
    const own = (await fileOf(ALIX)).urgent;
    const [point] = own.points ?? [];
    assert.equal(point?.label, label);
    assert.ok(point.calls.length > 0, "who is called is not said");
    const others = await (await get(DECIDED, EUGENIE)).text();
    assert.equal(person.parse(JSON.parse(others)).read?.urgent.open, 1);
    assert.ok(!others.includes(label), "an urgent point is named outside the référent's own screens");
  });

  it("gives no trace of health once the person took their agreement back", async () => {
    await note("sante", aLevel(4, 3, { facts: CANARY, strength: CANARY }));
    assert.match(await (await get(DECIDED, ALIX)).text(), new RegExp(CANARY));
    await change({ health: "withdrawn" });
    const text = await (await get(DECIDED, ALIX)).text();
    assert.ok(!text.includes(CANARY), "what was noted of health is still read");
    const file = person.parse(JSON.parse(text)).read;
    assert.equal(file?.health, "withdrawn");
    assert.ok(file.rounds.every(({ findings }) => findings.every(({ domain }) => domain !== "sante")));
    const seen = file.reviews.flatMap(({ studies }) => studies.flatMap((study) => study.seen?.findings ?? []));
    assert.ok(
      seen.every(({ domain }) => domain !== "sante"),
      "health is still in what a cell saw",
    );
  });

  it("answers with its mark, and with no body while nothing changes", async () => {
    const first = await get(DECIDED, ALIX);
    const etag = first.headers.get("etag") ?? "";
    assert.equal((await get(DECIDED, ALIX, { "if-none-match": etag })).status, 304);
    await anUrgent();
    assert.equal((await get(DECIDED, ALIX, { "if-none-match": etag })).status, 200);
  });

  it("tells who did what, and who opened the file in one place", async () => {
    const history = async (member: string) =>
      personHistory.parse(await (await get(`${DECIDED}/history`, member)).json());
    await change({ referentId: BASILE });
    const own = await history(BASILE);
    const acts = new Set(own.acts.map(({ act }) => act));
    for (const act of ["participant.registered", "entry.entered", "review.submitted", "review.decided"] as const)
      assert.ok(acts.has(act), `${act} is not told`);
    const { openings } = personOpenings.parse(await (await get(`${DECIDED}/openings`, EUGENIE)).json());
    assert.ok(
      openings.some(({ act, by }) => act === "case.opened" && by !== null),
      "nobody is said to have opened the file",
    );
  });
});
