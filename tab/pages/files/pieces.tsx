/** *Pièces du participant*: how many files wait, by référent; then the files, with what is missing and who can complete it. */
import { Button, makeStyles } from "@fluentui/react-components";
import { PIECES, piecesPage, type PiecesPage } from "../../../src/contracts/pieces.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { pieceWords, piecesViewWords as words } from "../../../src/wording/pieces.ts";
import { LiveView } from "../../app/live-view.tsx";
import { goTo, usePlace } from "../../app/router.tsx";
import { useLive } from "../../app/use-live.ts";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState, Section } from "../../ui/page.tsx";
import { Counts } from "./pieces-counts.tsx";
import { MissingTable } from "./pieces-table.tsx";

const useStyles = makeStyles({
  filters: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 14rem), 1fr))",
    gap: "0.75rem 1rem",
    marginBottom: "0.5rem",
  },
  pages: { display: "flex", flexWrap: "wrap", gap: "0.5rem", marginTop: "1rem" },
});

type Asked = Readonly<Record<"referent" | "piece" | "page", string>>;
const readAsked = (query: URLSearchParams | undefined): Asked => ({
  referent: query?.get("referent") ?? "",
  piece: query?.get("piece") ?? "",
  page: query?.get("page") ?? "",
});

const WHOSE: Readonly<Record<string, string>> = { moi: "mine", tous: "everyone" };

const pathOf = ({ referent, piece, page }: Asked): string => {
  const said = Object.entries({ referent: WHOSE[referent] ?? referent, piece, cursor: page });
  const query = new URLSearchParams(said.filter(([, value]) => value !== "")).toString();
  return query === "" ? "/api/pieces" : `/api/pieces?${query}`;
};

/** The page of another list is none of this one. */
const change = (asked: Asked, changes: Partial<Asked>): void => {
  const said = Object.entries({ ...asked, page: "", ...changes }).filter(([, value]) => value !== "");
  goTo(tabAddress("dossiers", null, { vue: "pieces", ...Object.fromEntries(said) }));
};

const Filters = ({ asked, page }: { readonly asked: Asked; readonly page: PiecesPage }) => {
  const styles = useStyles();
  const { counts, everyone, own, referent } = page;
  const known = counts.map(({ referent: one }) => one);
  const chosen = referent === null || known.some(({ id }) => id === referent.id) ? [] : [referent];
  const whose = [
    { value: "", label: own ? words.mine : words.everyone },
    ...(own ? [{ value: "tous", label: words.everyone }] : []),
    ...[...known, ...(asked.referent === "" ? [] : chosen)].map(({ id, name }) => ({
      value: id,
      label: name ?? words.someone,
    })),
  ];
  return (
    <div role="group" aria-label={words.narrow} className={styles.filters}>
      {everyone ? (
        <Choice
          label={words.whose}
          options={whose}
          value={asked.referent}
          onChange={(one) => change(asked, { referent: one })}
        />
      ) : null}
      <Choice
        label={words.piece}
        options={[
          { value: "", label: words.anyPiece },
          ...PIECES.map((piece) => ({ value: piece, label: pieceWords[piece] })),
        ]}
        value={asked.piece}
        onChange={(piece) => change(asked, { piece })}
      />
    </div>
  );
};

const Pages = ({ asked, page: { next, previous } }: { readonly asked: Asked; readonly page: PiecesPage }) => {
  const styles = useStyles();
  if (next === null && previous === null) return null;
  const button = (label: string, cursor: string | null) => (
    <Button
      disabledFocusable={cursor === null}
      onClick={() => (cursor === null ? undefined : change(asked, { page: cursor }))}
    >
      {label}
    </Button>
  );
  return (
    <nav className={styles.pages} aria-label={words.pages}>
      {button(words.previous, previous)}
      {button(words.next, next)}
    </nav>
  );
};

const Pieces = () => {
  const asked = readAsked(usePlace()?.query);
  const live = useLive(pathOf(asked), piecesPage);
  return (
    <LiveView live={live}>
      {(page) => (
        <>
          <p>{words.intro}</p>
          <Section title={words.byReferent}>
            <Counts page={page} />
          </Section>
          <Section title={words.list}>
            <Filters asked={asked} page={page} />
            {page.items.length === 0 ? (
              <EmptyState>{page.next === null ? words.nobody : words.lookFurther}</EmptyState>
            ) : (
              <MissingTable page={page} />
            )}
            <Pages asked={asked} page={page} />
          </Section>
        </>
      )}
    </LiveView>
  );
};
export default Pieces;
