/** Words of the view *Exports* of *Dossiers*. */

export const exportsPageWords = {
  plie: "Vers le logiciel du PLIE",
  about:
    "Une ligne par dossier qui a changé dans la période : dates, étapes, décisions. Ni nom, ni niveau, ni note, ni rien des démarches pour rencontrer la personne.",
  from: "Du",
  to: "Au",
  take: "Télécharger le fichier (CSV)",
  columns: "Ce que contient chaque colonne",
  showColumns: (count: number): string => `Voir les ${count} colonnes`,
  column: "Colonne",
  meaning: "Ce qu'elle contient",
  unconfirmed:
    "Ces colonnes n'ont pas encore été confirmées par l'éditeur du logiciel : la personne qui installe Repère peut les changer.",
  version: (version: string): string => `Version ${version} des colonnes.`,
  transmissions: "Transmissions confirmées",
  none: "Rien n'a été transmis dans cette période.",
  person: "Dossier",
  on: "Le",
  towards: "Pour",
  by: "Confirmée par",
  failed: "Le fichier n'a pas pu être préparé. Réessayez dans un instant.",
  badPeriod: "Choisissez deux dates, un an d'écart au plus.",
} as const;
