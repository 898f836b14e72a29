/** The themes of data·inclusion in plain French: what a service is about, as a référent would say it to the person. */
import type { THEMES } from "../domain/framework/themes.ts";

export type Theme = (typeof THEMES)[number];

export const themeWords: Readonly<Record<Theme, string>> = {
  "choisir-un-metier--confirmer-son-choix-de-metier": "Confirmer un choix de métier",
  "choisir-un-metier--connaitre-les-opportunites-demploi": "Connaître les métiers qui recrutent",
  "choisir-un-metier--decouvrir-un-metier-ou-un-secteur-dactivite": "Découvrir un métier ou un secteur",
  "choisir-un-metier--identifier-ses-points-forts-et-ses-competences": "Repérer ses points forts et ses compétences",
  "creer-une-entreprise--definir-son-projet-de-creation-dentreprise": "Définir un projet de création d'activité",
  "creer-une-entreprise--developper-son-entreprise": "Développer son activité",
  "creer-une-entreprise--structurer-son-projet-de-creation-dentreprise": "Monter un projet de création d'activité",
  "difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives":
    "Aide aux démarches administratives",
  "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-a-la-citoyennete":
    "Papiers, séjour et accès à la citoyenneté",
  "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits": "Accès aux droits",
  "difficultes-administratives-ou-juridiques--beneficier-dune-mesure-daccompagnement-adapte":
    "Mesure d'accompagnement adaptée",
  "difficultes-administratives-ou-juridiques--connaitre-ses-droits-face-a-une-discrimination":
    "Connaître ses droits face à une discrimination",
  "difficultes-administratives-ou-juridiques--prendre-en-compte-une-problematique-judiciaire":
    "Concilier une obligation judiciaire et un projet",
  "difficultes-financieres--acquerir-une-autonomie-budgetaire": "Gérer seul·e son budget",
  "difficultes-financieres--ameliorer-sa-gestion-budgetaire": "Mieux gérer son budget",
  "difficultes-financieres--mettre-en-place-une-mesure-de-protection-financiere":
    "Mesure de protection pour gérer l'argent",
  "difficultes-financieres--prevenir-une-degradation-de-la-situation-financiere":
    "Éviter que les difficultés d'argent s'aggravent",
  "difficultes-financieres--situation-dendettement-surendettement": "Dettes et surendettement",
  "equipement-et-alimentation--aide-menagere": "Aide à la maison",
  "equipement-et-alimentation--alimentation": "Aide alimentaire",
  "equipement-et-alimentation--electromenager": "Électroménager et mobilier",
  "equipement-et-alimentation--habillement": "Vêtements",
  "famille--garde-denfants": "Garde d'enfants",
  "famille--prise-en-charge-personne-dependante": "Relais auprès d'un proche dépendant",
  "famille--soutien-a-la-parentalite-et-a-leducation": "Soutien aux parents",
  "famille--soutien-aidants": "Soutien aux aidants",
  "famille--surmonter-conflits-separation-violence": "Conflit, séparation, violences dans la famille",
  "lecture-ecriture-calcul--maitriser-le-calcul": "Apprendre à compter",
  "lecture-ecriture-calcul--maitriser-le-francais": "Apprendre le français, lire et écrire",
  "logement-hebergement--acheter-un-logement": "Acheter un logement",
  "logement-hebergement--changer-de-logement": "Changer de logement",
  "logement-hebergement--louer-un-logement": "Louer un logement",
  "logement-hebergement--rechercher-une-solution-dhebergement-temporaire": "Hébergement temporaire",
  "logement-hebergement--reduire-les-impayes-de-loyer": "Loyers en retard",
  "logement-hebergement--se-maintenir-dans-le-logement": "Garder son logement",
  "logement-hebergement--sinformer-sur-les-demarches-liees-a-lacces-au-logement": "Démarches pour avoir un logement",
  "mobilite--acceder-a-un-vehicule": "Accéder à un véhicule",
  "mobilite--entretenir-reparer-son-vehicule": "Entretenir ou réparer son véhicule",
  "mobilite--etre-accompagne-dans-son-parcours-mobilite": "Accompagnement à la mobilité",
  "mobilite--financer-ma-mobilite": "Aide pour payer ses déplacements",
  "mobilite--mobilite-douce-partagee-collective": "Transports en commun, vélo, covoiturage",
  "mobilite--preparer-un-permis": "Préparer un permis",
  "numerique--acceder-a-des-services-en-ligne": "Faire ses démarches en ligne",
  "numerique--acceder-a-une-connexion-internet": "Accès à internet",
  "numerique--acquerir-un-equipement": "Ordinateur ou téléphone",
  "numerique--maitriser-les-fondamentaux-du-numerique": "Apprendre les bases du numérique",
  "preparer-sa-candidature--developper-son-reseau": "Développer son réseau",
  "preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi": "Organiser sa recherche d'emploi",
  "preparer-sa-candidature--realiser-un-cv-et-ou-une-lettre-de-motivation": "CV et lettre de motivation",
  "preparer-sa-candidature--valoriser-ses-competences": "Faire valoir ses compétences",
  "remobilisation--activites-sportives-et-culturelles": "Activités sportives et culturelles",
  "remobilisation--benevolat-action-citoyenne": "Bénévolat et engagement",
  "remobilisation--bien-etre-confiance-en-soi": "Bien-être et confiance en soi",
  "remobilisation--lien-social": "Rencontres et vie sociale",
  "sante--acces-aux-soins": "Accès aux soins",
  "sante--addictions": "Accompagnement face aux addictions",
  "sante--constituer-un-dossier-mdph-invalidite": "Dossier MDPH ou invalidité",
  "sante--sante-mentale": "Santé mentale",
  "sante--sante-sexuelle": "Santé sexuelle",
  "se-former--monter-son-dossier-de-formation": "Monter un dossier de formation",
  "se-former--trouver-sa-formation": "Trouver une formation",
  "souvrir-a-linternational--connaitre-les-opportunites-demploi-a-letranger": "Connaître les emplois à l'étranger",
  "souvrir-a-linternational--sinformer-sur-les-aides-pour-travailler-a-letranger": "Aides pour travailler à l'étranger",
  "souvrir-a-linternational--sorganiser-suite-a-son-retour-en-france": "S'organiser au retour en France",
  "trouver-un-emploi--convaincre-un-recruteur-en-entretien": "Préparer un entretien d'embauche",
  "trouver-un-emploi--faire-des-candidatures-spontanees": "Candidatures spontanées",
  "trouver-un-emploi--maintien-dans-lemploi": "Garder son emploi",
  "trouver-un-emploi--repondre-a-des-offres-demploi": "Répondre à des offres d'emploi",
  "trouver-un-emploi--suivre-ses-candidatures-et-relancer-les-employeurs": "Suivre et relancer ses candidatures",
};

const known: Readonly<Record<string, string>> = themeWords;

/** A theme as it is read; one that the national list does not hold yet is said by its own words. */
export const themeInWords = (theme: string): string =>
  known[theme] ?? (theme.split("--").at(-1) ?? theme).replaceAll("-", " ");
