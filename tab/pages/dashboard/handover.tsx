/** Whom partners received in time, and which of them could not, and why. */
import type { DashboardFigure, DashboardHandovers, DashboardNames } from "../../../src/contracts/dashboard.ts";
import {
  dashboardTitles,
  dashboardWords,
  handedOverWords as words,
  partnerWords,
  refusedForWords,
  securedSentence,
  structureWords,
} from "../../../src/wording/tab-dashboard.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/page.tsx";
import { OnScreen, People } from "./figures.tsx";
import type { ListsBehind } from "./narrowing.ts";
import { Block, Grid, Strong } from "./parts.tsx";

const OUTCOMES = ["inTime", "later", "underWay", "without"] as const;

interface Shown {
  readonly handovers: DashboardHandovers;
  readonly names: DashboardNames;
  readonly lists: ListsBehind;
}
interface Line {
  readonly id: "total" | (typeof OUTCOMES)[number];
  readonly cells: readonly { readonly what: string; readonly people: DashboardFigure; readonly to: string }[];
}

const linesOf = ({ handovers: { rows }, lists }: Shown): readonly Line[] => [
  {
    id: "total",
    cells: rows.map(({ what, total }) => ({ what, people: total, to: lists.inPeriod("handedOver", what) })),
  },
  ...OUTCOMES.map((outcome): Line => ({
    id: outcome,
    cells: rows.map(({ what, people }) => ({
      ...{ what, people: people[outcome] },
      to: lists.inPeriod("handedOver", what, outcome),
    })),
  })),
];

const Became = (shown: Shown) => {
  const { rows } = shown.handovers;
  const reoriented = rows.find(({ what }) => what === "reorient");
  return (
    <Block of="handovers" notes={[words.note]}>
      {reoriented === undefined ? null : (
        <OnScreen>
          <Strong>{securedSentence(reoriented.people.inTime.count, reoriented.total.count)}</Strong>
        </OnScreen>
      )}
      <DataTable
        caption={dashboardTitles.handovers}
        captionHidden
        rows={linesOf(shown)}
        rowId={({ id }) => id}
        columns={[
          { id: "what", title: dashboardWords.what, cell: ({ id }) => words[id] },
          ...rows.map(({ what }, at) => ({
            ...{ id: what, title: words[what], number: true },
            cell: ({ cells }: Line) => {
              const one = cells[at];
              return one === undefined ? null : <People of={one.people} to={one.to} />;
            },
          })),
        ]}
      />
    </Block>
  );
};

/** A line for each reason that a kind of partner gave, then their total: a column for each reason is wider than a screen. */
interface Refused {
  readonly id: string;
  readonly partner: string;
  readonly reason: string;
  readonly people: DashboardFigure;
  readonly to?: string;
}

const refusedLines = ({ handovers: { refusals }, names, lists }: Shown): readonly Refused[] =>
  refusals.rows.flatMap(({ partner, cells, total }): readonly Refused[] => {
    const who = partnerWords(partner, names.leads);
    const given = refusals.reasons.flatMap((reason, at): readonly Refused[] => {
      const people = cells[at];
      if (people === undefined || people.count === 0) return [];
      const to = lists.inPeriod("refused", partner, reason);
      return [{ id: `${partner}.${reason}`, partner: who, reason: refusedForWords[reason], people, to }];
    });
    return [...given, { id: partner, partner: who, reason: dashboardWords.total, people: total }];
  });

const Refusals = (shown: Shown) => (
  <Block of="refusals" notes={[words.refusalsNote]}>
    {shown.handovers.refusals.rows.length === 0 ? (
      <EmptyState>{words.noRefusal}</EmptyState>
    ) : (
      <DataTable
        caption={dashboardTitles.refusals}
        captionHidden
        rows={refusedLines(shown)}
        rowId={({ id }) => id}
        columns={[
          { id: "who", title: words.partner, cell: ({ partner }) => partner },
          { id: "why", title: words.reason, cell: ({ reason }) => reason },
          {
            ...{ id: "people", title: dashboardWords.number, number: true },
            cell: ({ people, to }) => (to === undefined ? <People of={people} /> : <People of={people} to={to} />),
          },
        ]}
      />
    )}
  </Block>
);

const Structures = ({ handovers: { refusals }, names, lists }: Shown) =>
  refusals.structures.length === 0 ? null : (
    <Block of="refusedBy">
      <DataTable
        caption={dashboardTitles.refusedBy}
        captionHidden
        rows={refusals.structures}
        rowId={({ service }) => service}
        columns={[
          { id: "who", title: words.structure, cell: ({ service }) => structureWords(service, names.partners) },
          {
            ...{ id: "people", title: dashboardWords.number, number: true },
            cell: ({ service, people }) => <People of={people} to={lists.inPeriod("refusedBy", service)} />,
          },
        ]}
      />
    </Block>
  );

export const Handovers = (shown: Shown) => (
  <Grid>
    <Became {...shown} />
    <Refusals {...shown} />
    <Structures {...shown} />
  </Grid>
);
