import { z } from "zod";
import { mayManageCase, maySeeCase } from "../domain/people/actor.ts";
import { prescriberReturn, type PrescriberReturn } from "../domain/outreach/told.ts";
import { TOLD } from "../domain/outreach/codes.ts";
import type { PrescriberTold } from "../domain/outreach/records.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { readRecord, type RecordOf } from "./parts/record.ts";
import { findingsOf } from "./parts/dossier.ts";
import { toldOf } from "./parts/told-of.ts";
import { aboutCode, decideOnCase, queueOfCase } from "./parts/on-case.ts";
import { done, refused } from "./frame/result.ts";
import { command, query } from "./frame/use-case.ts";

export interface PrescriberView extends RecordOf {
  readonly said: PrescriberReturn;
  readonly told: readonly PrescriberTold[];
  /** Null: the PLIE's file gives none. */
  readonly email: string | null;
  readonly referent: string | null;
  readonly mayTell: boolean;
}

const seeInput = z.strictObject({ code: participantCode });

/** *Retour au prescripteur*: the three sentences that they may hear, and what they were told. */
export const seePrescriberReturn = query<z.infer<typeof seeInput>, RecordOf, PrescriberView>({
  act: "prescriber.see",
  input: seeInput,
  about: aboutCode,
  opens: ({ code }) => code,
  load: (services, _actor, { code }) => readRecord(services, code),
  allow: (actor, { dossier }) => {
    if (!maySeeCase(actor, dossier.file.doc)) return "noSuchCase";
    return dossier.file.doc.status === "cancelled" ? "caseClosed" : null;
  },
  run: async (services, actor, record) => {
    const head = record.dossier.file.doc;
    return done({
      ...record,
      said: prescriberReturn(head),
      told: await toldOf(services, head),
      email: services.plie.prescriberEmails.get(record.identity.doc.prescriber ?? "") ?? null,
      referent: services.people.byObjectId(head.referentId)?.name ?? null,
      mayTell: mayManageCase(actor, head),
    });
  },
});

const input = z.strictObject({ code: participantCode, what: z.enum(TOLD) });
export type ToldOutcome = { readonly kind: "told" };

/** *Dit au prescripteur*: how far, on which day, by whom. */
export const tellPrescriber = command<z.infer<typeof input>, RecordOf, ToldOutcome>({
  act: "prescriber.tell",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: (services, _actor, { code }) => readRecord(services, code),
  allow: (actor, { dossier }) => {
    if (!mayManageCase(actor, dossier.file.doc)) return "noSuchCase";
    return dossier.file.doc.status === "cancelled" ? "caseClosed" : null;
  },
  decide: async (services, actor, { dossier, identity }, { code, what }) => {
    const head = dossier.file.doc;
    if (identity.doc.prescriber === null) return refused("nothingToSettle");
    if (prescriberReturn(head).what !== what) return refused("changedMeanwhile");
    const known = await services.store.get("prescriberTold", `${code}.${head.parcours}.${what}`);
    const doc: PrescriberTold = {
      kind: "prescriberTold",
      schemaVersion: 1,
      code,
      parcours: head.parcours,
      what,
      on: services.clock.today(),
      by: actor.memberId,
      at: services.clock.now().toISOString(),
    };
    return decideOnCase<ToldOutcome>(services, dossier, {
      act: "prescriber.told",
      details: { what },
      outcome: { kind: "told" },
      writes: [{ op: "put", doc, expected: known?.version ?? "new" }],
      after: { head, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
    });
  },
});
