/** The diagnostic of one evaluation, as a profile or as a table of all of them. */
import { Button } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { Person, PersonRead, PersonRound } from "../../../src/contracts/person.ts";
import { heardLevel, levelWords } from "../../../src/wording/figures.ts";
import { upperFirst } from "../../../src/wording/lists.ts";
import { roundWords, sourceWords } from "../../../src/wording/situation.ts";
import { personWords, profileWords as words } from "../../../src/wording/tab-person.ts";
import { Choice } from "../../ui/choice.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { Panel, Section } from "../../ui/page.tsx";
import { dayInWords } from "../../../src/wording/dates.ts";
import { ExtentOf } from "./extent.tsx";
import { foundWords } from "./notes.tsx";
import { absentWords, movedSince, ProfileChart, type ProfileProps } from "./profile-chart.tsx";
import { frameworkOf } from "./reading.ts";
import { useShared } from "./styles.ts";

type Line = ProfileProps["framework"]["domains"][number];

/** Each evaluation has its two columns, the first evaluation first. */
const columnsOf = ({ read, round, framework }: ProfileProps): readonly Column<Line>[] => {
  const findingIn = ({ findings }: PersonRound, { id }: Line) => findings.find(({ domain }) => domain === id);
  const ofRound = (one: PersonRound): readonly Column<Line>[] => {
    const labels = frameworkOf(read, one.version) ?? framework;
    return [
      {
        id: `noted${one.number}`,
        title: words.columns.noted(roundWords(one.number)),
        cell: (line) => {
          const found = findingIn(one, line);
          return found === undefined ? absentWords(read, line.id) : foundWords(labels, found);
        },
      },
      {
        id: `own${one.number}`,
        title: words.columns.own(roundWords(one.number)),
        cell: (line) => {
          const own = findingIn(one, line)?.selfSeverity ?? null;
          return own === null ? words.notAsked : levelWords(labels, own);
        },
      },
    ];
  };
  return [
    { id: "domain", title: words.columns.domain, cell: ({ label }) => label },
    ...[...read.rounds].reverse().flatMap(ofRound),
    ...(round.findings.some(({ seen }) => seen !== null)
      ? (["said", "seen"] as const).map((kind) => ({
          id: kind,
          title: words.columns[kind],
          cell: (line: Line) => {
            const heard = findingIn(round, line)?.[kind] ?? null;
            return heard === null
              ? ""
              : words.heard(upperFirst(heardLevel(framework, heard.severity)), dayInWords(heard.on));
          },
        }))
      : []),
    ...(round.movement === null
      ? []
      : [
          {
            id: "moved",
            title: words.columns.moved,
            cell: ({ id }: Line) => movedSince({ round, framework }, id) ?? "",
          },
        ]),
    {
      id: "source",
      title: words.columns.source,
      cell: (line) => {
        const source = findingIn(round, line)?.source ?? null;
        return source === null ? "" : words.source(sourceWords[source.kind], dayInWords(source.on), source.by);
      },
    },
  ];
};

const ChartOrTable = (props: ProfileProps) => {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <>
      <div id={id}>
        {asTable ? (
          <DataTable
            caption={words.caption}
            rows={props.framework.domains}
            rowId={(line) => line.id}
            columns={columnsOf(props)}
          />
        ) : (
          <ProfileChart {...props} />
        )}
      </div>
      <Button size="small" appearance="subtle" aria-controls={id} onClick={() => setAsTable(!asTable)}>
        {asTable ? words.asChart : words.asTable}
      </Button>
    </>
  );
};

export const Profile = ({ person, read }: { readonly person: Person; readonly read: PersonRead }) => {
  const shared = useShared();
  const [chosen, choose] = useState<string>();
  const [latest] = read.rounds;
  const round = read.rounds.find(({ number }) => String(number) === chosen) ?? latest;
  const framework = round === undefined ? undefined : frameworkOf(read, round.version);
  if (round === undefined || framework === undefined) return null;
  return (
    <Section title={personWords.sections.profile}>
      <Panel>
        <div className={shared.stack}>
          {read.rounds.length < 2 ? null : (
            <Choice
              label={words.round}
              value={String(round.number)}
              onChange={choose}
              options={read.rounds.map(({ number }) => ({ value: String(number), label: roundWords(number) }))}
            />
          )}
          <ChartOrTable person={person} read={read} round={round} framework={framework} />
          <ExtentOf round={round} framework={framework} />
        </div>
      </Panel>
    </Section>
  );
};
