import assert from "node:assert/strict";
import { missingBindings } from "../../cards/bindings.ts";
import { choiceLiteral, markdownLiteral, plainLiteral } from "../../cards/literal.ts";
import { expand, prepare } from "../../cards/render.ts";

const card = (...body: object[]) => ({
  type: "AdaptiveCard",
  version: "1.5",
  lang: "fr",
  fallbackText: "Une carte",
  body,
});
const text = (shown: string, more: object = {}) => ({ type: "TextBlock", text: shown, ...more });
const quiet = { banner: null, notice: null };

describe("The bindings of a template", () => {
  it("are all found wanting before anything is expanded", () => {
    const template = card(text("${absent}"), text("Bonjour ${nothing}"), text("${$data}", { $data: "${notAList}" }));
    assert.deepEqual(missingBindings(template, { nothing: null, notAList: "a" }), [
      "${absent} has no value",
      "${nothing} has no value",
      '"${notAList}" is not a list',
    ]);
  });

  it("may lack a value where the element is not shown", () => {
    const hidden = text("${advice.text}", { $when: "${not(empty(advice))}" });
    assert.deepEqual(missingBindings(card(hidden), { advice: null }), []);
    assert.deepEqual(missingBindings(card(hidden), { advice: { text: "Appeler" } }), []);
  });

  it("refuse a condition that is neither true nor false, and an expression that is no path", () => {
    assert.equal(missingBindings(card(text("a", { $when: "${title}" })), { title: "oui" }).length, 1);
    assert.equal(missingBindings(card(text("${1+1}")), {}).length, 1);
  });

  it("that lack a value stop the card, and typed text that looks like one does not", () => {
    assert.throws(() => expand(prepare(card(text("${absent}"))), quiet), /absent/);
    const [block] = expand(prepare(card(text("${typed}"))), { ...quiet, typed: "${1+1}" }).body;
    assert.equal(block?.text, "${1+1}");
  });
});

describe("Typed text made literal", () => {
  it("changes nothing in an ordinary French sentence but where it breaks", () => {
    const sentence = "Elle dit : « Je pars à 14 h 32 » ; c'est l'heure (du bus n° 3).";
    assert.equal(markdownLiteral(sentence).replaceAll("\u00A0", " "), sentence);
    assert.equal(plainLiteral(sentence), sentence);
    assert.equal(choiceLiteral(sentence), sentence);
  });

  it("keeps each line, and no line starts a list, a title or a quotation", () => {
    assert.equal(
      markdownLiteral("- un\n2. deux\r\n# trois\n\n> quatre"),
      "\\- un\n\n2\\. deux\n\n\\# trois\n\n\\> quatre",
    );
  });

  it("mends half a character, that some clients refuse", () => {
    assert.equal(plainLiteral("a\uD83D"), "a\uFFFD");
  });
});
