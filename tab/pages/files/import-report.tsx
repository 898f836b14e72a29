/** What an import would do, does and did: counts, then the lines of one of them. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { importPage, type ImportedLine, type ImportList, type ImportState } from "../../../src/contracts/import.ts";
import { tabImportWords as words } from "../../../src/wording/tab-import.ts";
import { LiveView } from "../../app/live-view.tsx";
import { useLive } from "../../app/use-live.ts";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";

const useStyles = makeStyles({ line: { marginBlock: "0.75rem", overflowWrap: "anywhere" } });

interface Choosing {
  readonly choices: ReadonlyMap<number, string>;
  readonly choose: (line: number, choice: string) => void;
}

interface Count {
  readonly list: ImportList;
  readonly what: string;
  readonly count: number;
}

const countsOf = ({ state, plans, ends, warned }: ImportState): readonly Count[] => {
  const planned = [
    { list: "plan.refused", what: words.plans.refused, count: plans.refused },
    { list: "plan.duplicate", what: words.plans.duplicate, count: plans.duplicate },
    { list: "plan.create", what: words.plans.create, count: plans.create },
    { list: "plan.update", what: words.plans.update, count: plans.update },
    { list: "plan.conflict", what: words.plans.conflict, count: plans.conflict },
    { list: "plan.aside", what: words.plans.aside, count: plans.aside },
    { list: "plan.same", what: words.plans.same, count: plans.same },
    { list: "warned", what: words.warned, count: warned },
  ] as const;
  const done = [
    { list: "end.created", what: words.ends.created, count: ends.created },
    { list: "end.updated", what: words.ends.updated, count: ends.updated },
    { list: "end.conflict", what: words.ends.conflict, count: ends.conflict },
    { list: "end.left", what: words.ends.left, count: ends.left },
    { list: "plan.refused", what: words.plans.refused, count: plans.refused },
    { list: "plan.aside", what: words.plans.aside, count: plans.aside },
    { list: "plan.same", what: words.plans.same, count: plans.same + ends.same },
  ] as const;
  return (state === "read" ? planned : done).filter(({ count }) => count > 0);
};

const whyNothing = ({ plans, lines }: ImportState): string => {
  if (plans.refused > 0) return words.nothingRight;
  return plans.same === lines ? words.nothing : words.nothingToTouch;
};

const Line = ({ line, choosing }: { readonly line: ImportedLine; readonly choosing: Choosing | null }) => {
  const who = [words.line(line.line), line.name ?? "", line.code ?? ""].filter((part) => part !== "").join(" · ");
  const said = [
    ...line.problems,
    ...line.warnings,
    ...line.changes.map(({ field, from, to }) => words.change(field, from, to)),
    ...line.conflicts.map(({ field, from, to }) => words.conflict(field, from, to)),
    ...(line.twin === null ? [] : [words.twin(line.twin)]),
  ];
  return (
    <li className={useStyles().line}>
      <strong>{who}</strong>
      {said.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
      {choosing === null ? null : (
        <Choice
          label={words.who(line.line)}
          value={choosing.choices.get(line.line) ?? line.choice ?? ""}
          onChange={(choice) => choosing.choose(line.line, choice)}
          options={[
            { value: "", label: words.choose },
            ...line.mayBe.map(({ code, label }) => ({ value: code, label: words.samePerson(label) })),
            { value: "another", label: words.another },
            { value: "leave", label: words.leave },
          ]}
        />
      )}
    </li>
  );
};

const titles: Readonly<Record<ImportState["state"], string>> = {
  ...{ read: words.report, applying: words.progress, done: words.done, expired: words.expired },
};

export const Report = ({ first, choices, choose }: Choosing & { readonly first: ImportState }) => {
  const [list, setList] = useState<ImportList>(
    first.plans.refused > 0 ? "plan.refused" : first.plans.duplicate > 0 ? "plan.duplicate" : "plan.create",
  );
  const [cursor, setCursor] = useState<string | null>(null);
  const query = new URLSearchParams({ show: list, ...(cursor === null ? {} : { cursor }) });
  const live = useLive(`/api/import/${first.run}?${query.toString()}`, importPage);
  const show = (next: ImportList): void => {
    setList(next);
    setCursor(null);
  };
  return (
    <LiveView live={live}>
      {({ import: now, lines, cursor: next }) => (
        <Section title={titles[now.state]}>
          {now.state === "expired" ? <p>{words.expiredAbout(now.doneLines, now.toDo)}</p> : null}
          {now.state === "applying" ? <p role="status">{words.onItsWay(now.doneLines, now.toDo)}</p> : null}
          {now.state === "read" && now.toDo === 0 ? <p>{whyNothing(now)}</p> : null}
          {now.ignored.length === 0 ? null : <p>{words.ignored(now.ignored.join(", "))}</p>}
          <DataTable
            caption={words.caption}
            columns={[
              { id: "what", title: words.what, cell: ({ what }: Count) => what },
              { id: "count", title: words.count, cell: ({ count }: Count) => count, number: true },
              {
                id: "show",
                title: words.lines,
                cell: (one: Count) => (
                  <Button aria-label={words.showLines(one.what)} onClick={() => show(one.list)}>
                    {words.show}
                  </Button>
                ),
              },
            ]}
            rows={countsOf(now)}
            rowId={({ list: id }: Count) => id}
          />
          <ul>
            {lines.map((line) => (
              <Line
                key={line.line}
                line={line}
                choosing={list === "plan.duplicate" && now.state === "read" ? { choices, choose } : null}
              />
            ))}
          </ul>
          {next === null ? null : <Button onClick={() => setCursor(next)}>{words.more}</Button>}
        </Section>
      )}
    </LiveView>
  );
};
