/**
 * The sheet given to the person: what was noted with them, in plain words and said to them. No figure, no weight, no urgent point; health only
 * with their agreement; what is difficult is told with what helps first.
 */
import type { Finding, Round } from "../domain/diagnostic/assessment.ts";
import type { DomainId, Framework } from "../domain/framework/schema.ts";
import type { CaseStatus, HealthAgreement } from "../domain/participant/case-file.ts";
import type { Day } from "../domain/participant/codes.ts";
import type { MilestoneId } from "../domain/participant/milestones.ts";
import { dayInWords } from "./dates.ts";
import { levelWords } from "./figures.ts";
import { letterOf, type ToTell } from "./letter.ts";
import { lowerFirst, quoted } from "./lists.ts";
import { fitting } from "./fitting.ts";

export const personSheetWords = {
  title: "Où nous en sommes ensemble",
  intro:
    "Cette fiche est pour vous. Elle reprend, avec des mots simples, ce que nous avons noté ensemble. Si quelque chose est faux ou manque, dites-le : nous le corrigerons.",
  helps: "Ce qui vous aide",
  priorities: "Vos priorités",
  noted: "Ce que nous avons noté ensemble",
  view: "Ce que vous en dites",
  where: "Où en est votre parcours",
  next: "Les prochaines dates",
  decided: "Ce qui a été décidé, et pourquoi",
  rights: "Vos droits",
  contact: "Qui appeler",
  cut: "Les textes longs sont montrés en partie : vous pouvez demander à les lire en entier.",
  noName: "Prénom et nom à compléter",
  phone: "Téléphone :",
  printed: (day: string): string => `Fiche remise le ${day}`,
} as const;

/** A few words under the name of a subject. */
export interface SheetLine {
  readonly label: string;
  readonly text: string;
}

/** What the sheet is written from. */
export interface ToHandOver {
  readonly framework: Framework;
  readonly findings: ReadonlyMap<DomainId, Finding>;
  readonly health: HealthAgreement;
  readonly status: CaseStatus;
  readonly orientedOn: Day;
  readonly enteredOn: Day;
  readonly view: Round["personView"];
  readonly coming: readonly { readonly what: ComingDate; readonly on: Day }[];
  /** What was decided last; null: nothing yet. */
  readonly decided: ToTell | null;
  readonly referent: string | null;
  readonly plie: string;
}

/** What is done with the person, or for them, in their words; null: what the référent has to do by themselves is not on their paper. */
const COMING: Readonly<Record<MilestoneId, string | null>> = {
  firstContact: null,
  firstAppointment: "Premier rendez-vous",
  outreachReview: null,
  t0: "Nous finissons de faire le point ensemble",
  firstAction: "Nous choisissons une première action, ou nous disons pourquoi plus tard",
  actionDone: "Votre première action a eu lieu, au plus tard",
  bilan: "Nous faisons le bilan de l'action",
  t1: "Nous refaisons le point après l'action",
  synthesis: "Nous relisons la synthèse ensemble",
  cell: "Votre situation est étudiée par une équipe du PLIE et de ses partenaires",
  complete: "Nous complétons ce qui manque",
  decision: "La suite de votre accompagnement est décidée, au plus tard",
  handoverSend: null,
  handoverReminder: null,
  handoverCall: null,
  handoverFallback: null,
  handoverAppointment: "Premier rendez-vous avec le partenaire",
  handoverFollow: "Nous vous demandons si tout se passe bien avec le partenaire",
  followUp: "Nous faisons le point sur votre parcours",
  exitFollowUp: "Nous prenons de vos nouvelles",
  esfEntry: "Nous remplissons ensemble le questionnaire FSE+ d'entrée, au plus tard",
  esfExit: "Nous remplissons ensemble le questionnaire FSE+ de sortie, au plus tard",
  esfLater: "Nous vous demandons où vous en êtes, pour le questionnaire FSE+",
  rightsAnswer: "Nous répondons à votre demande sur vos informations, au plus tard",
  resume: "Votre parcours reprend",
};
export type ComingDate = MilestoneId;

export interface PersonSheet {
  readonly helps: readonly SheetLine[];
  readonly priorities: readonly string[];
  readonly noted: readonly SheetLine[];
  readonly rest: readonly string[];
  readonly view: readonly string[];
  readonly where: readonly string[];
  readonly next: readonly string[];
  readonly decided: readonly string[];
  readonly reasons: string;
  readonly rights: readonly string[];
  readonly contact: readonly string[];
  /** Some texts are shown in part. */
  readonly cut: boolean;
}

interface Subject {
  readonly id: DomainId;
  readonly label: string;
  readonly finding: Finding;
}

/** Health is on the sheet with the person's agreement only. */
const subjectsOf = ({ framework, findings, health }: ToHandOver): readonly Subject[] =>
  framework.domains.flatMap(({ id, label }) => {
    const finding = findings.get(id);
    return finding === undefined || (id === "sante" && health !== "agreed") ? [] : [{ id, label, finding }];
  });

const ended = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);

const notedText = ({ framework }: ToHandOver, { finding }: Subject, facts: string): string => {
  const { severity, selfSeverity } = finding;
  const seen = severity === null ? "à regarder ensemble" : lowerFirst(levelWords(framework, severity));
  const own =
    selfSeverity === null || selfSeverity === severity
      ? []
      : [`De votre côté, vous dites : ${lowerFirst(levelWords(framework, selfSeverity))}.`];
  return [ended(seen), ...(facts === "" ? [] : [ended(facts)]), ...own].join(" ");
};

const isDifficult = ({ finding }: Subject): boolean => (finding.severity ?? 0) > 0 || finding.state === "toExplore";

/** The person's priorities first. */
const byPriority = (one: Subject, other: Subject): number =>
  Number(other.finding.priority) - Number(one.finding.priority);

const restOf = ({ framework, findings, health }: ToHandOver, subjects: readonly Subject[]): readonly string[] => {
  const clear = subjects.filter(({ finding }) => finding.severity === 0).map(({ label }) => label);
  const later = framework.domains
    .filter(({ id }) => !findings.has(id) || findings.get(id)?.state === "notAddressed")
    .filter(({ id }) => id !== "travail" && (id !== "sante" || health === "agreed"))
    .map(({ label }) => label);
  return [
    ...(clear.length === 0 ? [] : [`Pas de difficulté aujourd'hui : ${clear.join(" ; ")}.`]),
    ...(later.length === 0 ? [] : [`Nous n'en avons pas encore parlé, et rien ne presse : ${later.join(" ; ")}.`]),
  ];
};

const AGREEMENT = {
  agrees: "Vous êtes d'accord avec ce qui est noté.",
  partly: "Vous êtes en partie d'accord avec ce qui est noté.",
  disagrees: "Vous n'êtes pas d'accord avec ce qui est noté : c'est écrit, et ce sera lu avec le reste.",
} as const;

const viewOf = ({ view }: ToHandOver, short: (text: string) => string): readonly string[] =>
  view === null
    ? []
    : [
        AGREEMENT[view.agreement],
        ...(view.words === "" ? [] : [quoted(short(view.words))]),
        ...(view.heard ? ["Vous souhaitez être entendu·e avant la décision."] : []),
      ];

const STATUS: Readonly<Record<CaseStatus, string>> = {
  oriented: "Nous vous attendons pour un premier rendez-vous.",
  entered: "Nous faisons le point avec vous, pour choisir ensemble la suite.",
  decided: "La suite est décidée, et elle se met en place avec vous.",
  inPath: "Votre accompagnement continue au PLIE.",
  reoriented: "Un autre accompagnement a pris le relais.",
  left: "Votre parcours au PLIE est terminé. Vous pouvez reprendre contact si votre situation change.",
  cancelled: "",
};

const whereOf = ({ status, orientedOn, enteredOn }: ToHandOver): readonly string[] => [
  `Nous avons reçu votre nom le ${dayInWords(orientedOn)}. Notre premier entretien a eu lieu le ${dayInWords(enteredOn)}.`,
  STATUS[status],
];

const RIGHTS = [
  "Voir tout ce qui est noté sur vous, en recevoir une copie et le faire corriger.",
  "Ne pas parler d'un sujet, ou retirer votre accord pour ce qui touche à votre santé : ce qui est noté est alors effacé.",
  "Dire que vous n'êtes pas d'accord, être entendu·e avant une décision, demander qu'elle soit étudiée de nouveau.",
  "Demander un·e autre référent·e.",
  "Rien de ce qui est noté ici ne sert à une sanction, et vos choix ne vous sont jamais reprochés.",
] as const;

const contactOf = ({ referent, plie }: ToHandOver): readonly string[] => [
  referent === null ? `Le ${plie}` : `${referent}, votre référent·e au ${plie}`,
];

/** Everything that the sheet says. */
export const personSheetOf = (about: ToHandOver): PersonSheet => {
  const subjects = subjectsOf(about);
  const helping = subjects.filter(({ finding }) => finding.strength.trim() !== "");
  const difficult = subjects.filter(isDifficult).sort(byPriority);
  const texts = [
    ...helping.map(({ finding }) => finding.strength),
    ...difficult.map(({ finding }) => finding.facts),
    about.view?.words ?? "",
  ];
  const { cut, short } = fitting(texts);
  const letter = about.decided === null ? null : letterOf(about.decided);
  return {
    helps: helping.map(({ label, finding }) => ({ label, text: short(finding.strength) })),
    priorities: subjects.filter(({ finding }) => finding.priority).map(({ label }) => label),
    noted: difficult.map((one) => ({ label: one.label, text: notedText(about, one, short(one.finding.facts)) })),
    rest: restOf(about, subjects),
    view: viewOf(about, short),
    where: whereOf(about),
    next: about.coming.flatMap(({ what, on }) => {
      const said = COMING[what];
      return said === null ? [] : [`${dayInWords(on)} : ${lowerFirst(said)}.`];
    }),
    decided: letter?.decision ?? [],
    reasons: letter?.reasons ?? "",
    rights: RIGHTS,
    contact: contactOf(about),
    cut,
  };
};
