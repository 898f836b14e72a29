/**
 * *Pourquoi cette piste ?*, written to the person so that it can be read aloud as it is: the four contents of article L. 311-3-1 of the CRPA, what would
 * change the lead, and their rights. Levels, weights and facts only: never a word of the notes.
 */
import type { DomainId, Framework } from "../domain/framework/schema.ts";
import type { Flip, Lead, LeadInputs } from "../domain/suggestion/lead.ts";
import type { FactId } from "../domain/suggestion/facts.ts";
import { dayInWords } from "./dates.ts";
import { difficultyWords, impactWords, levelWords } from "./figures.ts";
import { directoryWords } from "./lead-card.ts";
import { operationsOf, type LevelRead, type ToExplain } from "./lead-rules.ts";
import { domainLabel, domainLabels, leadAbout, leadLabel, whoDecidesSentence } from "./lead.ts";
import { counted, enumerated, lowerFirst, quoted } from "./lists.ts";
import { factLabels, factWords } from "./situation-facts.ts";
import { stateWords } from "./situation.ts";

/** Titles of the four contents, in the order of the article, then the rest. */
export const leadDocumentWords = {
  title: "Pourquoi cette piste ?",
  contribution: "1. La part de la méthode dans la décision",
  data: "2. Ce qui a été regardé, et d'où cela vient",
  parameters: "3. Les règles, et leur poids dans votre situation",
  operations: "4. Ce que la méthode a fait, dans l'ordre",
  change: "Ce qui changerait la piste",
  rights: "Vos droits",
  columns: ["Sujet", "Ce qui est noté", "D'où cela vient"],
} as const;

export interface LeadExplanation {
  /** The lead in one or two sentences. */
  readonly lead: string;
  readonly contribution: readonly string[];
  readonly data: readonly { readonly label: string; readonly said: string; readonly source: string }[];
  /** What was not read, and why. */
  readonly unused: readonly string[];
  readonly parameters: readonly string[];
  readonly operations: readonly string[];
  readonly change: readonly string[];
  readonly rights: readonly string[];
  readonly versions: string;
}

const SOURCES = { dit: "vous l'avez dit", observe: "observé pendant une action", atteste: "attesté" } as const;

const sentenceOfLead = ({ framework, lead }: ToExplain): string => {
  if (lead.first === null)
    return "La méthode ne propose pas encore de piste : trop de sujets n'ont pas encore de niveau.";
  const about = leadAbout(framework, lead.first);
  const found = `La méthode propose : ${leadLabel(framework, lead.first)}${lead.toDiscuss ? ", à discuter avec vous" : ""}. ${about}`;
  return [found, besides(framework, lead)].filter((part) => part !== "").join(" ");
};

const besides = (framework: Framework, { steps, relays }: Lead): string => {
  const answered = (chosen: Lead["steps"]): string =>
    enumerated(
      [...new Set(chosen.flatMap(({ answers }) => answers))].map((domain) => quoted(domainLabel(framework, domain))),
    );
  const said = [
    steps.length === 0
      ? ""
      : `${counted(steps.length, "étape", "étapes")} dans cet accompagnement${answered(steps) === "" ? "" : ` pour ${answered(steps)}`}`,
    relays.length === 0 ? "" : `${counted(relays.length, "relais", "relais")} à côté pour ${answered(relays)}`,
  ].filter((part) => part !== "");
  return said.length === 0 ? "" : `Et aussi : ${said.join(", ")}.`;
};

const CONTRIBUTION = [
  "Cette piste vient d'un calcul écrit à l'avance et le même pour tout le monde, fait par un logiciel à partir de ce que nous avons noté ensemble. Il sert à préparer la discussion : il ne décide rien, et vos réponses ne servent à entraîner aucun logiciel.",
  "La décision est prise par des personnes, avec des raisons écrites. Elles ont aussi la préconisation de votre référent·e, écrite avant de voir cette piste, et votre point de vue. Elles peuvent choisir autre chose.",
] as const;

const whoDecides = ({ lead, inputs }: ToExplain): readonly string[] => {
  const sentence = whoDecidesSentence(lead, inputs.facts);
  return sentence === null ? [] : [sentence];
};

const sourceOf = ({ source }: LevelRead): string =>
  source === null ? "noté ensemble" : `${SOURCES[source.kind]}, le ${dayInWords(source.on)}`;

const product = ({ severity, impact }: LevelRead): string =>
  `${severity ?? 0} × ${impact ?? 0} = ${(severity ?? 0) * (impact ?? 0)}`;

/** Domains with a level from 1, heaviest first; those at 0 in one line. */
const dataOf = ({ framework, inputs, findings }: ToExplain): LeadExplanation["data"] => {
  const found = framework.domains.flatMap(({ id, label }) => {
    const finding = findings.get(id);
    return finding?.severity == null || finding.severity === 0 ? [] : [{ id, label, finding }];
  });
  const clear = framework.domains.filter(({ id }) => findings.get(id)?.severity === 0).map(({ id }) => id);
  const weightOf = ({ finding }: (typeof found)[number]): number => (finding.severity ?? 0) * (finding.impact ?? 0);
  return [
    ...found
      .sort((one, other) => weightOf(other) - weightOf(one))
      .map(({ label, finding }) => ({
        label,
        said: `${difficultyWords(framework, { severity: finding.severity ?? 0, impact: finding.impact })} : ${product(finding)}`,
        source: sourceOf(finding),
      })),
    ...(clear.length === 0
      ? []
      : [{ label: domainLabels(framework, clear), said: NO_DIFFICULTY, source: "noté ensemble" }]),
    ...factsRead(inputs),
  ];
};

/** Facts that rank or exclude: who is looked for work with, who accompanies; the others only through a condition. */
const READ: readonly FactId[] = ["seeksWork", "accompaniedBy"];
const NO_DIFFICULTY = "Aucune difficulté";

const factsRead = ({ facts }: LeadInputs): LeadExplanation["data"] =>
  READ.flatMap((fact) => {
    const answer = facts[fact];
    return answer === null ? [] : [{ label: factLabels[fact], said: factWords(fact, answer), source: SOURCES.dit }];
  });

const withoutLevel = ({ framework, findings, inputs }: ToExplain): readonly string[] => {
  const inState = (...states: readonly LevelRead["state"][]): readonly DomainId[] =>
    framework.domains.flatMap(({ id }) => (states.includes(findings.get(id)?.state ?? "notAddressed") ? [id] : []));
  const open = inState("notAddressed", "toExplore").filter((id) => id !== "travail" || inputs.bilanRecorded);
  const declined = inState("declined");
  return [
    ...(open.length === 0 ? [] : [`Sans niveau pour le moment : ${domainLabels(framework, open)}.`]),
    ...(declined.length === 0
      ? []
      : [
          `${stateWords.declined} : ${domainLabels(framework, declined)}. C'est votre droit : cela n'entre dans aucun calcul.`,
        ]),
  ];
};

const UNUSED =
  "Le sexe, l'origine, la nationalité, l'adresse, la santé au-delà du travail et les phrases écrites par votre référent·e : la méthode ne les lit pas. L'âge, la commune et vos droits (RSA, RQTH…) ne servent qu'aux conditions d'accès d'un partenaire et aux distances.";

const parametersOf = ({ framework }: ToExplain): readonly string[] => {
  const { suggestion, thresholds } = framework;
  const need = quoted(levelWords(framework, thresholds.needFromSeverity));
  return [
    `Chaque sujet a un niveau de difficulté (0 à 4) et un poids sur votre projet (1 à 3) ; les deux se multiplient, de 0 à 12. À partir de ${need}, c'est un besoin.`,
    `Un accompagnement renforcé est appelé par un niveau 4, par ${suggestion.needsOutsideCoreFrom} besoins hors de l'emploi ou par un total d'au moins ${suggestion.reinforcedFromExtent} sur 100.`,
    `Des accompagnements presque aussi adaptés (à ${suggestion.equivalentWithin} points sur 100 près) sont dits équivalents.`,
    `Entre équivalents : le plus léger d'abord si rien n'appelle un accompagnement renforcé, puis celui qui vous accompagne déjà, jamais en premier celui qui vous a orienté·e il y a moins de ${suggestion.prescriberMonths} mois, puis un ordre écrit à l'avance, le PLIE d'abord.`,
    `Étapes (${suggestion.stepsAtMost} au plus) : pour les besoins côté emploi et français, avec le PLIE. Relais (${suggestion.relaysAtMost} au plus) : pour vos priorités et les points urgents ; d'abord ce qui répond au plus lourd, puis le moins de partenaires, puis les plus proches et les moins longs à attendre.`,
  ];
};

const changed = (framework: Framework, { domain, from, to, impact, leadsTo }: Flip): string => {
  const level = (value: Flip["from"]): string => quoted(levelWords(framework, value));
  const weight = impact === null ? "" : ` (${lowerFirst(impactWords(framework, impact))})`;
  return `Si ${quoted(domainLabel(framework, domain))} passait de ${level(from)} à ${level(to)}${weight}, la piste deviendrait : ${leadLabel(framework, leadsTo)}.`;
};

const changeOf = ({ framework, lead }: ToExplain): readonly string[] => {
  const { robustness } = lead;
  if (robustness === null) return [`Parler de ces sujets : ${domainLabels(framework, lead.toSettle)}.`];
  if (lead.toDiscuss) return ["Si vous souhaitez chercher un emploi, la piste sera refaite avec vous."];
  const sure =
    robustness.verdict === "fragile"
      ? "Cette piste est fragile : un seul sujet peut la changer."
      : robustness.flip === null
        ? "Cette piste est solide : aucun changement d'un seul sujet ne la changerait."
        : "Cette piste est solide : un niveau de plus ou de moins sur un seul sujet ne la change pas. Il en faudrait davantage.";
  return [
    robustness.flip === null ? sure : `${sure} ${changed(framework, robustness.flip)}`,
    ...(robustness.exhaustive
      ? []
      : ["Vérification non exhaustive : toutes les combinaisons des sujets sans niveau n'ont pas été essayées."]),
  ];
};

const RIGHTS = [
  "Vous pouvez dire que vous n'êtes pas d'accord, faire corriger ce qui est faux, et demander à être entendu·e. Parlez-en à votre référent·e : c'est noté, et cela ne vous est jamais reproché.",
  "Vous pouvez demander ces règles à tout moment (article L. 311-3-1 du code des relations entre le public et l'administration). Ce qui est dit ici ne sert à aucune sanction.",
] as const;

/** Everything that *Pourquoi ?* says of one lead. */
export const explainLead = (about: ToExplain): LeadExplanation => ({
  lead: sentenceOfLead(about),
  contribution: [...CONTRIBUTION, ...whoDecides(about)],
  data: dataOf(about),
  unused: [...withoutLevel(about), UNUSED],
  parameters: parametersOf(about),
  operations: operationsOf(about),
  change: changeOf(about),
  rights: RIGHTS,
  versions: `Référentiel ${about.inputs.frameworkVersion} · ${directoryWords(about.directory, about.timeZone)} · calculé le ${dayInWords(about.inputs.asOf)}`,
});
