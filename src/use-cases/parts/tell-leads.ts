/** What each chargé de projet is told in their own chat about a cell: its channel, its sendings. */
import type { MemberId } from "../../domain/participant/codes.ts";
import type { ScreenRef } from "../../domain/records/bookkeeping.ts";
import type { Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { openOwnChat, toOwnChat } from "./own-chat.ts";

const withRole = ({ people }: Services, role: "chargeDeProjet" | "coordinatrice"): readonly MemberId[] =>
  people.members().flatMap(({ aadObjectId, roles }) => (roles.includes(role) ? [aadObjectId] : []));

const tell = async (services: Services, members: readonly MemberId[], screen: ScreenRef): Promise<readonly Write[]> => {
  const told = await Promise.all(
    members.map(async (member) =>
      (await openOwnChat(services, member))
        ? toOwnChat(services, member, screen, { code: null, review: null })
        : undefined,
    ),
  );
  return told.flatMap((writes) => writes ?? []);
};

/**
 * One message for each chargé de projet, and for `also`, whose chat it is that asked; where none of them can be reached, for the coordinatrice.
 */
export const tellLeads = async (
  services: Services,
  screen: ScreenRef,
  also: MemberId | null = null,
): Promise<readonly Write[]> => {
  const leads = [...new Set([...withRole(services, "chargeDeProjet"), ...(also === null ? [] : [also])])];
  const told = await tell(services, leads, screen);
  return told.length > 0 ? told : tell(services, withRole(services, "coordinatrice"), screen);
};
