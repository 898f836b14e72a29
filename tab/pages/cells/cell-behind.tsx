/** What a cell has behind it: what was decided, its minutes; and, for who leads, its channel. */
import { makeStyles } from "@fluentui/react-components";
import type { CellView, DecidedCase } from "../../../src/contracts/cells.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { linkCommand } from "../../../src/wording/channel.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { outcomeNamed, tabCellsWords as words } from "../../../src/wording/tab-cells.ts";
import { RouteLink } from "../../app/router.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState, Section } from "../../ui/page.tsx";
import { CaseName } from "./case-words.tsx";

const useStyles = makeStyles({ minutes: { margin: 0, paddingInlineStart: "1.25rem" } });

const DecidedTable = ({
  caption,
  cell,
  rows,
}: {
  readonly caption: string;
  readonly cell: CellView["cell"];
  readonly rows: readonly DecidedCase[];
}) => (
  <DataTable
    caption={caption}
    captionHidden
    rows={rows}
    rowId={({ id }) => id}
    columns={[
      { id: "review", title: words.columns.review, cell: ({ id, opens }) => <CaseName {...{ id, opens, cell }} /> },
      { id: "outcome", title: words.columns.outcome, cell: (one) => outcomeNamed(one) },
      { id: "on", title: words.columns.on, cell: ({ on }) => dayInWords(on) },
    ]}
  />
);

export const ToTell = ({ view: { toTell, cell } }: { readonly view: CellView }) =>
  toTell.length === 0 ? null : (
    <Section title={words.toTell}>
      <DecidedTable caption={words.toTell} cell={cell} rows={toTell} />
    </Section>
  );

export const Decided = ({ view: { decided, cell, waiting } }: { readonly view: CellView }) =>
  waiting === null ? null : (
    <Section title={words.decided}>
      {decided.length === 0 ? (
        <EmptyState>{words.nothingDecided}</EmptyState>
      ) : (
        <DecidedTable caption={words.decided} cell={cell} rows={decided} />
      )}
    </Section>
  );

export const Minutes = ({ view: { past } }: { readonly view: CellView }) => {
  const styles = useStyles();
  return (
    <Section title={words.minutes}>
      {past.length === 0 ? (
        <EmptyState>{words.noMinutes}</EmptyState>
      ) : (
        <ul className={styles.minutes}>
          {past.map(({ meeting, on }) => (
            <li key={meeting}>
              <RouteLink to={tabAddress("document", null, { kind: "compte-rendu", code: meeting })}>
                {words.minutesOf(dayInWords(on))}
              </RouteLink>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};

export const Channel = ({ view: { channel, cell } }: { readonly view: CellView }) => {
  if (channel === null) return null;
  const { none, toConfirm, linked, gone, botRemoved } = words.channelStates;
  const said = {
    none: none(linkCommand[cell]),
    toConfirm: toConfirm(channel.outsiders),
    ...{ linked, gone, botRemoved },
  };
  return (
    <Section title={words.channel}>
      <p>{said[channel.state]}</p>
    </Section>
  );
};
