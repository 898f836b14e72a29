import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import { exitProofOn, exitToProve } from "../domain/participant/exit-proof.ts";
import { done, refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { findingsOf, type Dossier } from "./parts/dossier.ts";
import { receivesEsfPapers } from "./parts/esf.ts";
import { aboutCode, decideOnCase, loadDossier, queueOfCase } from "./parts/on-case.ts";

const input = z.strictObject({ code: participantCode, received: z.boolean() });

export interface NotedExitProof {
  readonly kind: "received" | "awaited";
}

/**
 * *Justificatif de sortie reçu*: a document that attests the exit came to the PLIE today, or was noted by mistake. By whoever carries the case, or
 * the assistante who receives the papers. The document itself is kept at the PLIE.
 */
export const noteExitProof = command<z.infer<typeof input>, Dossier, NotedExitProof>({
  act: "exitProof.note",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: loadDossier,
  allow: (actor, { file }) => (receivesEsfPapers(actor, file.doc) ? null : "noSuchCase"),
  decide: (services, _actor, dossier, { received }) => {
    const head = dossier.file.doc;
    if (exitToProve(head) === null) return refused("changedMeanwhile");
    const kind = received ? "received" : "awaited";
    if (received === (exitProofOn(head) !== null))
      return done({
        outcome: { kind },
        writes: [],
        head: null,
        audit: { act: "exitProof.again", code: head.code, details: {} },
      });
    const on = services.clock.today();
    return decideOnCase<NotedExitProof>(services, dossier, {
      act: `exitProof.${kind}`,
      details: received ? { on } : {},
      outcome: { kind },
      writes: [],
      after: {
        head: { ...head, exitProofOn: received ? on : null },
        round: dossier.round?.doc,
        findings: findingsOf(dossier.assessments),
      },
    });
  },
});
