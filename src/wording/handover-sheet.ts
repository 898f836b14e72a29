/** Words of the sheet that a partner reads. The person read it before. */
export const handoverSheetWords = {
  title: "Fiche de passage de relais",
  noName: "Prénom et nom à compléter",
  toBeChosen: "structure à choisir",
  to: (name: string): string => `pour ${name}`,
  from: (plie: string, day: string): string => `${plie}, le ${day}`,
  stays: {
    reorient:
      "Un autre accompagnement est proposé à cette personne : le vôtre. Le PLIE l'accompagne jusqu'à son premier rendez-vous chez vous.",
    relay: "Cette personne est accompagnée par le PLIE, qui continue. Elle a besoin de votre appui sur un point.",
  },
  agreement: "Accord de la personne",
  agreed: (day: string): string =>
    `La personne a lu cette fiche le ${day} et accepte qu'elle vous soit transmise. Elle peut changer d'avis.`,
  notAgreed: "À relire avec la personne : sans son accord, cette fiche ne part pas.",
  answer: "Ce que nous vous demandons",
  asked: [
    "Dites-nous si vous pouvez recevoir la personne, et la date du premier rendez-vous.",
    "Si ce n'est pas possible, dites-nous pourquoi : cela nous aide à lui proposer autre chose.",
    "Après ce rendez-vous, confirmez-nous qu'il a eu lieu.",
  ],
  contact: "Pour nous répondre",
  referent: (name: string): string => `${name}, référent·e de parcours`,
  someReferent: "La ou le référent·e de parcours",
  phone: "Téléphone :",
} as const;
