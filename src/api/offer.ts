/** The page *Offre*: the directory as it is searched, what was said of services, and what is confirmed of it. */
import type { Request } from "restify";
import type { OfferOverview, OfferPage, OfferService } from "../contracts/offer.ts";
import { dayOf } from "../domain/offer/find.ts";
import type { OfferNote } from "../domain/offer/records.ts";
import type { Actor } from "../domain/people/actor.ts";
import { findServices, type FoundService } from "../use-cases/find-services.ts";
import { noteService } from "../use-cases/note-service.ts";
import { seeOffer } from "../use-cases/see-offer.ts";
import { settleOfferNote } from "../use-cases/settle-offer-note.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { readBody } from "./body.ts";
import { onPress } from "./command.ts";
import { problemOf } from "./refusals.ts";
import { jsonReply, liveReply, problemReply, type Reply } from "./reply.ts";
import { listed } from "./services-routes.ts";

type NameOf = (member: string | null) => string | null;

const nameIn =
  ({ people }: Services): NameOf =>
  (member) =>
    member === null ? null : (people.byObjectId(member)?.name ?? null);

const noteOut = ({ id, what, weeks, by, at }: OfferNote, nameOf: NameOf) => ({ id, what, weeks, by: nameOf(by), at });

const leadLabelIn = ({ frameworks }: Services, lead: string | null): string | null =>
  frameworks.current.suggestion.leads.find(({ kind }) => kind === lead)?.label ?? null;

const serviceOut = (services: Services, nameOf: NameOf, found: FoundService): OfferService => {
  const { stored, confirmed } = found;
  return {
    ...listed(found, null),
    standing: found.standing,
    accompaniment: leadLabelIn(services, found.offer.lead),
    source: stored?.source ?? "",
    own: stored?.origin === "local",
    updatedOn: dayOf(stored?.record["date_maj"]),
    confirmed: confirmed && { on: confirmed.on, said: nameOf(confirmed.said), by: nameOf(confirmed.by) },
    waiting: found.waiting.map((note) => noteOut(note, nameOf)),
  };
};

/** `POST /api/offer/services`. */
export const findServicesRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const read = findServices.input.safeParse(await readBody(request));
  if (!read.success) return problemReply("invalid");
  const answer = await ask(services, actor, findServices, read.data);
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { items, named, ...page } = answer.value;
  const nameOf: NameOf = named ? nameIn(services) : () => null;
  const out = items.map((found) => serviceOut(services, nameOf, found));
  const { count, pages, communes } = page;
  return jsonReply(200, { items: out, count, page: page.page, pages, communes } satisfies OfferPage);
};

/** `GET /api/offer`, asked again and again. */
export const seeOfferRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const answer = await ask(services, actor, seeOffer, {});
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { head, mark, maySay, notes } = answer.value;
  const nameOf = nameIn(services);
  const body: OfferOverview = {
    today: services.clock.today(),
    timeZone: services.plie.timeZone,
    directory: head && {
      ...{ number: head.number, services: head.services, structures: head.structures },
      ...{ at: head.at, fictional: head.fictional },
    },
    mark,
    domains: services.frameworks.current.domains.map(({ id, label }) => ({ id, label })),
    maySay,
    notes: notes && {
      items: notes.items.map(({ note, structure }) => {
        const { service, name } = note;
        return { ...noteOut(note, nameOf), service, name, structure };
      }),
      waiting: notes.waiting,
    },
  };
  return liveReply(request, body);
};

/** What was said without a person in mind: the tab's own list names none. */
const notForAPerson = noteService.input.refine(({ code }) => code === null);

/** `POST /api/offer/notes`: a service that is not there, or not open, is not there. */
export const noteServiceRoute = onPress({
  command: { ...noteService, input: notForAPerson },
  told: ({ kind }) => ({ kind }),
  refusals: { choiceMissing: "notFound" },
});

/** `POST /api/offer/notes/settle`: a colleague who was faster is a conflict, a note that is not there is not there. */
export const settleNoteRoute = onPress({
  command: settleOfferNote,
  told: ({ kind }) => ({ kind }),
  refusals: { choiceMissing: "notFound" },
});
