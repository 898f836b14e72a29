/** The cells that a member works in: what waits for them first, then each cell with its next sitting. */
import { makeStyles } from "@fluentui/react-components";
import type { CellsView } from "../../../src/contracts/cells.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { cellWords } from "../../../src/wording/reviews.ts";
import { tabCellsWords as words } from "../../../src/wording/tab-cells.ts";
import { LiveView } from "../../app/live-view.tsx";
import { RouteLink } from "../../app/router.tsx";
import type { Live } from "../../app/use-live.ts";
import { EmptyState, Page, Panel, Section } from "../../ui/page.tsx";
import { Mark } from "./case-words.tsx";
import { WaitingTable } from "./waiting-table.tsx";

const useStyles = makeStyles({
  cells: {
    display: "grid",
    gap: "1rem",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 18rem), 1fr))",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  name: { marginBlock: "0 0.5rem", fontSize: "1.125rem" },
  line: { marginBlock: "0.25rem" },
});

type Overview = CellsView["cells"][number];

const CellPanel = ({ cell, on, open, onAgenda, waiting, late }: Overview) => {
  const styles = useStyles();
  const day = on === null ? null : dayInWords(on);
  return (
    <Panel>
      <h3 className={styles.name}>
        <RouteLink to={tabAddress("cellules", cell)}>{cellWords[cell]}</RouteLink>
      </h3>
      <p className={styles.line}>
        {open ? <Mark>{words.openOn(day)}</Mark> : words.next(day)} {words.onAgenda(onAgenda)}
      </p>
      {waiting === null ? null : <p className={styles.line}>{words.waitingCount(waiting, late)}</p>}
    </Panel>
  );
};

const Cells = ({ view: { cells, forMe, today } }: { readonly view: CellsView }) => {
  const styles = useStyles();
  if (cells.length === 0) return <EmptyState>{words.none}</EmptyState>;
  const studies = cells.some(({ waiting }) => waiting !== null);
  return (
    <>
      {studies ? (
        <Section title={words.forMe}>
          {forMe.length === 0 ? (
            <EmptyState>{words.nothingForMe}</EmptyState>
          ) : (
            <WaitingTable caption={words.forMe} rows={forMe} today={today} withCell />
          )}
          <p>{words.howTo}</p>
        </Section>
      ) : null}
      <Section title={words.all}>
        <ul className={styles.cells}>
          {cells.map((one) => (
            <li key={one.cell}>
              <CellPanel {...one} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
};

export const CellsOverview = ({ live }: { readonly live: Live<CellsView> }) => (
  <Page title={words.title}>
    <LiveView live={live}>{(view) => <Cells view={view} />}</LiveView>
  </Page>
);
