/** What is said before what cannot be undone: what will happen, and to whom. */
import { lowerFirst } from "./lists.ts";

export const confirmWords = {
  back: "Ne rien changer",
  round: {
    title: "Refaire le point ?",
    closes: (round: string, since: string, addressed: string): string =>
      `L'évaluation en cours sera close (${lowerFirst(round)}, commencée le ${since}, ${addressed}). Elle restera lisible dans la synthèse, sans pouvoir être modifiée.`,
    opens:
      "Une nouvelle s'ouvrira, à partir de ce qui était noté. Le point de vue de la personne et votre préconisation seront à noter de nouveau.",
    forGood: "Une évaluation close ne se rouvre pas.",
    act: "Refaire le point",
  },
  merge: {
    title: "Fusionner ces deux fiches ?",
    kept: (who: string): string => `À garder : ${who}`,
    closed: (who: string): string => `À fermer : ${who}`,
    otherName: "Les deux noms sont différents : vérifiez qu'il s'agit bien de la même personne.",
    happens:
      "La fiche gardée sera complétée avec ce qui lui manque. L'autre sera fermée et y renverra ; son historique restera lisible.",
    forGood: "Une fusion ne se défait pas.",
    act: (kept: string): string => `Fusionner : garder ${kept}`,
  },
  withdrawal: {
    title: "Effacer ce qui est noté sur la santé ?",
    erased:
      "La personne retire son accord : tout ce qui est noté sur sa santé sera effacé, dans toutes les évaluations, brouillons compris.",
    argued:
      "La piste de la méthode et les raisons de votre préconisation seront effacées aussi, car elles peuvent en parler ; de même ce qui a été écrit en cellule : question, avis, raisons d'une décision. Les choix restent.",
    cards: "Les cartes de cette personne, déjà affichées dans Teams, seront vidées.",
    forGood: "Rien de tout cela ne pourra être retrouvé.",
    act: "Effacer ce qui est noté",
  },
} as const;
