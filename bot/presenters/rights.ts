/** *Droits*: the notice, what was agreed to, what the person asked and by when it is answered. */
import { mayManageCase } from "../../src/domain/people/actor.ts";
import type { RightsRequest } from "../../src/domain/rights/records.ts";
import type { RightsView } from "../../src/use-cases/see-rights.ts";
import { quoted } from "../../src/wording/lists.ts";
import { personLine } from "../../src/wording/people.ts";
import {
  agreementLine,
  noticeLines,
  requestStanding,
  requestTitle,
  rightsWords as words,
  sharedLine,
} from "../../src/wording/rights.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { readable, topOf } from "./top.ts";

const LINES_AT_MOST = 6;
const REQUESTS_AT_MOST = 4;
const OPEN_AT_MOST = 20;
const WORDS_SHOWN = 400;

/** « Ses mots : « … » »; null: none were noted. */
export const saidBy = (label: string, text: string): string | null =>
  text === "" ? null : `${label} : ${quoted(readable(text, WORDS_SHOWN))}`;

/** What was asked and what came of it, with the names of today. */
export const standingOf = (request: RightsRequest, reader: Reader): string => {
  const { answer } = request;
  const by = answer === null ? null : (reader.member(answer.by)?.name ?? null);
  return requestStanding({ ...request, answer: answer === null ? null : { ...answer, by } }, reader.today);
};

const requestOf = (request: RightsRequest, reader: Reader) => ({
  title: requestTitle(request),
  standing: standingOf(request, reader),
  words: saidBy(words.theirWords, request.words),
  answer: request.answer === null ? null : (saidBy(words.answer, request.answer.words) ?? words.withoutWords),
});

const agreementsOf = ({ rights }: RightsView, reader: Reader): readonly string[] => {
  const nameOf = (id: string): string | null => reader.member(id)?.name ?? null;
  return [
    ...rights.agreements.map((said) => agreementLine({ ...said, by: nameOf(said.by) })),
    ...rights.shared.map((said) => sharedLine({ ...said, by: nameOf(said.by) })),
  ];
};

export const presentRights = (screen: ScreenOf<"rights">, view: RightsView, reader: Reader): Shown => {
  const { rights, dossier, identity } = view;
  const file = dossier.file.doc;
  const open = rights.requests.filter(({ answer }) => answer === null).slice(0, OPEN_AT_MOST);
  const agreements = agreementsOf(view, reader);
  const goesOn = file.mergedInto === null;
  const whole = agreements.length <= LINES_AT_MOST && rights.requests.length <= REQUESTS_AT_MOST;
  return {
    name: "rights",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      person: personLine(identity),
      given: [...noticeLines(rights.given, rights.version)],
      agreements: agreements.slice(0, LINES_AT_MOST),
      requests: rights.requests.slice(0, REQUESTS_AT_MOST).map((request) => requestOf(request, reader)),
      noRequest: rights.requests.length === 0 ? words.noRequest : null,
      more: whole ? null : words.more,
      open: goesOn ? open.map((request) => ({ title: requestTitle(request), value: request.id })) : [],
      choice: open[0]?.id ?? "",
      noticeUrl: reader.noticeUrl(screen.code),
      copyUrl: reader.copyUrl(screen.code),
      canGive: rights.older && goesOn && mayManageCase(reader.actor, file),
      canNote: goesOn,
    },
  };
};
