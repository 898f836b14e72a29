/** Who acts: from the verified activity alone, never from the data of a card. */
import type { Actor } from "../src/domain/people/actor.ts";
import { readActor } from "../src/use-cases/meet-member.ts";
import type { Services } from "../src/use-cases/frame/services.ts";
import type { InboundActivity } from "./door/activity.ts";

export type Identity =
  | { readonly kind: "member"; readonly actor: Actor }
  /** Not in the team file: told whom to ask, and shown nothing. */
  | { readonly kind: "stranger"; readonly actor: Actor };

const NOBODY = "inconnu";

/** The door has checked the tenant by now; a guest is known by the object id of the guest in that tenant. */
export const identify = async (services: Services, activity: InboundActivity, local: boolean): Promise<Identity> => {
  const objectId = (activity.from?.aadObjectId ?? "").toLowerCase();
  const actor = objectId === "" ? undefined : await readActor(services, objectId, local);
  if (actor !== undefined) return { kind: "member", actor };
  return {
    kind: "stranger",
    actor: {
      ...{ memberId: objectId === "" ? NOBODY : objectId, name: "", roles: [], playedBy: null },
      today: services.clock.today(),
    },
  };
};
