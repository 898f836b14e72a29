/** What a channel's own tab shows. Nothing of who asks is in the answer: it is the same, byte for byte, for every member of that cell. */
import type { Request } from "restify";
import type { ChannelView } from "../contracts/cells.ts";
import type { Actor } from "../domain/people/actor.ts";
import { seeChannelTab, type CellOfChannel } from "../use-cases/see-channel-tab.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { problemOf } from "./refusals.ts";
import { liveReply, problemReply, type Reply } from "./reply.ts";
import { caseOut, decidedOut } from "./review-parts.ts";

const cellOut = (
  { frameworks: { current } }: Services,
  { cell, confirmed, agenda, cases, onAgenda, decided }: CellOfChannel,
): ChannelView["cells"][number] => {
  const out = cases.map(({ review, stand }) => caseOut(current, review, stand));
  return {
    ...{ cell, confirmed, on: agenda.on, open: agenda.sitting !== undefined },
    current: agenda.sitting?.doc.current ?? null,
    agenda: out.slice(0, onAgenda),
    later: out.slice(onAgenda),
    decided: decided.flatMap((review) => decidedOut(current, review)),
  };
};

export const channelRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const channel = new URLSearchParams(request.getQuery()).get("channel") ?? "";
  const asked = seeChannelTab.input.safeParse({ channel });
  if (!asked.success) return problemReply("notFound");
  const answer = await ask(services, actor, seeChannelTab, asked.data);
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const cells = answer.value.map((one) => cellOut(services, one));
  return liveReply(request, { today: services.clock.today(), cells } satisfies ChannelView);
};
