/** One line where a card's work is done. */
export const doneWords = {
  left: "Ce que vous aviez saisi attend dans « Nouvelle personne orientée ».",
  leftCase: (code: string): string => `Fiche ${code} : vous pourrez reprendre au même endroit.`,
  paused: (code: string): string => `Diagnostic ${code} : vous pourrez reprendre au même endroit.`,
} as const;
