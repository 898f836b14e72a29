/** One line of a file: what it says of somebody, read as the forms are read, and what cannot be taken. Pure. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import { cleanText } from "../text.ts";
import type { Day } from "../participant/codes.ts";
import { addDays } from "../participant/days.ts";
import { orientationFromInputs, personFromInputs, type PersonField } from "../participant/identity-from-inputs.ts";
import { birthDateFrom, phoneFrom, shortTextFrom } from "../participant/typed.ts";
import type { Commune } from "../participant/communes.ts";
import type { Member } from "../people/member.ts";
import { folded, hasExternalId, type ImportField, type ImportMapping } from "./import-mapping.ts";
import { TYPED_PROBLEMS, type LineProblem, type LineWarning, type Said } from "./import-records.ts";
import { referentFrom } from "./import-referent.ts";
import { given, type Columns } from "./import-titles.ts";

export interface LineContext {
  readonly mapping: ImportMapping;
  readonly columns: Columns;
  readonly communes: readonly Commune[];
  readonly prescribers: readonly string[];
  readonly members: readonly Member[];
  readonly today: Day;
}

export interface LineRead {
  readonly externalId: string | null;
  /** Null where something is wrong: nothing of the line is taken. */
  readonly said: Said | null;
  readonly problems: readonly LineProblem[];
  readonly warnings: readonly LineWarning[];
}

const LONGEST_ID = 120;
const LONGEST_CELL = 60;
const shortened = (cell: string): string => {
  const letters = Array.from(cleanText(cell).replace(/\s+/gu, " "));
  return letters.length <= LONGEST_CELL ? letters.join("") : `${letters.slice(0, LONGEST_CELL).join("")}…`;
};

/** Takes notes of one line, each under the column that it is about. */
class Notes {
  readonly problems: LineProblem[] = [];
  readonly warnings: LineWarning[] = [];
  readonly #columns: Columns;
  readonly #cells: readonly string[];

  constructor(columns: Columns, cells: readonly string[]) {
    this.#columns = columns;
    this.#cells = cells;
  }

  #about(field: ImportField | null, cell?: string) {
    const column = field === null ? null : (this.#columns.titles.get(field) ?? null);
    const said = cell ?? (field === null ? "" : given(this.#columns, this.#cells, field));
    return { column, field, cell: shortened(said) };
  }

  refuse(code: LineProblem["code"], field: ImportField | null, cell?: string): void {
    this.problems.push({ code, ...this.#about(field, cell) });
  }

  warn(code: LineWarning["code"], field: ImportField | null): void {
    this.warnings.push({ code, ...this.#about(field) });
  }
}

/** Midnight beside a date says nothing more than the date. */
const withoutMidnight = (cell: string): string => cell.replace(/[T ]0?0[:h]00(?:[:.]00(?:[.,]0+)?)?Z?$/i, "");

/** Day 1 is 1 January 1900 there, and 29 February 1900 exists. */
const SERIAL_START = "1899-12-30";
const dateIn = (cell: string, { dates }: ImportMapping): string => {
  const text = withoutMidnight(cleanText(cell));
  return dates.excelSerial && /^\d{4,5}$/.test(text) ? addDays(SERIAL_START, Number(text)) : text;
};

/** A spreadsheet takes away the zero at the beginning of a number. */
const NINE_DIGITS = /^[1-9](?:[ .-]?\d){8}$/;
const phoneIn = (cell: string): string => {
  const text = cleanText(cell);
  return NINE_DIGITS.test(text) && !phoneFrom(text).ok ? `0${text}` : text;
};
const inseeIn = (cell: string): string => cleanText(cell).replace(/^(\d{4})$/, "0$1");

const prescriberIn = (cell: string, { prescribers }: ImportMapping, known: readonly string[]): string => {
  const word = folded(cell);
  if (word === "") return cell;
  const named = prescribers.find(({ name, aliases }) => [name, ...aliases].some((alias) => folded(alias) === word));
  return named?.name ?? known.find((name) => folded(name) === word) ?? cell;
};

const ANSWERS = ["yes", "no", "unknown"] as const;
/** Undefined: none of the words that the file of correspondences knows. */
const answerIn = (cell: string, { answers }: ImportMapping): (typeof ANSWERS)[number] | undefined => {
  const word = folded(cell);
  return word === "" && cleanText(cell) === ""
    ? "unknown"
    : ANSWERS.find((answer) => answers[answer].some((said) => folded(said) === word));
};

const readAnswer = (cells: readonly string[], context: LineContext, notes: Notes, field: "rightToWork" | "willing") => {
  const answer = answerIn(given(context.columns, cells, field), context.mapping);
  if (answer === undefined) notes.refuse("badAnswer", field);
  return answer ?? "unknown";
};

/** What a form would hold of this line. */
const inputsIn = (cells: readonly string[], { columns, mapping, prescribers }: LineContext): TypedInputs => {
  const cell = (field: ImportField): string => given(columns, cells, field);
  const place = [inseeIn(cell("insee")), cell("commune"), cell("postalCode")].find((said) => said.trim() !== "");
  return {
    givenName: cell("givenName"),
    familyName: cell("familyName"),
    birthDate: dateIn(cell("birthDate"), mapping),
    commune: cleanText(place ?? "").replace(/\s+/gu, " "),
    phone: phoneIn(cell("phone")),
    email: cell("email"),
    address: cell("address"),
    prescriber: prescriberIn(cell("prescriber"), mapping, prescribers),
    orientationOn: dateIn(cell("orientationOn"), mapping),
  };
};

const FIELD_OF: Readonly<Record<PersonField, ImportField>> = {
  givenName: "givenName",
  familyName: "familyName",
  birthDate: "birthDate",
  commune: "commune",
  phone: "phone",
  email: "email",
  address: "address",
  prescriber: "prescriber",
  orientationOn: "orientationOn",
  rightToWork: "rightToWork",
  willing: "willing",
};

type ReadProblems = Partial<Readonly<Record<PersonField, string>>>;
const noteProblems = (problems: ReadProblems, notes: Notes): void => {
  for (const field of PERSON_FIELDS) {
    const code = TYPED_PROBLEMS.find((known) => known === problems[field]);
    if (code !== undefined) notes.refuse(code, FIELD_OF[field]);
  }
};
const PERSON_FIELDS = [
  "givenName",
  "familyName",
  "birthDate",
  "phone",
  "email",
  "address",
  "prescriber",
  "orientationOn",
] as const;

/** In a file, « hier » or a year on two digits is no date of an orientation: it would be another one tomorrow. */
const orientationIn = (inputs: TypedInputs, { today }: LineContext) => {
  const typed = inputs["orientationOn"] ?? "";
  const written = birthDateFrom(typed, today);
  if (!written.ok && (written.problem === "notADate" || written.problem === "yearOnTwoDigits"))
    return { ok: false, problems: { orientationOn: written.problem } } as const;
  return orientationFromInputs({ orientationOn: typed }, today);
};

const readExternalId = (cells: readonly string[], { columns, mapping }: LineContext, notes: Notes): string | null => {
  if (!hasExternalId(mapping) || !columns.places.has("externalId")) return null;
  const read = shortTextFrom(given(columns, cells, "externalId"), LONGEST_ID);
  if (!read.ok) notes.refuse(read.problem === "empty" ? "noExternalId" : "tooLong", "externalId");
  return read.ok ? read.value : null;
};

const readReferent = (cells: readonly string[], context: LineContext, notes: Notes): string | null => {
  const found = referentFrom(given(context.columns, cells, "referent"), context);
  if (found.kind === "found") return found.id;
  if (found.kind !== "empty") notes.refuse(found.kind, "referent");
  return null;
};

/** Reads a line whole: every problem at once, so that one correction of the file is enough. */
export const readLine = (cells: readonly string[], context: LineContext): LineRead => {
  const notes = new Notes(context.columns, cells);
  const inputs = inputsIn(cells, context);
  if (cells.length > context.columns.count) notes.refuse("tooManyCells", null, String(cells.length));
  if (cells.length < context.columns.count) notes.refuse("tooFewCells", null, String(cells.length));
  const externalId = readExternalId(cells, context, notes);
  const person = personFromInputs(inputs, context);
  const orientation = orientationIn(inputs, context);
  noteProblems({ ...(person.ok ? {} : person.problems), ...(orientation.ok ? {} : orientation.problems) }, notes);
  const answers = {
    rightToWork: readAnswer(cells, context, notes, "rightToWork"),
    willing: readAnswer(cells, context, notes, "willing"),
  };
  const referentId = readReferent(cells, context, notes);
  const { problems, warnings } = notes;
  if (!person.ok || !orientation.ok || problems.length > 0) return { externalId, said: null, problems, warnings };
  const dated = (inputs["orientationOn"] ?? "") !== "";
  const { details } = person;
  if (details.communeTyped !== null) notes.warn("communeToComplete", "commune");
  if (inputs["phone"] !== cleanText(given(context.columns, cells, "phone"))) notes.warn("zeroAdded", "phone");
  if (details.prescriber !== null && !context.prescribers.includes(details.prescriber))
    notes.warn("unknownPrescriber", "prescriber");
  if (!dated) notes.warn("noOrientationDate", "orientationOn");
  const orientedOn = dated ? orientation.details.orientedOn : null;
  return { externalId, said: { ...details, orientedOn, ...answers, referentId }, problems, warnings };
};
