import { z } from "zod";
import { memberId, type Day, type MemberId } from "../domain/participant/codes.ts";
import { quarterOf, type Quarter } from "../domain/participant/stage-point.ts";
import { hasRole, mayListAllCases, mayListStagePoints, type Actor } from "../domain/people/actor.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { stagePointsOf, type StagePointRow } from "./parts/stage-points.ts";

interface Colleague {
  readonly id: MemberId;
  readonly name: string;
}

export interface SeenStagePoints {
  readonly quarter: Quarter;
  readonly today: Day;
  readonly referent: { readonly id: MemberId; readonly name: string | null };
  /** Whose list may be read. */
  readonly referents: readonly Colleague[];
  readonly rows: readonly StagePointRow[];
  /** What was agreed can be read, person by person. */
  readonly opens: boolean;
}

const referentsFor = ({ people }: Services, actor: Actor): readonly Colleague[] =>
  people
    .members()
    .filter(
      (member) => hasRole(member, "referent") && (mayListAllCases(actor) || member.aadObjectId === actor.memberId),
    )
    .map(({ aadObjectId, name }) => ({ id: aadObjectId, name }))
    .sort((one, other) => one.name.localeCompare(other.name, "fr"));

/** One's own where one follows people, else the first of the team. */
const askedOf = (services: Services, actor: Actor, referent: MemberId | null): MemberId => {
  if (referent !== null) return referent;
  return hasRole(actor, "referent") ? actor.memberId : (referentsFor(services, actor)[0]?.id ?? actor.memberId);
};

/** *Points d'étape trimestriels*: the list of a référent, ready for the meeting. Names and codes; no file is opened. */
export const seeStagePoints = query<{ readonly referent: MemberId | null }, MemberId, SeenStagePoints>({
  act: "stagePoints.see",
  input: z.strictObject({ referent: memberId.nullable() }),
  load: (services, actor, { referent }) => Promise.resolve(done(askedOf(services, actor, referent))),
  allow: (actor, referent) => (mayListStagePoints(actor, referent) ? null : "roleMayNot"),
  run: async (services, actor, id) => {
    const today = services.clock.today();
    const rows = await stagePointsOf(services, actor, id);
    const referent = { id, name: services.people.byObjectId(id)?.name ?? null };
    const opens = id === actor.memberId || hasRole(actor, "chargeDeProjet", "coordinatrice");
    return done({ quarter: quarterOf(today), today, referent, referents: referentsFor(services, actor), rows, opens });
  },
});
