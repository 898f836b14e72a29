import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { cardActions, type CardAction } from "../../cards/actions.ts";

const CHAPTERS = new URL("../../cards/actions/", import.meta.url);
type Buttons = Readonly<Record<string, CardAction>>;
const verbsOf = (buttons: Buttons): readonly string[] =>
  Object.entries(buttons).map(([name, { verb }]) => `${name}: ${verb}`);

describe("The list of buttons", () => {
  it("holds the buttons of every chapter, and none took another's place", async () => {
    const chapters = await Promise.all(
      readdirSync(CHAPTERS).map(
        async (file) => (await import(new URL(file, CHAPTERS).href)) as Record<string, Buttons>,
      ),
    );
    const buttons = chapters.flatMap((offered) =>
      Object.entries(offered).flatMap(([name, list]) => (name.endsWith("Actions") ? verbsOf(list) : [])),
    );
    assert.deepEqual(verbsOf(cardActions).toSorted(), buttons.toSorted());
  });

  it("gives each button a verb of its own", () => {
    const verbs = Object.values(cardActions).map(({ verb }) => verb);
    assert.equal(new Set(verbs).size, verbs.length);
  });
});
