/** Reads the store that the kills left behind and compares it with what the people were told. */
import type { DocumentKind, DocumentOf } from "../../src/domain/records/catalogue.ts";
import type { Store } from "../../src/ports/store.ts";
import { createIds } from "../../src/system/ids.ts";
import { everyDocument } from "../../src/use-cases/frame/every-document.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import { RememberedLog } from "../support/door-bench.ts";
import type { CaseLedger, Ledger } from "./ledger.ts";

export interface Verified {
  readonly problems: readonly string[];
  readonly people: number;
  readonly events: number;
  readonly auditEntries: number;
}

const all = async <K extends DocumentKind>(store: Store, kind: K, key: string): Promise<DocumentOf<K>[]> => {
  const found: DocumentOf<K>[] = [];
  for await (const { doc } of everyDocument(store, { kind, key })) found.push(doc);
  return found;
};

const contiguous = (numbers: readonly number[]): boolean =>
  [...numbers].sort((one, other) => one - other).every((value, index) => value === index + 1);

/** Everyone who was registered is there once, and the codes follow each other. */
const people = async (store: Store, ledgers: readonly Ledger[], say: (problem: string) => void): Promise<number> => {
  const identities = await all(store, "identity", "all");
  const codes = new Map(identities.map((identity) => [identity.familyName, identity.code]));
  if (codes.size !== identities.length) say("someone is registered twice");
  for (const file of ledgers.flatMap((ledger) => [...ledger.cases.values()]))
    if (codes.get(file.familyName) !== file.code) say(`${file.code} (${file.familyName}) was acknowledged and is lost`);
  const sent = new Set(
    ledgers.flatMap((ledger) => [...[...ledger.cases.values()].map((file) => file.familyName), ...ledger.maybePeople]),
  );
  for (const { familyName, code } of identities) if (!sent.has(familyName)) say(`${code}: nobody sent this person`);
  if (!contiguous(identities.map(({ code }) => Number(code.split("-")[2])))) say("the codes do not follow each other");
  const year = identities[0]?.code.split("-")[1];
  const last = (await store.get("sequence", `participant.${year}`))?.doc.last;
  if (identities.length > 0 && last !== identities.length)
    say(`${last} codes were given for ${identities.length} people`);
  return identities.length;
};

/** Each batch whole: an event for each edition, an audit entry and an answer to send for each event. */
const batches = async (store: Store, code: string, say: (problem: string) => void): Promise<number> => {
  const file = (await store.get("case", code))?.doc;
  const events = await all(store, "event", `case:${code}`);
  if (file?.edition !== events.length || !contiguous(events.map(({ edition }) => edition)))
    say(`${code}: edition ${file?.edition} for the events ${events.map(({ edition }) => edition).join(" ")}`);
  const acts = (await all(store, "audit", `chain:case.${code}`)).filter(({ act }) => act !== "case.opened");
  const inOrder = [...events].sort((one, other) => one.edition - other.edition);
  if (acts.map(({ act }) => act).join() !== inOrder.map(({ what }) => what).join())
    say(`${code}: the audit does not tell its events`);
  const answers = (await all(store, "outbox", `case:${code}`)).length;
  if (answers < events.length) say(`${code}: ${answers} answers to send for ${events.length} commands`);
  if ((await store.get("summary", code)) === undefined) say(`${code}: no row in the lists`);
  return events.length;
};

const saved = async (store: Store, ledger: CaseLedger, say: (problem: string) => void): Promise<void> => {
  const { code } = ledger;
  const file = (await store.get("case", code))?.doc;
  const round = (await store.get("round", `${code}.1.0`))?.doc;
  if (!ledger.entry.allows((health) => health === file?.health, file?.entry == null))
    say(`${code}: entry ${file?.health ?? "none"}; ${ledger.entry.told}`);
  if ((file?.entry == null) !== (round === undefined)) say(`${code}: an entry without its round, or the other way`);
  const view = round?.personView?.words;
  if (!ledger.personView.allows((words) => words === view, view === undefined))
    say(`${code}: the person's view is ${view}; ${ledger.personView.told}`);
  const why = (await store.get("recommendation", `${code}.1.0`))?.doc.said.why;
  if (!ledger.recommendation.allows((words) => words === why, why === undefined))
    say(`${code}: the recommendation says ${why}; ${ledger.recommendation.told}`);
  const seeks = (await store.get("situation", `${code}.1`))?.doc.facts.seeksWork ?? undefined;
  if (!ledger.situation.allows((answer) => answer === seeks, seeks === undefined))
    say(`${code}: looks for work: ${seeks}; ${ledger.situation.told}`);
  for (const domain of new Set([...ledger.recorded.keys(), ...ledger.drafts.keys()])) {
    const entry = (await store.get("assessment", `${code}.1.0.${domain}`))?.doc;
    const finding = entry?.finding ?? null;
    const state = finding?.state === "assessed" ? `assessed ${finding.severity}` : finding?.state;
    const recorded = ledger.recordedOf(domain);
    const same = (one: { state: string; token: string | null }): boolean =>
      one.state === state && (one.token === null || one.token === finding?.strength);
    if (
      !recorded.allows(same, finding === null) &&
      !(finding === null && recorded.acknowledged?.state === "notAddressed")
    )
      say(`${code} ${domain}: ${state} « ${finding?.strength} » is recorded; ${recorded.told}`);
    const typed = entry?.draft?.inputs["strength"] ?? null;
    const draft = ledger.draftOf(domain);
    if (!draft.allows((token) => token === typed, false) && (typed !== null || draft.acknowledged !== undefined))
      say(`${code} ${domain}: the draft says « ${typed} »; ${draft.told}`);
    const past = (await all(store, "pastFinding", `round:${code}.1.0`)).filter((one) => one.domain === domain);
    if (
      !contiguous(past.map(({ edition }) => edition)) ||
      (entry !== undefined && finding !== null && entry.edition !== past.length + 1)
    )
      say(`${code} ${domain}: edition ${entry?.edition} after ${past.length} earlier ones`);
  }
};

export const verify = async (store: Store, ledgers: readonly Ledger[]): Promise<Verified> => {
  const problems: string[] = ledgers.flatMap((ledger) => ledger.complaints);
  const say = (problem: string): void => void problems.push(problem);
  const count = await people(store, ledgers, say);
  let events = 0;
  for (const { code } of await all(store, "identity", "all")) events += await batches(store, code, say);
  for (const ledger of ledgers.flatMap((one) => [...one.cases.values()])) {
    const { length } = await all(store, "event", `case:${ledger.code}`);
    const most = ledger.commands + ledger.maybeCommands;
    if (length < ledger.commands || length > most)
      say(`${ledger.code}: ${length} events for ${ledger.commands} commands answered and ${ledger.maybeCommands} not`);
    await saved(store, ledger, say);
  }
  const chains = await chainsOf(store);
  problems.push(...chains.faults);
  return { problems, people: count, events, auditEntries: chains.entries };
};

/** Every chain of the trail, followed from its first link, and every seal. */
export const chainsOf = async (
  store: Store,
): Promise<{ readonly faults: readonly string[]; readonly entries: number; readonly seals: number }> => {
  const audit = await verifyAudit({
    store,
    log: new RememberedLog(),
    plie: {
      plieId: "",
      name: "",
      timeZone: "Europe/Paris",
      communes: [],
      prescribers: [],
      prescriberLeads: new Map(),
      prescriberEmails: new Map(),
      delegations: [],
      epci: null,
      entryCellDates: [],
      cells: {},
      tenantId: "",
    },
    ids: createIds(),
  });
  const { entries, seals } = audit;
  return { faults: audit.faults.map((fault) => `audit: ${JSON.stringify(fault)}`), entries, seals };
};
