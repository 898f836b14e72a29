import { z } from "zod";
import { activationAfter, tookPlace } from "../domain/activation/after-bilan.ts";
import { bilanFromInputs, type BilanSaid } from "../domain/activation/bilan-from-inputs.ts";
import { lastDayOf, proposalsOf, type Proposals } from "../domain/activation/evidence.ts";
import type { ActionBilan } from "../domain/activation/records.ts";
import { typedInputs } from "../domain/diagnostic/assessment.ts";
import { touched } from "../domain/participant/clock-facts.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Write } from "../ports/store.ts";
import type { Decision } from "./frame/commit.ts";
import type { Result, RefusalCode } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";
import { keepBilanTyped, loadBilan, type BilanCase } from "./parts/bilan-form.ts";
import { findingsOf } from "./parts/dossier.ts";
import { dropTyped, readTyped } from "./parts/form.ts";
import { aboutCode, carrierAfterEntry, decideOnCase, queueOfCase } from "./parts/on-case.ts";

const input = z.strictObject({
  code: participantCode,
  action: z.string(),
  rev: z.string(),
  inputs: typedInputs,
  intent: z.enum(["record", "keep"]),
});
type Input = z.infer<typeof input>;

export type RecordedBilan =
  | { readonly kind: "kept" | "toMend" }
  /** Newer work is there: what was typed is kept beside it, nothing is written over it. */
  | { readonly kind: "overtaken" }
  | {
      readonly kind: "recorded";
      /** The action took place, at least in part: what was seen in it can be told. */
      readonly held: boolean;
      /** Something seen waits for the référent to keep it or not. */
      readonly waiting: boolean;
    };

/** The bilan of an action: its référent, once the person has entered, of an action that was not cancelled. */
export const carriesBilan = (actor: Actor, { dossier, action }: BilanCase): RefusalCode | null =>
  carrierAfterEntry(actor, dossier) ?? (action.doc.state === "cancelled" ? "changedMeanwhile" : null);

const bilanOf = (services: Services, actor: Actor, { action, bilan }: BilanCase, said: BilanSaid): ActionBilan => ({
  kind: "actionBilan",
  schemaVersion: 1,
  id: action.doc.id,
  code: action.doc.code,
  parcours: action.doc.parcours,
  edition: (bilan?.doc.edition ?? 0) + 1,
  ...said,
  on: bilan?.doc.on ?? services.clock.today(),
  by: actor.memberId,
  at: services.clock.now().toISOString(),
});

const evidenceWrites = ({ evidence }: BilanCase, { put, drop }: Proposals): readonly Write[] => {
  const version = new Map(evidence.map((one) => [one.doc.id, one.version]));
  return [
    ...put.map((doc): Write => ({ op: "put", doc, expected: version.get(doc.id) ?? "new" })),
    ...drop.flatMap(({ id }): Write[] => {
      const expected = version.get(id);
      return expected === undefined ? [] : [{ op: "delete", kind: "evidence", id, expected }];
    }),
  ];
};

const record = (
  services: Services,
  actor: Actor,
  loaded: BilanCase,
  said: BilanSaid,
): Result<Decision<RecordedBilan>> => {
  const { dossier, action, bilan, evidence, form } = loaded;
  const file = dossier.file.doc;
  const next = bilanOf(services, actor, loaded, said);
  const finished = { ...action.doc, state: "done" as const, edition: action.doc.edition + 1 };
  const known = evidence.map(({ doc }) => doc);
  const proposals = proposalsOf({
    action: action.doc,
    bilan: next,
    criteria: loaded.framework.activation.criteria,
    known,
  });
  const actions = loaded.actions.map((one) => (one.id === finished.id ? finished : one));
  const bilans = [...loaded.bilans.filter(({ id }) => id !== next.id), next];
  const head = { ...file, activation: activationAfter(file.activation, actions, bilans) };
  const dropped = new Set(proposals.drop.map(({ id }) => id));
  const waiting = [...proposals.put, ...known].some(({ id, state }) => state === "proposed" && !dropped.has(id));
  return decideOnCase<RecordedBilan>(services, dossier, {
    // What became of an action, a no-show most of all, is in its own document: no figure is made of it.
    act: "bilan.recorded",
    outcome: { kind: "recorded", held: tookPlace(next), waiting },
    writes: [
      { op: "put", doc: next, expected: bilan?.version ?? "new" },
      { op: "put", doc: finished, expected: action.version },
      ...evidenceWrites(loaded, proposals),
      ...dropTyped(form),
    ],
    after: {
      head: tookPlace(next) ? touched(head, lastDayOf(action.doc, next)) : head,
      round: dossier.round?.doc,
      findings: findingsOf(dossier.assessments),
    },
  });
};

/**
 * *Bilan d'action* with its grid. Each recording is a next edition: it proposes what changed of what was seen, and never touches what the référent
 * settled. A no-show leaves no level and no count.
 */
export const recordBilan = command<Input, BilanCase, RecordedBilan>({
  act: "bilan.record",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: loadBilan,
  allow: carriesBilan,
  decide: (services, actor, loaded, request) => {
    const { dossier, action, framework, form } = loaded;
    const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
    const keep = (kind: "kept" | "toMend" | "overtaken") =>
      decideOnCase<RecordedBilan>(services, dossier, {
        act: `bilan.${kind}`,
        outcome: { kind },
        writes: [keepBilanTyped(services, actor, form, inputs)],
        after: { head: dossier.file.doc, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
      });
    if (request.intent === "keep") return keep("kept");
    if (overtaken) return keep("overtaken");
    const read = bilanFromInputs(inputs, {
      action: action.doc,
      criteria: framework.activation.criteria,
      lengths: framework.lengths,
      today: services.clock.today(),
    });
    return read.ok ? record(services, actor, loaded, read.said) : keep("toMend");
  },
});
