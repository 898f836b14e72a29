/** What is said while a sitting is held. */
import { counted } from "./lists.ts";

export const sittingWords = {
  formTitle: "Ouvrir une séance",
  today: (day: string): string => `La séance s'ouvre aujourd'hui, ${day}.`,
  otherDate: (day: string): string => `Prochaine date du calendrier : ${day}.`,
  noSecretary: "Personne pour l'instant",
  title: "Séance",
  ledBy: (name: string): string => `menée par ${name}`,
  secretary: (name: string): string => `secrétaire : ${name}`,
  presentCount: (count: number): string => counted(count, "personne présente", "personnes présentes"),
  presentNobody: "Personne n'est encore noté présent.",
  notStarted: (leads: boolean): string =>
    leads
      ? "Aucune situation n'est encore ouverte. Appuyez sur « Situation suivante » pour commencer."
      : "Aucune situation n'est encore ouverte.",
  presents: (name: string): string => `${name} présente la situation`,
  taken: (time: string, presentation: number, whole: number): string =>
    `Prise à ${time} : ${presentation} minutes de présentation, ${whole} minutes en tout`,
  over: (minutes: number): string => `Le temps prévu est dépassé de ${counted(minutes, "minute", "minutes")}`,
  elapsed: (minutes: number): string => counted(minutes, "minute écoulée", "minutes écoulées"),
  quorum: (present: number, quorum: number): string =>
    present >= quorum
      ? `Quorum atteint : ${present} membres, il en faut ${quorum}`
      : `Quorum non atteint : ${counted(present, "membre", "membres")} sur ${quorum}`,
  opinions: (given: number, voters: number): string => `${counted(given, "avis donné", "avis donnés")} sur ${voters}`,
  revealed: (counts: string): string => `Avis révélés : ${counts}`,
  close: {
    title: "Clore la séance ?",
    done: (decided: number, left: number): string =>
      [
        decided === 0
          ? "Aucune situation décidée."
          : `${counted(decided, "situation décidée", "situations décidées")}.`,
        left === 0
          ? "Aucune ne reste à l'ordre du jour."
          : `${counted(left, "situation attendra", "situations attendront")} la séance suivante, avis gardés.`,
      ].join(" "),
    minutes: "Le compte rendu sera établi avec les présences, les avis en nombre, les décisions et leurs raisons.",
    forGood: "Une séance close ne se rouvre pas.",
    act: "Clore la séance",
  },
  closed: {
    title: "La séance est close",
    text: (cases: number, present: number): string =>
      `${counted(cases, "situation", "situations")}, ${counted(present, "personne présente", "personnes présentes")}. Le compte rendu est prêt : il se relit, s'imprime et se signe.`,
  },
} as const;
