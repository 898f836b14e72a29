import type { Member } from "../domain/people/member.ts";

/** Who works in this PLIE, as the team file says at this moment. */
export interface People {
  members(): readonly Member[];
  /** `id`: the Entra object id of an activity or of a token. */
  byObjectId(id: string): Member | undefined;
  /** Why the last version of the file was not taken, the one before serving meanwhile; empty, or absent: it was. */
  refused?(): readonly string[];
}
