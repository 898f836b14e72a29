/** *Retour au prescripteur*: three sentences, ready to be sent. No level, no attempt, no absence has a place in it. */
import type { PrescriberReturn } from "../domain/outreach/told.ts";
import type { Identity } from "../domain/participant/identity.ts";
import type { Day } from "../domain/participant/codes.ts";
import { dayInWords } from "../wording/dates.ts";
import { prescriberSentences, prescriberWords as words } from "../wording/prescriber.ts";
import { decisionLetterStyle } from "./decision-letter-style.ts";
import { esfBlock, esfBlockStyle } from "./esf-block.ts";
import { escapeHtml, htmlDocument, paragraph, type HtmlDocument } from "./html.ts";
import { mailText } from "./mail-text.ts";

export interface PrescriberReturnModel {
  readonly plie: string;
  readonly to: string;
  readonly printedOn: string;
  /** Who was sent: they know the name. */
  readonly person: string;
  readonly sentences: readonly string[];
  readonly referent: string | null;
}

interface Printed {
  readonly identity: Pick<Identity, "givenName" | "familyName" | "prescriber">;
  readonly plie: { readonly name: string };
  readonly today: Day;
  readonly said: PrescriberReturn;
  readonly framework: Parameters<typeof prescriberSentences>[2];
  readonly referent: string | null;
}

/** The three sentences, and a message to adapt where an address is known. */
export const prescriberSays = (
  said: PrescriberReturn,
  plie: string,
  framework: Printed["framework"],
  email: string | undefined,
): { readonly sentences: string[]; readonly mail: string | null } => {
  const sentences = [...prescriberSentences(said, plie, framework)];
  return {
    sentences,
    mail: email === undefined ? null : mailText(email, words.subject, [words.hello, ...sentences, words.goodbye]),
  };
};

export const prescriberReturnModel = ({
  identity,
  plie,
  today,
  said,
  framework,
  referent,
}: Printed): PrescriberReturnModel => ({
  plie: plie.name,
  to: identity.prescriber ?? words.noPrescriber,
  printedOn: dayInWords(today),
  person: [identity.givenName.trim(), identity.familyName.trim()].filter((part) => part !== "").join(" "),
  sentences: prescriberSentences(said, plie.name, framework),
  referent,
});

export function prescriberReturn(model: PrescriberReturnModel): HtmlDocument {
  const { plie, to, printedOn, person, sentences, referent } = model;
  const body = `<main class="page">
<header>
<p class="from">${escapeHtml(plie)}</p>
<p class="to">${escapeHtml(to)}</p>
<p class="on">${escapeHtml(`Le ${printedOn}`)}</p>
</header>
<h1>${escapeHtml(words.subject)}</h1>
<p class="reference">${escapeHtml(words.about(person))}</p>
<p class="hello">${escapeHtml(words.hello)}</p>
<div class="sentences">${sentences.map(paragraph).join("")}</div>
<p class="hello">${escapeHtml(words.goodbye)}</p>
<footer>
${esfBlock()}
<div class="signed">${[...(referent === null ? [] : [referent]), words.signature].map(paragraph).join("")}</div>
</footer>
</main>`;
  return htmlDocument(words.title, [esfBlockStyle, decisionLetterStyle], body);
}
