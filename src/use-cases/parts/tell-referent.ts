/** The référent hears of what becomes of a case under study in their own chat; where that chat is not reachable, someone is told, and it stands on the fiche all the same. */
import type { Actor } from "../../domain/people/actor.ts";
import type { Review } from "../../domain/review/records.ts";
import type { Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { reachOwnChat } from "./own-chat.ts";
import { newTrouble } from "./send-trouble.ts";

/** A message that could not even be prepared: seen among the sendings until someone has told the référent. */
const trouble = (services: Services, { id, cell, referentId }: Review): Write =>
  newTrouble(services, {
    ...{ entry: services.ids.next(), what: "message", review: id, cell, memberId: referentId, reason: "noChat" },
  });

export interface Told {
  /** False: their chat cannot be reached, and whoever acts should say it to them. */
  readonly told: boolean;
  readonly writes: readonly Write[];
}

/** `reviewDecided`: what was decided and what comes next; `review`: where the study stands. Whoever acts knows already. */
export const tellReferent = async (
  services: Services,
  actor: Actor,
  review: Review,
  shown: "reviewDecided" | "review",
): Promise<Told> => {
  const { id, code, referentId } = review;
  if (actor.memberId === referentId) return { told: true, writes: [] };
  const screen = { screen: shown, review: id, notice: null, at: null };
  const about = { code, review: id };
  const told = await reachOwnChat(services, referentId, screen, about);
  if (told !== undefined) return { told: true, writes: told };
  // One person plays everyone: what the référent would read comes to them.
  const played = actor.playedBy === null ? undefined : await reachOwnChat(services, actor.playedBy, screen, about);
  return played === undefined ? { told: false, writes: [trouble(services, review)] } : { told: true, writes: played };
};
