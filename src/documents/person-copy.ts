/**
 * The person's own copy, to read: everything that is kept about them, chapter by chapter. The only document that tells what was tried to meet
 * them: it is theirs, and goes to nobody else.
 */
import type { Instant } from "../domain/participant/codes.ts";
import type { StoredDocument } from "../domain/records/catalogue.ts";
import type { RetentionRules } from "../domain/rights/retention-rules.ts";
import { dayInWords, dayOfInstant, timeInWords } from "../wording/dates.ts";
import type { CopyEntry, CopyWords } from "./copy/entry.ts";
import { COPY_CHAPTERS, copyEntry, isCopied, personCopyWords as words } from "./copy/words.ts";
import { esfBlock, esfBlockStyle } from "./esf-block.ts";
import { escapeHtml, htmlDocument, list, paragraph, type HtmlDocument } from "./html.ts";
import { personCopyStyle } from "./person-copy-style.ts";
import { personSheetStyle } from "./person-sheet-style.ts";

export interface CopyToPrint {
  readonly name: string;
  readonly code: string;
  readonly plie: string;
  readonly documents: readonly StoredDocument[];
  readonly openings: readonly { readonly at: Instant; readonly by: string }[];
  readonly retention: RetentionRules;
  readonly words: CopyWords;
}

const MEMBER = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
/** Nobody of the team is named, wherever their id stands. */
export const withRoles = (text: string, who: (id: string) => string): string => text.replace(MEMBER, (id) => who(id));

const entryOf = (doc: StoredDocument, on: CopyWords): CopyEntry | null => {
  if (!isCopied(doc)) return null;
  const { title, lines } = copyEntry(doc.kind, doc, on);
  const told = (text: string): string => withRoles(text, on.who);
  return { title: told(title), lines: lines.filter((line) => line !== "").map(told) };
};

const entryHtml = ({ title, lines }: CopyEntry): string =>
  `<div class="entry"><h3>${escapeHtml(title)}</h3>${list(lines)}</div>`;

/** Traces that say the same thing each time: told once, with how many. */
const TRACES: ReadonlySet<string> = new Set(["posted", "reviewPost", "reminded", "reminderStop", "offerNews"]);

const entriesOf = (kind: string, { documents, words: on }: CopyToPrint): readonly CopyEntry[] => {
  const entries = documents.filter((doc) => doc.kind === kind).flatMap((doc) => entryOf(doc, on) ?? []);
  const [first] = entries;
  if (first === undefined || entries.length === 1 || !TRACES.has(kind)) return entries;
  return [{ ...first, title: words.times(first.title, entries.length) }];
};

interface Chapter {
  readonly title: string;
  readonly html: string;
}

const chaptersOf = (copy: CopyToPrint): readonly Chapter[] =>
  COPY_CHAPTERS.map(({ title, kinds }) => {
    const entries = kinds.flatMap((kind) => entriesOf(kind, copy));
    return { title, html: entries.length === 0 ? paragraph(words.none) : entries.map(entryHtml).join("\n") };
  });

const lastChapters = ({ openings, retention, words: on }: CopyToPrint): readonly Chapter[] => [
  {
    title: words.openings,
    html: list(
      openings.map(({ at, by }) =>
        words.opening(on.who(by), dayInWords(dayOfInstant(at, on.timeZone)), timeInWords(at, on.timeZone)),
      ),
    ),
  },
  {
    title: words.kept,
    html: list(words.keptLines(retention.activeMonths, retention.archiveMonths, dayInWords(retention.esfKeptUntil))),
  },
];

export function personCopy(copy: CopyToPrint): HtmlDocument {
  const chapters = [...chaptersOf(copy), ...lastChapters(copy)];
  const contents = chapters
    .map(({ title }, at) => `<li><a href="#c${String(at + 1)}">${escapeHtml(title)}</a></li>`)
    .join("");
  const body = `<main class="page">
<header><h1>${escapeHtml(words.title)}</h1><p class="who">${escapeHtml(`${copy.name} · ${copy.code}`)}</p></header>
<p class="intro">${escapeHtml(words.intro(copy.plie, dayInWords(copy.words.today)))}</p>
<nav aria-labelledby="contents"><h2 id="contents">${escapeHtml(words.contents)}</h2><ol>${contents}</ol></nav>
${chapters.map(({ title, html }, at) => `<section class="chapter" id="c${String(at + 1)}"><h2>${escapeHtml(title)}</h2>${html}</section>`).join("\n")}
<footer>${esfBlock()}</footer>
</main>`;
  return htmlDocument(words.title, [esfBlockStyle, personSheetStyle, personCopyStyle], body);
}
