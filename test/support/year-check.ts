/** What has to be true at the end of a year, read from what is stored and counted again without the product's own counts. */
import assert from "node:assert/strict";
import type { Identity } from "../../src/domain/participant/identity.ts";
import type { ReviewDecision } from "../../src/domain/review/records.ts";
import { isExit } from "../../src/domain/review/outcomes.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import { allOf, readYear, type YearDocuments } from "./year-documents.ts";
import { countedAgain, countedByTheProduct, fileIsTrue, tallied, type Counted } from "./year-recount.ts";

/** Each code in one place, and known of everywhere that a person is looked for. */
const nobodyIsLost = async (
  services: Services,
  { files, identities, erased }: YearDocuments,
  people: number,
): Promise<void> => {
  const gone = new Set(erased.map(({ code }) => code));
  const events = tallied((await allOf(services, "event")).map(({ code }) => code));
  assert.equal(new Set(files.map(({ code }) => code)).size, people, "somebody has no case, or has two");
  const kept = files.map(({ code }) => code).filter((code) => !gone.has(code));
  assert.deepEqual(new Set(identities.keys()), new Set(kept), "somebody has no name, or is erased and still has one");
  for (const { code, edition } of files)
    assert.equal(events[code], edition, `${code}: ${String(events[code])} events for ${String(edition)} editions`);
};

const OUT: ReadonlySet<string> = new Set(["left", "reoriented", "cancelled"]);

/** Whoever is not out is accompanied by somebody of the team, and something is to be done for them on a day that is said. */
const nobodyIsForgotten = async ({ store, people }: Services, { files }: YearDocuments): Promise<void> => {
  for (const { code, status, referentId } of files.filter((file) => !OUT.has(file.status))) {
    const roles = people.byObjectId(referentId)?.roles ?? [];
    assert.ok(roles.includes("referent"), `${code} is accompanied by nobody of the team`);
    const due = (await store.get("summary", code))?.doc.due ?? [];
    assert.ok(due.length > 0, `${code} is ${status}, and nothing is due for them`);
  }
};

/** Reasons are erased with health, where the person took back what they had agreed to. */
const everyDecisionHasItsAuthor = (
  services: Services,
  decisions: readonly ReviewDecision[],
  { files }: YearDocuments,
): void => {
  const withoutHealth = new Set(files.flatMap(({ code, health }) => (health === "withdrawn" ? [code] : [])));
  for (const decision of decisions) {
    assert.ok(services.people.byObjectId(decision.by) !== undefined, `${decision.review} was decided by nobody`);
    const isSaid = decision.reasons.trim().length > 10 || withoutHealth.has(decision.code);
    assert.ok(isSaid, `${decision.review} was decided without reasons`);
  }
};

const chainsAreWhole = async (services: Services): Promise<number> => {
  const report = await verifyAudit(services);
  assert.deepEqual(report.faults, [], "the audit is broken");
  return report.entries;
};

/** Their names as they are written: a given name alone, a family name whole. */
const namesOf = (identities: Iterable<Identity>): RegExp => {
  const names = [...identities].flatMap(({ givenName, familyName }) => [givenName, familyName]);
  const written = [...new Set(names)].map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${written.join("|")})(?![\\p{L}\\p{N}])`, "iu");
};

/** What is kept of what happened, and what is counted, names nobody. */
const namesNobody = async (services: Services, { identities }: YearDocuments): Promise<void> => {
  const names = namesOf(identities.values());
  const projection = await services.store.get("projection", "cases");
  const chains = await allOf(services, "chain");
  const read = {
    identity: [...identities.values()],
    event: await allOf(services, "event"),
    audit: (await Promise.all(chains.map(({ chain }) => allOf(services, "audit", `chain:${chain}`)))).flat(),
    counter: await allOf(services, "counter", `generation:${String(projection?.doc.generation)}`),
  };
  for (const [kind, docs] of Object.entries(read)) {
    const named = docs.filter((doc) => names.test(JSON.stringify(doc)));
    assert.ok(docs.length > 0, `there is no ${kind}`);
    if (kind === "identity")
      assert.equal(named.length, docs.length, "names are looked for, and not found where they are");
    else assert.equal(named.length, 0, `${String(named.length)} ${kind} documents hold the name of a person`);
  }
};

export interface YearReport {
  readonly people: number;
  readonly byStatus: Counted;
  readonly decisions: number;
  readonly exits: number;
  readonly auditEntries: number;
}

/** Throws what is wrong. */
export const checkTheYear = async (services: Services, people: number): Promise<YearReport> => {
  const year = await readYear(services);
  const decisions = await allOf(services, "reviewDecision");
  await nobodyIsLost(services, year, people);
  await nobodyIsForgotten(services, year);
  everyDecisionHasItsAuthor(services, decisions, year);
  const auditEntries = await chainsAreWhole(services);
  assert.deepEqual(
    await countedByTheProduct(services),
    countedAgain(services, year),
    "the dashboard does not say what was recorded",
  );
  await fileIsTrue(services, year);
  await namesNobody(services, year);
  return {
    people,
    byStatus: tallied(year.files.map(({ status }) => status)),
    decisions: decisions.length,
    exits: decisions.filter(({ outcome }) => isExit(outcome)).length,
    auditEntries,
  };
};
