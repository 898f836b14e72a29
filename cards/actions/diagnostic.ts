/** The diagnostic: a round, *Tour d'horizon*, each domain, what is urgent. */
import { z } from "zod";
import { DOMAIN_IDS, domainId, type DomainId } from "../../src/domain/framework/schema.ts";
import { action, code, ofCase, ofCaseRev, rev, typed } from "./action.ts";

/** The id of the line of a domain in *Tour d'horizon*. */
export const overviewField = (domain: DomainId): `state_${DomainId}` => `state_${domain}`;
const overviewLines = z.partialRecord(z.enum(DOMAIN_IDS.map(overviewField)), z.string().max(40));
/** `shown` is what each line said when the card was made; `target` the domain of *Ouvrir*; `urgent` the urgent points ticked. */
const overview = z
  .object({ code, rev, shown: z.string().max(400), target: typed, urgent: typed })
  .catchall(z.string().max(40))
  .transform(({ code: of, rev: version, shown, target, urgent, ...lines }, context) => {
    const read = overviewLines.safeParse(lines);
    if (!read.success) {
      context.addIssue({ code: "custom", message: "unknown line" });
      return z.NEVER;
    }
    return { code: of, rev: version, shown, target, urgent, lines: read.data };
  });

export const domainFields = {
  strength: typed,
  severity: typed,
  impact: typed,
  situations: typed,
  selfSeverity: typed,
  priority: typed,
  source: typed,
  facts: typed,
  urgent: typed,
} as const;

const ofDomain = z.strictObject({ code, domain: domainId });
const domain = z.strictObject({ code, domain: domainId, rev, ...domainFields });

const urgentFields = { doneOn: typed, doneBy: typed } as const;
/** `then` is the screen to go on with once the urgent point was read: a domain, `overview`, `pause`, `sheet` or `synthesis`. */
const urgent = z.strictObject({ code, rev, urgent: z.string().max(60), then: z.string().max(40), ...urgentFields });

export const diagnosticActions = {
  openDiagnostic: action("diagnostic.open", ofCase),
  askNewRound: action("round.ask", ofCaseRev),
  openNewRound: action("round.open", ofCaseRev),
  openOverview: action("overview.open", ofCase),
  saveOverview: action("overview.save", overview),
  goFromOverview: action("overview.go", overview),
  pauseOverview: action("overview.pause", overview),
  nothingChanged: action("overview.unchanged", overview),
  openDomain: action("domain.open", ofDomain),
  saveDomain: action("domain.save", domain),
  previousDomain: action("domain.previous", domain),
  explainDomain: action("domain.guidance", domain),
  domainToOverview: action("domain.overview", domain),
  pauseDomain: action("domain.pause", domain),
  urgentDone: action("urgent.done", urgent),
  urgentLater: action("urgent.later", urgent),
  openUrgent: action("urgent.open", z.strictObject({ code, urgent: z.string().max(60) })),
} as const;
