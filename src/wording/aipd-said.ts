/** The impact assessment, in French: on what it rests, who receives something, and how it is protected. */

/** On what each purpose rests: the PLIE and its data protection officer confirm it. */
export const LEGAL_BASES = [
  [
    "Accompagner, étudier, décider, passer le relais",
    "Mission d'intérêt public (RGPD, article 6.1 e), dite par la notice",
  ],
  [
    "Noter la santé en lien avec le travail",
    "Accord explicite de la personne (article 9.2 a), retiré quand elle le veut",
  ],
  [
    "Rendre compte à l'Union européenne (FSE+)",
    "Obligation légale (article 6.1 c ; règlements (UE) 2021/1057 et 2021/1060) ; chaque question sensible peut rester sans réponse",
  ],
  [
    "Envoyer une fiche de relais ou une transmission",
    "Mission d'intérêt public ; la personne a relu et dit son accord, noté avec son jour",
  ],
  ["Prouver qui a fait quoi, répondre aux droits", "Obligation légale (articles 5.2, 15 à 21 et 32)"],
] as const;

/** Who receives something outside the PLIE, and what. */
export const OUTSIDE = [
  [
    "Le partenaire qui accueille",
    "La fiche de passage de relais, relue et acceptée par la personne",
    "src/documents/handover-sheet.ts",
  ],
  [
    "Le prescripteur",
    "Trois phrases : reçue, rencontrée ou non, suite ; jamais de niveau",
    "src/documents/prescriber-return.ts",
  ],
  [
    "La structure d'accueil d'une immersion",
    "Les faits utiles au travail ; jamais la santé ni la famille",
    "src/documents/action-sheet.ts",
  ],
  [
    "Les membres partenaires d'une cellule",
    "Une situation sans nom, tranche d'âge et groupe de communes",
    "src/domain/review/freeze.ts",
  ],
  [
    "L'organisme référent, par un fichier que le PLIE lui remet : France Travail, le Département, la mission locale ou Cap emploi",
    "Identité, contraintes, besoins, situation, orientation : chaque valeur confirmée avec la personne ; jamais un niveau, une note, une absence",
    "src/domain/exchange/transmission-file.ts",
  ],
  [
    "Le logiciel du PLIE, par un fichier",
    "Codes, référent·e, dates, étapes et décisions de chaque dossier ; jamais une note, un niveau, une démarche",
    "src/domain/exchange/case-row.ts",
  ],
  [
    "Microsoft, sous-traitant (Teams ; Azure Cosmos DB si le PLIE la choisit)",
    "Les cartes et les messages de l'équipe, dans Teams ; les documents ci-dessus, si la base est chez lui",
    "bot/main.ts",
  ],
  ["L'autorité de gestion du FSE+", "Les réponses typées des questionnaires", "src/domain/esf"],
  ["La personne", "Tout ce qui est noté sur elle, sur demande", "src/domain/rights/records.ts"],
] as const;

export const MEASURES = [
  ["Chacun est connu par son identifiant Entra, jamais par ce que dit une carte", "bot/identity.ts"],
  ["Aucun geste sans règle d'accès : un geste sans `allow` ne se construit pas", "src/use-cases/frame/use-case.ts"],
  ["Un dossier qui n'est pas le sien et un dossier qui n'existe pas : la même réponse", "src/domain/people/actor.ts"],
  ["Chaque ouverture laisse une trace, une fois par jour et par membre", "src/use-cases/frame/note-opening.ts"],
  [
    "Traces chaînées et scellées chaque jour ; elles ne tiennent que des codes et des dates",
    "src/domain/people/audit.ts",
  ],
  [
    "Le retrait de l'accord pour la santé efface ce qui en avait été noté, partout",
    "src/use-cases/parts/erase-health.ts",
  ],
  ["Ce qui est effacé avec une personne est dit document par document", "src/domain/records/keeping.ts"],
  ["Le journal technique ne prend que des identifiants, des codes et des nombres", "src/ports/log.ts"],
  ["Les nombres du territoire sont masqués sous cinq personnes", "src/domain/dashboard/mask.ts"],
  ["Aucune absence ni démarche ne part vers un organisme", "test/architecture/attempts-stay.test.ts"],
  ["La notice dit ces durées, lues au même endroit", "src/domain/rights/notice.ts"],
  [
    "Le sexe, l'origine, la nationalité, l'adresse et un diagnostic médical n'entrent pas dans la piste ; l'âge, la commune et les droits ne servent qu'aux conditions d'accès et aux distances",
    "test/domain/suggestion/no-forbidden-input.test.ts",
  ],
  [
    "Les nombres d'équité comptent par tranche d'âge, RSA, RQTH et quartier prioritaire, sans nom, masqués sous cinq personnes",
    "src/domain/dashboard/equity.ts",
  ],
  [
    "Le fichier d'une extraction, d'un export ou d'une liste de pièces : qui l'a pris est noté",
    "src/use-cases/frame/note-opening.ts",
  ],
  ["Aucune réponse sur une personne n'est gardée par un navigateur ou un relais (`no-store`)", "src/api/reply.ts"],
  [
    "Un effacement enlève la personne partout, et vide les cartes qui en parlaient",
    "src/use-cases/parts/sweep-person.ts",
  ],
] as const;

export const aipdWords = {
  title: "Analyse d'impact : les faits",
  about:
    "Ce document est écrit par `npm run aipd` à partir du code : ne le modifiez pas à la main. Il donne la partie factuelle de l'analyse d'impact (RGPD, article 35). La nécessité, les risques et l'avis du délégué à la protection des données restent à écrire par le PLIE.",
  legalBases:
    "Telles que les textes du produit les disent ; le PLIE et son délégué à la protection des données les confirment.",
  basesToConfirm: "les bases légales de la partie 3",
  transfers:
    "Le code n'appelle aucun service hors de Microsoft Teams, de Microsoft Entra et du magasin choisi (SQLite sur la machine, ou Azure Cosmos DB). La région d'hébergement est celle que le PLIE choisit : elle n'est pas dans le code. Aucun modèle d'intelligence artificielle n'est appelé.",
} as const;
