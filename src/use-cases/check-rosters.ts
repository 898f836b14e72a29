/** Who is in each channel, read again: every day, when people come or go, and when a channel comes back. */
import type { CellLink } from "../domain/review/records.ts";
import type { Versioned } from "../ports/store.ts";
import { everyDocument } from "./frame/every-document.ts";
import type { Services } from "./frame/services.ts";
import { loseLink } from "./note-channel-gone.ts";
import { afterLooking, findCards, isLive, linksOf, lookInto, postWaiting, type CellPlace } from "./parts/linking.ts";
import { tellLeads } from "./parts/tell-leads.ts";

/** An archived team refuses; so does one that the application was taken out of. */
const whyRefused = (reason: string): "gone" | "botRemoved" => (reason === "notInstalled" ? "botRemoved" : "gone");

/** Reads a channel again. Nothing is concluded where Teams could not be asked. */
const check = async (services: Services, { doc, version }: Versioned<CellLink>): Promise<void> => {
  const looked = await lookInto(services, doc);
  if (looked.kind === "later") return;
  if (looked.kind === "refused") return loseLink(services, doc.cell, whyRefused(looked.reason));
  const link = afterLooking(services, doc, looked);
  const { cell } = link;
  const told =
    link.state === "toConfirm"
      ? await tellLeads(services, { screen: "rosterCheck", cell, notice: null, at: null })
      : [];
  const committed = await services.store.commit([{ op: "put", doc: link, expected: version }, ...told]);
  if (committed.ok) await postWaiting(services, cell, doc.state === "toConfirm");
};

/** Once a day for each cell; more often where its channel could not be read yet. What waits and was never posted is posted. */
export const checkRosters = async (services: Services): Promise<void> => {
  const today = services.clock.today();
  for await (const link of everyDocument(services.store, { kind: "cellLink", key: "all" })) {
    if (!isLive(link.doc)) continue;
    if (link.doc.checkedOn === null || link.doc.checkedOn < today) await check(services, link);
    else await postWaiting(services, link.doc.cell, false);
  }
};

/** Something happens to a team: its channels are looked at, and those whose team nobody told. */
export const checkTeam = async (services: Services, teamId: string): Promise<void> => {
  for await (const link of everyDocument(services.store, { kind: "cellLink", key: "all" }))
    if (isLive(link.doc) && (link.doc.teamId ?? teamId) === teamId) await check(services, link);
};

const back = async (services: Services, of: CellPlace, after: readonly CellLink["state"][]): Promise<void> => {
  for (const { doc, version } of await linksOf(services, of)) {
    if (!after.includes(doc.state)) continue;
    const link: CellLink = { ...doc, state: "toConfirm", checkedOn: null };
    const committed = await services.store.commit([{ op: "put", doc: link, expected: version }]);
    if (!committed.ok) continue;
    await findCards(services, doc.channelId);
    const found = await services.store.get("cellLink", doc.cell);
    if (found !== undefined) await check(services, found);
  }
};

/** A channel is restored: its cards are still there. */
export const noteChannelBack = (services: Services, channelId: string): Promise<void> =>
  back(services, { channel: channelId }, ["gone"]);

/** A team is restored, or the application is added to it again. */
export const noteTeamBack = (services: Services, teamId: string): Promise<void> =>
  back(services, { team: teamId }, ["gone", "botRemoved"]);
