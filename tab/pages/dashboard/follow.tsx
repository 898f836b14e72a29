/** Entries, milestones, where people are: what everyone who opens the dashboard sees. */
import type { DashboardDelay, DashboardFollow } from "../../../src/contracts/dashboard.ts";
import { milestoneWords } from "../../../src/wording/situation.ts";
import { stepWords } from "../../../src/wording/steps.ts";
import {
  dashboardNotes,
  dashboardTitles,
  dashboardWords,
  daysWords,
  delayOver,
  delayWords,
  lostSentence,
  milestoneColumns,
  noMilestone,
  orientedWords,
  tooFewToSay,
  waitingSentence,
} from "../../../src/wording/tab-dashboard.ts";
import { RouteLink } from "../../app/router.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/page.tsx";
import { OnScreen, People, Words } from "./figures.tsx";
import type { ListsBehind } from "./narrowing.ts";
import { Alarm, Block, Chart, Grid, Strong } from "./parts.tsx";

interface Shown {
  readonly follow: DashboardFollow;
  readonly lists: ListsBehind;
}

const Orientations = ({ follow: { oriented, entered, late, outreach }, lists }: Shown) => {
  const waiting = waitingSentence(late.count);
  const rows = [
    { id: "total" as const, people: oriented.total, to: lists.inPeriod("oriented") },
    { id: "met" as const, people: oriented.met, to: lists.inPeriod("oriented", "met") },
    { id: "waiting" as const, people: oriented.waiting, to: lists.inPeriod("oriented", "waiting") },
    { id: "reaching" as const, people: oriented.reaching, to: lists.inPeriod("reaching") },
    { id: "notMet" as const, people: oriented.notMet, to: lists.inPeriod("oriented", "notMet") },
    { id: "entered" as const, people: entered, to: lists.inPeriod("entered") },
    { id: "late" as const, people: late, to: lists.late("firstAppointment") },
    { id: "outreach" as const, people: outreach, to: lists.outreach() },
  ];
  const lost = lostSentence(oriented.notMet.count, oriented.total.count);
  return (
    <Block of="orientations">
      <OnScreen>{oriented.notMet.count === 0 ? <Strong>{lost}</Strong> : <Alarm>{lost}</Alarm>}</OnScreen>
      {waiting === null ? null : (
        <OnScreen>
          <Alarm>{waiting}</Alarm>
        </OnScreen>
      )}
      <DataTable
        caption={dashboardTitles.orientations}
        captionHidden
        rows={rows}
        rowId={({ id }) => id}
        columns={[
          { id: "what", title: dashboardWords.what, cell: ({ id }) => orientedWords[id] },
          {
            ...{ id: "people", title: dashboardWords.number, number: true },
            cell: ({ people, to }) => <People of={people} to={to} />,
          },
        ]}
      />
    </Block>
  );
};

const FirstPhase = ({ follow: { steps, inFirstPhase }, lists }: Shown) => (
  <Block of="firstPhase" notes={[dashboardNotes.firstPhase]}>
    <OnScreen>
      <Strong>{dashboardWords.people(inFirstPhase)}</Strong>
    </OnScreen>
    <Chart
      of="firstPhase"
      bars={steps.map(({ step, people }) => ({
        ...{ id: step, label: stepWords[step], value: people.count },
        shown: <People of={people} to={lists.step(step)} />,
      }))}
    />
  </Block>
);

const Milestones = ({ follow: { milestones }, lists }: Shown) => (
  <Block of="milestones" notes={[dashboardNotes.milestones]}>
    {milestones.length === 0 ? (
      <EmptyState>{noMilestone}</EmptyState>
    ) : (
      <DataTable
        caption={dashboardTitles.milestones}
        captionHidden
        rows={milestones}
        rowId={({ milestone }) => milestone}
        columns={[
          { id: "what", title: dashboardWords.what, cell: ({ milestone }) => milestoneWords[milestone] },
          {
            ...{ id: "late", title: milestoneColumns.late, number: true },
            cell: ({ milestone, late }) => <People of={late} to={lists.late(milestone)} />,
          },
          {
            ...{ id: "coming", title: milestoneColumns.coming, number: true },
            cell: ({ milestone, coming }) => <People of={coming} to={lists.coming(milestone)} />,
          },
        ]}
      />
    )}
  </Block>
);

const Median = ({ delay, median, people, mayGoOut, lists }: DashboardDelay & Pick<Shown, "lists">) => {
  if (median === null) return dashboardWords.none;
  const said = (
    <>
      {daysWords(median)}, <RouteLink to={lists.inPeriod("delay", delay)}>{delayOver(people)}</RouteLink>
    </>
  );
  return mayGoOut ? said : <Words paper={tooFewToSay}>{said}</Words>;
};

const Delays = ({ follow: { delays }, lists }: Shown) => (
  <Block of="delays" notes={[dashboardNotes.delays]}>
    <DataTable
      caption={dashboardTitles.delays}
      captionHidden
      rows={delays}
      rowId={({ delay }) => delay}
      columns={[
        { id: "what", title: dashboardWords.what, cell: ({ delay }) => delayWords[delay] },
        { id: "median", title: dashboardWords.median, cell: (delay) => <Median {...delay} lists={lists} /> },
      ]}
    />
  </Block>
);

export const Follow = (shown: Shown) => (
  <Grid>
    <Orientations {...shown} />
    <FirstPhase {...shown} />
    <Milestones {...shown} />
    <Delays {...shown} />
  </Grid>
);
