/** Around every page: where one can go, and the page itself. */
import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Component, Suspense, useEffect, type MouseEvent, type ReactNode } from "react";
import { tabAddress } from "../../src/contracts/tab-routes.ts";
import { tabWords } from "../../src/wording/tab.ts";
import { Loading } from "../ui/loading.tsx";
import { PAGES, pagesOf } from "./pages.tsx";
import { isMissingPart } from "./part.ts";
import { ProblemPage } from "./problem-page.tsx";
import { goTo, RouteLink, usePlace } from "./router.tsx";
import { hasRole, useSession } from "./session.tsx";
import { isInMeeting } from "./teams.ts";

const useStyles = makeStyles({
  skip: {
    position: "absolute",
    left: "-100vw",
    top: 0,
    zIndex: 1,
    padding: "0.5rem 1rem",
    backgroundColor: tokens.colorNeutralBackground1,
    ":focus": { left: 0 },
  },
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
  main: {
    maxWidth: "80rem",
    marginInline: "auto",
    padding: "1rem",
    overflowWrap: "break-word",
    ":focus": { outlineStyle: "none" },
  },
  documents: {
    maxWidth: "80rem",
    marginInline: "auto",
    padding: "0.5rem 1rem",
    "@media print": { display: "none" },
  },
});

const CONTENT = "contenu";

/** Whoever goes by keyboard need not walk through the navigation each time. */
export const SkipLink = () => {
  const styles = useStyles();
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(CONTENT)?.focus();
  };
  return (
    <Link href={`#${CONTENT}`} className={styles.skip} onClick={skip}>
      {tabWords.skip}
    </Link>
  );
};

export const Main = ({ children }: { readonly children: ReactNode }) => (
  <main id={CONTENT} tabIndex={-1} className={useStyles().main}>
    {children}
  </main>
);

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

/** What one prints before having opened anything. */
const Documents = () => {
  const styles = useStyles();
  if (!hasRole(useSession(), "referent", "chargeDeProjet", "coordinatrice")) return null;
  return (
    <nav className={styles.documents} aria-label={tabWords.documents}>
      <RouteLink to={tabAddress("document", null, { kind: "feuille-entretien" })}>{tabWords.blankSheet}</RouteLink>
    </nav>
  );
};

/** A page that could not come, or that fell: said, and tried again. */
class Fallen extends Component<{ readonly children: ReactNode }, { readonly cause: unknown }> {
  override readonly state: { readonly cause: unknown } = { cause: undefined };
  static getDerivedStateFromError(cause: unknown) {
    return { cause: cause ?? "unknown" };
  }
  override render() {
    const { cause } = this.state;
    if (cause === undefined) return this.props.children;
    return <ProblemPage problem={isMissingPart(cause) ? "unreachable" : "internal"} again={() => location.reload()} />;
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
  const { page, code } = place;
  if (page === null) return <Home />;
  const { View, OneView } = PAGES[page];
  const one = code === null || OneView === undefined ? <View key={code} /> : <OneView key={code} code={code} />;
  return (
    <Fallen key={page}>
      <Suspense fallback={<Loading />}>{one}</Suspense>
    </Fallen>
  );
};

/** Pages that stand alone in their frame: what a channel shows, what is set up. */
const ALONE: ReadonlySet<string> = new Set(["canal", "configurer"]);

export const Shell = () => {
  const place = usePlace();
  // A meeting's panel is narrow: the cells and their ways back are all that it holds.
  const meeting = isInMeeting(useSession().teams);
  const alone = meeting || (place !== null && place.page !== null && ALONE.has(place.page));
  return (
    <>
      {alone ? null : <Navigation />}
      <Main>
        <Shown />
      </Main>
      {alone || place?.page === "document" ? null : <Documents />}
    </>
  );
};
