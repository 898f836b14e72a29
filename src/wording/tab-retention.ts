/** The view *Conservation* of *Dossiers*. */
import { counted } from "./lists.ts";
import { monthInWords, retentionWords } from "./retention.ts";

interface Rules {
  readonly activeMonths: number;
  readonly archiveMonths: number;
  readonly esfKeptUntil: string;
}

export const retentionPageWords = {
  noList: retentionWords.noList,
  nobody: (month: string): string =>
    `Liste de ${monthInWords(month)} : aucun dossier n'est arrivé au bout de sa durée.`,
  madeOn: (month: string, on: string): string =>
    `Liste de ${monthInWords(month)}, faite le ${on}. ${retentionWords.human}`,
  rules: ({ activeMonths, archiveMonths }: Rules): string =>
    `Un dossier reste en usage ${activeMonths} mois après le dernier contact ; une archive dure ${archiveMonths} mois au plus.`,
  more: (count: number): string =>
    `${counted(count, "autre dossier viendra", "autres dossiers viendront")} le mois prochain.`,
  person: (name: string, code: string): string => (name === "" ? code : `${name} · ${code}`),
  since: {
    noContact: (on: string): string => `Aucun contact depuis le ${on}.`,
    archiveOver: (on: string): string => `Archivé le ${on}.`,
    esfOver: (on: string): string => `Effacé le ${on}.`,
  },
  asked: (on: string): string =>
    `Une demande de cette personne attend une réponse, au plus tard le ${on} : répondez-y avant d'effacer.`,
  choose: { erased: "Effacer", archived: "Archiver", accompanied: "Toujours accompagné·e" },
  confirming: {
    erased: (whom: string): string => `Effacer le dossier : ${whom}`,
    archived: (whom: string): string => `Archiver le dossier : ${whom}`,
    accompanied: (whom: string): string => `Toujours accompagné·e : ${whom}`,
  },
  confirm: { erased: "Effacer définitivement", archived: "Archiver", accompanied: "Noter ce contact" },
  cancel: "Annuler",
  done: {
    erased: (whom: string): string => `Le dossier est effacé : ${whom}.`,
    archived: (whom: string): string => `Le dossier est archivé : ${whom}.`,
    accompanied: (whom: string): string => `Le contact est noté, le dossier reste en usage : ${whom}.`,
  },
  accompaniedAbout: "Un contact n'avait pas été noté : dites lequel et quand. Le dossier reste en usage.",
  ground: "Motif",
  way: "Quel contact",
  contactOn: "Date de ce contact",
  tooOld: "La date de ce contact est à venir, ou plus ancienne que la durée prévue : vérifiez-la.",
  moved:
    "Ce dossier a changé depuis que la liste a été faite : il est laissé tel quel. S'il est toujours au bout de sa durée, il sera dans la prochaine liste.",
  waits: "Attend la confirmation de la coordinatrice.",
  settledBy: (what: string, on: string, by: string | null): string =>
    by === null ? `${what}, le ${on}.` : `${what}, le ${on}, par ${by}.`,
  archivedTitle: "Dossiers archivés",
  archivedAbout: "La coordinatrice seule peut les ouvrir, et chaque ouverture est notée.",
  noArchive: "Aucun dossier n'est archivé.",
  archivedOn: (on: string, ground: string, until: string): string =>
    `Archivé le ${on}. ${ground}.${until === "" ? "" : ` Jusqu'au ${until} au plus.`}`,
  again: "Un dossier en usage porte le même nom ; c'est peut-être la même personne :",
  reopen: "Rouvrir le dossier",
  reopening: (whom: string): string => `Rouvrir le dossier : ${whom}`,
  reopened: (whom: string): string => `Le dossier est de nouveau en usage : ${whom}.`,
  why: "Pourquoi le rouvrir",
  request: "Effacement demandé par la personne",
  requestAbout: "Chacun·e peut demander que son dossier soit effacé. Écrivez le code, puis vérifiez de qui il s'agit.",
  code: "Code du dossier",
  look: "Vérifier",
  noSuchCode: "Aucun dossier en usage ou archivé ne porte ce code.",
  movedNow:
    "Ce dossier a changé à l'instant, ou une cellule l'étudie : retirez d'abord la présentation, puis recommencez.",
  earlier: "Listes des mois passés",
  earlierAbout: "Ce qui a été confirmé, mois par mois",
  month: "Mois",
  monthName: monthInWords,
  listed: "Dossiers listés",
  erasedColumn: "Effacés",
  archivedColumn: "Archivés",
  followedColumn: "Toujours accompagné·es",
} as const;
