/** Whom each prescriber and each part of the territory sent, and why some were never met. Small numbers are masked. */
import type { DashboardLead, DashboardNames, DashboardOrigin } from "../../../src/contracts/dashboard.ts";
import { notMetReasonWords } from "../../../src/wording/ending.ts";
import {
  dashboardTitles,
  dashboardWords,
  orientedWords,
  originWords as words,
} from "../../../src/wording/tab-dashboard.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/page.tsx";
import { Masked } from "./figures.tsx";
import type { ListsBehind } from "./narrowing.ts";
import { Block } from "./parts.tsx";

const BECAME = ["met", "waiting", "notMet"] as const;

interface Shown {
  readonly names: DashboardNames;
  readonly lists: ListsBehind;
}
type Row = Extract<DashboardOrigin, { kind: "table" }>["rows"][number];

const Origin = ({
  of,
  measure,
  title,
  table,
  named,
  lists,
}: {
  readonly of: "prescribers" | "origins";
  readonly measure: "sentBy" | "sentFrom";
  readonly title: string;
  readonly table: DashboardOrigin;
  readonly named: readonly string[];
  readonly lists: ListsBehind;
}) => (
  <Block of={of} notes={[words.note]}>
    {table.kind === "table" ? (
      <DataTable
        caption={dashboardTitles[of]}
        captionHidden
        rows={table.rows}
        rowId={({ rank }) => rank}
        columns={[
          { id: "who", title, cell: ({ rank }: Row) => named[Number(rank)] ?? words.unknown },
          ...BECAME.map((what, at) => ({
            ...{ id: what, title: orientedWords[what], number: true },
            cell: ({ rank, cells }: Row) => {
              const people = cells[at];
              return people === undefined ? null : (
                <Masked of={people} to={lists.ofTerritoryInPeriod(measure, rank, what)} />
              );
            },
          })),
          {
            ...{ id: "total", title: dashboardWords.total, number: true },
            cell: ({ total }: Row) => <Masked of={total} />,
          },
        ]}
      />
    ) : (
      <EmptyState>{words[table.kind]}</EmptyState>
    )}
  </Block>
);

const NotMet = ({ rows, lists }: Pick<Shown, "lists"> & { readonly rows: DashboardLead["origins"]["notMet"] }) => (
  <Block of="notMet" notes={[words.note]}>
    {rows.length === 0 ? (
      <EmptyState>{words.nobodyLost}</EmptyState>
    ) : (
      <DataTable
        caption={dashboardTitles.notMet}
        captionHidden
        rows={rows}
        rowId={({ reason }) => reason}
        columns={[
          { id: "what", title: dashboardWords.what, cell: ({ reason }) => notMetReasonWords(reason) },
          {
            ...{ id: "people", title: dashboardWords.number, number: true },
            cell: ({ reason, people }) => <Masked of={people} to={lists.ofTerritoryInPeriod("notMet", reason)} />,
          },
        ]}
      />
    )}
  </Block>
);

export const Outreach = ({ origins, names, lists }: Shown & { readonly origins: DashboardLead["origins"] }) => (
  <>
    <Origin
      {...{ of: "prescribers", measure: "sentBy", title: words.prescriber, table: origins.prescribers }}
      named={names.prescribers}
      lists={lists}
    />
    <Origin
      {...{ of: "origins", measure: "sentFrom", title: words.group, table: origins.groups }}
      named={names.groups}
      lists={lists}
    />
    <NotMet rows={origins.notMet} lists={lists} />
  </>
);
