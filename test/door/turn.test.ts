import assert from "node:assert/strict";
import { DoorBench, type BenchOptions } from "../support/door-bench.ts";
import type { InvokeAnswer } from "../../bot/door/invoke-answer.ts";

interface InvokeBody {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}
const MESSAGE = "application/vnd.microsoft.activity.message";
const REFERENCE = /R-[2-9A-HJ-NP-Z]{7}/;
const never = () => new Promise<undefined>(() => undefined);

describe("The bot's door: turns", () => {
  let bench: DoorBench | undefined;
  afterEach(() => bench?.stop());
  const open = async (options: BenchOptions) => (bench = await DoorBench.start(options));

  async function press(doors: DoorBench, changes: Record<string, unknown> = {}): Promise<InvokeBody> {
    const answer = await doors.deliver(doors.invoke(changes));
    assert.equal(answer.status, 200, "Teams shows an error for any button that does not get HTTP 200");
    const body = (await answer.json()) as InvokeBody;
    if (body.type === MESSAGE)
      assert.notEqual(String(body.value).trim(), "", "an empty sentence makes Teams send again");
    return body;
  }

  it("gives a button the card that replaces it", async () => {
    const card = { type: "AdaptiveCard", version: "1.5", body: [] };
    const doors = await open({ turns: { onActivity: () => Promise.resolve({ kind: "card", card }) } });
    assert.deepEqual(await press(doors), {
      statusCode: 200,
      type: "application/vnd.microsoft.card.adaptive",
      value: card,
    });
  });

  const circular: { type: string; self?: object } = { type: "AdaptiveCard" };
  circular.self = circular;
  const mishaps: Record<string, () => Promise<InvokeAnswer | undefined>> = {
    "an action that nobody knows": () => Promise.resolve(undefined),
    "an exception with a secret in it": () => Promise.reject(new Error("mot de passe : azerty")),
    "a synchronous exception": () => {
      throw new TypeError("mot de passe : azerty");
    },
    "something thrown that is not an error": () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- a library may throw anything
      throw "azerty";
    },
    "an empty sentence": () => Promise.resolve({ kind: "message", text: " " }),
    "a card that is not one": () => Promise.resolve({ kind: "card", card: {} }),
    "a card that cannot be written": () => Promise.resolve({ kind: "card", card: circular }),
  };
  for (const [what, onActivity] of Object.entries(mishaps)) {
    it(`gives a button a sentence after ${what}`, async () => {
      const doors = await open({ turns: { onActivity } });
      const body = await press(doors);
      assert.deepEqual([body.statusCode, body.type], [200, MESSAGE]);
      assert.doesNotMatch(JSON.stringify(body), /azerty/, "an exception's words must stay inside");
      const reference = REFERENCE.exec(String(body.value))?.[0];
      const logged = doors.log.of("turn.failed").map((fields) => fields.reference);
      assert.deepEqual(
        logged,
        reference === undefined ? [] : [reference],
        "the log must hold the number that was shown",
      );
    });
  }

  for (const name of ["task/fetch", "application/search", "composeExtension/query", "inconnu", undefined])
    it(`answers 200 to an invoke named ${name}`, async () => {
      const doors = await open({});
      const answer = await doors.deliver(doors.invoke({ name }));
      assert.equal(answer.status, 200);
      assert.notDeepEqual(await answer.json(), {}, "an invoke awaits a body");
    });

  it("answers a slow button in time, lets the work go on, and hands its answer over", async () => {
    let finish: (answer: InvokeAnswer) => void = () => undefined;
    const slow = new Promise<InvokeAnswer>((resolve) => (finish = resolve));
    let told: (answer: InvokeAnswer) => void = () => undefined;
    const late = new Promise<InvokeAnswer>((resolve) => (told = resolve));
    const onLateAnswer = (_: unknown, answer: InvokeAnswer) => Promise.resolve(told(answer));
    const doors = await open({ turns: { onActivity: () => slow, onLateAnswer, invokeBudgetMs: 50 } });
    const body = await press(doors);
    assert.match(String(body.value), /en cours/);
    finish({ kind: "message", text: "Enregistré" });
    assert.deepEqual(await late, { kind: "message", text: "Enregistré" });
  });

  it("answers all the same when the work never ends", async () => {
    const doors = await open({ turns: { onActivity: never } });
    assert.match(String((await press(doors)).value), /en cours/);
  });

  it("tells the person when a message fails, with the number that the log holds", async () => {
    const doors = await open({ turns: { onActivity: () => Promise.reject(new Error("azerty")) } });
    assert.equal((await doors.deliver(doors.activity())).status, 200);
    const sent = doors.teams.received.at(-1)?.body["text"] as string;
    assert.equal(REFERENCE.exec(sent)?.[0], doors.log.of("turn.failed")[0]?.reference);
  });

  it("replies through the conversation that the activity came from, signed", async () => {
    const doors = await open({
      turns: {
        onActivity: async (_, turn) => {
          assert.deepEqual(await turn.reply({ type: "message", text: "bonjour" }), {
            kind: "sent",
            activityId: "activity-1",
          });
          await turn.context.sendActivity("et par botbuilder aussi");
          return undefined;
        },
      },
    });
    assert.equal((await doors.deliver(doors.activity())).status, 200);
    assert.deepEqual(
      doors.teams.received.map(({ path, authorization }) => [
        path.split("/").slice(0, 5).join("/"),
        authorization?.slice(0, 15),
      ]),
      [
        ["/v3/conversations/a:chat/activities", "Bearer outbound"],
        ["/v3/conversations/a:chat/activities", "Bearer outbound"],
      ],
    );
    assert.deepEqual(doors.log.of("turn.failed"), []);
  });

  it("needs no key host once it has keys", async () => {
    const doors = await open({});
    await press(doors);
    doors.issuer.switch(false);
    await press(doors, { id: "2" });
    assert.equal(doors.activities.length, 2);
  });
});
