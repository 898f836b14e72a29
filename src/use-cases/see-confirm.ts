/** A second question, before what cannot be undone: the same rights and the same refusals as the act, and nothing is written of the case. */
import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { mayManageCase } from "../domain/people/actor.ts";
import { readRecord, type RecordOf } from "./parts/record.ts";
import { noteOpening } from "./frame/note-opening.ts";
import { done, refused, type RefusalCode } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { mergeRefusal } from "./merge-records.ts";
import { roundRefusal } from "./open-round.ts";
import { aboutCode, carrierAfterEntry } from "./parts/on-case.ts";
import { readCaseView, type CaseView } from "./parts/case-view.ts";
import { healthRefusal } from "./set-health-agreement.ts";

const input = z.strictObject({ code: participantCode, rev: z.string() });
type Input = z.infer<typeof input>;

const beforeActing = (act: string, refusalOf: (view: CaseView, rev: string) => RefusalCode | null) =>
  query<Input, CaseView, CaseView>({
    act,
    input,
    about: aboutCode,
    opens: ({ code }) => code,
    load: readCaseView,
    allow: (actor, { dossier }) => carrierAfterEntry(actor, dossier),
    run: (_services, _actor, view, { rev }) => {
      const refusal = refusalOf(view, rev);
      return refusal === null ? done(view) : refused(refusal);
    },
  });

/** Before *Refaire le point*. */
export const seeNewRound = beforeActing("round.ask", ({ dossier }, rev) => roundRefusal(dossier, rev));

/** Before what was noted about health is erased. */
export const seeWithdrawal = beforeActing("health.ask", ({ dossier }, rev) =>
  healthRefusal(dossier.file.doc, "withdrawn", rev),
);

const mergeInput = z.strictObject({ ...input.shape, into: participantCode });

/** Before two records become one: who each of them is. */
export interface MergeView {
  readonly closed: Identity;
  readonly kept: Identity;
}

/** Before *Fusionner*: a record to keep that is another's and one that does not exist are refused alike. */
export const seeMerge = query<
  z.infer<typeof mergeInput>,
  { readonly from: RecordOf; readonly into: RecordOf },
  MergeView
>({
  act: "record.mergeAsk",
  input: mergeInput,
  about: aboutCode,
  opens: ({ code }) => code,
  load: async (services, _actor, { code, into }) => {
    const [from, kept] = await Promise.all([readRecord(services, code), readRecord(services, into)]);
    return from.ok && kept.ok ? done({ from: from.value, into: kept.value }) : refused("noSuchCase");
  },
  allow: (actor, { from, into }) =>
    mayManageCase(actor, from.dossier.file.doc) && mayManageCase(actor, into.dossier.file.doc) ? null : "noSuchCase",
  run: async (services, actor, { from, into }, { rev }) => {
    const refusal = mergeRefusal(from.dossier.file.doc, into.dossier.file.doc, rev);
    if (refusal !== null) return refused(refusal);
    await noteOpening(services, actor, into.dossier.file.doc.code);
    return done({ closed: from.identity.doc, kept: into.identity.doc });
  },
});
