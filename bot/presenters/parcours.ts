/** *Suspendre, reprendre*, *Point à trois mois*, *Six mois après la sortie*. */
import { PAUSE_REASONS } from "../../src/domain/participant/clock-facts.ts";
import { openPause } from "../../src/domain/participant/milestones.ts";
import {
  exitNewsFromInputs,
  followUpFromInputs,
  pauseFromInputs,
  resumptionFromInputs,
  returnFromInputs,
  type PathProblem,
} from "../../src/domain/participant/path-from-inputs.ts";
import { AGREED_AT_MOST, PROOFS_OF_NEWS, STILL_EMPLOYED } from "../../src/domain/participant/path-records.ts";
import { shownAtMost } from "../../src/domain/shown-text.ts";
import { cleanText, lengthOf } from "../../src/domain/text.ts";
import type { FollowUpView, PathFormView } from "../../src/use-cases/see-path-forms.ts";
import {
  lastPointWords,
  parcoursWords as words,
  pathProblem,
  pauseReasonWords,
  proofOfNewsWords,
  stillEmployedWords,
} from "../../src/wording/parcours.ts";
import { suspendedWords } from "../../src/wording/suspended.ts";
import { personLine } from "../../src/wording/people.ts";
import { keptWords } from "../../src/wording/problems.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { choicesOf, filled, readable, topOfDraft } from "./top.ts";

type Read = { readonly ok: boolean; readonly problems?: Readonly<Record<string, PathProblem | undefined>> };
/** A sentence beside each field of a form that could not be recorded. */
const problemsIn = (check: boolean, ...reads: readonly Read[]): Record<string, string> => {
  if (!check) return {};
  const found = reads.flatMap(({ problems = {} }) => Object.entries(problems));
  return Object.fromEntries(
    found.flatMap(([field, problem]) => (problem === undefined ? [] : [[field, pathProblem(field, problem)]])),
  );
};

const formTop = (
  screen: ScreenOf<"pause" | "followUp" | "exitNews">,
  { form, identity }: PathFormView,
  reader: Reader,
) => ({
  ...topOfDraft(screen, form.draft?.doc, reader),
  code: screen.code,
  rev: form.rev,
  person: personLine(identity),
});

export const presentPause = (screen: ScreenOf<"pause">, view: PathFormView, reader: Reader): Shown => {
  const file = view.dossier.file.doc;
  const open = openPause(file.pauses);
  const { shown } = view.form;
  const { title, about } = open === undefined ? words.pause : words.resume;
  const reads: readonly Read[] =
    open === undefined
      ? [pauseFromInputs(shown, file, reader.today)]
      : [returnFromInputs(shown, open, reader.today), resumptionFromInputs(shown, open, reader.today)];
  return {
    name: "pause",
    model: {
      ...formTop(screen, view, reader),
      ...{ title, about, open: open !== undefined, since: open === undefined ? null : suspendedWords(open) },
      fields: {
        reason: filled(shown, "reason"),
        from: filled(shown, "from"),
        returnOn: filled(shown, "returnOn"),
        resumedOn: filled(shown, "resumedOn"),
      },
      choices: { reason: choicesOf(pauseReasonWords, PAUSE_REASONS) },
      problems: problemsIn(screen.check, ...reads),
    },
  };
};

export const presentFollowUp = (screen: ScreenOf<"followUp">, view: FollowUpView, reader: Reader): Shown => {
  const { shown } = view.form;
  const { entry, orientedOn } = view.dossier.file.doc;
  const length = lengthOf(cleanText(shown["agreed"] ?? ""));
  const read = followUpFromInputs(shown, entry?.on ?? orientedOn, reader.today);
  return {
    name: "follow-up",
    model: {
      ...formTop(screen, view, reader),
      about: words.followUp,
      last: view.last === null ? null : { title: lastPointWords(view.last.on), text: readable(view.last.agreed) },
      fields: { on: filled(shown, "on"), agreed: filled(shown, "agreed"), nextOn: filled(shown, "nextOn") },
      kept: keptWords(length, AGREED_AT_MOST, shownAtMost("agreed")),
      problems: problemsIn(screen.check, read),
    },
  };
};

export const presentExitNews = (screen: ScreenOf<"exitNews">, view: PathFormView, reader: Reader): Shown => {
  const { shown } = view.form;
  const { afterExit, orientedOn } = view.dossier.file.doc;
  const exitOn = afterExit?.from ?? orientedOn;
  return {
    name: "exit-news",
    model: {
      ...formTop(screen, view, reader),
      about: words.exitOn(exitOn),
      fields: { on: filled(shown, "on"), still: filled(shown, "still"), proof: filled(shown, "proof") },
      choices: {
        still: choicesOf(stillEmployedWords, STILL_EMPLOYED),
        proof: choicesOf(proofOfNewsWords, PROOFS_OF_NEWS),
      },
      problems: problemsIn(screen.check, exitNewsFromInputs(shown, exitOn, reader.today)),
    },
  };
};
