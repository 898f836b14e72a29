/** Every field that a store keeps, by category, in French: a name means the same wherever it stands. */
export const identityFields = {
  ...{ givenName: "prénom", familyName: "nom", birthDate: "date de naissance", commune: "commune (code INSEE)" },
  ...{ communeTyped: "commune comme elle a été écrite", phone: "téléphone", email: "courriel", address: "adresse" },
  ...{ prescriber: "qui a orienté la personne", language: "langue parlée", reach: "moyens de joindre la personne" },
  ...{ noMessage: "pas de message à laisser", candidates: "fiches qui pourraient être la même personne" },
  ...{ twin: "fiche jumelle", externalId: "identifiant dans un autre logiciel" },
} as const;

export const situationFields = {
  ...{ facts: "faits utiles, ou faits de la situation", seeksWork: "cherche un emploi maintenant" },
  ...{ accompaniedBy: "qui l'accompagne déjà", lastJob: "dernier emploi" },
  ...{ franceTravail: "inscription à France Travail", rsa: "RSA", ass: "ASS", aah: "AAH", rqth: "RQTH" },
  ...{ iae: "contrat d'insertion", diploma: "niveau de diplôme", qpv: "quartier prioritaire" },
  ...{ rightToWork: "droit de travailler", rightToWorkUntil: "droit de travailler jusqu'au" },
  ...{ referringBody: "organisme référent", engagement: "contrat d'engagement" },
  ...{ wantsToCreate: "souhaite créer une activité", willing: "d'accord pour commencer" },
} as const;

export const diagnosticFields = {
  ...{ domain: "domaine", state: "état", finding: "ce qui est noté du domaine", severity: "niveau de difficulté" },
  ...{ impact: "poids sur le projet", priority: "priorité pour la personne", selfSeverity: "niveau selon la personne" },
  ...{ situations: "situations concrètes", strength: "ce qui aide déjà", source: "d'où vient l'information" },
  ...{ sources: "d'où vient chaque réponse", observations: "faits observés en action", criterion: "critère observé" },
  ...{ level: "niveau observé", scores: "cotation", first: "première cotation ou prénom" },
  ...{ second: "seconde cotation ou réexamen", urgent: "points urgents", urgentOpen: "points urgents ouverts" },
  ...{ findings: "ce qui est noté, figé", provisional: "diagnostic encore provisoire" },
  ...{ personView: "point de vue de la personne", health: "accord pour noter la santé" },
  ...{ kept: "ce qui est retenu d'une observation", seen: "ce qui a été vu" },
  ...{ answers: "réponses, ou besoins auxquels le relais répond", asked: "ce qui a été demandé", themes: "thèmes" },
  ...{ unmet: "besoins sans réponse", saturated: "besoins sans place", group: "groupe de communes" },
  ...{ esf: "réponses FSE+, ou leurs dates de signature" },
} as const;

export const wordsFields = {
  ...{ words: "mots de la personne ou de qui écrit", why: "pourquoi", reasons: "raisons lues par la personne" },
  ...{ question: "question posée à la cellule", next: "prochain pas", agreed: "ce qui est convenu, ou accord donné" },
  ...{ agreement: "accord ou désaccord de la personne", said: "ce qui a été dit", heard: "souhaite être entendue" },
  ...{ asks: "ce que la personne demande au partenaire", helps: "ce qui aide" },
  ...{ useful: "ce qui est utile pour l'accueillir", practical: "ce qui est pratique" },
  ...{ understood: "ce qui a été compris ensemble", draft: "brouillon" },
  ...{ inputs: "ce qui a été saisi, ou ce dont la piste est faite", learn: "ce qui est à apprendre" },
  ...{ observe: "ce qui est à observer", show: "ce qui est à montrer", childcare: "garde d'enfants", meals: "repas" },
  ...{ transport: "transport", followUp: "suite donnée, ou point à venir", preparation: "préparation de l'action" },
  ...{ job: "métier", aside: "raison d'écarter la piste, ou ligne écartée", answer: "réponse" },
  ...{ contested: "ce qui est contesté" },
} as const;

export const routeFields = {
  ...{ lead: "piste de la méthode ou accompagnement visé", recommendation: "préconisation du ou de la référent·e" },
  ...{ choice: "choix", leadShown: "la piste a été montrée", equivalents: "pistes équivalentes", relays: "relais" },
  ...{ steps: "étapes", solid: "la piste est solide", toDiscuss: "à discuter", offers: "services nommés, figés" },
  ...{ outcome: "issue", decided: "ce qui a été décidé", toComplete: "diagnostic à compléter" },
  ...{ departs: "pourquoi la décision s'écarte de la piste", proofs: "justificatifs de sortie", proof: "justificatif" },
  ...{ concordant: "décision conforme à la piste", before: "version d'avant", withdrawn: "retiré" },
  ...{ fullBecause: "pourquoi une étude complète", track: "circuit d'étude", study: "numéro d'étude" },
  ...{ review: "étude en cellule", ageBand: "tranche d'âge", communeGroup: "groupe de communes" },
  ...{ letterDueOn: "courrier dû le", secondUntil: "réexamen possible jusqu'au" },
  ...{ secondedBy: "qui a demandé le réexamen", barred: "membres écartés du réexamen", givers: "qui a donné un avis" },
  ...{ revealed: "avis révélés", reopened: "étude rouverte", adjourned: "étude ajournée", toldIn: "dit en séance" },
  ...{ to: "vers qui, ou jusqu'à", fallback: "solution de secours", referring: "accord de l'organisme référent" },
  ...{ sheet: "fiche de passage de relais", sendings: "envois au partenaire", confirmedIn: "séance de confirmation" },
  ...{ held: "premier rendez-vous tenu", byPerson: "confirmé par la personne" },
  ...{ byPartner: "confirmé par le partenaire", followed: "suivi à 90 jours", still: "toujours suivi·e ou en emploi" },
  ...{ revised: "version de la fiche", behind: "envois passés", contact: "qui appeler" },
  ...{ service: "service du répertoire", result: "résultat d'une démarche", way: "moyen employé" },
  ...{ door: "porte laissée ouverte", wayOut: "première sortie", informed: "la personne sait qui l'accompagne" },
} as const;
