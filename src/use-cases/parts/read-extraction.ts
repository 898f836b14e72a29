/** What one case, then every case, says of a month of the extraction. */
import { columnsOf, type ExtractionColumn } from "../../domain/exchange/extraction-columns.ts";
import type { ExtractionRow, Month } from "../../domain/exchange/extraction-records.ts";
import { cellsOf, isInMonth, type ExtractionFacts } from "../../domain/exchange/extraction-row.ts";
import { lastDayOf } from "../../domain/exchange/extraction-month.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { DocumentKind, DocumentOf } from "../../domain/records/catalogue.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";
import { esfQuestionnaire, everyQuestionnaire } from "./read-esf.ts";

interface Parcours {
  readonly head: CaseFile;
  readonly isPresent: boolean;
}

/** Of one case and one parcours: what came before or after it is not of the month. */
const allOf = async <K extends DocumentKind>(
  { store }: Services,
  kind: K,
  { code, parcours }: CaseFile,
): Promise<readonly DocumentOf<K>[]> => {
  const docs: DocumentOf<K>[] = [];
  for await (const { doc } of everyDocument<K>(store, { kind, key: `case:${code}` }))
    if (!("parcours" in doc) || doc.parcours === parcours) docs.push(doc);
  return docs;
};

/** The latest parcours that had begun by the end of the month. */
const parcoursOf = async (services: Services, head: CaseFile, month: Month): Promise<Parcours | undefined> => {
  const end = lastDayOf(month);
  if (head.orientedOn <= end) return { head, isPresent: true };
  const past: CaseFile[] = [];
  if (head.parcours > 1)
    for await (const { doc } of everyDocument(services.store, { kind: "pastParcours", key: `case:${head.code}` }))
      if (doc.head.orientedOn <= end) past.push(doc.head);
  const last = past.sort((one, other) => one.parcours - other.parcours).at(-1);
  return last === undefined ? undefined : { head: last, isPresent: false };
};

const namesOf = async ({ store, people, plie }: Services, head: CaseFile): Promise<ExtractionFacts["names"]> => {
  const identity = (await store.get("identity", head.code))?.doc;
  const prescriber = identity?.prescriber ?? null;
  return {
    referent: people.byObjectId(head.referentId)?.name ?? null,
    // A name that the PLIE does not list may be somebody's.
    prescriber: prescriber !== null && plie.prescribers.includes(prescriber) ? prescriber : null,
    commune: plie.communes.find(({ insee }) => insee === identity?.commune)?.name ?? null,
  };
};

const factsOf = async (services: Services, { head, isPresent }: Parcours): Promise<ExtractionFacts> => {
  const [names, rounds, reviews, actions, bilans, esf, situations, pieces] = await Promise.all([
    namesOf(services, head),
    allOf(services, "round", head),
    allOf(services, "review", head),
    allOf(services, "action", head),
    allOf(services, "actionBilan", head),
    allOf(services, "esfAnswers", head),
    allOf(services, "situation", head),
    services.store.get("casePieces", head.code),
  ]);
  const asked = await Promise.all(esf.map(({ stage, version }) => esfQuestionnaire(services, stage, version)));
  return {
    ...{ head, isPresent, names, rounds, reviews, actions, bilans, esf },
    qpv: situations.at(-1)?.facts.qpv ?? null,
    pieces: pieces !== undefined && pieces.doc.parcours === head.parcours ? pieces.doc.pieces : [],
    birthOf: (sheet) => asked.find(({ stage, version }) => stage === sheet.stage && version === sheet.version)?.birth,
    laterMonths: services.frameworks.current.milestones.esfLaterMonths,
  };
};

/** The columns of a month that is made now. */
export const columnsNow = async (services: Services): Promise<readonly ExtractionColumn[]> => {
  const { papers, frameworks } = services;
  const [entry, exit, later] = await Promise.all([
    everyQuestionnaire(services, "entry"),
    everyQuestionnaire(services, "exit"),
    everyQuestionnaire(services, "later"),
  ]);
  const kinds = frameworks.current.activation.kinds.map(({ id, label }) => [id, label] as const);
  return columnsOf(papers.extraction, { entry, exit, later }, Object.fromEntries(kinds));
};

export interface Asked {
  readonly month: Month;
  readonly columns: ReadonlySet<string>;
}

export const askedOf = (month: Month, columns: readonly ExtractionColumn[]): Asked => ({
  month,
  columns: new Set(columns.map(({ id }) => id)),
});

/** Null: not of this month, archived or erased. */
export const extractionRowOf = async (
  services: Services,
  head: CaseFile,
  { month, columns }: Asked,
): Promise<ExtractionRow | null> => {
  if (head.retired !== null) return null;
  const of = await parcoursOf(services, head, month);
  if (of === undefined || !isInMonth(of, month)) return null;
  const cells = cellsOf(await factsOf(services, of), month, columns);
  return { kind: "extractionRow", schemaVersion: 1, month, code: head.code, cells };
};

const AT_ONCE = 20;

/** Every row of a month as it stands now, in the order of codes; no more than a page of it is held. */
export async function* liveRows(services: Services, asked: Asked): AsyncGenerator<ExtractionRow> {
  let heads: CaseFile[] = [];
  const read = async (): Promise<readonly ExtractionRow[]> => {
    const rows = await Promise.all(heads.map((head) => extractionRowOf(services, head, asked)));
    heads = [];
    return rows.flatMap((row) => row ?? []);
  };
  for await (const { doc } of everyDocument(services.store, { kind: "case", key: "all" })) {
    heads.push(doc);
    if (heads.length === AT_ONCE) yield* await read();
  }
  yield* await read();
}

/** Every row of a month that was made for good. */
export async function* frozenRows({ store }: Services, month: Month): AsyncGenerator<ExtractionRow> {
  for await (const { doc } of everyDocument(store, { kind: "extractionRow", key: `month:${month}` })) yield doc;
}
