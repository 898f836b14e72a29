/** *Pièces à compléter*, once a week, for the assistante: on the first worked day at her hour, or as soon as it can be where nobody was awake then. */
import type { Day, MemberId } from "../../domain/participant/codes.ts";
import { addDays, daysBetween } from "../../domain/participant/days.ts";
import { hasRole, type Actor } from "../../domain/people/actor.ts";
import { DEFAULT_MINUTE, hasCome, type WallTime } from "../../domain/reminders/when.ts";
import type { Services } from "../frame/services.ts";
import { incompleteFiles } from "./incomplete-files.ts";
import { messageTo } from "./reminder-batch.ts";

export const mayHaveDigest = (actor: Pick<Actor, "roles">): boolean => hasRole(actor, "assistante");

const A_MONDAY: Day = "2024-01-01";
/** The Monday of a day. */
const weekOf = (day: Day): Day => addDays(day, -(((daysBetween(A_MONDAY, day) % 7) + 7) % 7));

const isMissing = async (services: Services): Promise<boolean> =>
  (await incompleteFiles(services)).some(({ people }) => people > 0);

const SCREEN = { screen: "pieces", notice: null, at: null };

/**
 * Asked every minute of the hours when cards may leave. Guarded by the week, in the batch of the message: whoever restarts or looks at the same
 * time, it is told once. Nothing is missing: nothing is said, and the week is behind.
 */
export const tellPieces = async (
  services: Services,
  memberId: MemberId,
  chatOf: MemberId,
  wall: WallTime,
): Promise<void> => {
  const member = services.people.byObjectId(memberId);
  if (member === undefined || !mayHaveDigest(member)) return;
  const { store, clock } = services;
  const id = `piecesTold.${memberId}.${weekOf(wall.day)}`;
  const [choice, told] = await Promise.all([store.get("reminderChoice", memberId), store.get("seen", id)]);
  const minute = choice === undefined ? DEFAULT_MINUTE : choice.doc.minute;
  if (told !== undefined || minute === null || !hasCome(wall, minute)) return;
  const message = (await isMissing(services)) ? await messageTo(services, chatOf, SCREEN) : [];
  if (message === undefined) return;
  const at = clock.now().toISOString();
  await store.commit([
    { op: "put", expected: "new", doc: { kind: "seen", schemaVersion: 1, id, at, screen: {} } },
    ...message,
  ]);
};
