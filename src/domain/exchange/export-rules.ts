/**
 * What leaves, and how it is written there, as the PLIE's own file says (`config/papers/export.json`): the columns towards its software, and
 * France Travail's own words. Codes and labels are those of its shared diagnosis; its objectives change their numbers from one version to the next,
 * so that they are known by their label.
 */
import { z } from "zod";
import { DOMAIN_IDS } from "../framework/domains.ts";
import { THEMES } from "../framework/themes.ts";

/** What a column towards the PLIE's software may hold: dates, steps and decisions. No level, no note, nothing of what was tried to meet someone. */
export const CASE_VALUES = [
  "externalId",
  "code",
  "parcours",
  "status",
  "step",
  "referent",
  "orientedOn",
  "enteredOn",
  "diagnosedOn",
  "actedOn",
  "suspendedOn",
  "returnOn",
  "decidedOn",
  "decision",
  "destination",
  "handedOverOn",
  "receivedOn",
  "exitOn",
  "exit",
  "movedOn",
] as const;
export type CaseValue = (typeof CASE_VALUES)[number];

/** How a day is written in a column. */
const DATE_FORMATS = ["dd/MM/yyyy", "yyyy-MM-dd", "yyyyMMdd"] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** The eight contraintes of France Travail's shared diagnosis. */
export const CONTRAINTE_CODES = ["22", "23", "24", "25", "26", "27", "28", "29"] as const;
export const contrainteCode = z.enum(CONTRAINTE_CODES);
export type ContrainteCode = z.infer<typeof contrainteCode>;
const BESOINS = 21;

const words = z.string().trim().min(1).max(200);
const coded = z.strictObject({ code: z.string().regex(/^\d{1,3}$/), label: words });

const contrainte = z.strictObject({
  code: contrainteCode,
  label: words,
  /** The domain of the diagnostic that it is projected from. */
  domain: z.enum(DOMAIN_IDS),
  situations: z.array(coded).min(1),
  objectifs: z.array(z.strictObject({ label: words, themes: z.array(z.enum(THEMES)) })),
});

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

export const exportRules = z
  .strictObject({
    version: z.string().trim().min(1).max(40),
    /** `parcours` of the envelope of an orientation: no source says what it means. */
    parcours: z.string().trim().min(1).max(20),
    plie: z.strictObject({
      dateFormat: z.enum(DATE_FORMATS),
      /** In order; `about` is what the column holds, in words. */
      columns: z
        .array(z.strictObject({ name: z.string().trim().min(1).max(60), value: z.enum(CASE_VALUES), about: words }))
        .min(1),
    }),
    franceTravail: z.strictObject({
      contraintes: z.array(contrainte).length(CONTRAINTE_CODES.length),
      besoins: z.array(coded).length(BESOINS),
    }),
    /** What no authority, and no maker of software, has confirmed to this PLIE yet. */
    unconfirmed: z.array(z.string()).max(40),
  })
  .superRefine(({ plie, franceTravail: { contraintes, besoins } }, context) => {
    const refuse = (path: readonly string[], message: string): void =>
      context.addIssue({ code: "custom", path: [...path], message });
    if (!unique(plie.columns.map(({ name }) => name))) refuse(["plie", "columns"], "deux colonnes portent le même nom");
    if (!unique(contraintes.map(({ code }) => code)))
      refuse(["franceTravail", "contraintes"], "deux contraintes portent le même code");
    if (!unique(contraintes.flatMap(({ situations }) => situations.map(({ code }) => code))))
      refuse(["franceTravail", "contraintes"], "deux situations portent le même code");
    if (!unique(besoins.map(({ code }) => code)))
      refuse(["franceTravail", "besoins"], "deux besoins portent le même code");
  });
export type ExportRules = z.infer<typeof exportRules>;
export type ContrainteRule = ExportRules["franceTravail"]["contraintes"][number];
