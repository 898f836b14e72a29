import assert from "node:assert/strict";
import { NOTHING_ASKED } from "../../src/domain/suggestion/facts.ts";
import { emptyDisk } from "../../src/stores/memory/memory-store.ts";
import { DEMO_PEOPLE } from "../../src/use-cases/demo-people.ts";
import { stored } from "../conversation/steps.ts";
import { Chat } from "../support/chat.ts";

describe("The fictional people of the demo", () => {
  it("are recorded once through the real commands, however often the product starts", async () => {
    const disk = emptyDisk();
    for (let start = 1; start <= 2; start += 1) {
      const chat = await Chat.start({ disk, settings: { demo: "on" } });
      await chat.stop();
      assert.equal(stored(disk, "case").length, DEMO_PEOPLE.length, `after start ${start}`);
    }
    const entered = stored(disk, "case").filter((file) => file["status"] === "entered");
    assert.equal(entered.length, DEMO_PEOPLE.filter((person) => person.enteredDaysAgo !== null).length);
    const names = stored(disk, "identity").map((identity) => String(identity["familyName"]));
    assert.ok(names.every((name) => name.endsWith("(fictif)")));
    const levels = DEMO_PEOPLE.flatMap((person) => person.levels);
    const recorded = stored(disk, "assessment").filter((one) => JSON.stringify(one["finding"]).includes('"assessed"'));
    assert.equal(recorded.length, levels.length, "a level of the demo was not recorded");
    const ticked = recorded.flatMap((one) => (one["finding"] as { situations: string[] }).situations);
    assert.deepEqual(
      ticked.sort(),
      levels.flatMap(({ situations }) => situations).sort(),
      "a situation was not ticked",
    );
    const asked = DEMO_PEOPLE.flatMap(({ situation }) => (situation === null ? [] : [situation]));
    const known = stored(disk, "situation").map((one) => one["facts"]);
    assert.deepEqual(
      known.map((facts) => JSON.stringify(facts)).sort(),
      asked.map((facts) => JSON.stringify({ ...NOTHING_ASKED, ...facts })).sort(),
      "an answer of the demo was not recorded",
    );
    assert.deepEqual(stored(disk, "draft"), [], "something of the demo was typed and refused");
  });
});
