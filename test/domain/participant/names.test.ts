import assert from "node:assert/strict";
import fc from "fast-check";
import * as names from "../../../src/domain/participant/names.ts";
import { anIdentity } from "../../support/builders.ts";

const named = (givenName: string, familyName: string) => anIdentity({ givenName, familyName });
const word = fc
  .array(fc.constantFrom("a", "b", "c", "d", "e", "é", "𝒜", "ñ"), { minLength: 4, maxLength: 40 })
  .map((letters) => letters.join(""));
const anyName = fc.string({ unit: "grapheme", maxLength: 40 });
const edit = fc.record({
  kind: fc.constantFrom("add", "drop", "replace", "swap"),
  at: fc.nat(),
  letter: fc.constantFrom("a", "b", "z", "œ", "𝒜"),
});
const edited = (text: string, { kind, at, letter }: { kind: string; at: number; letter: string }): string => {
  const letters = Array.from(text);
  const index = at % letters.length;
  if (kind === "add") return letters.toSpliced(index, 0, letter).join("");
  if (kind === "drop") return letters.toSpliced(index, 1).join("");
  if (kind === "replace") return letters.toSpliced(index, 1, letter).join("");
  return letters.toSpliced(index, 2, ...letters.slice(index, index + 2).reverse()).join("");
};

describe("names as people spell them", () => {
  it("are compared without accents, case, hyphens nor ligatures", () => {
    assert.deepEqual(names.nameParts("Le Goff-Péron"), ["le", "goff", "peron"]);
    assert.deepEqual(names.nameParts("CŒUR d’Æther"), ["coeur", "d", "aether"]);
    assert.ok(names.sameName(named("Zoé", "LE GOFF"), named("zoe", "le-goff")));
    assert.ok(names.sameName(named("Jean Pierre", "Du Pont"), named("Jeanpierre", "Dupont")));
  });

  it("are the same with given and family name exchanged, and with one typing error in each part", () => {
    assert.ok(names.sameName(named("Amina", "Benali"), named("Benali", "Amina")));
    assert.ok(
      !names.sameName(named("Amina", "Benali"), named("Anima", "Bennali")),
      "two letters apart is another name",
    );
    assert.ok(names.sameName(named("Amina", "Benali"), named("Amnia", "Bennali")));
    assert.ok(!names.sameName(named("Léa", "Martin"), named("Lia", "Martin")), "short names must be equal");
    assert.ok(
      !names.sameName(named("Leïa", "Martin"), named("Léa", "Martin")) &&
        !names.sameName(named("Léa", "Martin"), named("Leïa", "Martin")),
    );
  });

  it("pair each part with one of its own, even when the first that fits is needed by another", () => {
    assert.ok(names.sameName(named("marie", "maria"), named("maria", "mario")));
    assert.ok(names.sameName(named("lenaa", "lenab"), named("lenab", "lenaac")));
    assert.ok(!names.sameName(named("marie", "marie"), named("marie", "lucien")));
  });

  it("are the same both ways", () =>
    fc.assert(
      fc.property(anyName, anyName, anyName, anyName, word, edit, (a, b, c, d, base, change) => {
        assert.equal(names.sameName(named(a, b), named(c, d)), names.sameName(named(c, d), named(a, b)));
        assert.ok(names.sameName(named(a, b), named(a, b)));
        const other = edited(base, change);
        assert.equal(names.sameName(named(a, base), named(a, other)), names.sameName(named(a, other), named(a, base)));
      }),
    ));

  it("one typing error is seen both ways, whatever it is and wherever it is", () =>
    fc.assert(
      fc.property(word, edit, word, (text, change, other) => {
        assert.ok(names.withinOneError(text, edited(text, change)));
        assert.ok(names.withinOneError(edited(text, change), text));
        assert.equal(names.withinOneError(text, other), names.withinOneError(other, text));
      }),
    ));

  it("two errors are too many", () => {
    for (const [one, other] of [
      ["martin", "mortyn"],
      ["abcd", "badc"],
      ["ab", "abcd"],
      ["", "ab"],
      ["abc", "cab"],
    ] as const)
      assert.ok(!names.withinOneError(one, other), `${one} ${other}`);
    assert.ok(names.withinOneError("", "a") && names.withinOneError("", ""));
  });

  it("a person is found under any single typing error, long names included", () =>
    fc.assert(
      fc.property(word, edit, (familyName, change) => {
        const typed = edited(familyName, change);
        // An edit may bring a letter that is two without its ligature, or that parts a word: then it is more than one error.
        const [part, ...others] = names.nameParts(typed);
        const [own, ...more] = names.nameParts(familyName);
        if (
          part === undefined ||
          own === undefined ||
          others.length + more.length > 0 ||
          !names.withinOneError(part, own)
        )
          return;
        const keys = new Set(names.searchKeys(named("Léa", familyName)));
        assert.ok(
          names.lookupKeys(typed).some((key) => keys.has(key)),
          `${typed} does not find ${familyName}`,
        );
      }),
      { numRuns: 500 },
    ));

  it("a possible duplicate is looked for under its birth date and its name in any order; nobody is alike for want of a name", () => {
    const keys = names.matchKeys(named("Amina", "Benali"));
    assert.deepEqual(keys, ["who:amina benali", "born:1984-03-12"]);
    assert.deepEqual(names.matchKeys(named("Benali", "AMINA")), keys);
    assert.deepEqual(names.matchKeys(anIdentity({ givenName: "", familyName: "-", birthDate: null })), []);
  });

  it("people are listed by family name and shown by first name and initial", () => {
    assert.equal(names.nameOrder(named("Zoé", "Élan")), "elan, zoe");
    assert.equal(names.shortName(named(" Zoé ", "élan")), "Zoé É.");
    assert.equal(names.shortName(named("Zoé", " ")), "Zoé");
  });
});
