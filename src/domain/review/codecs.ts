/** How a review, its opinions, its decision and the sittings of a cell are kept and found again. */
import { define } from "../codec.ts";
import { meetingIdOf } from "./codes.ts";
import {
  cellLink,
  meeting,
  minutes,
  opinion,
  review,
  reviewDecision,
  reviewPost,
  sendTrouble,
  snapshot,
  type Review,
} from "./records.ts";

const studyId = (doc: { readonly review: string; readonly study: number }): string => `${doc.review}.${doc.study}`;
const isWaiting = ({ state }: Review): boolean => state !== "decided" && state !== "withdrawn";

export const reviewCodecs = {
  review: define({
    schema: review,
    id: (doc) => doc.id,
    keys: (doc) => [
      "all",
      `case:${doc.code}`,
      `cell:${doc.cell}`,
      ...(isWaiting(doc) ? [`waiting:${doc.cell}`, "waiting"] : []),
      // Decided in the short circuit: the next cell reads it in its list.
      ...(doc.state === "decided" && doc.toldIn === null ? [`toTell:${doc.cell}`] : []),
    ],
    order: (doc) => `${doc.dueOn ?? "9999-12-31"} ${doc.submittedAt} ${doc.id}`,
  }),
  snapshot: define({
    schema: snapshot,
    id: studyId,
    keys: (doc) => [`case:${doc.code}`, `review:${doc.review}`],
    order: studyId,
  }),
  opinion: define({
    schema: opinion,
    id: (doc) => `${studyId(doc)}.${doc.memberId}`,
    keys: (doc) => [`case:${doc.code}`, `study:${studyId(doc)}`],
    order: (doc) => `${doc.at} ${doc.memberId}`,
  }),
  reviewDecision: define({
    schema: reviewDecision,
    id: studyId,
    keys: (doc) => ["all", `case:${doc.code}`, `review:${doc.review}`],
    order: (doc) => doc.at,
  }),
  meeting: define({
    schema: meeting,
    id: (doc) => meetingIdOf(doc.cell, doc.on),
    keys: (doc) => ["all", doc.state, `cell:${doc.cell}`],
    order: (doc) => `${doc.on} ${doc.cell}`,
  }),
  minutes: define({ schema: minutes, id: (doc) => doc.meeting, keys: () => ["all"], order: (doc) => doc.at }),
  cellLink: define({
    schema: cellLink,
    id: (doc) => doc.cell,
    keys: (doc) => ["all", `channel:${doc.channelId}`, ...(doc.teamId === null ? [] : [`team:${doc.teamId}`])],
    order: (doc) => doc.cell,
  }),
  reviewPost: define({
    schema: reviewPost,
    id: (doc) => doc.review,
    keys: (doc) => [`case:${doc.code}`, `cell:${doc.cell}`, `channel:${doc.channelId}`],
    order: (doc) => doc.review,
  }),
  sendTrouble: define({
    schema: sendTrouble,
    id: (doc) => doc.entry,
    keys: (doc) => [
      doc.settled === null ? "open" : "settled",
      ...(doc.review === null ? [] : [`review:${doc.review}`]),
    ],
    order: (doc) => doc.at,
  }),
} as const;
