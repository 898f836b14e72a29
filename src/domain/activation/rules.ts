/** The rules of the first action, as the framework's file gives them (method §6). */
import { z } from "zod";
import { OBSERVED_DOMAINS, OBSERVERS } from "./codes.ts";

const positive = z.number().int().positive();
const text = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "un identifiant en minuscules, chiffres et tirets");

export const observedDomain = z.enum(OBSERVED_DOMAINS);

export const observer = z.enum(OBSERVERS);
export type Observer = z.infer<typeof observer>;

/** One line of the observation grid: five facts that two people would both see, from what needs nothing (0) to what is not there yet (4). */
export const observationCriterion = z.strictObject({
  id: slug,
  label: text,
  /** The domain of the diagnostic that it speaks to. */
  domain: observedDomain,
  /** What the host is asked, in their words. */
  question: text,
  anchors: z.tuple([text, text, text, text, text]),
});
export type ObservationCriterion = z.infer<typeof observationCriterion>;

export const activationRules = z.strictObject({
  /** Kinds of collective actions that this PLIE proposes. */
  kinds: z
    .array(z.strictObject({ id: slug, label: text, about: text }))
    .min(1)
    .max(20),
  pmsmp: z.strictObject({
    /** Of one immersion, first and last day included. */
    daysAtMost: positive,
    /** At one host, in any `rollingMonths` months, first and last days included. */
    hostDaysAtMost: positive,
    rollingMonths: positive.max(36),
    hoursAtMost: positive,
    /** Above, a warning only. */
    hoursWarned: positive,
    ageAtLeast: positive,
    /** Under it, a legal representative signs as well. */
    ageAlone: positive,
    renewalsAtMost: z.number().int().nonnegative(),
  }),
  criteria: z.array(observationCriterion).min(1).max(20),
});
export type ActivationRules = z.infer<typeof activationRules>;
