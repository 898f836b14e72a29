/** Figures as bars, with the same figures as a table a press away. Bars are drawn for the eye; the table is what is read aloud. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactNode } from "react";
import { tabWords } from "../../src/wording/tab.ts";
import { DataTable } from "./data-table.tsx";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: "0.5rem" },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(7rem, 14rem) 1fr auto",
    gap: "0.25rem 0.75rem",
    alignItems: "center",
  },
  narrow: { "@media (max-width: 30rem)": { gridTemplateColumns: "1fr auto" } },
  track: {
    height: "0.875rem",
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
    "@media (max-width: 30rem)": { gridColumn: "1 / -1", gridRow: 2 },
  },
  bar: {
    height: "100%",
    minWidth: "2px",
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  /** As wide for one figure as for three, so that every bar starts and ends where the others do. */
  shown: { minWidth: "2rem", textAlign: "end" },
  toggle: { marginTop: "0.5rem" },
});

export interface Bar {
  readonly id: string;
  readonly label: string;
  /** Null: masked; `shown` then says why, and no bar is drawn. */
  readonly value: number | null;
  /** The figure as it is read, with the link to what is behind it. */
  readonly shown: ReactNode;
}

export const Bars = ({
  caption,
  unit,
  bars,
}: {
  readonly caption: string;
  /** What is counted: the title of the second column. */
  readonly unit: string;
  readonly bars: readonly Bar[];
}) => {
  const styles = useStyles();
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return (
    <div>
      <div id={id}>
        {asTable ? (
          <DataTable
            caption={caption}
            rows={bars}
            rowId={(bar) => bar.id}
            columns={[
              { id: "label", title: tabWords.bars.label, cell: (bar) => bar.label },
              { id: "value", title: unit, number: true, cell: (bar) => bar.shown },
            ]}
          />
        ) : (
          <ul className={styles.list} aria-label={caption}>
            {bars.map((bar) => (
              <li key={bar.id} className={mergeClasses(styles.line, styles.narrow)}>
                <span>{bar.label}</span>
                <div className={styles.track} aria-hidden="true">
                  {bar.value === null || bar.value === 0 ? null : (
                    <div className={styles.bar} style={{ width: `${(100 * bar.value) / most}%` }} />
                  )}
                </div>
                <span className={styles.shown}>{bar.shown}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Button
        className={styles.toggle}
        size="small"
        appearance="subtle"
        aria-controls={id}
        onClick={() => setAsTable(!asTable)}
      >
        {asTable ? tabWords.bars.asBars : tabWords.bars.asTable}
      </Button>
    </div>
  );
};
