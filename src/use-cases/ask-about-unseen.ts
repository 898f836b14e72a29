import type { SendTrouble } from "../domain/review/records.ts";
import type { Versioned } from "../ports/store.ts";
import type { Services } from "./frame/services.ts";
import { openTroubles } from "./parts/send-trouble.ts";
import { tellLeads } from "./parts/tell-leads.ts";

const ask = async (services: Services, { doc, version }: Versioned<SendTrouble>): Promise<void> => {
  const asking = await tellLeads(services, { screen: "sendingAsk", entry: doc.entry, notice: null, at: null });
  // Nobody can be reached now: asked once somebody can.
  if (asking.length === 0) return;
  const askedAt = services.clock.now().toISOString();
  await services.store.commit([{ op: "put", doc: { ...doc, askedAt }, expected: version }, ...asking]);
};

/** A sending of unknown outcome that nobody pressed on for a while: each chargé de projet is asked, once, whether it arrived. */
export const askAboutUnseen = async (services: Services): Promise<void> => {
  const { unseenMinutes } = services.frameworks.current.reviews;
  const before = new Date(services.clock.now().getTime() - unseenMinutes * 60_000).toISOString();
  for (const trouble of await openTroubles(services, before))
    if (trouble.doc.reason === "unknown" && trouble.doc.askedAt === null) await ask(services, trouble);
};
