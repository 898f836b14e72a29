/** *Exports*: what moved in a period, towards the PLIE's own software; what was transmitted. */
import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { exportsPage, type ExportsPage } from "../../../src/contracts/exports.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { exportsPageWords as words } from "../../../src/wording/tab-exports.ts";
import { bodyWords, transmissionWords } from "../../../src/wording/transmission.ts";
import { LiveView } from "../../app/live-view.tsx";
import { RouteLink } from "../../app/router.tsx";
import { useAsk } from "../../app/use-ask.ts";
import { useLive } from "../../app/use-live.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { keepFile } from "../../ui/keep-file.ts";
import { Announce, Section } from "../../ui/page.tsx";

const useStyles = makeStyles({ period: { display: "flex", flexWrap: "wrap", gap: "0.75rem", alignItems: "end" } });

const Transmitted = ({ page }: { readonly page: ExportsPage }) =>
  page.transmissions === null ? null : (
    <Section title={words.transmissions}>
      {page.transmissions.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          captionHidden
          caption={words.transmissions}
          columns={[
            {
              ...{ id: "code", title: words.person },
              cell: ({ code }) => <RouteLink to={tabAddress("participants", code)}>{code}</RouteLink>,
            },
            { id: "to", title: words.towards, cell: ({ to }) => bodyWords[to] },
            { id: "on", title: words.on, cell: ({ agreedOn }) => dayInWords(agreedOn) },
            { id: "by", title: words.by, cell: ({ by }) => by ?? transmissionWords.someone },
          ]}
          rows={page.transmissions}
          rowId={({ id }) => id}
        />
      )}
    </Section>
  );

const Columns = ({ page }: { readonly page: ExportsPage }) => (
  <Section title={words.columns}>
    <p>{words.version(page.version)}</p>
    {page.unconfirmed ? <p>{words.unconfirmed}</p> : null}
    <details>
      <summary>{words.showColumns(page.columns.length)}</summary>
      <DataTable
        captionHidden
        caption={words.columns}
        columns={[
          { id: "name", title: words.column, cell: ({ name }) => name },
          { id: "about", title: words.meaning, cell: ({ about }) => about },
        ]}
        rows={page.columns}
        rowId={({ name }) => name}
      />
    </details>
  </Section>
);

/** From the first day of the month to today, as the browser's calendar says. */
const thisMonth = (): { readonly from: string; readonly to: string } => {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" }).format(new Date());
  return { from: `${today.slice(0, 8)}01`, to: today };
};
const isDay = (typed: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(typed);
const isPeriod = ({ from, to }: { readonly from: string; readonly to: string }): boolean =>
  isDay(from) && isDay(to) && from <= to && Date.parse(to) - Date.parse(from) < 366 * 86_400_000;

const Exports = () => {
  const styles = useStyles();
  const ask = useAsk();
  const [period, setPeriod] = useState(thisMonth);
  const [failed, setFailed] = useState(false);
  const asked = isPeriod(period) ? `from=${period.from}&to=${period.to}` : null;
  const live = useLive(asked === null ? null : `/api/exports?${asked}`, exportsPage);
  const take = async (query: string) => {
    const answer = await ask.file(`/api/exports/plie?${query}`);
    if (answer.ok) keepFile(answer.value, `mouvements-${period.from}-${period.to}.csv`);
    setFailed(!answer.ok);
  };
  const problem = asked === null ? words.badPeriod : failed ? words.failed : "";
  return (
    <>
      <Section title={words.plie}>
        <p>{words.about}</p>
        <div className={styles.period}>
          {(["from", "to"] as const).map((side) => (
            <Field key={side} label={words[side]}>
              <Input
                type="date"
                value={period[side]}
                onChange={(_event, { value }) => setPeriod((was) => ({ ...was, [side]: value }))}
              />
            </Field>
          ))}
          <Button
            appearance="primary"
            disabledFocusable={asked === null}
            onClick={() => asked !== null && void take(asked)}
          >
            {words.take}
          </Button>
        </div>
        <p>{problem}</p>
        <Announce>{problem}</Announce>
      </Section>
      {asked === null ? null : (
        <LiveView live={live}>
          {(page) => (
            <>
              <Transmitted page={page} />
              <Columns page={page} />
            </>
          )}
        </LiveView>
      )}
    </>
  );
};
export default Exports;
