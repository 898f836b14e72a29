/**
 * Each fault of Teams, met by each kind of sending: nothing is ever silent (it arrived, or a person sees that it did not), and the machine never makes
 * a double. What was seen is printed as a table.
 */
import assert from "node:assert/strict";
import type { Fault } from "../support/fake-connector.ts";
import { BASILE, DORIAN } from "../support/chat.ts";
import { SendingBench } from "./sending-bench.ts";

const status = (code: number, subcode?: string, more: { retryAfter?: string; taken?: true } = {}): Fault => ({
  kind: "status",
  status: code,
  ...(subcode === undefined ? {} : { code: subcode }),
  ...more,
});

const KINDS = ["post", "edit", "message", "update"] as const;
type Kind = (typeof KINDS)[number];

/** Requests that Teams received, new messages that appeared in it, and what a person has in front of them. */
const cell = (requests: number, appeared: number, seen: string): string => `${requests} sent, ${appeared} new; ${seen}`;
const asked = (appeared: number): string => cell(1, appeared, "to verify, asked after 10 min");
const SECOND_TRY = { post: cell(2, 1, "arrived"), edit: cell(2, 0, "arrived") };
const ANSWERED_AND_SENT = cell(2, 0, "arrived, answered");
const TO_VERIFY = cell(1, 0, "to verify, told");
const CHANNEL_LOST = cell(1, 0, "to verify, channel told");
const CHAT_CLOSED = [cell(1, 0, "to verify, chat told"), cell(1, 0, "answered, chat told")] as const;
const ANSWERED = cell(1, 0, "answered");
/** Replacing a card twice is safe. */
const REPLACED = [SECOND_TRY.edit, ANSWERED_AND_SENT] as const;

type Cells = readonly [post: string, edit: string, message: string, update: string];
const unknown = (appeared: number): Cells => [asked(appeared), REPLACED[0], asked(appeared), REPLACED[1]];
const LATER: Cells = [SECOND_TRY.post, SECOND_TRY.edit, SECOND_TRY.post, ANSWERED_AND_SENT];
const CLOSED: Cells = [TO_VERIFY, TO_VERIFY, ...CHAT_CLOSED];
const GONE: Cells = [CHANNEL_LOST, CHANNEL_LOST, ...CHAT_CLOSED];
const REFUSED: Cells = [TO_VERIFY, TO_VERIFY, TO_VERIFY, ANSWERED];

const TABLE: readonly (readonly [name: string, fault: Fault, cells: Cells])[] = [
  ["accepted, then 500", status(500, undefined, { taken: true }), unknown(1)],
  ["accepted, then cut", { kind: "acceptThenReset" }, unknown(1)],
  ["hang", { kind: "hang" }, unknown(0)],
  ["429", status(429), LATER],
  // Half a minute later, the card of whoever pressed may hold what they type: it is left alone.
  ["429, Retry-After 30", status(429, undefined, { retryAfter: "30" }), [LATER[0], LATER[1], LATER[2], ANSWERED]],
  ["412", status(412), LATER],
  ["403 BotDisabledByAdmin", status(403, "BotDisabledByAdmin"), CLOSED],
  ["403 BotNotInConversationRoster", status(403, "BotNotInConversationRoster"), GONE],
  ["403 ConversationBlockedByUser", status(403, "ConversationBlockedByUser"), CLOSED],
  ["403 MessageWritesBlocked", status(403, "MessageWritesBlocked"), CLOSED],
  ["403 InvalidBotApiHost", status(403, "InvalidBotApiHost"), REFUSED],
  ["403 NotEnoughPermissions", status(403, "NotEnoughPermissions"), REFUSED],
  ["404 ConversationNotFound", status(404, "ConversationNotFound"), GONE],
  [
    "404 ActivityNotFoundInConversation",
    status(404, "ActivityNotFoundInConversation"),
    [cell(2, 1, "posted anew"), cell(1, 1, "posted anew"), TO_VERIFY, ANSWERED],
  ],
  ["413 MessageSizeTooBig", status(413, "MessageSizeTooBig"), REFUSED],
];

/** What a chargé de projet heard in their own chat. */
const heardBy = (bench: SendingBench, from: number): readonly string[] => {
  const said = bench.inChatOf(DORIAN).slice(from);
  const says = (words: RegExp): boolean => said.some((card) => words.test(card));
  return [
    ...(says(/La situation 2026-001 apparaît-elle dans le canal|est-il arrivé chez Basile Tilleul/)
      ? ["asked after 10 min"]
      : []),
    ...(says(/ne reçoit plus mes messages/) ? ["chat told"] : []),
    ...(says(/canal/) && says(/reli/) ? ["channel told"] : []),
    ...(says(/^Envois à vérifier\n/) ? ["told"] : []),
  ];
};

const write = (bench: SendingBench, kind: Exclude<Kind, "update">): Promise<string> => bench[kind]();

/** A button of a personal card is pressed: its answer is in front of the person whatever becomes of the message. */
const press = async (bench: SendingBench, fault: Fault): Promise<{ entry: string; answered: boolean }> => {
  const person = bench.chat.person(BASILE);
  await person.say("aide");
  bench.fail(fault);
  const answer = await person.press("Accueil");
  await bench.settle();
  const { items } = await bench.chat.product.services.store.list({ kind: "outbox", key: "sent", limit: 200 });
  const aside = await bench.chat.product.services.store.list({ kind: "outbox", key: "aside", limit: 200 });
  const entry = [...items, ...aside.items].find(({ doc }) => doc.what === "update")?.doc.id ?? "";
  return { entry, answered: JSON.stringify(answer).includes("Bonjour") };
};

interface Before {
  readonly requests: number;
  readonly inChannel: number;
  readonly inChat: number;
  readonly heard: number;
}
const now = (bench: SendingBench): Before => ({
  requests: bench.chat.teams.received.length,
  inChannel: bench.inChannel().length,
  inChat: bench.inChatOf(BASILE).length,
  heard: bench.inChatOf(DORIAN).length,
});

const requestsOf = (bench: SendingBench, kind: Kind, from: number): number => {
  const path = kind === "edit" ? bench.place.channelId : BASILE;
  const method = kind === "message" ? "POST" : "PUT";
  return bench.chat.teams.received
    .slice(from)
    .filter((one) =>
      kind === "post" ? one.path === "/v3/conversations" : one.method === method && one.path.includes(path),
    ).length;
};

const seenOf = async (bench: SendingBench, kind: Kind, id: string, before: Before): Promise<readonly string[]> => {
  await bench.later(11);
  const heard = heardBy(bench, before.heard);
  const lead = bench.chat.person(DORIAN);
  await lead.say("accueil");
  const listed = /Envois à vérifier/.test(lead.text) ? ["to verify"] : [];
  const { state, reason } = await bench.entry(id);
  const anew = reason === "activityNotFound" && (await bench.card())?.state === "posted" && kind !== "update";
  const arrived = state === "sent" ? ["arrived"] : anew && listed.length === 0 ? ["posted anew"] : [];
  return [...arrived, ...listed, ...heard];
};

const run = async (kind: Kind, fault: Fault): Promise<{ readonly cell: string; readonly appeared: number }> => {
  const bench = await SendingBench.start();
  try {
    if (kind === "edit") await bench.post();
    await bench.settle();
    const before = now(bench);
    const pressed = kind === "update" ? await press(bench, fault) : undefined;
    if (pressed === undefined) bench.fail(fault);
    const id = pressed?.entry ?? (kind === "update" ? "" : await write(bench, kind));
    await bench.settle();
    const requests = requestsOf(bench, kind, before.requests);
    const after = now(bench);
    // The card that was pressed came in the chat first.
    const inChat = after.inChat - before.inChat - (kind === "update" ? 1 : 0);
    const appeared = kind === "post" || kind === "edit" ? after.inChannel - before.inChannel : inChat;
    const seen = await seenOf(bench, kind, id, before);
    const [arrived, ...others] = seen;
    const all =
      pressed?.answered === true
        ? [...(arrived === "arrived" ? [arrived, "answered", ...others] : ["answered", ...seen])]
        : seen;
    return { cell: cell(requests, appeared, all.join(", ")), appeared };
  } finally {
    await bench.stop();
  }
};

describe("Each fault of Teams, met by each kind of sending", function () {
  this.timeout(60_000);
  const rows: string[] = [];

  for (const [name, fault, expected] of TABLE)
    it(`${name}: a person sees what happened, or it arrived, and only once`, async () => {
      for (const [index, kind] of KINDS.entries()) {
        const { cell: seen, appeared } = await run(kind, fault);
        rows.push(`  ${name.padEnd(36)}${kind.padEnd(9)}${seen}`);
        assert.ok(appeared <= 1, `${kind}: the machine made a double`);
        assert.doesNotMatch(seen, /; $/, `${kind}: nobody hears of it`);
        assert.equal(seen, expected[index], kind);
      }
    });

  after(() => console.log(`\n  ${"fault".padEnd(36)}${"sending".padEnd(9)}what became of it\n${rows.join("\n")}`));
});
