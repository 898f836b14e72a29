/** What the référent reads before presenting is drawn as the channel will draw it. */
import assert from "node:assert/strict";
import preview from "../../cards/review-preview/template.json" with { type: "json" };
import card from "../../cards/review-card/template.json" with { type: "json" };

type Element = Readonly<Record<string, unknown>>;

/** Without what tells when an element is there: nothing of a situation that is not presented yet can be missing. */
const drawn = ({ $when: _when, ...element }: Element): Element => element;
/** How many opinions there are is not known before. */
const laterOnly = (element: Element): boolean => element["text"] === "${state}" || element["$data"] === "${counts}";

describe("The preview of a situation and its card in the channel", () => {
  it("draw the same elements, in the same order", () => {
    const inChannel = (card.body as readonly Element[]).filter((element) => !laterOnly(element)).map(drawn);
    const [title, ...before] = (preview.body as readonly Element[]).flatMap((element) =>
      element["type"] === "Container" ? (element["items"] as readonly Element[]) : [],
    );
    assert.ok(inChannel.length > 3);
    assert.deepEqual(before, inChannel.slice(1));
    assert.equal(title?.["text"], inChannel[0]?.["text"]);
  });
});
