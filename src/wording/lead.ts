/** *Ma préconisation* and *Piste de la méthode* in words that can be read aloud to the person. Names of the leads come from the framework. */
import type { DomainId, Framework, Impact, Severity } from "../domain/framework/schema.ts";
import type { Flip, Lead, Outcome, Robustness, TestLine } from "../domain/suggestion/lead.ts";
import type { LeadKind } from "../domain/suggestion/lead-kinds.ts";
import type { RecommendationProblem } from "../domain/suggestion/recommendation-from-inputs.ts";
import type { AsideReason, RecommendationChoice } from "../domain/suggestion/stored-lead.ts";
import { counted, lowerFirst, quoted } from "./lists.ts";
import { shorten } from "./problems.ts";

type Words = Pick<Framework, "levels" | "impacts" | "domains" | "suggestion" | "thresholds">;

const domainLabel = (framework: Words, domain: DomainId): string =>
  framework.domains.find(({ id }) => id === domain)?.label ?? domain;
/** Labels of domains hold commas of their own. */
const domainLabels = (framework: Words, domains: readonly DomainId[]): string =>
  domains.map((domain) => domainLabel(framework, domain)).join(" ; ");

/** « Mission locale ». */
export const leadLabel = ({ suggestion }: Words, kind: LeadKind): string =>
  suggestion.leads.find((lead) => lead.kind === kind)?.label ?? kind;

/** What that accompaniment is, in one sentence to the person. */
export const leadAbout = ({ suggestion }: Words, kind: LeadKind): string =>
  suggestion.leads.find((lead) => lead.kind === kind)?.about ?? "";

/** « Poursuite en PLIE avec relais », « Réorientation : Mission locale ». */
export const outcomeWords = (framework: Words, outcome: Outcome): string => {
  switch (outcome.kind) {
    case "stay":
      return "Poursuite en PLIE";
    case "stayWithRelays":
      return "Poursuite en PLIE avec relais";
    case "reorient":
      return `Réorientation : ${leadLabel(framework, outcome.to)}`;
    case "toComplete":
      return "Diagnostic à compléter";
  }
};

const outcomeOf = (choice: RecommendationChoice): Outcome => {
  switch (choice) {
    case "stay":
    case "stayWithRelays":
    case "toComplete":
      return { kind: choice };
    case "reorient:franceTravail":
      return { kind: "reorient", to: "franceTravail" };
    case "reorient:accompagnementGlobal":
      return { kind: "reorient", to: "accompagnementGlobal" };
    case "reorient:missionLocale":
      return { kind: "reorient", to: "missionLocale" };
    case "reorient:capEmploi":
      return { kind: "reorient", to: "capEmploi" };
    case "reorient:accompagnementSocial":
      return { kind: "reorient", to: "accompagnementSocial" };
    case "reorient:creationActivite":
      return { kind: "reorient", to: "creationActivite" };
  }
};

/** A recommendation says the same words as the outcome that it is. */
export const recommendationWords = (framework: Words, choice: RecommendationChoice): string =>
  outcomeWords(framework, outcomeOf(choice));

export const recommendationLabels = { choice: "Ma préconisation", why: "Pourquoi" } as const;

export const asideReasonWords: Readonly<Record<AsideReason, string>> = {
  infoToCorrect: "Une information est à corriger",
  notForeseen: "La situation n'est pas prévue par la méthode",
  otherView: "J'apprécie la situation autrement",
  noPlace: "Il n'y a pas de place",
  personsChoice: "C'est le choix de la personne",
  other: "Autre raison",
};

/** Said in place of what was erased with health. */
export const withdrawnWords = "Retiré à la demande de la personne.";

/** The lead in one sentence, as it can be said to the person. */
export const leadSentence = (framework: Words, { first, toDiscuss }: Pick<Lead, "first" | "toDiscuss">): string => {
  if (first === null) return "Pas de piste fiable : diagnostic à compléter.";
  const said = `${leadLabel(framework, first)} : ${lowerFirst(leadAbout(framework, first))}`;
  return toDiscuss ? `${said} À discuter avec la personne.` : said;
};

/** Domains that would settle it. */
export const toSettleSentence = (framework: Words, domains: readonly DomainId[]): string =>
  `Pour trancher, parler encore de : ${domainLabels(framework, domains)}.`;

const unchanged = "Aucun changement d'un seul domaine ne changerait la piste.";

/** « Si Santé passait de « Gêne légère » à « Difficulté réelle », la piste deviendrait : Cap emploi. » */
export const flipSentence = (framework: Words, { domain, from, to, impact, leadsTo }: Flip): string => {
  const level = (severity: Severity): string => quoted(framework.levels[severity]);
  const weight = impact === null ? "" : ` (${quoted(framework.impacts[impactIndex(impact)])})`;
  return `Si ${quoted(domainLabel(framework, domain))} passait de ${level(from)} à ${level(to)}${weight}, la piste deviendrait : ${leadLabel(framework, leadsTo)}.`;
};
const impactIndex = (impact: Impact): 0 | 1 | 2 => (impact === 1 ? 0 : impact === 2 ? 1 : 2);

/** « Piste solide : … » or « Piste fragile : … », in one plain sentence, then how far it was checked. */
export const robustnessSentence = (framework: Words, robustness: Robustness): string => {
  const solid = robustness.verdict === "solid";
  const changes = robustness.flip === null ? unchanged : flipSentence(framework, robustness.flip);
  const why = robustness.holdsOverRange ? changes : `Elle dépend de ce qui n'est pas encore abordé. ${changes}`;
  const extent = robustness.exhaustive ? "" : ` ${notExhaustive}`;
  return `Piste ${solid ? "solide" : "fragile"} : ${lowerFirst(why)}${extent}`;
};

/** *Non exhaustif*, in words. */
export const notExhaustive = "Toutes les combinaisons des domaines sans niveau n'ont pas été essayées.";

/** Whether the référent and the method agree; never a score. `settled`: the method has a lead. */
export const agreementSentence = (agrees: boolean, mine: boolean, settled: boolean): string =>
  !agrees && !settled
    ? "La méthode ne tranche pas encore : la préconisation est à relire une fois le diagnostic complété."
    : agrees
      ? mine
        ? "Vous allez dans le même sens."
        : "La préconisation et la piste vont dans le même sens."
      : mine
        ? "Vous n'allez pas dans le même sens : c'est utile à la cellule, qui lira les deux."
        : "La préconisation et la piste ne vont pas dans le même sens : c'est utile à la cellule, qui lira les deux.";

/** For people on RSA the referring body decides. */
export const referringWords: Readonly<Record<"FT" | "CD" | "ML" | "CE" | "IND", string>> = {
  FT: "France Travail",
  CD: "le Département",
  ML: "la mission locale",
  CE: "Cap emploi",
  IND: "l'organisme qui oriente les personnes au RSA",
};
export const transmittedSentence = (to: keyof typeof referringWords): string =>
  `Proposition de réorientation transmise à ${referringWords[to]} : la personne reçoit le RSA, la décision lui revient.`;

/** « Mobilité ; Logement (2 besoins) » would count people's troubles: the list is enough. */
const test = (framework: Words, line: TestLine): string => {
  const domains = domainLabels(framework, line.domains);
  const threshold = quoted(framework.levels[framework.thresholds.needFromSeverity]);
  switch (line.code) {
    case "wishesNoSearch":
      return "La personne ne cherche pas d'emploi maintenant : un accompagnement social d'abord, à en discuter avec elle.";
    case "wishNotKnown":
      return "On ne sait pas encore si la personne cherche un emploi maintenant : la lecture continue, la question reste à poser.";
    case "seeks":
      return "La personne cherche un emploi maintenant.";
    case "tooFewAddressed":
      return `Il faut ${counted(framework.thresholds.synthesisAddressed, "domaine abordé", "domaines abordés")} pour une piste fiable, et il en manque encore : ${domains}.`;
    case "differsOverRange":
      return `Selon ce que dira la suite, la piste pourrait changer. Domaines à aborder : ${domains}.`;
    case "holdsOverRange":
      return "La piste reste la même, quoi que disent les domaines qui n'ont pas de niveau.";
    case "noNeed":
      return `Aucun domaine n'atteint ${threshold}.`;
    case "someNeed":
      return `Des domaines atteignent ${threshold} : ${domains}.`;
    case "manyLight":
      return `Aucun domaine n'atteint ${threshold}, mais beaucoup gênent un peu : leur cumul appelle le PLIE.`;
    case "fewLight":
      return `Aucun domaine n'atteint ${threshold}, et peu gênent : l'accompagnement de droit commun suffit.`;
    case "reinforced":
      return domains === ""
        ? "L'ensemble appelle un accompagnement renforcé."
        : `Un accompagnement renforcé est appelé par : ${domains}.`;
    case "notReinforced":
      return "Rien n'appelle un accompagnement renforcé.";
    case "coverage":
      return domains === ""
        ? "Aucun besoin de ce côté de l'emploi : tous les accompagnements possibles se valent, et leur ordre est celui du référentiel."
        : `Parmi les accompagnements possibles, on retient celui qui travaille le mieux : ${domains}.`;
  }
};

/** One test of the method, in its order: « 3. Des domaines atteignent… ». */
export const testLineWords = (framework: Words, line: TestLine): string => `${line.test}. ${test(framework, line)}`;

export const recommendationProblem = (problem: RecommendationProblem): string => {
  if (problem.code === "tooLong") return shorten(problem.length, problem.limit);
  return problem.field === "choice" ? "choisissez ce que vous préconisez." : "dites pourquoi, en quelques mots.";
};
