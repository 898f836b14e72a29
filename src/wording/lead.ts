/** *Ma préconisation* and *Piste de la méthode* in words that can be read aloud to the person. Names of the leads come from the framework. */
import type { DomainId, Framework, Severity } from "../domain/framework/schema.ts";
import type { Flip, Lead, LeadInputs, Outcome, Robustness } from "../domain/suggestion/lead.ts";
import type { LeadKind } from "../domain/suggestion/lead-kinds.ts";
import type { RecommendationProblem } from "../domain/suggestion/recommendation-from-inputs.ts";
import type { AsideReason, RecommendationChoice } from "../domain/suggestion/stored-lead.ts";
import { impactWords, levelWords } from "./figures.ts";
import { quoted } from "./lists.ts";
import { shorten } from "./problems.ts";

/** What these words are said with: the framework itself, or what the browser knows of it. */
export type LeadWords = Pick<Framework, "levels" | "impacts"> & {
  readonly domains: readonly { readonly id: DomainId; readonly label: string }[];
  readonly suggestion: {
    readonly leads: readonly { readonly kind: LeadKind; readonly label: string; readonly about: string }[];
  };
};
type Words = LeadWords;

export const domainLabel = (framework: Pick<LeadWords, "domains">, domain: DomainId): string =>
  framework.domains.find(({ id }) => id === domain)?.label ?? domain;
/** Labels of domains hold commas of their own. */
export const domainLabels = (framework: Pick<LeadWords, "domains">, domains: readonly DomainId[]): string =>
  domains.map((domain) => domainLabel(framework, domain)).join(" ; ");

/** « Mission locale ». */
export const leadLabel = ({ suggestion }: Words, kind: LeadKind): string =>
  suggestion.leads.find((lead) => lead.kind === kind)?.label ?? kind;

/** What that accompaniment is, in one sentence to the person. */
export const leadAbout = ({ suggestion }: Words, kind: LeadKind): string =>
  suggestion.leads.find((lead) => lead.kind === kind)?.about ?? "";

/** « Poursuite avec relais », « Réorientation : Mission locale ». */
export const outcomeWords = (framework: Words, outcome: Outcome): string => {
  switch (outcome.kind) {
    case "stay":
      return "Poursuite en PLIE";
    case "stayWithRelays":
      return "Poursuite avec relais";
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
  infoToCorrect: "Information à corriger",
  notForeseen: "Situation non prévue",
  otherView: "Appréciation différente",
  noPlace: "Pas de place",
  personsChoice: "Choix de la personne",
  other: "Autre",
};

/** Said in place of what was erased with health. */
export const withdrawnWords = "Retiré à la demande de la personne.";
/** What is never left empty by whoever writes it: empty, it was erased. */
export const orErased = (text: string): string => (text === "" ? withdrawnWords : text);

/** The lead in one sentence, to be said to the person: everything else on the card speaks to its reader. */
export const leadSentence = (framework: Words, { first }: Pick<Lead, "first">): string => {
  if (first === null) return "Pas de piste fiable : diagnostic à compléter.";
  return `À dire à la personne : ${quoted(leadAbout(framework, first))}`;
};

/** Domains that would settle it. */
export const toSettleSentence = (framework: Words, domains: readonly DomainId[]): string =>
  `Pour trancher, parler encore de : ${domainLabels(framework, domains)}.`;

const unchanged = "aucun changement d'un seul domaine ne la changerait.";

/** « si « Santé » passait de « Gêne légère » à « Difficulté réelle », elle deviendrait : Cap emploi. »; further away where it is solid. */
const flipWords = (framework: Words, { domain, from, to, impact, leadsTo }: Flip, solid: boolean): string => {
  const level = (severity: Severity): string => quoted(levelWords(framework, severity));
  const weight = impact === null ? "" : ` (${quoted(impactWords(framework, impact))})`;
  const moved = `${quoted(domainLabel(framework, domain))} ${solid ? "passe" : "passait"} de ${level(from)} à ${level(to)}${weight}`;
  const becomes = leadLabel(framework, leadsTo);
  return solid
    ? `il faudrait que ${moved} pour qu'elle devienne : ${becomes}.`
    : `si ${moved}, elle deviendrait : ${becomes}.`;
};

/** « Piste solide : … » or « Piste fragile : … », in one plain sentence, then how far it was checked. */
export const robustnessSentence = (framework: Words, robustness: Robustness): string => {
  const { verdict, flip, holdsOverRange, exhaustive } = robustness;
  const solid = verdict === "solid";
  const changes = flip === null ? unchanged : flipWords(framework, flip, solid);
  const range = holdsOverRange ? "" : ` ${dependsOnRange}`;
  return `Piste ${solid ? "solide" : "fragile"} : ${changes}${range}${exhaustive ? "" : ` ${notExhaustive}`}`;
};

const dependsOnRange = "Elle dépend aussi de ce qui n'est pas encore abordé.";
/** *Non exhaustif*, in words. */
const notExhaustive =
  "Vérification non exhaustive : toutes les combinaisons des domaines sans niveau n'ont pas été essayées.";

/** Whether the référent and the method agree; never a score. `settled`: the method has a lead. */
export const agreementSentence = (agrees: boolean, mine: boolean, settled: boolean): string => {
  if (!agrees && !settled)
    return "La méthode ne tranche pas encore : la préconisation est à relire une fois le diagnostic complété.";
  if (agrees) return mine ? "Vous allez dans le même sens." : "La préconisation et la piste vont dans le même sens.";
  return mine
    ? "Vous n'allez pas dans le même sens : c'est utile à la cellule, qui lira les deux."
    : "La préconisation et la piste ne vont pas dans le même sens : c'est utile à la cellule, qui lira les deux.";
};

/** For people on RSA the referring body decides. */
const referringWords: Readonly<Record<"FT" | "CD" | "ML" | "CE" | "IND", string>> = {
  FT: "à France Travail",
  CD: "au Département",
  ML: "à la mission locale",
  CE: "à Cap emploi",
  IND: "à l'organisme qui oriente les personnes au RSA",
};

type Sent = Pick<Lead, "outcome">;
type Referred = Pick<LeadInputs["facts"], "rsa" | "referringBody">;

/** To whom the reorientation of someone on RSA is passed on: « au Département ». */
export const referringBodyWords = (body: Referred["referringBody"]): string => {
  const known = body !== null && body !== "none" && body !== "unknown" && body !== "declined";
  return referringWords[known ? body : "IND"];
};

/** Null: they are not on RSA, or stay. */
const passedOn = ({ outcome }: Sent, { rsa, referringBody }: Referred): string | null =>
  outcome.kind !== "reorient" || rsa !== "yes" ? null : referringBodyWords(referringBody);

/** « Proposition de réorientation transmise au Département : Mission locale ». */
export const passedOnWords = (body: Referred["referringBody"], place: string): string =>
  `Proposition de réorientation transmise ${referringBodyWords(body)} : ${place}`;

/** To who reads the case; null: nothing to say. */
export const transmittedSentence = (lead: Sent, facts: Referred): string | null => {
  const to = passedOn(lead, facts);
  return to === null ? null : "La personne reçoit le RSA : c'est cet organisme qui décide d'une réorientation.";
};

/** What the lead proposes, and to whom it is passed on where someone else decides. */
export const proposedOutcome = (framework: Words, { outcome }: Sent, facts: Referred): string => {
  const to = passedOn({ outcome }, facts);
  return to === null || outcome.kind !== "reorient"
    ? outcomeWords(framework, outcome)
    : passedOnWords(facts.referringBody, leadLabel(framework, outcome.to));
};

/** The same, to the person. */
export const whoDecidesSentence = (lead: Sent, facts: Referred): string | null => {
  const to = passedOn(lead, facts);
  return to === null ? null : `Vous recevez le RSA : une réorientation est proposée ${to}, qui décide.`;
};

export const recommendationProblem = (problem: RecommendationProblem): string => {
  if (problem.code === "tooLong") return shorten(problem.length, problem.limit);
  return problem.field === "choice" ? "choisissez ce que vous préconisez." : "dites pourquoi, en quelques mots.";
};
