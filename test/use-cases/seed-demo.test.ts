import assert from "node:assert/strict";
import { NOTHING_ASKED } from "../../src/domain/suggestion/facts.ts";
import { countingOf } from "../../src/domain/diagnostic/counting.ts";
import { isDeclined } from "../../src/domain/esf/records.ts";
import { findLead } from "../../src/domain/suggestion/find-lead.ts";
import { leadInputsOf } from "../../src/domain/suggestion/inputs.ts";
import { StoreUnavailable } from "../../src/ports/store.ts";
import { createMemoryStore, emptyDisk } from "../../src/stores/memory/memory-store.ts";
import { DEMO_PEOPLE } from "../../src/use-cases/demo/people.ts";
import { readCaseView } from "../../src/use-cases/parts/case-view.ts";
import { readOffersAt } from "../../src/use-cases/parts/directory.ts";
import { readSituation } from "../../src/use-cases/parts/dossier.ts";
import { readEsf } from "../../src/use-cases/parts/esf.ts";
import { wantedFor } from "../../src/use-cases/parts/keep-lead.ts";
import { openTroubles } from "../../src/use-cases/parts/send-trouble.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import { stored } from "../conversation/steps.ts";
import { BASILE, Chat, DEMO_SERVICES } from "../support/chat.ts";
import { failingAt } from "../support/failing-store.ts";
import { GASPARD } from "../support/person-over-http.ts";

const leadOf = async (chat: Chat, code: string, memberId: string) => {
  const { services } = chat.product;
  const read = await readCaseView(
    services,
    { memberId, name: "", roles: ["referent"], playedBy: null, today: "2026-11-24" },
    { code },
  );
  assert.ok(read.ok);
  const { dossier, identity, findings } = read.value;
  const { framework, file } = dossier;
  const { directoryVersion, offers } = await readOffersAt(services, wantedFor(read.value, framework));
  const inputs = leadInputsOf({
    framework,
    directoryVersion,
    asOf: services.clock.today(),
    findings,
    ...countingOf(file.doc, dossier.round?.doc),
    head: file.doc,
    identity,
    facts: (await readSituation(services, file.doc))?.doc.facts ?? null,
    plie: services.plie,
  });
  return { lead: findLead(framework)(inputs, offers), name: identity.givenName };
};

describe("The fictional people of the demo", () => {
  it("are recorded once through the real commands, however often the product starts", async () => {
    const disk = emptyDisk();
    for (let start = 1; start <= 2; start += 1) {
      const chat = await Chat.start({ disk, settings: { demo: "on" } });
      await chat.stop();
      assert.equal(stored(disk, "case").length, DEMO_PEOPLE.length, `after start ${start}`);
    }
    const entered = stored(disk, "case").filter((file) => file["status"] === "entered" || file["status"] === "decided");
    assert.equal(entered.length, DEMO_PEOPLE.filter((person) => person.enteredDaysAgo !== null).length);
    const names = stored(disk, "identity").map((identity) => String(identity["familyName"]));
    assert.ok(names.every((name) => name.endsWith("(fictif)")));
    const levels = DEMO_PEOPLE.flatMap((person) => person.levels);
    const recorded = stored(disk, "assessment").filter((one) => JSON.stringify(one["finding"]).includes('"assessed"'));
    assert.equal(recorded.length, levels.length, "a level of the demo was not recorded");
    const ticked = recorded.flatMap((one) => (one["finding"] as { situations: string[] }).situations);
    assert.deepEqual(
      ticked.sort(),
      levels.flatMap(({ situations }) => situations).sort(),
      "a situation was not ticked",
    );
    const asked = DEMO_PEOPLE.flatMap(({ situation }) => (situation === null ? [] : [situation]));
    const known = stored(disk, "situation").map((one) => one["facts"]);
    assert.deepEqual(
      known.map((facts) => JSON.stringify(facts)).sort(),
      asked.map((facts) => JSON.stringify({ ...NOTHING_ASKED, ...facts })).sort(),
      "an answer of the demo was not recorded",
    );
    assert.deepEqual(stored(disk, "draft"), [], "something of the demo was typed and refused");
  });

  it("show what the method can say: a lead for each route, and one that says what is missing", async () => {
    const disk = emptyDisk();
    const chat = await Chat.start({ disk, servicesFile: DEMO_SERVICES, settings: { demo: "on" } });
    try {
      const said: Record<string, readonly (string | null)[]> = {};
      for (const file of stored(disk, "case").filter(({ status }) => status === "entered" || status === "decided")) {
        const { lead, name } = await leadOf(chat, String(file["code"]), String(file["referentId"]));
        const capEmploi = lead.candidates.find(({ kind }) => kind === "capEmploi");
        said[name] = [lead.first, lead.outcome.kind, capEmploi?.eligibility ?? null];
      }
      assert.deepEqual(said, {
        Nadia: ["plie", "stayWithRelays", "excluded"],
        Yanis: [null, "toComplete", "toVerify"],
        Karine: ["franceTravail", "reorient", "excluded"],
        Moussa: ["plie", "stay", "excluded"],
        Odile: ["plie", "stayWithRelays", "soon"],
      });
    } finally {
      await chat.stop();
    }
  });

  it("are under study: one waits for opinions, a simple stay for its decision, one was decided some days ago", async () => {
    const disk = emptyDisk();
    const chat = await Chat.start({ disk, servicesFile: DEMO_SERVICES, settings: { demo: "on" } });
    try {
      const { clock, calendar } = chat.product.services;
      const [decided, full, short] = stored(disk, "review").sort((one, other) => (one["id"]! < other["id"]! ? -1 : 1));
      assert.deepEqual(
        [decided, full, short].map((review) => [review?.["track"], review?.["state"], review?.["cell"]]),
        [
          ["full", "decided", "entree"],
          ["full", "underReview", "entree"],
          ["short", "submitted", "entree"],
        ],
      );
      assert.deepEqual(full?.["givers"], [BASILE, GASPARD], "those who decide have still their opinion to give");
      const decision = stored(disk, "reviewDecision")[0];
      assert.equal(decision?.["outcome"], "stayWithRelays");
      const ago = Date.parse(clock.today()) - Date.parse(String(decision["on"]));
      assert.ok(
        ago >= 5 * 86_400_000 && calendar.isWorkingDay(String(decision["on"])),
        "a cell decides on a working day",
      );
      assert.equal(stored(disk, "opinion").length, 5);
      assert.deepEqual(await openTroubles(chat.product.services), [], "a newcomer is asked about sendings");
      assert.deepEqual(stored(disk, "outbox"), [], "something is sent that nobody did");
      assert.deepEqual((await verifyAudit(chat.product.services)).faults, [], "the trail is in disorder");
    } finally {
      await chat.stop();
    }
  });

  it("have files as they are in fact: signed, waiting for a signature, begun or late; what was agreed, asked and sent", async () => {
    const disk = emptyDisk();
    const chat = await Chat.start({ disk, servicesFile: DEMO_SERVICES, settings: { demo: "on" } });
    try {
      const { services } = chat.product;
      const sheets: Record<string, string> = {};
      for (const { code, givenName } of stored(disk, "identity")) {
        const head = (await services.store.get("case", String(code)))?.doc;
        assert.ok(head !== undefined);
        if (head.entry === null) continue;
        const { standing, sheet } = await readEsf(services, head, "entry");
        const declined = Object.values(sheet?.doc.answers ?? {}).filter(isDeclined).length;
        sheets[String(givenName)] = `${standing.state}, ${declined} declined`;
      }
      assert.deepEqual(sheets, {
        Nadia: "signed, 2 declined",
        Yanis: "begun, 0 declined",
        Karine: "complete, 1 declined",
        Moussa: "signed, 2 declined",
        Odile: "blank, 0 declined",
      });
      const asked = stored(disk, "rightsRequest").map(
        ({ what, answer }) => `${String(what)}: ${answer === null ? "waits" : "answered"}`,
      );
      assert.deepEqual(asked.sort(), ["contest: answered", "copy: waits"]);
      assert.deepEqual(
        stored(disk, "transmission").map(({ to }) => to),
        ["FT"],
      );
      const met = stored(disk, "stagePoint").map(({ on }) => String(on));
      assert.equal(new Set(met).size, 1, "a meeting speaks of everyone on the same day");
      assert.equal(met.length, 2);
      assert.ok(met.every((on) => services.calendar.isWorkingDay(on) && on < services.clock.today()));
    } finally {
      await chat.stop();
    }
  });

  it("are the same wherever a start was cut", async () => {
    const settings = { demo: "on" } as const;
    const start = async (disk: ReturnType<typeof emptyDisk>, cutAt: number): Promise<number> => {
      let commits = 0;
      const cut = failingAt(createMemoryStore({ now: () => new Date(), disk }), cutAt);
      const commit: typeof cut.commit = (writes) => {
        commits += 1;
        return cut.commit(writes);
      };
      const store = { ...cut, commit };
      await Chat.start({ openStore: () => Promise.resolve(store), settings }).then(
        (chat) => chat.stop(),
        (cause: unknown) => assert.ok(cause instanceof StoreUnavailable, String(cause)),
      );
      return commits;
    };
    const kinds = [
      ...(["case", "review", "snapshot", "opinion", "reviewDecision", "sendTrouble", "draft", "audit"] as const),
      ...(["esfAnswers", "rightsRequest", "transmission", "stagePoint", "agreement"] as const),
    ];
    const held = (disk: ReturnType<typeof emptyDisk>) => kinds.map((kind) => `${kind} ${stored(disk, kind).length}`);
    const whole = emptyDisk();
    const steps = await start(whole, Infinity);
    // The last steps are those of the cases under study and of what completes the files.
    for (let cutAt = 1; cutAt <= steps; cutAt += cutAt < steps - 32 ? 19 : 4) {
      const disk = emptyDisk();
      await start(disk, cutAt);
      await start(disk, Infinity);
      assert.deepEqual(held(disk), held(whole), `a start cut at step ${cutAt} of ${steps}`);
    }
  });
});
