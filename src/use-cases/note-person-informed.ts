import { z } from "zod";
import { day, participantCode } from "../domain/participant/codes.ts";
import { movedCaseId, type MovedCase } from "../domain/people/absence.ts";
import { mayManageCase } from "../domain/people/actor.ts";
import type { Versioned } from "../ports/store.ts";
import { done, refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { findingsOf, type Dossier } from "./parts/dossier.ts";
import { aboutCode, decideOnCase, loadDossier, queueOfCase } from "./parts/on-case.ts";

const input = z.strictObject({ move: z.string().min(1).max(100), code: participantCode, on: day });

interface Loaded {
  readonly dossier: Dossier;
  readonly moved: Versioned<MovedCase>;
}
export interface InformedPerson {
  readonly kind: "informed";
}

/** *La personne en est informée le…*: who stands in, or who accompanies them from now on. */
export const notePersonInformed = command<z.infer<typeof input>, Loaded, InformedPerson>({
  act: "move.informed",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: async (services, actor, request) => {
    const [dossier, moved] = await Promise.all([
      loadDossier(services, actor, request),
      services.store.get("movedCase", movedCaseId(request)),
    ]);
    return dossier.ok && moved !== undefined ? done({ dossier: dossier.value, moved }) : refused("noSuchCase");
  },
  allow: (actor, { dossier, moved }) =>
    mayManageCase(actor, dossier.file.doc) || moved.doc.fromId === actor.memberId ? null : "noSuchCase",
  decide: (services, actor, { dossier, moved }, { move, on }) => {
    if (moved.doc.informed !== null) return refused("alreadyDone");
    if (on > services.clock.today()) return refused("choiceMissing");
    const file = dossier.file.doc;
    return decideOnCase<InformedPerson>(services, dossier, {
      act: "case.moveTold",
      details: { move, on },
      outcome: { kind: "informed" },
      writes: [{ op: "put", doc: { ...moved.doc, informed: { on, by: actor.memberId } }, expected: moved.version }],
      after: { head: file, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
    });
  },
});
