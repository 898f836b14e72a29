/** What one case brings to lists and counters: its lines, its needs, the news for its référent, and what it counted for before. */
import { canonicalJson } from "../../domain/canonical-json.ts";
import type { CasePieces } from "../../domain/completeness/records.ts";
import type { Marks } from "../../domain/dashboard/measures.ts";
import { documentsOf, type Line } from "../../domain/dashboard/line.ts";
import { listedId, type Listed } from "../../domain/dashboard/records.ts";
import { answeredByTheOffer } from "../../domain/offer/answered-needs.ts";
import type { CaseNeeds, OfferNews } from "../../domain/offer/needs.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import { UnreadableDocument, type Versioned, type Write } from "../../ports/store.ts";
import type { PictureReader } from "./read-picture.ts";
import type { NeedsReading } from "./read-needs.ts";
import type { Services } from "../frame/services.ts";

/** What was written of the case the last time that it was counted. */
interface Counted {
  readonly listed: Versioned<Listed> | undefined;
  readonly needs: Versioned<CaseNeeds> | undefined;
  readonly pieces: Versioned<CasePieces> | undefined;
}

/** What one case brings to a batch. */
export interface Folded {
  readonly code: string;
  readonly before: Marks | null;
  readonly after: Marks | null;
  readonly writes: readonly Write[];
  /** What is written of it when its numbers stay what they were: its lines say where it stands, and count for these. */
  readonly writesCounting: (marks: Marks) => readonly Write[];
}

const lineOf = (listed: Versioned<Listed> | undefined): Line | null =>
  listed?.doc.sortedBy === "name" ? { row: listed.doc.row, marks: listed.doc.marks } : null;

/** Where the case stands, counting for these marks; whoever is gone, behind their numbers only and without a name. */
const lineCounting = (line: Line | null, known: Line | null, marks: Marks): Line | null => {
  if (line !== null) return { row: line.row, marks };
  if (known === null || Object.keys(marks).length === 0) return null;
  return { row: { ...known.row, givenName: "", familyName: "", status: "cancelled", due: [] }, marks };
};

const newsId = ({ code, domain, service }: OfferNews): string => `${code}.${domain}.${service}`;

/** Each service is told once for a case and a domain, for good. */
const newsOf = async (
  services: Services,
  before: CaseNeeds | undefined,
  { row, answers }: NeedsReading,
): Promise<readonly OfferNews[]> => {
  const at = services.clock.now().toISOString();
  const { code, referentId } = row;
  const news = answeredByTheOffer(before, row).flatMap((domain): readonly OfferNews[] => {
    const service = answers(domain);
    if (service === undefined) return [];
    return [{ kind: "offerNews", schemaVersion: 1, code, domain, service, referentId, at, toldAt: null }];
  });
  const told = await services.store.getMany("offerNews", news.map(newsId));
  return news.filter((one) => !told.some(({ doc }) => newsId(doc) === newsId(one)));
};

const needsWrites = (
  code: string,
  before: Versioned<CaseNeeds> | undefined,
  row: CaseNeeds | undefined,
): readonly Write[] => {
  if (row !== undefined) return [{ op: "put", doc: row, expected: before?.version ?? "new" }];
  return before === undefined ? [] : [{ op: "delete", kind: "caseNeeds", id: code, expected: before.version }];
};

/** Derived with the line, which is guarded; written where something changed only. */
const piecesWrites = (before: Versioned<CasePieces> | undefined, pieces: CasePieces | null): readonly Write[] => {
  if (pieces !== null)
    return before !== undefined && canonicalJson(before.doc) === canonicalJson(pieces)
      ? []
      : [{ op: "put", doc: pieces }];
  return before === undefined ? [] : [{ op: "delete", kind: "casePieces", id: before.doc.code }];
};

/** The first is guarded: the others are derived with it. */
const lineWrites = (before: Versioned<Listed> | undefined, line: Line | null): readonly Write[] => {
  const was = lineOf(before);
  const docs = line === null ? [] : documentsOf(line);
  const kept = new Set(docs.map(listedId));
  const gone = (was === null ? [] : documentsOf(was)).map(listedId).filter((id) => !kept.has(id));
  const guarded = docs[0] === undefined ? undefined : listedId(docs[0]);
  return [
    ...docs.map((doc): Write => {
      const isGuarded = listedId(doc) === guarded;
      return isGuarded ? { op: "put", doc, expected: before?.version ?? "new" } : { op: "put", doc };
    }),
    ...gone.map((id): Write => ({ op: "delete", kind: "listed", id })),
  ];
};

/** With the case as it was read, not changed: what was erased of it meanwhile is not written again. */
const newsWrites = (file: Versioned<CaseFile> | undefined, news: readonly OfferNews[]): readonly Write[] =>
  file === undefined || news.length === 0
    ? []
    : [
        { op: "put", doc: file.doc, expected: file.version },
        ...news.map((doc): Write => ({ op: "put", doc, expected: "new" })),
      ];

/** A case that cannot be read goes on counting for what it was: it never keeps the others from being counted. */
const asItWas = (services: Services, code: string, { listed }: Counted, cause: unknown): Folded => {
  if (!(cause instanceof UnreadableDocument)) throw cause;
  services.log.error("projector.failed", { caseId: code, cause });
  const known = lineOf(listed);
  const marks = known?.marks ?? null;
  const writesCounting = (kept: Marks): readonly Write[] =>
    lineWrites(listed, known === null ? null : { row: known.row, marks: kept });
  return { code, before: marks, after: marks, writes: [], writesCounting };
};

const foldRead = async (services: Services, reader: PictureReader, code: string, before: Counted): Promise<Folded> => {
  const file = await services.store.get("case", code);
  const reading = await reader.read(code);
  const needs = reading?.needs ?? undefined;
  const news = needs === undefined ? [] : await newsOf(services, before.needs?.doc, needs);
  const writesOf = (line: Line | null): readonly Write[] => [
    ...lineWrites(before.listed, line),
    ...needsWrites(code, before.needs, needs?.row),
    ...piecesWrites(before.pieces, reading?.pieces ?? null),
    ...newsWrites(file, news),
  ];
  const line = reading?.line ?? null;
  const known = lineOf(before.listed);
  return {
    ...{ code, before: known?.marks ?? null, after: line?.marks ?? null, writes: writesOf(line) },
    writesCounting: (marks) => writesOf(lineCounting(line, known, marks)),
  };
};

/** A case read again, with what is to be written for it. */
export const foldCase = async (services: Services, reader: PictureReader, code: string): Promise<Folded> => {
  const [listed, needs, pieces] = await Promise.all([
    services.store.get("listed", `name.${code}`),
    services.store.get("caseNeeds", code),
    services.store.get("casePieces", code),
  ]);
  const before = { listed, needs, pieces };
  try {
    return await foldRead(services, reader, code, before);
  } catch (cause) {
    return asItWas(services, code, before, cause);
  }
};
