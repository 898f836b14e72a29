/** How absences and transfers are kept and found again, with the cases that they move. */
import { define } from "../codec.ts";
import { caseMove, isUnderWay, movedCase, movedCaseId } from "./absence.ts";

export const peopleCodecs = {
  caseMove: define({
    schema: caseMove,
    id: (doc) => doc.id,
    keys: (doc) => [
      "all",
      doc.state,
      // Something is still to be done of it, by itself: looked at again until it is over.
      ...(isUnderWay(doc) ? ["underWay"] : []),
      `from:${doc.fromId}`,
      ...(doc.toId === null ? [] : [`to:${doc.toId}`]),
      ...(doc.code === null ? [] : [`case:${doc.code}`]),
    ],
    order: (doc) => `${doc.from} ${doc.id}`,
  }),
  movedCase: define({
    schema: movedCase,
    id: movedCaseId,
    keys: (doc) => [
      `case:${doc.code}`,
      `move:${doc.move}`,
      ...(doc.endedAt === null && doc.what === "absence" ? [`stands:${doc.move}`] : []),
      ...(doc.informed === null ? [`toTell:${doc.move}`] : []),
    ],
    order: (doc) => `${doc.at} ${doc.code}`,
  }),
} as const;
