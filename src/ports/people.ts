import type { Member } from "../domain/people/member.ts";

/** Who works in this PLIE, as the team file says at this moment. */
export interface People {
  members(): readonly Member[];
  /** `id`: the Entra object id of an activity or of a token. */
  byObjectId(id: string): Member | undefined;
}
