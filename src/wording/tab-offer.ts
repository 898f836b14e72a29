/** The page *Offre* of the tab. */
import type { OfferStanding } from "../domain/offer/find.ts";
import type { OfferRole } from "../domain/suggestion/offer.ts";
import { directoryLine } from "./import.ts";
import { counted, figure } from "./lists.ts";

export const standingWords: Readonly<Record<OfferStanding, string>> = {
  taking: "Disponible",
  full: "Complet",
  unreachable: "Plus joignable",
  closed: "Fermé",
};

export const offerRoleWords: Readonly<Record<OfferRole, string>> = {
  lead: "Référent unique",
  step: "Étape du parcours",
  relay: "Relais",
};

const beside = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join(" · ");

export const offerWords = {
  /** « Répertoire n° 3 : 128 services de 64 structures, depuis le 2 novembre 2026. » */
  directory: (number: number, services: number, structures: number, day: string): string =>
    `Répertoire n° ${figure(number)} : ${counted(services, "service ouvert", "services ouverts")}, ${counted(structures, "structure", "structures")}, depuis le ${day}.`,
  search: "Nom du service, de la structure ou de la commune",
  searchHint: "Le début d'un mot suffit.",
  narrow: "Choisir dans le répertoire",
  domain: "Domaine",
  anyDomain: "Tous les domaines",
  role: "Rôle",
  anyRole: "Tous les rôles",
  standing: "Disponibilité",
  anyStanding: "Ouverts",
  commune: "Commune",
  anyCommune: "Toutes les communes",
  found: (count: number): string => counted(count, "service trouvé", "services trouvés"),
  none: "Aucun service ne répond à cette recherche. Retirez un choix, ou cherchez un autre mot.",
  pages: "Pages du répertoire",
  where: (page: number, pages: number): string => `Page ${page + 1} sur ${pages}`,
  previous: "Page précédente",
  next: "Page suivante",
  structure: (structure: string, commune: string | null): string => beside([structure, commune]),
  roleLine: (role: string, accompaniment: string | null): string => beside([role, accompaniment]),
  answers: "Répond à",
  waitingTime: "Attente",
  places: "Capacité",
  notKnown: "non précisé",
  phone: "Téléphone",
  email: "Courriel",
  link: "Formulaire",
  openLink: "Ouvrir le formulaire en ligne",
  person: "Qui appeler",
  how: "Comment",
  noContact: "Le répertoire ne dit pas comment le joindre.",
  known: "Connu",
  confirmed: (day: string, by: string | null, said: string | null): string =>
    [
      `confirmé le ${day}`,
      by === null ? "" : ` par ${by}`,
      said === null || said === by ? "" : `, signalé par ${said}`,
    ].join(""),
  fromFile: (own: boolean, source: string, updated: string | null): string =>
    [
      own ? "d'après le fichier du PLIE" : `d'après ${source === "" ? "l'import" : source}`,
      updated === null ? "" : `, mis à jour le ${updated}`,
    ].join(""),
  closed: "N'est plus dans le répertoire de sa source : gardé pour mémoire, jamais proposé.",
  waiting: (said: string, day: string, by: string | null): string =>
    `Signalé ${said} le ${day}${by === null ? "" : ` par ${by}`}, à confirmer.`,
} as const;

export const settleWords = {
  title: "À confirmer",
  about:
    "Ce que des collègues ont constaté. Une fois confirmé, tout le monde le lit et la piste de la méthode en tient compte.",
  saidBy: (who: string, when: string): string => `Signalé par ${who}, ${when}.`,
  gone: "Ce service n'est plus dans le répertoire.",
  confirm: "Confirmer",
  dismiss: "Ne pas retenir",
  /** Read with the button: two services may be full. */
  which: (what: string, service: string): string => `${what}, ${service}`,
  confirmed: (what: string, service: string): string => `C'est confirmé : ${service}, ${what}.`,
  dismissed: (service: string): string => `C'est noté : ce signalement sur ${service} n'est pas retenu.`,
  already: (service: string): string =>
    `Un·e collègue s'est déjà prononcé·e sur ce signalement (${service}). Rien n'est à refaire.`,
  failed: "Ce n'est pas encore enregistré.",
  heard: "Ce signalement n'attend plus : il a bien reçu sa réponse.",
} as const;

export const sayWords = {
  open: "Signaler un changement",
  send: "Signaler",
  cancel: "Annuler",
  choose: "Choisir…",
  sent: "C'est noté. Un·e chargé·e de projet ou la coordinatrice confirmera.",
  confirmed: "C'est confirmé : tout le monde le lit dès maintenant.",
  alreadySaid: "Vous l'avez déjà signalé.",
  gone: "Ce service vient de quitter le répertoire : il n'y a plus rien à signaler.",
} as const;

export const importWords = {
  open: "Importer des services",
  title: "Importer des services",
  back: "Revenir au répertoire",
  about:
    "Un fichier data·inclusion, en JSON ou en CSV. Il doit contenir en entier ce que ces sources proposent dans cette zone : un service ouvert qui n'y est plus sera fermé, jamais effacé.",
  file: "Fichier",
  chooseFile: "Choisir un fichier",
  noFile: "Aucun fichier choisi",
  fileHint: "JSON ou CSV, 512 Mo au plus.",
  kind: "Contenu",
  kinds: { services: "Des services", structures: "Des structures" },
  sources: "Sources que le fichier contient en entier",
  sourcesHint: "Par exemple : dora. Plusieurs : séparez-les par une virgule.",
  zone: "Zone couverte",
  zoneHint:
    "Codes de communes, de départements ou d'intercommunalités, séparés par une virgule. Vide : tout ce que ces sources proposent.",
  send: "Importer",
  sending: "Envoi puis lecture du fichier… Cela peut prendre plusieurs minutes. Gardez cette page ouverte.",
  problems: {
    file: "choisissez un fichier",
    type: "choisissez un fichier .json ou .csv",
    sources: "écrivez au moins une source, par exemple dora",
    zone: "écrivez des codes, par exemple 21 ou 21231",
    localCsv: "En mode local, seul un fichier JSON est accepté.",
  },
  refused: "Rien n'a changé",
  closesMost:
    "Cet import fermerait plus de la moitié des services de ses sources et de sa zone : le fichier est sans doute incomplet.",
  closing: "Le fichier est complet : fermer ces services",
  closingMissing: "si c'est voulu, confirmez-le ici ; sinon, choisissez un autre fichier",
  report: "Ce que l'import a fait",
  refusedReport: "Ce qui a été lu du fichier",
  done: (moved: boolean, number: number, rejected: number): string =>
    [
      directoryLine(moved, number),
      rejected === 0 ? "" : ` ${counted(rejected, "enregistrement refusé", "enregistrements refusés")}.`,
    ].join(""),
  what: "Quoi",
  count: "Nombre",
  counts: {
    added: "Nouveautés",
    changed: "Modifications",
    unchanged: "Sans changement",
    closed: "Fermetures",
    reopened: "Réouvertures",
    rejected: "Refus",
  },
  rejectedTitle: "Enregistrements refusés",
  rejectedAbout: "Chacun garde dans le répertoire ce qu'il était.",
  onlyFirst: (shown: number, all: number): string => `Les ${shown} premiers sur ${figure(all)}.`,
  rank: "Place dans le fichier",
  id: "Identifiant",
  reasons: "Pourquoi",
  noId: "sans identifiant",
} as const;
