/** The page *Dossiers* of the tab: its views, each with its own words elsewhere. */

/** In the order of the sub-navigation; `?vue=` holds the key. */
export const filesViewWords = {
  pieces: "Pièces à compléter",
  points: "Points d'étape",
  extraction: "Extraction mensuelle",
  import: "Importer un fichier",
  exports: "Fichiers à transmettre",
  conservation: "Conservation",
} as const;

export type FilesViewId = keyof typeof filesViewWords;

export const filesWords = {
  views: "Rubriques des dossiers",
} as const;
