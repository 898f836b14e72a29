/** The information notice as it is read: what its lines name, put in words. */
import { filledWith, NOTICE_SECTIONS, type Notice, type NoticeName } from "../domain/rights/notice.ts";
import type { RetentionRules } from "../domain/rights/retention-rules.ts";
import { dayInWords } from "../wording/dates.ts";
import { monthsInWords } from "../wording/notice.ts";

export interface NoticePart {
  readonly title: string;
  readonly lines: readonly string[];
}
export interface NoticeShown {
  readonly title: string;
  readonly intro: string;
  readonly parts: readonly NoticePart[];
  /** How to write to who answers for it; empty: it is written by hand. */
  readonly contact: readonly string[];
}

interface From {
  readonly notice: Notice;
  readonly retention: RetentionRules;
  readonly plie: string;
}

const upper = (text: string): string => text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);

/** Durations come from the file that the clocks read: the paper never says another one. */
export const noticeShown = ({ notice, retention, plie }: From): NoticeShown => {
  const words: Readonly<Record<NoticeName, string>> = {
    plie: `le ${plie}`,
    responsible: notice.responsible,
    active: monthsInWords(retention.activeMonths),
    archive: monthsInWords(retention.archiveMonths),
    esfUntil: dayInWords(retention.esfKeptUntil),
    answer: monthsInWords(retention.answerMonths),
  };
  const fill = (text: string): string => upper(filledWith(text, words));
  return {
    title: fill(notice.title),
    intro: fill(notice.intro),
    parts: NOTICE_SECTIONS.map((id) => ({
      title: fill(notice.sections[id].title),
      lines: notice.sections[id].lines.map(fill),
    })),
    contact: [notice.contact.address, notice.contact.phone, notice.contact.email].flatMap((line) => line ?? []),
  };
};
