import assert from "node:assert/strict";
import fc from "fast-check";
import file from "../../../config/framework.json" with { type: "json" };
import { canonicalJson } from "../../../src/domain/canonical-json.ts";
import { frameworkChanges, type FrameworkChange } from "../../../src/domain/framework/changes.ts";

const KINDS = { added: "removed", removed: "added", changed: "changed", order: "order" } as const;

/** A change without the words of the entries that it passes by: they are those of the version that one comes from. */
const bare = ({ path, kind, before, after }: FrameworkChange): string =>
  canonicalJson([path.map((step) => ("entry" in step ? "entry" : step)), kind, before, after]);
const backwards = ({ path, kind, before, after }: FrameworkChange): string =>
  bare({ path, kind: KINDS[kind], before: after, after: before });

/** What a framework's file may hold, in small: fields, entries with and without a name, lists of words, lists with ranks. */
const value = fc.letrec((tie) => ({
  leaf: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom("a", "b", "c"), fc.boolean(), fc.constant(null)),
  fields: fc.dictionary(fc.constantFrom("id", "label", "anchors", "themes", "upTo"), tie("any"), { maxKeys: 4 }),
  list: fc.array(tie("any"), { maxLength: 4 }),
  any: fc.oneof({ maxDepth: 3 }, tie("leaf"), tie("fields"), tie("list")),
})).any;

type Tree = Record<string, unknown>;
const copy = (): Tree => structuredClone(file);

/** Every place of the file where a word, a figure or a choice stands. */
const leaves = (of: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] => {
  if (Array.isArray(of)) return of.flatMap((inner, at) => leaves(inner, [...path, at]));
  if (typeof of === "object" && of !== null)
    return Object.entries(of).flatMap(([key, inner]) => leaves(inner, [...path, key]));
  return [path];
};
const LEAVES = leaves(file);

const at = (tree: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((of, key) => (of as Tree)[key], tree);

describe("What changed between two versions of the framework", () => {
  it("is nothing when they say the same, whatever the order in which a file writes its fields", () => {
    fc.assert(fc.property(value, (one) => assert.deepEqual(frameworkChanges(one, structuredClone(one)), [])));
    const turned = Object.fromEntries(Object.entries(file).toReversed());
    assert.deepEqual(frameworkChanges(file, turned), []);
  });

  it("is something as soon as they differ, and the same seen from the other side", () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const changes = frameworkChanges(one, other);
        assert.equal(changes.length === 0, canonicalJson(one) === canonicalJson(other));
        const back = frameworkChanges(other, one);
        assert.deepEqual(changes.map(bare).sort(), back.map(backwards).sort());
      }),
      { numRuns: 1000 },
    );
  });

  it("says every word, figure and choice of our own file that is changed, where it stands", () => {
    fc.assert(
      fc.property(fc.constantFrom(...LEAVES), (path) => {
        const after = copy();
        const last = path.at(-1) ?? "";
        const was = at(after, path);
        const is = typeof was === "number" ? was + 1 : "autre chose";
        (at(after, path.slice(0, -1)) as Tree)[last] = is;
        const changes = frameworkChanges(file, after);
        // An entry that is named otherwise goes, and another comes.
        const said = canonicalJson(changes);
        assert.ok(changes.length >= 1 && changes.length <= 3, said);
        assert.ok(said.includes(canonicalJson(is)), `${path.join(".")} : ${said}`);
        assert.deepEqual(changes[0]?.path[0], { field: path[0] }, said);
      }),
      { numRuns: 150 },
    );
  });

  it("names the domain, the level and the situation, as people do", () => {
    const after = copy();
    const mobility = (after["domains"] as Tree[])[0] as { anchors: string[]; situations: Tree[]; themes: string[] };
    mobility.anchors[2] = "Un autre fait observable.";
    mobility.situations.splice(1, 1);
    mobility.themes.reverse();
    (after["thresholds"] as Tree)["t0Addressed"] = 9;
    const [figure, ...inDomain] = frameworkChanges(file, after);
    assert.deepEqual(figure, {
      ...{ path: [{ field: "thresholds" }, { field: "t0Addressed" }], kind: "changed", before: 8, after: 9 },
    });
    const kinds = inDomain.map(({ path, kind }) => [kind, ...path.slice(1)]);
    assert.deepEqual(kinds, [
      ["order", { entry: "Mobilité" }, { field: "themes" }],
      ["changed", { entry: "Mobilité" }, { field: "anchors" }, { rank: 2 }],
      ["removed", { entry: "Mobilité" }, { field: "situations" }, { entry: "Dépend des transports en commun" }],
    ]);
  });
});
