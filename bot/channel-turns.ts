/** What happens in a channel: words with a mention of Repère, and the buttons of the card that everyone sees. Others read there. */
import type { RefusalCode } from "../src/use-cases/frame/result.ts";
import type { Services } from "../src/use-cases/frame/services.ts";
import { ask } from "../src/use-cases/frame/use-case.ts";
import { askForDecision, askForOpinion } from "../src/use-cases/ask-in-channel.ts";
import { cellsOfChannel, linkCell, type LinkInput } from "../src/use-cases/link-cell.ts";
import { postWaiting } from "../src/use-cases/parts/linking.ts";
import { revealOpinions } from "../src/use-cases/reveal-opinions.ts";
import { seeReviewCard } from "../src/use-cases/see-review-card.ts";
import { renderCard } from "../cards/index.ts";
import { cardActions } from "../cards/actions.ts";
import type { CellId } from "../src/domain/review/codes.ts";
import { toastWords } from "../src/wording/channel.ts";
import { askWords, refusalWords } from "../src/wording/refusals.ts";
import { enumerated } from "../src/wording/lists.ts";
import { understandInChannel } from "./channel-commands.ts";
import type { InboundActivity } from "./door/activity.ts";
import { takeAsConfigured } from "./initial-channels.ts";
import type { InvokeAnswer } from "./door/invoke-answer.ts";
import { presentMovedReview, presentReviewCard, presentUnreadableReview } from "./presenters/review-card.ts";
import type { Shown } from "./presenters/shown.ts";
import { does, shows, TryAgain, type Answer, type BotTurn } from "./routes/route.ts";
import { quiet, type Screen } from "./screens.ts";

/** The channel of an activity: its conversation is one thread of it. Undefined in a group chat. */
export const channelIdOf = ({ conversation, channelData }: InboundActivity): string | undefined => {
  const [base = ""] = conversation.id.split(";", 1);
  if (conversation.conversationType === "groupChat") return undefined;
  if (channelData?.channel?.id !== undefined) return channelData.channel.id;
  return base.startsWith("19:") || conversation.conversationType === "channel" ? base : undefined;
};

const placeOf = (services: Services, activity: InboundActivity, channelId: string) => ({
  channelId,
  teamId: activity.channelData?.team?.id ?? null,
  tenantId: activity.channelData?.tenant?.id ?? activity.conversation.tenantId ?? services.plie.tenantId,
  serviceUrl: activity.serviceUrl,
});

const link = async (turn: BotTurn, place: Omit<LinkInput, "cell" | "as">, cell: CellId): Promise<Answer> => {
  const next = (): Screen => ({ screen: "cellLinked", cell, ...quiet });
  const input: LinkInput = { ...place, cell, as: "asked" };
  const answer = await does(turn, linkCell, input, next, null);
  if (answer.kept) await postWaiting(turn.services, cell, true);
  const { screen } = answer;
  return screen.screen === "refusal" ? shows({ screen: "channelRefused", refusal: screen.refusal, ...quiet }) : answer;
};

/** Words written with a mention, by a member of the team. The answer stays in the thread. */
export const answerInChannel = async (turn: BotTurn, activity: InboundActivity, text: string): Promise<Answer> => {
  const channelId = channelIdOf(activity);
  if (channelId === undefined) return shows({ screen: "channel", cells: "", asked: "group", ...quiet });
  const place = placeOf(turn.services, activity, channelId);
  const typed = understandInChannel(text);
  const { linked, configured } = await cellsOfChannel(turn.services, channelId);
  if (typed.kind === "link")
    return typed.cell === null
      ? shows({ screen: "channel", cells: "", asked: "link", ...quiet })
      : link(turn, place, typed.cell);
  // The channel that the PLIE's file names becomes the cell's the first time that anyone of the team speaks to Repère there.
  for (const cell of configured) await takeAsConfigured(turn, { ...place, cell });
  const known = configured.length === 0 ? linked : (await cellsOfChannel(turn.services, channelId)).linked;
  const of = (links: typeof known): string => links.map(({ cell }) => cell).join(",");
  // Until who is there is confirmed, nothing of a situation is said there.
  const open = of(known.filter(({ state }) => state === "linked"));
  if (open === "" || typed.kind === "help")
    return shows({ screen: "channel", cells: of(known), asked: "help", ...quiet });
  return shows({ screen: typed.kind === "waiting" ? "waiting" : "agendaCard", cells: open, ...quiet });
};

const said = (text: string): InvokeAnswer => ({ kind: "message", text });
const card = ({ name, model }: Shown): InvokeAnswer => ({ kind: "card", card: renderCard(name, model).card });
const refusedWith = (refusal: RefusalCode): InvokeAnswer => {
  const { title, text } = refusalWords[refusal];
  return said(`${title}. ${text}`);
};

/** To whoever is not of the team: whom to ask. Nothing is shown, nothing replaces the card of the others. */
export const strangerInChannel = (contacts: readonly string[]): InvokeAnswer =>
  said(`${refusalWords.stranger.title}. ${refusalWords.stranger.text} ${askWords(enumerated(contacts, "ou"))}`);

/** The card as it is now; only where it was posted: elsewhere it says nothing. Whatever fails, it can be asked for again. */
const cardNow = async (
  turn: BotTurn,
  channelId: string | undefined,
  review: string,
  key: string,
): Promise<InvokeAnswer> => {
  try {
    const seen = await ask(turn.services, turn.actor, seeReviewCard, { review });
    if (!seen.ok) return card(presentUnreadableReview(review, key));
    const { post } = seen.value;
    return card(
      channelId !== undefined && post?.doc.channelId === channelId
        ? presentReviewCard(seen.value)
        : presentMovedReview(review),
    );
  } catch (cause) {
    turn.services.log.error("turn.failed", { verb: "review.refresh", cause });
    return card(presentUnreadableReview(review, key));
  }
};

/** In a few words, what became of a press; the card of the others is brought up to date by its own sending. */
const toastOf = ({ screen }: Answer): InvokeAnswer => {
  if (screen.screen === "reviewSaid") return said(toastWords[screen.said]);
  return screen.screen === "refusal" ? refusedWith(screen.refusal) : said(toastWords.elsewhere);
};

const pressed = async (turn: BotTurn, activity: InboundActivity, verb: string, review: string, key: string) => {
  const next = (saying: "opinionSent" | "decisionSent") => (): Screen => ({
    screen: "reviewSaid",
    review,
    said: saying,
    ...quiet,
  });
  if (verb === "review.giveOpinion")
    return toastOf(await does(turn, askForOpinion, { review }, next("opinionSent"), null));
  if (verb === "review.decide")
    return toastOf(await does(turn, askForDecision, { review }, next("decisionSent"), null));
  const shown = (): Screen => ({ screen: "reviewCard", review, ...quiet });
  const revealed = await does(turn, revealOpinions, { review }, shown, null);
  return revealed.kept ? cardNow(turn, channelIdOf(activity), review, key) : toastOf(revealed);
};

export interface ChannelPress {
  readonly verb: string;
  readonly data: unknown;
}

const read = ({ data }: ChannelPress): { readonly review: string; readonly card: string } | undefined =>
  cardActions.refreshReview.data.safeParse(data).data;

export const isRefresh = ({ verb }: ChannelPress): boolean => verb === cardActions.refreshReview.verb;

const VERBS: readonly string[] = [
  cardActions.askForOpinion.verb,
  cardActions.askForDecision.verb,
  cardActions.revealFromChannel.verb,
];

/** A refresh reads and never fails; anything else is done once, and nothing of it replaces the card of the others. */
export const pressInChannel = async (
  turn: BotTurn,
  activity: InboundActivity,
  press: ChannelPress,
): Promise<InvokeAnswer> => {
  const about = read(press);
  if (isRefresh(press) && about !== undefined) return cardNow(turn, channelIdOf(activity), about.review, about.card);
  if (!VERBS.includes(press.verb)) return said(toastWords.elsewhere);
  if (about === undefined) return said(toastWords.olderCard);
  const delivery = { ...turn.delivery, click: null, answerTo: null };
  try {
    return await pressed({ ...turn, delivery }, activity, press.verb, about.review, about.card);
  } catch (cause) {
    if (cause instanceof TryAgain) return refusedWith("busy");
    throw cause;
  }
};
