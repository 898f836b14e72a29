/** Imports services or structures of data·inclusion: a new version is written beside, then one pointer moves, or nothing changes. */
import { z } from "zod";
import { checkRecord, type RecordKind } from "../domain/offer/check-record.ts";
import {
  differs,
  newTally,
  REJECTION_WORDS,
  reportOf,
  type ImportFault,
  type ImportReport,
  type Tally,
} from "../domain/offer/import-report.ts";
import type { BrokenCode, ReadRecord } from "../domain/offer/read-record.ts";
import type { StoredService } from "../domain/offer/records.ts";
import { isInScope, type ImportScope } from "../domain/offer/scope.ts";
import { hasRole, type Actor } from "../domain/people/actor.ts";
import { auditWrites, memberChain } from "./frame/audit-trail.ts";
import { VersionLost } from "./parts/directory-version.ts";
import { placeRecords, type Entry } from "./parts/place-records.ts";
import { AT_ONCE, NextDirectory } from "./parts/next-directory.ts";
import { done, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { untilWritten } from "./frame/until-written.ts";
import { query } from "./frame/use-case.ts";

export interface ImportInput {
  readonly kind: RecordKind;
  readonly scope: ImportScope;
  /** Whether this import may close most of what its scope holds: a file that lacks most of it is more often a partial one. */
  readonly mayCloseMost: boolean;
  readonly records: AsyncIterable<ReadRecord>;
}

export type ImportOutcome =
  | { readonly read: true; readonly report: ImportReport }
  | { readonly read: false; readonly fault: ImportFault; readonly report: ImportReport };

/** Records by the batch: no more than that is ever held. */
async function* batches(records: AsyncIterable<ReadRecord>): AsyncGenerator<readonly ReadRecord[]> {
  let batch: ReadRecord[] = [];
  for await (const record of records) {
    batch.push(record);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const entryOf = (read: Exclude<ReadRecord, { what: "broken" }>, input: ImportInput, today: string): Entry => {
  if (read.what === "unfit")
    return {
      ...{ rank: read.rank, id: read.id, refused: [REJECTION_WORDS[read.code]], otherKind: false },
      shifted: read.code === "columns",
    };
  const checked = checkRecord(input.kind, read.value, input.scope.sources, today);
  return checked.ok
    ? { rank: read.rank, id: checked.record.id, source: checked.record.source, record: checked.record }
    : { rank: read.rank, id: checked.id, refused: checked.reasons, otherKind: checked.otherKind, shifted: false };
};

/** Undefined when the file was read to its end. */
const takeAll = async (
  services: Services,
  next: NextDirectory,
  input: ImportInput,
  tally: Tally,
): Promise<BrokenCode | undefined> => {
  const today = services.clock.today();
  for await (const batch of batches(input.records)) {
    const entries = batch.flatMap((read) => (read.what === "broken" ? [] : [entryOf(read, input, today)]));
    await placeRecords(next, input.kind, entries, today, tally);
    const broken = batch.find((read) => read.what === "broken");
    if (broken !== undefined) return broken.code;
    // A piece of a file may hold thousands of records: those who chat are answered meanwhile.
    await services.clock.pause(0);
  }
  return undefined;
};

const faultOf = (broken: BrokenCode | undefined, tally: Tally): ImportFault | undefined => {
  if (broken !== undefined) return broken;
  if (tally.valid > 0) return undefined;
  if (tally.rejected === 0) return "empty";
  return tally.otherKind > 0 ? "otherKind" : "nothingValid";
};

/** A service that is not in the file is closed, never erased, where the import says that it would be there. */
const closing =
  (services: Services, { kind, scope }: ImportInput, tally: Tally) =>
  (former: StoredService): StoredService => {
    const vanished = kind === "services" && former.origin === "import" && former.closedOn === null;
    // A record without an id may be any of those that are missing.
    if (!vanished || tally.unnamed > 0 || !isInScope(former, scope, services.plie)) return former;
    tally.closed += 1;
    return { ...former, closedOn: services.clock.today() };
  };

/** A handful may well all go. */
const FEW = 10;
const closesMost = ({ closed, changed, unchanged, reopened }: Tally): boolean =>
  closed > FEW && closed > changed + unchanged + reopened;

const note = (services: Services, actor: Actor, act: string, input: ImportInput, number: number, tally: Tally) =>
  untilWritten(services, async () => {
    const { added, changed, unchanged, closed, reopened, rejected } = tally;
    const details = {
      kind: input.kind,
      sources: input.scope.sources.join(","),
      zone: input.scope.zone.join(","),
      number,
      ...{ added, changed, unchanged, closed, reopened, rejected },
    };
    const writes = await auditWrites(services, memberChain(actor.memberId), actor, { act, code: null, details });
    return (await services.store.commit(writes)).ok ? true : undefined;
  });

const ACT = "directory.import";

const importInto = async (
  services: Services,
  actor: Actor,
  next: NextDirectory,
  input: ImportInput,
): Promise<ImportOutcome> => {
  const tally = newTally();
  const stopped = async (fault: ImportFault): Promise<ImportOutcome> => {
    await next.abandon();
    return { read: false, fault, report: reportOf(input.kind, tally, null) };
  };
  const fault = faultOf(await takeAll(services, next, input, tally), tally);
  if (fault !== undefined) return stopped(fault);
  await next.copyRest("service", closing(services, input, tally));
  if (closesMost(tally) && !input.mayCloseMost) return stopped("closesMost");
  await next.copyRest("structure", (former) => former);
  await next.copyRest("serviceExtension", (former) => former);
  const { localDigest = null, fictional = false, number = 0 } = next.head ?? {};
  const moving = differs(tally);
  // Before the pointer: nothing is ever read that no trail tells of.
  const noted = await note(services, actor, ACT, input, moving ? next.number : number, tally);
  if (noted === undefined) return stopped("busy");
  if (!moving) await next.abandon();
  else if (!(await next.finish({ localDigest, fictional })).moved) {
    await note(services, actor, `${ACT}.lost`, input, next.number, tally);
    return { read: false, fault: "busy", report: reportOf(input.kind, tally, null) };
  }
  return { read: true, report: reportOf(input.kind, tally, { moved: moving, number: moving ? next.number : number }) };
};

/** The chargé de projet and the coordinatrice import; what a file cannot give changes nothing, and says why. */
export const importServices = query<ImportInput, null, ImportOutcome>({
  act: ACT,
  input: z.custom<ImportInput>(),
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (hasRole(actor, "chargeDeProjet", "coordinatrice") ? null : "roleMayNot"),
  run: async (services, actor, _loaded, input): Promise<Result<ImportOutcome>> => {
    try {
      return done(await importInto(services, actor, await NextDirectory.begin(services), input));
    } catch (cause) {
      if (!(cause instanceof VersionLost)) throw cause;
      return done({ read: false, fault: "busy", report: reportOf(input.kind, newTally(), null) });
    }
  },
});
