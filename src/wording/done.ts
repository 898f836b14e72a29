/** One line where a card's work is done. */
export const doneWords = {
  left: "Vous le retrouverez dans « Nouvelle personne orientée ». La personne n'est pas encore enregistrée.",
  leftCase: (code: string): string => `Fiche ${code} : vous pourrez reprendre au même endroit.`,
  paused: (code: string): string => `Diagnostic ${code} : vous pourrez reprendre au même endroit.`,
} as const;
