/** Gives a parser its text piece by piece, as fast as its rows are read: no more of a file is ever held. */
import type { Parser } from "csv-parse";

const drained = (parser: Parser): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      parser.off("drain", go).off("close", go);
      resolve();
    };
    parser.on("drain", go).on("close", go);
  });

/** A failure of the text ends the parser with it. */
export async function feed(pieces: AsyncIterable<string>, parser: Parser): Promise<void> {
  try {
    for await (const piece of pieces) {
      if (parser.destroyed) return;
      if (!parser.write(piece)) await drained(parser);
    }
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : undefined);
  }
}
