/** What can be typed in the chat, and what is said where nothing was understood. */
export const helpWords = {
  intro: "Écrivez ces mots dans la conversation, avec ou sans accents. Les boutons des cartes font la même chose.",
  commands: [
    { example: "accueil", what: "Ce qui vous attend aujourd'hui." },
    { example: "nouveau", what: "Enregistrer une personne orientée vers le PLIE." },
    { example: "participants", what: "Vos participant·es, avec une recherche par nom ou par code." },
    { example: "diagnostic P-2026-0001", what: "Reprendre un diagnostic là où il s'est arrêté." },
    { example: "synthèse P-2026-0001", what: "Lire la synthèse d'un diagnostic." },
    { example: "contacts P-2026-0001", what: "Noter une démarche, un rendez-vous, et voir le prochain pas." },
    { example: "relais P-2026-0001", what: "Préparer ou suivre un passage de relais." },
    {
      example: "actions P-2026-0001",
      what: "Ce qui est prévu et fait avec une personne : immersions, ateliers, visites.",
    },
    {
      example: "questionnaire P-2026-0001",
      what: "Remplir avec la personne un questionnaire FSE+, et noter sa signature.",
    },
    { example: "transmettre P-2026-0001", what: "Relire et confirmer ce qui part vers France Travail." },
    { example: "droits P-2026-0001", what: "Notice, accords et demandes de la personne ; qui a ouvert son dossier." },
    { example: "pièces", what: "Ce qui manque dans les dossiers, et qui peut le compléter." },
    {
      example: "points d'étape",
      what: "La liste de la réunion trimestrielle, et ce qui est convenu pour chaque personne.",
    },
    { example: "échéances", what: "Ce qui est à faire, les retards d'abord." },
    { example: "rappels", what: "Choisir l'heure de vos rappels, et les situations à laisser de côté." },
    { example: "services mobilité", what: "Les services d'un domaine, et comment les joindre." },
    { example: "services mobilité P-2026-0001", what: "La même chose, près d'une personne et pour elle." },
    { example: "besoins", what: "Ce à quoi personne ne répond sur le territoire (chargé·e de projet, coordinatrice)." },
    {
      example: "conservation",
      what: "Les dossiers arrivés au bout de leur durée (chargé·e de projet, coordinatrice).",
    },
    { example: "à étudier", what: "Les situations qui attendent dans les cellules, et les avis à donner." },
    { example: "ordre du jour entrées", what: "Ce qu'une cellule étudiera à sa prochaine séance." },
    { example: "séance", what: "Ouvrir, mener et clore une séance de cellule (chargé·e de projet, coordinatrice)." },
    { example: "absences", what: "Noter une absence, sa suppléance, ou un changement de référent·e." },
    { example: "collectives", what: "Les actions collectives prévues : proposer, inscrire, imprimer l'émargement." },
    { example: "vignettes", what: "Coter des situations fictives, puis voir ce qu'en dit le groupe." },
    { example: "aide", what: "Revoir cette page." },
  ],
  localCommand: {
    example: "je suis Claire Martin",
    what: "En mode local seulement : jouer le rôle d'une autre personne de l'équipe.",
  },
  contact: (names: string): string => `Une question, un problème : ${names}.`,
} as const;

export const answerSentences = {
  notUnderstood: {
    title: "Je n'ai pas compris",
    withSuggestions: "Vouliez-vous écrire l'une de ces phrases ?",
    alone: "Écrivez « aide » pour voir ce que vous pouvez me demander.",
  },
  wordsOnly: {
    title: "Je ne lis que les mots",
    text: "Je n'ai pas gardé ce que vous avez envoyé. Écrivez ce que vous cherchez, par exemple « accueil » ou « participants ».",
  },
  olderCard: {
    title: "Cette carte est trop ancienne",
    text: "Repère a changé depuis qu'elle a été envoyée : son bouton n'a rien modifié. Continuez depuis une carte d'aujourd'hui.",
  },
  part: {
    own: "Vous êtes vous-même",
    ownText:
      "Mode local : personne de l'équipe ne porte ce nom ni ce rôle, et ce qui suit est fait en votre nom. Écrivez par exemple « je suis Claire Martin ».",
    title: "C'est noté",
    text: (who: string, roles: string): string =>
      `Mode local : ce qui suit est fait par ${who}${roles === "" ? "" : `, ${roles}`}. Chaque carte le rappelle.`,
  },
  chatRefused: {
    someone: "une personne de l'équipe",
    title: "Une personne ne reçoit plus mes messages",
    text: (who: string): string =>
      `Teams refuse d'ouvrir ma conversation avec ${who}. Demandez-lui d'ouvrir Teams, de chercher l'application Repère et de l'ajouter, puis de m'écrire « accueil ». D'ici là, prévenez-la vous-même de ce qui est à faire.`,
  },
  fault: {
    title: "Quelque chose n'a pas fonctionné",
    text: "Le problème vient de Repère. Ce que vous avez saisi est encore dans la carte : réessayez. Si cela continue, donnez cette référence à la personne qui s'occupe de Repère.",
    reference: (reference: string): string => `Référence : ${reference}`,
  },
  retry: {
    title: "Ce n'est pas encore enregistré",
    text: "Le problème vient de Repère. Ce que vous avez saisi est gardé dans cette carte : réessayez dans un instant. Si cela continue, donnez cette référence à la personne qui s'occupe de Repère.",
    button: "Réessayer",
    reference: (reference: string): string => `Référence : ${reference}`,
  },
  withdrawn: {
    text: "Cette carte a été vidée : la personne a retiré son accord pour que l'on note sa santé.",
  },
  othersCase: {
    title: "Cette personne est déjà accompagnée",
    text: (code: string, referent: string): string =>
      `Sa fiche ${code} est suivie par ${referent}. Rien n'a été créé ni modifié. Voyez ensemble qui poursuit l'accompagnement.`,
    unknownReferent: "un autre membre de l'équipe",
  },
  urgentUnknown: {
    title: "Ce point urgent n'est plus dans le référentiel",
    text: "Ouvrez la fiche pour voir les points urgents encore ouverts.",
  },
} as const;

export const buttonWords = {
  home: "Accueil",
  help: "Aide",
  participants: "Mes participants",
  newPerson: "Nouvelle personne orientée",
  sheet: "Ouvrir la fiche",
  enter: "Entrer dans le parcours",
  resume: "Reprendre le diagnostic",
  start: "Commencer le diagnostic",
  goOn: "Continuer le diagnostic",
  manage: "Gérer la fiche",
  synthesis: "Voir la synthèse",
  personView: "Noter le point de vue de la personne",
} as const;
