/** What was written, cut to what two pages hold and can be read without effort. */
const ROOM = 4_000;
const LENGTHS = [600, 450, 300, 220, 150, 110] as const;
const SHORTEST = 110;

const charactersOf = (text: string): readonly string[] => Array.from(text.trim());
const roomFor = (texts: readonly string[], atMost: number): number =>
  texts.reduce((total, text) => total + Math.min(charactersOf(text).length, atMost), 0);

const shortenTo =
  (atMost: number) =>
  (text: string): string => {
    const characters = charactersOf(text);
    return characters.length <= atMost ? characters.join("") : `${characters.slice(0, atMost).join("").trimEnd()}…`;
  };

/** `short` gives each text in the length that all of them together allow; `cut`: at least one of them is shown in part. */
export const fitting = (
  texts: readonly string[],
): { readonly cut: boolean; readonly short: (text: string) => string } => {
  const atMost = LENGTHS.find((length) => roomFor(texts, length) <= ROOM) ?? SHORTEST;
  return { cut: texts.some((text) => charactersOf(text).length > atMost), short: shortenTo(atMost) };
};
