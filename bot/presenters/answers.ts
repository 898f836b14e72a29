/** One sentence and what to do next: refusals, what was not understood, faults, work that is done. */
import type { Button } from "../../cards/common.ts";
import type { CaseView } from "../../src/use-cases/parts/case-view.ts";
import type { RefusalCode } from "../../src/use-cases/frame/result.ts";
import { answerSentences } from "../../src/wording/help.ts";
import { doneWords } from "../../src/wording/done.ts";
import { enumerated } from "../../src/wording/lists.ts";
import { askWords, refusalWords } from "../../src/wording/refusals.ts";
import { rolesInWords } from "../../src/wording/roles.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { bannerOf, buttons, noticeText, topOf, type Noticed } from "./top.ts";

interface Said {
  readonly title: string;
  readonly text: string;
}
/** Every refusal has its words: a new one does not compile until they are written. */
const refusals: Readonly<Record<RefusalCode, Said>> = refusalWords;

const SUGGESTED_AT_MOST = 6;

const sentence = (
  screen: Noticed,
  reader: Reader,
  { title, text }: Said,
  next: readonly Button[],
  suggestions: readonly string[] = [],
): Shown => ({
  name: "sentence",
  model: {
    ...topOf(screen, reader),
    title,
    text,
    suggestions: suggestions.slice(0, SUGGESTED_AT_MOST),
    reference: null,
    buttons: [...next],
  },
});

type Next = (code: string | null) => readonly Button[];
const toSheet: Next = (code) => (code === null ? [buttons.home] : [buttons.sheet(code), buttons.home]);
const toLists: Next = () => [buttons.participants, buttons.home];
/** What to do after each refusal. */
const nextAfter: Readonly<Record<RefusalCode, Next>> = {
  stranger: () => [],
  roleMayNot: () => [buttons.home, buttons.help],
  noSuchCase: toLists,
  caseClosed: toSheet,
  notEntered: (code) => (code === null ? [buttons.home] : [buttons.enter(code), buttons.sheet(code), buttons.home]),
  alreadyDone: toSheet,
  changedMeanwhile: toSheet,
  choiceMissing: toSheet,
  nothingToSettle: toSheet,
  healthClosed: (code) => (code === null ? [buttons.home] : [buttons.manage(code), buttons.sheet(code), buttons.home]),
  roundNotReady: (code) => (code === null ? [buttons.home] : [buttons.resume(code), buttons.sheet(code)]),
  mergeOtherWay: toSheet,
  recommendFirst: (code) =>
    code === null ? [buttons.home] : [buttons.synthesis(code), buttons.sheet(code), buttons.home],
  noSuchReview: () => [buttons.home],
  alreadyUnderReview: toSheet,
  noSuchCell: toSheet,
  ownCase: toSheet,
  tookPart: toSheet,
  opinionsClosed: toSheet,
  quorumMissing: toSheet,
  notRevealed: toSheet,
  viewMissing: (code) => (code === null ? [buttons.home] : [buttons.personView(code), buttons.sheet(code)]),
  studiedNow: toSheet,
  endsInCell: toSheet,
  personDied: toSheet,
  esfNotYet: toSheet,
  tooLate: toSheet,
  sittingClosed: toSheet,
  noSuchSession: toSheet,
  sessionClosed: toSheet,
  sessionFull: toSheet,
  channelToConfirm: toSheet,
  chatNotOpen: () => [buttons.home],
  localOnly: () => [buttons.home, buttons.help],
  busy: toSheet,
};

/** What cannot be done, why, and what to do instead. A stranger is told whom to ask, by name, and sees nothing else. */
export const presentRefusal = (screen: ScreenOf<"refusal">, reader: Reader): Shown => {
  const { title, text } = refusals[screen.refusal];
  const asked = screen.refusal === "stranger" ? ` ${askWords(enumerated(reader.contacts, "ou"))}` : "";
  return sentence(screen, reader, { title, text: `${text}${asked}` }, nextAfter[screen.refusal](screen.code));
};

/** `suggestions` are commands, separated by `|`. */
export const presentNotUnderstood = (screen: ScreenOf<"notUnderstood">, reader: Reader): Shown => {
  const { title, withSuggestions, alone } = answerSentences.notUnderstood;
  const suggestions = screen.suggestions.split("|").filter((command) => command.trim() !== "");
  const text = suggestions.length === 0 ? alone : withSuggestions;
  return sentence(screen, reader, { title, text }, [buttons.home, buttons.participants, buttons.help], suggestions);
};

export const presentWordsOnly = (screen: ScreenOf<"wordsOnly">, reader: Reader): Shown =>
  sentence(screen, reader, answerSentences.wordsOnly, [buttons.home, buttons.help]);

export const presentOlderCard = (screen: ScreenOf<"olderCard">, reader: Reader): Shown =>
  sentence(screen, reader, answerSentences.olderCard, toSheet(screen.code));

/** Local mode: whose part is played from now on; `plays` is empty when nobody answers to that name. */
export const presentPart = (screen: ScreenOf<"part">, reader: Reader): Shown => {
  const { title, text, own, ownText } = answerSentences.part;
  const member = reader.member(screen.plays);
  const said =
    member === undefined
      ? { title: own, text: ownText }
      : { title, text: text(member.name, rolesInWords(member.roles)) };
  return sentence(screen, reader, said, [buttons.home, buttons.help]);
};

/** To the chargé de projet: a référent's chat refuses our messages, and what to do. */
export const presentChatRefused = (screen: ScreenOf<"chatRefused">, reader: Reader): Shown => {
  const { title, text, someone } = answerSentences.chatRefused;
  return sentence(screen, reader, { title, text: text(reader.member(screen.member)?.name ?? someone) }, []);
};

/** The person is already accompanied by someone else: whom to talk to, by name. */
export const presentOthersCase = (screen: ScreenOf<"othersCase">, referent: string | null, reader: Reader): Shown => {
  const { title, text, unknownReferent } = answerSentences.othersCase;
  const said = { title, text: text(screen.code, referent ?? unknownReferent) };
  return sentence(screen, reader, said, [buttons.newPerson, buttons.home]);
};

/** Something broke on our side: the number to quote. The reader may not be known. */
export const presentFault = (reference: string, reader?: Reader): Shown => {
  const { title, text, reference: referenceWords } = answerSentences.fault;
  return {
    name: "sentence",
    model: {
      banner: reader === undefined ? null : bannerOf(reader),
      notice: null,
      title,
      text,
      suggestions: [],
      reference: referenceWords(reference),
      buttons: [buttons.home],
    },
  };
};

/** One line: what was done, and the button that goes back. Names nobody: this line stays in the history of the chat. */
export const presentPaused = (screen: ScreenOf<"paused">, view: CaseView | null, reader: Reader): Shown => {
  const said = noticeText(screen, reader);
  const code = view?.dossier.file.doc.code ?? screen.code;
  const entered = view !== null && view.may.carry && view.dossier.file.doc.entry !== null;
  const what = code === null ? doneWords.left : entered ? doneWords.paused(code) : doneWords.leftCase(code);
  const open: readonly Button[] = view !== null && entered ? [buttons.resume(view.dossier.file.doc.code)] : [];
  return {
    name: "done",
    model: {
      banner: bannerOf(reader),
      notice: null,
      text: [said, what].filter((words) => words !== null).join(" "),
      buttons: code === null ? [buttons.newPerson, buttons.home] : [...open, buttons.sheet(code), buttons.home],
    },
  };
};

/** What a card said of health is taken away. */
export const presentWithdrawn = (_screen: ScreenOf<"withdrawn">, reader: Reader): Shown => ({
  name: "done",
  model: {
    banner: bannerOf(reader),
    notice: null,
    text: answerSentences.withdrawn.text,
    buttons: [buttons.participants, buttons.home],
  },
});
