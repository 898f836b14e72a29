/** A case as every list of the cells shows it: its label, where it stands, until when, how many opinions. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { AgendaCase, ChannelCase } from "../../../src/contracts/cells.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { reviewLabel } from "../../../src/wording/reviews.ts";
import { sittingWords } from "../../../src/wording/sitting.ts";
import {
  countsInWords,
  dueNamed,
  isLate,
  stateInWords,
  tabCellsWords as words,
} from "../../../src/wording/tab-cells.ts";
import { RouteLink } from "../../app/router.tsx";

const useStyles = makeStyles({
  mark: { fontWeight: tokens.fontWeightSemibold },
  /** A column is never narrower than its longest word. */
  whole: { overflowWrap: "break-word" },
  late: { color: tokens.colorPaletteRedForeground1 },
});

/** Words that are to be found at a glance; the colour says nothing that they do not. */
export const Mark = ({ late = false, children }: { readonly late?: boolean; readonly children: ReactNode }) => {
  const styles = useStyles();
  return <strong className={mergeClasses(styles.mark, late && styles.late)}>{children}</strong>;
};

const caseAddress = (cell: string, id: string): string => tabAddress("cellules", cell, { etude: id });

export const CaseName = ({ cell, id, opens }: Pick<AgendaCase, "cell" | "id" | "opens">) =>
  opens ? <RouteLink to={caseAddress(cell, id)}>{reviewLabel(id)}</RouteLink> : <>{reviewLabel(id)}</>;

export const DueWords = ({ one, today }: { readonly one: ChannelCase; readonly today: string }) => {
  const due = dueNamed(one, today);
  if (due === null) return <>{words.noDue}</>;
  return isLate(one, today) ? <Mark late>{due}</Mark> : <>{due}</>;
};

export const OpinionsWords = ({ one: { track, status, stand } }: { readonly one: ChannelCase }) => {
  if (track === "short") return <>{words.shortOpinions}</>;
  if (stand.counts !== null) return <>{countsInWords(stand.counts)}</>;
  const given = sittingWords.opinions(stand.given, stand.voters);
  const waits = status !== "decided" && status !== "withdrawn";
  return <>{waits ? `${given}, ${words.quorum(stand.present, stand.quorum)}` : given}</>;
};

const StateWords = ({ one }: { readonly one: ChannelCase }) => (
  <span className={useStyles().whole}>{stateInWords(one)}</span>
);

/** The columns that every list of cases has, in this order after the label. */
export const standColumns = (today: string) => [
  { id: "state", title: words.columns.state, cell: (one: ChannelCase) => <StateWords one={one} /> },
  { id: "due", title: words.columns.due, cell: (one: ChannelCase) => <DueWords one={one} today={today} /> },
  { id: "opinions", title: words.columns.opinions, cell: (one: ChannelCase) => <OpinionsWords one={one} /> },
];
