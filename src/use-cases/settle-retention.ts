import { z } from "zod";
import { ARCHIVE_GROUNDS, touched } from "../domain/participant/clock-facts.ts";
import { day, participantCode } from "../domain/participant/codes.ts";
import { mayConfirmRetention, type Actor } from "../domain/people/actor.ts";
import { isRecentContact, SETTLINGS_OF } from "../domain/rights/retention.ts";
import {
  CONTACT_WAYS,
  retentionMonth,
  type RetentionLine,
  type RetentionList,
} from "../domain/rights/retention-records.ts";
import type { Versioned, Write } from "../ports/store.ts";
import type { Decision } from "./frame/commit.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";
import { archiving, erasing, inUse, readRetained, type RetainedCase } from "./parts/on-retention.ts";

const input = z.strictObject({
  month: retentionMonth,
  code: participantCode,
  what: z.discriminatedUnion("how", [
    z.strictObject({ how: z.literal("erased") }),
    z.strictObject({ how: z.literal("archived"), ground: z.enum(ARCHIVE_GROUNDS) }),
    /** A contact that had not been noted. */
    z.strictObject({ how: z.literal("accompanied"), way: z.enum(CONTACT_WAYS), on: day }),
  ]),
});
type Input = z.infer<typeof input>;

interface Loaded extends RetainedCase {
  readonly list: Versioned<RetentionList>;
  readonly line: RetentionLine;
}
interface SettledRetention {
  readonly kind: "erased" | "archived" | "accompanied";
}
type Settled = Promise<Result<Decision<SettledRetention>>> | Result<Decision<SettledRetention>>;

/** Only the last list is confirmed: an earlier one is what it was. */
const load = async (services: Services, _actor: Actor, { month, code }: Input): Promise<Result<Loaded>> => {
  const last = await services.store.list({ kind: "retentionList", key: "all", limit: 1, descending: true });
  const [list] = last.items;
  const line = list?.doc.lines.find((one) => one.code === code);
  const retained = await readRetained(services, code);
  if (list === undefined || line === undefined || list.doc.month !== month || !retained.ok)
    return refused("noSuchCase");
  return done({ ...retained.value, list, line });
};

/** With the line of the list, as it was confirmed. */
const lineWrite = (services: Services, actor: Actor, { list, line }: Loaded, { what }: Input): Write => {
  const ground = what.how === "archived" ? what.ground : null;
  const settled = { how: what.how, ground, on: services.clock.today(), by: actor.memberId };
  const lines = list.doc.lines.map((one) => (one.code === line.code ? { ...one, settled } : one));
  return { op: "put", doc: { ...list.doc, lines }, expected: list.version };
};

/** The ESF+ sheets of a file that is erased already: they go now that their own time is over. */
const esfGoes = async (
  services: Services,
  { line }: Loaded,
  write: Write,
): Promise<Result<Decision<SettledRetention>>> => {
  const erased = await services.store.get("erased", line.code);
  if (erased === undefined) return refused("noSuchCase");
  return done({
    outcome: { kind: "erased" },
    head: null,
    writes: [{ op: "put", doc: { ...erased.doc, state: "going" }, expected: erased.version }, write],
    audit: { act: "esf.erased", code: line.code, details: {} },
  });
};

const decide = (services: Services, actor: Actor, loaded: Loaded, request: Input): Settled => {
  const { line, dossier } = loaded;
  const { what } = request;
  const file = dossier.file.doc;
  if (line.settled !== null) return refused("alreadyDone");
  if (!SETTLINGS_OF[line.proposes].includes(what.how)) return refused("choiceMissing");
  // What moved since the list was made speaks of somebody who is there.
  if (file.edition !== line.edition) return refused("changedMeanwhile");
  const writes = [lineWrite(services, actor, loaded, request)];
  const outcome = { kind: what.how };
  if (line.proposes === "esfOver") return esfGoes(services, loaded, lineWrite(services, actor, loaded, request));
  if (what.how === "erased") return erasing(services, actor, loaded, { because: "timeOver", outcome, writes });
  if (what.how === "archived") return archiving(services, actor, loaded, { ground: what.ground, outcome, writes });
  if (!isRecentContact(what.on, services.papers.retention, services.clock.today())) return refused("choiceMissing");
  const details = { way: what.way, on: what.on };
  return inUse(services, loaded, touched(file, what.on), { act: "case.stillFollowed", details, outcome, writes });
};

/** *Conservation*: for one person of this month's list, what the coordinatrice confirms. */
export const settleRetention = command<Input, Loaded, SettledRetention>({
  act: "retention.settle",
  input,
  about: ({ code }) => code,
  queue: () => "retention",
  load,
  allow: (actor) => (mayConfirmRetention(actor) ? null : "noSuchCase"),
  decide,
});
