/** A channel that disappears, or an application that is taken out of a team: no opinion is lost, and a chargé de projet is told. */
import type { CellLink } from "../domain/review/records.ts";
import type { Services } from "./frame/services.ts";
import { isLive, linksOf, loseCards } from "./parts/linking.ts";
import { tellLeads } from "./parts/tell-leads.ts";

type Why = "gone" | "botRemoved";
/** A day's delay where somebody else writes at the same moment: the check of the next day finds it too. */
const TIMES = 5;

/** Told once: the link says that it was. Its cards are posted again once the cell is linked anew. */
export const loseLink = async (services: Services, cell: CellLink["cell"], why: Why): Promise<void> => {
  for (let time = 0; time < TIMES; time += 1) {
    const link = await services.store.get("cellLink", cell);
    if (link === undefined || !isLive(link.doc)) return;
    const told = await tellLeads(services, { screen: "cellLost", cell, why, notice: null, at: null });
    const committed = await services.store.commit([
      { op: "put", doc: { ...link.doc, state: why }, expected: link.version },
      ...told,
    ]);
    if (!committed.ok) continue;
    services.log.warn("cell.lost", { code: why });
    return loseCards(services, link.doc.channelId, why);
  }
};

/** The channel is deleted. */
export const noteChannelGone = async (services: Services, channelId: string): Promise<void> => {
  for (const { doc } of await linksOf(services, { channel: channelId })) await loseLink(services, doc.cell, "gone");
};

/** The team is deleted or archived, or the application was taken out of it: nothing can be posted in any of its channels. */
export const noteTeamLost = async (services: Services, teamId: string, why: Why): Promise<void> => {
  for (const { doc } of await linksOf(services, { team: teamId })) await loseLink(services, doc.cell, why);
};
