/** Each member is told of what is due, in their own chat, once for each item: one card a day, at the hour they chose, on days worked. */
import type { MemberId } from "../domain/participant/codes.ts";
import { hasCome, isQuiet, wallTime, type WallTime } from "../domain/reminders/when.ts";
import type { Services } from "./frame/services.ts";
import { cardAgain, cardOfToday, dayOfCard } from "./parts/reminder-batch.ts";
import { tellPieces } from "./parts/pieces-digest.ts";
import { cardsOf, minuteOf, type Whom } from "./parts/reminder-items.ts";

const HELD_AT_MOST = 10;

/** Most minutes find that the card of the day has left, or that its hour has not come: three reads. */
const remind = async (services: Services, whom: Whom, chatOf: MemberId, wall: WallTime): Promise<void> => {
  const [minute, day, put] = await Promise.all([
    minuteOf(services, whom),
    dayOfCard(services, whom, wall.day),
    services.store.list({ kind: "reminderDay", key: `later:${whom.memberId}.${whom.card}`, limit: HELD_AT_MOST }),
  ]);
  if (minute === null) return;
  const now = services.clock.now().toISOString();
  const held = put.items.filter(({ doc }) => doc.later !== null && doc.later <= now);
  if (day === undefined && hasCome(wall, minute)) return cardOfToday(services, whom, chatOf, wall.day, held);
  for (const one of held) await cardAgain(services, whom, chatOf, wall.day, one);
};

/** In local mode, whoever plays a part is told what that part is told. */
const playedBy = async ({ store }: Services, memberId: MemberId): Promise<MemberId> =>
  (await store.get("persona", memberId))?.doc.plays ?? memberId;

/**
 * Done again and again by every instance: the batch of a card is guarded by its day and by each item, so that only one of them writes it. What
 * was missed while the server slept is in the next card.
 */
export const remindMembers = async (services: Services): Promise<void> => {
  const wall = wallTime(services.clock.now(), services.plie.timeZone);
  if (isQuiet(wall, (day) => services.calendar.isWorkingDay(day))) return;
  for (const { aadObjectId } of services.people.members()) {
    // One member's trouble holds nobody else back.
    try {
      const memberId = await playedBy(services, aadObjectId);
      for (const card of cardsOf(services, memberId)) await remind(services, { memberId, card }, aadObjectId, wall);
      await tellPieces(services, memberId, aadObjectId, wall);
    } catch (cause) {
      services.log.error("upkeep.failed", { memberId: aadObjectId, cause });
    }
  }
};
