/** *Tableau de bord*: the months and the référent that one chooses, every number with the list behind it. */
import { Button, makeStyles, Spinner } from "@fluentui/react-components";
import { Suspense, useState } from "react";
import { dashboardPage, EXPORT_FORMATS, type DashboardPage } from "../../../src/contracts/dashboard.ts";
import { dayInWords, momentInWords } from "../../../src/wording/dates.ts";
import { dashboardWords as words, periodSentence } from "../../../src/wording/tab-dashboard.ts";
import { tabWords } from "../../../src/wording/tab.ts";
import { LiveView } from "../../app/live-view.tsx";
import { part } from "../../app/part.ts";
import { goTo, usePlace } from "../../app/router.tsx";
import { useAsk } from "../../app/use-ask.ts";
import { useLive } from "../../app/use-live.ts";
import { keepFile } from "../../ui/keep-file.ts";
import { Announce, Page } from "../../ui/page.tsx";
import { Filters } from "./filters.tsx";
import { Follow } from "./follow.tsx";
import { dashboardPath, exportPath, listsBehind, narrowedAddress, narrowingIn, type Narrowing } from "./narrowing.ts";
import { Alarm, Note } from "./parts.tsx";

const Lead = part(() => import("./lead.tsx"));

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: "0.5rem", "@media print": { display: "none" } },
});

/** What leaves the screen: paper, or a file of the very numbers that are shown, small ones masked. */
const Leaving = ({ narrowing }: { readonly narrowing: Narrowing }) => {
  const styles = useStyles();
  const ask = useAsk();
  const [failed, setFailed] = useState(false);
  const keep = async (format: (typeof EXPORT_FORMATS)[number]) => {
    const answer = await ask.file(exportPath(narrowing, format));
    setFailed(!answer.ok);
    if (answer.ok) keepFile(answer.value, `tableau-de-bord.${format}`);
  };
  return (
    <div className={styles.actions}>
      <Button onClick={() => window.print()}>{words.print}</Button>
      {EXPORT_FORMATS.map((format) => (
        <Button key={format} onClick={() => void keep(format)}>
          {words.files[format]}
        </Button>
      ))}
      <Announce>{failed ? words.fileFailed : ""}</Announce>
      {failed ? <Alarm>{words.fileFailed}</Alarm> : null}
    </div>
  );
};

/** Whose numbers, of which days, and up to when they are counted. */
const About = ({ page }: { readonly page: DashboardPage }) => {
  const { asked, upTo, timeZone, readingAgain, referents } = page;
  const who =
    asked.referent === null ? words.everyone : (referents.find(({ id }) => id === asked.referent)?.name ?? words.gone);
  const period = periodSentence(dayInWords(asked.from), dayInWords(asked.to), who);
  return (
    <>
      <Announce>{period}</Announce>
      <Note>
        {[
          period,
          upTo === null ? words.notYet : words.upTo(momentInWords(upTo, asked.today, timeZone)),
          ...(readingAgain && upTo !== null ? [words.readingAgain] : []),
          words.outMasked,
        ].join(" ")}
      </Note>
    </>
  );
};

const Shown = ({ page }: { readonly page: DashboardPage }) => {
  const lists = listsBehind(page.asked);
  return (
    <>
      <About page={page} />
      <Follow follow={page.follow} lists={lists} />
      {page.lead === null ? null : (
        <Suspense fallback={<Spinner label={tabWords.loading} />}>
          <Lead page={page} lead={page.lead} lists={lists} />
        </Suspense>
      )}
    </>
  );
};

const Dashboard = () => {
  const query = usePlace()?.query ?? new URLSearchParams();
  const narrowing = narrowingIn(query);
  const live = useLive(dashboardPath(narrowing), dashboardPage);
  // The choices stay while other numbers come: what was chosen keeps the focus.
  const [known, setKnown] = useState<DashboardPage>();
  if (live.state === "ready" && live.value !== known) setKnown(live.value);
  return (
    <Page title={words.title} actions={<Leaving narrowing={narrowing} />}>
      {known === undefined ? null : (
        <Filters
          page={known}
          narrowing={narrowing}
          onChange={(next) => goTo(narrowedAddress(next), { replace: true })}
        />
      )}
      <LiveView live={live}>{(page) => <Shown page={page} />}</LiveView>
    </Page>
  );
};
export default Dashboard;
