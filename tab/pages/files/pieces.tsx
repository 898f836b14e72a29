/** *Pièces du participant*: how many files wait, by référent; then the files, with what is missing and who can complete it. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { PIECES, PIECES_FILES, piecesPage, type PiecesPage } from "../../../src/contracts/pieces.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { pieceWords, piecesViewWords as words } from "../../../src/wording/pieces.ts";
import { LiveView } from "../../app/live-view.tsx";
import { goTo, usePlace } from "../../app/router.tsx";
import { useAsk } from "../../app/use-ask.ts";
import { useLive } from "../../app/use-live.ts";
import { Choice } from "../../ui/choice.tsx";
import { keepFile } from "../../ui/keep-file.ts";
import { Announce, EmptyState, Section } from "../../ui/page.tsx";
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

type Format = (typeof PIECES_FILES)[number];
type Asked = Readonly<Record<"referent" | "piece" | "month" | "page", string>>;
const readAsked = (query: URLSearchParams | undefined): Asked => ({
  referent: query?.get("referent") ?? "",
  piece: query?.get("piece") ?? "",
  month: query?.get("mois") ?? "",
  page: query?.get("page") ?? "",
});

const WHOSE: Readonly<Record<string, string>> = { moi: "mine", tous: "everyone" };

const queryOf = (said: Readonly<Record<string, string>>): string =>
  new URLSearchParams(Object.entries(said).filter(([, value]) => value !== "")).toString();

const pathOf = ({ referent, piece, month, page }: Asked): string => {
  const query = queryOf({ referent: WHOSE[referent] ?? referent, piece, month, cursor: page });
  return query === "" ? "/api/pieces" : `/api/pieces?${query}`;
};

const fileOf = ({ referent, piece, month }: Asked, format: Format): string =>
  `/api/pieces/export?${queryOf({ referent: WHOSE[referent] ?? referent, piece, month, format })}`;

const MONTHS_OFFERED = 36;
/** From the present month back. */
const monthsUntil = (today: string): readonly string[] => {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: MONTHS_OFFERED }, (_, back) => {
    const month = last - back;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
};

/** The page of another list is none of this one. */
const change = (asked: Asked, changes: Partial<Asked>): void => {
  const { month: mois, ...others } = { ...asked, page: "", ...changes };
  const said = Object.entries({ ...others, mois }).filter(([, value]) => value !== "");
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
        onChange={(piece) => change(asked, { piece, month: "" })}
      />
      <Choice
        label={words.month}
        options={[
          { value: "", label: words.anyMonth },
          ...monthsUntil(page.today).map((month) => ({ value: month, label: words.monthOf(month) })),
        ]}
        value={asked.month}
        onChange={(month) => change(asked, { month, piece: "" })}
      />
    </div>
  );
};

type Standing = "idle" | "preparing" | "ready" | "failed";
const SAID: Readonly<Record<Standing, string>> = {
  ...{ idle: "", preparing: words.preparing, ready: words.ready, failed: words.failed },
};

const Files = ({ asked, today }: { readonly asked: Asked; readonly today: string }) => {
  const styles = useStyles();
  const ask = useAsk();
  const [standing, setStanding] = useState<Standing>("idle");
  const take = async (format: Format) => {
    setStanding("preparing");
    const answer = await ask.file(fileOf(asked, format));
    if (answer.ok) keepFile(answer.value, `pieces-${today}.${format}`);
    setStanding(answer.ok ? "ready" : "failed");
  };
  return (
    <>
      <div className={styles.pages}>
        {PIECES_FILES.map((format) => (
          <Button key={format} disabledFocusable={standing === "preparing"} onClick={() => void take(format)}>
            {words.take[format]}
          </Button>
        ))}
      </div>
      <Announce>{SAID[standing]}</Announce>
      <p>{SAID[standing]}</p>
    </>
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
            {page.items.length === 0 ? null : <Files asked={asked} today={page.today} />}
          </Section>
        </>
      )}
    </LiveView>
  );
};
export default Pieces;
