/** What each chargé de projet is told in their own chat: of a cell, its channel, its sendings, a chat that refuses us. */
import type { MemberId } from "../../domain/participant/codes.ts";
import type { ScreenRef } from "../../domain/records/bookkeeping.ts";
import type { Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { reachOwnChat } from "./own-chat.ts";

interface Whom {
  /** Whose chat it is that asked. */
  readonly also?: MemberId | null;
  /** Whom there is no point in telling. */
  readonly except?: MemberId;
}

const withRole = ({ people }: Services, role: "chargeDeProjet" | "coordinatrice"): readonly MemberId[] =>
  people.members().flatMap(({ aadObjectId, roles }) => (roles.includes(role) ? [aadObjectId] : []));

const tell = async (services: Services, members: readonly MemberId[], screen: ScreenRef): Promise<readonly Write[]> => {
  const told = await Promise.all(
    members.map((member) => reachOwnChat(services, member, screen, { code: null, review: null })),
  );
  return told.flatMap((writes) => writes ?? []);
};

/** One message for each chargé de projet; where none of them can be reached, for the coordinatrice. */
export const tellLeads = async (
  services: Services,
  screen: ScreenRef,
  { also = null, except }: Whom = {},
): Promise<readonly Write[]> => {
  const asked = [...withRole(services, "chargeDeProjet"), ...(also === null ? [] : [also])];
  const others = (members: readonly MemberId[]) => [...new Set(members)].filter((member) => member !== except);
  const told = await tell(services, others(asked), screen);
  return told.length > 0 ? told : tell(services, others(withRole(services, "coordinatrice")), screen);
};

const guardOf = (services: Services, id: string): Write => ({
  op: "put",
  expected: "new",
  doc: { kind: "seen", schemaVersion: 1, id, at: services.clock.now().toISOString(), screen: {} },
});

/** The same, once a day under this name. The day is used up only once somebody is told. */
export const tellLeadsOnceADay = async (
  services: Services,
  name: string,
  screen: ScreenRef,
  whom: Whom = {},
): Promise<readonly Write[]> => {
  const guard = `${name}.${services.clock.today()}`;
  if ((await services.store.get("seen", guard)) !== undefined) return [];
  const told = await tellLeads(services, screen, whom);
  return told.length === 0 ? [] : [guardOf(services, guard), ...told];
};
