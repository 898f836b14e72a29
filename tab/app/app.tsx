/** From the address to the page: the theme, who is there, then the shell. */
import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, type ReactNode } from "react";
import type { TabConfig } from "../../src/contracts/tab-config.ts";
import { tabAddress } from "../../src/contracts/tab-routes.ts";
import { Loading } from "../ui/loading.tsx";
import { LocalBanner } from "./local-banner.tsx";
import { ProblemPage } from "./problem-page.tsx";
import { AgreeProvider, SessionProvider } from "./session.tsx";
import { Main, Shell, SkipLink } from "./shell.tsx";
import { useStanding, type Standing } from "./use-standing.ts";
import { useTheme } from "./use-theme.ts";

const useStyles = makeStyles({
  ground: { backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground1, fontSize: "1rem" },
});

export const App = ({ config }: { readonly config: TabConfig }) => {
  const { theme, setTheme } = useTheme();
  const { member, standing, choose, again, agree } = useStanding(config, setTheme);
  return (
    <FluentProvider theme={theme}>
      <Ground>
        <SkipLink />
        {config.mode === "local" ? <LocalBanner members={config.members} chosen={member} onChoose={choose} /> : null}
        <AgreeProvider value={agree}>
          <Content standing={standing} again={again} />
        </AgreeProvider>
      </Ground>
    </FluentProvider>
  );
};

const Ground = ({ children }: { readonly children: ReactNode }) => <div className={useStyles().ground}>{children}</div>;

/** Whoever sets a channel's tab up reads what it shows, even where they are not of the team. */
const SetUpExplained = lazy(() => import("../pages/configure/explained.tsx"));

const Content = ({ standing, again }: { readonly standing: Standing; readonly again: () => void }) => {
  if (standing.state === "coming")
    return (
      <Main>
        <Loading />
      </Main>
    );
  if (standing.state === "problem")
    return (
      <Main>
        <ProblemPage problem={standing.problem} again={again} />
        {location.pathname === tabAddress("configurer") ? (
          <Suspense fallback={null}>
            <SetUpExplained />
          </Suspense>
        ) : null}
      </Main>
    );
  return (
    <SessionProvider value={standing.session}>
      <Shell />
    </SessionProvider>
  );
};
