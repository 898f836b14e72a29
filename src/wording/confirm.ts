/** What is said before what cannot be undone: what will happen, and to whom. */
import { lowerFirst } from "./lists.ts";

export const confirmWords = {
  back: "Ne rien changer",
  round: {
    title: "Refaire le point ?",
    closes: (round: string, since: string, addressed: string): string =>
      `L'évaluation en cours est close (${lowerFirst(round)}, commencée le ${since}, ${addressed}). Elle reste lisible dans la synthèse, et ne se modifie plus.`,
    opens:
      "Une nouvelle s'ouvre aujourd'hui. Elle part de ce qui était noté ; le point de vue de la personne et votre préconisation sont à redemander.",
    forGood: "Une évaluation close ne se rouvre pas.",
    act: "Refaire le point",
  },
  merge: {
    title: "Fusionner ces deux fiches ?",
    kept: (who: string): string => `À garder : ${who}`,
    closed: (who: string): string => `À fermer : ${who}`,
    otherName: "Les deux noms sont différents : vérifiez qu'il s'agit bien de la même personne.",
    happens:
      "La fiche gardée est complétée avec ce qui lui manque. L'autre est fermée et y renvoie ; son historique reste lisible.",
    forGood: "Une fusion ne se défait pas.",
    act: (kept: string): string => `Fusionner : garder ${kept}`,
  },
  withdrawal: {
    title: "Effacer ce qui est noté sur la santé ?",
    erased:
      "La personne retire son accord : tout ce qui est noté sur sa santé est effacé, dans toutes les évaluations, brouillons compris.",
    argued:
      "La piste de la méthode et les raisons de votre préconisation sont effacées aussi, car elles peuvent en parler. Votre choix reste.",
    cards: "Les dernières cartes de cette personne, déjà affichées dans Teams, sont vidées.",
    forGood: "Rien de tout cela ne pourra être retrouvé.",
    act: "Effacer ce qui est noté",
  },
} as const;
