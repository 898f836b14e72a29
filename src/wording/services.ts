/** The directory of services, as it is read in the chat. */
import type { PUBLICS } from "../domain/offer/data-inclusion-words.ts";
import type { NoteKind, NoteProblems } from "../domain/offer/notes.ts";
import { delayWords, distanceWords } from "./lead-services.ts";
import { counted, enumerated, figure, lowerFirst, quoted, upperFirst } from "./lists.ts";

export const publicWords: Readonly<Record<(typeof PUBLICS)[number], string>> = {
  actifs: "personnes en emploi ou qui en cherchent",
  "beneficiaires-des-minimas-sociaux": "personnes qui perçoivent un minimum social",
  "demandeurs-emploi": "personnes qui cherchent un emploi",
  etudiants: "étudiant·es",
  familles: "familles",
  femmes: "femmes",
  jeunes: "jeunes",
  "personnes-en-situation-de-handicap": "personnes en situation de handicap",
  "personnes-en-situation-durgence": "personnes en situation d'urgence",
  "personnes-en-situation-juridique-specifique": "personnes dans une situation juridique particulière",
  "personnes-exilees": "personnes exilées",
  "residents-qpv-frr": "habitant·es d'un quartier prioritaire ou d'une commune rurale aidée",
  seniors: "seniors",
  "tous-publics": "tout le monde",
};
const knownPublics: Readonly<Record<string, string>> = publicWords;
const publicInWords = (public_: string): string => knownPublics[public_] ?? public_.replaceAll("-", " ");

/** In a list to choose from. */
export const noteKindWords: Readonly<Record<NoteKind, string>> = {
  full: "Complet",
  unreachable: "Plus joignable",
  delay: "Délai (en semaines)",
  available: "À nouveau disponible",
};

const weeksWords = (weeks: number): string => counted(weeks, "semaine", "semaines");

/** What was said, inside a sentence: « complet », « délai de 3 semaines ». */
export const saidWords = (what: NoteKind, weeks: number | null): string =>
  ({
    full: "complet",
    unreachable: "plus joignable",
    delay: weeks === null ? "délai" : `délai de ${weeksWords(weeks)}`,
    available: "à nouveau disponible",
  })[what];

const problemWords = {
  service: { missing: "choisissez le service dont il s'agit" },
  what: { missing: "choisissez ce que vous avez constaté" },
  weeks: {
    empty: "écrivez le nombre de semaines, par exemple 3",
    notWeeks: "écrivez un nombre entier de semaines, par exemple 3",
    tooManyWeeks: "écrivez un nombre de semaines entre 1 et 104",
  },
} as const;

export const serviceWords = {
  title: (domain: string): string => `${domain} : ce qui existe`,
  chooseTitle: "Ce qui existe sur le territoire",
  choose: "Choisissez un domaine : vous verrez quels services y répondent, pour qui, et comment les joindre.",
  chooseLabel: "Domaine",
  domainLine: (domain: string, count: number): string =>
    `${domain} · ${count === 0 ? "aucun service" : counted(count, "service", "services")}`,
  forPerson: (person: string, commune: string | null): string =>
    commune === null ? `Pour ${person}` : `Pour ${person}, à ${commune}`,
  fictional: "Répertoire de démonstration : ces services, ces noms et ces numéros sont fictifs.",
  none: "Aucun service connu pour ce domaine. Ce manque compte : il sera dit à la coordinatrice dès qu'une personne en a besoin.",
  noDirectory: "Le répertoire des services est vide pour le moment.",
  count: (count: number, page: number, pages: number): string =>
    pages < 2
      ? counted(count, "service", "services")
      : `${counted(count, "service", "services")} · page ${page + 1} sur ${pages}`,
  sortedFor: "D'abord ceux qui l'accueillent, les plus proches en premier",
  at: (structure: string, place: string | null): string => (place === null ? structure : `${structure} · ${place}`),
  place: (commune: string | null, metres: number | null, remote: boolean): string | null => {
    if (remote) return "à distance";
    const parts = [commune, distanceWords(metres)].filter((part) => part !== null);
    return parts.length === 0 ? null : parts.join(", ");
  },
  answers: "Répond à",
  forWhom: "Pour qui",
  conditions: "Conditions",
  call: "Joindre",
  how: "Comment",
  allSituations: "toutes les situations de ce domaine",
  upToLevel: (level: string): string => `, jusqu'à ${quoted(level)}`,
  /** Labels hold commas of their own. */
  more: (items: readonly string[], shown: number): string => {
    const rest = items.length - shown;
    const said = upperFirst(items.slice(0, shown).map(lowerFirst).join(" ; "));
    return rest <= 0 ? said : `${said} ; et ${rest === 1 ? "1 autre" : `${rest} autres`}`;
  },
  publics: (publics: readonly string[]): string => enumerated(publics.map(publicInWords)),
  paying: "payant",
  byProfessionals: "à la demande d'un·e professionnel·le",
  zone: "habiter là où ce service intervient",
  reserved: (publics: readonly string[]): string =>
    `réservé ${enumerated(
      publics.map((who) => `aux ${publicInWords(who)}`),
      "ou",
    )}`,
  modes: {
    "envoyer-un-courriel": "par courriel",
    "se-presenter": "en s'y présentant",
    telephoner: "par téléphone",
    "utiliser-lien-mobilisation": "par le formulaire en ligne",
  },
  toVerify: (conditions: readonly string[]): string =>
    conditions.length === 0 ? "À vérifier avec la personne" : `À vérifier : ${conditions.map(lowerFirst).join(" ; ")}`,
  soon: (conditions: readonly string[]): string =>
    `Possible dès que la demande est acceptée : ${conditions.map(lowerFirst).join(" ; ")}`,
  excluded: (conditions: readonly string[]): string =>
    conditions.length === 0
      ? "Pas pour cette personne"
      : `Pas pour cette personne (condition : ${conditions.map(lowerFirst).join(" ; ")})`,
  full: "Complet",
  unreachable: "Plus joignable",
  places: (places: number): string => counted(places, "place", "places"),
  delay: delayWords,
  open: "Disponible",
  confirmedOn: (state: string, day: string): string => `${state} (confirmé le ${day})`,
  waiting: (said: string, day: string): string => `Signalé ${said} le ${day}, à confirmer`,
} as const;

/** The button *Signaler*, its fields and what is to be mended. */
export const noteWords = {
  title: "Signaler un changement",
  service: "Service",
  what: "Ce que vous avez constaté",
  weeks: "Délai en semaines, s'il y en a un",
  problem: (problems: NoteProblems): Partial<Record<"service" | "what" | "weeks", string>> => ({
    ...(problems.service === undefined ? {} : { service: problemWords.service[problems.service] }),
    ...(problems.what === undefined ? {} : { what: problemWords.what[problems.what] }),
    ...(problems.weeks === undefined ? {} : { weeks: problemWords.weeks[problems.weeks] }),
  }),
} as const;

/** *Offre à confirmer*. */
export const offerNoteWords = {
  none: "Rien à confirmer : l'offre est à jour de ce qui a été signalé.",
  count: (waiting: number, shown: number): string =>
    waiting <= shown
      ? counted(waiting, "signalement à confirmer", "signalements à confirmer")
      : `${figure(waiting)} signalements à confirmer, les ${shown} plus anciens d'abord`,
  line: (what: string, service: string, structure: string | null, who: string, when: string): string =>
    [
      upperFirst(what),
      service,
      ...(structure === null ? [] : [structure]),
      `signalé par ${who} le ${when}`,
      ...(structure === null ? ["n'est plus dans le répertoire"] : []),
    ].join(" · "),
  someone: "un·e collègue",
} as const;

/** On *Accueil*. */
export const offerHomeWords = {
  toConfirm: "Signalements sur l'offre à confirmer",
  news: (person: string, domain: string, service: string, structure: string): string =>
    `${person} · ${domain} : ${service} (${structure}) répond maintenant à ce besoin.`,
  /** Neither the subject nor the service: *Accueil* is not a card about one person, and would keep it. */
  newsUnsaid: (person: string, code: string): string =>
    `${person} : un service répond maintenant à un besoin. Écrivez « services ${code} » et choisissez le domaine.`,
  servicesFor: (person: string): string => `Services pour ${person}`,
  more: (count: number): string => `Et ${counted(count, "autre", "autres")}, ici la prochaine fois.`,
  hint: "« services mobilité » : ce qui existe sur le territoire.",
  hintForPerson:
    "Vous pouvez écrire : « services mobilité P-2026-0001 », ce qui existe près d'une personne ; « à étudier », les situations présentées en cellule ; « vignettes », des situations fictives à coter.",
} as const;
