/** Who accompanies how many people: in the order of names, to balance and not to compare. */
import type { DashboardLead, DashboardPage } from "../../../src/contracts/dashboard.ts";
import { upperFirst } from "../../../src/wording/lists.ts";
import { shortStatusWords } from "../../../src/wording/situation.ts";
import { stepWords } from "../../../src/wording/steps.ts";
import {
  dashboardNotes,
  dashboardTitles,
  dashboardWords,
  maskedWords,
  needsColumns,
} from "../../../src/wording/tab-dashboard.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Linked, OnPaper, OnScreen } from "./figures.tsx";
import type { ListsBehind } from "./narrowing.ts";
import { Block } from "./parts.tsx";

type Row = DashboardLead["workload"][number];
type Step = Row["cells"][number]["step"];

/** On the screen, the steps of the diagnostic are one column. */
const COLUMNS: readonly {
  readonly status: "oriented" | "entered" | "decided" | "inPath";
  readonly steps: readonly Step[];
}[] = [
  { status: "oriented", steps: ["toMeet"] },
  { status: "entered", steps: ["assessing", "assessed", "synthesised", "underReview", "toComplete"] },
  { status: "decided", steps: ["decided"] },
  { status: "inPath", steps: ["inPath"] },
];

const peopleAt = ({ cells }: Row, steps: readonly Step[]): number =>
  cells.reduce((sum, { step, people }) => sum + (steps.includes(step) ? people.count : 0), 0);

interface Shown {
  readonly workload: DashboardLead["workload"];
  readonly referents: DashboardPage["referents"];
  readonly lists: ListsBehind;
}

const nameIn = (referents: Shown["referents"], id: string): string =>
  referents.find((one) => one.id === id)?.name ?? dashboardWords.gone;

const Screen = ({ workload, referents, lists }: Shown) => (
  <DataTable
    caption={dashboardTitles.workload}
    captionHidden
    rows={workload}
    rowId={({ referent }) => referent}
    columns={[
      { id: "who", title: needsColumns.referent, cell: ({ referent }: Row) => nameIn(referents, referent) },
      ...COLUMNS.map(({ status, steps }) => ({
        ...{ id: status, title: upperFirst(shortStatusWords[status]), number: true },
        cell: (row: Row) => <Linked count={peopleAt(row, steps)} to={lists.status(status, row.referent)} />,
      })),
      {
        id: "total",
        title: dashboardWords.total,
        number: true,
        cell: ({ total }: Row) => <Linked count={total.count} to={null} />,
      },
    ]}
  />
);

/** Step by step, as the numbers of steps are printed: masked together, none is found from the others. */
const Paper = ({ workload, referents }: Shown) => (
  <DataTable
    caption={dashboardTitles.workload}
    captionHidden
    rows={workload}
    rowId={({ referent }) => referent}
    columns={[
      { id: "who", title: needsColumns.referent, cell: ({ referent }: Row) => nameIn(referents, referent) },
      ...(workload[0]?.cells ?? []).map(({ step }, at) => ({
        ...{ id: step, title: stepWords[step], number: true },
        cell: ({ cells }: Row) => maskedWords(cells[at]?.people.out ?? { kind: "hidden" }),
      })),
      { id: "total", title: dashboardWords.total, number: true, cell: ({ total }: Row) => maskedWords(total.out) },
    ]}
  />
);

export const Workload = (shown: Shown) => (
  <Block of="workload" notes={[dashboardNotes.workload]}>
    <OnScreen>
      <Screen {...shown} />
    </OnScreen>
    <OnPaper>
      <Paper {...shown} />
    </OnPaper>
  </Block>
);
