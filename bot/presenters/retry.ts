/** Given back without reading anything: what was typed, when it could not be kept. */
import { answerSentences } from "../../src/wording/help.ts";
import { bilanLabels } from "../../src/wording/bilan.ts";
import { decisionLabels } from "../../src/wording/decision.ts";
import { findingLabels, identityLabels, personViewLabels } from "../../src/wording/forms.ts";
import { factLabels } from "../../src/wording/situation-facts.ts";
import { recommendationLabels } from "../../src/wording/lead.ts";
import { opinionLabels } from "../../src/wording/opinion.ts";
import { refusalWords } from "../../src/wording/refusals.ts";
import { submissionLabels } from "../../src/wording/submission.ts";
import type { Shown } from "./shown.ts";

/** Fields that people write in, by what they are called. */
const WRITTEN: Readonly<Record<string, string>> = {
  ...identityLabels,
  strength: findingLabels.strength,
  facts: findingLabels.facts,
  words: personViewLabels.words,
  understood: bilanLabels.understood,
  missedHours: bilanLabels.missedHours,
  rightToWorkUntil: factLabels.rightToWorkUntil,
  why: recommendationLabels.why,
  question: submissionLabels.question,
  reasons: decisionLabels.reasons,
  next: opinionLabels.next,
};

/** Beyond, the card would be refused by Teams: the sentence alone is shown. */
const GIVEN_BACK_AT_MOST = 15_000;

/** Null when nothing was written, or more than a card holds. */
export const presentRetry = (
  verb: string,
  data: Readonly<Record<string, unknown>>,
  said: { readonly reference: string; readonly busy: boolean },
): Shown | null => {
  const fields = Object.entries(data).flatMap(([id, value]) => {
    const label = WRITTEN[id];
    return label === undefined || typeof value !== "string" || value === "" ? [] : [{ id, label, value }];
  });
  const written = fields.reduce((total, field) => total + field.value.length, 0);
  if (written > GIVEN_BACK_AT_MOST || !isForm(data)) return null;
  const kept = new Set(fields.map((field) => field.id));
  const { title, text, button, reference } = answerSentences.retry;
  return {
    name: "retry",
    model: {
      banner: null,
      notice: null,
      title,
      text: said.busy ? refusalWords.busy.text : text,
      reference: reference(said.reference),
      fields,
      button,
      verb,
      data: Object.fromEntries(Object.entries(data).filter(([id]) => !kept.has(id))),
    },
  };
};

/** A form carries the version of what it showed. */
const isForm = (data: Readonly<Record<string, unknown>>): boolean => "rev" in data;
