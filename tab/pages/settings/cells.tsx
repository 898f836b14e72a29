import type { SettingsOut } from "../../../src/contracts/settings.ts";
import { dayInWords, dayOfInstant } from "../../../src/wording/dates.ts";
import { enumerated } from "../../../src/wording/lists.ts";
import { cellWords } from "../../../src/wording/reviews.ts";
import { channelNext, channelStateWords, settingsWords } from "../../../src/wording/tab-settings.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Badge, EmptyState, Section, type Tone } from "../../ui/page.tsx";

type Cell = SettingsOut["cells"][number];

const TONES: Readonly<Record<keyof typeof channelStateWords, Tone>> = {
  linked: "good",
  toConfirm: "warning",
  unread: "warning",
  gone: "late",
  botRemoved: "late",
  none: "neutral",
};

const stateOf = ({ channel }: Cell) => channel?.state ?? "none";

const Channel = ({ cell, timeZone }: { readonly cell: Cell; readonly timeZone: string }) => {
  const { channel } = cell;
  const state = stateOf(cell);
  return (
    <>
      <Badge tone={TONES[state]}>{channelStateWords[state]}</Badge>
      {channel === null
        ? null
        : ` ${settingsWords.linkedBy(dayInWords(dayOfInstant(channel.at, timeZone)), channel.by)}`}
    </>
  );
};

const datesOf = ({ dates }: Cell): string =>
  dates.length === 0 ? settingsWords.noDate : enumerated(dates.map(dayInWords));

export const Cells = ({ settings: { cells, timeZone } }: { readonly settings: SettingsOut }) => (
  <Section title={settingsWords.cells}>
    {cells.length === 0 ? (
      <EmptyState>{settingsWords.noCell}</EmptyState>
    ) : (
      <DataTable
        caption={settingsWords.cells}
        captionHidden
        rows={cells}
        rowId={({ cell }) => cell}
        columns={[
          { id: "cell", title: settingsWords.cell, cell: ({ cell }) => cellWords[cell] },
          { id: "channel", title: settingsWords.channel, cell: (cell) => <Channel cell={cell} timeZone={timeZone} /> },
          {
            id: "todo",
            title: settingsWords.todo,
            cell: (cell) => channelNext(cell.cell, stateOf(cell), cell.channel?.outsiders ?? 0),
          },
          { id: "quorum", title: settingsWords.quorum, cell: ({ quorum }) => settingsWords.quorumOf(quorum) },
          { id: "members", title: settingsWords.members, cell: ({ members }) => enumerated(members) },
          { id: "dates", title: settingsWords.dates, cell: datesOf },
        ]}
      />
    )}
  </Section>
);
