import { z } from "zod";
import type { Finding } from "../domain/diagnostic/assessment.ts";
import { blankFinding } from "../domain/diagnostic/findings.ts";
import { healthClosed } from "../domain/diagnostic/health.ts";
import type { Actor } from "../domain/people/actor.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { Write } from "../ports/store.ts";
import { agreementWrite } from "./parts/agreements.ts";
import { findingsOf, type Dossier } from "./parts/dossier.ts";
import { eraseHealth } from "./parts/erase-health.ts";
import {
  aboutCode,
  carrierAfterEntry,
  decideOnCase,
  emptyAssessment,
  loadDossier,
  queueOfCase,
} from "./parts/on-case.ts";
import { refused, type RefusalCode } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";

const input = z.strictObject({
  code: participantCode,
  rev: z.string(),
  to: z.enum(["agreed", "refused", "withdrawn"]),
});
type Input = z.infer<typeof input>;
export type HealthAgreementSet = { readonly kind: "agreed" | "refused" | "withdrawn" };

/** What a card about the agreement carries: an old card changes nothing. */
export const healthRev = (file: CaseFile): string => `${file.parcours}.${file.health}`;

/** Why a card that carries `rev` cannot set the agreement to `to`; null: it can. */
export const healthRefusal = (file: CaseFile, to: HealthAgreementSet["kind"], rev: string): RefusalCode | null => {
  if (file.health === to) return "alreadyDone";
  return rev !== healthRev(file) || (to === "withdrawn") !== (file.health === "agreed") ? "changedMeanwhile" : null;
};

/** `sante` reads *ne souhaite pas en parler*; nothing that it said before goes to the history. */
const declinedWrite = ({ file, assessments }: Dossier, finding: Finding): Write => {
  const entry = assessments.get("sante");
  const current = entry?.doc ?? emptyAssessment(file.doc, file.doc.round ?? 0, "sante");
  const doc = { ...current, edition: current.edition + 1, finding, draft: null };
  return { op: "put", doc, expected: entry?.version ?? "new" };
};

const reopenedWrites = ({ assessments }: Dossier): readonly Write[] => {
  const entry = assessments.get("sante");
  return entry === undefined
    ? []
    : [{ op: "put", doc: { ...entry.doc, finding: null, draft: null }, expected: entry.version }];
};

/** What was noted goes, and what was shown of it; a round where health was never opened is declined as well. */
const withdrawalWrites = async (
  services: Services,
  actor: Actor,
  dossier: Dossier,
  finding: Finding,
): Promise<readonly Write[]> => {
  const { code } = dossier.file.doc;
  return [
    ...(await eraseHealth(services, actor, code)),
    ...(dossier.assessments.has("sante") ? [] : [declinedWrite(dossier, finding)]),
  ];
};

/**
 * Whether the person agrees that health be noted. Agreeing opens `sante`; refusing leaves it *ne souhaite pas en parler*;
 * withdrawing erases what was noted of it in every round, draft, earlier version and merged record, and asks that cards already shown be shortened.
 */
export const setHealthAgreement = command<Input, Dossier, HealthAgreementSet>({
  act: "health.set",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: loadDossier,
  allow: carrierAfterEntry,
  decide: async (services, actor, dossier, { to, rev }) => {
    const file = dossier.file.doc;
    const refusal = healthRefusal(file, to, rev);
    if (refusal !== null) return refused(refusal);
    const findings = new Map(findingsOf(dossier.assessments));
    const round = dossier.round?.doc;
    const about = { act: `health.${to}`, outcome: { kind: to } } as const;
    const state = to === "agreed" ? "given" : to;
    const said = agreementWrite(services, actor, file, { what: "health", state, on: services.clock.today() });
    if (to === "agreed") {
      findings.delete("sante");
      const after = { head: { ...file, health: to }, round, findings };
      return decideOnCase<HealthAgreementSet>(services, dossier, {
        ...about,
        writes: [...reopenedWrites(dossier), said],
        after,
      });
    }
    const finding = blankFinding("declined", { by: actor.memberId, now: services.clock.now().toISOString() });
    const after = { head: healthClosed(file, to), round, findings: findings.set("sante", finding) };
    const writes =
      to === "withdrawn"
        ? await withdrawalWrites(services, actor, dossier, finding)
        : [declinedWrite(dossier, finding)];
    return decideOnCase<HealthAgreementSet>(services, dossier, { ...about, writes: [...writes, said], after });
  },
});
