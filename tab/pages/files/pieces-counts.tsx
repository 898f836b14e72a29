/** Each référent, and how many files lack each piece: each number opens its list. */
import { makeStyles } from "@fluentui/react-components";
import type { PiecesCount, PiecesPage } from "../../../src/contracts/pieces.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { pieceWords, piecesViewWords as words, piecesWords } from "../../../src/wording/pieces.ts";
import { RouteLink } from "../../app/router.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/page.tsx";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexWrap: "wrap", gap: "0.25rem 1rem" },
});

const listOf = (referent: string, piece?: string): string =>
  tabAddress("dossiers", null, { vue: "pieces", referent, ...(piece === undefined ? {} : { piece }) });

const ByPiece = ({ line }: { readonly line: PiecesCount }) => {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {line.pieces.map(({ piece, count }) => (
        <li key={piece}>
          <RouteLink to={listOf(line.referent.id, piece)}>{`${pieceWords[piece]} : ${count}`}</RouteLink>
        </li>
      ))}
    </ul>
  );
};

export const Counts = ({ page: { counts } }: { readonly page: PiecesPage }) =>
  counts.length === 0 ? (
    <EmptyState>{piecesWords.none}</EmptyState>
  ) : (
    <DataTable
      caption={words.byReferent}
      captionHidden
      columns={[
        { id: "referent", title: words.referent, cell: ({ referent }) => referent.name ?? words.someone },
        {
          id: "people",
          title: words.people,
          number: true,
          cell: ({ referent, people }) => <RouteLink to={listOf(referent.id)}>{String(people)}</RouteLink>,
        },
        { id: "pieces", title: words.missing, cell: (line) => <ByPiece line={line} /> },
      ]}
      rows={counts}
      rowId={({ referent }) => referent.id}
    />
  );
