/** What happened and what to do, with a way to try again where trying again can help. */
import { Button } from "@fluentui/react-components";
import { tabWords, type TabProblem } from "../../src/wording/tab.ts";
import { Page, Panel } from "../ui/page.tsx";
import { RouteLink } from "./router.tsx";
import { useAgree } from "./session.tsx";

export const ProblemPage = ({ problem, again }: { readonly problem: TabProblem; readonly again: () => void }) => {
  const { title, whatToDo } = tabWords.problems[problem];
  const agree = useAgree();
  const consent = problem === "consentNeeded";
  return (
    <div role="alert">
      <Page title={title}>
        <Panel>
          <p>{whatToDo}</p>
          {problem === "notFound" || problem === "roleMayNot" ? (
            <RouteLink to="/tab">{tabWords.home}</RouteLink>
          ) : (
            <Button appearance="primary" onClick={consent ? agree : again}>
              {consent ? tabWords.agree : tabWords.retry}
            </Button>
          )}
        </Panel>
      </Page>
    </div>
  );
};
