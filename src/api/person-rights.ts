/** What a person was told and asked, and who opened their file, for who reads the whole of it. */
import type { Request } from "restify";
import { z } from "zod";
import type { PersonOpenings, PersonRights } from "../contracts/person-rights.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import type { RightsSeen } from "../use-cases/parts/read-rights.ts";
import { seeOpenings, type OpeningsView } from "../use-cases/see-openings.ts";
import { seeRights } from "../use-cases/see-rights.ts";
import type { NameOf } from "./person-rounds.ts";
import { problemOf } from "./refusals.ts";
import { liveReply, problemReply, type Reply } from "./reply.ts";

const path = z.object({ code: participantCode });
const cursorIn = (request: Request): string | null => new URLSearchParams(request.getQuery()).get("cursor");

const rightsOf = (name: NameOf, { version, given, agreements, shared, requests }: RightsSeen): PersonRights => ({
  version,
  given:
    given === null
      ? null
      : { on: given.on, version: given.version, language: given.language, interpreter: given.interpreter },
  agreements: agreements.map((said) => ({
    ...{ what: said.what, state: said.state, on: said.on, version: said.version },
    ...{ language: said.language, interpreter: said.interpreter, by: name(said.by) },
  })),
  shared: shared.map(({ to, on, by }) => ({ to, on, by: name(by) })),
  requests: requests.map(({ id, what, contested, receivedOn, dueOn, words, answer }) => ({
    ...{ id, what, contested, receivedOn, dueOn, words },
    answer:
      answer === null ? null : { outcome: answer.outcome, words: answer.words, on: answer.on, by: name(answer.by) },
  })),
});

const openingsOf = ({ openings, next }: OpeningsView): PersonOpenings => ({
  openings: openings.map(({ at, act, by }) => ({
    ...{ at, act },
    by: by === null ? null : { name: by.name, roles: [...by.roles] },
  })),
  next,
});

export const personRightsRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const asked = path.safeParse(request.params);
  if (!asked.success) return problemReply("notFound");
  const answer = await ask(services, actor, seeRights, { code: asked.data.code, inTab: true });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const name: NameOf = (id) => services.people.byObjectId(id)?.name ?? null;
  return liveReply(request, rightsOf(name, answer.value.rights));
};

export const personOpeningsRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const asked = path.safeParse(request.params);
  const cursor = cursorIn(request);
  if (!asked.success || (cursor ?? "").length > 600) return problemReply("notFound");
  const answer = await ask(services, actor, seeOpenings, { code: asked.data.code, inTab: true, cursor });
  return answer.ok ? liveReply(request, openingsOf(answer.value)) : problemReply(problemOf[answer.refusal]);
};
