import assert from "node:assert/strict";
import { ESF_MENTION, esfBlock, esfBlockStyle } from "../../src/documents/esf-block.ts";

type Point = readonly [number, number];
const HEIGHT = 18;
const CENTRE: Point = [13.5, 9];
const close = (actual: number, expected: number, what: string) =>
  assert.ok(Math.abs(actual - expected) < 0.001, `${what}: ${actual}, expected ${expected}`);
const distance = ([x, y]: Point, [u, v]: Point) => Math.hypot(x - u, y - v);

const stars = (): Point[][] =>
  [...esfBlock().matchAll(/<polygon fill="rgb\(255,204,0\)" points="([^"]+)"\/>/g)].map(([, points = ""]) =>
    points.split(" ").map((point) => {
      const [x = NaN, y = NaN] = point.split(",").map(Number);
      return [x, y];
    }),
  );
/** The five outer points are every other one, the first of them on top. */
const outer = (star: Point[]) => star.filter((_, index) => index % 2 === 0);
const centreOf = (star: Point[]): Point => {
  const points = outer(star);
  return [points.reduce((sum, [x]) => sum + x, 0) / 5, points.reduce((sum, [, y]) => sum + y, 0) / 5];
};

describe("The ESF+ block", () => {
  it("has an emblem of 3 by 2 in Reflex Blue", () => {
    assert.match(esfBlock(), /viewBox="0 0 27 18"/);
    assert.match(esfBlock(), /<rect width="27" height="18" fill="rgb\(0,51,153\)"\/>/);
  });

  it("has twelve golden stars set like the hours of a clock, on a circle of a third of the height", () => {
    assert.equal(stars().length, 12);
    stars().forEach((star, hour) => {
      const [x, y] = centreOf(star);
      close(distance([x, y], CENTRE), HEIGHT / 3, `star ${hour}, distance to the centre`);
      close(x, CENTRE[0] + (HEIGHT / 3) * Math.sin((hour * Math.PI) / 6), `star ${hour}, place across`);
      close(y, CENTRE[1] - (HEIGHT / 3) * Math.cos((hour * Math.PI) / 6), `star ${hour}, place down`);
    });
  });

  it("draws each star upright, five points on an invisible circle of 1/18 of the height", () => {
    for (const star of stars()) {
      const centre = centreOf(star);
      assert.equal(star.length, 10);
      for (const point of outer(star)) close(distance(point, centre), HEIGHT / 18, "radius of a star");
      const [top = centre] = star;
      close(top[0], centre[0], "the first point is straight above the centre");
      assert.ok(top[1] < centre[1], "a point of the star is up");
    }
  });

  it("says the mention in full beside the emblem, in an allowed font, without italic, underline or effect", () => {
    assert.equal(ESF_MENTION, "Cofinancé par l'Union européenne");
    assert.match(esfBlock(), /<\/svg><p class="esf-mention">Cofinancé par l&#39;Union européenne<\/p>/);
    assert.match(esfBlockStyle, /font: normal 400 12pt\/1\.2 Arial, Verdana, Tahoma;/);
    assert.match(esfBlockStyle, /text-decoration: none/);
    assert.doesNotMatch(esfBlockStyle, /italic|underline|shadow|filter|position|negative|margin: -/);
  });

  it("shows the emblem at least 1 cm high, in its proportions, with no inline style or script", () => {
    assert.match(esfBlockStyle, /width: 15mm; height: 10mm;/);
    assert.doesNotMatch(esfBlock(), / style=|<script|<style| on\w+=/);
  });
});
