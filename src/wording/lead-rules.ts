/** What the method did, rule by rule, said to the person with their own figures. */
import type { DirectoryHead } from "../domain/offer/records.ts";
import type { Finding } from "../domain/diagnostic/assessment.ts";
import type { DomainId, Framework } from "../domain/framework/schema.ts";
import type { Lead, LeadInputs, TestLine } from "../domain/suggestion/lead.ts";
import type { LeadKind } from "../domain/suggestion/lead-kinds.ts";
import { conditionInWords } from "./conditions.ts";
import { levelWords } from "./figures.ts";
import { domainLabels, leadLabel, type LeadWords } from "./lead.ts";
import { counted, enumerated, quoted } from "./lists.ts";

type RuleLine = Pick<TestLine, "code" | "figures" | "domains">;

/** What a rule is said with: the lead, and what the framework and the person's own word bring to it. */
export interface RuleReading {
  readonly framework: Omit<LeadWords, "suggestion"> & {
    readonly suggestion: {
      readonly leads: readonly (LeadWords["suggestion"]["leads"][number] & {
        readonly intensity: "light" | "reinforced";
      })[];
    };
    readonly thresholds: Pick<Framework["thresholds"], "needFromSeverity">;
  };
  readonly inputs: { readonly facts: Pick<LeadInputs["facts"], "accompaniedBy"> };
  readonly lead: Pick<Lead, "first" | "equivalents" | "reinforced"> & {
    readonly candidates: readonly { readonly kind: LeadKind; readonly prescribed: boolean }[];
  };
}

/** A level that was read; `source` null: not said any more. */
export type LevelRead = Pick<Finding, "state" | "severity" | "impact" | "source">;

/** What is explained: one lead, with what it read. */
export interface ToExplain {
  readonly framework: Framework;
  readonly inputs: LeadInputs;
  readonly lead: Lead;
  readonly findings: ReadonlyMap<DomainId, LevelRead>;
  /** The directory that was read; undefined: none. */
  readonly directory: Pick<DirectoryHead, "number" | "at" | "fictional"> | undefined;
  readonly timeZone: string;
}

/** A longer list says nothing more than the table above it. */
const NAMED_AT_MOST = 4;
const inBrackets = (framework: LeadWords, domains: readonly DomainId[]): string =>
  domains.length === 0 || domains.length > NAMED_AT_MOST ? "" : ` (${domainLabels(framework, domains)})`;

const reinforcedBy = (framework: LeadWords, { figures, domains }: RuleLine): string => {
  const { atFour = 0, outsideCore = 0, outsideCoreFrom = 0, weight = 0, levelled = 0, extentFrom = 0 } = figures;
  const reasons = [
    ...(atFour > 0 ? [counted(atFour, "sujet au niveau 4", "sujets au niveau 4")] : []),
    ...(outsideCore >= outsideCoreFrom && outsideCoreFrom > 0 ? [`${outsideCore} besoins hors de l'emploi`] : []),
    ...(levelled > 0 && 100 * weight >= extentFrom * 12 * levelled
      ? [`un total de ${weight} sur ${12 * levelled}`]
      : []),
  ];
  return `${enumerated(reasons)}${inBrackets(framework, domains)}`;
};

/** One rule, said to the person with their own figures. */
export const ruleSentence = (about: RuleReading, line: RuleLine): string => {
  const { framework } = about;
  const { figures, domains } = line;
  const need = quoted(levelWords(framework, framework.thresholds.needFromSeverity));
  switch (line.code) {
    case "seeks":
      return "Vous cherchez un emploi maintenant : la méthode continue.";
    case "wishNotKnown":
      return "Chercher un emploi maintenant : ce n'est pas encore dit. La méthode continue, la question reste à vous poser.";
    case "wishDeclined":
      return "Vous ne souhaitez pas dire si vous cherchez un emploi maintenant : c'est votre droit, la méthode continue.";
    case "wishesNoSearch":
      return "Vous avez dit que vous ne cherchez pas d'emploi maintenant : un accompagnement social d'abord, à discuter avec vous.";
    case "tooFewAddressed":
      return `${counted(figures["addressed"] ?? 0, "sujet abordé", "sujets abordés")}, il en faut ${figures["threshold"] ?? 0} pour proposer une piste. Il manque : ${domainLabels(framework, domains)}.`;
    case "differsOverRange":
      return `Selon ce que vous diriez de ces sujets, la piste changerait : ${domainLabels(framework, domains)}. Mieux vaut en parler avant.`;
    case "holdsOverRange":
      return domains.length === 0
        ? `${counted(figures["addressed"] ?? 0, "sujet abordé", "sujets abordés")}, il en faut ${figures["threshold"] ?? 0}, et aucun n'attend de niveau.`
        : `${counted(figures["addressed"] ?? 0, "sujet abordé", "sujets abordés")}, il en faut ${figures["threshold"] ?? 0}. ${domains.length === 1 ? "Un autre ne changerait" : "Les autres ne changeraient"} pas la piste : ${domainLabels(framework, domains)}.`;
    case "noNeed":
      return `Aucun sujet n'atteint ${need}.`;
    case "fewLight":
      return `Aucun sujet n'atteint ${need}, et ${counted(figures["light"] ?? 0, "sujet gêne", "sujets gênent")} un peu (moins de ${figures["manyLightFrom"] ?? 0}) : France Travail, comme pour tout le monde.`;
    case "manyLight":
      return `Aucun sujet n'atteint ${need}, mais ${figures["light"] ?? 0} gênent un peu (à partir de ${figures["manyLightFrom"] ?? 0}) : ensemble, ils appellent le PLIE.`;
    case "someNeed":
      return `${counted(figures["needs"] ?? 0, "sujet atteint", "sujets atteignent")} ${need}${inBrackets(framework, domains)}.`;
    case "reinforced":
      return `Un accompagnement renforcé est appelé par ${reinforcedBy(framework, line)} : les accompagnements légers sont écartés.`;
    case "notReinforced":
      return "Rien n'appelle un accompagnement renforcé : tous ceux qui vous sont ouverts restent possibles.";
    case "coverage":
      return coverageWords(about, line);
  }
};

/** Which rule put the first one before its equals. */
const beforeEquals = ({ framework, inputs, lead }: RuleReading): string => {
  const { first, equivalents, candidates } = lead;
  const sent = candidates.filter(({ kind, prescribed }) => prescribed && equivalents.includes(kind));
  const spared = sent.map(({ kind }) => leadLabel(framework, kind));
  const isLight = (kind: LeadKind | null): boolean =>
    framework.suggestion.leads.some((lead) => lead.kind === kind && lead.intensity === "light");
  const rule =
    !lead.reinforced && isLight(first) && !equivalents.every(isLight)
      ? "Il passe d'abord parce qu'il est le plus léger : une place au PLIE est pour qui en a besoin."
      : inputs.facts.accompaniedBy === first
        ? "Il passe d'abord parce qu'il vous accompagne déjà."
        : spared.length > 0
          ? ""
          : "Il passe d'abord selon l'ordre écrit à l'avance.";
  return [
    `${equivalents.length === 1 ? "Aussi adapté" : "Aussi adaptés"} : ${equivalents.map((kind) => leadLabel(framework, kind)).join(" ; ")}.`,
    rule,
    spared.length === 0
      ? ""
      : `Votre nom nous a été transmis par ${enumerated(spared)} : on ne vous y renvoie pas en premier.`,
  ]
    .filter((part) => part !== "")
    .join(" ");
};

const coverageWords = (about: RuleReading, { figures, domains }: RuleLine): string => {
  const { framework, lead } = about;
  const chosen = lead.first === null ? "" : leadLabel(framework, lead.first);
  const same = lead.equivalents.length === 0 ? "" : ` ${beforeEquals(about)}`;
  return domains.length === 0
    ? `Aucun besoin du côté de l'emploi : tous se valent. L'accompagnement retenu est : ${chosen}.${same}`
    : `Du côté de l'emploi${inBrackets(framework, domains)}, l'accompagnement retenu est : ${chosen}. Il travaille sur ${figures["covered"] ?? 0} des ${figures["of"] ?? 0} points de vos besoins.${same}`;
};

/** What steps and relays were chosen for. */
const chosenLines = ({ framework, inputs, lead }: ToExplain): readonly string[] => {
  const priorities = framework.domains.filter(({ id }) => inputs.findings[id]?.priority === true).map(({ id }) => id);
  const said = lead.steps.length + lead.relays.length;
  if (said === 0) return [];
  return [
    `Étapes et relais, choisis ensuite. ${priorities.length === 0 ? "Aucune priorité n'est notée." : `Vos priorités : ${domainLabels(framework, priorities)}.`}`,
  ];
};

const conditionLines = ({ framework, lead }: ToExplain): readonly string[] => {
  const said = (eligibility: Lead["candidates"][number]["eligibility"], words: string): readonly string[] => {
    const those = lead.candidates.filter((one) => one.eligibility === eligibility);
    const named = those.map(
      ({ kind, conditions }) => `${leadLabel(framework, kind)} (${conditions.map(conditionInWords).join(", ")})`,
    );
    return named.length === 0 ? [] : [`${words} : ${named.join(" ; ")}.`];
  };
  return [
    ...said("excluded", "Pas ouvert à votre situation, selon une condition du partenaire"),
    ...said("soon", "Possible dès que votre demande est acceptée"),
    ...said("toVerify", "Condition d'accès à vérifier avec vous"),
  ];
};

/** Of the third and the fourth rule, which read the same levels, only the one that says more. */
export const linesThatSayMore = <L extends Pick<TestLine, "test" | "code">>(lines: readonly L[]): readonly L[] =>
  lines.filter(({ test, code }) => (test !== 4 || code !== "someNeed") && code !== "noNeed");

/** The rules in their order, then the conditions of partners, then what steps and relays were chosen for. */
export const operationsOf = (about: ToExplain): readonly string[] => [
  ...linesThatSayMore(about.lead.lines).map((line) => `Règle ${line.test}. ${ruleSentence(about, line)}`),
  ...conditionLines(about),
  ...chosenLines(about),
];
