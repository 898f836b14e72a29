/** What people meet on this territory: barriers, what moved, needs without an answer. Small numbers are masked. */
import { makeStyles } from "@fluentui/react-components";
import type {
  DashboardLead,
  DashboardNames,
  DashboardNeed,
  DashboardTerritory,
} from "../../../src/contracts/dashboard.ts";
import { movementKindWords } from "../../../src/wording/figures.ts";
import { upperFirst } from "../../../src/wording/lists.ts";
import { dashboardNotes, dashboardTitles, dashboardWords, needsColumns } from "../../../src/wording/tab-dashboard.ts";
import { territoryNeedsWords } from "../../../src/wording/territory-needs.ts";
import { themeInWords } from "../../../src/wording/themes.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/page.tsx";
import { Masked } from "./figures.tsx";
import type { ListsBehind } from "./narrowing.ts";
import { Block } from "./parts.tsx";

const useStyles = makeStyles({
  dense: { "& th, & td": { paddingInline: "0.375rem", "@media (min-width: 30.01rem)": { fontSize: "0.8125rem" } } },
});

const MOVES = ["better", "same", "worse"] as const;
const NOWHERE = "x";

interface Shown {
  readonly names: DashboardNames;
  readonly lists: ListsBehind;
}

interface Column {
  readonly code: string;
  readonly title: string;
}

const ByDomain = ({
  of,
  measure,
  rows,
  columns,
  names,
  lists,
}: Shown & {
  readonly of: "barriers" | "moved";
  readonly measure: string;
  readonly rows: readonly DashboardTerritory[];
  readonly columns: readonly Column[];
}) => {
  const styles = useStyles();
  return (
    <Block of={of}>
      <div className={styles.dense}>
        <DataTable
          caption={dashboardTitles[of]}
          captionHidden
          rows={rows}
          rowId={({ domain }) => domain}
          columns={[
            {
              ...{ id: "domain", title: needsColumns.domain },
              cell: ({ domain }: DashboardTerritory) => names.domains[domain] ?? domain,
            },
            ...columns.map(({ code, title }, at) => ({
              ...{ id: code, title, number: true },
              cell: ({ domain, cells }: DashboardTerritory) => {
                const people = cells[at];
                return people === undefined ? null : (
                  <Masked of={people} to={lists.ofTerritory(measure, domain, code)} />
                );
              },
            })),
            {
              ...{ id: "total", title: dashboardWords.total, number: true },
              cell: ({ total }: DashboardTerritory) => <Masked of={total} />,
            },
          ]}
        />
      </div>
    </Block>
  );
};

const themeOf = ({ domains }: DashboardNames, theme: string): string => {
  const domain = domains[theme];
  return domain === undefined ? themeInWords(theme) : territoryNeedsWords.noTheme(domain);
};

const Needs = ({
  of,
  needs,
  notes = [],
  none,
  names,
  lists,
}: Shown & {
  readonly of: "unmet" | "saturated";
  readonly needs: readonly DashboardNeed[];
  readonly notes?: readonly string[];
  readonly none: string;
}) => {
  const styles = useStyles();
  const groups = needs[0]?.groups.map(({ group }) => group) ?? [];
  const rankOf = (group: string): string => (group === "" ? NOWHERE : String(names.groups.indexOf(group)));
  return (
    <Block of={of} notes={notes}>
      {needs.length === 0 ? (
        <EmptyState>{none}</EmptyState>
      ) : (
        <div className={styles.dense}>
          <DataTable
            caption={dashboardTitles[of]}
            captionHidden
            rows={needs}
            rowId={({ theme }) => theme}
            columns={[
              {
                ...{ id: "theme", title: needsColumns.theme },
                cell: ({ theme }: DashboardNeed) => themeOf(names, theme),
              },
              ...groups.map((group, at) => ({
                ...{ id: rankOf(group), title: group || territoryNeedsWords.groupNotKnown, number: true },
                cell: ({ theme, groups: people }: DashboardNeed) => {
                  const one = people[at];
                  return one === undefined ? null : (
                    <Masked of={one.people} to={lists.ofTerritory(of, theme, rankOf(group))} />
                  );
                },
              })),
              {
                ...{ id: "total", title: dashboardWords.total, number: true },
                cell: ({ total }: DashboardNeed) => <Masked of={total} />,
              },
            ]}
          />
        </div>
      )}
    </Block>
  );
};

export const Territory = ({ lead, ...shown }: Shown & { readonly lead: DashboardLead }) => (
  <>
    <ByDomain
      {...shown}
      {...{ of: "barriers", measure: "barrier", rows: lead.barriers }}
      columns={shown.names.levels.map((title, level) => ({ code: String(level), title }))}
    />
    {lead.moved.every(({ total }) => total.kind === "count" && total.count === 0) ? (
      <Block of="moved">
        <EmptyState>{dashboardNotes.notMoved}</EmptyState>
      </Block>
    ) : (
      <ByDomain
        {...shown}
        {...{ of: "moved", measure: "moved", rows: lead.moved }}
        columns={MOVES.map((code) => ({ code, title: upperFirst(movementKindWords[code]) }))}
      />
    )}
    <Needs {...shown} {...{ of: "unmet", needs: lead.unmet, none: territoryNeedsWords.noUnmet }} />
    <Needs
      {...shown}
      {...{ of: "saturated", needs: lead.saturated, none: territoryNeedsWords.noSaturated }}
      notes={[dashboardNotes.saturated]}
    />
  </>
);
