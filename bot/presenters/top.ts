/** What stands above every card, and the small pieces that several presenters share. */
import type { Button, Choice, OpenUrgent } from "../../cards/common.ts";
import type { CaseFile } from "../../src/domain/participant/case-file.ts";
import type { DomainId, Framework, Severity } from "../../src/domain/framework/schema.ts";
import { frameworkDomain } from "../../src/domain/diagnostic/findings.ts";
import { shownPart } from "../../src/domain/shown-text.ts";
import { momentInWords, timeInWords } from "../../src/wording/dates.ts";
import { urgentWords } from "../../src/wording/domain.ts";
import { buttonWords } from "../../src/wording/help.ts";
import { formWords } from "../../src/wording/forms.ts";
import { levelWords } from "../../src/wording/figures.ts";
import { draftShown, noticeWords, playedPart } from "../../src/wording/notices.ts";
import type { FrameworkWords } from "../../src/wording/problems.ts";
import { openUrgent } from "../../src/use-cases/parts/urgent-flags.ts";
import type { NoticeCode } from "../screens.ts";
import type { Reader } from "./shown.ts";

type NoticeTop = { readonly tone: "good" | "warning" | "attention"; readonly text: (at: string | null) => string };
/** Every notice has its words: a new one does not compile until it is written. */
const notices: Readonly<Record<NoticeCode, NoticeTop>> = noticeWords;

export interface Noticed {
  readonly notice: NoticeCode | null;
  readonly at: string | null;
}

export const noticeText = ({ notice, at }: Noticed, reader: Pick<Reader, "timeZone">): string | null =>
  notice === null ? null : notices[notice].text(at === null ? null : timeInWords(at, reader.timeZone));

export const bannerOf = (reader: Pick<Reader, "playedByName" | "actor">): string | null =>
  reader.playedByName === null ? null : playedPart(reader.actor.name);

/** Banner and notice. */
export const topOf = (screen: Noticed, reader: Reader) => {
  const text = noticeText(screen, reader);
  return {
    banner: bannerOf(reader),
    notice: text === null || screen.notice === null ? null : { text, tone: notices[screen.notice].tone },
  };
};

/** The same above a form filled from a draft: what is shown may not be what is recorded, and says so. */
export const topOfDraft = (screen: Noticed, draft: { readonly at: string } | null | undefined, reader: Reader) => {
  const top = topOf(screen, reader);
  if (top.notice !== null || draft == null) return top;
  const moment = momentInWords(draft.at, reader.today, reader.timeZone);
  return { ...top, notice: { text: draftShown(moment), tone: "warning" as const } };
};

/** Urgent points still open, first to last; null for who does not carry the case, and when there is none. */
export const urgentOf = (file: CaseFile, framework: Framework, reader: Reader, carries: boolean): OpenUrgent => {
  const flags = carries ? openUrgent(file) : [];
  const first = flags[0];
  if (first === undefined) return null;
  const lines = flags.map((flag) => {
    const point = framework.urgentPoints.find((entry) => entry.id === flag.id);
    const moment = momentInWords(flag.raisedAt, reader.today, reader.timeZone);
    return urgentWords.line(point?.label ?? flag.id, point?.calls[0], moment);
  });
  return { title: urgentWords.open(lines.length), lines, first: first.id };
};

export const choicesOf = <K extends string>(words: Readonly<Record<K, string>>, order: readonly K[]): Choice[] =>
  order.map((value) => ({ title: words[value], value }));

export const labelOf = (framework: Framework, domain: DomainId): string => frameworkDomain(framework, domain).label;

/** The framework's labels, as sentences quote them. */
export const wordsOf = (framework: Framework): FrameworkWords => ({
  level: (level: Severity) => levelWords(framework, level),
  domain: (domain: DomainId) => labelOf(framework, domain),
});

/** What was typed, as far as its field shows it. */
export const filled = (inputs: Readonly<Record<string, string>>, field: string, otherwise = ""): string =>
  shownPart(field, inputs[field] ?? otherwise);

const SHOWN_IN_TEXT = 1_000;
/** A text to read, not to type in: says when there is more. */
export const readable = (text: string, atMost = SHOWN_IN_TEXT): string => {
  const letters = Array.from(text);
  return letters.length <= atMost ? text : `${letters.slice(0, atMost).join("")}${formWords.restKept}`;
};

export const buttons = {
  home: { title: buttonWords.home, verb: "home.open", data: {} },
  help: { title: buttonWords.help, verb: "help.open", data: {} },
  participants: { title: buttonWords.participants, verb: "participants.open", data: {} },
  newPerson: { title: buttonWords.newPerson, verb: "person.new", data: {} },
  sheet: (code: string): Button => ({ title: buttonWords.sheet, verb: "sheet.open", data: { code } }),
  enter: (code: string): Button => ({ title: buttonWords.enter, verb: "entry.open", data: { code } }),
  resume: (code: string): Button => ({ title: buttonWords.resume, verb: "diagnostic.open", data: { code } }),
  synthesis: (code: string): Button => ({ title: buttonWords.synthesis, verb: "synthesis.open", data: { code } }),
  personView: (code: string): Button => ({ title: buttonWords.personView, verb: "personView.open", data: { code } }),
  manage: (code: string): Button => ({ title: buttonWords.manage, verb: "manage.open", data: { code } }),
} as const;
