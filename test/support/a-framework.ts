import configured from "../../config/framework.json" with { type: "json" };
import type { Framework, FrameworkDomain } from "../../src/domain/framework/schema.ts";
import { framework } from "../../src/domain/framework/schema.ts";

/** The few words that differ from one domain to the next; the rest is plausible text built around them. */
const DOMAINS = [
  ["mobilite", "vieQuotidienne", "Mobilité", "se déplacer", ["23"], "mobilite--preparer-un-permis"],
  ["logement", "vieQuotidienne", "Logement", "se loger", ["27"], "logement-hebergement--louer-un-logement"],
  ["sante", "vieQuotidienne", "Santé en lien avec le travail", "travailler en santé", ["25"], "sante--acces-aux-soins"],
  [
    "famille",
    "vieQuotidienne",
    "Organisation familiale et disponibilité",
    "être disponible",
    ["24"],
    "famille--garde-denfants",
  ],
  [
    "finances",
    "vieQuotidienne",
    "Budget et ressources",
    "tenir son budget",
    ["28"],
    "difficultes-financieres--ameliorer-sa-gestion-budgetaire",
  ],
  [
    "droits",
    "vieQuotidienne",
    "Droits et démarches",
    "faire ses démarches",
    ["29"],
    "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits",
  ],
  [
    "savoirs",
    "savoirsConfianceEntourage",
    "Français, lecture, écriture, calcul",
    "lire, écrire, compter",
    ["26"],
    "lecture-ecriture-calcul--maitriser-le-francais",
  ],
  [
    "numerique",
    "savoirsConfianceEntourage",
    "Numérique",
    "utiliser le numérique",
    ["22"],
    "numerique--maitriser-les-fondamentaux-du-numerique",
  ],
  [
    "confiance",
    "savoirsConfianceEntourage",
    "Confiance et initiative",
    "prendre l'initiative",
    ["pouvoirAgir"],
    "remobilisation--bien-etre-confiance-en-soi",
  ],
  [
    "entourage",
    "savoirsConfianceEntourage",
    "Entourage et soutien",
    "être entouré·e",
    [],
    "remobilisation--lien-social",
  ],
  [
    "projet",
    "versEmploi",
    "Projet professionnel",
    "choisir un métier",
    ["1", "2", "3", "4"],
    "choisir-un-metier--confirmer-son-choix-de-metier",
  ],
  [
    "competences",
    "versEmploi",
    "Expérience, compétences, qualification",
    "montrer ce que l'on sait faire",
    ["5", "6", "8"],
    "se-former--trouver-sa-formation",
  ],
  [
    "recherche",
    "versEmploi",
    "Démarches de recherche d'emploi",
    "chercher un emploi",
    ["9", "10", "11"],
    "trouver-un-emploi--repondre-a-des-offres-demploi",
  ],
  ["travail", "versEmploi", "Repères au travail", "tenir un poste", [], "trouver-un-emploi--maintien-dans-lemploi"],
] as const;

const domain = ([id, family, label, doing, ft, theme]: (typeof DOMAINS)[number]): FrameworkDomain => ({
  id,
  family,
  label,
  about: `On parle ici de ce qui aide ou complique le fait de ${doing}.`,
  strengthPrompt: `Qu'est-ce qui vous aide déjà pour ${doing} ?`,
  ft: [...ft],
  themes: [theme],
  anchors: [
    `Rien ne gêne pour ${doing}.`,
    `Une gêne de temps en temps pour ${doing}, que la personne règle seule.`,
    `Une difficulté réelle pour ${doing} : elle a fait renoncer à une démarche.`,
    `Une difficulté forte pour ${doing} : elle revient chaque semaine.`,
    `Aujourd'hui, ${doing} n'est pas possible.`,
  ],
  situations: [
    {
      id: "premiere-situation",
      ft: id === "entourage" || id === "travail" ? null : 1,
      label: `A besoin d'un appui pour ${doing}`,
      themes: [theme],
    },
    { id: "seconde-situation", ft: null, label: `A besoin d'un temps long pour ${doing}`, themes: [theme] },
  ],
  situationRequiredFrom: id === "savoirs" || id === "finances" ? 2 : null,
  situationPrompt: id === "savoirs" ? "À l'oral, lire, écrire ou compter ?" : "Ce qui se passe concrètement",
  sources: id === "travail" ? ["observe", "atteste"] : ["dit", "observe", "atteste"],
  levelNote: id === "travail" ? "Seulement ce qui a été observé ou attesté." : null,
  questions: [
    `Comment faites-vous pour ${doing} ?`,
    `Qu'est-ce qui a changé pour ${doing} ?`,
    `De quoi auriez-vous besoin pour ${doing} ?`,
  ],
  mine: [`Explorer et nommer ce qui compte pour ${doing}.`],
  notMine: [`Résoudre à la place d'un partenaire ce qui empêche de ${doing}.`],
  takesOver: ["Le service du PLIE ou le partenaire compétent."],
  elsewhere: [],
});

/**
 * A valid framework, fresh each time: fourteen domains in order, plausible French words.
 * What a test is about is given in `overrides`; the whole is checked by the real schema.
 */
export function aFramework(overrides: Partial<Framework> = {}): Framework {
  return framework.parse({
    version: "2026.1",
    publishedOn: "2026-01-05",
    title: "Référentiel d'essai",
    families: [
      { id: "vieQuotidienne", label: "Vie quotidienne" },
      { id: "savoirsConfianceEntourage", label: "Savoirs, confiance, entourage" },
      { id: "versEmploi", label: "Vers l'emploi" },
    ],
    levels: ["Aucune", "Gêne légère", "Difficulté réelle", "Difficulté forte", "Bloquant aujourd'hui"],
    impacts: ["Pèse peu", "Pèse", "Pèse beaucoup"],
    reviews: {
      drawnPercent: 10,
      smallestGroup: 5,
      presentationMinutes: 3,
      caseMinutes: 12,
      casesAtMost: 10,
      letterWorkingDays: 8,
      secondStudyDays: 30,
      completeDays: 30,
      unseenMinutes: 10,
      concordanceAlarmPercent: 90,
      concordanceAlarmDecisions: 20,
    },
    thresholds: {
      prioritiesAtMost: 3,
      needFromSeverity: 2,
      t0Addressed: 8,
      synthesisAddressed: 12,
      gapFrom: 2,
      ftStrongFromWeight: 6,
    },
    lengths: { facts: 600, strength: 300, longText: 1000 },
    milestones: {
      firstContactWorkingDays: 5,
      firstAppointmentDays: 15,
      outreachReviewDays: 45,
      t0Days: 30,
      decisionDays: 120,
      cellWithoutDateDays: 113,
      synthesisWorkingDaysBeforeCell: 10,
    },
    suggestion: configured.suggestion,
    domains: DOMAINS.map(domain),
    urgentPoints: [
      {
        id: "sans-abri",
        label: "La personne n'a nulle part où dormir ce soir",
        domains: ["logement"],
        calls: [{ who: "Le 115", number: "115", when: "tout de suite, jour et nuit" }],
        advice: "On appelle ensemble avant la fin de l'entretien.",
      },
      {
        id: "violences",
        label: "La personne subit des violences",
        domains: ["famille", "entourage"],
        calls: [{ who: "Violences Femmes Info", number: "3919", when: "tout de suite, jour et nuit" }],
        advice: "On se met au calme, on écoute, on ne promet pas le secret.",
      },
    ],
    ...overrides,
  });
}
