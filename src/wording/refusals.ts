/** What is said when something cannot be done: why, and what to do instead. Keys are the codes of the refusals. */
export const refusalWords = {
  stranger: {
    title: "Je ne vous connais pas encore",
    text: "Repère est réservé à l'équipe du PLIE et votre compte n'y figure pas.",
  },
  roleMayNot: {
    title: "Votre rôle ne permet pas cela",
    text: "Si vous en avez besoin, parlez-en à la personne qui coordonne le PLIE.",
  },
  noSuchCase: {
    title: "Fiche introuvable",
    text: "Aucune fiche qui vous soit ouverte ne porte ce code. Vérifiez ses chiffres, ou cherchez la personne dans « Mes participants ».",
  },
  caseClosed: {
    title: "Cette fiche est fermée",
    text: "Elle a été annulée, fusionnée avec une autre, ou le parcours est terminé. Ouvrez la fiche pour voir ce qu'il en est.",
  },
  notEntered: {
    title: "L'entrée n'est pas encore enregistrée",
    text: "Le diagnostic s'ouvre quand le premier entretien a eu lieu et que la notice a été remise et expliquée. Commencez par « Entrer dans le parcours ».",
  },
  alreadyDone: {
    title: "C'est déjà fait",
    text: "Il n'y a rien à refaire : ce qui était enregistré n'a pas changé.",
  },
  changedMeanwhile: {
    title: "Quelque chose a changé entre-temps",
    text: "Ce que montrait cette carte n'est plus à jour, et rien n'a été modifié. Ouvrez de nouveau la fiche ou l'étude, puis recommencez.",
  },
  choiceMissing: {
    title: "Il manque un choix",
    text: "Choisissez d'abord une ligne de la liste, puis appuyez de nouveau sur le bouton.",
  },
  nothingToSettle: {
    title: "Il n'y a plus rien à départager ici",
    text: "Le choix a déjà été fait. Ouvrez la fiche pour voir ce qui est enregistré.",
  },
  healthClosed: {
    title: "La santé n'est pas ouverte",
    text: "Rien ne se note sur la santé sans l'accord de la personne. Quand elle le donne, indiquez-le dans « Gérer la fiche ».",
  },
  roundNotReady: {
    title: "L'évaluation en cours n'est pas finie",
    text: "Trop peu de domaines sont abordés pour refaire le point. Continuez le diagnostic, puis recommencez.",
  },
  mergeOtherWay: {
    title: "Gardez plutôt cette fiche",
    text: "C'est elle qui contient le diagnostic ou la décision. Ouvrez l'autre fiche, puis fusionnez-la avec celle-ci.",
  },
  recommendFirst: {
    title: "La préconisation d'abord",
    text: "La piste de la méthode se lit après la préconisation du ou de la référent·e, pour ne pas la guider. Elle s'ouvrira dès que « Ma préconisation » sera enregistrée.",
  },
  noSuchReview: {
    title: "Situation introuvable",
    text: "Aucune situation qui vous soit ouverte ne porte ce numéro. Écrivez « à étudier » pour voir celles qui attendent.",
  },
  alreadyUnderReview: {
    title: "Cette situation est déjà à l'étude",
    text: "Une cellule l'étudie en ce moment. Pour la présenter ailleurs, retirez d'abord cette étude.",
  },
  studiedNow: {
    title: "Une cellule étudie cette situation",
    text: "On ne met pas fin à un parcours pendant son étude. Ouvrez l'étude et retirez-la d'abord (« Retirer »), ou attendez la décision.",
  },
  endsInCell: {
    title: "Cette fin se décide en cellule sorties",
    text: "Après la poursuite, la sortie est décidée par la cellule sorties, avec ses justificatifs. Présentez la situation depuis la synthèse.",
  },
  personDied: {
    title: "Le décès de la personne est noté",
    text: "Plus aucun courrier, fiche ni passage de relais ne part. Ce qui a été fait reste lisible sur sa fiche.",
  },
  noSuchCell: {
    title: "Cette cellule n'existe pas ici",
    text: "Le fichier du PLIE ne la contient pas. Parlez-en à la personne qui coordonne le PLIE.",
  },
  ownCase: {
    title: "C'est une situation que vous accompagnez",
    text: "Votre préconisation est déjà dans l'étude. L'avis et la décision reviennent aux autres membres.",
  },
  tookPart: {
    title: "Vous avez pris part à la première étude",
    text: "La personne a demandé un réexamen : il revient à d'autres membres.",
  },
  opinionsClosed: {
    title: "Les avis sont révélés",
    text: "On ne peut plus en donner ni en changer. Rien n'a été modifié.",
  },
  quorumMissing: {
    title: "Il manque des membres",
    text: "Le quorum n'est pas atteint. Attendez d'autres avis, notez les présences dans la séance, ou ajournez.",
  },
  notRevealed: {
    title: "Les avis ne sont pas encore révélés",
    text: "Appuyez d'abord sur « Révéler les avis », puis enregistrez la décision.",
  },
  viewMissing: {
    title: "Le point de vue de la personne manque",
    text: "Une sortie du PLIE ne se décide pas sans lui. Notez-le, puis revenez à la décision : ce que vous avez écrit est gardé.",
  },
  esfNotYet: {
    title: "Ce questionnaire se remplit plus tard",
    text: "Le questionnaire à la sortie se remplit une fois que la personne a quitté le parcours, et le dernier six mois après. Celui de l'entrée s'ouvre en écrivant « questionnaire » et le code de la fiche.",
  },
  tooLate: {
    title: "Le délai est passé",
    text: "Un réexamen ne peut plus être demandé pour cette décision. Si la situation a changé, rouvrez l'étude.",
  },
  sittingClosed: {
    title: "La séance n'est plus ouverte",
    text: "Elle a été close, ou une autre est en cours. Écrivez « ordre du jour » pour voir où en est la cellule.",
  },
  noSuchSession: {
    title: "Action collective introuvable",
    text: "Écrivez « collectives » pour voir celles qui sont prévues.",
  },
  sessionClosed: {
    title: "Cette action collective est terminée ou annulée",
    text: "On ne peut plus y inscrire quelqu'un, ni la modifier. Écrivez « collectives » pour voir celles qui sont prévues.",
  },
  sessionFull: {
    title: "Il n'y a plus de place",
    text: "La dernière place vient d'être prise, et personne n'a été inscrit·e. Écrivez « collectives » pour en choisir une autre, ou proposez une nouvelle date.",
  },
  channelToConfirm: {
    title: "Le canal reste à confirmer",
    text: "Des personnes du canal ne sont pas dans l'équipe. Rien n'y est publié tant qu'un·e chargé·e de projet n'a pas confirmé.",
  },
  chatNotOpen: {
    title: "Votre conversation avec Repère n'est pas ouverte",
    text: "Dans Teams, ouvrez « Applications », cherchez « Repère », puis appuyez sur « Ajouter ». Revenez ensuite à cette carte.",
  },
  localOnly: {
    title: "Cela n'existe que pour essayer Repère",
    text: "On ne peut jouer un rôle qu'en mode local, sur son propre ordinateur. Écrivez « aide » pour voir ce qui est possible ici.",
  },
  busy: {
    title: "Plusieurs personnes enregistrent en même temps",
    text: "Rien n'a été modifié. Recommencez dans quelques secondes.",
  },
} as const;

/** Whom a stranger may ask; by name where the team file gives one. */
export const askWords = (contacts: string): string =>
  contacts === ""
    ? "Demandez à la personne qui coordonne le PLIE de vous ajouter."
    : `Demandez à ${contacts} de vous ajouter.`;
