/** *Fiche pour le partenaire* and *Réponse du partenaire*, filled with what was typed or what is recorded. */
import type { Choice } from "../../cards/common.ts";
import { answerFromInputs, ANSWER_CHOICES } from "../../src/domain/handover/answer-from-inputs.ts";
import { SHEET_TEXTS, type SheetField } from "../../src/domain/handover/codes.ts";
import { recipient, REFUSAL_REASONS, STAYS, type Handover } from "../../src/domain/handover/records.ts";
import {
  leadsOffered,
  NONE_YET,
  OTHER_STRUCTURE,
  sheetFromInputs,
} from "../../src/domain/handover/sheet-from-inputs.ts";
import { lastSending } from "../../src/domain/handover/standing.ts";
import type { Framework } from "../../src/domain/framework/schema.ts";
import { shownAtMost } from "../../src/domain/shown-text.ts";
import { cleanText, lengthOf } from "../../src/domain/text.ts";
import type { HandoverForm } from "../../src/use-cases/parts/handover-form.ts";
import { answerChoiceWords, handoverWords, refusalReasonWords } from "../../src/wording/handover.ts";
import { answerProblem, sheetProblem, stepProblemWords } from "../../src/wording/handover-problems.ts";
import { leadLabel } from "../../src/wording/lead.ts";
import { personLine } from "../../src/wording/people.ts";
import { keptWords } from "../../src/wording/problems.ts";
import type { ScreenOf } from "../screens.ts";
import { recipientLine } from "./handover.ts";
import { labelOf, choicesOf, filled, topOfDraft } from "./top.ts";
import type { Reader, Shown } from "./shown.ts";

const words = handoverWords.form;

const leadChoices = (framework: Framework, handover: Handover): Choice[] =>
  handover.what === "relay"
    ? []
    : leadsOffered(handover).map((value) => ({ title: leadLabel(framework, value), value }));

const otherChoices = (framework: Framework, handover: Handover): Choice[] => [
  { title: words.noneYet, value: NONE_YET },
  { title: handoverWords.staysHere, value: STAYS },
  ...(handover.what === "relay"
    ? [{ title: words.otherStructure, value: OTHER_STRUCTURE }]
    : recipient.shape.lead.unwrap().options.map((value) => ({ title: leadLabel(framework, value), value }))),
];

/** What a blank sheet is begun with: only what the person can read. */
const begun = ({ suggested, dossier, identity }: HandoverForm): Partial<Record<SheetField, string>> => {
  if (suggested === null) return {};
  const { language, phone, email } = identity;
  const reach = phone ?? email;
  const practical = [
    ...(language === "" ? [] : [words.language(language)]),
    ...(dossier.file.doc.entry?.interpreter === true ? [words.interpreter] : []),
    ...(reach === null ? [] : [words.reach(reach)]),
  ];
  return {
    asks: words.priorities(suggested.priorities.map((domain) => labelOf(dossier.framework, domain))),
    helps: suggested.helps.join("\n"),
    practical: practical.join(" "),
  };
};

const sheetKept = (fields: Readonly<Record<string, string>>, limit: number): string | null =>
  SHEET_TEXTS.map((field) => keptWords(lengthOf(cleanText(fields[field] ?? "")), limit, shownAtMost(field))).find(
    (said) => said !== null,
  ) ?? null;

export const presentHandoverSheet = (screen: ScreenOf<"handoverSheet">, view: HandoverForm, reader: Reader): Shown => {
  const { form, dossier, handover } = view;
  const { framework } = dossier;
  const shown = { ...form.shown, ...begun(view) };
  const read = sheetFromInputs(form.shown, handover.doc, framework);
  const lead = handover.doc.what === "relay" ? "" : (handover.doc.decided.lead ?? "");
  const field = (name: SheetField): string => filled(shown, name);
  return {
    name: "handover-sheet",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      ...{ code: screen.code, handover: screen.handover, rev: form.rev, person: personLine(view.identity) },
      limits: `${words.kept} ${words.agreementAgain}`,
      prefilled: view.suggested === null ? null : words.prefilled,
      fields: {
        lead: field("lead") === "" ? lead : field("lead"),
        name: field("name"),
        contact: field("contact"),
        otherLead: field("otherLead") === "" ? NONE_YET : field("otherLead"),
        otherName: field("otherName"),
        otherContact: field("otherContact"),
        asks: field("asks"),
        helps: field("helps"),
        useful: field("useful"),
        practical: field("practical"),
      },
      choices: { lead: leadChoices(framework, handover.doc), otherLead: otherChoices(framework, handover.doc) },
      kept: sheetKept(shown, framework.lengths.facts),
      problems:
        screen.check && !read.ok
          ? Object.fromEntries([...read.problems].reverse().map((found) => [found.field, sheetProblem(found)]))
          : {},
    },
  };
};

export const presentHandoverAnswer = (
  screen: ScreenOf<"handoverAnswer">,
  view: HandoverForm,
  reader: Reader,
): Shown => {
  const { form, dossier, handover } = view;
  const limit = dossier.framework.lengths.strength;
  const read = answerFromInputs(form.shown, { today: reader.today, wordsAtMost: limit });
  const isAccepted = lastSending(handover.doc)?.answer === "accepted";
  const length = lengthOf(cleanText(form.shown["words"] ?? ""));
  return {
    name: "handover-answer",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      ...{ code: screen.code, handover: screen.handover, rev: form.rev, person: personLine(view.identity) },
      to: recipientLine(dossier.framework, handover.doc),
      fields: {
        answer: filled(form.shown, "answer"),
        on: filled(form.shown, "on"),
        reason: filled(form.shown, "reason"),
        words: filled(form.shown, "words"),
        appointmentOn: filled(form.shown, "appointmentOn"),
      },
      choices: {
        answer: choicesOf(
          answerChoiceWords,
          ANSWER_CHOICES.filter((choice) => choice !== "none" || !isAccepted),
        ),
        reason: choicesOf(refusalReasonWords, REFUSAL_REASONS),
      },
      kept: keptWords(length, limit, shownAtMost("words")),
      problem: screen.problem === null ? null : stepProblemWords[screen.problem],
      problems:
        screen.check && !read.ok
          ? Object.fromEntries([...read.problems].reverse().map((found) => [found.field, answerProblem(found)]))
          : {},
    },
  };
};
