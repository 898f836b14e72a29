/** The rules of the lead that a PLIE may edit: a section of the framework file. Figures marked ● in the method. */
import { z } from "zod";
import { DOMAIN_IDS } from "../framework/domains.ts";
import { condition } from "./condition.ts";
import { LEAD_KINDS, leadKind } from "./lead-kinds.ts";

const positive = z.number().int().positive();
const level = z.number().int().min(1).max(4);
const domain = z.enum(DOMAIN_IDS);

/** Intensity of a lead: *léger* or *renforcé*. */
export const intensity = z.enum(["light", "reinforced"]);
export type Intensity = z.infer<typeof intensity>;

/** A domain that a lead or a service works on, and up to which level. */
export const workedDomain = z.strictObject({ domain, upTo: level });

export const leadRule = z.strictObject({
  kind: leadKind,
  /** As people of the trade name it: « France Travail, accompagnement global ». */
  label: z.string().trim().min(1),
  /** In one sentence that a person can read: what this accompaniment is. */
  about: z.string().trim().min(1),
  intensity,
  works: z.array(workedDomain),
  /** All of them must be met. */
  conditions: z.array(condition),
  /** True where it exists whatever the directory says; otherwise an open service of this lead must stand in the directory. */
  always: z.boolean(),
});
export type LeadRule = z.infer<typeof leadRule>;

/** Steps and relays together, at their longest, within the 40 kB of a card. */
const SHOWN_AT_MOST = 6;

export const suggestionRules = z
  .strictObject({
    core: z.array(domain).min(1),
    /** Domains whose needs ask for a step, beside the core. */
    stepsAlsoFor: z.array(domain),
    manyLightFrom: positive,
    needsOutsideCoreFrom: positive,
    reinforcedFromExtent: positive.max(100),
    /** In hundredths of the weight of the core needs. */
    equivalentWithin: z.number().int().min(0).max(100),
    prescriberMonths: positive,
    stepsAtMost: positive.max(5),
    relaysAtMost: positive.max(5),
    /** Up to which level a service works where nobody said so. */
    worksUpToUnlessSaid: level,
    /** Open domains up to which every combination is tried; beyond, the answer says *non exhaustif*. */
    exhaustiveUpTo: z.number().int().min(0).max(3),
    /** Share of real files scored twice, in hundredths. */
    doubleScoredPercent: z.number().int().min(0).max(100),
    /** In their order, the PLIE first: the last word between equivalent leads. */
    leads: z.array(leadRule).length(LEAD_KINDS.length),
  })
  .superRefine(({ leads, stepsAtMost, relaysAtMost }, context) => {
    if (stepsAtMost + relaysAtMost > SHOWN_AT_MOST)
      context.addIssue({
        code: "custom",
        path: ["relaysAtMost"],
        message: `${SHOWN_AT_MOST} étapes et relais au plus : une carte n'en montre pas davantage`,
      });
    if (new Set(leads.map(({ kind }) => kind)).size !== leads.length)
      context.addIssue({ code: "custom", path: ["leads"], message: "une même piste est écrite deux fois" });
    if (leads[0]?.kind !== "plie")
      context.addIssue({ code: "custom", path: ["leads", 0, "kind"], message: "le PLIE vient en premier" });
  });
export type SuggestionRules = z.infer<typeof suggestionRules>;
