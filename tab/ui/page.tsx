/** What every page of the tab is made of: a title that takes the focus on arrival, sections, panels, words beside colours. */
import { Badge as FluentBadge, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { createContext, useContext, useEffect, useId, useRef, type ReactNode } from "react";
import { tabWords } from "../../src/wording/tab.ts";
import { unseen } from "./unseen.ts";

const useStyles = makeStyles({
  head: {
    display: "flex",
    flexWrap: "wrap",
    gap: "0.75rem 1rem",
    alignItems: "center",
    justifyContent: "space-between",
    marginBottom: "1rem",
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: 1.25,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    ":focus": { outlineStyle: "none" },
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: "0.5rem",
    alignItems: "center",
    "@media print": { display: "none" },
  },
  titled: { display: "flex", flexWrap: "wrap", gap: "0.5rem", alignItems: "center" },
  /** An address or the name of a file goes on the next line rather than out of the page. */
  section: { marginBlock: "1.5rem", overflowWrap: "break-word" },
  sectionTitle: {
    marginBlock: "0 0.5rem",
    fontSize: tokens.fontSizeBase400,
    lineHeight: 1.3,
    fontWeight: tokens.fontWeightSemibold,
  },
  panel: {
    padding: "1rem",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
    "& > :first-child": { marginTop: 0 },
    "& > :last-child": { marginBottom: 0 },
  },
  muted: { color: tokens.colorNeutralForeground2 },
  hidden: unseen,
  badge: { height: "auto", whiteSpace: "normal", paddingBlock: "0.125rem" },
});

/** Marks what keeps the focus while the page under it changes: where one says who one is. */
export const KEEPS_FOCUS = { "data-keeps-focus": "" } as const;

/** Somebody pressed something since the page was loaded. */
let touched = false;
for (const press of ["pointerdown", "keydown"])
  addEventListener(press, () => void (touched = true), { capture: true, once: true });

/** The focus follows a person who moves about; a page that opens by itself does not take it from Teams. */
const takesFocus = (): boolean => touched && document.activeElement?.closest("[data-keeps-focus]") == null;

interface PageProps {
  readonly title: string;
  /** Where the title is somebody's name: browsers keep what a window is called, and printers are told. */
  readonly windowTitle?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page has one title: what stands in a page and would be one elsewhere (something that went wrong) is a section of it. */
const InPage = createContext(false);

/** The page's own title and what may be done from it. The focus goes to the title when one arrives, so that a screen reader says where one is. */
export const Page = (props: PageProps) => (useContext(InPage) ? <Section {...props} /> : <WholePage {...props} />);

const WholePage = ({ title, windowTitle = title, actions, children }: PageProps) => {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${windowTitle} – ${tabWords.product}`;
  }, [windowTitle]);
  useEffect(() => {
    if (takesFocus()) heading.current?.focus();
  }, []);
  return (
    <>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
      <InPage.Provider value={true}>{children}</InPage.Provider>
    </>
  );
};

export const Section = ({
  title,
  actions,
  children,
}: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) => {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={actions === undefined ? undefined : styles.titled}>
        <h2 id={id} className={styles.sectionTitle}>
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
};

export const Panel = ({ children, className }: { readonly children: ReactNode; readonly className?: string }) => {
  const styles = useStyles();
  return <div className={mergeClasses(styles.panel, className)}>{children}</div>;
};

/** A state in words; the tone only helps to find it. */
export type Tone = "neutral" | "good" | "warning" | "late";
const TONES = { neutral: "informative", good: "success", warning: "warning", late: "danger" } as const;
export const Badge = ({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) => {
  const styles = useStyles();
  return (
    <FluentBadge appearance="tint" shape="rounded" size="large" color={TONES[tone]} className={styles.badge}>
      {children}
    </FluentBadge>
  );
};

/** Nothing to show, and why, or what to do. */
export const EmptyState = ({ children }: { readonly children: ReactNode }) => {
  const styles = useStyles();
  return <p className={styles.muted}>{children}</p>;
};

/** What changes without a press is said to whoever does not see it. Stays in the page, so that its words are heard when they come. */
export const Announce = ({ children }: { readonly children: ReactNode }) => {
  const styles = useStyles();
  return (
    <div role="status" className={styles.hidden}>
      {children}
    </div>
  );
};
