import { z } from "zod";
import { text, top } from "../common.ts";

/** What is answered in a channel: a sentence, or a list of situations by their labels. No button, no name of a participant. */
export const channelWordsModel = z.strictObject({
  ...top,
  title: text,
  text,
  items: z.array(z.strictObject({ title: text, what: text })).max(62),
  /** Said below; null: nothing more. */
  note: text.nullable(),
});
export type ChannelWordsModel = z.infer<typeof channelWordsModel>;
