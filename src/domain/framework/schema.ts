/**
 * The framework (référentiel): everything of the diagnostic method that a PLIE may edit without touching code.
 * It is read from `config/framework.json` at start; a wrong file is refused with the path and the reason.
 */
import { z } from "zod";
import { activationRules } from "../activation/rules.ts";
import { reviewRules } from "../review/rules.ts";
import { suggestionRules } from "../suggestion/rules.ts";
import { DOMAIN_IDS } from "./domains.ts";
import { THEMES } from "./themes.ts";

export { DOMAIN_IDS, type DomainId } from "./domains.ts";

export const domainId = z.enum(DOMAIN_IDS);

export const FAMILY_IDS = ["vieQuotidienne", "savoirsConfianceEntourage", "versEmploi"] as const;
export const familyId = z.enum(FAMILY_IDS);
export type FamilyId = z.infer<typeof familyId>;

/** 0 Aucune · 1 Gêne légère · 2 Difficulté réelle · 3 Difficulté forte · 4 Bloquant aujourd'hui. */
export const severity = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Severity = z.infer<typeof severity>;

/** 1 Pèse peu · 2 Pèse · 3 Pèse beaucoup. */
export const impact = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Impact = z.infer<typeof impact>;

export const SOURCE_KINDS = ["dit", "observe", "atteste"] as const;
export const sourceKind = z.enum(SOURCE_KINDS);
export type SourceKind = z.infer<typeof sourceKind>;

const text = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "un identifiant en minuscules, chiffres et tirets");

const theme = z.enum(THEMES, {
  error: ({ input }) =>
    typeof input === "string" ? `« ${input} » n'est pas une thématique data·inclusion v1` : undefined,
});

/** A fact of France Travail's shared diagnosis (`ft`) or a local one, with the data·inclusion v1 themes that answer it. */
export const situation = z.strictObject({
  id: slug,
  ft: z.number().int().positive().nullable(),
  label: text,
  themes: z.array(theme),
});
export type Situation = z.infer<typeof situation>;

export const frameworkDomain = z.strictObject({
  id: domainId,
  family: familyId,
  label: text,
  /** One sentence that says what is spoken of here, in words for the person. */
  about: text,
  /** The question that opens with what already helps. */
  strengthPrompt: text,
  /** Codes of France Travail's shared "contraintes" or "besoins"; empty where none corresponds. */
  ft: z.array(z.string()),
  themes: z.array(theme),
  /** Five observable facts, one for each level 0–4. */
  anchors: z.tuple([text, text, text, text, text]),
  situations: z.array(situation),
  /** From this level on, at least one of `situations` must be named; null: never. */
  situationRequiredFrom: severity.nullable(),
  /** Short question shown above the situations. */
  situationPrompt: text,
  /** Sources that a level may come from. */
  sources: z.array(sourceKind).min(1),
  /** A sentence shown under the levels where a rule of the method applies here (an event needed, observed only…); null: none. */
  levelNote: text.nullable(),
  questions: z.array(text).min(3).max(5),
  mine: z.array(text).min(1),
  notMine: z.array(text).min(1),
  takesOver: z.array(text).min(1),
  elsewhere: z.array(z.strictObject({ what: text, goesTo: domainId })),
});
export type FrameworkDomain = z.infer<typeof frameworkDomain>;

export const urgentPoint = z.strictObject({
  id: slug,
  label: text,
  /** Domains whose card offers this urgent point; the overview offers them all. */
  domains: z.array(domainId).min(1),
  /** Who is called, first to last. */
  calls: z.array(z.strictObject({ who: text, number: text.nullable(), when: text })).min(1),
  /** What to say or do while the person is there, one or two sentences. */
  advice: text,
});
export type UrgentPoint = z.infer<typeof urgentPoint>;

const positive = z.number().int().positive();

export const framework = z
  .strictObject({
    version: z.string().regex(/^\d{4}\.\d+$/, "une version « année.numéro », par exemple 2026.1"),
    publishedOn: z.iso.date(),
    title: text,
    families: z.array(z.strictObject({ id: familyId, label: text })).length(3),
    /** Labels of the levels 0–4. */
    levels: z.tuple([text, text, text, text, text]),
    /** Labels of the impacts 1–3. */
    impacts: z.tuple([text, text, text]),
    thresholds: z.strictObject({
      prioritiesAtMost: positive,
      needFromSeverity: severity,
      t0Addressed: positive.max(14),
      synthesisAddressed: positive.max(14),
      gapFrom: positive.max(4),
      ftStrongFromWeight: positive.max(12),
    }),
    lengths: z.strictObject({ facts: positive, strength: positive, longText: positive }),
    milestones: z.strictObject({
      firstContactWorkingDays: positive,
      firstAppointmentDays: positive,
      outreachReviewDays: positive,
      t0Days: positive,
      decisionDays: positive,
      cellWithoutDateDays: positive,
      synthesisWorkingDaysBeforeCell: positive,
      /** First action chosen or put off; done by the earlier of so many days after entry and so many working days before the synthesis. */
      firstActionDays: positive,
      actionDoneDays: positive,
      actionDoneWorkingDaysBeforeSynthesis: positive,
      /** A bilan within so many working days after the action. */
      bilanWorkingDays: positive,
      /** Next assessment, after a bilan. */
      t1WorkingDays: positive,
      /** After the decision, then after each sending, then after the first appointment held. */
      handoverSendWorkingDays: positive,
      handoverReminderDays: positive,
      handoverCallDays: positive,
      handoverFallbackDays: positive,
      handoverAppointmentDays: positive,
      handoverFollowDays: positive,
      /** After *poursuite*: a point every so many months. After an exit to employment: news after so many months. */
      followUpMonths: positive,
      exitFollowUpMonths: positive,
      /** ESF+ questionnaires: signed so many working days after the entry, so many days, then months, after the exit. */
      esfEntryWorkingDays: positive,
      esfExitDays: positive,
      esfLaterMonths: positive,
    }),
    domains: z.array(frameworkDomain).length(DOMAIN_IDS.length),
    urgentPoints: z.array(urgentPoint).min(1),
    suggestion: suggestionRules,
    reviews: reviewRules,
    activation: activationRules,
  })
  .superRefine((value, context) => {
    value.domains.forEach((domain, index) => {
      if (domain.id !== DOMAIN_IDS[index])
        context.addIssue({
          code: "custom",
          path: ["domains", index, "id"],
          message: `le domaine attendu ici est « ${DOMAIN_IDS[index] ?? "?"} »`,
        });
      const ids = domain.situations.map((entry) => entry.id);
      if (new Set(ids).size !== ids.length)
        context.addIssue({
          code: "custom",
          path: ["domains", index, "situations"],
          message: "deux situations portent le même identifiant",
        });
      if (new Set(domain.anchors).size !== 5)
        context.addIssue({
          code: "custom",
          path: ["domains", index, "anchors"],
          message: "deux niveaux portent le même texte",
        });
      if (domain.situationRequiredFrom !== null && domain.situations.length === 0)
        context.addIssue({
          code: "custom",
          path: ["domains", index, "situationRequiredFrom"],
          message: "aucune situation à nommer dans ce domaine",
        });
    });
    const urgent = value.urgentPoints.map((entry) => entry.id);
    if (new Set(urgent).size !== urgent.length)
      context.addIssue({
        code: "custom",
        path: ["urgentPoints"],
        message: "deux points urgents portent le même identifiant",
      });
  });
export type Framework = z.infer<typeof framework>;
