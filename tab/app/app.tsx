/** From the address to the page: the theme, who is there, then the shell. */
import { FluentProvider, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useState, type ReactNode } from "react";
import type { TabConfig } from "../../src/contracts/tab-config.ts";
import { tabWords, type TabProblem } from "../../src/wording/tab.ts";
import { LocalBanner } from "./local-banner.tsx";
import { ProblemPage } from "./problem-page.tsx";
import { goTo } from "./router.tsx";
import { SessionProvider, type Session } from "./session.tsx";
import { Shell } from "./shell.tsx";
import { readConfig, signInLocally, signInWithTeams } from "./sign-in.ts";
import { joinTeams, type TeamsContext } from "./teams.ts";
import { systemTheme, themeOf } from "./themes.ts";

const useStyles = makeStyles({
  ground: { backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground1, fontSize: "1rem" },
  alone: { maxWidth: "60rem", marginInline: "auto", padding: "1rem" },
});

type Standing =
  | { readonly state: "coming" }
  | { readonly state: "problem"; readonly problem: TabProblem }
  | { readonly state: "in"; readonly session: Session };

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
  if (named === undefined || named === "" || location.pathname !== "/tab") return;
  goTo(`/tab/${named}`, { replace: true });
};

const useStanding = () => {
  const [config, setConfig] = useState<TabConfig>();
  const [member, setMember] = useState(rememberedMember);
  const [theme, setTheme] = useState(systemTheme);
  const [standing, setStanding] = useState<Standing>({ state: "coming" });
  const [teams, setTeams] = useState<{ readonly context: TeamsContext | undefined }>();
  const [turn, setTurn] = useState({ count: 0, asking: false });

  useEffect(() => {
    void joinTeams(setTheme).then((context) => {
      openNamedPage(context);
      setTeams({ context });
    });
  }, []);
  useEffect(() => {
    if (teams === undefined) return;
    let left = false;
    const signIn = async () => {
      const read = config === undefined ? await readConfig() : ({ ok: true, value: config } as const);
      if (!read.ok) return read;
      setConfig(read.value);
      if (read.value.mode === "entra") return signInWithTeams(teams.context, turn.asking);
      const chosen = read.value.members.find(({ aadObjectId }) => aadObjectId === member) ?? read.value.members[0];
      return signInLocally(chosen?.aadObjectId ?? "", teams.context);
    };
    void signIn().then((answer) => {
      if (left) return;
      setStanding(answer.ok ? { state: "in", session: answer.value } : { state: "problem", problem: answer.problem });
    });
    return () => void (left = true);
  }, [teams, config, member, turn]);

  const choose = useCallback((aadObjectId: string) => {
    history.replaceState({ member: aadObjectId }, "");
    setStanding({ state: "coming" });
    setMember(aadObjectId);
  }, []);
  const again = useCallback((asking: boolean) => setTurn(({ count }) => ({ count: count + 1, asking })), []);
  return { config, member, theme, standing, choose, again };
};

export const App = () => {
  const { config, member, theme, standing, choose, again } = useStanding();
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  return (
    <FluentProvider theme={themeOf(theme)}>
      <Ground>
        {config?.mode === "local" ? (
          <LocalBanner
            members={config.members}
            chosen={member ?? config.members[0]?.aadObjectId ?? ""}
            onChoose={choose}
          />
        ) : null}
        <Content standing={standing} again={again} />
      </Ground>
    </FluentProvider>
  );
};

const Ground = ({ children }: { readonly children: ReactNode }) => <div className={useStyles().ground}>{children}</div>;

const Content = ({ standing, again }: { readonly standing: Standing; readonly again: (asking: boolean) => void }) => {
  const styles = useStyles();
  if (standing.state === "in")
    return (
      <SessionProvider value={standing.session}>
        <Shell />
      </SessionProvider>
    );
  return (
    <main className={styles.alone}>
      {standing.state === "coming" ? (
        <Spinner label={tabWords.loading} />
      ) : (
        <ProblemPage problem={standing.problem} again={() => again(standing.problem === "consentNeeded")} />
      )}
    </main>
  );
};
