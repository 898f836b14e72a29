/** The letter to the person, ready to be signed: what is decided, why, what comes next, the place of the method, and how to ask for a second study. */
import type { Day } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { lengthOf } from "../domain/text.ts";
import { dayInWords } from "../wording/dates.ts";
import { letterOf, letterReference, letterWords as words, type Letter, type ToTell } from "../wording/letter.ts";
import { decisionLetterStyle } from "./decision-letter-style.ts";
import { esfBlock, esfBlockStyle } from "./esf-block.ts";
import { escapeHtml, htmlDocument, list, paragraph, section, type HtmlDocument } from "./html.ts";

export interface DecisionLetterModel {
  readonly plie: string;
  /** Name, then address, one line each. */
  readonly to: readonly string[];
  readonly printedOn: string;
  readonly reference: string;
  readonly decidedBy: string | null;
  readonly letter: Letter;
}

interface Printed {
  readonly identity: Pick<Identity, "givenName" | "familyName" | "address" | "commune" | "communeTyped">;
  readonly plie: {
    readonly name: string;
    readonly communes: readonly { readonly insee: string; readonly name: string }[];
  };
  readonly today: Day;
  readonly decidedBy: string | null;
  readonly tell: ToTell;
}

const addressOf = ({ identity, plie }: Printed): readonly string[] => {
  const { givenName, familyName, address, commune, communeTyped } = identity;
  const name = [givenName.trim(), familyName.trim()].filter((part) => part !== "").join(" ");
  const place = plie.communes.find(({ insee }) => insee === commune)?.name ?? communeTyped;
  const known = address === null || address.trim() === "" ? words.noAddress : address;
  // An address that was typed whole says its town already.
  const town = place === null || known.toLocaleLowerCase("fr").includes(place.toLocaleLowerCase("fr")) ? [] : [place];
  return [name === "" ? words.noName : name, known, ...town];
};

export const decisionLetterModel = (printed: Printed): DecisionLetterModel => ({
  plie: printed.plie.name,
  to: addressOf(printed),
  printedOn: dayInWords(printed.today),
  reference: letterReference(printed.tell.decision),
  decidedBy: printed.decidedBy,
  letter: letterOf(printed.tell),
});

const paragraphs = (texts: readonly string[]): string => texts.map(paragraph).join("");

const signature = ({ plie, decidedBy }: DecisionLetterModel): string =>
  paragraphs([words.for(plie), ...(decidedBy === null ? [] : [words.decidedBy(decidedBy)]), words.signature]);

/** Characters of reasons up to which larger letters still hold on one page. */
const ROOMY_UP_TO = 500;

export function decisionLetter(model: DecisionLetterModel): HtmlDocument {
  const { plie, to, printedOn, reference, letter } = model;
  const body = `<main class="page${lengthOf(letter.reasons) > ROOMY_UP_TO ? " dense" : ""}">
<header>
<p class="from">${escapeHtml(plie)}</p>
<p class="to">${to.map(escapeHtml).join("\n")}</p>
<p class="on">${escapeHtml(`Le ${printedOn}`)}</p>
</header>
<h1>${escapeHtml(letter.subject)}</h1>
<p class="reference">${escapeHtml(reference)}</p>
<p class="hello">${escapeHtml(words.hello)}</p>
<p>${escapeHtml(letter.opening)}</p>
<h2>${escapeHtml(words.decision)}</h2>
<div class="decision">${paragraphs(letter.decision)}</div>
<h2>${escapeHtml(words.reasons)}</h2>
<p class="reasons">${escapeHtml(letter.reasons)}</p>
${section(words.next, list(letter.next))}
${section(letter.secondTitle, paragraphs(letter.second))}
${letter.method.length === 0 ? "" : `<div class="method">${section(words.method, paragraphs(letter.method))}</div>`}
<p class="hello">${escapeHtml(words.goodbye)}</p>
<footer>
${esfBlock()}
<div class="signed">${signature(model)}</div>
</footer>
</main>`;
  return htmlDocument(words.title, [esfBlockStyle, decisionLetterStyle], body);
}
