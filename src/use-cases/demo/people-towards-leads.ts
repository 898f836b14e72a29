/** Fictional people whose diagnostic is complete enough for the method to point somewhere, each to another place. */
import { allBut, level, type DemoPerson } from "./person.ts";

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
  levels: [level("recherche", [1, 2, 1], "Connaît plusieurs employeurs de son métier.", "Son CV date de 2021.")],
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
    level("mobilite", [1, 1, 1], "A un vélo en bon état.", "Le trajet prend 50 minutes en bus."),
    level("sante", [1, 1, 1], "", "Évite les postes où l'on reste debout toute la journée."),
    level("famille", [1, 1, 1], "Ses enfants vont seuls à l'école.", "Un mercredi sur deux à organiser."),
    level("finances", [1, 1, 1], "Paie ses factures à l'heure.", "Rien de côté pour une dépense imprévue."),
    level("droits", [1, 1, 1], "", "Une carte d'assurance maladie à renouveler."),
    level("savoirs", [1, 1, 2], "Lit le journal chaque jour.", "Fait relire ses courriers."),
    level(
      "numerique",
      [1, 1, 1],
      "Utilise son téléphone pour tout.",
      "Préfère être à côté de quelqu'un pour un dossier en ligne.",
    ),
    level("confiance", [1, 1, 1], "Vient à tous ses rendez-vous.", "Hésite à rappeler un employeur."),
    level("entourage", [1, 1, 1], "Un voisin qui travaille dans le bâtiment.", "Peu de contacts dans son métier."),
    level("projet", [1, 1, 1], "Sait ce qu'il ne veut plus faire.", "Deux métiers en tête."),
    level("competences", [1, 1, 1], "Quinze ans dans le bâtiment.", "Un certificat de sécurité à remettre à jour."),
    level("recherche", [1, 1, 1], "Regarde les offres chaque semaine.", "Envoie le même CV partout."),
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
      "Ne peut pas porter de charges, ni rester debout plus d'une heure.",
      ["certains-metiers-a-eviter"],
      true,
    ),
    level(
      "projet",
      [3, 3, 2],
      "Curieuse, a déjà visité deux entreprises.",
      "Cherche un métier assis, sans savoir lequel.",
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
    level("mobilite", [2, 2, 1], "A le permis.", "La voiture n'est plus assurée : vient en bus.", [
      "dependant-des-transports-en-commun",
    ]),
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
};

export const PEOPLE_TOWARDS_LEADS: readonly DemoPerson[] = [KARINE, MOUSSA, ODILE];
