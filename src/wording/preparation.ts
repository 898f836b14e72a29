/** What is prepared of an action with the three parties, and the words from which each objective starts. */
import type { PreparationField, PreparedFor } from "../domain/activation/preparation.ts";
import { counted } from "./lists.ts";

/** As the convention says them. */
export const objectiveWords: Readonly<Record<PreparedFor, string>> = {
  discover: "Découvrir un métier",
  confirm: "Confirmer un projet professionnel",
  recruit: "Initier une démarche de recrutement",
  collective: "Participer à une action collective",
};

type Starts = Readonly<Record<Exclude<PreparationField, "observe">, string>>;
/** Where nothing is written yet: to be changed with the person. */
export const preparationStarts: Readonly<Record<PreparedFor, Starts>> = {
  discover: {
    referent:
      "Relire ensemble ce que l'on fait dans ce métier. Choisir trois questions à poser sur place. Convenir d'un appel à mi-parcours et de la date du bilan.",
    learn: "Voir les tâches d'une journée, les horaires, le rythme et l'équipe. Savoir si ce métier me donne envie.",
    show: "Être là aux heures convenues, écouter les consignes et poser mes questions.",
  },
  confirm: {
    referent:
      "Lister les gestes que le métier demande et ceux que la personne veut essayer. Voir avec la structure d'accueil quels postes les permettent. Convenir d'un appel à mi-parcours et de la date du bilan.",
    learn: "Vérifier que ce métier me convient, et ce qu'il me reste à apprendre pour l'exercer.",
    show: "Les gestes que je sais déjà faire, et le soin que j'apporte au travail.",
  },
  recruit: {
    referent:
      "Demander à l'employeur ce qu'il attend et ce qu'il fera ensuite. Revoir avec la personne son parcours et la façon d'en parler. Convenir d'un appel à mi-parcours et de la date du bilan.",
    learn: "Savoir ce que l'employeur attend, et si je veux travailler ici.",
    show: "Que je tiens le poste : les horaires, les consignes, les gestes et le travail avec l'équipe.",
  },
  collective: {
    referent:
      "Dire à quoi sert cette action et comment elle se passe. Vérifier le trajet et l'heure. Convenir du moment où en reparler ensemble.",
    learn: "Ce que je veux savoir ou savoir faire en sortant.",
    show: "Que je peux venir, prendre part et dire ce que j'en pense.",
  },
};

export const preparationWords = {
  title: "Préparer l'action",
  referent: "Ce que je prépare",
  learn: "Ce que la personne veut apprendre ou vérifier",
  show: "Ce que la personne veut montrer",
  observe: "Ce que la structure d'accueil regardera",
  observeTogether: "Ce que l'on regardera pendant l'action",
  about:
    "À écrire avec la personne : elle peut tout lire. La feuille de la structure d'accueil ne reprend que les dates, l'objectif et ce qui est regardé.",
  sheetsTitle: "Feuilles à imprimer, une fois la préparation enregistrée",
  tooLong: (atMost: number): string => `C'est trop long : ${counted(atMost, "caractère", "caractères")} au plus.`,
} as const;
