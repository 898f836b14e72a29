/** What has to be true at the end of a year, read from what is stored and counted again without the product's own counts. */
import assert from "node:assert/strict";
import type { CaseFile } from "../../src/domain/participant/case-file.ts";
import { countsIn } from "../../src/domain/dashboard/records.ts";
import type { DocumentKind, DocumentOf } from "../../src/domain/records/catalogue.ts";
import { isExit } from "../../src/domain/review/outcomes.ts";
import type { Review, ReviewDecision } from "../../src/domain/review/records.ts";
import { everyDocument } from "../../src/use-cases/frame/every-document.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";

const all = async <K extends DocumentKind>({ store }: Services, kind: K): Promise<readonly DocumentOf<K>[]> => {
  const docs: DocumentOf<K>[] = [];
  for await (const { doc } of everyDocument<K>(store, { kind, key: "all" })) docs.push(doc);
  return docs;
};

/** Each code in one place, and known of everywhere that a person is looked for. */
const nobodyIsLost = async (services: Services, files: readonly CaseFile[], people: number): Promise<void> => {
  assert.equal(new Set(files.map(({ code }) => code)).size, people, "somebody has no case, or has two");
  const [identities, events] = [await all(services, "identity"), await all(services, "event")];
  assert.deepEqual(new Set(identities.map(({ code }) => code)), new Set(files.map(({ code }) => code)));
  for (const file of files) {
    assert.ok(
      services.people.byObjectId(file.referentId) !== undefined,
      `${file.code} is accompanied by nobody of the team`,
    );
    const own = events.filter(({ code }) => code === file.code);
    assert.equal(
      own.length,
      file.edition,
      `${file.code}: ${String(own.length)} events for ${String(file.edition)} editions`,
    );
  }
};

const everyDecisionHasItsAuthor = (services: Services, decisions: readonly ReviewDecision[]): void => {
  for (const decision of decisions) {
    assert.ok(services.people.byObjectId(decision.by) !== undefined, `${decision.review} was decided by nobody`);
    assert.ok(decision.reasons.trim().length > 10, `${decision.review} was decided without reasons`);
  }
};

const chainsAreWhole = async (services: Services): Promise<number> => {
  const report = await verifyAudit(services);
  assert.deepEqual(report.faults, [], "the audit is broken");
  return report.entries;
};

type Counted = Readonly<Record<string, number>>;
const tallied = (keys: readonly string[]): Counted => {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

const sorted = (counts: Counted): Counted => Object.fromEntries(Object.entries(counts).sort());

/** Of a key of the counters, what is compared: a measure of a month, whoever accompanies the person and on whichever day. */
const comparedOf = (key: string): string | null => {
  const [measure = ""] = key.split("|");
  const [what, one, two] = measure.split("/");
  if (what === "entered") return "entered";
  if (what === "oriented") return `oriented ${one === "met" ? "met" : "not met"}`;
  if (what === "decided") return `decided ${String(one)}`;
  return what === "exit" ? `exit ${String(two)}` : null;
};

/** What the dashboard counts, month by month: « 2026-03 entered ». */
const countedByTheProduct = async (services: Services): Promise<Counted> => {
  const found: Record<string, number> = {};
  const projection = await services.store.get("projection", "cases");
  assert.ok(projection !== undefined, "nothing was counted");
  const { generation } = projection.doc;
  for await (const { doc } of everyDocument(services.store, { kind: "counter", key: `generation:${generation}` }))
    for (const [key, count] of Object.entries(countsIn(doc))) {
      const compared = comparedOf(key);
      if (compared !== null) found[`${doc.part} ${compared}`] = (found[`${doc.part} ${compared}`] ?? 0) + count;
    }
  return found;
};

/** The same, by adding up who was oriented, who entered and what was decided. */
const countedAgain = (files: readonly CaseFile[], reviews: readonly Review[]): Counted =>
  tallied([
    ...files.map(({ orientedOn, entry }) => `${orientedOn.slice(0, 7)} oriented ${entry === null ? "not met" : "met"}`),
    ...files.flatMap(({ entry }) => (entry === null ? [] : [`${entry.on.slice(0, 7)} entered`])),
    ...reviews.flatMap(({ decided }) => {
      if (decided === null) return [];
      const month = decided.on.slice(0, 7);
      const said = `${month} decided ${decided.outcome}`;
      return isExit(decided.outcome) ? [said, `${month} exit ${decided.outcome}`] : [said];
    }),
  ]);

export interface YearReport {
  readonly people: number;
  readonly byStatus: Counted;
  readonly decisions: number;
  readonly exits: number;
  readonly auditEntries: number;
}

/** Throws what is wrong. */
export const checkTheYear = async (services: Services, people: number): Promise<YearReport> => {
  const [files, reviews, decisions] = [
    await all(services, "case"),
    await all(services, "review"),
    await all(services, "reviewDecision"),
  ];
  await nobodyIsLost(services, files, people);
  everyDecisionHasItsAuthor(services, decisions);
  const auditEntries = await chainsAreWhole(services);
  assert.deepEqual(
    sorted(await countedByTheProduct(services)),
    sorted(countedAgain(files, reviews)),
    "the dashboard does not say what was recorded",
  );
  return {
    people,
    byStatus: sorted(tallied(files.map(({ status }) => status))),
    decisions: decisions.length,
    exits: decisions.filter(({ outcome }) => isExit(outcome)).length,
    auditEntries,
  };
};
