/** The tab of a channel: the cases of its cell, the same for everyone of that cell. */
import { useEffect } from "react";
import { channelView, type ChannelCase, type ChannelView } from "../../../src/contracts/cells.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { enumerated } from "../../../src/wording/lists.ts";
import { cellWords, reviewLabel } from "../../../src/wording/reviews.ts";
import { agendaWords } from "../../../src/wording/agenda.ts";
import { outcomeNamed, tabCellsWords } from "../../../src/wording/tab-cells.ts";
import { tabChannelWords as words } from "../../../src/wording/tab-channel.ts";
import { LiveView } from "../../app/live-view.tsx";
import { usePlace } from "../../app/router.tsx";
import { useSession } from "../../app/session.tsx";
import { whenSetUpAgain } from "../../app/set-up.ts";
import { useLive } from "../../app/use-live.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState, Page, Panel, Section } from "../../ui/page.tsx";
import { Mark, standColumns } from "../cells/case-words.tsx";

type Cell = ChannelView["cells"][number];

const Cases = ({
  title,
  rows,
  today,
  current,
}: {
  readonly title: string;
  readonly rows: readonly ChannelCase[];
  readonly today: string;
  readonly current: string | null;
}) => (
  <Section title={title}>
    <DataTable
      caption={title}
      captionHidden
      rows={rows}
      rowId={({ id }) => id}
      columns={[
        {
          id: "review",
          title: tabCellsWords.columns.review,
          cell: ({ id }) => (
            <span>
              {reviewLabel(id)} {id === current ? <Mark>{agendaWords.current}</Mark> : null}
            </span>
          ),
        },
        ...standColumns(today),
      ]}
    />
  </Section>
);

const Decided = ({ rows }: { readonly rows: Cell["decided"] }) => (
  <Section title={words.decided}>
    <DataTable
      caption={words.decided}
      captionHidden
      rows={rows}
      rowId={({ id }) => id}
      columns={[
        { id: "review", title: tabCellsWords.columns.review, cell: ({ id }) => reviewLabel(id) },
        { id: "outcome", title: tabCellsWords.columns.outcome, cell: (one) => outcomeNamed(one) },
        { id: "on", title: tabCellsWords.columns.on, cell: ({ on }) => dayInWords(on) },
      ]}
    />
  </Section>
);

const CellOfChannel = ({ one, today }: { readonly one: Cell; readonly today: string }) => {
  const { confirmed, on, open, current, agenda, later, decided } = one;
  const day = on === null ? null : dayInWords(on);
  if (!confirmed) return <Panel>{words.toConfirm}</Panel>;
  return (
    <>
      <p>{open ? <Mark>{tabCellsWords.openOn(day)}</Mark> : tabCellsWords.next(day)}</p>
      {agenda.length + later.length === 0 ? <EmptyState>{words.nothing}</EmptyState> : null}
      {agenda.length === 0 ? null : (
        <Cases title={open ? words.openAgenda : words.agendaOf(day)} rows={agenda} today={today} current={current} />
      )}
      {later.length === 0 ? null : <Cases title={words.later} rows={later} today={today} current={current} />}
      {decided.length === 0 ? null : <Decided rows={decided} />}
    </>
  );
};

/** A channel that holds two cells names each above its own. */
const ChannelContent = ({ view: { cells, today } }: { readonly view: ChannelView }) => (
  <>
    <p>{words.intro}</p>
    {cells.map((one) => (
      <div key={one.cell}>
        {cells.length > 1 ? (
          <p>
            <strong>{cellWords[one.cell]}</strong>
          </p>
        ) : null}
        <CellOfChannel one={one} today={today} />
      </div>
    ))}
  </>
);

const Explained = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <Page title={title}>
    <Panel>{text}</Panel>
  </Page>
);

const LinkedChannel = ({ channel }: { readonly channel: string }) => {
  const live = useLive(`/api/channel?${new URLSearchParams({ channel }).toString()}`, channelView);
  const { teams } = useSession();
  const { again } = live;
  useEffect(() => whenSetUpAgain(teams, again), [teams, again]);
  if (live.state === "problem" && live.problem === "notFound")
    return <Explained title={words.none} text={words.noneText} />;
  const title = live.state === "ready" ? enumerated(live.value.cells.map(({ cell }) => cellWords[cell])) : words.title;
  return (
    <Page title={title}>
      <LiveView live={live}>{(view) => <ChannelContent view={view} />}</LiveView>
    </Page>
  );
};

/** Teams says in which channel one is; outside Teams, the address may. The server decides what it opens. */
const Channel = () => {
  const { teams } = useSession();
  const named = usePlace()?.query.get("canal") ?? null;
  const channel = teams === undefined ? named : (teams.channel?.id ?? null);
  return channel === null ? (
    <Explained title={words.noChannel} text={words.noChannelText} />
  ) : (
    <LinkedChannel channel={channel} />
  );
};
export default Channel;
