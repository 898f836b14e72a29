/** What would leave of one person, and what may be chosen instead. */
import type { Handover } from "../handover/records.ts";
import type { CaseFile } from "../participant/case-file.ts";
import type { SituationFacts } from "../suggestion/facts.ts";
import { CONTRAINTE_CODES, type ContrainteCode, type ContrainteRule, type ExportRules } from "./export-rules.ts";
import { allowedTrust, needsOf, strengthsOffered, trustOf } from "./ft-besoins.ts";
import {
  allowedChoices,
  projectedChoice,
  situationsOf,
  type ContrainteChoice,
  type Diagnosed,
  type NamedSituation,
} from "./ft-contraintes.ts";
import { PROJECTS } from "./orientation.ts";
import { BODIES, type Body, type Trust } from "./transmission.ts";

export const UNSAID = "unsaid";
const CAPACITIES = [UNSAID, "yes", "no"] as const;
export type Capacity = (typeof CAPACITIES)[number];
const PROJECT_CHOICES = [UNSAID, ...PROJECTS] as const;
export type ProjectChoice = (typeof PROJECT_CHOICES)[number];

/** What is said of each value, projected or confirmed. */
export interface Choices {
  readonly to: Body;
  readonly contraintes: ReadonlyMap<ContrainteCode, ContrainteChoice>;
  readonly situations: readonly string[];
  readonly needs: readonly string[];
  readonly strengths: readonly string[];
  readonly trust: Trust;
  readonly capacity: Capacity;
  readonly project: ProjectChoice;
}

/** The person and their parcours, as far as something of them leaves. */
export interface Sources extends Diagnosed {
  readonly rules: ExportRules;
  readonly facts: SituationFacts;
  readonly head: Pick<CaseFile, "health" | "entry" | "status" | "ended" | "decided" | "handovers">;
  /** Of this parcours, the first first. */
  readonly handovers: readonly Handover[];
  /** Who received something of this parcours already. */
  readonly sentTo: ReadonlySet<Body>;
}

/** What each value may be confirmed as. */
export interface Offered {
  readonly to: readonly Body[];
  readonly contraintes: ReadonlyMap<ContrainteCode, readonly ContrainteChoice[]>;
  readonly situations: readonly NamedSituation[];
  readonly needs: readonly string[];
  readonly strengths: readonly string[];
  readonly trust: readonly Trust[];
  readonly capacity: readonly Capacity[];
  readonly project: readonly ProjectChoice[];
}

export interface Projection {
  readonly sources: Sources;
  readonly offered: Offered;
  readonly projected: Choices;
}

const isBody = (value: string | null): value is Body => BODIES.some((known) => known === value);

/** For somebody on RSA the body that refers them comes first; nobody while it is not known. */
const recipientsOf = ({ facts, sentTo }: Sources): readonly Body[] => {
  if (facts.rsa !== "yes") return ["FT"];
  const { referringBody } = facts;
  if (!isBody(referringBody)) return [];
  return sentTo.has(referringBody) && referringBody !== "FT" ? [referringBody, "FT"] : [referringBody];
};

/** In the order of their codes. */
export const byContrainte = <T>({ rules }: Sources, of: (rule: ContrainteRule) => T): ReadonlyMap<ContrainteCode, T> =>
  new Map(
    CONTRAINTE_CODES.flatMap((code) => {
      const rule = rules.franceTravail.contraintes.find((one) => one.code === code);
      return rule === undefined ? [] : [[code, of(rule)] as const];
    }),
  );

const projectOf = ({ wantsToCreate }: SituationFacts): ProjectChoice =>
  wantsToCreate === "yes" ? "ENTREPRENARIAT" : UNSAID;

export const projectTransmission = (sources: Sources): Projection => {
  const to = recipientsOf(sources);
  const contraintes = byContrainte(sources, (rule) => projectedChoice(sources, sources.rules, rule));
  const situations = situationsOf(sources, sources.rules);
  const needs = [...new Set(needsOf(sources))];
  const trust = trustOf(sources);
  return {
    sources,
    offered: {
      to,
      contraintes: new Map([...contraintes].map(([code, choice]) => [code, allowedChoices(choice)])),
      situations,
      needs,
      strengths: strengthsOffered(sources, sources.rules),
      trust: allowedTrust(trust),
      capacity: sources.head.health === "agreed" ? CAPACITIES : [UNSAID],
      project: PROJECT_CHOICES,
    },
    projected: {
      to: to[0] ?? "FT",
      contraintes,
      situations: situations.map(({ code }) => code),
      needs,
      strengths: [],
      trust,
      capacity: UNSAID,
      project: projectOf(sources.facts),
    },
  };
};
