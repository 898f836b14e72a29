/** The page *Dossiers* of the tab: its views, each with its own words elsewhere. */

/** In the order of the sub-navigation; `?vue=` holds the key. */
export const filesViewWords = {
  pieces: "Pièces du participant",
  points: "Points d'étape",
  extraction: "Extraction mensuelle",
  import: "Import",
  exports: "Exports",
  conservation: "Conservation",
} as const;

export type FilesViewId = keyof typeof filesViewWords;

export const filesWords = {
  views: "Rubriques des dossiers",
} as const;
