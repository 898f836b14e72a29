/** One line of a file: what it says of somebody, read as the forms are read, and what cannot be taken. Pure. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import { cleanText } from "../text.ts";
import type { Day } from "../participant/codes.ts";
import { orientationFromInputs, personFromInputs, type PersonField } from "../participant/identity-from-inputs.ts";
import { birthDateFrom, shortTextFrom } from "../participant/typed.ts";
import type { Commune } from "../participant/communes.ts";
import type { Member } from "../people/member.ts";
import { answerIn, dateIn, emailIn, inseeIn, nameIn, numberIn, phoneIn, prescriberIn, textIn } from "./import-cell.ts";
import { hasExternalId, type ImportField, type ImportMapping } from "./import-mapping.ts";
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

const readAnswer = (cells: readonly string[], context: LineContext, notes: Notes, field: "rightToWork" | "willing") => {
  const answer = answerIn(given(context.columns, cells, field), context.mapping);
  if (answer === undefined) notes.refuse("badAnswer", field);
  return answer ?? "unknown";
};

/** The column that says where the person lives: the most precise that is filled. */
const PLACES = ["insee", "commune", "postalCode"] as const;
const placeIn = (cells: readonly string[], { columns, mapping }: LineContext): (typeof PLACES)[number] =>
  PLACES.find((field) => textIn(given(columns, cells, field), mapping).trim() !== "") ?? "commune";

/** What a form would hold of this line. */
const inputsIn = (cells: readonly string[], context: LineContext): TypedInputs => {
  const { columns, mapping, prescribers } = context;
  const cell = (field: ImportField): string => given(columns, cells, field);
  const place = placeIn(cells, context);
  const commune = place === "insee" ? inseeIn(cell(place), mapping) : textIn(cell(place), mapping);
  return {
    givenName: nameIn(cell("givenName")),
    familyName: nameIn(cell("familyName")),
    birthDate: dateIn(cell("birthDate"), mapping),
    commune: cleanText(commune).replace(/\s+/gu, " "),
    phone: phoneIn(cell("phone"), mapping).typed,
    email: emailIn(cell("email"), mapping),
    address: textIn(cell("address"), mapping),
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

/** In a file, « hier » is no date of an orientation: it would be another one tomorrow. A year on two digits is read as the forms read it, and shown. */
const orientationIn = (inputs: TypedInputs, { today }: LineContext) => {
  const typed = inputs["orientationOn"] ?? "";
  const written = birthDateFrom(typed, today);
  if (!written.ok && written.problem === "notADate")
    return { ok: false, problems: { orientationOn: written.problem } } as const;
  const read = orientationFromInputs({ orientationOn: typed }, today);
  return read.ok ? { ...read, shortYear: !written.ok && written.problem === "yearOnTwoDigits" } : read;
};

const readExternalId = (cells: readonly string[], { columns, mapping }: LineContext, notes: Notes): string | null => {
  if (!hasExternalId(mapping) || !columns.places.has("externalId")) return null;
  const read = shortTextFrom(numberIn(given(columns, cells, "externalId"), mapping), LONGEST_ID);
  if (!read.ok) notes.refuse(read.problem === "empty" ? "noExternalId" : "tooLong", "externalId");
  return read.ok ? read.value : null;
};

const readReferent = (cells: readonly string[], context: LineContext, notes: Notes): string | null => {
  const found = referentFrom(given(context.columns, cells, "referent"), context);
  if (found.kind === "found") return found.id;
  if (found.kind !== "empty") notes.refuse(found.kind, "referent");
  return null;
};

/** Whether a line that is cut short holds at least every column that a file must have. */
const holdsRequired = (count: number, { columns, mapping }: LineContext): boolean =>
  mapping.required.every((field) => (columns.places.get(field) ?? 0) < count);

/** Of a line whose cells are not under their titles, nothing else is worth saying. */
const isShifted = (cells: readonly string[], context: LineContext, notes: Notes): boolean => {
  const { count } = context.columns;
  if (cells.length > count) notes.refuse("tooManyCells", null, String(cells.length));
  if (cells.length >= count) return cells.length > count;
  // Some spreadsheets leave out the separators of the last columns when they are empty.
  if (holdsRequired(cells.length, context)) {
    notes.warn("endMissing", null);
    return false;
  }
  notes.refuse("tooFewCells", null, String(cells.length));
  return true;
};

/** What is taken and worth a look. */
const warnOf = (cells: readonly string[], context: LineContext, said: Said, shortYear: boolean, notes: Notes): void => {
  const { columns, mapping, prescribers } = context;
  if (said.communeTyped !== null) notes.warn("communeToComplete", placeIn(cells, context));
  if (phoneIn(given(columns, cells, "phone"), mapping).mended) notes.warn("zeroAdded", "phone");
  if (said.prescriber !== null && !prescribers.includes(said.prescriber)) notes.warn("unknownPrescriber", "prescriber");
  if (said.orientedOn === null) notes.warn("noOrientationDate", "orientationOn");
  if (shortYear) notes.warn("yearCompleted", "orientationOn");
};

/** Reads a line whole: every problem at once, so that one correction of the file is enough. */
export const readLine = (cells: readonly string[], context: LineContext): LineRead => {
  const notes = new Notes(context.columns, cells);
  const { problems, warnings } = notes;
  if (isShifted(cells, context, notes)) return { externalId: null, said: null, problems, warnings };
  const inputs = inputsIn(cells, context);
  const externalId = readExternalId(cells, context, notes);
  const person = personFromInputs(inputs, context);
  const orientation = orientationIn(inputs, context);
  noteProblems({ ...(person.ok ? {} : person.problems), ...(orientation.ok ? {} : orientation.problems) }, notes);
  const answers = {
    rightToWork: readAnswer(cells, context, notes, "rightToWork"),
    willing: readAnswer(cells, context, notes, "willing"),
  };
  const referentId = readReferent(cells, context, notes);
  if (!person.ok || !orientation.ok || problems.length > 0) return { externalId, said: null, problems, warnings };
  const orientedOn = (inputs["orientationOn"] ?? "") === "" ? null : orientation.details.orientedOn;
  const said = { ...person.details, orientedOn, ...answers, referentId };
  warnOf(cells, context, said, orientation.shortYear, notes);
  return { externalId, said, problems, warnings };
};
