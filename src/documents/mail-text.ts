/** A message prepared for someone's own mail program: every one is made here, and ends with the mention of the co-financing. */
import { ESF_MENTION } from "./esf-block.ts";

/** `paragraphs` name nobody: an address is kept by the programs it passes through. */
export const mailText = (to: string, subject: string, paragraphs: readonly string[]): string => {
  const body = [...paragraphs, ESF_MENTION].join("\n\n");
  return `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
};
