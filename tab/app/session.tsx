/** Who is in front of the tab, once the server knows them. */
import { createContext, useContext } from "react";
import type { Me, MemberRole } from "../../src/contracts/me.ts";
import type { Credentials } from "./server.ts";
import type { TeamsContext } from "./teams.ts";

export interface Session {
  readonly me: Me;
  readonly credentials: Credentials;
  /** The Teams client around the page; undefined outside Teams. */
  readonly teams: TeamsContext | undefined;
}

const SessionContext = createContext<Session | undefined>(undefined);
export const SessionProvider = SessionContext.Provider;

/** Signs in again, letting Teams ask the person for their agreement. */
const AgreeContext = createContext<() => void>(() => undefined);
export const AgreeProvider = AgreeContext.Provider;
export const useAgree = (): (() => void) => useContext(AgreeContext);

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error("nobody is signed in here");
  return session;
};

export const hasRole = ({ me }: Pick<Session, "me">, ...roles: readonly MemberRole[]): boolean =>
  me.roles.some((role) => roles.includes(role));
