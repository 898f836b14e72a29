import { join } from "node:path";
import type { Entry, PlaygroundPage } from "./playground-page.ts";

const pictures = join(import.meta.dirname, "../pictures");
/** Spaces that keep « : » on its line are read as any other. */
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, " ");

/** Somebody at the Playground: their presses are counted, and each picture of what they see is named in order. */
export class PlaygroundPerson {
  presses = 0;
  #pictures = 0;
  readonly page: PlaygroundPage;
  readonly #series: string;

  constructor(page: PlaygroundPage, series: string) {
    this.page = page;
    this.#series = series;
  }

  async press(title: string): Promise<string> {
    this.presses += 1;
    return plain(await this.page.press(title));
  }

  async fill(entries: Readonly<Record<string, Entry>>): Promise<void> {
    for (const [label, entry] of Object.entries(entries)) await this.page.fill(label, entry);
  }

  /** Types, and reads the card that answers, known by what only it says. */
  async say(words: string, answered: string): Promise<string> {
    await this.page.say(words);
    return plain(await this.page.newCard(answered));
  }

  /** Where the next picture goes. */
  nextPicture(name: string): string {
    this.#pictures += 1;
    return join(pictures, `${this.#series}-${String(this.#pictures).padStart(2, "0")}-${name}.png`);
  }

  picture(name: string, what: "card" | "page" = "card"): Promise<void> {
    return this.page.picture(this.nextPicture(name), what);
  }
}
