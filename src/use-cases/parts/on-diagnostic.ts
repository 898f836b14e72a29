/** What the overview and the domains share: the round they work in, and what follows from what was found. */
import type { Actor } from "../../domain/people/actor.ts";
import type { Finding, Round } from "../../domain/diagnostic/assessment.ts";
import { countingOf } from "../../domain/diagnostic/counting.ts";
import { t0Met } from "../../domain/diagnostic/figures.ts";
import { nextToExplore } from "../../domain/diagnostic/overview.ts";
import type { DomainId } from "../../domain/framework/schema.ts";
import type { Place, UrgentFlag } from "../../domain/participant/case-file.ts";
import { touched } from "../../domain/participant/clock-facts.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import { previousFindings, type Dossier } from "./dossier.ts";
import { loadDossier, type After } from "./on-case.ts";
import { done, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";

export interface Diagnostic extends Dossier {
  /** Findings of the round before; undefined at T0. */
  readonly previous: ReadonlyMap<DomainId, Finding> | undefined;
}

export const loadDiagnostic = async (
  services: Services,
  actor: Actor,
  input: { readonly code: string },
): Promise<Result<Diagnostic>> => {
  const dossier = await loadDossier(services, actor, input);
  if (!dossier.ok) return dossier;
  return done({ ...dossier.value, previous: await previousFindings(services, dossier.value.file.doc) });
};

/** The day the threshold of addressed domains was met: kept once it is, even when a domain is spoken of no more. */
const metOn = (services: Services, diagnostic: Diagnostic, round: Round, findings: After["findings"]): Round["metOn"] =>
  round.metOn ??
  (t0Met(findings, diagnostic.framework, countingOf(diagnostic.file.doc, round)) ? services.clock.today() : null);

/** The case once these findings are recorded: where the référent goes on (where they say, else the next domain to explore), and the round. */
export const onceFound = (
  services: Services,
  diagnostic: Diagnostic,
  open: Versioned<Round>,
  found: {
    readonly findings: After["findings"];
    readonly urgent: readonly UrgentFlag[];
    readonly place: Place | null;
    /** The domain just recorded; undefined: the overview. */
    readonly from?: DomainId;
  },
): { readonly next: DomainId | null; readonly after: After; readonly writes: readonly Write[] } => {
  const next = nextToExplore(found.findings, found.from) ?? null;
  const onward: Place = next === null ? { at: "overview" } : { at: "domain", domain: next };
  const round = { ...open.doc, metOn: metOn(services, diagnostic, open.doc, found.findings) };
  const head = {
    ...touched(diagnostic.file.doc, services.clock.today()),
    urgent: [...found.urgent],
    place: found.place ?? onward,
  };
  return {
    next,
    after: { head, round, findings: found.findings },
    writes: round.metOn === open.doc.metOn ? [] : [{ op: "put", doc: round, expected: open.version }],
  };
};
