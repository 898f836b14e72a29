import { z } from "zod";
import { memberId } from "../domain/participant/codes.ts";
import { meetingId } from "../domain/review/codes.ts";
import { presentAfter } from "../domain/review/sitting.ts";
import { done, refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { followsSitting, loadSitting, queueOfSitting, type Sitting } from "./parts/on-sitting.ts";

const input = z.strictObject({
  meeting: meetingId,
  /** Who was ticked when the card was made, and who is now. */
  shown: z.array(memberId),
  ticked: z.array(memberId),
});

/** Notes who is in the room: what two devices tick at once adds up. */
export const markPresent = command<z.infer<typeof input>, Sitting, null>({
  act: "sitting.present",
  input,
  queue: queueOfSitting,
  load: loadSitting,
  allow: followsSitting,
  decide: (services, _actor, { meeting }, { shown, ticked, meeting: id }) => {
    if (meeting.doc.state === "closed") return refused("sittingClosed");
    const known = ticked.filter((member) => services.people.byObjectId(member) !== undefined);
    const present = [...presentAfter(meeting.doc.present, shown, known)];
    return done({
      outcome: null,
      writes: [{ op: "put", doc: { ...meeting.doc, present }, expected: meeting.version }],
      head: null,
      audit: { act: "sitting.present", code: null, details: { meeting: id, count: present.length } },
    });
  },
});
