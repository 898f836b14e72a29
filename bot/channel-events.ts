/** What Teams tells of teams and channels: a channel that disappears or comes back, the application added or removed, people who come and go. */
import type { Services } from "../src/use-cases/frame/services.ts";
import { checkTeam, noteChannelBack, noteTeamBack } from "../src/use-cases/check-rosters.ts";
import { noteChannelGone, noteTeamLost } from "../src/use-cases/note-channel-gone.ts";
import type { InboundActivity } from "./door/activity.ts";

type OnEvent = (services: Services, id: string) => Promise<void>;

const ofChannel: Readonly<Record<string, OnEvent>> = {
  channelDeleted: noteChannelGone,
  channelRestored: noteChannelBack,
};
const teamLost = async (services: Services, teamId: string, why: "gone" | "botRemoved"): Promise<void> => {
  await noteTeamLost(services, teamId, why);
  await checkTeam(services, teamId);
};
const teamGone: OnEvent = (services, teamId) => teamLost(services, teamId, "gone");
const ofTeam: Readonly<Record<string, OnEvent>> = {
  teamDeleted: teamGone,
  teamHardDeleted: teamGone,
  teamArchived: teamGone,
  teamRestored: noteTeamBack,
  teamUnarchived: noteTeamBack,
};

const holdsBot = (people: InboundActivity["membersAdded"], bot: string | undefined): boolean =>
  people?.some(({ id }) => id === bot || id.startsWith("28:")) ?? false;

const onMembers = async (services: Services, activity: InboundActivity, teamId: string): Promise<void> => {
  const { membersAdded, membersRemoved, recipient } = activity;
  if (holdsBot(membersRemoved, recipient?.id)) return teamLost(services, teamId, "botRemoved");
  if (holdsBot(membersAdded, recipient?.id)) return noteTeamBack(services, teamId);
  if (membersAdded !== undefined || membersRemoved !== undefined) await checkTeam(services, teamId);
};

/** Events of a team that are none of ours, and those of tomorrow, pass unread. */
export const onChannelEvent = async (services: Services, activity: InboundActivity): Promise<void> => {
  const { type, action, channelData } = activity;
  const { eventType = "", channel, team } = channelData ?? {};
  const channelId = channel?.id;
  const teamId = team?.id;
  if (type === "installationUpdate") {
    if (teamId === undefined) return;
    if (action === "remove") return teamLost(services, teamId, "botRemoved");
    if (action === "add") return noteTeamBack(services, teamId);
    return;
  }
  const channelEvent = Object.hasOwn(ofChannel, eventType) ? ofChannel[eventType] : undefined;
  if (channelEvent !== undefined) return channelId === undefined ? undefined : channelEvent(services, channelId);
  if (teamId === undefined) return;
  const teamEvent = Object.hasOwn(ofTeam, eventType) ? ofTeam[eventType] : undefined;
  return teamEvent === undefined ? onMembers(services, activity, teamId) : teamEvent(services, teamId);
};
