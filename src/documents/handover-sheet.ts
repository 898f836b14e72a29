/** The sheet that a partner reads to receive somebody: one A4, what is useful and nothing more, with the agreement of the person. */
import type { Handover } from "../domain/handover/records.ts";
import type { Day } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { dayInWords } from "../wording/dates.ts";
import { handoverSheetWords as words } from "../wording/handover-sheet.ts";
import { sheetLabels } from "../wording/handover.ts";
import { esfBlock, esfBlockStyle } from "./esf-block.ts";
import { escapeHtml, htmlDocument, paragraph, section, type HtmlDocument } from "./html.ts";
import { personSheetStyle } from "./person-sheet-style.ts";

interface Printed {
  readonly identity: Pick<Identity, "givenName" | "familyName">;
  readonly handover: Pick<Handover, "to" | "sheet" | "agreed" | "revised" | "what">;
  readonly plie: string;
  readonly referent: string | null;
  readonly today: Day;
}

export interface HandoverSheetModel {
  readonly name: string;
  readonly to: string;
  readonly from: string;
  readonly stays: string;
  readonly parts: readonly { readonly title: string; readonly text: string }[];
  /** That the person agreed, and when; or that it is not to be sent yet. */
  readonly agreement: string;
  readonly referent: string;
  readonly dense: boolean;
}

const ROOMY_UP_TO = 1_400;

export const handoverSheetModel = ({ identity, handover, plie, referent, today }: Printed): HandoverSheetModel => {
  const { to, sheet, agreed, revised, what } = handover;
  const parts = (["asks", "helps", "useful", "practical"] as const).flatMap((field) =>
    sheet[field] === "" ? [] : [{ title: sheetLabels[field], text: sheet[field] }],
  );
  const name = [identity.givenName.trim(), identity.familyName.trim()].filter((part) => part !== "").join(" ");
  return {
    name: name === "" ? words.noName : name,
    to: words.to(to?.name ?? words.toBeChosen),
    from: words.from(plie, dayInWords(today)),
    stays: words.stays[what],
    parts,
    agreement: agreed?.revised === revised ? words.agreed(dayInWords(agreed.on)) : words.notAgreed,
    referent: referent === null ? words.someReferent : words.referent(referent),
    dense: parts.reduce((sum, { text }) => sum + text.length, 0) > ROOMY_UP_TO,
  };
};

export function handoverSheet(model: HandoverSheetModel): HtmlDocument {
  const { name, to, from, stays, parts, agreement, referent, dense } = model;
  const body = `<main class="page${dense ? " dense" : ""}">
<header>
<h1>${escapeHtml(words.title)}</h1>
<p class="who">${escapeHtml(name)} · ${escapeHtml(to)} · ${escapeHtml(from)}</p>
</header>
<p class="intro">${escapeHtml(stays)}</p>
${parts.map(({ title, text }) => section(title, `<p class="reasons">${escapeHtml(text)}</p>`)).join("\n")}
${section(words.agreement, paragraph(agreement))}
${section(words.answer, words.asked.map(paragraph).join(""))}
<footer>
${esfBlock()}
<section class="contact"><h2>${escapeHtml(words.contact)}</h2>${paragraph(referent)}<p class="blank">${escapeHtml(words.phone)}</p></section>
</footer>
</main>`;
  return htmlDocument(words.title, [esfBlockStyle, personSheetStyle], body);
}
