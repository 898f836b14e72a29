/** *Tableau de bord* as tables that leave the product: what its reader sees, small numbers masked everywhere. */
import type { Follow, Lead } from "../domain/dashboard/dashboard.ts";
import type { Decisions } from "../domain/dashboard/decisions.ts";
import type { Equity } from "../domain/dashboard/equity.ts";
import type { Figure } from "../domain/dashboard/figures.ts";
import type { Handovers } from "../domain/dashboard/handed-over.ts";
import { HANDED_OVER } from "../domain/dashboard/handover-marks.ts";
import type { MaskedCount } from "../domain/dashboard/mask.ts";
import type { NeedsTable } from "../domain/dashboard/needs-table.ts";
import { BECAME, type Origins, type OriginTable } from "../domain/dashboard/orientations.ts";
import type { Asked } from "../domain/dashboard/reading.ts";
import { MOVES, type TerritoryRow } from "../domain/dashboard/territory.ts";
import { dayInWords } from "../wording/dates.ts";
import { notMetReasonWords } from "../wording/ending.ts";
import { movementKindWords } from "../wording/figures.ts";
import { upperFirst } from "../wording/lists.ts";
import { outcomeWords } from "../wording/reviews.ts";
import { milestoneWords } from "../wording/situation.ts";
import { stepWords } from "../wording/steps.ts";
import * as words from "../wording/tab-dashboard.ts";
import { themeInWords } from "../wording/themes.ts";
import { territoryNeedsWords } from "../wording/territory-needs.ts";
import type { DataCell, DataSheet } from "./data-sheet.ts";

export interface DashboardToWrite {
  readonly plie: string;
  readonly asked: Asked;
  readonly referents: readonly { readonly id: string; readonly name: string | null }[];
  readonly names: {
    readonly domains: Readonly<Record<string, string>>;
    readonly leads: Readonly<Record<string, string>>;
    readonly levels: readonly string[];
    readonly groups: readonly string[];
    readonly prescribers: readonly string[];
    readonly partners: Readonly<Record<string, string>>;
  };
  readonly follow: Follow;
  readonly lead: Lead | null;
}
type Names = DashboardToWrite["names"];

const { dashboardTitles: titles, dashboardNotes: notes, dashboardWords: said } = words;
const out = ({ out: shown }: Figure): DataCell => words.maskedCell(shown);
const cell = (shown: MaskedCount): DataCell => words.maskedCell(shown);

type Sheet = Pick<DataSheet, "columns" | "rows"> & { readonly of: words.DashboardTitle; readonly about?: string[] };

const orientationsSheet = ({ oriented, entered, late, outreach }: Follow): Sheet => ({
  of: "orientations",
  columns: [said.what, said.number],
  rows: [
    [words.orientedWords.total, out(oriented.total)],
    [words.orientedWords.met, out(oriented.met)],
    [words.orientedWords.waiting, out(oriented.waiting)],
    [words.orientedWords.reaching, out(oriented.reaching)],
    [words.orientedWords.notMet, out(oriented.notMet)],
    [words.orientedWords.entered, out(entered)],
    [words.orientedWords.late, out(late)],
    [words.orientedWords.outreach, out(outreach)],
  ],
});

const followSheets = (follow: Follow): readonly Sheet[] => [
  orientationsSheet(follow),
  {
    ...{ of: "firstPhase", about: [notes.firstPhase], columns: [said.what, said.number] },
    rows: follow.steps.map(({ step, people }) => [stepWords[step], out(people)]),
  },
  {
    ...{ of: "milestones", about: [notes.milestones] },
    columns: [said.what, words.milestoneColumns.late, words.milestoneColumns.coming],
    rows: follow.milestones.map(({ milestone, late, coming }) => [milestoneWords[milestone], out(late), out(coming)]),
  },
  {
    ...{ of: "delays", about: [notes.delays], columns: [said.what, words.medianColumn, said.number] },
    rows: follow.delays.map(({ delay, people, median, mayGoOut }) => [
      words.delayWords[delay],
      people === 0 ? said.none : mayGoOut ? median : words.tooFewToSay,
      people === 0 || mayGoOut ? people : words.tooFewToSay,
    ]),
  },
];

const fileSheet = ({ start, entries, exits, exitsTotal, end, percent, mayGoOut }: Lead["file"]): Sheet => ({
  ...{ of: "file", about: [notes.file], columns: [said.what, said.number] },
  rows: [
    [words.fileWords.start, out(start)],
    [words.fileWords.entries, out(entries)],
    ...exits.map(({ how, people }): DataCell[] => [words.fileWords.exit(words.leaveWords[how]), out(people)]),
    [words.fileWords.exits, out(exitsTotal)],
    [words.fileWords.end, out(end)],
    [`${words.positiveWords}, %`, mayGoOut || percent === null ? percent : words.tooFewToSay],
  ],
});

const decisionSheets = ({ entries, entriesTotal, goOn, exits, concordance }: Decisions, names: Names): Sheet[] => [
  {
    ...{ of: "decisions", columns: [said.what, said.number] },
    rows: [
      ...entries.map(({ outcome, to, people }) => [
        [outcomeWords[outcome], ...(to === null ? [] : [names.leads[to] ?? to])].join(" : "),
        out(people),
      ]),
      [said.total, out(entriesTotal)],
    ],
  },
  {
    ...{ of: "exits", about: [notes.exits], columns: [said.what, said.number] },
    rows: [
      ...exits.flatMap(({ phase, outcomes }) =>
        outcomes.map(({ outcome, people }): DataCell[] => [
          `${words.phaseWords[phase]} : ${outcomeWords[outcome]}`,
          out(people),
        ]),
      ),
      [outcomeWords.goOn, out(goOn)],
    ],
  },
  {
    ...{ of: "concordance", about: [notes.concordance, ...(concordance.alarm ? [words.concordanceAlarm] : [])] },
    columns: [said.what, said.number],
    rows: (["yes", "no", "none"] as const).map((way) => [words.concordanceWords[way], out(concordance[way])]),
  },
];

const territorySheet = (
  of: "barriers" | "moved",
  rows: readonly TerritoryRow[],
  columns: readonly string[],
  { domains }: Names,
): Sheet => ({
  ...{ of, about: [notes.territory, notes.masked] },
  columns: [words.needsColumns.domain, ...columns, said.total],
  rows: rows.map(({ domain, cells, total }) => [domains[domain] ?? domain, ...cells.map(cell), cell(total)]),
});

const equitySheet = (equity: Equity, asked: Asked): Sheet => {
  const { stay, out: away, total, percent } = words.equityColumns;
  const about = [notes.equity(words.yearOfDay(asked.to)), notes.equityWays, notes.masked];
  const columns = [said.what, stay, away, total, percent];
  if (equity.kind !== "tables")
    return {
      ...{ of: "equity", about, columns: [said.what] },
      rows: [[equity.kind === "nobody" ? words.equityNobody : words.equityTooFew]],
    };
  const { whole, tables } = equity;
  const line = (label: string, row: typeof whole): DataCell[] => [
    label,
    ...[row.stay, row.out, row.total].map(cell),
    row.outPercent,
  ];
  const rows = tables.flatMap(({ criterion, rows: values }) =>
    values.map((row) =>
      line(`${words.criterionWords[criterion]} : ${words.criterionLabel(criterion, row.value)}`, row),
    ),
  );
  return { of: "equity", about, columns, rows: [...rows, line(said.total, whole)] };
};

const needsSheet = (of: "unmet" | "saturated", table: NeedsTable, { domains, groups }: Names): Sheet => {
  const columns = [...groups, ...(table.some(({ groups: of_ }) => of_.length > groups.length) ? [""] : [])];
  return {
    ...{ of, about: [notes.territory, notes.masked] },
    columns: [
      words.needsColumns.theme,
      ...columns.map((group) => group || territoryNeedsWords.groupNotKnown),
      said.total,
    ],
    rows: table.map(({ theme, groups: people, total }) => [
      domains[theme] === undefined ? themeInWords(theme) : territoryNeedsWords.noTheme(domains[theme]),
      ...people.map((one) => cell(one.people)),
      cell(total),
    ]),
  };
};

const originSheet = (
  of: "prescribers" | "origins",
  table: OriginTable,
  title: string,
  named: readonly string[],
): Sheet => {
  const about = [words.originWords.note, notes.masked];
  if (table.kind !== "table")
    return { ...{ of, about, columns: [said.what] }, rows: [[words.originWords[table.kind]]] };
  return {
    ...{ of, about },
    columns: [title, ...BECAME.map((what) => words.orientedWords[what]), said.total],
    rows: table.rows.map(({ rank, cells, total }) => [
      named[Number(rank)] ?? words.originWords.unknown,
      ...cells.map(cell),
      cell(total),
    ]),
  };
};

const originSheets = ({ prescribers, groups, notMet }: Origins, names: Names): readonly Sheet[] => [
  originSheet("prescribers", prescribers, words.originWords.prescriber, names.prescribers),
  originSheet("origins", groups, words.originWords.group, names.groups),
  {
    ...{ of: "notMet", about: [words.originWords.note, notes.masked], columns: [said.what, said.number] },
    rows:
      notMet.length === 0
        ? [[words.originWords.nobodyLost]]
        : notMet.map(({ reason, people }) => [notMetReasonWords(reason), cell(people)]),
  },
];

const handoverSheets = ({ rows, refusals }: Handovers, { leads, partners }: Names): readonly Sheet[] => {
  const { handedOverWords: named } = words;
  const empty = { columns: [said.what], rows: [[named.noRefusal]] };
  return [
    {
      ...{ of: "handovers", about: [named.note] },
      columns: [said.what, ...rows.map(({ what }) => named[what])],
      rows: [
        [named.total, ...rows.map(({ total }) => out(total))],
        ...HANDED_OVER.map((outcome) => [named[outcome], ...rows.map(({ people }) => out(people[outcome]))]),
      ],
    },
    {
      ...{ of: "refusals", about: [named.refusalsNote], ...empty },
      ...(refusals.rows.length === 0
        ? {}
        : {
            columns: [named.partner, ...refusals.reasons.map((why) => words.refusedForWords[why]), said.total],
            rows: refusals.rows.map(({ partner, cells, total }) => [
              words.partnerWords(partner, leads),
              ...cells.map(out),
              out(total),
            ]),
          }),
    },
    {
      ...{ of: "refusedBy", about: [named.refusalsNote], ...empty },
      ...(refusals.structures.length === 0
        ? {}
        : {
            columns: [named.structure, said.number],
            rows: refusals.structures.map(({ service, people }) => [
              words.structureWords(service, partners),
              out(people),
            ]),
          }),
    },
  ];
};

const leadSheets = (lead: Lead, { asked, names, referents }: DashboardToWrite): readonly Sheet[] => [
  fileSheet(lead.file),
  ...decisionSheets(lead.decisions, names),
  {
    ...{ of: "workload", about: [notes.workload] },
    columns: [
      words.needsColumns.referent,
      ...(lead.workload[0]?.cells ?? []).map(({ step }) => stepWords[step]),
      said.total,
    ],
    rows: lead.workload.map(({ referent, cells, total }) => [
      referents.find(({ id }) => id === referent)?.name ?? said.gone,
      ...cells.map(({ people }) => out(people)),
      out(total),
    ]),
  },
  territorySheet("barriers", lead.barriers, names.levels, names),
  territorySheet(
    "moved",
    lead.moved,
    MOVES.map((move) => upperFirst(movementKindWords[move])),
    names,
  ),
  equitySheet(lead.equity, asked),
  ...originSheets(lead.origins, names),
  ...handoverSheets(lead.handovers, names),
  needsSheet("unmet", lead.unmet, names),
  needsSheet("saturated", lead.saturated, names),
];

/** Whom and which days it is about, said on each table. */
const context = ({ plie, asked: { from, to, referent, today }, referents }: DashboardToWrite): string => {
  const who = referent === null ? said.everyone : (referents.find(({ id }) => id === referent)?.name ?? said.gone);
  return `${plie}. Du ${dayInWords(from)} au ${dayInWords(to)}. ${who}. Établi le ${dayInWords(today)}.`;
};

export const dashboardSheets = (dashboard: DashboardToWrite): readonly DataSheet[] => {
  const sheets = [
    ...followSheets(dashboard.follow),
    ...(dashboard.lead === null ? [] : leadSheets(dashboard.lead, dashboard)),
  ];
  return sheets.map(({ of, about = [], columns, rows }) => ({
    ...{ name: titles[of], title: titles[of], columns, rows },
    notes: [context(dashboard), said.outMasked, ...about],
  }));
};
