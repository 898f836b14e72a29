/** Who accompanies how many people: in the order of names, to balance and not to compare. */
import { makeStyles } from "@fluentui/react-components";
import type { DashboardFigure, DashboardLead, DashboardPage } from "../../../src/contracts/dashboard.ts";
import { stepWords } from "../../../src/wording/steps.ts";
import { dashboardNotes, dashboardTitles, dashboardWords, needsColumns } from "../../../src/wording/tab-dashboard.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { People } from "./figures.tsx";
import type { ListsBehind } from "./narrowing.ts";
import { Block } from "./parts.tsx";

type Row = DashboardLead["workload"][number];

const useStyles = makeStyles({
  /** Wide tables are read in smaller letters, never sideways. */
  dense: { "& th, & td": { paddingInline: "0.375rem", "@media (min-width: 30.01rem)": { fontSize: "0.8125rem" } } },
});

const NOBODY: DashboardFigure = { count: 0, out: { kind: "count", count: 0 } };

export const Workload = ({
  workload,
  referents,
  lists,
}: {
  readonly workload: DashboardLead["workload"];
  readonly referents: DashboardPage["referents"];
  readonly lists: ListsBehind;
}) => {
  const styles = useStyles();
  const nameOf = (id: string): string => referents.find((one) => one.id === id)?.name ?? dashboardWords.gone;
  return (
    <Block of="workload" notes={[dashboardNotes.workload]}>
      <div className={styles.dense}>
        <DataTable
          caption={dashboardTitles.workload}
          captionHidden
          rows={workload}
          rowId={({ referent }) => referent}
          columns={[
            { id: "who", title: needsColumns.referent, cell: ({ referent }: Row) => nameOf(referent) },
            ...(workload[0]?.cells ?? []).map(({ step }) => ({
              ...{ id: step, title: stepWords[step], number: true },
              cell: ({ referent, cells }: Row) => (
                <People of={cells.find((one) => one.step === step)?.people ?? NOBODY} to={lists.step(step, referent)} />
              ),
            })),
            { id: "total", title: dashboardWords.total, number: true, cell: ({ total }: Row) => <People of={total} /> },
          ]}
        />
      </div>
    </Block>
  );
};
