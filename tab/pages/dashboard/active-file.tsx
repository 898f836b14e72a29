/** *File active*: who is in it, who came, who left and how, and the positive rate of the protocol. */
import type { DashboardFile, DashboardFigure } from "../../../src/contracts/dashboard.ts";
import {
  dashboardNotes,
  dashboardTitles,
  dashboardWords,
  fileWords,
  leaveWords,
  positiveSentence,
  positiveWords,
  tooFewToSay,
} from "../../../src/wording/tab-dashboard.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { People, Words } from "./figures.tsx";
import type { ListsBehind } from "./narrowing.ts";
import { Block, Strong } from "./parts.tsx";

interface Shown {
  readonly file: DashboardFile;
  readonly lists: ListsBehind;
  /** The period goes up to today: who is in the file at its end is who is in it now. */
  readonly isNow: boolean;
}
interface Row {
  readonly id: string;
  readonly label: string;
  readonly people: DashboardFigure;
  readonly to: string | null;
}

const rowsOf = ({ file, lists, isNow }: Shown): readonly Row[] => [
  { id: "start", label: fileWords.start, people: file.start, to: null },
  { id: "entries", label: fileWords.entries, people: file.entries, to: lists.inPeriod("entered") },
  ...file.exits.map(({ how, people }) => ({
    ...{ id: how, label: fileWords.exit(leaveWords[how]), people },
    to: lists.inPeriod("leaves", how),
  })),
  { id: "exits", label: fileWords.exits, people: file.exitsTotal, to: lists.inPeriod("leaves") },
  { id: "end", label: fileWords.end, people: file.end, to: isNow ? lists.today("file") : null },
];

export const ActiveFile = (shown: Shown) => {
  const { positive, exitsTotal, percent, mayGoOut } = shown.file;
  const said = positiveSentence(positive, exitsTotal.count, percent);
  return (
    <Block of="file" notes={[dashboardNotes.file]}>
      <Strong>{mayGoOut ? said : <Words paper={`${positiveWords} : ${tooFewToSay}.`}>{said}</Words>}</Strong>
      <DataTable
        caption={dashboardTitles.file}
        captionHidden
        rows={rowsOf(shown)}
        rowId={({ id }) => id}
        columns={[
          { id: "what", title: dashboardWords.what, cell: ({ label }) => label },
          {
            ...{ id: "people", title: dashboardWords.number, number: true },
            cell: ({ people, to }) => <People of={people} to={to} />,
          },
        ]}
      />
    </Block>
  );
};
