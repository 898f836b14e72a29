import type { Finding } from "../../domain/diagnostic/assessment.ts";
import type { DomainId } from "../../domain/framework/schema.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import { mayCarryCase, mayManageCase, mayReadArchived, maySeeCase, type Actor } from "../../domain/people/actor.ts";
import type { CaseSummary } from "../../domain/records/bookkeeping.ts";
import { done, refused, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { findingsOf, previousFindings, readDossier, type Dossier } from "./dossier.ts";

/** A case as its screens show it. */
export interface CaseView {
  readonly dossier: Dossier;
  readonly identity: Identity;
  readonly findings: ReadonlyMap<DomainId, Finding>;
  /** The round before the open one; undefined at T0. */
  readonly previous: ReadonlyMap<DomainId, Finding> | undefined;
  readonly due: CaseSummary["due"];
  /** What this actor may do with it: a button appears only when what it does is theirs to do. */
  readonly may: { readonly carry: boolean; readonly manage: boolean; readonly readLevels: boolean };
}

export const readCaseView = async (
  services: Services,
  actor: Actor,
  { code }: { readonly code: string },
): Promise<Result<CaseView>> => {
  const [dossier, identity, summary] = await Promise.all([
    readDossier(services, code),
    services.store.get("identity", code),
    services.store.get("summary", code),
  ]);
  if (dossier === undefined || identity === undefined) return refused("noSuchCase");
  const file = dossier.file.doc;
  return done({
    dossier,
    identity: identity.doc,
    findings: findingsOf(dossier.assessments),
    previous: await previousFindings(services, file),
    due: summary?.doc.due ?? [],
    may: {
      carry: mayCarryCase(actor, file),
      manage: mayManageCase(actor, file),
      readLevels: maySeeCase(actor, file) || mayReadArchived(actor, file),
    },
  });
};
