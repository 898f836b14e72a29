/** What comes from Teams: a message, a button, an installation. Parse → use case → card. */
import { z } from "zod";
import { acknowledgeSending } from "../src/use-cases/acknowledge-sending.ts";
import { rememberSearch } from "../src/use-cases/list-participants.ts";
import { forgetChat, rememberChat } from "../src/use-cases/meet-member.ts";
import { noteStranger } from "../src/use-cases/frame/note-opening.ts";
import type { Services } from "../src/use-cases/frame/services.ts";
import { answerOnce } from "../src/use-cases/frame/use-case.ts";
import { renderCard } from "../cards/index.ts";
import { onChannelEvent } from "./channel-events.ts";
import { answerInChannel, isRefresh, pressInChannel, strangerInChannel } from "./channel-turns.ts";
import { understand } from "./commands.ts";
import { deliveryOf } from "./delivery.ts";
import type { InboundActivity } from "./door/activity.ts";
import type { InvokeAnswer } from "./door/invoke-answer.ts";
import { newReference } from "./door/reference.ts";
import { identify, type Identity } from "./identity.ts";
import { isButton, isPersonal, pressedIn, withoutMentions, type Pressed } from "./inbound.ts";
import { presentRetry } from "./presenters/retry.ts";
import { readerOf, type Place } from "./reader.ts";
import { answerTo } from "./routes/index.ts";
import { shows, TryAgain, type Answer, type BotTurn } from "./routes/route.ts";
import { answerToWords } from "./routes/words.ts";
import { quiet, type Screen } from "./screens.ts";
import { show } from "./show.ts";

export interface TurnsOptions extends Place {
  readonly services: Services;
  readonly local: boolean;
  /** Sends what was left to send in this chat; resolves once it is done, or soon enough. */
  readonly send: (conversationId: string | undefined) => Promise<void>;
}

const record = z.record(z.string(), z.unknown());

const refusalFor = (identity: Identity): Screen | undefined =>
  identity.kind === "stranger" ? { screen: "refusal", refusal: "stranger", code: null, ...quiet } : undefined;

const codeIn = (screen: Screen): string | null => ("code" in screen ? screen.code : null);

/** The case that an answer in an own chat is about: what it says of health can then be taken away. */
const caseOf = async ({ store }: Services, screen: Screen): Promise<string | null> =>
  "review" in screen ? ((await store.get("review", screen.review))?.doc.code ?? null) : codeIn(screen);

export interface Turns {
  /** Undefined for an invoke that is none of ours. */
  handle(activity: InboundActivity): Promise<InvokeAnswer | undefined>;
}

export const createTurns = (options: TurnsOptions): Turns => {
  const { services, local } = options;

  /** `shared`: what is done in a channel may send elsewhere as well. */
  const answered = async (turn: BotTurn, answer: Answer, shared = false): Promise<Screen> => {
    if (!answer.kept) {
      const remembered = answer.remember === undefined ? [] : [rememberSearch(services, turn.actor, answer.remember)];
      const code = shared ? codeIn(answer.screen) : await caseOf(services, answer.screen);
      await answerOnce(services, turn.actor, turn.delivery, answer.screen, code, remembered);
    }
    await options.send(shared ? undefined : turn.delivery.answerTo?.conversationId);
    return answer.screen;
  };

  const turnFor = (activity: InboundActivity, identity: Identity, pressed: Pressed | null): BotTurn => ({
    services,
    actor: identity.actor,
    local,
    delivery: deliveryOf(services, activity, identity.actor.memberId, pressed),
  });

  const meet = async (activity: InboundActivity, identity: Identity): Promise<void> => {
    const own = identity.actor.playedBy ?? identity.actor.memberId;
    const key =
      isPersonal(activity) && identity.kind === "member" ? own : services.ids.digest(activity.conversation.id);
    await rememberChat(services, key, {
      conversationId: activity.conversation.id,
      serviceUrl: activity.serviceUrl,
      tenantId: activity.conversation.tenantId ?? activity.channelData?.tenant?.id ?? null,
      userId: activity.from?.id ?? "",
      botId: activity.recipient?.id ?? "",
    });
  };

  const refuseStranger = async (turn: BotTurn, refused: Screen): Promise<Screen> => {
    await noteStranger(services, turn.actor);
    return answered(turn, shows(refused));
  };

  const onMessage = async (activity: InboundActivity): Promise<void> => {
    const identity = await identify(services, activity, local);
    await meet(activity, identity);
    const turn = turnFor(activity, identity, null);
    const refused = refusalFor(identity);
    if (refused !== undefined) {
      await refuseStranger(turn, refused);
      return;
    }
    const text = withoutMentions(activity.text ?? "");
    if (!isPersonal(activity)) {
      await answered(turn, await answerInChannel(turn, activity, text), true);
      return;
    }
    const year = Number(services.clock.today().slice(0, 4));
    await answered(turn, await answerToWords(turn, understand(text, year)));
  };

  /** When nothing could be kept, what was typed is given back with a number; the log holds the cause. */
  const giveBack = (activity: InboundActivity, pressed: Pressed, cause: unknown): InvokeAnswer => {
    const data = record.safeParse(pressed.data);
    const reference = newReference();
    const busy = cause instanceof TryAgain;
    const shown = data.success ? presentRetry(pressed.verb, data.data, { reference, busy }) : null;
    if (shown === null) throw cause;
    const { id: activityId = "" } = activity;
    services.log.error("turn.failed", { reference, activityId, ...(busy ? { code: "busy" } : { cause }) });
    return { kind: "card", card: renderCard(shown.name, shown.model).card };
  };

  /** The press says that the card arrived. Whatever happens here, the press itself is answered. */
  const acknowledge = async (activity: InboundActivity, { sent }: Pressed, identity: Identity): Promise<void> => {
    const { replyToId: activityId, conversation } = activity;
    if (sent === null || activityId === undefined || identity.kind !== "member") return;
    const card = { entry: sent, conversationId: conversation.id, activityId, by: identity.actor.memberId };
    await acknowledgeSending(services, card).catch((cause: unknown) =>
      services.log.error("outbox.failed", { entryId: sent, cause }),
    );
  };

  /** Nothing that one person gets replaces the card of the others. A card that refreshes by itself only reads. */
  const onChannelButton = async (
    activity: InboundActivity,
    pressed: Pressed,
    identity: Identity,
  ): Promise<InvokeAnswer> => {
    const turn = turnFor(activity, identity, pressed);
    if (identity.kind === "stranger") {
      // The client of someone who left the team goes on asking by itself: nobody knocked.
      if (!isRefresh(pressed)) await noteStranger(services, turn.actor);
      return strangerInChannel(readerOf(services, options, turn.actor).contacts);
    }
    const answer = await pressInChannel(turn, activity, pressed);
    if (!isRefresh(pressed)) await options.send(undefined);
    return answer;
  };

  const onButton = async (activity: InboundActivity, pressed: Pressed): Promise<InvokeAnswer> => {
    const identity = await identify(services, activity, local);
    const personal = isPersonal(activity);
    if (personal) await meet(activity, identity);
    await acknowledge(activity, pressed, identity);
    if (!personal) return onChannelButton(activity, pressed, identity);
    const turn = turnFor(activity, identity, pressed);
    const refused = refusalFor(identity);
    const screen =
      refused === undefined
        ? await answered(turn, await answerTo(turn, pressed.verb, pressed.data))
        : await refuseStranger(turn, refused);
    const shown = await show(screen, {
      services,
      actor: identity.actor,
      reader: readerOf(services, options, identity.actor),
    });
    return { kind: "card", card: renderCard(shown.name, shown.model).card };
  };

  /** Teams tells an installation twice, in two ways: welcomed once. */
  const onArrival = async (activity: InboundActivity): Promise<void> => {
    if (!isPersonal(activity)) return;
    const identity = await identify(services, activity, local);
    await meet(activity, identity);
    const turn = turnFor(activity, identity, null);
    const delivery = { ...turn.delivery, activityKey: `welcome.${services.ids.digest(activity.conversation.id)}` };
    const refused = refusalFor(identity);
    await answered({ ...turn, delivery }, shows(refused ?? { screen: "home", ...quiet }));
  };

  const onTeamEvent = (activity: InboundActivity): Promise<void> =>
    onChannelEvent(services, activity).then(() => options.send(undefined));

  const onInstallation = async (activity: InboundActivity): Promise<void> => {
    if (!isPersonal(activity)) return onTeamEvent(activity);
    if (activity.action === "add") return onArrival(activity);
    const objectId = (activity.from?.aadObjectId ?? "").toLowerCase();
    if (activity.action === "remove" && objectId !== "") await forgetChat(services, objectId);
  };

  const botWasAdded = (activity: InboundActivity): boolean =>
    activity.membersAdded?.some((added) => added.id === activity.recipient?.id) ?? false;

  return {
    async handle(activity) {
      if (activity.type === "message") await onMessage(activity);
      else if (activity.type === "installationUpdate") await onInstallation(activity);
      else if (activity.type === "conversationUpdate" && !isPersonal(activity)) await onTeamEvent(activity);
      else if (activity.type === "conversationUpdate" && botWasAdded(activity)) await onArrival(activity);
      const pressed = isButton(activity) ? pressedIn(activity) : undefined;
      if (pressed === undefined) return undefined;
      try {
        return await onButton(activity, pressed);
      } catch (cause) {
        return giveBack(activity, pressed, cause);
      }
    },
  };
};
