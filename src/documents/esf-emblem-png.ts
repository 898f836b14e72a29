/** The emblem as a small picture, drawn from the same geometry as the page's, for programs that show no vector. Pure but for Node's own compression. */
import { crc32, deflateSync } from "node:zlib";
import { ESF_EMBLEM } from "./esf-block.ts";

/** 15 mm at 610 points per inch. */
const PIXELS_WIDE = 360;
const SAMPLES = 3;
const LINE = 1 + PIXELS_WIDE * 3;

type Rgb = readonly [number, number, number];
type Polygon = readonly (readonly [number, number])[];

const isInside = (x: number, y: number, polygon: Polygon): boolean => {
  let inside = false;
  polygon.forEach(([x1, y1], index) => {
    const [x2, y2] = polygon[(index + polygon.length - 1) % polygon.length] ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
};

/** How much of a pixel is in that star, from 0 to 1. */
const coverage = (star: Polygon, column: number, row: number, scale: number): number => {
  let hits = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) * scale;
    const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * scale;
    if (isInside(x, y, star)) hits += 1;
  }
  return hits / (SAMPLES * SAMPLES);
};

const mix = (ground: Rgb, star: Rgb, share: number): Rgb => [
  Math.round(ground[0] + (star[0] - ground[0]) * share),
  Math.round(ground[1] + (star[1] - ground[1]) * share),
  Math.round(ground[2] + (star[2] - ground[2]) * share),
];

const chunk = (name: string, content: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** Stars do not touch: each is drawn in the square that holds it. */
const drawStar = (lines: Buffer, star: Polygon, scale: number): void => {
  const [columns, rows] = [0, 1].map((axis) => star.map((point) => (point[axis] ?? 0) / scale));
  const span = (at: readonly number[] = []) => ({ from: Math.floor(Math.min(...at)), to: Math.ceil(Math.max(...at)) });
  const [across, down] = [span(columns), span(rows)];
  for (let row = down.from; row < down.to; row += 1)
    for (let column = across.from; column < across.to; column += 1) {
      const share = coverage(star, column, row, scale);
      lines.set(mix(ESF_EMBLEM.ground, ESF_EMBLEM.star, share), row * LINE + 1 + column * 3);
    }
};

const drawn = (): Buffer => {
  const { width, height, ground, stars } = ESF_EMBLEM;
  const scale = width / PIXELS_WIDE;
  const rows = Math.round(height / scale);
  // Each line begins with the filter of its bytes: none.
  const line = Buffer.concat([Buffer.of(0), ...Array.from({ length: PIXELS_WIDE }, () => Buffer.from(ground))]);
  const lines = Buffer.concat(Array.from({ length: rows }, () => line));
  for (const star of stars) drawStar(lines, star, scale);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(PIXELS_WIDE, 0);
  header.writeUInt32BE(rows, 4);
  // Eight bits for each of red, green and blue; no interlace.
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk("IHDR", header), chunk("IDAT", deflateSync(lines)), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
};

let kept: Buffer | undefined;
/** The emblem as PNG, 3 by 2. */
export const esfEmblemPng = (): Buffer => (kept ??= drawn());
