/** Fictional people whose diagnostic is complete enough for the method to point somewhere, each to another place. */
import { LATE_AND_HEARD, SIGNED, TO_SIGN } from "./file.ts";
import { allBut, level, type DemoPerson } from "./person.ts";
import { DECIDED, WAITS_FOR_OPINIONS, WAITS_IN_SHORT } from "./review.ts";

/** Nothing that a partner would have to accompany: France Travail as anyone. */
const KARINE: DemoPerson = {
  givenName: "Karine",
  familyName: "Capucine (fictif)",
  birthDate: "22/02/1988",
  commune: "Fontaine-lès-Dijon",
  sentBy: "accompagnementSocial",
  orientedDaysAgo: 24,
  enteredDaysAgo: 15,
  health: "agreed",
  levels: [level("recherche", [1, 2, 1], "Postule seule chaque semaine.", "Son CV date de 2021.")],
  nothing: allBut("recherche", "travail"),
  situation: {
    seeksWork: "yes",
    accompaniedBy: "franceTravail",
    lastJob: "DEUX_DERNIERES_ANNEES",
    franceTravail: "yes",
    rsa: "no",
    ass: "no",
    aah: "no",
    rqth: "no",
    iae: "no",
    diploma: "NV3",
    qpv: "no",
    referringBody: "none",
    engagement: "yes",
    wantsToCreate: "no",
  },
  review: WAITS_FOR_OPINIONS,
  file: TO_SIGN,
};

/** No domain weighs by itself; together they do. */
const MOUSSA: DemoPerson = {
  givenName: "Moussa",
  familyName: "Tournesol (fictif)",
  birthDate: "08/07/1979",
  commune: "Chenôve",
  sentBy: "franceTravail",
  orientedDaysAgo: 30,
  enteredDaysAgo: 20,
  health: "agreed",
  levels: [
    level("mobilite", [1, 1, 1], "A un vélo en bon état.", "50 minutes de bus en journée ; rien très tôt le matin."),
    level("sante", [1, 1, 1], "", "Un rendez-vous de soins régulier, sur ses jours libres."),
    level(
      "famille",
      [1, 1, 1],
      "Ses enfants vont seuls à l'école.",
      "Libre aux horaires visés, sauf si un enfant est malade.",
    ),
    level("finances", [1, 1, 1], "Paie ses factures à l'heure.", "Ne peut pas avancer une tenue ou un mois de bus."),
    level("droits", [1, 1, 1], "", "Papiers à jour ; se fait aider pour les dossiers longs."),
    level("savoirs", [1, 1, 2], "Lit le journal chaque jour.", "Fait relire ses courriers."),
    level(
      "numerique",
      [1, 1, 1],
      "Utilise son téléphone pour tout.",
      "Se fait aider sur un site qu'il ne connaît pas.",
    ),
    level("confiance", [1, 1, 1], "Vient à tous ses rendez-vous.", "Fait ce qui est prévu, n'a rien proposé d'autre."),
    level("entourage", [1, 1, 1], "Un voisin prêt à l'aider.", "Personne d'autre pour un coup de main."),
    level(
      "projet",
      [1, 1, 1],
      "Sait ce qu'il veut faire.",
      "Magasinier, jamais essayé : en cite deux tâches, les horaires et le diplôme.",
    ),
    level("competences", [1, 1, 1], "Quinze ans d'imprimerie.", "Une habilitation de quelques jours à obtenir."),
    level("recherche", [1, 1, 1], "Postule seul chaque semaine.", "Envoie le même CV partout."),
  ],
  nothing: ["logement"],
  situation: {
    seeksWork: "yes",
    accompaniedBy: "nobody",
    lastJob: "PLUS_DEUX_ANS",
    franceTravail: "yes",
    rsa: "no",
    ass: "yes",
    aah: "no",
    rqth: "no",
    iae: "no",
    diploma: "NV5",
    qpv: "yes",
  },
  review: WAITS_IN_SHORT,
  file: SIGNED,
};

/** A partner would answer as soon as a status that was asked for is received. */
const ODILE: DemoPerson = {
  givenName: "Odile",
  familyName: "Bruyère (fictif)",
  birthDate: "14/04/1972",
  commune: "Longvic",
  sentBy: "franceTravail",
  orientedDaysAgo: 26,
  enteredDaysAgo: 12,
  health: "agreed",
  levels: [
    level(
      "sante",
      [3, 3, 3],
      "Sait dire ce qu'elle peut faire et ne peut pas faire.",
      "Un poste aménagé seulement : sans port de charges, ni plus d'une heure debout.",
      ["certains-metiers-a-eviter"],
      true,
    ),
    level(
      "projet",
      [3, 3, 2],
      "Curieuse, a déjà visité deux entreprises.",
      "La vente n'est plus possible ; cherche un métier assis, sans savoir lequel.",
      ["decouvrir-un-metier", "identifier-ses-points-forts"],
      true,
    ),
    level("competences", [2, 2, 2], "Vingt ans de vente.", "N'a jamais fait reconnaître son expérience.", [
      "valoriser-ses-competences",
    ]),
    // Nobody on the demo's territory answers this one: it shows on *Besoins sans réponse*.
    level(
      "logement",
      [2, 2, 2],
      "S'entend bien avec ses voisins.",
      "Quatrième étage : deux rendez-vous manqués, l'ascenseur était en panne.",
      ["logement-a-adapter"],
    ),
    level(
      "mobilite",
      [2, 2, 1],
      "A le permis.",
      "La voiture n'est plus assurée : en bus, certaines zones sont à plus d'une heure.",
      ["dependant-des-transports-en-commun"],
    ),
  ],
  nothing: ["famille", "finances", "droits", "savoirs", "numerique", "confiance", "entourage", "recherche"],
  situation: {
    seeksWork: "yes",
    accompaniedBy: "franceTravail",
    lastJob: "DEUX_DERNIERES_ANNEES",
    franceTravail: "yes",
    rsa: "no",
    ass: "unknown",
    aah: "no",
    rqth: "requested",
    iae: "no",
    diploma: "C12",
    qpv: "unknown",
    engagement: "yes",
    wantsToCreate: "no",
  },
  review: DECIDED,
  file: LATE_AND_HEARD,
};

export const PEOPLE_TOWARDS_LEADS: readonly DemoPerson[] = [KARINE, MOUSSA, ODILE];
