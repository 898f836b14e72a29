/** *Dossiers*: what is kept, missing, brought in and taken out; one view at a time. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Suspense } from "react";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { filesViewWords, filesWords } from "../../../src/wording/tab-files.ts";
import { tabWords } from "../../../src/wording/tab.ts";
import { ProblemPage } from "../../app/problem-page.tsx";
import { goTo, RouteLink, usePlace } from "../../app/router.tsx";
import { hasRole, useSession } from "../../app/session.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { VIEWS, type FilesView } from "./views.tsx";

const useStyles = makeStyles({
  links: { display: "flex", flexWrap: "wrap", gap: "0 0.25rem", margin: 0, padding: 0, listStyleType: "none" },
  link: {
    display: "inline-block",
    padding: "0.5rem 0.75rem",
    color: tokens.colorNeutralForeground1,
    borderBottom: "3px solid transparent",
  },
  current: { borderBottomColor: tokens.colorCompoundBrandStroke, fontWeight: tokens.fontWeightSemibold },
});

const SubNavigation = ({ views, shown }: { readonly views: readonly FilesView[]; readonly shown: FilesView }) => {
  const styles = useStyles();
  if (views.length < 2) return null;
  return (
    <nav aria-label={filesWords.views}>
      <ul className={styles.links}>
        {views.map(({ id }) => (
          <li key={id}>
            <RouteLink
              to={tabAddress("dossiers", null, { vue: id })}
              current={id === shown.id}
              className={mergeClasses(styles.link, id === shown.id && styles.current)}
            >
              {filesViewWords[id]}
            </RouteLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Files = () => {
  const session = useSession();
  const asked = usePlace()?.query.get("vue") ?? null;
  const views = VIEWS.filter(({ shownTo }) => hasRole(session, ...shownTo));
  const shown = asked === null ? views[0] : views.find(({ id }) => id === asked);
  if (shown === undefined) return <ProblemPage problem="roleMayNot" again={() => goTo(tabAddress("dossiers"))} />;
  const { View } = shown;
  return (
    <Page title={tabWords.pages.dossiers}>
      <SubNavigation views={views} shown={shown} />
      <Suspense key={shown.id} fallback={<Loading />}>
        <View />
      </Suspense>
    </Page>
  );
};
export default Files;
