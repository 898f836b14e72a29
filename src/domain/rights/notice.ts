/**
 * The information notice that is given and explained before anything is noted (GDPR, articles 12 and 13), as the PLIE's own file says it
 * (`config/papers/notice.json`). Durations are named, never typed: they are read where they are kept (`retention.json`).
 */
import { z } from "zod";

/** What a line of the notice may name, between braces; each is put in words when the notice is shown. */
export const NOTICE_NAMES = ["plie", "responsible", "active", "archive", "esfUntil", "answer"] as const;
export type NoticeName = (typeof NOTICE_NAMES)[number];

const isName = (name: string): name is NoticeName => NOTICE_NAMES.some((known) => known === name);

/** The names that a text holds. */
export const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? "");

/** A text with each name replaced by its words. */
export const filledWith = (text: string, words: Readonly<Record<NoticeName, string>>): string =>
  text.replace(/\{([^{}]*)\}/g, (whole, name: string) => (isName(name) ? words[name] : whole));

const DURATION = /\d+\s*(?:jours?|semaines?|mois|ans?|années?)\b/iu;

const line = z
  .string()
  .trim()
  .min(1)
  .max(260)
  .refine((text) => namesIn(text).every(isName), { message: `between braces: ${NOTICE_NAMES.join(", ")}` })
  .refine((text) => !DURATION.test(text), { message: "a duration is named between braces, never typed" });

const section = z.strictObject({ title: line, lines: z.array(line).min(1).max(8) });
const naming = (...names: readonly NoticeName[]) =>
  section.refine(({ lines }) => names.every((name) => lines.some((text) => namesIn(text).includes(name))), {
    message: `names ${names.join(", ")}`,
  });

/** What the law wants said, in the order in which it is read. */
export const NOTICE_SECTIONS = [
  "who",
  "why",
  "what",
  "health",
  "readers",
  "kept",
  "esf",
  "people",
  "rights",
  "contact",
] as const;
export type NoticeSection = (typeof NOTICE_SECTIONS)[number];

const contactLine = z.string().trim().min(1).max(120).nullable();

export const notice = z.strictObject({
  version: z.string().trim().min(1).max(40),
  title: line,
  intro: line,
  /** Who answers for what is noted. */
  responsible: z.string().trim().min(1).max(120),
  /** Where to write; null: written by hand on the paper until the PLIE has said it here. */
  contact: z.strictObject({ address: contactLine, email: contactLine, phone: contactLine }),
  sections: z.strictObject({
    who: naming("responsible"),
    why: section,
    what: section,
    health: section,
    readers: section,
    kept: naming("active", "archive"),
    esf: naming("esfUntil"),
    people: section,
    rights: naming("answer"),
    contact: section,
  }),
  /** What no authority has confirmed to this PLIE yet. */
  unconfirmed: z.array(z.string()).max(20),
});
export type Notice = z.infer<typeof notice>;
