/** What is said under a field that cannot be recorded as it stands. The card says « À revoir : » before it. */
import type { DateProblem } from "../domain/participant/typed.ts";
import type { EntryField, EntryProblem } from "../domain/participant/entry-from-inputs.ts";
import type { PersonField, PersonProblem } from "../domain/participant/identity-from-inputs.ts";
import type { FindingProblem } from "../domain/diagnostic/finding-from-inputs.ts";
import type { PersonViewProblem } from "../domain/diagnostic/person-view-from-inputs.ts";
import type { DomainId, Severity, SourceKind } from "../domain/framework/schema.ts";
import { counted, enumerated, figure, lowerFirst, quoted } from "./lists.ts";
import { sourceWords } from "./situation.ts";

export const dateProblemWords: Readonly<Record<DateProblem, string>> = {
  empty: "indiquez cette date.",
  notADate: "cette date n'existe pas, ou je ne l'ai pas comprise. Écrivez-la ainsi : 12/03/1984.",
  yearOnTwoDigits: "écrivez l'année en entier, par exemple 12/03/1984.",
  inTheFuture: "cette date est dans le futur.",
  tooLongAgo: "cette date est trop ancienne. Vérifiez l'année.",
  tooEarly: "cette date est avant l'orientation de la personne.",
};

export const personProblemWords: Readonly<Record<PersonProblem, string>> = {
  ...dateProblemWords,
  noName: "écrivez au moins un prénom ou un nom.",
  tooLong: "ce texte est trop long. Raccourcissez-le pour l'enregistrer.",
  notAPhone: "ce numéro n'est pas complet. Dix chiffres, ou l'indicatif du pays avec un +.",
  notAnEmail: "cette adresse n'est pas complète. Elle s'écrit comme prenom.nom@exemple.fr.",
};

const LEAVE_EMPTY: Partial<Readonly<Record<PersonField, string>>> = {
  birthDate: " Laissez vide si elle n'est pas connue.",
  phone: " Laissez vide s'il n'est pas connu.",
  email: " Laissez vide si elle n'est pas connue.",
};
export const personProblem = (field: PersonField, problem: PersonProblem): string =>
  `${personProblemWords[problem]}${LEAVE_EMPTY[field] ?? ""}`;

/** A commune that is none of the PLIE's never stops anything: it is kept, to be completed. */
export const communeProblem = (suggestions: readonly string[]): string =>
  suggestions.length === 0
    ? "cette commune n'est pas dans le territoire du PLIE. Elle sera gardée telle quelle, à compléter."
    : `cette commune n'est pas reconnue. Vouliez-vous dire ${enumerated(suggestions, "ou")} ?`;

/** Beside a short field that holds far more than it shows. */
export const cutProblem = (length: number, shown: number): string =>
  `la suite est gardée : ${figure(length)} caractères saisis, ${figure(shown)} montrés. Raccourcissez ce texte pour l'enregistrer.`;

export const chooseProblem = "choisissez d'abord une ligne.";

const entryProblemWords: Readonly<Record<EntryProblem, string>> = {
  ...dateProblemWords,
  tooLong: "ce texte est trop long. Raccourcissez-le pour l'enregistrer.",
};
const ENTRY_EMPTY: Partial<Readonly<Record<EntryField, string>>> = {
  firstInterviewOn: "indiquez la date du premier entretien.",
  noticeOn: "indiquez quand la notice a été remise et expliquée : sans elle, le diagnostic reste fermé.",
};
export const entryProblem = (field: EntryField, problem: EntryProblem): string =>
  (problem === "empty" ? ENTRY_EMPTY[field] : undefined) ?? entryProblemWords[problem];

/** The framework's own labels, as problems quote them. */
export interface FrameworkWords {
  readonly level: (level: Severity) => string;
  readonly domain: (domain: DomainId) => string;
}

export const shorten = (length: number, limit: number): string =>
  `raccourcissez ce texte de ${counted(length - limit, "caractère", "caractères")} pour l'enregistrer.`;

const sources = (accepted: readonly SourceKind[]): string =>
  enumerated(
    accepted.map((source) => lowerFirst(sourceWords[source])),
    "ou",
  );

/** One sentence for one problem of a domain's card. */
export const findingProblem = (problem: FindingProblem, { level, domain }: FrameworkWords): string => {
  switch (problem.code) {
    case "levelUnknown":
      return "choisissez un niveau de la liste.";
    case "healthClosed":
      return "la personne n'a pas donné son accord pour que l'on note sa santé.";
    case "impactUnknown":
      return "choisissez un poids de la liste.";
    case "impactMissing":
      return `à partir de ${quoted(level(1))}, dites aussi ce que cela pèse sur le projet.`;
    case "situationUnknown":
      return "choisissez dans la liste ce qui se passe concrètement.";
    case "situationsMissing":
      return `à partir de ${quoted(level(problem.from))}, dites ce qui se passe concrètement.`;
    case "selfLevelUnknown":
      return "choisissez dans la liste le niveau selon la personne.";
    case "priorityUnknown":
      return "dites si c'est une priorité pour la personne.";
    case "tooManyPriorities":
      return `${counted(problem.limit, "priorité", "priorités")} au plus. Déjà choisi : ${problem.already.map(domain).join(" ; ")}.`;
    case "sourceUnknown":
      return "choisissez dans la liste d'où vient l'information.";
    case "sourceMissing":
      return "dites d'où vient l'information.";
    case "sourceNotAccepted":
      return `ici, le niveau vient de ce qui est ${sources(problem.accepted)}.`;
    case "tooLong":
      return shorten(problem.length, problem.limit);
  }
};

export const personViewProblem = (problem: PersonViewProblem): string =>
  problem.code === "missing"
    ? "choisissez ce que la personne pense de la synthèse."
    : shorten(problem.length, problem.limit);

/** Said beside a long text: what was typed is kept, whatever the card shows. */
export const keptWords = (length: number, limit: number, shownAtMost: number): string | null => {
  if (length <= limit) return null;
  const end = "Raccourcissez le texte pour l'enregistrer.";
  return length <= shownAtMost
    ? `Tout est gardé : ${figure(length)} caractères saisis, ${figure(limit)} au plus peuvent être enregistrés. ${end}`
    : `La suite est gardée : ${figure(length)} caractères saisis, ${figure(shownAtMost)} montrés, ${figure(limit)} au plus peuvent être enregistrés. ${end}`;
};
