/** What each member is in the PLIE. */
import type { Role } from "../domain/people/member.ts";
import { enumerated } from "./lists.ts";

const roleWords: Readonly<Record<Role, string>> = {
  referent: "référent·e de parcours",
  chargeDeProjet: "chargé·e de projet",
  coordinatrice: "coordination du PLIE",
  assistante: "assistance de direction",
  membreCellule: "membre de cellule",
};

export const roleLabel = (role: Role): string => roleWords[role];

/** « référent·e de parcours et chargé·e de projet ». */
export const rolesInWords = (roles: readonly Role[]): string => enumerated(roles.map(roleLabel));
