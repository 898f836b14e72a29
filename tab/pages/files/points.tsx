/** *Points d'étape trimestriels*: the list of a référent for the meeting, and what is agreed for each person. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { stagePointsPage, type StagePointLine, type StagePointsPage } from "../../../src/contracts/stage-points.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { milestoneWords } from "../../../src/wording/situation.ts";
import { stepWords } from "../../../src/wording/steps.ts";
import { stagePointWords as words } from "../../../src/wording/tab-stage-points.ts";
import { LiveView } from "../../app/live-view.tsx";
import { goTo, RouteLink, usePlace } from "../../app/router.tsx";
import { useLive } from "../../app/use-live.ts";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState, Section } from "../../ui/page.tsx";
import { AgreedForm } from "./point-form.tsx";

const useStyles = makeStyles({
  words: { whiteSpace: "pre-line", margin: 0 },
  lines: { margin: 0, padding: 0, listStyleType: "none" },
  whose: { maxWidth: "20rem", marginBottom: "0.5rem" },
});

const Due = ({ line, today }: { readonly line: StagePointLine; readonly today: string }) => {
  const styles = useStyles();
  if (line.due.length === 0) return <>{words.nothingDue}</>;
  return (
    <ul className={styles.lines}>
      {line.due.map(({ milestone, on }) => (
        <li key={milestone}>{words.dueOn(milestoneWords[milestone], on, today)}</li>
      ))}
    </ul>
  );
};

const Last = ({ last }: Pick<StagePointLine, "last">) => {
  const styles = useStyles();
  if (last === null) return <>{words.never}</>;
  return (
    <>
      {words.lastOn(last.from, last.on)}
      {last.words === null ? null : <p className={styles.words}>{last.words}</p>}
    </>
  );
};

const People = ({ page }: { readonly page: StagePointsPage }) => {
  const [open, setOpen] = useState<string | null>(null);
  const mayWrite = page.people.some(({ form }) => form !== null);
  if (page.people.length === 0) return <EmptyState>{words.nobody}</EmptyState>;
  return (
    <DataTable
      captionHidden
      caption={words.title(page.quarter)}
      columns={[
        {
          ...{ id: "person", title: words.person },
          cell: ({ code, name }) => <RouteLink to={tabAddress("participants", code)}>{name}</RouteLink>,
        },
        { id: "step", title: words.step, cell: ({ step }) => stepWords[step] },
        { id: "due", title: words.due, cell: (line) => <Due line={line} today={page.today} /> },
        { id: "last", title: words.last, cell: ({ last }) => <Last last={last} /> },
        ...(mayWrite
          ? [
              {
                ...{ id: "agreed", title: words.agreed },
                cell: (line: StagePointLine) =>
                  line.form === null ? null : open === line.code || line.form.agreed !== "" ? (
                    <AgreedForm line={line} form={line.form} />
                  ) : (
                    <Button aria-label={words.writeOf(line.name)} onClick={() => setOpen(line.code)}>
                      {words.write}
                    </Button>
                  ),
              },
            ]
          : []),
      ]}
      rows={page.people}
      rowId={({ code }) => code}
    />
  );
};

const address = (referent: string): string => tabAddress("dossiers", null, { vue: "points", referent });

const Shown = ({ page }: { readonly page: StagePointsPage }) => {
  const styles = useStyles();
  return (
    <Section
      title={words.title(page.quarter)}
      actions={
        <RouteLink to={tabAddress("document", null, { kind: "points-etape", code: page.referent.id })}>
          {words.print}
        </RouteLink>
      }
    >
      <p>{words.about}</p>
      {page.referents.length < 2 ? null : (
        <div className={styles.whose}>
          <Choice
            label={words.whose}
            value={page.referent.id}
            options={page.referents.map(({ id, name }) => ({ value: id, label: name ?? words.gone }))}
            onChange={(id) => goTo(address(id), { replace: true })}
          />
        </div>
      )}
      <People page={page} />
    </Section>
  );
};

const Points = () => {
  const referent = usePlace()?.query.get("referent") ?? null;
  const path = referent === null ? "/api/stage-points" : `/api/stage-points?referent=${encodeURIComponent(referent)}`;
  return <LiveView live={useLive(path, stagePointsPage)}>{(page) => <Shown page={page} />}</LiveView>;
};
export default Points;
