import { z } from "zod";
import { choice, code, text, top } from "../common.ts";

const ofMove = z.strictObject({ move: text });

/** One suppléance or one change of référent: where it stands, who is to be told, and what can be done. */
export const moveModel = z.strictObject({
  ...top,
  title: text,
  /** The person; null: all those of a référent. */
  person: text.nullable(),
  lines: z.array(text).min(1).max(7),
  move: text,
  /** Who is to be told, the words that can be said or written, and the day; null: nobody, or not this reader's to note. */
  toTell: z
    .strictObject({ ask: text, sentence: text, people: z.array(choice).min(1).max(8), person: text, on: text })
    .nullable(),
  /** A chargé de projet says who accompanies the person from now on; null: nothing is asked. */
  accept: z.strictObject({ choices: z.array(choice), toId: text }).nullable(),
  /** The button that puts an end to it; null: none. */
  end: z.strictObject({ title: text, data: ofMove }).nullable(),
  toSheet: z.strictObject({ code }).nullable(),
});
export type MoveModel = z.infer<typeof moveModel>;
