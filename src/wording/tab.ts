/** The French words of the tab's pages. */
export const tabWords = {
  product: "Repère",
  loading: "Un instant…",
  skip: "Aller au contenu",
  documents: "Documents à imprimer",
  blankSheet: "Feuille d'entretien vierge",
  navigation: "Pages de Repère",
  pages: {
    "tableau-de-bord": "Tableau de bord",
    participants: "Participants",
    dossiers: "Dossiers",
    cellules: "Cellules",
    offre: "Offre",
    reglages: "Réglages",
  },
  stale: "Repère ne répond plus : ce que vous lisez est le dernier état connu. La page se remettra à jour d'elle-même.",
  agree: "Autoriser Repère",
  bars: { label: "Quoi", asTable: "Voir le tableau", asBars: "Voir les barres" },
  localMode: "Mode local",
  localModeSays: "Sans connexion Microsoft : pour essayer sur cet ordinateur seulement.",
  localMember: "Vous êtes",
  print: "Imprimer",
  save: "Enregistrer le fichier",
  saveForWord: "Télécharger pour Word",
  largerLetters: "Lettres plus grandes",
  usualLetters: "Lettres habituelles",
  retry: "Réessayer",
  home: "Accueil de Repère",
  documentTitles: {
    "feuille-entretien": "Feuille d'entretien",
    "compte-rendu": "Compte rendu de séance",
    "pourquoi-piste": "Pourquoi cette piste ?",
    "courrier-decision": "Courrier : décision",
    "fiche-personne": "Fiche à remettre à la personne",
    "fiche-relais": "Fiche de passage de relais",
    "retour-prescripteur": "Retour au prescripteur",
    "preparation-referent": "Préparer l'action : ma feuille",
    "preparation-personne": "Mon action",
    "preparation-structure": "Fiche de la structure d'accueil",
    "carte-accident": "En cas d'accident",
    emargement: "Feuille d'émargement",
    "points-etape": "Points d'étape du trimestre",
    notice: "Notice d'information",
    "copie-personne": "Copie remise à la personne",
    "questionnaire-entree": "Questionnaire FSE+ à l'entrée",
    "questionnaire-sortie": "Questionnaire FSE+ à la sortie",
    "questionnaire-six-mois": "Questionnaire FSE+ six mois après la sortie",
  },
  problems: {
    outsideTeams: {
      title: "Cette page s'ouvre dans Microsoft Teams",
      whatToDo:
        "Ouvrez Teams, puis l'application Repère, puis cette page depuis son onglet ou depuis un message de Repère.",
    },
    signInRefused: {
      title: "Teams n'a pas confirmé qui vous êtes",
      whatToDo:
        "Réessayez. Si cela continue, fermez et rouvrez Teams ; puis demandez à la personne qui gère Teams dans votre structure d'autoriser Repère.",
    },
    consentNeeded: {
      title: "Teams a besoin de votre accord",
      whatToDo:
        "Repère lit votre nom et votre identifiant Microsoft, pour savoir que c'est vous, et rien d'autre. Pressez « Autoriser Repère ». Si Teams répond que seule la personne qui administre Teams peut le faire, transmettez-lui cette page.",
    },
    unauthorized: {
      title: "Votre connexion n'a pas été acceptée",
      whatToDo: "Réessayez. Si cela continue, déconnectez-vous de Teams, reconnectez-vous, puis rouvrez cette page.",
    },
    keysUnavailable: {
      title: "La connexion ne peut pas être vérifiée pour le moment",
      whatToDo: "Le service de Microsoft qui le permet ne répond pas. Réessayez dans quelques minutes.",
    },
    notAMember: {
      title: "Vous n'êtes pas dans l'équipe de ce PLIE",
      whatToDo: "Demandez à la coordinatrice ou à un·e chargé·e de projet du PLIE de vous ajouter à l'équipe.",
    },
    roleMayNot: {
      title: "Votre rôle ne donne pas accès à cette page",
      whatToDo: "Si vous en avez besoin, demandez à la coordinatrice ou à un·e chargé·e de projet du PLIE.",
    },
    notFound: {
      title: "Rien ici, ou rien que vous puissiez voir",
      whatToDo: "Vérifiez l'adresse, ou partez de l'accueil.",
    },
    invalid: {
      title: "Cette demande est incomplète",
      whatToDo: "Revenez à l'écran précédent et vérifiez ce qui a été choisi.",
    },
    mediaType: {
      title: "Ce type de fichier n'est pas lu ici",
      whatToDo: "Envoyez un fichier JSON ou CSV, au format data·inclusion.",
    },
    fileRefused: {
      title: "Ce fichier ne peut pas être lu",
      whatToDo:
        "Rien n'a été changé. Vérifiez qu'il est complet et au format data·inclusion, puis envoyez-le de nouveau.",
    },
    conflict: {
      title: "Cela ne peut pas se faire en l'état",
      whatToDo: "La fiche a changé, ou autre chose est à faire avant. Rouvrez la page pour voir où elle en est.",
    },
    recommendFirst: {
      title: "La préconisation d'abord",
      whatToDo:
        "La piste de la méthode se lit après la préconisation du ou de la référent·e. Elle s'ouvrira dès que celle-ci sera écrite, depuis la synthèse.",
    },
    busy: {
      title: "Plusieurs personnes enregistrent en même temps",
      whatToDo: "Réessayez dans quelques secondes.",
    },
    internal: {
      title: "Une erreur s'est produite de notre côté",
      whatToDo: "Rien n'est perdu. Réessayez ; si cela continue, prévenez la personne qui s'occupe de Repère.",
    },
    unreachable: {
      title: "Repère ne répond pas",
      whatToDo: "Vérifiez votre connexion à internet, puis réessayez.",
    },
  },
} as const;

/** Everything that a page of the tab may have to explain. */
export type TabProblem = keyof typeof tabWords.problems;
