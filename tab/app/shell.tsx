/** Around every page: where one can go, and the page itself. */
import { makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { Component, Suspense, useEffect, type ReactNode } from "react";
import { tabAddress } from "../../src/contracts/tab-routes.ts";
import { tabWords } from "../../src/wording/tab.ts";
import { PAGES, pagesOf } from "./pages.tsx";
import { ProblemPage } from "./problem-page.tsx";
import { goTo, RouteLink, usePlace } from "./router.tsx";
import { useSession } from "./session.tsx";

const useStyles = makeStyles({
  nav: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    "@media print": { display: "none" },
  },
  links: { display: "flex", flexWrap: "wrap", gap: "0 0.25rem", margin: 0, padding: "0 1rem", listStyleType: "none" },
  link: {
    display: "inline-block",
    padding: "0.625rem 0.75rem",
    color: tokens.colorNeutralForeground1,
    borderBottom: "3px solid transparent",
  },
  current: { borderBottomColor: tokens.colorCompoundBrandStroke, fontWeight: tokens.fontWeightSemibold },
  main: { maxWidth: "80rem", marginInline: "auto", padding: "1rem", minHeight: "60vh" },
});

const Navigation = () => {
  const styles = useStyles();
  const { me } = useSession();
  const place = usePlace();
  return (
    <nav className={styles.nav} aria-label={tabWords.navigation}>
      <ul className={styles.links}>
        {pagesOf(me.roles).map((page) => (
          <li key={page}>
            <RouteLink
              to={tabAddress(page)}
              current={place?.page === page}
              className={mergeClasses(styles.link, place?.page === page && styles.current)}
            >
              {tabWords.pages[page]}
            </RouteLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** A page that could not come, or that fell: said, and tried again. */
class Fallen extends Component<{ readonly children: ReactNode }, { readonly fallen: boolean }> {
  override readonly state = { fallen: false };
  static getDerivedStateFromError() {
    return { fallen: true };
  }
  override render() {
    if (!this.state.fallen) return this.props.children;
    return <ProblemPage problem="unreachable" again={() => location.reload()} />;
  }
}

/** At /tab itself, the first page that this member finds in the navigation. */
const Home = () => {
  const { me } = useSession();
  const [first] = pagesOf(me.roles);
  useEffect(() => {
    if (first !== undefined) goTo(tabAddress(first), { replace: true });
  }, [first]);
  return null;
};

const Shown = () => {
  const place = usePlace();
  if (place === null) return <ProblemPage problem="notFound" again={() => goTo("/tab")} />;
  if (place.page === null) return <Home />;
  const { View } = PAGES[place.page];
  return (
    <Fallen key={place.page}>
      <Suspense fallback={<Spinner label={tabWords.loading} />}>
        <View key={place.code} />
      </Suspense>
    </Fallen>
  );
};

/** Pages that stand alone in their frame: what a channel shows, what is set up, what is printed. */
const ALONE: ReadonlySet<string> = new Set(["canal", "configurer", "document"]);

export const Shell = () => {
  const styles = useStyles();
  const place = usePlace();
  const alone = place !== null && place.page !== null && ALONE.has(place.page);
  return (
    <>
      {alone ? null : <Navigation />}
      <main className={styles.main}>
        <Shown />
      </main>
    </>
  );
};
