import { z } from "zod";
import { mayManageCase, type Actor } from "../domain/people/actor.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { firstEnding } from "../domain/participant/clock-facts.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { statusOnceDecided } from "../domain/review/after-decision.ts";
import type { Write } from "../ports/store.ts";
import { closeStudy } from "./parts/close-study.ts";
import { findingsOf } from "./parts/dossier.ts";
import { aboutCode, decideOnCase, queueOfCase } from "./parts/on-case.ts";
import { readRecord, type RecordOf } from "./parts/record.ts";
import { refused, type RefusalCode } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";

const managerOnly = (actor: Actor, { dossier }: RecordOf): RefusalCode | null =>
  mayManageCase(actor, dossier.file.doc) ? null : "noSuchCase";

/** What a card about the record carries: an old card closes or reopens nothing. */
export const recordRev = (file: CaseFile): string => `${file.parcours}.${file.status}`;

const decideRecord = <Outcome>(
  services: Services,
  { dossier, identity }: RecordOf,
  what: {
    readonly act: string;
    readonly details: Record<string, string>;
    readonly head: CaseFile;
    readonly listed: boolean;
    readonly outcome: Outcome;
    readonly besides?: readonly Write[];
  },
) =>
  decideOnCase<Outcome>(services, dossier, {
    act: what.act,
    details: what.details,
    outcome: what.outcome,
    writes: [
      { op: "put", doc: { ...identity.doc, listed: what.listed }, expected: identity.version },
      ...(what.besides ?? []),
    ],
    after: { head: what.head, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
  });

const cancelInput = z.strictObject({
  code: participantCode,
  rev: z.string(),
  reason: z.enum(["error", "duplicate", "request"]).nullable(),
});
export type CancelledRecord = { readonly kind: "cancelled" };

/** A record made in error is cancelled with a reason: it leaves the lists, and can be opened again. */
export const cancelRecord = command<z.infer<typeof cancelInput>, RecordOf, CancelledRecord>({
  act: "record.cancel",
  input: cancelInput,
  about: aboutCode,
  queue: queueOfCase,
  load: (services, _actor, { code }) => readRecord(services, code),
  allow: managerOnly,
  decide: async (services, actor, record, { rev, reason }) => {
    const file = record.dossier.file.doc;
    if (file.status === "cancelled") return refused("alreadyDone");
    if (rev !== recordRev(file)) return refused("changedMeanwhile");
    if (reason === null) return refused("choiceMissing");
    const cancelled = { reason, on: services.clock.today(), by: actor.memberId };
    return decideRecord<CancelledRecord>(services, record, {
      act: "record.cancelled",
      details: { reason, from: file.status },
      head: { ...file, status: "cancelled", cancelled, review: null },
      listed: false,
      outcome: { kind: "cancelled" },
      besides: await closeStudy(services, actor, file, reason === "request" ? "personsRequest" : "error"),
    });
  },
});

const statusBefore = (file: CaseFile): CaseFile["status"] =>
  firstEnding(file) !== null ? "left" : (statusOnceDecided(file) ?? (file.entry === null ? "oriented" : "entered"));

const reopenInput = z.strictObject({ code: participantCode, rev: z.string() });
export type ReopenedRecord = { readonly kind: "reopened" };

/** Opens a cancelled record again, where it stood. A record merged into another stays closed. */
export const reopenRecord = command<z.infer<typeof reopenInput>, RecordOf, ReopenedRecord>({
  act: "record.reopen",
  input: reopenInput,
  about: aboutCode,
  queue: queueOfCase,
  load: (services, _actor, { code }) => readRecord(services, code),
  allow: managerOnly,
  decide: (services, _actor, record, { rev }) => {
    const file = record.dossier.file.doc;
    if (file.status !== "cancelled") return refused("alreadyDone");
    if (rev !== recordRev(file) || file.mergedInto !== null) return refused("changedMeanwhile");
    return decideRecord<ReopenedRecord>(services, record, {
      act: "record.reopened",
      details: {},
      head: { ...file, status: statusBefore(file), cancelled: null },
      listed: true,
      outcome: { kind: "reopened" },
    });
  },
});
