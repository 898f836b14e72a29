/** One cell: the open sitting or the next one, what waits, what closes, and its minutes. */
import { makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { cellView, type AgendaCase, type CellView } from "../../../src/contracts/cells.ts";
import { REVIEW_CELLS } from "../../../src/contracts/reviews.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { agendaWords } from "../../../src/wording/agenda.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { orErased } from "../../../src/wording/lead.ts";
import { quoted } from "../../../src/wording/lists.ts";
import { cellWords } from "../../../src/wording/reviews.ts";
import { tabCellsWords as words } from "../../../src/wording/tab-cells.ts";
import { LiveView } from "../../app/live-view.tsx";
import { RouteLink } from "../../app/router.tsx";
import { useSession } from "../../app/session.tsx";
import { isInMeeting } from "../../app/teams.ts";
import { useLive } from "../../app/use-live.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState, Page, Section } from "../../ui/page.tsx";
import { CaseName, Mark, standColumns } from "./case-words.tsx";
import { Channel, Decided, Minutes, ToTell } from "./cell-behind.tsx";
import { OpenSitting } from "./sitting.tsx";
import { WaitingTable } from "./waiting-table.tsx";

const useStyles = makeStyles({
  question: { marginBlock: "0.25rem 0", fontWeight: "normal" },
});

const AgendaName = ({ one }: { readonly one: AgendaCase }) => {
  const styles = useStyles();
  return (
    <div>
      <CaseName {...one} /> {one.current ? <Mark>{agendaWords.current}</Mark> : null}
      {one.question === null ? null : <p className={styles.question}>{quoted(orErased(one.question))}</p>}
    </div>
  );
};

/** Beside a meeting, the case under study stands once, at the top. */
interface Beside {
  readonly view: CellView;
  readonly above: string | undefined;
}

const Agenda = ({ view: { agenda, later, today, minutesEach, on, open }, above }: Beside) => {
  const { presentation, whole } = minutesEach;
  const listed = agenda.filter(({ id }) => id !== above);
  const day = on === null ? null : dayInWords(on);
  return (
    <Section title={words.agenda}>
      <p>
        {open ? words.openOn(day) : words.next(day)} {agendaWords.total(agenda.length, agenda.length * whole)}
        {agenda.length === 0 ? null : ` ${agendaWords.minutes(presentation, whole)}.`}
      </p>
      {listed.length === 0 ? null : (
        <DataTable
          caption={words.agenda}
          captionHidden
          rows={listed}
          rowId={({ id }) => id}
          columns={[
            { id: "review", title: words.columns.review, cell: (one) => <AgendaName one={one} /> },
            {
              id: "by",
              title: words.columns.presentedBy,
              cell: ({ presentedBy }) => presentedBy ?? words.nothingAsked,
            },
            ...standColumns(today),
          ]}
        />
      )}
      {later === 0 ? null : <p>{agendaWords.later(later)}</p>}
    </Section>
  );
};

const Waiting = ({ view: { waiting, today }, above }: Beside) => {
  if (waiting === null) return null;
  const listed = waiting.filter(({ id }) => id !== above);
  const closing = listed.filter(({ stand }) => stand.counts !== null);
  const others = listed.filter(({ stand }) => stand.counts === null);
  return (
    <>
      {closing.length === 0 ? null : (
        <Section title={words.closing}>
          <WaitingTable caption={words.closing} rows={closing} today={today} />
        </Section>
      )}
      <Section title={words.waiting}>
        {others.length === 0 ? (
          <EmptyState>{above === undefined ? words.nothingWaits : words.nothingElseWaits}</EmptyState>
        ) : (
          <WaitingTable caption={words.waiting} rows={others} today={today} />
        )}
        <p>{words.howTo}</p>
      </Section>
    </>
  );
};

/** In a meeting, what the sitting needs; elsewhere the whole of it. */
const CellContent = ({ view }: { readonly view: CellView }): ReactNode => {
  const meeting = isInMeeting(useSession().teams);
  const above = meeting ? view.agenda.find(({ current }) => current)?.id : undefined;
  return (
    <>
      <OpenSitting view={view} />
      <Agenda {...{ view, above }} />
      <ToTell view={view} />
      <Waiting {...{ view, above }} />
      {meeting ? null : (
        <>
          <Decided view={view} />
          <Minutes view={view} />
          <Channel view={view} />
        </>
      )}
    </>
  );
};

const isCell = (name: string): name is CellView["cell"] => REVIEW_CELLS.some((cell) => cell === name);

export const CellPage = ({ cell }: { readonly cell: string }) => {
  const live = useLive(`/api/cells/${encodeURIComponent(cell)}`, cellView);
  return (
    <Page
      title={isCell(cell) ? cellWords[cell] : words.title}
      actions={<RouteLink to={tabAddress("cellules", null, { toutes: "1" })}>{words.back(words.all)}</RouteLink>}
    >
      <LiveView live={live}>{(view) => <CellContent view={view} />}</LiveView>
    </Page>
  );
};
