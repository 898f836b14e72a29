/** A number of people: exact on the screen with the list behind it, and what may be printed of it on paper. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { DashboardFigure, MaskedFigure } from "../../../src/contracts/dashboard.ts";
import { figure } from "../../../src/wording/lists.ts";
import { maskedWords } from "../../../src/wording/tab-dashboard.ts";
import { RouteLink } from "../../app/router.tsx";

const useStyles = makeStyles({
  /** Units stand under units, whether the number opens a list or not. */
  number: {
    display: "inline-block",
    minWidth: "1.5rem",
    marginBlock: "-0.125rem",
    lineHeight: "1.5rem",
    textAlign: "end",
    fontVariantNumeric: "tabular-nums",
    "p &": { minWidth: 0 },
  },
  link: { textDecorationLine: "underline", color: tokens.colorBrandForegroundLink },
  screen: { display: "contents", "@media print": { display: "none" } },
  paper: { display: "none", "@media print": { display: "contents" } },
  masked: { color: tokens.colorNeutralForeground2 },
});

export const OnScreen = ({ children }: { readonly children: ReactNode }) => (
  <div className={useStyles().screen}>{children}</div>
);
export const OnPaper = ({ children }: { readonly children: ReactNode }) => (
  <div className={useStyles().paper}>{children}</div>
);

/** Words of the screen, and those that stand there on paper. */
export const Words = ({ children, paper }: { readonly children: ReactNode; readonly paper: string }) => {
  const styles = useStyles();
  return (
    <>
      <span className={styles.screen}>{children}</span>
      <span className={styles.paper}>{paper}</span>
    </>
  );
};

/** Nobody is behind zero. */
export const Linked = ({ count, to }: { readonly count: number; readonly to: string | null }) => {
  const styles = useStyles();
  return count === 0 || to === null ? (
    <span className={styles.number}>{figure(count)}</span>
  ) : (
    <RouteLink to={to} className={mergeClasses(styles.number, styles.link)}>
      {figure(count)}
    </RouteLink>
  );
};

export const People = ({ of, to = null }: { readonly of: DashboardFigure; readonly to?: string | null }) => (
  <Words paper={maskedWords(of.out)}>
    <Linked count={of.count} to={to} />
  </Words>
);

/** A number of the territory: masked or not, the same on the screen and on paper. */
export const Masked = ({ of, to = null }: { readonly of: MaskedFigure; readonly to?: string | null }) => {
  const styles = useStyles();
  return of.kind === "count" ? (
    <Linked count={of.count} to={to} />
  ) : (
    <span className={styles.masked}>{maskedWords(of)}</span>
  );
};
