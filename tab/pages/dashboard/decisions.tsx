/** What the cells decided, who went out, and how often the method's lead was followed. */
import type { DashboardDecisions, DashboardExits, DashboardNames } from "../../../src/contracts/dashboard.ts";
import { outcomeWords } from "../../../src/wording/reviews.ts";
import {
  concordanceAlarm,
  concordanceSentence,
  concordanceWords,
  dashboardNotes,
  dashboardTitles,
  dashboardWords,
  phaseWords,
} from "../../../src/wording/tab-dashboard.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { OnScreen, People } from "./figures.tsx";
import type { ListsBehind } from "./narrowing.ts";
import { Alarm, Block, Chart, Grid, Note, Strong } from "./parts.tsx";

interface Shown {
  readonly decisions: DashboardDecisions;
  readonly names: DashboardNames;
  readonly lists: ListsBehind;
}

const Outcomes = ({ decisions: { entries, entriesTotal }, names, lists }: Shown) => (
  <Block of="decisions">
    <OnScreen>
      <Strong>{dashboardWords.decided(entriesTotal.count)}</Strong>
    </OnScreen>
    <Chart
      of="decisions"
      bars={entries.map(({ outcome, to, people }) => ({
        id: `${outcome}-${to ?? ""}`,
        label: [outcomeWords[outcome], ...(to === null ? [] : [names.leads[to] ?? to])].join(" : "),
        value: people.count,
        shown: <People of={people} to={lists.inPeriod("decided", outcome, to ?? "none")} />,
      }))}
    />
  </Block>
);

const Exits = ({ decisions: { exits, goOn }, lists }: Shown) => (
  <Block of="exits" notes={[dashboardNotes.exits]}>
    <DataTable
      caption={dashboardTitles.exits}
      captionHidden
      rows={exits[0]?.outcomes ?? []}
      rowId={({ outcome }) => outcome}
      columns={[
        { id: "what", title: dashboardWords.what, cell: ({ outcome }) => outcomeWords[outcome] },
        ...exits.map(({ phase, outcomes }) => ({
          ...{ id: phase, title: phaseWords[phase], number: true },
          cell: ({ outcome }: DashboardExits["outcomes"][number]) => {
            const people = outcomes.find((one) => one.outcome === outcome)?.people;
            return people === undefined ? null : <People of={people} to={lists.inPeriod("exit", phase, outcome)} />;
          },
        })),
      ]}
    />
    <Note>
      {dashboardWords.goOn} <People of={goOn} to={lists.inPeriod("decided", "goOn", "none")} />
    </Note>
  </Block>
);

const Concordance = ({ decisions: { concordance }, lists }: Shown) => {
  const { yes, no, percent, alarm } = concordance;
  return (
    <Block of="concordance" notes={[dashboardNotes.concordance]}>
      <OnScreen>
        <Strong>{concordanceSentence(yes.count, yes.count + no.count, percent)}</Strong>
      </OnScreen>
      {alarm ? <Alarm>{concordanceAlarm}</Alarm> : null}
      <Chart
        of="concordance"
        bars={(["yes", "no", "none"] as const).map((way) => ({
          ...{ id: way, label: concordanceWords[way], value: concordance[way].count },
          shown: <People of={concordance[way]} to={lists.inPeriod("concordance", way)} />,
        }))}
      />
    </Block>
  );
};

export const Decisions = (shown: Shown) => (
  <Grid>
    <Outcomes {...shown} />
    <Exits {...shown} />
    <Concordance {...shown} />
  </Grid>
);
