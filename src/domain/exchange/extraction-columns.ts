/**
 * The columns of the *extraction mensuelle*: one list (`config/papers/extraction.json`), printed with each file and shown in the tab. No name, no
 * narrative, no level, no attempt, no absence.
 *
 * Typed ESF+ items come after them, one column each, whichever version of the questionnaire asks them.
 */
import { z } from "zod";
import { DECLINED, ESF_STAGES, type EsfStage } from "../esf/codes.ts";
import { itemsOf, valuesOf, type Item, type Questionnaire } from "../esf/questionnaire.ts";

/** What a case can say of a month. */
export const EXTRACTION_FIELDS = [
  "code",
  "referent",
  "prescriber",
  "commune",
  "qpv",
  "status",
  "step",
  "orientedOn",
  "firstContactOn",
  "enteredOn",
  "t0On",
  "synthesisOn",
  "decisionOn",
  "decision",
  "handoverSentOn",
  "handoverAcceptedOn",
  "actionsPlanned",
  "actionsDone",
  "actionKinds",
  "actionDates",
  "exitOn",
  "exitKind",
  "exitPositive",
  "piecesMissing",
  "piecesMissingCount",
  "esfEntrySignedOn",
  "esfExitSignedOn",
  "esfLaterSignedOn",
] as const;
export type ExtractionField = (typeof EXTRACTION_FIELDS)[number];

/** `list`: several values, separated by « ; ». */
export const COLUMN_FORMATS = ["text", "date", "number", "list"] as const;

const line = z.string().trim().min(1).max(300);
/** Codes and the French words that stand for them in the file; a value that is not here is written as it is. */
const values = z.record(z.string(), line);

export const extractionColumn = z.strictObject({
  id: z.string().max(80),
  title: line,
  meaning: line,
  format: z.enum(COLUMN_FORMATS),
  /** Where it is recorded. */
  source: line,
  values: values.optional(),
});
export type ExtractionColumn = z.infer<typeof extractionColumn>;

/** How a typed ESF+ item is described: its title is the question's own. */
const esfColumns = z.strictObject({
  stages: z.record(z.enum(ESF_STAGES), line),
  meaning: line,
  /** Before the codes of the indicators that the item feeds. */
  feeds: line,
  unconfirmed: line,
  declined: line,
  /** The birth date leaves as an age. */
  age: line,
  source: line,
});

export const extractionRules = z
  .strictObject({
    version: z.string().trim().min(1).max(40),
    /** Day of the next month from which a month is made for good. */
    freezeDay: z.number().int().min(1).max(28),
    sheets: z.strictObject({ rows: line, columns: line }),
    columns: z.array(extractionColumn.extend({ id: z.enum(EXTRACTION_FIELDS) })).min(1),
    esf: esfColumns,
    /** Names of the values above that no authority has confirmed to this PLIE yet. */
    unconfirmed: z.array(z.string()).max(20),
  })
  .refine(({ columns }) => new Set(columns.map(({ id }) => id)).size === columns.length, {
    path: ["columns"],
    message: "une colonne est écrite deux fois",
  })
  .refine(({ columns }) => columns[0]?.id === "code", {
    path: ["columns", 0],
    message: "le code du dossier est la première colonne",
  });
export type ExtractionRules = z.infer<typeof extractionRules>;

export const esfColumnId = (stage: EsfStage, item: string): string => `esf.${stage}.${item}`;

const codesFedBy = (item: Item): readonly string[] => [
  ...new Set([...item.feeds, ...valuesOf(item).flatMap(({ feeds }) => feeds)].map(({ indicator }) => indicator)),
];

/** One question in every version that asks it, the latest first. */
type Asked = readonly { readonly item: Item; readonly of: Questionnaire }[];

/** Each one once, whichever versions ask it: a sheet is read with its own, and a month holds sheets of several. */
const askedIn = (versions: readonly Questionnaire[]): readonly Asked[] => {
  const all = versions.flatMap((of) => itemsOf(of).map((item) => ({ item, of })));
  const ids = new Set(all.map(({ item }) => item.id));
  return [...ids].map((id) => all.filter(({ item }) => item.id === id));
};

const codesOf = (esf: ExtractionRules["esf"], asked: Asked): readonly string[] => {
  const fed = new Set(asked.flatMap((one) => codesFedBy(one.item)));
  return [...fed].map((code) => {
    const known = asked.flatMap((one) => one.of.indicators.find((indicator) => indicator.code === code) ?? []);
    return (known[0]?.confirmed ?? false) ? code : `${code} (${esf.unconfirmed})`;
  });
};

const ofItem = (esf: ExtractionRules["esf"], stage: EsfStage, asked: Asked): readonly ExtractionColumn[] => {
  const [latest] = asked;
  if (latest === undefined) return [];
  const { item, of } = latest;
  const codes = codesOf(esf, asked);
  const isBirth = item.id === of.birth;
  const offered = Object.fromEntries(
    asked.toReversed().flatMap((one) => valuesOf(one.item).map(({ value, label }) => [value, label] as const)),
  );
  const format = isBirth ? "number" : item.type === "date" ? "date" : item.type === "choices" ? "list" : "text";
  return [
    {
      id: esfColumnId(stage, item.id),
      title: `${esf.stages[stage]} : ${isBirth ? esf.age : item.label}`,
      meaning: codes.length === 0 ? esf.meaning : `${esf.meaning} ${esf.feeds} ${codes.join(", ")}.`,
      format,
      source: `${esf.source} (${asked.map((one) => one.of.version).join(", ")})`,
      values: { ...offered, [DECLINED]: esf.declined },
    },
  ];
};

/** Every column of a month that is made now: `esf` has each questionnaire in every version, the present one first; the framework's kinds of actions named by their own words. */
export const columnsOf = (
  rules: ExtractionRules,
  esf: Readonly<Record<EsfStage, readonly Questionnaire[]>>,
  kinds: Readonly<Record<string, string>>,
): readonly ExtractionColumn[] => [
  ...rules.columns.map((column) =>
    column.id === "actionKinds" ? { ...column, values: { ...kinds, ...column.values } } : column,
  ),
  ...ESF_STAGES.flatMap((stage) => askedIn(esf[stage]).flatMap((asked) => ofItem(rules.esf, stage, asked))),
];
