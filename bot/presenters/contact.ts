/** *Rencontrer*, *Faire le point sur les démarches*, *Mettre fin au parcours*, *Retour au prescripteur*. */
import { waitsForOutcome, isToMeet } from "../../src/domain/outreach/contact.ts";
import { contactFromInputs, CONTACT_FIELDS, NO_PREFERENCE } from "../../src/domain/outreach/contact-from-inputs.ts";
import { endingFromInputs, OPEN_DOORS } from "../../src/domain/outreach/ending-from-inputs.ts";
import { nextStep } from "../../src/domain/outreach/next-step.ts";
import { ATTEMPT_RESULTS } from "../../src/domain/outreach/records.ts";
import { ATTEMPT_WAYS, ENDINGS } from "../../src/domain/participant/clock-facts.ts";
import { shownAtMost } from "../../src/domain/shown-text.ts";
import { cleanText, lengthOf } from "../../src/domain/text.ts";
import { isBehind, type EndingForm } from "../../src/use-cases/end-parcours.ts";
import { reviewFromInputs, type OutreachForm } from "../../src/use-cases/review-outreach.ts";
import type { ContactView } from "../../src/use-cases/see-contact.ts";
import type { PrescriberView } from "../../src/use-cases/tell-prescriber.ts";
import { dayInWords } from "../../src/wording/dates.ts";
import { doorWords, endingProblem, endingReasonWords, endingWordsOf } from "../../src/wording/ending.ts";
import {
  attemptLine,
  attemptResultWords,
  contactProblem,
  meetingLines,
  messageToAdapt,
  nextStepWords,
  outreachWords,
  reachLines,
  reviewOutreachWords,
  wayWords,
} from "../../src/wording/outreach.ts";
import { personLine } from "../../src/wording/people.ts";
import { prescriberSentences, prescriberWords, toldWords } from "../../src/wording/prescriber.ts";
import { keptWords } from "../../src/wording/problems.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { choicesOf, filled, readable, topOf, topOfDraft } from "./top.ts";

const ATTEMPTS_SHOWN = 8;

const contactProblems = ({ form, dossier, identity }: ContactView, reader: Reader) => {
  const { orientedOn } = dossier.file.doc;
  const read = contactFromInputs(form.shown, { today: reader.today, orientedOn, reach: identity.doc.reach });
  if (read.ok) return {};
  return Object.fromEntries(
    CONTACT_FIELDS.flatMap((field) => {
      const problem = read.problems[field];
      return problem === undefined ? [] : [[field, contactProblem(field, problem)] as const];
    }),
  );
};

const triedOf = ({ attempts }: ContactView, reader: Reader): string[] => {
  const shown = attempts.slice(0, ATTEMPTS_SHOWN).map((one) => attemptLine(one, reader.today));
  const more = attempts.length - shown.length;
  return shown.length === 0
    ? [outreachWords.nothingTried]
    : [...shown, ...(more > 0 ? [outreachWords.earlier(more)] : [])];
};

/** *Rencontrer*. */
export const presentContact = (screen: ScreenOf<"contact">, view: ContactView, reader: Reader): Shown => {
  const { form, attempts } = view;
  const [file, identity] = [view.dossier.file.doc, view.identity.doc];
  const next = nextStep(identity, attempts);
  const { givenName, reach } = identity;
  const by = { givenName: readable(givenName, 80), referent: view.referent, plie: reader.plie.name };
  const waits = waitsForOutcome(file, reader.today);
  return {
    name: "contact",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      code: screen.code,
      rev: form.rev,
      title: outreachWords.title(readable(givenName, 80)),
      person: personLine(identity),
      reach: reachLines(identity, file.entry?.interpreter ?? false).map((line) => readable(line, 400)),
      meeting: [...meetingLines(file, reader.today)],
      tried: triedOf(view, reader),
      next: [...nextStepWords(next)],
      message: messageToAdapt(next.way, { ...by, orientedOn: file.orientedOn, reach }),
      fields: {
        way: filled(form.shown, "way"),
        result: filled(form.shown, "result"),
        on: filled(form.shown, "on"),
        appointmentOn: filled(form.shown, "appointmentOn"),
        preferredWay: filled(form.shown, "preferredWay"),
        noMessage: filled(form.shown, "noMessage", "false"),
      },
      choices: {
        way: choicesOf(wayWords, ATTEMPT_WAYS),
        result: choicesOf(attemptResultWords, ATTEMPT_RESULTS),
        preferredWay: [
          { title: outreachWords.noPreference, value: NO_PREFERENCE },
          ...choicesOf(wayWords, ATTEMPT_WAYS),
        ],
      },
      appointment: file.appointment?.on ?? "",
      canMiss: waits,
      canHold: waits && file.entry !== null,
      canReview: file.outreach !== null && isToMeet(file),
      canTell: identity.prescriber !== null,
      canEnd: isToMeet(file),
      problems: screen.check ? contactProblems(view, reader) : {},
    },
  };
};

/** *Faire le point sur les démarches*. */
export const presentOutreach = (screen: ScreenOf<"outreach">, view: OutreachForm, reader: Reader): Shown => {
  const { form, dossier } = view;
  const read = reviewFromInputs(form.shown, reader.today);
  const { problems: words, about } = reviewOutreachWords;
  const wrong = read.ok || !screen.check ? {} : read.problems;
  return {
    name: "outreach",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      code: screen.code,
      rev: form.rev,
      person: personLine(view.identity.doc),
      about: about(dayInWords(dossier.file.doc.outreach?.openedOn ?? reader.today)),
      fields: { way: filled(form.shown, "way"), until: filled(form.shown, "until") },
      choices: { way: choicesOf(wayWords, ATTEMPT_WAYS) },
      problems: {
        ...(wrong.way === undefined ? {} : { way: words[wrong.way] }),
        ...(wrong.until === undefined ? {} : { until: words[wrong.until] }),
      },
    },
  };
};

/** *Mettre fin au parcours*. */
export const presentEnding = (screen: ScreenOf<"ending">, view: EndingForm, reader: Reader): Shown => {
  const { form, dossier } = view;
  const { shown } = form;
  const file = dossier.file.doc;
  const read = endingFromInputs(shown, dossier.framework);
  const kept = (field: "why" | "words"): string | null =>
    keptWords(lengthOf(cleanText(shown[field] ?? "")), dossier.framework.lengths.longText, shownAtMost(field));
  return {
    name: "ending",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      code: screen.code,
      rev: form.rev,
      person: personLine(view.identity.doc),
      about: isBehind(file) ? endingWordsOf.alreadyEnded : endingWordsOf.about(file.entry !== null),
      asksMore: !isBehind(file),
      fields: {
        how: filled(shown, "how"),
        why: filled(shown, "why"),
        door: filled(shown, "door"),
        words: filled(shown, "words"),
      },
      choices: {
        how: choicesOf(endingReasonWords, isBehind(file) ? ["death"] : ENDINGS),
        door: choicesOf(doorWords, OPEN_DOORS),
      },
      kept: { why: kept("why"), words: kept("words") },
      problems:
        read.ok || !screen.check
          ? {}
          : Object.fromEntries(read.problems.map((problem) => [problem.field, endingProblem(problem)])),
    },
  };
};

/** *Retour au prescripteur*. */
export const presentTold = (screen: ScreenOf<"told">, view: PrescriberView, reader: Reader): Shown => {
  const { said, told, identity, dossier, mayTell } = view;
  const { prescriber } = identity.doc;
  const lines = told.map(({ what, on, by }) =>
    prescriberWords.told(toldWords[what], dayInWords(on), reader.member(by)?.name ?? null),
  );
  return {
    name: "told",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      person: personLine(identity.doc),
      prescriber: prescriber === null ? prescriberWords.noPrescriber : readable(prescriber, 120),
      sentences: [...prescriberSentences(said, reader.plie.name, dossier.framework)],
      told: lines.length === 0 ? [prescriberWords.notTold] : lines,
      what: said.what,
      canTell: mayTell && prescriber !== null && !told.some(({ what }) => what === said.what),
      documentUrl: reader.prescriberReturnUrl(screen.code),
    },
  };
};
