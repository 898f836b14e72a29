/** The information notice: one A4, in plain words, given and explained before anything is noted. With larger letters, as many pages as it takes. */
import type { Notice } from "../domain/rights/notice.ts";
import type { RetentionRules } from "../domain/rights/retention-rules.ts";
import { noticeWords as words } from "../wording/notice.ts";
import { esfBlock, esfBlockStyle } from "./esf-block.ts";
import { escapeHtml, htmlDocument, list, paragraph, section, type HtmlDocument } from "./html.ts";
import { noticeShown, type NoticePart, type NoticeShown } from "./notice-shown.ts";
import { noticeStyle } from "./notice-style.ts";

export interface NoticeModel {
  readonly shown: NoticeShown;
  readonly plie: string;
  readonly version: string;
  /** Null: for nobody yet. */
  readonly code: string | null;
  /** For who reads with difficulty. */
  readonly large: boolean;
}

interface Printed {
  readonly notice: Notice;
  readonly retention: RetentionRules;
  readonly plie: string;
  readonly code: string | null;
  readonly large: boolean;
}

export const noticeModel = ({ notice, retention, plie, code, large }: Printed): NoticeModel => ({
  shown: noticeShown({ notice, retention, plie }),
  ...{ plie, code, large },
  version: notice.version,
});

const textOf = ({ lines }: NoticePart): string => (lines.length === 1 ? lines.map(paragraph).join("") : list(lines));

const blank = (label: string): string => `<p class="blank">${escapeHtml(label)} :</p>`;

const contactOf = ({ contact }: NoticeShown): string =>
  contact.length === 0 ? blank(words.byHand) : contact.map(paragraph).join("");

export function notice({ shown, plie, version, code, large }: NoticeModel): HtmlDocument {
  const who = [words.given(plie, version), ...(code === null ? [] : [words.code(code)])].join(" · ");
  const last = shown.parts.length - 1;
  const parts = shown.parts.map((part, index) =>
    section(part.title, index === last ? textOf(part) + contactOf(shown) : textOf(part)),
  );
  const body = `<main class="page${large ? " large" : ""}">
<header>
<h1>${escapeHtml(shown.title)}</h1>
<p class="who">${escapeHtml(who)}</p>
</header>
<p class="intro">${escapeHtml(shown.intro)}</p>
<div class="parts">${parts.join("\n")}</div>
<footer>
${esfBlock()}
<div class="given">${[words.explained, words.language, words.interpreter, words.sign].map(blank).join("")}</div>
</footer>
</main>`;
  return htmlDocument(shown.title, [esfBlockStyle, noticeStyle], body);
}
