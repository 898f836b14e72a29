/** *La personne*: who reads what of it, and what it costs to look at it again and again. */
import assert from "node:assert/strict";
import type { Request } from "restify";
import { personRoute } from "../../src/api/person.ts";
import { person } from "../../src/contracts/person.ts";
import type { Role } from "../../src/domain/people/member.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { seePerson } from "../../src/use-cases/see-person.ts";
import { realFramework } from "../support/a-lead.ts";
import { writeFollowed } from "../support/a-followed-person.ts";
import { aCase, anActor, NOW, REFERENT_ID } from "../support/builders.ts";
import { countingStore } from "../support/counting-store.ts";
import { tabServices } from "../support/tab-services.ts";

const CODE = "P-2026-0101";
const OTHER = "00000000-0000-4000-8000-000000000002";

describe("Who reads what of a person", () => {
  let services: Services;
  const as = (memberId: string, ...roles: Role[]) =>
    ask(services, anActor({ memberId, roles }), seePerson, { code: CODE });
  before(async () => {
    services = tabServices([], realFramework()).services;
    await writeFollowed(services.store, CODE, REFERENT_ID);
  });

  it("everything, for their référent and for who answers for the PLIE", async () => {
    for (const reader of [as(REFERENT_ID, "referent"), as(OTHER, "chargeDeProjet"), as(OTHER, "coordinatrice")]) {
      const answer = await reader;
      assert.ok(answer.ok && answer.value.read !== null);
      const { rounds, reviews, recommendation } = answer.value.read;
      assert.deepEqual([rounds.length, reviews.length, recommendation?.said.choice], [3, 2, "stay"]);
      assert.ok(reviews.every(({ studies: [study] }) => study?.snapshot !== undefined && study.opinions?.length === 1));
    }
  });

  it("identity and milestones only, for the assistante", async () => {
    const answer = await as(OTHER, "assistante");
    assert.ok(answer.ok);
    assert.equal(answer.value.identity.familyName, "Benali");
    assert.equal(answer.value.read, null, "something of the file was read for the assistante");
  });

  it("each piece of the file, for who reads that it is complete: what is there, what is missing, since when, who can complete it", async () => {
    const [known, file] = [await services.store.get("identity", CODE), await services.store.get("case", CODE)];
    assert.ok(known !== undefined && file !== undefined);
    await services.store.commit([{ op: "put", doc: { ...known.doc, birthDate: null } }]);
    for (const roles of [["assistante"], ["chargeDeProjet"]] as const) {
      const actor = anActor({ memberId: OTHER, roles: [...roles] });
      const request = { params: { code: CODE }, headers: {} } as unknown as Request;
      const { body } = await personRoute(services, actor, request);
      const pieces = person.parse(JSON.parse(String(body))).pieces ?? [];
      const of = (id: string) => pieces.find(({ piece }) => piece === id);
      assert.equal(of("notice")?.state, "there", "what is there is not shown");
      const birthDate = { piece: "identity", who: "referent", lacks: ["birthDate"], state: "missing" };
      assert.deepEqual(of("identity"), { ...birthDate, from: file.doc.orientedOn });
      assert.equal(of("situation")?.state, "notDue", "what is not due yet is missing");
    }
  });

  it("nothing, for another référent and for a member of a cell: as if there were nobody", async () => {
    for (const reader of [as(OTHER, "referent"), as(OTHER, "membreCellule")]) {
      const answer = await reader;
      assert.deepEqual(answer, { ok: false, refusal: "noSuchCase" });
    }
  });
});

describe("What was said of a domain, beside what was observed", () => {
  it("stays in each evaluation, with its day: what is seen later erases nothing", async () => {
    const { services } = tabServices([], realFramework());
    await writeFollowed(services.store, CODE, REFERENT_ID);
    const request = { params: { code: CODE }, headers: {} } as unknown as Request;
    const { body } = await personRoute(services, anActor(), request);
    const { read } = person.parse(JSON.parse(String(body)));
    const found = (round: number, domain: string) =>
      read?.rounds.find(({ number }) => number === round)?.findings.find((one) => one.domain === domain);
    const competences = found(2, "competences");
    assert.deepEqual(
      [competences?.said?.severity, competences?.said?.on, competences?.seen?.severity, competences?.seen?.kind],
      [3, "2026-07-06", 1, "observe"],
    );
    assert.equal(found(1, "competences")?.seen, null, "what was seen later changed an evaluation of before");
    assert.equal(found(2, "famille")?.seen, null, "what was said is shown as observed");
    assert.equal(read?.inForce?.findings.find(({ domain }) => domain === "competences")?.seen?.severity, 1);
  });
});

describe("Looking at a person again and again", () => {
  const { store, asked, from } = countingStore(createMemoryStore({ now: () => new Date(NOW) }));
  const services = { ...tabServices([], realFramework()).services, store };
  const actor = anActor();
  const look = async (held?: string, reader = actor) => {
    from();
    const request = { params: { code: CODE }, headers: held === undefined ? {} : { "if-none-match": held } };
    const { status, headers } = await personRoute(services, reader, request as unknown as Request);
    return { status, etag: headers["ETag"] ?? "", ...asked };
  };
  before(() => writeFollowed(store, CODE, REFERENT_ID));

  it("takes two requests to the store while nothing changes, whatever was noted and studied", async () => {
    const first = await look();
    assert.equal(first.status, 200);
    const again = await look(first.etag);
    assert.equal(again.status, 304);
    assert.deepEqual([again.requests, again.documents], [2, 3], `the first took ${first.requests}, ${first.documents}`);
  });

  it("tells at once what changes of the case or of a study", async () => {
    const { etag } = await look();
    await store.commit([{ op: "put", doc: aCase({ code: CODE, round: 2, status: "inPath", health: "refused" }) }]);
    const moved = await look(etag);
    assert.equal(moved.status, 200);
    const review = await store.get("review", "2026-902");
    assert.ok(review !== undefined);
    await store.commit([
      { op: "put", doc: { ...review.doc, reopened: { by: REFERENT_ID, at: NOW, because: "newInformation" } } },
    ]);
    assert.equal((await look(moved.etag)).status, 200, "a study that was reopened is not told");
  });

  it("gives nothing to who may not read it any more, and nothing of another reader", async () => {
    const { etag } = await look();
    assert.equal((await look(etag, anActor({ memberId: OTHER }))).status, 404);
    assert.equal((await look(etag, anActor({ roles: ["membreCellule"] }))).status, 404);
    assert.equal((await look(etag, anActor({ roles: ["assistante"] }))).status, 200);
  });
});
