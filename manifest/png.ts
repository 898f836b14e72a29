/** Reads and writes the pixels of a small PNG: eight bits a channel, RGB or RGBA, not interlaced, as browsers and drawing tools save them. */
import { deflateSync, inflateSync } from "node:zlib";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha, line by line. */
  readonly rgba: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

const chunksOf = (file: Buffer): readonly Chunk[] => {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    chunks.push({ type: file.toString("latin1", at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
};

/** The neighbour that is the nearest to what both sides promise. */
const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
};

const predicted = (filter: number, left: number, up: number, corner: number): number => {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
};

/** Undoes the filter of each line. */
const unfiltered = (raw: Buffer, stride: number, step: number): Uint8Array => {
  const lines = Math.floor(raw.length / (stride + 1));
  const out = new Uint8Array(lines * stride);
  const at = (line: number, byte: number): number => (line < 0 || byte < 0 ? 0 : (out[line * stride + byte] ?? 0));
  for (let line = 0; line < lines; line += 1) {
    const filter = raw[line * (stride + 1)] ?? 0;
    for (let byte = 0; byte < stride; byte += 1) {
      const value = raw[line * (stride + 1) + 1 + byte] ?? 0;
      const guess = predicted(filter, at(line, byte - step), at(line - 1, byte), at(line - 1, byte - step));
      out[line * stride + byte] = value + guess;
    }
  }
  return out;
};

const withAlpha = (rgb: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: (rgb.length / 3) * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : (rgb[Math.floor(at / 4) * 3 + (at % 4)] ?? 0),
  );

/** Undefined: not such a PNG. */
export const readPng = (file: Buffer): Pixels | undefined => {
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return undefined;
  const chunks = chunksOf(file);
  const header = chunks.find(({ type }) => type === "IHDR")?.data;
  if (header?.length !== 13) return undefined;
  const [depth, colour, , , interlaced] = header.subarray(8);
  const step = colour === 6 ? 4 : colour === 2 ? 3 : undefined;
  if (depth !== 8 || step === undefined || interlaced !== 0) return undefined;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  try {
    const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data)));
    if (raw.length !== height * (width * step + 1)) return undefined;
    const pixels = unfiltered(raw, width * step, step);
    return { width, height, rgba: step === 4 ? pixels : withAlpha(pixels) };
  } catch {
    return undefined;
  }
};

const crcOf = (bytes: Buffer): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crcOf(named));
  return Buffer.concat([length, named, crc]);
};

export const writePng = ({ width, height, rgba }: Pixels): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const lines = Array.from({ length: height }, (_, line) =>
    Buffer.concat([Buffer.from([0]), rgba.subarray(line * width * 4, (line + 1) * width * 4)]),
  );
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(lines), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};
