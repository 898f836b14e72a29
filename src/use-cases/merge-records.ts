import { z } from "zod";
import { mayManageCase, type Actor } from "../domain/people/actor.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { mergedClock } from "../domain/participant/merged-clock.ts";
import { NOTHING_ASKED, type SituationRecord } from "../domain/suggestion/facts.ts";
import { completedFacts } from "../domain/suggestion/situation-from-inputs.ts";
import type { Versioned, Write } from "../ports/store.ts";
import { recordRev } from "./close-record.ts";
import { readRecord, type RecordOf } from "./parts/record.ts";
import { closeStudy } from "./parts/close-study.ts";
import { findingsOf, readSituation } from "./parts/dossier.ts";
import { followMerge } from "./parts/follow-merge.ts";
import { aboutCode, decideOnCase, queueOfCase, summaryWrite } from "./parts/on-case.ts";
import { situationWrite } from "./record-situation.ts";
import { done, refused, type RefusalCode } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";

const input = z.strictObject({ code: participantCode, rev: z.string(), into: participantCode });
export type MergedRecords = { readonly kind: "merged"; readonly into: string };

type Situation = Versioned<SituationRecord> | undefined;
interface Both {
  readonly from: RecordOf;
  readonly into: RecordOf;
  readonly situations: { readonly from: Situation; readonly into: Situation };
}

/** What the kept record lacks is taken from the other; what it has stays. */
const completed = (kept: Identity, other: Identity): Identity => ({
  ...kept,
  givenName: kept.givenName === "" ? other.givenName : kept.givenName,
  familyName: kept.familyName === "" ? other.familyName : kept.familyName,
  birthDate: kept.birthDate ?? other.birthDate,
  commune: kept.commune ?? other.commune,
  communeTyped:
    kept.commune === null ? (other.commune === null ? (kept.communeTyped ?? other.communeTyped) : null) : null,
  phone: kept.phone ?? other.phone,
  email: kept.email ?? other.email,
  address: kept.address ?? other.address,
  prescriber: kept.prescriber ?? other.prescriber,
});

/** The facts of the situation are the person's too: those that the kept record has not asked come from the other. */
const situationCompleted = (services: Services, actor: Actor, { into, situations }: Both): readonly Write[] => {
  const known = situations.into?.doc.facts ?? NOTHING_ASKED;
  const facts = completedFacts(known, situations.from?.doc.facts ?? NOTHING_ASKED);
  const same = JSON.stringify(facts) === JSON.stringify(known);
  return same ? [] : [situationWrite(services, actor, into.dossier.file.doc, facts, situations.into)];
};

/** The agreement is the person's, not the record's: given in the record that closes, it can be withdrawn in the one that is kept. */
const withAgreement = (kept: CaseFile, other: CaseFile): CaseFile =>
  kept.health === "notAsked" && other.health === "agreed" ? { ...kept, health: "agreed" } : kept;

/** The head that is kept, with what follows the person, and the row that its lists read. */
const keptWith = (services: Services, { dossier }: RecordOf, other: CaseFile) => {
  const head = mergedClock(withAgreement(dossier.file.doc, other), other);
  const after = { head, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) };
  return { head: { next: head, version: dossier.file.version }, summary: summaryWrite(services, after) };
};

/** Why `file` cannot be closed in favour of `kept` by a card that carries `rev`; null: it can. */
export const mergeRefusal = (file: CaseFile, kept: CaseFile, rev: string): RefusalCode | null => {
  if (file.code === kept.code) return "choiceMissing";
  if (rev !== recordRev(file) || file.status === "cancelled") return "changedMeanwhile";
  if (kept.status === "cancelled") return "caseClosed";
  const further = (file.entry !== null && kept.entry === null) || (file.decided !== null && kept.decided === null);
  return further ? "mergeOtherWay" : null;
};

/**
 * Two records of one person become one: `into` is kept and completed, the other is closed and points to it; its history stays readable.
 * Refuses a record with itself, one that the actor may not manage, a closed one, and closing the one that holds the diagnostic
 * or the decision (`mergeOtherWay`): the record to keep is the one where the work was done.
 */
export const mergeRecords = command<z.infer<typeof input>, Both, MergedRecords>({
  act: "record.merge",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: async (services, _actor, request) => {
    const [from, into] = await Promise.all([readRecord(services, request.code), readRecord(services, request.into)]);
    if (!from.ok || !into.ok) return refused("noSuchCase");
    const situations = {
      from: await readSituation(services, from.value.dossier.file.doc),
      into: await readSituation(services, into.value.dossier.file.doc),
    };
    return done({ from: from.value, into: into.value, situations });
  },
  allow: (actor, { from, into }) =>
    mayManageCase(actor, from.dossier.file.doc) && mayManageCase(actor, into.dossier.file.doc) ? null : "noSuchCase",
  decide: async (services, actor, both, { rev }) => {
    const { from, into } = both;
    const file = from.dossier.file.doc;
    const kept = into.dossier.file.doc;
    const refusal = mergeRefusal(file, kept, rev);
    if (refusal !== null) return refused(refusal);
    const keptNow = keptWith(services, into, file);
    const cancelled = { reason: "duplicate", on: services.clock.today(), by: actor.memberId } as const;
    const decided = decideOnCase<MergedRecords>(services, from.dossier, {
      act: "record.merged",
      details: { into: kept.code },
      outcome: { kind: "merged", into: kept.code },
      writes: [
        { op: "put", doc: { ...from.identity.doc, listed: false }, expected: from.identity.version },
        { op: "put", doc: completed(into.identity.doc, from.identity.doc), expected: into.identity.version },
        ...situationCompleted(services, actor, both),
        ...(await followMerge(services, file, kept)),
        keptNow.summary,
        // The case goes on in the other record, where it can be presented.
        ...(await closeStudy(services, actor, file, "situationChanged")),
      ],
      after: {
        head: {
          ...file,
          status: "cancelled",
          cancelled,
          mergedInto: kept.code,
          review: null,
          handovers: [],
          rightsDueOn: null,
        },
        round: from.dossier.round?.doc,
        findings: findingsOf(from.dossier.assessments),
      },
    });
    if (!decided.ok) return decided;
    const audit = { act: "record.received", code: kept.code, details: { from: file.code } };
    return done({
      ...decided.value,
      also: { head: keptNow.head, audit },
    });
  },
});
