/** What is due for a member now, from the summaries: each is written in the batch of the command that changes it. */
import type { Day, MemberId } from "../../domain/participant/codes.ts";
import { addDays } from "../../domain/participant/days.ts";
import { hasRole, substituteOn, type Actor } from "../../domain/people/actor.ts";
import type { CaseSummary } from "../../domain/records/bookkeeping.ts";
import {
  leadItems,
  NO_DATE_AHEAD_DAYS,
  ownItems,
  TOLD_AHEAD_DAYS,
  type DueItem,
} from "../../domain/reminders/due-items.ts";
import type { ReminderCard } from "../../domain/reminders/codes.ts";
import { DEFAULT_MINUTE } from "../../domain/reminders/when.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";

export interface Whom {
  readonly memberId: MemberId;
  readonly card: ReminderCard;
}

const mayHave: Readonly<Record<ReminderCard, (actor: Pick<Actor, "roles">) => boolean>> = {
  own: (actor) => hasRole(actor, "referent"),
  lead: (actor) => hasRole(actor, "chargeDeProjet", "coordinatrice"),
};
export const mayBeReminded = (actor: Pick<Actor, "roles">, card: ReminderCard): boolean => mayHave[card](actor);

/** The cards that a member is sent. The coordinatrice hears of what is late where there is no chargé de projet. */
export const cardsOf = ({ people }: Pick<Services, "people">, memberId: MemberId): readonly ReminderCard[] => {
  const member = people.byObjectId(memberId);
  if (member === undefined) return [];
  const somebodyLeads = people.members().some((one) => hasRole(one, "chargeDeProjet"));
  const leads = hasRole(member, somebodyLeads ? "chargeDeProjet" : "coordinatrice");
  return [...(mayHave.own(member) ? (["own"] as const) : []), ...(leads ? (["lead"] as const) : [])];
};

/** The hour of a member's card; null: none. What is late in the team is told whatever they chose for their own cases. */
export const minuteOf = async ({ store }: Services, { memberId, card }: Whom): Promise<number | null> => {
  const choice = (await store.get("reminderChoice", memberId))?.doc;
  if (choice === undefined) return DEFAULT_MINUTE;
  return choice.minute ?? (card === "lead" ? DEFAULT_MINUTE : null);
};

/** Situations that the member asked not to be reminded of. */
export const stoppedFor = async (services: Services, memberId: MemberId): Promise<ReadonlySet<string>> => {
  const codes = new Set<string>();
  for await (const { doc } of everyDocument(services.store, { kind: "reminderStop", key: `member:${memberId}` }))
    codes.add(doc.code);
  return codes;
};

/** Those that this member carries today: while a suppléance runs, whoever stands in, and not the référent. */
const carriedBy = async (
  services: Services,
  memberId: MemberId,
  summaries: readonly CaseSummary[],
  today: Day,
): Promise<readonly CaseSummary[]> => {
  const shared = summaries.filter(({ substituteId }) => substituteId !== null).map(({ code }) => code);
  const heads = shared.length === 0 ? [] : await services.store.getMany("case", shared);
  const standing = new Map(heads.map(({ doc }) => [doc.code, substituteOn(doc, today)] as const));
  return summaries.filter(({ code, referentId }) => (standing.get(code) ?? referentId) === memberId);
};

/** What they carry is told in their own card. */
const isOwn = ({ referentId, substituteId }: CaseSummary, memberId: MemberId): boolean =>
  substituteId === null ? referentId === memberId : substituteId === memberId;

/** What is due now in these cases, for this card of this member; nothing for what they asked not to be reminded of. */
export const dueNow = async (
  services: Services,
  { memberId, card }: Whom,
  summaries: readonly CaseSummary[],
  today: Day,
): Promise<readonly DueItem[]> => {
  if (card === "lead")
    return summaries.filter((summary) => !isOwn(summary, memberId)).flatMap((summary) => leadItems(summary, today));
  const [carried, stopped] = await Promise.all([
    carriedBy(services, memberId, summaries, today),
    stoppedFor(services, memberId),
  ]);
  return carried.filter(({ code }) => !stopped.has(code)).flatMap((summary) => ownItems(summary, today));
};

const READ: Readonly<Record<ReminderCard, { readonly key: (memberId: MemberId) => string; readonly ahead: number }>> = {
  own: { key: (memberId) => `due:${memberId}`, ahead: TOLD_AHEAD_DAYS },
  lead: { key: () => "due", ahead: NO_DATE_AHEAD_DAYS },
};

/** Everything that is due now for a card: only the cases that have something to meet soon are read. */
export const allDueNow = async (services: Services, whom: Whom, today: Day): Promise<readonly DueItem[]> => {
  const { key, ahead } = READ[whom.card];
  const summaries: CaseSummary[] = [];
  const query = { kind: "summary", key: key(whom.memberId), to: addDays(today, ahead + 1) } as const;
  for await (const { doc } of everyDocument(services.store, query)) summaries.push(doc);
  return dueNow(services, whom, summaries, today);
};
