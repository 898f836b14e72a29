/** The people whom a member may list, for the tab: a page of them, or those whom a name or a code may mean. */
import type { Request } from "restify";
import {
  participantsQuery,
  participantsSearch,
  type ParticipantLine,
  type ParticipantsFilters,
  type ParticipantsPage,
} from "../contracts/participants.ts";
import { hasRole, mayListAllCases, mayListOwnCases, type Actor } from "../domain/people/actor.ts";
import type { MemberId } from "../domain/participant/codes.ts";
import { browseParticipants } from "../use-cases/browse-participants.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import type { Line } from "../use-cases/parts/page-of-lines.ts";
import type { Narrowing, Plan } from "../use-cases/parts/whose-people.ts";
import { searchParticipants } from "../use-cases/search-participants.ts";
import { readBody } from "./body.ts";
import { measureNames } from "./measure-names.ts";
import { problemOf } from "./refusals.ts";
import { jsonReply, liveReply, problemReply, type Reply } from "./reply.ts";

const PAGE = 25;

/** As the use case is asked, to be checked by it; months without a number are none of its. */
const narrowingOf = ({ status, step, referent, behind, from, to, ...said }: ParticipantsFilters) => {
  const months = from === undefined && to === undefined ? null : { from: from ?? to, to: to ?? from };
  const place = status === undefined ? {} : { status };
  return {
    place: status === undefined && step === undefined ? null : { ...place, ...(step === undefined ? {} : { step }) },
    milestone: said.milestone ?? null,
    ...{ late: said.late !== undefined, soon: said.soon !== undefined, outreach: said.outreach !== undefined },
    whose: referent === undefined || referent === "mine" || referent === "everyone" ? (referent ?? null) : { referent },
    sort: said.sort ?? "name",
    behind: behind === undefined && months === null ? null : { measure: behind?.split("/"), months },
  };
};

interface Shown {
  readonly lines: readonly Line[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly plan: Plan;
  readonly count: number | null;
  readonly partial: boolean;
}

const nameOf = ({ people }: Services, id: MemberId): string | null => people.byObjectId(id)?.name ?? null;

const lineOut = (services: Services, today: string, { row, due, part }: Line): ParticipantLine => {
  const { code, givenName, familyName, status, step, orientedOn, enteredOn } = row;
  return {
    ...{ code, givenName, familyName, status, step, orientedOn, enteredOn },
    referent: nameOf(services, row.referentId),
    due: due && { ...due, late: due.on < today },
    month: part === null || part === "now" ? null : part,
  };
};

/** Whom the list may be narrowed to, in the order of their names. */
const referentsFor = ({ people }: Services, actor: Actor): ParticipantsPage["referents"] =>
  mayListAllCases(actor)
    ? people
        .members()
        .filter((member) => hasRole(member, "referent") && member.aadObjectId !== actor.memberId)
        .map(({ aadObjectId, name }) => ({ id: aadObjectId, name }))
        .toSorted((one, other) => one.name.localeCompare(other.name, "fr"))
    : [];

const behindOut = (services: Services, { behind }: Narrowing): ParticipantsPage["behind"] =>
  behind && {
    measure: behind.measure,
    names: measureNames(services, behind.measure),
    from: behind.months?.from ?? null,
    to: behind.months?.to ?? null,
  };

const pageOf = (services: Services, actor: Actor, asked: Narrowing, shown: Shown): ParticipantsPage => {
  const today = services.clock.today();
  const { lines, plan, next, previous, count, partial } = shown;
  return {
    ...{ next, previous, count, partial, today, sort: plan.sortedBy },
    items: lines.map((line) => lineOut(services, today, line)),
    referent: plan.referent === null ? null : { id: plan.referent, name: nameOf(services, plan.referent) },
    referents: referentsFor(services, actor),
    own: mayListOwnCases(actor),
    mine: mayListOwnCases(actor) && plan.referent === actor.memberId,
    behind: behindOut(services, asked),
  };
};

/** `GET /api/participants?status&step&referent&milestone&late&sort&behind&from&to&cursor&limit`. */
export const browseRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const said = participantsQuery.safeParse(Object.fromEntries(new URLSearchParams(request.getQuery())));
  if (!said.success) return problemReply("invalid");
  const { cursor = null, limit, ...filters } = said.data;
  const asked = browseParticipants.input.safeParse({
    ...{ narrowing: narrowingOf(filters), cursor, limit: limit === undefined ? PAGE : Number(limit) },
  });
  if (!asked.success) return problemReply("invalid");
  const answer = await ask(services, actor, browseParticipants, asked.data);
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const shown = { ...answer.value, count: null, partial: false };
  return liveReply(request, pageOf(services, actor, asked.data.narrowing, shown));
};

/** `POST /api/participants/search`: what is searched never stands in an address. */
export const searchRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const said = participantsSearch.safeParse(await readBody(request));
  if (!said.success) return problemReply("invalid");
  const { query, filters, cursor } = said.data;
  const asked = searchParticipants.input.safeParse({ query, narrowing: narrowingOf(filters), cursor, limit: PAGE });
  if (!asked.success) return problemReply("invalid");
  const answer = await ask(services, actor, searchParticipants, asked.data);
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  return jsonReply(200, pageOf(services, actor, asked.data.narrowing, answer.value));
};
