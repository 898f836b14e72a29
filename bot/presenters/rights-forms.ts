/** *Noter une demande*, *Répondre*. */
import { hasRole } from "../../src/domain/people/actor.ts";
import { CONTESTED, REQUEST_OUTCOMES, REQUESTS } from "../../src/domain/rights/codes.ts";
import { WORDS_AT_MOST } from "../../src/domain/rights/records.ts";
import {
  answerFromInputs,
  requestFromInputs,
  type RightsProblem,
} from "../../src/domain/rights/request-from-inputs.ts";
import { shownAtMost } from "../../src/domain/shown-text.ts";
import { cleanText, lengthOf } from "../../src/domain/text.ts";
import type { AnswerFormView, RequestFormView } from "../../src/use-cases/see-rights-forms.ts";
import { personLine } from "../../src/wording/people.ts";
import { keptWords } from "../../src/wording/problems.ts";
import {
  contestedWords,
  outcomeWords,
  requestTitle,
  requestWords,
  rightsProblem,
  rightsWords as words,
} from "../../src/wording/rights.ts";
import type { ScreenOf } from "../screens.ts";
import { saidBy, standingOf } from "./rights.ts";
import type { Reader, Shown } from "./shown.ts";
import { choicesOf, filled, topOfDraft } from "./top.ts";

type Read = { readonly ok: boolean; readonly problems?: Readonly<Record<string, RightsProblem | undefined>> };
const problemsIn = (check: boolean, { problems = {} }: Read): Record<string, string> =>
  check
    ? Object.fromEntries(
        Object.entries(problems).flatMap(([field, problem]) =>
          problem === undefined ? [] : [[field, rightsProblem(field, problem)]],
        ),
      )
    : {};

const keptOf = (field: string, typed: string | undefined): string | null =>
  keptWords(lengthOf(cleanText(typed ?? "")), WORDS_AT_MOST, shownAtMost(field));

export const presentRightsRequest = (
  screen: ScreenOf<"rightsRequest">,
  { form, identity, dossier }: RequestFormView,
  reader: Reader,
): Shown => {
  const { shown } = form;
  return {
    name: "rights-request",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      code: screen.code,
      rev: form.rev,
      person: personLine(identity),
      about: words.about,
      fields: {
        what: filled(shown, "what"),
        contested: filled(shown, "contested"),
        receivedOn: filled(shown, "receivedOn"),
        words: filled(shown, "words"),
      },
      choices: { what: choicesOf(requestWords, REQUESTS), contested: choicesOf(contestedWords, CONTESTED) },
      kept: keptOf("words", shown["words"]),
      problems: problemsIn(screen.check, requestFromInputs(shown, dossier.file.doc, reader.today)),
    },
  };
};

export const presentRightsAnswer = (
  screen: ScreenOf<"rightsAnswer">,
  { form, identity, request: { doc: request } }: AnswerFormView,
  reader: Reader,
): Shown => {
  const { shown } = form;
  const erases = request.what === "erase" && hasRole(reader.actor, "coordinatrice");
  return {
    name: "rights-answer",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      code: screen.code,
      request: request.id,
      rev: form.rev,
      person: personLine(identity),
      title: requestTitle(request),
      standing: standingOf(request, reader),
      words: saidBy(words.theirWords, request.words),
      about: words.whatThen[request.what],
      fields: {
        outcome: filled(shown, "outcome"),
        answeredOn: filled(shown, "answeredOn"),
        answer: filled(shown, "answer"),
      },
      choices: { outcome: choicesOf(outcomeWords[request.what], REQUEST_OUTCOMES) },
      kept: keptOf("answer", shown["answer"]),
      problems: problemsIn(screen.check, answerFromInputs(shown, request, reader.today)),
      copyUrl: request.what === "copy" ? reader.copyUrl(screen.code) : null,
      eraseUrl: erases ? reader.retentionUrl : null,
    },
  };
};
