/** The page that brings in a file of the PLIE's own software. */
import { counted } from "./lists.ts";

const lines = (count: number): string => counted(count, "ligne", "lignes");

export const tabImportWords = {
  title: "Importer un fichier",
  about:
    "Apportez les orientations et les identités de votre logiciel : un fichier CSV, une personne par ligne. Repère dit d'abord ce qu'il ferait ; rien ne change avant votre accord.",
  file: "Fichier CSV",
  fileHint: "20 Mo et 20 000 lignes au plus ; accents et séparateurs habituels.",
  chooseFile: "Choisir un fichier",
  noFile: "Aucun fichier choisi.",
  fileMissing: "Choisissez d'abord un fichier.",
  read: "Lire le fichier",
  gone: "Cet import n'est plus là : choisissez le fichier à nouveau.",
  reading: "Lecture du fichier…",
  report: "Ce que ferait l'import",
  progress: "L'import avance",
  done: "L'import est terminé",
  expired: "L'import s'est arrêté avant la fin",
  expiredAbout: (did: number, all: number): string =>
    `${lines(did)} sur ${all}. Les autres ne sont plus là : elles ne sont gardées que sept jours. Envoyez le même fichier à nouveau : ce qui est fait ne sera pas refait.`,
  caption: "Lignes du fichier",
  what: "Ce qui se passe",
  count: "Lignes",
  lines: "Détail",
  show: "Voir",
  showLines: (what: string): string => `Voir : ${what}`,
  plans: {
    create: "Personnes à enregistrer",
    update: "Identités à mettre à jour",
    same: "Rien à changer",
    duplicate: "Peut-être déjà connues : à vous de dire",
    conflict: "Modifiées aussi dans Repère : Repère garde les siennes",
    aside: "Dossiers fermés, ou qui ne se lisent plus : laissés tels quels",
    refused: "À corriger dans le fichier",
  },
  ends: {
    created: "Personnes enregistrées",
    updated: "Identités mises à jour",
    same: "Rien à changer",
    conflict: "Modifiées aussi dans Repère : Repère garde les siennes",
    left: "Laissées",
  },
  warned: "À relire",
  ignored: (titles: string): string => `Colonnes non lues : ${titles}.`,
  line: (line: number): string => `Ligne ${line}`,
  twin: (line: number): string => `Ressemble à la ligne ${line} du même fichier.`,
  change: (field: string, from: string, to: string): string =>
    from === "" ? `${field} : ${to}` : `${field} : ${from} devient ${to}`,
  conflict: (field: string, from: string, to: string): string => `${field} : Repère dit ${from}, le fichier dit ${to}`,
  who: (line: number): string => `Ligne ${line} : qui est-ce ?`,
  choose: "À choisir",
  another: "C'est une autre personne",
  leave: "Laisser cette ligne",
  samePerson: (label: string): string => `C'est ${label}`,
  more: "Lignes suivantes",
  apply: (count: number): string => `Importer ${lines(count)}`,
  onlyRight: "Importer les lignes justes et laisser les autres",
  /** Where no line can be done and some are wrong. */
  nothingRight:
    "Aucune ligne ne peut être importée ainsi. Lisez ci-dessous ce qui manque, corrigez le fichier, puis choisissez-le à nouveau.",
  nothingToTouch: "Rien à importer : l'import ne touche à aucune de ces lignes. Lisez ci-dessous pourquoi.",
  nothing: "Rien à importer : Repère dit déjà ce que dit le fichier.",
  onItsWay: (did: number, all: number): string =>
    `${lines(did)} sur ${all}. Vous pouvez fermer cette page : l'import continue.`,
  choiceMissing:
    "Choisissez pour chaque ligne peut-être déjà connue, ou demandez de laisser les lignes qui ne sont pas justes.",
} as const;
