import { z } from "zod";
import { choice, code, problemsOf, text, top } from "../common.ts";

const of = z.strictObject({ domain: text.max(40), code: code.nullable() });
const ofPage = z.strictObject({ ...of.shape, page: z.number().int().min(0) });
const said = z.strictObject({ text, tone: z.enum(["good", "warning", "attention", "default"]) });

/** *Services*: what exists for a domain, near a person or on the whole territory, how to reach it, and what can be said of it. */
export const servicesModel = z.strictObject({
  ...top,
  /** « Mobilité : ce qui existe ». */
  title: text,
  /** For whom; null: for nobody in particular. */
  person: text.nullable(),
  /** « 12 services · page 1 sur 2 »; null: there is none. */
  count: text.nullable(),
  /** Said once for all of them. */
  fictional: text.nullable(),
  /** Said when there is none. */
  empty: text.nullable(),
  items: z
    .array(
      z.strictObject({
        name: text,
        /** The structure, the commune, how far it is. */
        where: text,
        /** Places, delay and reach known today; null: nothing is known. */
        state: said.nullable(),
        /** Said and not confirmed yet. */
        waiting: z.array(text).max(2),
        /** Whether it takes the person, where that is not plain; null otherwise. */
        taken: said.nullable(),
        /** What it does, in its own words; null: not said, or of no use to this person. */
        does: text.nullable(),
        facts: z.array(z.strictObject({ title: text, value: text })).max(5),
      }),
    )
    .max(6),
  /** What can be said of a service of this page; null for who may not, and where there is none. */
  note: z
    .strictObject({
      services: z.array(choice).min(1).max(6),
      kinds: z.array(choice).min(1),
      service: text,
      what: text,
      weeks: text,
      data: ofPage,
    })
    .nullable(),
  problems: problemsOf(["service", "what", "weeks"]),
  next: ofPage.nullable(),
  previous: ofPage.nullable(),
  otherDomain: of,
  /** The person's file; null: for nobody in particular. */
  sheet: z.strictObject({ code }).nullable(),
});
export type ServicesModel = z.infer<typeof servicesModel>;
