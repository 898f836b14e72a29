import { z } from "zod";
import type { Actor } from "../domain/people/actor.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { personNameFrom, recentDayFrom } from "../domain/participant/typed.ts";
import type { Write } from "../ports/store.ts";
import { findingsOf, type Dossier } from "./parts/dossier.ts";
import { aboutCode, carrierOnly, decideOnCase, loadDossier, queueOfCase } from "./parts/on-case.ts";
import { refused } from "./frame/result.ts";
import type { UrgentFlag } from "../domain/participant/case-file.ts";
import type { Services } from "./frame/services.ts";
import { openUrgent } from "./parts/urgent-flags.ts";
import { command } from "./frame/use-case.ts";

const input = z.strictObject({
  code: participantCode,
  urgent: z.string(),
  /** `done` records who did it and when; `later` leaves it open and goes on. */
  intent: z.enum(["done", "later"]),
  doneOn: z.string(),
  doneBy: z.string(),
});
type Input = z.infer<typeof input>;
/** What was typed about an urgent point and could not be recorded as it stood. */
export const urgentDraftId = (code: string, urgent: string, actor: Actor): string =>
  `urgent.${code}.${urgent}.${actor.memberId}`;

export type SettledUrgent =
  { readonly kind: "done"; readonly next: string | null } | { readonly kind: "later" } | { readonly kind: "toMend" };

/** Who called is free text: it stands with the case's drafts, under the flag's own id once it is done. */
const typedWrites = (
  services: Services,
  actor: Actor,
  request: Input,
  doneFlag: UrgentFlag | undefined,
): readonly Write[] => {
  const typing = urgentDraftId(request.code, request.urgent, actor);
  const id = doneFlag === undefined ? typing : `urgentDone.${request.code}.${request.urgent}.${doneFlag.raisedAt}`;
  const inputs = { doneOn: request.doneOn, doneBy: request.doneBy };
  const at = services.clock.now().toISOString();
  const about = { form: "urgent", code: request.code, aboutHealth: false, by: actor.memberId, at };
  const kept: Write = { op: "put", doc: { kind: "draft", schemaVersion: 1, id, inputs, ...about } };
  return doneFlag === undefined ? [kept] : [kept, { op: "delete", kind: "draft", id: typing }];
};

/** *Fait le… par…* for an urgent point. Until then it stays open and is the first thing that the case's screens say. */
export const settleUrgent = command<Input, Dossier, SettledUrgent>({
  act: "urgent.settle",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: loadDossier,
  allow: carrierOnly,
  decide: (services, actor, dossier, request) => {
    const file = dossier.file.doc;
    const open = openUrgent(file);
    const flagged = open.find((flag) => flag.id === request.urgent);
    if (flagged === undefined) return refused("alreadyDone");
    const on = recentDayFrom(request.doneOn, services.clock.today());
    const by = personNameFrom(request.doneBy);
    const done = request.intent === "done" && on.ok && by.ok ? { on: on.value, by: actor.memberId } : null;
    const kind = request.intent === "later" ? "later" : done === null ? "toMend" : "done";
    const urgent = file.urgent.map((flag) => (flag.id === request.urgent && done !== null ? { ...flag, done } : flag));
    const next = open.find((flag) => flag.id !== request.urgent)?.id ?? null;
    return decideOnCase<SettledUrgent>(services, dossier, {
      act: `urgent.${kind}`,
      outcome: kind === "done" ? { kind, next } : { kind },
      writes: typedWrites(services, actor, request, kind === "done" ? flagged : undefined),
      after: { head: { ...file, urgent }, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
    });
  },
});
