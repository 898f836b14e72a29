import assert from "node:assert/strict";
import fc from "fast-check";
import { renderCard, type CardName } from "../../cards/index.ts";
import { choicesOf, htmlOf, inputsOf, seen, squeezed, textBlocksOf, textRunsOf } from "./reading.ts";
import { cardNames, sampleCard } from "./samples.ts";
import { sampleTyped } from "./worst-case.ts";

/** Sentences that mean something to some client, among any others. */
const typed = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.stringMatching(/^[[\]()*_`~#>+\-=!|<>&;:/@.\\{}$"' a1\n]{0,40}$/),
  fc.constantFrom(
    "${1+1}",
    "${$root.code}",
    "[x](javascript:alert(1))",
    "<at>tous</at>",
    "=cmd()",
    "===",
    "{{DATE(2017-02-14T06:00Z)}}",
    "{{{TIME(2017-02-14T06:00Z)}}}",
    "1. un\n- deux\n# trois",
    "https://exemple.fr www.exemple.fr a@exemple.fr mailto:a@exemple.fr",
    "<img src=x onerror=alert(1)> &lt;b&gt; &amp;",
    "\u202Egauche مرحبا 👩‍👩‍👧",
  ),
);

/** As it travels: half a character becomes a mark that says so. */
const whole = (text: string) => text.replace(/\p{Surrogate}/gu, "\uFFFD");
const isPlain = (html: string) => !/<(?!\/?p>)/.test(html);

const shownOf = (card: unknown) => ({
  blocks: textBlocksOf(card).map(({ text }) => htmlOf(text as string)),
  runs: textRunsOf(card).map(({ text }) => text as string),
  choices: choicesOf(card).map(({ title }) => title as string),
});

/** Whether the card shows what is typed, and the fields that hold it, found with a word that occurs nowhere else. */
function whereTyped(name: CardName) {
  const { card } = renderCard(
    name,
    sampleTyped(name, () => "zyxwv"),
  );
  const { blocks, runs, choices } = shownOf(card);
  return {
    shown: [...blocks, ...runs, ...choices].some((text) => text.includes("zyxwv")),
    fields: inputsOf(card).flatMap(({ id, value }) => (value === "zyxwv" ? [id] : [])),
  };
}

describe("What a person types", () => {
  for (const name of cardNames)
    it(`is shown as it was typed on ${name}, and does nothing`, () => {
      const where = whereTyped(name);
      fc.assert(
        fc.property(typed, (text) => {
          const { card } = renderCard(
            name,
            sampleTyped(name, () => text),
          );
          const { blocks, runs, choices } = shownOf(card);
          for (const html of blocks) assert.ok(isPlain(html), `formatted, linked or named somebody: ${html}`);
          for (const title of choices) assert.doesNotMatch(title, /\]\(|<[a-z/]|https?:\/\//i);
          for (const shown of [...blocks, ...runs, ...choices])
            assert.ok(!shown.includes("{{"), `a date is made: ${shown}`);
          const all = [...blocks.map(seen), ...[...runs, ...choices].map(squeezed)].join("\u0000");
          if (where.shown) assert.ok(all.includes(squeezed(whole(text))), `not shown: ${text}`);
          for (const { id, value } of inputsOf(card))
            if (where.fields.includes(id)) assert.equal(value ?? "", text, `${String(id)} changed`);
        }),
        { numRuns: 60 },
      );
    });

  it("leaves no binding of the template behind", () => {
    for (const name of cardNames) assert.ok(!JSON.stringify(sampleCard(name).card).includes("${"), name);
  });
});
