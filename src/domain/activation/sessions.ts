/** How a collective action goes: who is expected, who took part, and on which days. Pure. */
import type { Day, MemberId, ParticipantCode } from "../participant/codes.ts";
import { addDays, daysBetween, type IsWorkingDay } from "../participant/days.ts";
import { hasRole, type Actor } from "../people/actor.ts";
import type { Session } from "./records.ts";

/** First and last day included. */
export const SESSION_DAYS_AT_MOST = 31;

/** Proposes collective actions, and leads those that they opened. */
export const mayOrganise = (actor: Pick<Actor, "roles">): boolean =>
  hasRole(actor, "referent", "chargeDeProjet", "coordinatrice");

/** Reads what is planned; a partner of a cell does not. */
export const mayReadSessions = (actor: Pick<Actor, "roles">): boolean =>
  mayOrganise(actor) || hasRole(actor, "assistante");

/** Leads it, opened it, or leads the team: notes who took part, and cancels it. */
export const mayLeadSession = (
  actor: { readonly memberId: MemberId } & Pick<Actor, "roles">,
  { leaderId, by }: Pick<Session, "leaderId" | "by">,
): boolean =>
  mayOrganise(actor) &&
  (actor.memberId === leaderId || actor.memberId === by || hasRole(actor, "chargeDeProjet", "coordinatrice"));

export const placesLeft = ({ places, codes }: Pick<Session, "places" | "codes">): number =>
  Math.max(0, places - codes.length);

export const isOver = ({ until }: Pick<Session, "until">, today: Day): boolean => until < today;

/** Why nobody joins any more, or not this person; null: they may. */
export const enrolProblem = (
  session: Session,
  code: ParticipantCode,
  today: Day,
): "sessionClosed" | "alreadyDone" | "sessionFull" | null => {
  if (session.state === "cancelled" || isOver(session, today)) return "sessionClosed";
  if (session.codes.includes(code)) return "alreadyDone";
  return placesLeft(session) === 0 ? "sessionFull" : null;
};

const edited = (session: Session, changes: Partial<Session>): Session => ({
  ...session,
  ...changes,
  edition: session.edition + 1,
});

export const withEnrolled = (session: Session, code: ParticipantCode): Session =>
  edited(session, { codes: [...session.codes, code] });

export const withoutPerson = (session: Session, code: ParticipantCode): Session =>
  edited(session, {
    codes: session.codes.filter((one) => one !== code),
    came: session.came.filter((one) => one !== code),
  });

/** What was ticked and unticked since the card was made, over what another device noted meanwhile. */
export const withPresent = (
  session: Session,
  shown: readonly ParticipantCode[],
  ticked: readonly ParticipantCode[],
): Session => {
  const unticked = shown.filter((code) => !ticked.includes(code));
  const came = new Set([...session.came, ...ticked].filter((code) => !unticked.includes(code)));
  return edited(session, { came: session.codes.filter((code) => came.has(code)) });
};

export const cancelled = (session: Session): Session => edited(session, { state: "cancelled" });

/** The days on which people sign: the first and the last, and every working day between. */
export const sessionDays = ({ from, until }: Pick<Session, "from" | "until">, isWorkingDay: IsWorkingDay): Day[] =>
  Array.from({ length: daysBetween(from, until) + 1 }, (_, count) => addDays(from, count)).filter(
    (day) => day === from || day === until || isWorkingDay(day),
  );
