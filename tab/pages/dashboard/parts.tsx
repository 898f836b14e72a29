/** What the sections of the dashboard are laid out with. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { dashboardTitles, dashboardWords, type DashboardTitle } from "../../../src/wording/tab-dashboard.ts";
import { Bars, type Bar } from "../../ui/bars.tsx";
import { Panel, Section } from "../../ui/page.tsx";

const useStyles = makeStyles({
  note: { marginBlock: "0.75rem", color: tokens.colorNeutralForeground2 },
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 28rem), 1fr))",
    gap: "1.5rem",
    alignItems: "start",
    marginBlock: "1.5rem",
    "& > section": { marginBlock: 0 },
    "& > section:last-child:nth-child(odd)": { gridColumn: "1 / -1" },
    "@media print": { display: "block" },
  },
  /** A bar would show how many are masked. */
  chart: { "@media print": { "& [aria-hidden='true']": { display: "none" }, "& button": { display: "none" } } },
  whole: { breakInside: "avoid" },
  strong: { marginBlock: "0 0.75rem", fontWeight: tokens.fontWeightSemibold },
  alarm: {
    marginBlock: "0 0.75rem",
    paddingInlineStart: "0.75rem",
    borderInlineStartWidth: "4px",
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorStatusDangerBorder2,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export const Note = ({ children }: { readonly children: ReactNode }) => <p className={useStyles().note}>{children}</p>;
export const Grid = ({ children }: { readonly children: ReactNode }) => (
  <div className={useStyles().grid}>{children}</div>
);
export const Strong = ({ children }: { readonly children: ReactNode }) => (
  <p className={useStyles().strong}>{children}</p>
);
/** What calls for something to be done, in words. */
export const Alarm = ({ children }: { readonly children: ReactNode }) => (
  <p className={useStyles().alarm}>{children}</p>
);

export const Block = ({
  of,
  notes = [],
  children,
}: {
  readonly of: DashboardTitle;
  readonly notes?: readonly string[];
  readonly children: ReactNode;
}) => {
  const styles = useStyles();
  return (
    <Section title={dashboardTitles[of]}>
      <Panel className={styles.whole}>
        {notes.map((note) => (
          <Note key={note}>{note}</Note>
        ))}
        {children}
      </Panel>
    </Section>
  );
};

export const Chart = ({ of, bars }: { readonly of: DashboardTitle; readonly bars: readonly Bar[] }) => (
  <div className={mergeClasses(useStyles().chart)}>
    <Bars caption={dashboardTitles[of]} unit={dashboardWords.number} bars={bars} />
  </div>
);
