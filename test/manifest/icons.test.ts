/** Both icons, as Teams asks for them, and as their drawings say. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { colorProblems, outlineProblems } from "../../manifest/icons.ts";
import { readPng, writePng, type Pixels } from "../../manifest/png.ts";
import { drawIcons, iconFile } from "./draw-icons.ts";

const iconOf = (name: string): Pixels => {
  const read = readPng(readFileSync(iconFile(name)));
  assert.ok(read !== undefined, `${name} cannot be read`);
  return read;
};
const changed = (image: Pixels, x: number, y: number, ...pixel: readonly number[]): Buffer => {
  const rgba = Uint8Array.from(image.rgba);
  rgba.set(pixel, (y * image.width + x) * 4);
  return writePng({ ...image, rgba });
};

describe("The icons of the Teams app", function () {
  this.timeout(60_000);
  const [color, outline] = [iconOf("color.png"), iconOf("outline.png")];

  it("are as Microsoft asks", () => {
    assert.deepEqual([color.width, color.height, outline.width, outline.height], [192, 192, 32, 32]);
    assert.deepEqual(colorProblems("color.png", readFileSync(iconFile("color.png"))), []);
    assert.deepEqual(outlineProblems("outline.png", readFileSync(iconFile("outline.png"))), []);
  });

  it("are what their drawings say: after a change, « npm run icons »", async () => {
    const drawn = await drawIcons();
    for (const [name, kept] of [["color", color] as const, ["outline", outline] as const]) {
      const now = drawn.get(name)?.rgba ?? new Uint8Array();
      const far = kept.rgba.filter((value, at) => Math.abs(value - (now[at] ?? -255)) > 48).length;
      assert.ok(far <= 16, `${name}.png is not what ${name}.svg says: ${far} values differ`);
    }
  });

  it("are refused when a rule is broken, which is named", () => {
    const refused: readonly (readonly [readonly string[], RegExp])[] = [
      [colorProblems("color.png", writePng(outline)), /mesure 32×32 : Teams demande 192×192/],
      [colorProblems("color.png", changed(color, 0, 0, 0, 0, 0, 0)), /sans coins arrondis/],
      [colorProblems("color.png", changed(color, 10, 96, 255, 255, 255, 255)), /hors du carré central/],
      [outlineProblems("outline.png", changed(outline, 16, 4, 254, 255, 255, 128)), /ne sont pas blancs/],
      [outlineProblems("outline.png", writePng({ ...outline, rgba: outline.rgba.map(() => 255) })), /fond transparent/],
      [outlineProblems("outline.png", writePng({ ...outline, rgba: outline.rgba.map(() => 0) })), /est vide/],
      [outlineProblems("outline.png", undefined), /manque/],
      [outlineProblems("outline.png", Buffer.from("GIF89a")), /n'est pas un PNG/],
    ];
    for (const [problems, expected] of refused) {
      assert.match(problems.join("\n"), expected);
      assert.match(problems.join("\n"), /npm run icons/);
    }
  });
});
