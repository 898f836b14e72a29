/** Who is there: coming, refused with what to do, or in. */
import { useCallback, useEffect, useState } from "react";
import type { TabConfig } from "../../src/contracts/tab-config.ts";
import type { TabProblem } from "../../src/wording/tab.ts";
import { goTo } from "./router.tsx";
import type { Session } from "./session.tsx";
import { signInLocally, signInWithTeams } from "./sign-in.ts";
import { joinTeams, type TeamsContext } from "./teams.ts";

export type Standing =
  | { readonly state: "coming" }
  | { readonly state: "problem"; readonly problem: TabProblem }
  | { readonly state: "in"; readonly session: Session };

const COMING: Standing = { state: "coming" };

/** Who one was in local mode, along one visit: the history of this window keeps it, no storage does. */
const rememberedMember = (): string | undefined => {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "member" in state && typeof state.member === "string"
    ? state.member
    : undefined;
};

/** A link of Teams names a page of ours beside the address that it opens. */
const openNamedPage = (teams: TeamsContext | undefined): void => {
  const named = teams?.page.subPageId;
  if (named === undefined || named === "" || !/^\/tab\/?$/.test(location.pathname)) return;
  const { pathname, search } = new URL(`/tab/${named}`, location.origin);
  if (pathname.startsWith("/tab/")) goTo(pathname + search, { replace: true });
};

interface Joined {
  readonly context: TeamsContext | undefined;
}

const useTeams = (onTheme: (theme: string) => void): Joined | undefined => {
  const [joined, setJoined] = useState<Joined>();
  useEffect(() => {
    void joinTeams(onTheme).then((context) => {
      openNamedPage(context);
      setJoined({ context });
    });
  }, [onTheme]);
  return joined;
};

/** In local mode one is who one chose, and the first of the team until then. */
const useMember = (config: TabConfig) => {
  const [member, setMember] = useState(rememberedMember);
  if (config.mode === "entra") return { member: "", setMember };
  const chosen = config.members.find(({ aadObjectId }) => aadObjectId === member) ?? config.members[0];
  return { member: chosen?.aadObjectId ?? "", setMember };
};

export const useStanding = (config: TabConfig, onTheme: (theme: string) => void) => {
  const joined = useTeams(onTheme);
  const { member, setMember } = useMember(config);
  const [standing, setStanding] = useState<Standing>(COMING);
  const [turn, setTurn] = useState({ count: 0, asking: false });
  useEffect(() => {
    if (joined === undefined) return undefined;
    let left = false;
    const signIn =
      config.mode === "entra" ? signInWithTeams(joined.context, turn.asking) : signInLocally(member, joined.context);
    void signIn.then((answer) => {
      if (left) return;
      setStanding(answer.ok ? { state: "in", session: answer.value } : { state: "problem", problem: answer.problem });
    });
    return () => void (left = true);
  }, [joined, config, member, turn]);
  const choose = useCallback(
    (aadObjectId: string) => {
      history.replaceState({ member: aadObjectId }, "");
      setStanding(COMING);
      setMember(aadObjectId);
    },
    [setMember],
  );
  const turnAgain = useCallback((asking: boolean) => {
    setStanding(COMING);
    setTurn(({ count }) => ({ count: count + 1, asking }));
  }, []);
  const again = useCallback(() => turnAgain(false), [turnAgain]);
  const agree = useCallback(() => turnAgain(true), [turnAgain]);
  return { member, standing, choose, again, agree };
};
