/** How a sitting goes: who is there, which case is taken, how long each took. Pure. */
import type { Day, Instant, MemberId } from "../participant/codes.ts";
import type { CellId, ReviewId } from "./codes.ts";
import type { Meeting, Review } from "./records.ts";

/** A sitting holds no more people nor cases than its record. */
const AT_MOST = 60;

export const openedSitting = (
  cell: CellId,
  on: Day,
  opened: { readonly by: MemberId; readonly at: Instant },
  secretaryId: MemberId | null,
  order: readonly ReviewId[],
): Meeting => ({
  kind: "meeting",
  schemaVersion: 1,
  cell,
  on,
  state: "open",
  openedBy: opened.by,
  openedAt: opened.at,
  secretaryId,
  order: order.slice(0, AT_MOST),
  current: null,
  currentSince: null,
  spent: {},
  present: [],
  closed: null,
});

/** What was ticked and unticked since the card was made, over what another device noted meanwhile: nobody's tick is lost. */
export const presentAfter = (
  present: readonly MemberId[],
  shown: readonly MemberId[],
  ticked: readonly MemberId[],
): readonly MemberId[] => {
  const unticked = shown.filter((id) => !ticked.includes(id));
  return [...new Set([...present, ...ticked])].filter((id) => !unticked.includes(id)).slice(0, AT_MOST);
};

const secondsBetween = (since: Instant, until: Instant): number =>
  Math.max(0, Math.round((Date.parse(until) - Date.parse(since)) / 1_000));

/** The current case is left: its time is counted, once more where it was taken before. */
const leftAt = (meeting: Meeting, at: Instant): Meeting["spent"] => {
  const { current, currentSince, spent } = meeting;
  if (current === null || currentSince === null) return spent;
  return { ...spent, [current]: (spent[current] ?? 0) + secondsBetween(currentSince, at) };
};

/** Takes a case. One that came after the opening joins the end of the order; undefined: there is no room for it. */
export const taken = (meeting: Meeting, review: ReviewId, at: Instant): Meeting | undefined => {
  const order = meeting.order.includes(review) ? meeting.order : [...meeting.order, review];
  if (order.length > AT_MOST) return undefined;
  return { ...meeting, order, spent: leftAt(meeting, at), current: review, currentSince: at };
};

/** The case to study after the current one, in the order of the sitting, those left behind last; undefined: none is left. */
export const nextOf = (
  { order, current }: Pick<Meeting, "order" | "current">,
  isOpen: (id: ReviewId) => boolean,
): ReviewId | undefined => {
  const from = current === null ? 0 : order.indexOf(current) + 1;
  return [...order.slice(from), ...order.slice(0, from)].find((id) => id !== current && isOpen(id));
};

export const closedSitting = (meeting: Meeting, by: MemberId, at: Instant): Meeting => ({
  ...meeting,
  state: "closed",
  spent: leftAt(meeting, at),
  current: null,
  currentSince: null,
  closed: { by, at },
});

/** Adjourned while this sitting was open. */
export const adjournedIn = (review: Review, meeting: Pick<Meeting, "openedAt">): boolean =>
  review.state === "adjourned" && (review.adjourned?.at ?? "") >= meeting.openedAt;
