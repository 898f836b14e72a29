/** The versions of the framework that this PLIE worked with, and what one changed. */
import { makeStyles } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import { frameworkHistory, type ChangeOut, type FrameworkHistory } from "../../../src/contracts/settings.ts";
import { dayInWords, dayOfInstant } from "../../../src/wording/dates.ts";
import { changeKindWords, changePlace, valueInWords } from "../../../src/wording/framework-changes.ts";
import { settingsWords } from "../../../src/wording/tab-settings.ts";
import type { TabProblem } from "../../../src/wording/tab.ts";
import { useAsk } from "../../app/use-ask.ts";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Announce, EmptyState, Section } from "../../ui/page.tsx";
import { Trouble } from "../../ui/trouble.tsx";

const useStyles = makeStyles({
  choices: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 14rem), 1fr))",
    gap: "0.75rem 1rem",
    marginBlock: "1rem",
  },
});

type Versions = Readonly<Record<"from" | "to", string | null>>;

const addressOf = ({ from, to }: Versions): string => {
  const query = new URLSearchParams({ ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) });
  return `/api/settings/framework?${query.toString()}`;
};

type Read = { readonly value: FrameworkHistory | null; readonly problem: TabProblem | null };

/** Asked again when another version comes into force. */
const useHistory = (versions: Versions, inForce: string) => {
  const ask = useAsk();
  const [turn, setTurn] = useState(0);
  const [read, setRead] = useState<Read>({ value: null, problem: null });
  const address = addressOf(versions);
  useEffect(() => {
    let left = false;
    void ask.get(address, frameworkHistory).then((answer) => {
      if (left) return;
      setRead((before) =>
        answer.ok ? { value: answer.value, problem: null } : { value: before.value, problem: answer.problem },
      );
    });
    return () => {
      left = true;
    };
  }, [ask, address, inForce, turn]);
  return { ...read, again: () => setTurn((count) => count + 1) };
};

const Changes = ({
  changes,
  labels,
}: {
  readonly changes: readonly ChangeOut[];
  readonly labels: ReadonlyMap<string, string>;
}) => {
  const rows = changes.map((change, at) => ({ ...change, at: String(at) }));
  if (rows.length === 0) return <EmptyState>{settingsWords.noChange}</EmptyState>;
  return (
    <DataTable
      caption={settingsWords.changeCount(rows.length)}
      rows={rows}
      rowId={({ at }) => at}
      columns={[
        { id: "where", title: settingsWords.where, cell: ({ path }) => changePlace(path, labels) },
        { id: "kind", title: settingsWords.kind, cell: ({ kind }) => changeKindWords[kind] },
        {
          id: "before",
          title: settingsWords.before,
          cell: ({ kind, before }) => (kind === "added" ? "–" : valueInWords(before, labels)),
        },
        {
          id: "after",
          title: settingsWords.after,
          cell: ({ kind, after }) => (kind === "removed" ? "–" : valueInWords(after, labels)),
        },
      ]}
    />
  );
};

const labelsOf = ({ domains }: FrameworkHistory): ReadonlyMap<string, string> =>
  new Map(domains.map(({ id, label }) => [id, label]));

const Kept = ({ history }: { readonly history: FrameworkHistory }) => (
  <DataTable
    caption={settingsWords.versions}
    rows={history.versions}
    rowId={({ version }) => version}
    columns={[
      { id: "version", title: settingsWords.version, cell: ({ version }) => version },
      {
        id: "published",
        title: settingsWords.published,
        cell: ({ publishedOn }) => (publishedOn === null ? "–" : dayInWords(publishedOn)),
      },
      { id: "since", title: settingsWords.since, cell: ({ at }) => dayInWords(dayOfInstant(at, history.timeZone)) },
    ]}
  />
);

const Compared = ({
  history,
  choose,
}: {
  readonly history: FrameworkHistory;
  readonly choose: (versions: Versions) => void;
}) => {
  const styles = useStyles();
  const labels = useMemo(() => labelsOf(history), [history]);
  const { compared, versions } = history;
  if (compared === null) return <EmptyState>{settingsWords.onlyOne}</EmptyState>;
  const { from, to, changes } = compared;
  const options = versions.map(({ version }) => ({ value: version, label: version }));
  return (
    <>
      <div className={styles.choices}>
        <Choice
          label={settingsWords.from}
          options={options}
          value={from}
          onChange={(next) => choose({ from: next, to })}
        />
        <Choice label={settingsWords.to} options={options} value={to} onChange={(next) => choose({ from, to: next })} />
      </div>
      <Announce>{`${settingsWords.changes(from, to)} : ${settingsWords.changeCount(changes.length)}`}</Announce>
      <Changes changes={changes} labels={labels} />
    </>
  );
};

export const History = ({
  inForce,
}: {
  readonly inForce: { readonly version: string; readonly publishedOn: string };
}) => {
  const [versions, choose] = useState<Versions>({ from: null, to: null });
  const { value, problem, again } = useHistory(versions, inForce.version);
  return (
    <Section title={settingsWords.framework}>
      <p>{settingsWords.inForce(inForce.version, dayInWords(inForce.publishedOn))}</p>
      {problem === null ? null : <Trouble problem={problem} again={again} />}
      {value === null && problem === null ? <Loading /> : null}
      {value === null ? null : (
        <>
          <Kept history={value} />
          <Compared history={value} choose={choose} />
        </>
      )}
    </Section>
  );
};
