/**
 * From a diagnostic to the contraintes of France Travail's shared diagnosis: presence, and severity in three words. A finer scale is projected and
 * never sent; what the person did not wish to speak of cannot be told from what was not spoken of.
 */
import type { Finding } from "../diagnostic/assessment.ts";
import { toFranceTravailImpact, weight } from "../diagnostic/figures.ts";
import { stateOf, type Findings } from "../diagnostic/findings.ts";
import type { DomainId, Framework } from "../framework/schema.ts";
import type { HealthAgreement } from "../participant/case-file.ts";
import type { ContrainteCode, ContrainteRule, ExportRules } from "./export-rules.ts";

/**
 * How a contrainte leaves. `notSent`: as if it had not been spoken of. `none`: nothing to report, which France Travail writes in the same way.
 * `closed`: there was one. `unweighed`: a situation of another domain that France Travail files here.
 */
export type ContrainteChoice =
  "notSent" | "none" | "closed" | "unweighed" | "weak" | "strong" | "weakPriority" | "strongPriority";

const PRESENT: ReadonlySet<ContrainteChoice> = new Set([
  "unweighed",
  "weak",
  "strong",
  "weakPriority",
  "strongPriority",
]);
export const isPresent = (choice: ContrainteChoice): boolean => PRESENT.has(choice);

/** What is projected: the last word on each domain, and what surrounds it. */
export interface Diagnosed {
  readonly findings: Findings;
  /** Domains where an earlier evaluation of this parcours had found a difficulty. */
  readonly hadOne: ReadonlySet<DomainId>;
  readonly health: HealthAgreement;
  /** The frameworks that these findings were made with, the latest first: they know the situations by their id. */
  readonly frameworks: readonly Framework[];
  /** The one whose thresholds hold. */
  readonly framework: Framework;
}

/** *Territoire rural isolé*: said with mobility here, filed by France Travail under housing. */
const RURAL = "28";
/** *État de santé incompatible avec la conduite*: of health, wherever it is filed. */
export const UNFIT_TO_DRIVE = "40";

/** The number of France Travail for a situation that was named; null: a local one. */
const ftCodeOf = ({ frameworks }: Diagnosed, domain: DomainId, situation: string): string | null => {
  const known = frameworks
    .flatMap(({ domains }) => domains.find(({ id }) => id === domain)?.situations ?? [])
    .find(({ id }) => id === situation);
  return known === undefined || known.ft === null ? null : String(known.ft);
};

/** The situations that were named in a domain where there is a difficulty, by their number. */
export const namedIn = (diagnosed: Diagnosed, domain: DomainId): readonly string[] => {
  const finding = diagnosed.findings.get(domain);
  if (finding?.state !== "assessed" || (domain === "sante" && diagnosed.health !== "agreed")) return [];
  return finding.situations.flatMap((id) => ftCodeOf(diagnosed, domain, id) ?? []);
};

const maySend = ({ health, findings }: Diagnosed, situation: string): boolean => {
  if (situation === UNFIT_TO_DRIVE) return health === "agreed";
  // Housing that the person does not wish to speak of is not spoken of from elsewhere.
  return situation !== RURAL || stateOf(findings, "logement") !== "declined";
};

export interface NamedSituation {
  readonly contrainte: ContrainteCode;
  readonly code: string;
  readonly label: string;
}

/** Every situation that may leave, unchanged, under the contrainte that France Travail files it with. */
export const situationsOf = (diagnosed: Diagnosed, rules: ExportRules): readonly NamedSituation[] => {
  const { contraintes } = rules.franceTravail;
  const named = new Set(contraintes.flatMap(({ domain }) => namedIn(diagnosed, domain)));
  return contraintes.flatMap(({ code: contrainte, situations }) =>
    situations
      .filter(({ code }) => named.has(code) && maySend(diagnosed, code))
      .map(({ code, label }) => ({ contrainte, code, label })),
  );
};

const bySeverity = (finding: Finding, { framework }: Diagnosed): ContrainteChoice => {
  const impact = toFranceTravailImpact(weight(finding) ?? 0, framework.thresholds);
  if (impact === "fort") return finding.priority ? "strongPriority" : "strong";
  return finding.priority ? "weakPriority" : "weak";
};

const ofDomain = (diagnosed: Diagnosed, domain: DomainId): ContrainteChoice => {
  const finding = diagnosed.findings.get(domain);
  if (domain === "sante" && diagnosed.health !== "agreed") return "notSent";
  if (finding?.state === "assessed") return bySeverity(finding, diagnosed);
  if (finding?.state === "nothing") return diagnosed.hadOne.has(domain) ? "closed" : "none";
  return "notSent";
};

/** What the diagnostic says of one contrainte. */
export const projectedChoice = (diagnosed: Diagnosed, rules: ExportRules, rule: ContrainteRule): ContrainteChoice => {
  const own = ofDomain(diagnosed, rule.domain);
  const filedHere = situationsOf(diagnosed, rules).some(({ contrainte }) => contrainte === rule.code);
  return filedHere && !isPresent(own) ? "unweighed" : own;
};

const LESS: Readonly<Record<ContrainteChoice, readonly ContrainteChoice[]>> = {
  notSent: ["notSent"],
  none: ["notSent", "none"],
  closed: ["notSent", "none", "closed"],
  unweighed: ["notSent", "unweighed"],
  weak: ["notSent", "weak", "strong"],
  strong: ["notSent", "weak", "strong"],
  weakPriority: ["notSent", "weak", "strong", "weakPriority", "strongPriority"],
  strongPriority: ["notSent", "weak", "strong", "weakPriority", "strongPriority"],
};
/** What may be confirmed instead: never a difficulty where the diagnostic found none, and always nothing at all. */
export const allowedChoices = (projected: ContrainteChoice): readonly ContrainteChoice[] => LESS[projected];
