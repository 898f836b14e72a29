/** The cells over HTTP: what each role reads of them, and what nobody finds there. */
import assert from "node:assert/strict";
import { cellsView, cellView, channelView } from "../../src/contracts/cells.ts";
import { problem } from "../../src/contracts/problem.ts";
import { reviewView } from "../../src/contracts/review.ts";
import type { Review } from "../../src/domain/review/records.ts";
import type { StoredDocument } from "../../src/domain/records/catalogue.ts";
import { createMemoryStore, emptyDisk } from "../../src/stores/memory/memory-store.ts";
import { GASPARD, givesOpinion, people } from "../conversation/decision-steps.ts";
import { movableClock } from "../conversation/steps.ts";
import { aLink } from "../support/a-link.ts";
import { aReview, aSnapshot } from "../support/a-review.ts";
import { aDecision, aMeeting, anOpinion } from "../support/a-sitting.ts";
import { aCase, anIdentity } from "../support/builders.ts";
import { countingStore } from "../support/counting-store.ts";
import { ALIX, BASILE, Chat, DORIAN, EUGENIE, FANTINE } from "../support/chat.ts";

const CHANNEL = "19:entrees@thread.tacv2";
const GTA_CHANNEL = "19:gta-a-confirmer@thread.tacv2";
const at = "2026-11-24T10:00:00.000Z";
/** What no answer about a cell may hold, whoever asks: of who the people are and where they live, and what was noted of them. */
const WHO = ["Zéphirine", "Quatrepoint", "06 99 88 77 66", "Chenôve", "CanariDeNote"] as const;
const QUESTION = "Un accompagnement renforcé est-il encore utile ?";

const person = (code: string, review: string): StoredDocument[] => [
  aCase({ code, referentId: BASILE, review }),
  anIdentity({ code, referentId: BASILE, givenName: "Zéphirine", familyName: "Quatrepoint", phone: "06 99 88 77 66" }),
];
const decided: NonNullable<Review["decided"]> = {
  ...{ outcome: "reorient", to: { lead: "missionLocale", service: null }, departs: null, concordant: true },
  ...{ on: "2026-11-20", by: DORIAN, at: "2026-11-20T10:00:00.000Z" },
};

/** 001 waits, late; 002 is revealed; 003 is decided in the short circuit; 004 is to be decided so; 005 is a question of the GTA. */
const documents: readonly StoredDocument[] = [
  ...["001", "002", "003", "004", "005"].flatMap((number) => person(`P-2026-0${number}`, `2026-${number}`)),
  aReview({ code: "P-2026-0001", dueOn: "2026-11-20", state: "underReview", givers: [ALIX] }),
  aReview({
    ...{ id: "2026-002", code: "P-2026-0002", dueOn: "2027-01-08", state: "underReview", givers: [ALIX, DORIAN] },
    revealed: { by: DORIAN, at },
  }),
  aReview({ id: "2026-003", code: "P-2026-0003", track: "short", state: "decided", decided }),
  aReview({ id: "2026-004", code: "P-2026-0004", track: "short" }),
  aReview({ id: "2026-005", code: "P-2026-0005", cell: "gta", dueOn: null }),
  anOpinion({ review: "2026-001", why: "CanariDAvis" }),
  anOpinion({ review: "2026-002", code: "P-2026-0002", outcome: "reorient", to: { lead: "capEmploi", service: null } }),
  anOpinion({ review: "2026-002", code: "P-2026-0002", memberId: DORIAN, why: "Zéphirine s'organise." }),
  aDecision({ review: "2026-003", code: "P-2026-0003", at: "2026-11-20T10:00:00.000Z", on: "2026-11-20" }),
  ...["001", "002", "003", "004"].map((number) =>
    aSnapshot(
      { review: `2026-${number}`, code: `P-2026-0${number}`, communeGroup: "Première couronne sud" },
      "CanariDeNote",
    ),
  ),
  aSnapshot({
    review: "2026-005",
    code: "P-2026-0005",
    cell: "gta",
    question: "Jusqu'où aller sans nouvelles de Zéphirine ?",
  }),
  aLink({ channelId: CHANNEL }),
  aLink({ cell: "gta", channelId: GTA_CHANNEL, state: "toConfirm", outsiders: [{ objectId: null, name: "Inconnu" }] }),
  aMeeting({ on: "2026-11-10", state: "closed", closed: { by: DORIAN, at: "2026-11-10T15:00:00.000Z" } }),
];

/** Three for each cell, and one for each case whose opinions are counted; a cell's own page reads besides what is behind it. */
const MOST_REQUESTS: readonly (readonly [string, string, string, number])[] = [
  ["all the cells, for who leads", "/api/cells", DORIAN, 10],
  ["all the cells, for a partner", "/api/cells", GASPARD, 7],
  ["a cell, for who leads", "/api/cells/entree", DORIAN, 10],
  ["a cell, for a partner", "/api/cells/entree", GASPARD, 9],
  ["a channel", `/api/channel?channel=${encodeURIComponent(CHANNEL)}`, DORIAN, 5],
];

describe("The cells in the tab's API", function () {
  this.timeout(60_000);
  let chat: Chat;
  let counted: ReturnType<typeof countingStore>;
  const ask = (path: string, as: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${chat.port}${path}`, { headers: { "x-local-member": as, ...headers } });
  const text = async (path: string, as: string): Promise<string> => {
    const response = await ask(path, as);
    assert.equal(response.status, 200, `${path} as ${as}`);
    return response.text();
  };
  const cells = async (as: string) => cellsView.parse(JSON.parse(await text("/api/cells", as)));
  const cell = async (as: string, name = "entree") => cellView.parse(JSON.parse(await text(`/api/cells/${name}`, as)));
  const review = async (as: string, id: string) => reviewView.parse(JSON.parse(await text(`/api/reviews/${id}`, as)));
  const channelPath = (channel: string): string => `/api/channel?channel=${encodeURIComponent(channel)}`;
  const assertRefused = async (path: string, as: string, status: number, code: string): Promise<string> => {
    const response = await ask(path, as);
    const said = await response.text();
    assert.equal(response.status, status, `${path} as ${as}: ${said}`);
    assert.equal(problem.parse(JSON.parse(said)).code, code);
    return said;
  };

  before(async () => {
    const clock = movableClock();
    counted = countingStore(createMemoryStore({ now: () => clock.now(), disk: emptyDisk() }));
    chat = await Chat.start({ openStore: () => Promise.resolve(counted.store), clock, people });
    const { store } = chat.product.services;
    for (const doc of documents) await store.commit([{ op: "put", doc }]);
  });
  after(() => chat.stop());

  it("read what is in a cell once, as they are asked every two seconds", async () => {
    const readFor = async (path: string, as: string): Promise<number> => {
      counted.from();
      await text(path, as);
      return counted.asked.requests;
    };
    for (const [what, path, as, most] of MOST_REQUESTS) {
      const read = await readFor(path, as);
      assert.ok(read <= most, `${what}: ${read} requests to the store, ${most} are enough`);
    }
  });

  it("tell each member what waits for them, the soonest due first", async () => {
    const asked = async (as: string) =>
      (await cells(as)).forMe.map(({ id, opinion, toDecide }) => [id, opinion, toDecide]);
    assert.deepEqual(await asked(DORIAN), [
      ["2026-001", "toGive", false],
      ["2026-004", null, true],
      ["2026-005", "toGive", false],
    ]);
    assert.deepEqual(await asked(ALIX), [["2026-005", "toGive", false]], "she gave hers on the first");
    assert.deepEqual(await asked(BASILE), [], "they are his to present");
    assert.deepEqual(await asked(FANTINE), []);
    const entree = (await cells(DORIAN)).cells.find((one) => one.cell === "entree");
    assert.deepEqual(entree, {
      ...{ cell: "entree", on: "2026-12-08", open: false, onAgenda: 2, waiting: 3, late: 1 },
    });
    assert.equal((await cells(FANTINE)).cells[0]?.waiting, null, "no case is hers to study");
    assert.deepEqual(
      (await cells(GASPARD)).cells.map((one) => one.cell),
      ["entree", "sortie"],
      "a partner reads of the cells where they sit",
    );
  });

  it("say how far the opinions of each case are, and count them once revealed", async () => {
    const { waiting, agenda, decided: month, toTell, past, channel } = await cell(DORIAN);
    assert.deepEqual(
      waiting?.map(({ id }) => id),
      ["2026-001", "2026-002", "2026-004"],
    );
    assert.deepEqual(waiting[0]?.stand, { given: 1, voters: 4, present: 1, quorum: 3, counts: null });
    assert.deepEqual(waiting[1]?.stand.counts, [
      { outcome: "stay", place: null, count: 1 },
      { outcome: "reorient", place: "Cap emploi", count: 1 },
    ]);
    assert.deepEqual(
      agenda.map(({ id, question, presentedBy }) => [id, question, presentedBy]),
      [
        ["2026-001", QUESTION, "Basile Tilleul"],
        ["2026-002", QUESTION, "Basile Tilleul"],
      ],
    );
    const short = { id: "2026-003", outcome: "reorient", place: "Mission locale", on: "2026-11-20", track: "short" };
    assert.deepEqual([month, toTell], [[{ ...short, opens: true }], [{ ...short, opens: true }]]);
    assert.deepEqual(past, [{ meeting: "entree.2026-11-10", on: "2026-11-10" }]);
    assert.deepEqual(channel, { state: "linked", outsiders: 0 });
    assert.equal((await cell(ALIX)).channel, null, "how the channel is linked is for who leads");
    assert.deepEqual((await cell(DORIAN, "sortie")).channel, { state: "none", outsiders: 0 });
    assert.deepEqual((await cell(EUGENIE, "gta")).channel, { state: "toConfirm", outsiders: 1 });
  });

  it("give a partner and the assistante the agenda, and nothing that waits beside it", async () => {
    const partner = await cell(GASPARD);
    assert.deepEqual(
      partner.waiting?.map(({ id }) => id),
      ["2026-001", "2026-002"],
    );
    assert.deepEqual(partner.decided, [], "what was decided outside the agenda is not a partner's to read");
    assert.equal(partner.toTell[0]?.opens, false);
    const assistante = await cell(FANTINE);
    assert.equal(assistante.waiting, null);
    assert.deepEqual(
      assistante.agenda.map(({ id, opens }) => [id, opens]),
      [
        ["2026-001", false],
        ["2026-002", false],
      ],
    );
    await assertRefused("/api/cells/gta", GASPARD, 403, "roleMayNot");
    await assertRefused("/api/cells/comite", DORIAN, 404, "notFound");
  });

  it("ask what a référent wants to think through with the others, without the name that came to be in it", async () => {
    const [question] = (await cell(ALIX, "gta")).agenda;
    assert.match(question?.question ?? "", /^Jusqu'où aller sans nouvelles de /);
    assert.doesNotMatch(question?.question ?? "", /Zéphirine/);
  });

  it("open a case as its reader may see it", async () => {
    const before = await review(DORIAN, "2026-001");
    assert.equal(before.opinions, null, "nobody reads anyone else's before they are revealed");
    assert.deepEqual(before.next, ["giveOpinion", "reveal", "adjourn", "withdraw"]);
    assert.equal(before.file, "P-2026-0001");
    assert.equal(before.seen?.person?.words, "CanariDeNote", "colleagues read what was written");
    const mine = await review(ALIX, "2026-001");
    assert.equal(mine.mine?.outcome, "stay");
    assert.deepEqual([mine.next, mine.file], [["changeOpinion"], null]);
    const revealed = await review(ALIX, "2026-002");
    assert.deepEqual(
      revealed.opinions?.map(({ who, place }) => [who, place]),
      [
        ["Alix Lavande", "Cap emploi"],
        ["Dorian Bouleau", null],
      ],
    );
    const partner = await review(GASPARD, "2026-001");
    const { seen } = partner;
    assert.ok(seen !== null);
    assert.deepEqual([seen.reading, seen.person?.words, partner.file], ["channel", null, null]);
    assert.ok(seen.difficulties.every(({ impact }) => impact === null));
    assert.ok(
      seen.difficulties.every(({ domain }) => domain !== seen.health),
      "no level of health is read anywhere",
    );
    const done = await review(BASILE, "2026-003");
    assert.deepEqual([done.decision?.letter, done.file], [true, "P-2026-0003"]);
    const nowhere = await assertRefused("/api/reviews/2026-999", FANTINE, 404, "notFound");
    assert.equal(await assertRefused("/api/reviews/2026-001", FANTINE, 404, "notFound"), nowhere);
    assert.equal(await assertRefused("/api/reviews/2026-004", ALIX, 404, "notFound"), nowhere);
    assert.equal(await assertRefused("/api/reviews/P-2026-0001", DORIAN, 404, "notFound"), nowhere);
  });

  it("tell the channel the same bytes, whoever of the cell asks", async () => {
    const answers = await Promise.all(
      [ALIX, BASILE, DORIAN, EUGENIE, FANTINE, GASPARD].map((as) => text(channelPath(CHANNEL), as)),
    );
    assert.equal(new Set(answers).size, 1);
    const [entree] = channelView.parse(JSON.parse(answers[0] ?? "")).cells;
    assert.deepEqual(
      entree?.agenda.map(({ id, dueOn, stand }) => [id, dueOn, stand.given]),
      [
        ["2026-001", "2026-11-20", 1],
        ["2026-002", "2027-01-08", 2],
      ],
    );
    assert.deepEqual(
      entree.decided.map(({ id, place }) => [id, place]),
      [["2026-003", "Mission locale"]],
    );
    for (const word of ["own", "opinion", "toDecide", "opens", "presentedBy"])
      assert.ok(!(answers[0] ?? "").includes(`"${word}"`), `« ${word} » depends on who reads`);
  });

  it("show nothing in a channel that waits to be confirmed, and say the same of one that is not theirs as of none", async () => {
    const [gta] = channelView.parse(JSON.parse(await text(channelPath(GTA_CHANNEL), ALIX))).cells;
    assert.deepEqual([gta?.confirmed, gta?.agenda, gta?.later, gta?.decided], [false, [], [], []]);
    const nowhere = await assertRefused(channelPath("19:ailleurs@thread.tacv2"), GASPARD, 404, "notFound");
    assert.equal(await assertRefused(channelPath(GTA_CHANNEL), GASPARD, 404, "notFound"), nowhere);
    for (const path of ["/api/channel", "/api/channel?channel=", `/api/channel?channel=${"x".repeat(400)}`])
      assert.equal(await assertRefused(path, DORIAN, 404, "notFound"), nowhere);
  });

  it("name no participant, and hold no note, to whoever asks", async () => {
    const everyone = [ALIX, BASILE, DORIAN, EUGENIE, FANTINE, GASPARD];
    const paths = ["/api/cells", "/api/cells/entree", "/api/cells/sortie", channelPath(CHANNEL)];
    for (const as of everyone)
      for (const path of paths) {
        const answer = await text(path, as);
        for (const word of [...WHO, "P-2026", "CanariDAvis"])
          assert.ok(!answer.includes(word), `${path} tells ${as} « ${word} »`);
      }
    for (const id of ["2026-001", "2026-002"]) {
      const partner = await text(`/api/reviews/${id}`, GASPARD);
      for (const word of [...WHO, "P-2026", "CanariDAvis"]) assert.ok(!partner.includes(word), `${id}: « ${word} »`);
      const voter = await text(`/api/reviews/${id}`, ALIX);
      for (const word of ["Zéphirine", "Quatrepoint", "06 99", "Chenôve", "P-2026"])
        assert.ok(!voter.includes(word), `${id} tells a voter « ${word} »`);
    }
  });

  it("follow the conversation: an opinion changes the count, and what did not change is not sent again", async () => {
    const first = await ask(channelPath(CHANNEL), ALIX);
    const etag = first.headers.get("etag") ?? "";
    assert.equal((await ask(channelPath(CHANNEL), DORIAN, { "if-none-match": etag })).status, 304);
    await givesOpinion(chat.person(EUGENIE), { outcome: "stay", why: "Elle avance seule." }, "2026-001");
    const then = await ask(channelPath(CHANNEL), ALIX, { "if-none-match": etag });
    assert.equal(then.status, 200);
    assert.equal(channelView.parse(await then.json()).cells[0]?.agenda[0]?.stand.given, 2);
    assert.equal((await review(EUGENIE, "2026-001")).mine?.outcome, "stay");
  });

  it("tell of the open sitting who is there and what is studied, to who sits, leads or takes notes", async () => {
    const { store } = chat.product.services;
    const sitting = aMeeting({
      ...{ on: "2026-11-24", openedAt: at, order: ["2026-001", "2026-002"], current: "2026-001", currentSince: at },
      ...{ present: [DORIAN, GASPARD], secretaryId: FANTINE },
    });
    await store.commit([{ op: "put", doc: sitting }]);
    for (const as of [ALIX, FANTINE, GASPARD]) {
      const { sitting: told, agenda, open } = await cell(as);
      assert.ok(open);
      assert.deepEqual(told?.present, ["Dorian Bouleau", "Gaspard Noisetier"]);
      assert.deepEqual([told.ledBy, told.secretary], ["Dorian Bouleau", "Fantine Sureau"]);
      const current = agenda.find((one) => one.current);
      assert.deepEqual([current?.id, current?.stand.present, current?.stand.quorum], ["2026-001", 4, 3]);
    }
    assert.ok((await cells(ALIX)).cells.find((one) => one.cell === "entree")?.open);
  });
});
