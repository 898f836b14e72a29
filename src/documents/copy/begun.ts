/** The person's copy: what was begun and not recorded, in words. A level or a box that was only touched says nothing yet: the other file holds it as it is. */
import type { TypedInputs } from "../../domain/diagnostic/assessment.ts";
import { day } from "../../domain/participant/codes.ts";
import { IDENTITY_FIELDS } from "../../domain/participant/identity-from-inputs.ts";
import { holdsWords } from "../../domain/shown-text.ts";
import { dayInWords } from "../../wording/dates.ts";

/** What a list or a box sends: one word of ours, several of them, a figure. */
const CHOSEN = /^[a-z0-9][\w.:~,/-]*$/i;

/** Written by whoever fills the form, even where it is one word. */
const WRITTEN: ReadonlySet<string> = new Set([...IDENTITY_FIELDS, "language"]);

const inWords = ([field, typed]: readonly [string, string]): string | null => {
  if (holdsWords(field)) return typed;
  if (day.safeParse(typed).success) return dayInWords(typed);
  return !WRITTEN.has(field) && CHOSEN.test(typed) ? null : typed;
};

/** One line for each text; whether something was chosen too is said once. */
export const begunLines = (inputs: TypedInputs): readonly string[] => {
  const typed = Object.entries(inputs).filter(([, text]) => text !== "");
  const lines = typed.flatMap((one) => inWords(one) ?? []);
  return lines.length === typed.length
    ? lines
    : [...lines, "Des réponses choisies dans une liste, pas encore confirmées"];
};
