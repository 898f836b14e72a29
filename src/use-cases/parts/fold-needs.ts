/** What one case changes in the counts of needs: its row, the news for its référent, and the counters, written in one batch. */
import { answeredByTheOffer, noNeeds, recount } from "../../domain/offer/count-needs.ts";
import type { CaseNeeds, NeedsCount, OfferNews, Projection } from "../../domain/offer/needs.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import { MAX_WRITES, UnreadableDocument, type Versioned, type Write } from "../../ports/store.ts";
import type { CaseReading, NeedsReader } from "./read-needs.ts";
import type { Services } from "../frame/services.ts";

/** `overtaken`: another instance counted first, or the directory changed meanwhile; nothing was written. */
export type Step = "idle" | "moved" | "overtaken";

/** Where the projector stands, and what it reads with. */
export interface Counting {
  readonly services: Services;
  readonly reader: NeedsReader;
  readonly projection: Versioned<Projection>;
}

/** What one case brings to a batch. */
export interface Folded {
  readonly code: string;
  readonly before: Versioned<CaseNeeds> | undefined;
  readonly reading: CaseReading | undefined;
  readonly writes: readonly Write[];
}

/** The projection, both generations of counters, and the one that goes. */
const SHARED_WRITES = 4;

const newsId = ({ code, domain, service }: OfferNews): string => `${code}.${domain}.${service}`;

/** Each service is told once for a case and a domain, for good. */
const newsOf = async (
  services: Services,
  before: CaseNeeds | undefined,
  { row, answers }: CaseReading,
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

const rowWrites = (
  code: string,
  before: Versioned<CaseNeeds> | undefined,
  row: CaseNeeds | undefined,
): readonly Write[] => {
  if (row !== undefined) return [{ op: "put", doc: row, expected: before?.version ?? "new" }];
  return before === undefined ? [] : [{ op: "delete", kind: "caseNeeds", id: code, expected: before.version }];
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
const asItWas = (
  services: Services,
  code: string,
  before: Versioned<CaseNeeds> | undefined,
  cause: unknown,
): Folded => {
  if (!(cause instanceof UnreadableDocument)) throw cause;
  services.log.error("projector.failed", { caseId: code, cause });
  const reading = before === undefined ? undefined : { row: before.doc, answers: () => undefined };
  return { code, before, reading, writes: [] };
};

const foldCase = async (counting: Counting, code: string): Promise<Folded> => {
  const before = await counting.services.store.get("caseNeeds", code);
  try {
    return await foldRead(counting, code, before);
  } catch (cause) {
    return asItWas(counting.services, code, before, cause);
  }
};

const foldRead = async (
  { services, reader }: Counting,
  code: string,
  before: Versioned<CaseNeeds> | undefined,
): Promise<Folded> => {
  const file = await services.store.get("case", code);
  const reading = await reader.read(code);
  const news = reading === undefined ? [] : await newsOf(services, before?.doc, reading);
  return { code, before, reading, writes: [...rowWrites(code, before, reading?.row), ...newsWrites(file, news)] };
};

/** Cases read again, in the order given: those that fit in one batch. `beside` says how many writes go with each. */
export const foldCases = async (
  counting: Counting,
  codes: readonly string[],
  beside: (code: string) => number,
): Promise<readonly Folded[]> => {
  const folded = await Promise.all(codes.map((code) => foldCase(counting, code)));
  let left = MAX_WRITES - SHARED_WRITES;
  const beyond = folded.findIndex(({ code, writes }) => (left -= writes.length + beside(code)) < 0);
  return beyond === -1 ? folded : folded.slice(0, beyond);
};

/**
 * Everything in one batch. The projection is written each time with the version that was read first: what another instance counted
 * meanwhile refuses the batch as a whole. A directory that changed meanwhile does too: rows would bear a version that they were not read against.
 */
export const writeCounted = async (
  { services, reader, projection }: Counting,
  next: Projection,
  writes: readonly Write[],
): Promise<Step> => {
  if (!(await reader.stillCurrent())) return "overtaken";
  const committed = await services.store.commit([{ op: "put", doc: next, expected: projection.version }, ...writes]);
  return committed.ok ? "moved" : "overtaken";
};

const countersOf = async ({ services }: Counting, generation: string): Promise<NeedsCount> =>
  (await services.store.get("needsCount", generation))?.doc ?? noNeeds(generation);

/** The counters of a generation once these cases count for what they are now; `asNew`: it had not counted them yet. */
export const countersWith = async (
  counting: Counting,
  generation: string,
  folded: readonly Folded[],
  asNew = false,
): Promise<readonly Write[]> => {
  if (folded.length === 0) return [];
  const counts = await countersOf(counting, generation);
  const doc = folded.reduce(
    (sum, { before, reading }) => recount(sum, asNew ? undefined : before?.doc, reading?.row),
    counts,
  );
  return [{ op: "put", doc }];
};
