/** From a diagnostic to France Travail's besoins, and to what it calls *pouvoir d'agir*. */
import { levelOf } from "../diagnostic/findings.ts";
import type { DomainId } from "../framework/schema.ts";
import type { ExportRules } from "./export-rules.ts";
import { namedIn, type Diagnosed } from "./ft-contraintes.ts";
import type { Trust } from "./transmission.ts";

const TOWARDS_WORK = ["projet", "competences", "recherche"] as const satisfies readonly DomainId[];
/** *Connaître et utiliser les services numériques*: filed with the contrainte, and named there by one situation. */
export const DIGITAL_NEED = "7";
const ONLINE_STEPS = "52";

/** Needs that were named, by their number: the situations of the domains of work, and of one situation of the digital domain. */
export const needsOf = (diagnosed: Diagnosed): readonly string[] => [
  ...TOWARDS_WORK.flatMap((domain) => namedIn(diagnosed, domain)),
  ...(namedIn(diagnosed, "numerique").includes(ONLINE_STEPS) ? [DIGITAL_NEED] : []),
];

const codesOf = ({ framework }: Diagnosed, domain: DomainId): readonly string[] =>
  framework.domains.find(({ id }) => id === domain)?.ft ?? [];

/** What the diagnostic leaves room to call a strength: the domain has no difficulty, or something helps there already. Never ticked beforehand. */
export const strengthsOffered = (diagnosed: Diagnosed, { franceTravail }: ExportRules): readonly string[] => {
  const needs = new Set(needsOf(diagnosed));
  const codes = TOWARDS_WORK.flatMap((domain) => {
    const finding = diagnosed.findings.get(domain);
    return finding !== undefined && (finding.state === "nothing" || finding.strength !== "")
      ? codesOf(diagnosed, domain)
      : [];
  });
  return franceTravail.besoins.map(({ code }) => code).filter((code) => codes.includes(code) && !needs.has(code));
};

/** Whether the person is confident: only where there is a level. */
export const trustOf = ({ findings, framework }: Diagnosed): Trust => {
  const level = levelOf(findings, "confiance");
  if (level === null) return "NE_SAIT_PAS";
  return level < framework.thresholds.needFromSeverity ? "OUI" : "NON";
};
export const allowedTrust = (projected: Trust): readonly Trust[] =>
  projected === "NE_SAIT_PAS" ? ["NE_SAIT_PAS"] : ["OUI", "NON", "NE_SAIT_PAS"];
