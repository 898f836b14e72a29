/** *Conservation*: who reached the end of the time that a file is kept, what is confirmed for each, and the files that are archived. */
import { makeStyles } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { retentionPage, type RetentionPage } from "../../../src/contracts/retention.ts";
import { shortDay } from "../../../src/wording/dates.ts";
import { figure } from "../../../src/wording/lists.ts";
import { filesViewWords } from "../../../src/wording/tab-files.ts";
import { retentionPageWords as words } from "../../../src/wording/tab-retention.ts";
import { LiveView } from "../../app/live-view.tsx";
import { useLive } from "../../app/use-live.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Message } from "../../ui/message.tsx";
import { EmptyState, Section } from "../../ui/page.tsx";
import { ArchivedFiles } from "./conservation-archived.tsx";
import { RetentionLine } from "./conservation-line.tsx";
import { EraseOnRequest } from "./conservation-request.tsx";
import type { Told } from "./conservation-told.ts";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: "0.75rem" },
  status: { marginBlock: "0.5rem", ":empty": { margin: 0 } },
});

const Earlier = ({ page }: { readonly page: RetentionPage }) =>
  page.earlier.length === 0 ? null : (
    <Section title={words.earlier}>
      <DataTable
        caption={words.earlierAbout}
        columns={[
          { id: "month", title: words.month, cell: ({ month }) => words.monthName(month) },
          { id: "count", title: words.listed, number: true, cell: ({ count }) => figure(count) },
          { id: "erased", title: words.erasedColumn, number: true, cell: ({ erased }) => figure(erased) },
          { id: "archived", title: words.archivedColumn, number: true, cell: ({ archived }) => figure(archived) },
          { id: "followed", title: words.followedColumn, number: true, cell: ({ accompanied }) => figure(accompanied) },
        ]}
        rows={page.earlier}
        rowId={({ month }) => month}
      />
    </Section>
  );

const ThisMonth = ({ page, tell }: { readonly page: RetentionPage; readonly tell: (told: Told) => void }) => {
  const styles = useStyles();
  const { list } = page;
  if (list === null) return <EmptyState>{words.noList}</EmptyState>;
  if (list.lines.length === 0) return <EmptyState>{words.nobody(list.month)}</EmptyState>;
  return (
    <>
      <p>
        {words.madeOn(list.month, shortDay(list.on, page.today))} {words.rules(page.rules)}
      </p>
      {list.more > 0 ? <p>{words.more(list.more)}</p> : null}
      <ul className={styles.list}>
        {list.lines.map((line) => (
          <li key={line.code}>
            <RetentionLine page={page} month={list.month} line={line} tell={tell} />
          </li>
        ))}
      </ul>
    </>
  );
};

const Whole = ({ page, again }: { readonly page: RetentionPage; readonly again: () => void }) => {
  const styles = useStyles();
  const [told, setTold] = useState<Told | null>(null);
  const status = useRef<HTMLDivElement>(null);
  // What was pressed may go with it: the focus is kept where what happened is said.
  const tell = (what: Told): void => {
    setTold(what);
    status.current?.focus();
    again();
  };
  return (
    <>
      <div role="status" tabIndex={-1} ref={status} className={styles.status}>
        {told === null ? null : <Message intent={told.well ? "success" : "warning"}>{told.words}</Message>}
      </div>
      <Section title={filesViewWords.conservation}>
        <ThisMonth page={page} tell={tell} />
      </Section>
      {page.mayConfirm ? (
        <>
          <ArchivedFiles page={page} tell={tell} />
          <EraseOnRequest tell={tell} />
        </>
      ) : null}
      <Earlier page={page} />
    </>
  );
};

const Conservation = () => {
  const live = useLive("/api/retention", retentionPage);
  return <LiveView live={live}>{(page) => <Whole page={page} again={live.again} />}</LiveView>;
};
export default Conservation;
