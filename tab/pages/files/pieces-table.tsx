/** The files with something to complete: what, since when, and who can. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { MissingLine, PiecesPage } from "../../../src/contracts/pieces.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { completerWords, pieceSaid, piecesViewWords as words } from "../../../src/wording/pieces.ts";
import { RouteLink } from "../../app/router.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { paddingBottom: "0.375rem" },
  beside: { display: "block", color: tokens.colorNeutralForeground2 },
  code: { display: "block", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
});

const Person = ({ line: { code, givenName, familyName } }: { readonly line: MissingLine }) => {
  const name = `${givenName} ${familyName}`.trim();
  return (
    <>
      <RouteLink to={tabAddress("participants", code)}>{name === "" ? words.noName : name}</RouteLink>
      <span className={useStyles().code}>{code}</span>
    </>
  );
};

const Missing = ({ line: { missing } }: { readonly line: MissingLine }) => {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {missing.map(({ piece, since, who, lacks }) => (
        <li key={piece} className={styles.item}>
          {pieceSaid(piece, lacks)}
          <span className={styles.beside}>{`${words.since(dayInWords(since))} · ${completerWords[who]}`}</span>
        </li>
      ))}
    </ul>
  );
};

const columnsOf = ({ everyone }: PiecesPage): readonly Column<MissingLine>[] => [
  { id: "person", title: words.person, cell: (line) => <Person line={line} /> },
  ...(everyone
    ? [{ id: "referent", title: words.referent, cell: ({ referent }: MissingLine) => referent ?? words.someone }]
    : []),
  { id: "missing", title: words.missing, cell: (line) => <Missing line={line} /> },
];

export const MissingTable = ({ page }: { readonly page: PiecesPage }) => (
  <DataTable
    caption={words.list}
    captionHidden
    columns={columnsOf(page)}
    rows={page.items}
    rowId={({ code }) => code}
  />
);
