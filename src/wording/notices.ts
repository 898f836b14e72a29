/** What a card says first, after a button. `at` is « 14 h 32 ». Keys are the codes of the notices. */
import { ofName } from "./lists.ts";

/** Local mode only. */
export const playedPart = (name: string): string => `Mode local : vous jouez le rôle ${ofName(name)}.`;

/** Above a form that opens on what was left there. */
export const draftShown = (moment: string): string => `Brouillon laissé ${moment}, pas encore enregistré.`;

type Tone = "good" | "warning" | "attention";
interface Notice {
  readonly tone: Tone;
  /** Said when the hour is known, and when it is not. */
  readonly text: (at: string | null) => string;
}
const good = (text: string): Notice => ({ tone: "good", text: () => text });
const warning = (text: string): Notice => ({ tone: "warning", text: () => text });
const timed =
  (words: string, rest = "") =>
  (at: string | null): string =>
    `${at === null ? words : `${words} à ${at}`}.${rest}`;

export const noticeWords = {
  handoverSheetSaved: good("La fiche est enregistrée. Relisez-la avec la personne : elle part avec son accord."),
  handoverBehind: warning("La fiche est déjà partie. Ce que vous avez écrit est gardé, et n'a rien changé."),
  handoverOvertaken: warning(
    "Le passage de relais a changé entre-temps. Ce que vous avez écrit est gardé : vérifiez-le, puis enregistrez.",
  ),
  relayUrgent: good("Le passage urgent est ouvert. La prochaine cellule le confirme."),
  saved: { tone: "good", text: timed("Enregistré") },
  draftKept: { tone: "good", text: timed("Brouillon enregistré") },
  toMend: {
    tone: "attention",
    text: timed(
      "Ce que vous avez saisi est gardé",
      " Quelque chose est à revoir avant de l'enregistrer : c'est dit sous le champ.",
    ),
  },
  contactNoted: good("C'est noté. Cela reste au PLIE et ne compte jamais contre la personne."),
  appointmentMissed: good(
    "C'est noté. Un rendez-vous qui n'a pas eu lieu ne compte pas contre la personne : voici la suite possible.",
  ),
  outreachOpened: good(
    "C'est noté. L'aller vers commence : un rendez-vous qui n'a pas eu lieu ne compte pas contre la personne, et aucun parcours ne s'arrête tout seul.",
  ),
  appointmentHeld: good("C'est noté : le rendez-vous a eu lieu."),
  outreachReviewed: good("Le point sur les démarches est enregistré."),
  parcoursEnded: good("La fin du parcours est enregistrée. La porte qui reste ouverte est gardée avec la raison."),
  parcoursEndedMoved: good(
    "La fin du parcours est enregistrée. La personne déménage : proposez-lui de transmettre ses coordonnées à un partenaire de sa nouvelle commune.",
  ),
  parcoursEndedDeath: warning("C'est enregistré. Plus aucun rappel, courrier ni message ne partira."),
  prescriberTold: good("C'est noté : le prescripteur le sait depuis aujourd'hui."),
  registered: good("La personne est enregistrée. Ce qui manque pourra être complété plus tard."),
  parcoursGoesOn: warning(
    "Un parcours est déjà en cours pour cette personne : le voici. Un nouveau commencera quand celui-ci sera terminé.",
  ),
  alreadyRegistered: good("Cette personne était déjà enregistrée : voici sa fiche."),
  reopened: good("La fiche est rouverte, telle qu'elle était."),
  newParcours: good("Un nouveau parcours commence. Le précédent est gardé."),
  entered: good("L'entrée est enregistrée : la première phase de quatre mois commence. Le diagnostic est ouvert."),
  healthAgreed: good("C'est noté : le domaine de la santé est ouvert."),
  healthRefused: good("C'est noté : la personne ne souhaite pas en parler. Rien ne sera écrit sur sa santé."),
  healthWithdrawn: good("C'est noté : ce qui avait été écrit sur la santé de la personne est effacé."),
  urgentDone: good("C'est noté : ce point urgent est traité."),
  urgentLater: warning("Ce point urgent reste ouvert : il sera rappelé sur la fiche."),
  roundOpened: good("Une nouvelle évaluation commence. La précédente est gardée, et sert de point de départ."),
  conflictKept: good("C'est noté : ce qui était enregistré est gardé."),
  corrected: good("L'identité est corrigée."),
  recordCancelled: warning("La fiche est annulée. Elle n'est plus dans vos listes et peut être rouverte ici."),
  recordReopened: good("La fiche est rouverte, telle qu'elle était."),
  merged: good("Les deux fiches n'en font plus qu'une : la voici."),
  viewRecorded: good("Le point de vue de la personne est enregistré."),
  nothingToExplore: good(
    "Rien d'autre à creuser pour le moment. Complétez les lignes « Pas abordé », ou choisissez « Reprendre plus tard ».",
  ),
  someNotApplied: warning(
    "Enregistré, sauf une ligne au moins : elle demande un accord ou un niveau observé, et reste comme elle était.",
  ),
  chooseFirst: warning("Choisissez d'abord une ligne de la liste, puis appuyez de nouveau sur le bouton."),
  noSuchCode: warning("Aucune fiche qui vous soit ouverte ne porte ce code. Vérifiez ses chiffres."),
  noSuchDomain: warning("Je n'ai pas reconnu ce domaine. Le voici peut-être dans la liste."),
  recommended: good("Votre préconisation est enregistrée. Voici la piste de la méthode, à côté."),
  leadAside: good("C'est noté : la piste est écartée, avec sa raison. La décision reste à la cellule."),
  leadBack: good("C'est noté : la piste n'est plus écartée."),
  recommendBeforeCell: warning(
    "Avant de présenter la situation, écrivez votre préconisation : la cellule la lira à côté de la piste.",
  ),
  previewMoved: warning("Ce que la cellule verra a changé entre-temps. Relisez, puis publiez."),
  reviewSubmitted: good("La situation est présentée à la cellule."),
  reviewShortSubmitted: good("La situation est transmise : circuit court."),
  noteSent: good("C'est signalé. Un·e chargé·e de projet le confirmera, puis tout le monde le verra."),
  noteAlreadySent: good("Vous l'aviez déjà signalé : rien de plus à faire."),
  noteConfirmed: good("C'est confirmé : l'offre est à jour pour tout le monde."),
  noteDismissed: good("C'est noté : ce signalement n'est pas retenu. L'offre reste comme elle était."),
  vignetteScored: good("Vos niveaux sont enregistrés. Les voici à côté de ceux du groupe."),
  doubleOffered: good("La double cotation est proposée à votre collègue, sur cette situation seulement."),
  doubleDone: good("Merci : vos niveaux sont enregistrés. Cette situation ne vous est plus ouverte."),
  doubleDeclined: good("C'est noté : la double cotation ne se fera pas. Cette situation ne vous est plus ouverte."),
  parcoursSuspended: good("Le parcours est suspendu : aucune échéance ne court, seul le retour sera rappelé."),
  returnPlanned: good("La date de retour est enregistrée."),
  parcoursResumed: good("Le parcours reprend. Ce qui restait à faire est reporté d'autant de jours."),
  piecesStopped: good(
    "Vous ne recevrez plus la carte des pièces à compléter. Choisissez une heure ci-dessous pour la recevoir de nouveau.",
  ),
  stagePointNoted: good("Le point d'étape est noté. Il sera montré au prochain."),
  pointHeld: good("Le point est enregistré, avec la date du prochain."),
  exitNewsRecorded: good("C'est noté : merci d'avoir pris des nouvelles."),
  prepared: good("La préparation est enregistrée. Les feuilles sont prêtes à imprimer."),
  sessionAdded: good("L'action collective est proposée : les référent·es peuvent y inscrire des personnes."),
  enrolled: good("L'inscription est enregistrée, et l'action est dans le parcours de la personne."),
  withdrawnFrom: good("C'est noté : la place est libre, et l'action est retirée du parcours de la personne."),
  participationNoted: good("C'est noté. Le bilan se fait avec chaque personne."),
  sessionCancelled: warning(
    "L'action collective est annulée, et retirée du parcours de chaque personne qui était attendue.",
  ),
  esfSigned: good("C'est noté : le questionnaire est signé. Gardez le papier au PLIE."),
  exitProofReceived: good(
    "C'est noté : le justificatif de sortie est reçu. Gardez-le au PLIE, avec le questionnaire signé.",
  ),
  exitProofAwaited: good("C'est noté : le justificatif de sortie est de nouveau attendu."),
  esfUnsigned: warning(
    "Enregistré. Une réponse a changé depuis la signature : elle ne compte plus. Imprimez, faites signer de nouveau, puis notez la nouvelle date.",
  ),
  formOvertaken: warning(
    "Quelque chose a été enregistré ici entre-temps. Ce que vous aviez saisi est gardé : relisez, puis enregistrez.",
  ),
  opinionGiven: {
    tone: "good",
    text: timed("Votre avis est enregistré", " Il reste caché jusqu'à ce que les avis soient révélés."),
  },
  opinionNoted: { tone: "good", text: timed("L'avis est noté", " Vous pouvez en noter un autre.") },
  opinionTooLate: warning(
    "Les avis venaient d'être révélés : le vôtre n'est pas compté. Ce que vous aviez écrit est gardé ci-dessous.",
  ),
  opinionsRevealed: good("Les avis sont révélés : ils sont clos, et la décision peut être enregistrée."),
  belowQuorum: warning(
    "Le quorum n'est pas atteint : les avis restent cachés. Attendez d'autres avis, notez les présences dans la séance, ou ajournez.",
  ),
  sittingOpened: good("La séance est ouverte. Notez d'abord qui est là."),
  sittingAlreadyOpen: warning("Une séance de cette cellule est déjà ouverte : la voici."),
  presentNoted: good("Les présences sont enregistrées."),
  sittingMoved: warning("La séance a avancé entre-temps : voici où elle en est. Rien n'a été modifié."),
  nothingLeft: good("Il ne reste aucune situation à étudier. Vous pouvez clore la séance."),
  decided: good("La décision est enregistrée. Votre collègue référent·e en est informé·e."),
  decidedUntold: warning(
    "La décision est enregistrée, mais le message à votre collègue référent·e n'est pas parti : dites-le-lui. La décision se lit aussi sur la fiche.",
  ),
  decisionBehind: warning(
    "Cette situation a été décidée ou retirée entre-temps. Ce que vous aviez écrit est gardé, et n'a rien changé.",
  ),
  actionPlanned: good("L'action est planifiée."),
  actionDeferred: good("C'est noté : la première action est différée, et sera revue à cette date."),
  actionFine: good("Rien n'est à revoir : vous pouvez enregistrer. Ce que vous avez saisi est gardé."),
  actionOvertaken: warning(
    "Cette carte était plus ancienne que ce qui était gardé. Voici votre saisie : relisez-la, puis enregistrez.",
  ),
  actionSigned: good("La signature est notée : l'immersion peut commencer."),
  actionCancelled: good("L'action est annulée, sans conséquence pour la personne."),
  decisionOvertaken: warning("Ce formulaire avait changé depuis. Voici ce qui est gardé : relisez, puis confirmez."),
  viewFirst: warning(
    "Une sortie du PLIE ne se décide pas sans le point de vue de la personne. Notez-le : votre décision vous attend, telle que vous l'avez écrite.",
  ),
  reviewAdjourned: good("C'est ajourné. Les avis déjà donnés sont gardés."),
  reviewWithdrawn: good("La situation est retirée. Elle pourra être présentée de nouveau."),
  reviewReopened: good("La situation est rouverte : la cellule l'étudie de nouveau."),
  secondAsked: good(
    "La demande de réexamen est notée. D'autres membres étudieront la situation ; rien ne change d'ici là.",
  ),
  reviewInFull: good("La situation part en étude complète, dans le canal de la cellule."),
  transmissionConfirmed: good(
    "C'est confirmé. Le fichier à transmettre est sur la page de la personne, dans l'onglet.",
  ),
  transmissionMoved: warning(
    "Le dossier a changé entre-temps : ce qui partirait aussi. Vos choix sont gardés. Relisez avec la personne, puis confirmez.",
  ),
  rightsRequested: good("La demande est notée, avec la date à laquelle la réponse est due."),
  rightsAnswered: good("La réponse est notée."),
  noticeGiven: good("C'est noté : la notice d'aujourd'hui est remise et expliquée."),
  reminderPutOff: good("C'est noté : rien n'est perdu."),
  reminderStopped: good(
    "C'est noté : cette situation ne vous est plus rappelée. Elle reste dans vos échéances, et « Régler mes rappels » la reprend.",
  ),
  remindersChosen: { tone: "good", text: timed("Vos rappels sont réglés", "") },
  bilanRecorded: good("Le bilan est enregistré."),
  bilanThenGrid: good(
    "Le bilan est enregistré. Reste ce qui a été observé, en trois temps ; ce qui ne l'a pas été reste vide.",
  ),
  bilanOvertaken: warning(
    "Ce bilan avait changé entre-temps. Voici ce que vous aviez écrit, gardé : relisez, puis enregistrez.",
  ),
  evidenceSettled: good("C'est enregistré. Ce qui avait été dit reste gardé, à côté de ce qui est observé."),
  evidenceOvertaken: warning(
    "Le diagnostic ou le bilan avait changé entre-temps. Voici ce qui est noté maintenant, avec vos choix gardés : relisez, puis enregistrez.",
  ),
  sendingSettled: good("C'est noté : cet envoi n'est plus à vérifier."),
  sendingAgain: good("L'envoi est relancé. S'il échoue encore, ce sera dit ici."),
  sendingWaits: warning("La cellule n'a pas de canal en ce moment : la carte sera publiée dès qu'un canal sera relié."),
  sendingOver: good("L'étude est terminée : sa carte n'est plus à publier."),
  sendingChatClosed: warning(
    "Rien n'est parti : la conversation de cette personne avec Repère n'est pas ouverte. Demandez-lui d'écrire « accueil » à Repère dans Teams, puis recommencez.",
  ),
  movePlanned: good("C'est noté. Les personnes concernées de l'équipe le sauront dans leur conversation."),
  moveAsked: good("La demande est transmise : un·e chargé·e de projet y répondra. Rien ne change d'ici là."),
  moveCancelled: good("C'est annulé : rien ne change."),
  moveDeclined: good(
    "C'est noté : il n'est pas donné suite. Dites-le aussi à la personne, si c'est elle qui l'avait demandé.",
  ),
  moveEnded: good("La suppléance se termine : les dossiers reviennent à leur référent·e."),
  moveDayMissing: warning("Indiquez le jour où la personne a été informée : aujourd'hui, ou avant."),
  personInformed: good("C'est noté : la personne est informée."),
} as const satisfies Readonly<Record<string, Notice>>;
