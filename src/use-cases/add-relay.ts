import { z } from "zod";
import { caseAfterHandover } from "../domain/handover/after-step.ts";
import { nextHandoverId, openedHandover } from "../domain/handover/opened.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { HANDOVERS_AT_MOST } from "../domain/participant/clock-facts.ts";
import { hasRole, maySeeCase, type Actor } from "../domain/people/actor.ts";
import { refused, type RefusalCode } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { findingsOf, type Dossier } from "./parts/dossier.ts";
import { aboutCode, carrierAfterEntry, decideOnCase, loadDossier, queueOfCase } from "./parts/on-case.ts";

const input = z.strictObject({
  code: participantCode,
  rev: z.string(),
  /** *Passage urgent*: decided by a chargé de projet, confirmed at the next cell. */
  urgent: z.boolean(),
});
type Input = z.infer<typeof input>;

/** The version of the case that the card showed: a second press adds nothing more. */
export const relayRev = ({ file }: Pick<Dossier, "file">): string => String(file.doc.handovers.length);

const decidesAtOnce = (actor: Actor, dossier: Dossier): RefusalCode | null => {
  const { status, entry } = dossier.file.doc;
  if (!maySeeCase(actor, dossier.file.doc)) return "noSuchCase";
  if (!hasRole(actor, "chargeDeProjet")) return "roleMayNot";
  if (status === "cancelled" || status === "left" || status === "reoriented") return "caseClosed";
  return entry === null ? "notEntered" : null;
};

const addsRelay = (actor: Actor, dossier: Dossier): RefusalCode | null => {
  const refusal = carrierAfterEntry(actor, dossier);
  if (refusal !== null) return refusal;
  const { status } = dossier.file.doc;
  return status === "left" || status === "reoriented" ? "caseClosed" : null;
};

/** One more relay beside the référent, to be prepared with the person; urgent, by a chargé de projet, before any cell. Never a way out. */
export const addRelay = command<Input, Dossier, { readonly kind: "added"; readonly id: string }>({
  act: "handover.relay",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: loadDossier,
  allow: (actor, dossier, { urgent }) => (urgent ? decidesAtOnce(actor, dossier) : addsRelay(actor, dossier)),
  decide: (services, actor, dossier, { rev, urgent }) => {
    const file = dossier.file.doc;
    if (rev !== relayRev(dossier)) return refused("changedMeanwhile");
    const open = file.handovers.filter(({ closedOn }) => closedOn === null);
    if (open.length >= HANDOVERS_AT_MOST) return refused("alreadyDone");
    const opened = openedHandover(
      file,
      nextHandoverId(file),
      { what: "relay", decided: { lead: null, service: null }, to: null, answers: [] },
      {
        ...{ review: null, urgent, on: services.clock.today(), by: actor.memberId },
        at: services.clock.now().toISOString(),
      },
    );
    return decideOnCase(services, dossier, {
      act: urgent ? "handover.urgent" : "handover.relay",
      details: { handover: opened.id },
      outcome: { kind: "added" as const, id: opened.id },
      writes: [{ op: "put", doc: opened, expected: "new" }],
      after: {
        head: caseAfterHandover(file, opened),
        round: dossier.round?.doc,
        findings: findingsOf(dossier.assessments),
      },
    });
  },
});
