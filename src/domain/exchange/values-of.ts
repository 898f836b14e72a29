/** What leaves once it is confirmed, and nothing else. */
import type { DomainId } from "../framework/schema.ts";
import { heldOn, lastSending } from "../handover/standing.ts";
import type { ContrainteCode, ContrainteRule } from "./export-rules.ts";
import { DIGITAL_NEED } from "./ft-besoins.ts";
import { isPresent } from "./ft-contraintes.ts";
import type { Project } from "./orientation.ts";
import { orientationOf, type Leaving } from "./orientation-from.ts";
import { byContrainte, UNSAID, type Choices, type Projection, type Sources } from "./project-transmission.ts";
import type { BesoinSent, ContrainteSent, TransmittedValues } from "./transmission.ts";

/** A partner accepted a relay for that domain, and it goes on. */
const relayed = ({ handovers }: Sources, domain: DomainId): boolean =>
  handovers.some(
    (one) =>
      one.answers.includes(domain) &&
      (one.closed === null || one.closed.because === "followed") &&
      (lastSending(one)?.answer === "accepted" || heldOn(one) !== null),
  );

/** An objective runs where there is such a relay, and a situation that leaves calls for its theme: what is not sent is not said by its objective. */
const underWay = (
  sources: Sources,
  domain: DomainId,
  leaving: readonly string[],
  themes: readonly string[],
): boolean => {
  const finding = sources.findings.get(domain);
  if (finding?.state !== "assessed" || !relayed(sources, domain)) return false;
  const named = new Set(
    sources.frameworks
      .flatMap(({ domains }) => domains.find(({ id }) => id === domain)?.situations ?? [])
      .filter(({ id, ft }) => finding.situations.includes(id) && leaving.includes(String(ft)))
      .flatMap(({ themes: of }): readonly string[] => of),
  );
  return themes.some((theme) => named.has(theme));
};

const leavingOf = (
  { offered }: Projection,
  { contraintes, situations }: Choices,
): ReadonlyMap<ContrainteCode, Leaving> =>
  new Map(
    [...contraintes].map(([code, choice]) => {
      const named = offered.situations.filter(
        (one) => one.contrainte === code && isPresent(choice) && situations.includes(one.code),
      );
      return [code, { choice, situations: named.map((one) => one.code) }];
    }),
  );

const sentContrainte = ({ sources, offered }: Projection, rule: ContrainteRule, leaving: Leaving): ContrainteSent => {
  const { choice, situations } = leaving;
  const says = isPresent(choice) || choice === "closed";
  const finding = says && choice !== "unweighed" ? sources.findings.get(rule.domain) : undefined;
  const strong = choice === "strong" || choice === "strongPriority";
  return {
    code: rule.code,
    libelle: rule.label,
    valeur: isPresent(choice) ? "OUI" : choice === "closed" ? "CLOTUREE" : "NON_ABORDEE",
    impact: strong ? "FORT" : choice === "weak" || choice === "weakPriority" ? "FAIBLE" : null,
    estPrioritaire: choice === "weakPriority" || choice === "strongPriority",
    dateExploration: finding?.source?.on ?? null,
    agent: finding?.by ?? null,
    situations: offered.situations
      .filter(({ contrainte, code }) => contrainte === rule.code && situations.includes(code))
      .map(({ code, label }) => ({ code, libelle: label })),
    objectifs: rule.objectifs.map(({ label, themes }) => ({
      libelle: label,
      valeur: says && underWay(sources, rule.domain, situations, themes) ? "EN_COURS" : "NON_ABORDE",
    })),
  };
};

const besoinsOf = ({ sources }: Projection, { needs, strengths }: Choices): readonly BesoinSent[] =>
  sources.rules.franceTravail.besoins.map(({ code, label }) => ({
    code,
    libelle: label,
    valeur: needs.includes(code) ? "BESOIN" : strengths.includes(code) ? "POINT_FORT" : "NON_EXPLORE",
  }));

const UNNAMED: BesoinSent = { code: DIGITAL_NEED, libelle: "", valeur: "NON_EXPLORE" };

const pouvoirAgirOf = ({ sources }: Projection, { trust }: Choices): TransmittedValues["pouvoirAgir"] => {
  const finding = trust === "NE_SAIT_PAS" ? undefined : sources.findings.get("confiance");
  return {
    confiance: trust,
    accompagnement: "NE_SAIT_PAS",
    dateExploration: finding?.source?.on ?? null,
    agent: finding?.by ?? null,
  };
};

/** Every value that leaves, from what was projected and what was chosen over it with the person. */
export const valuesOf = (projection: Projection, choices: Choices): TransmittedValues => {
  const { sources } = projection;
  const leaving = leavingOf(projection, choices);
  const besoins = besoinsOf(projection, choices);
  const reorientation = sources.handovers.filter(({ what }) => what === "reorient").at(-1) ?? null;
  const project: Project | null = choices.project === UNSAID ? null : choices.project;
  return {
    contraintes: [
      ...byContrainte(sources, (rule) =>
        sentContrainte(projection, rule, leaving.get(rule.code) ?? { choice: "notSent", situations: [] }),
      ).values(),
    ],
    besoins: besoins.filter(({ code }) => code !== DIGITAL_NEED),
    besoinNumerique: besoins.find(({ code }) => code === DIGITAL_NEED) ?? UNNAMED,
    pouvoirAgir: pouvoirAgirOf(projection, choices),
    orientation: orientationOf({
      leaving,
      facts: sources.facts,
      head: sources.head,
      handover: reorientation,
      capacity: choices.capacity === UNSAID ? null : choices.capacity === "yes",
      project,
    }),
  };
};
