import { makeStyles, tokens } from "@fluentui/react-components";
import type { SettingsOut } from "../../../src/contracts/settings.ts";
import { dayInWords, dayOfInstant } from "../../../src/wording/dates.ts";
import { enumerated } from "../../../src/wording/lists.ts";
import { cellWords } from "../../../src/wording/reviews.ts";
import { channelNext, channelStateWords, settingsWords } from "../../../src/wording/tab-settings.ts";
import { Badge, EmptyState, Panel, Section, type Tone } from "../../ui/page.tsx";

const useStyles = makeStyles({
  cells: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 20rem), 1fr))",
    gap: "0.75rem",
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { marginBlock: "0.5rem" },
});

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

const SHOWN_DATES = 4;
const datesOf = ({ dates }: Cell, today: string): string => {
  const coming = dates.filter((date) => date >= today).slice(0, SHOWN_DATES);
  return coming.length === 0 ? settingsWords.noDate : enumerated(coming.map(dayInWords));
};

const factsOf = (cell: Cell, today: string): readonly (readonly [string, string])[] => [
  [settingsWords.todo, channelNext(cell.cell, stateOf(cell), cell.channel?.outsiders ?? 0)],
  [settingsWords.quorum, settingsWords.quorumOf(cell.quorum)],
  [settingsWords.members, enumerated(cell.members)],
  [settingsWords.dates, datesOf(cell, today)],
];

const OneCell = ({ cell, today, timeZone }: { readonly cell: Cell } & Pick<SettingsOut, "today" | "timeZone">) => {
  const styles = useStyles();
  return (
    <Panel>
      <h3 className={styles.name}>{cellWords[cell.cell]}</h3>
      <p className={styles.line}>
        <Channel cell={cell} timeZone={timeZone} />
      </p>
      {factsOf(cell, today).map(([what, said]) => (
        <p key={what} className={styles.line}>
          <strong>{what}</strong> : {said}
        </p>
      ))}
    </Panel>
  );
};

export const Cells = ({ settings: { cells, today, timeZone } }: { readonly settings: SettingsOut }) => {
  const styles = useStyles();
  return (
    <Section title={settingsWords.cells}>
      {cells.length === 0 ? <EmptyState>{settingsWords.noCell}</EmptyState> : null}
      <div className={styles.cells}>
        {cells.map((cell) => (
          <OneCell key={cell.cell} cell={cell} today={today} timeZone={timeZone} />
        ))}
      </div>
    </Section>
  );
};
